"""What was parsed of cards' files: a file that is read again as it was is not parsed again."""

from threading import Lock
from typing import Final

from briefing.cardformat.parse import Parsed, read_card
from briefing.model.card import Card

KEPT: Final = 2**20
"""Code points of all files together whose cards are kept."""


class ParsedCards:
    """Cards of one folder as they were written, for every library that is opened of it.

    A card is known by the whole text of its file: no time stamp has to be trusted. Threads may
    share one.

    Args:
        kept: Code points of all files together whose cards are kept; those kept last stay.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._room = kept
        self._kept: dict[tuple[str, int], tuple[str, Parsed[Card]]] = {}
        self._changing = Lock()

    def read(
        self, text: str, file: str, card_id: str, most: int, *, keep: bool = True
    ) -> Parsed[Card]:
        """Return what a card's file says: as it was parsed before, where it holds the same text.

        Args:
            text: What the file holds.
            file: Its path, as places of mistakes name it.
            card_id: Id of the card.
            most: How many mistakes to say.
            keep: Whether to keep what is parsed now: not where very many cards are gone through.
        """
        known = self._kept.get((card_id, most))
        if known is not None and known[0] == text:
            return known[1]
        parsed = read_card(text, file, card_id, most)
        if keep:
            with self._changing:
                self._put((card_id, most), text, parsed)
        return parsed

    def _put(self, key: tuple[str, int], text: str, parsed: Parsed[Card]) -> None:
        before, _ = self._kept.pop(key, ("", None))
        self._room += len(before) - len(text)
        self._kept[key] = (text, parsed)
        while self._room < 0 and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            self._room += len(self._kept.pop(oldest)[0])
