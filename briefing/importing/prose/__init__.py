"""Lines to paragraphs: line breaks, turns of speech, furniture and facts, in any format."""
