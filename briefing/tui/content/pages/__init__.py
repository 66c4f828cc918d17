"""Cards and sources as the blocks of a line view."""
