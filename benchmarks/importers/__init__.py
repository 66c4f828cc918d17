"""How well real documents are imported: manuals that come as web pages, PDF, EPUB and text."""
