"""Two meetings, or all of a series, laid beside each other by topic."""
