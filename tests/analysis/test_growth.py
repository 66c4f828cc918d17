"""The work of a view grows with its answer and not with the library.

Work is counted in steps of SQLite's own machine, which no busy computer changes.
"""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from briefing.analysis.commitments import commitments, offers_for
from briefing.analysis.prepare import prepare
from briefing.analysis.speakers import side_by_side, speaker_matrix, speaker_words
from briefing.analysis.timeline import timeline
from briefing.analysis.topics import topic_matrix, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from tests.analysis.made import write_made

OTHERS = 120
TODAY = date(2024, 2, 10)
SLACK = 1.3
"""A tree of rows that is a level deeper takes some more steps to go down."""

Ask = Callable[[Catalogue], object]
VIEWS: dict[str, Ask] = {
    "matrix of topics": lambda c: topic_matrix(c, "harbour").meetings,
    "thread": lambda c: topic_thread(c, "dam").items,
    "matrix of speakers": lambda c: speaker_matrix(c, "harbour").meetings,
    "words": lambda c: speaker_words(c, "voss").items,
    "side by side": lambda c: side_by_side(c, "voss", "reyes", "water").meetings,
    "commitments of a series": lambda c: commitments(c, TODAY, series="harbour").rows,
    "commitments of a speaker": lambda c: commitments(c, TODAY, speaker="voss").rows,
    "offers": lambda c: offers_for(c, commitments(c, TODAY, series="harbour"))[1],
    "timeline of a series": lambda c: timeline(c, series="harbour").entries,
    "a stretch of time": lambda c: timeline(c, first=date(2026, 1, 1)).entries,
    "before the next round": lambda c: prepare(c, "harbour", TODAY).due,
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalogue, Catalogue]]:
    """Return the made library, and the same among many other meetings."""
    folder = tmp_path_factory.mktemp("growth")
    small = Catalogue.in_memory(write_made(folder / "small"))
    large = Catalogue.in_memory(write_made(folder / "large", OTHERS))
    for catalogue in (small, large):
        sync(catalogue)
    yield small, large
    small.close()
    large.close()


def steps(catalogue: Catalogue, ask: Ask) -> tuple[int, object]:
    """Return how many steps an answer takes, and the answer."""
    count = 0

    def counted() -> int:
        nonlocal count
        count += 1
        return 0

    with catalogue.database.reading() as connection:
        connection.set_progress_handler(counted, 1)
        try:
            answer = ask(catalogue)
        finally:
            connection.set_progress_handler(None, 0)
    return count, answer


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_not_asked_for_costs_nothing(both: tuple[Catalogue, Catalogue], name: str) -> None:
    (few, small), (many, large) = (steps(catalogue, VIEWS[name]) for catalogue in both)

    assert small == large
    assert many <= few * SLACK
