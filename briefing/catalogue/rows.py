"""What a catalogue gives back: a line of the list, without reading any card."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting as a list shows it."""

    card: str
    """Id of the card."""
    title: str
    """The card's title; its id where the card is broken."""
    date: date | None
    """Day of the meeting; None where the card is broken."""
    place: str = ""
    series: str = ""
    status: str = ""
    items: int = 0
    """How many items stand on it, the bottom line included."""
    cited: int = 0
    """How many body paragraphs of its sources this card cites."""
    body: int = 0
    """How many body paragraphs its sources have."""
    broken: str = ""
    """Why the card cannot be read, as one line; empty when it can."""

    @property
    def coverage(self) -> float:
        """The share, from 0 to 1, of its sources' body paragraphs that the card cites."""
        return self.cited / self.body if self.body else 0.0
