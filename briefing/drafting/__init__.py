"""New libraries and drafts of cards: everything that was found, and nothing that was decided."""
