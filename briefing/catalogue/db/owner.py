"""What rows and entries of a catalogue belong to: a card, a source or an index file."""

from typing import Final, NamedTuple

CARD: Final = "card"
SOURCE: Final = "source"
INDEX: Final = "index"


class Owner(NamedTuple):
    """A card, a source or an index file."""

    kind: str
    """`CARD`, `SOURCE` or `INDEX`."""
    id: str
    """The id of the card or source; of an index file the stem of its name."""

    @property
    def key(self) -> str:
        """How it is written in the database: `card:ID`."""
        return f"{self.kind}:{self.id}"


def owner_of(key: str) -> Owner:
    """Return the owner that is written so in the database."""
    kind, _, name = key.partition(":")
    return Owner(kind, name)
