"""Which line breaks of a document carry meaning, and which only end a line that was full."""
