"""How far a sync has come, and what it did."""

from typing import NamedTuple


class Progress(NamedTuple):
    """How far a sync has come."""

    done: int
    """Files dealt with."""
    total: int
    """Files to deal with."""
    stored: int = 0
    """After a batch: how many files can be read in the catalogue since this began; else 0."""


class SyncResult(NamedTuple):
    """What a sync did."""

    read: int = 0
    """Cards, sources and index files that were read."""
    gone: int = 0
    """Cards and sources that left."""
    complete: bool = True
    """Whether it came to its end: it was not cancelled, and the library held still."""
