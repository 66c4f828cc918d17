"""A comparison of meetings as printed text, as JSON and as tables."""
