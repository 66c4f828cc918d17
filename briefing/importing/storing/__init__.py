"""Storing what was read in a library: files, entries and where they came from."""
