"""Measurements of search and screen; they report, and no test asserts a time."""
