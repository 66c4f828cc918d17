"""Mending what is safe to mend: every other byte of a file stays as it was."""
