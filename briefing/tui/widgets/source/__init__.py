"""The pane of the source: its text, the strip beside it, and what was laid out before."""
