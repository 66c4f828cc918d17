"""Quotations in running text: one list of marks for drawing, checking and finding."""
