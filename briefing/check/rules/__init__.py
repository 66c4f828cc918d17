"""The editorial rules, one subject a module."""
