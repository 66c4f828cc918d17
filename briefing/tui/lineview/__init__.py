"""The line view: blocks of text, wrapped, painted, selected and scrolled."""
