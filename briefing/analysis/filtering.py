"""Filtering the rows of a view while its reader types."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar
from unicodedata import combining, normalize

from briefing.text.folding import fold

Row = TypeVar("Row")


class RowFilter(Generic[Row]):
    """Rows that can be filtered by words, each folded once.

    Args:
        rows: The rows.
        texts: The words of each row: all that its line shows, and the names behind its ids.
    """

    def __init__(self, rows: Sequence[Row], texts: Iterable[str]) -> None:
        self._rows = tuple(rows)
        self._folded = [folded(text) for text in texts]
        if len(self._folded) != len(self._rows):
            raise ValueError("each row needs its words")

    def matching(self, typed: str) -> tuple[Row, ...]:
        """Return the rows that hold every word that is typed, or its beginning, in any order."""
        kept: Iterable[tuple[Row, str]] = zip(self._rows, self._folded, strict=True)
        for word in folded(typed).split():
            # Word by word: the first leaves few rows for the others.
            kept = [pair for pair in kept if word in pair[1]]
        return tuple(row for row, _ in kept)


def folded(text: str) -> str:
    """Return a text as it is compared: case, accents and Unicode forms do not count."""
    plain = fold(text).text.casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in normalize("NFKD", plain) if not combining(c))
