"""Plain text: cleaning and folding, width, files, and what a misspelt name was meant to be."""
