"""Briefing: a terminal reader for briefing cards whose quotations are checked at the source."""

__version__ = "0.1.0"
