"""Quotations of a memo against the sources."""
