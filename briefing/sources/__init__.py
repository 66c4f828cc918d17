"""Source documents: bytes to text, and text to numbered paragraphs."""
