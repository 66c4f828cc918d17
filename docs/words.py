"""Print how long each card is beside its story, and how long its brief takes to read.

Run by `make words`. Words are counted as `briefing check` counts them: bottom line, points and
quotes of a card, and the paragraphs of its sources that are no furniture. `cited` has the words of
the paragraphs that the card cites: a card may be short beside its story and long beside these.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.library.cards.brief import brief_items, reading_minutes
from briefing.library.coverage import card_words, cited_paragraphs, count_words, story_words
from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.model.card import Card

_HEAD = ("card", "items", "words", "cited", "story", "share", "key", "brief", "min:s")
_ROW = "{:40} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}"


def rows(library: Library) -> Iterator[tuple[str, ...]]:
    """Yield a head and then a row for each readable card: what it holds, and what its brief does.

    Args:
        library: The library.
    """
    yield _HEAD
    for card in library.cards():
        yield _row(card, library)


def _row(card: Card, library: Library) -> tuple[str, ...]:
    words, story = card_words(card), story_words(card, library)
    share = f"{words / story:.0%}" if story else "?"
    brief = brief_items(card)
    short = sum(count_words(item.text) for item in brief)
    minutes, seconds = divmod(round(60 * reading_minutes(short)), 60)
    counts = map(str, (len(card.items) - 1, words, _cited_words(card, library), story))
    return (card.id, *counts, share, str(len(brief) - 1), str(short), f"{minutes}:{seconds:02}")


def _cited_words(card: Card, library: Library) -> int:
    """Return how many words the paragraphs have that a card cites."""
    return sum(
        count_words(library.source(source_id).paragraph(number).text)
        for source_id, numbers in cited_paragraphs((card,)).items()
        for number in numbers
    )


def main() -> None:
    """Print the rows for the library that is named, or for the one that comes with the program."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else bundled_library()
    for row in rows(Library.open(root)):
        print(_ROW.format(*row))


if __name__ == "__main__":
    main()
