"""The library written for measuring is one that the program reads without a problem."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.library import ITEMS, UNCITED, make_library
from benchmarks.passages import Text
from briefing.library.library import Library
from briefing.model.core import State


def texts(number: int, origin: str) -> list[Text]:
    """So many different passages of one origin, with characters that YAML minds."""
    return [
        Text(origin, f'Passage {n}: "whoever asks" #{n} — why, and {origin!r} says: no, [never]')
        for n in range(number)
    ]


def test_every_card_is_read_and_every_quote_found(tmp_path: Path) -> None:
    passages = [*texts(60, "1819-Monroe"), *texts(30, "linux-doc-6.1")]
    library = Library.open(make_library(3, tmp_path, passages))
    assert len(library.cards()) == 3
    assert not library.problems()
    for card in library.cards():
        assert len(card.items) == ITEMS + 1
        assert {item.state for item in card.items} == {State.VERBATIM}
    assert len(library.source("source-00001").paragraphs) == ITEMS + UNCITED


def test_too_few_texts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="make 1 cards, not 2"):
        make_library(2, tmp_path, texts(30, "1819-Monroe"))


def test_meetings_can_be_dealt_out_to_series_with_commitments(tmp_path: Path) -> None:
    passages = texts(300, "1819-Monroe")
    library = Library.open(make_library(8, tmp_path, passages, series=2))

    assert library.problems() == ()
    assert Counter(card.series for card in library.cards()) == {"series-001": 4, "series-002": 4}
    for card in library.cards():
        promises = [item for item in card.items if item.kind == "commitment"]
        assert [bool(item.due) for item in promises] == [True, False]
        assert len(card.participants) in (4, 5)
        assert {item.state for item in card.items} == {State.VERBATIM}
    links = [item.follows for card in library.cards() for item in card.items if item.follows]
    assert links
    assert all(library.card(link.card).item(link.item) for link in links)
