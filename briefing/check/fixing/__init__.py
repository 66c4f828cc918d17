"""Fixing what is safe: every other byte of a file stays as it was."""
