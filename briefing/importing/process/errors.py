"""What goes wrong in a process that reads a document, other than with the document."""


class ReaderError(Exception):
    """A reader failed as it did not expect; the message is the kind of its error."""


class NonsenseError(ValueError):
    """An answer is none that a reader gives."""
