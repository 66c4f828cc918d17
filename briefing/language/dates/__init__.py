"""Dates in running text: where they are, what they mean, whether they are deadlines."""
