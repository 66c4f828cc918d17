"""Mending what is safe to fix: every other byte of a file stays as it was."""
