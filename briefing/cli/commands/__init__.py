"""The commands, one a module named after it."""
