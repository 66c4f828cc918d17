"""Screens over all meetings: topics, speakers, what is due, comparisons, and the line of time."""
