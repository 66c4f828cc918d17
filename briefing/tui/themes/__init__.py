"""The colours of the reader: its own themes, and those derived from others."""
