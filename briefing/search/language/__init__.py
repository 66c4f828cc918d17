"""The query language, and the writing of words and numbers."""
