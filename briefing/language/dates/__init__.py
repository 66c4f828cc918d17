"""Dates in running text: where they stand, what they mean, whether they are deadlines."""
