"""New libraries and drafts of cards."""
