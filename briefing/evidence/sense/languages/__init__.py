"""The lists of each language, one module a language, as readable tables."""
