"""A folder opened as a library: cards whose evidence was looked for in their sources."""
