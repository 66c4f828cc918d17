"""Reading PDF files: pages to lines, lines to paragraphs."""
