"""Meetings of one day are in one order wherever they are told of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.analysis.compare.choosing import cards_of_series
from briefing.analysis.speakers import all_speakers, side_by_side, speaker_matrix, speaker_row
from briefing.analysis.timeline import timeline
from briefing.analysis.topics import topic_matrix
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.meetings import meetings_between, meetings_of_series
from briefing.catalogue.queries.speakers import speaker_sums
from briefing.catalogue.sync.sync import sync
from tests.analysis.libraries import make_library, quote

DAY = "2020-01-01"
ROLES = {f"{DAY}-a": "First", f"{DAY}-b": "", f"{DAY}-c": "Third", f"{DAY}-d": ""}


@pytest.fixture(params=[(0, 0, 0, 0), (4, 3, 2, 1), (1, 2, 2, 3)])
def same_day(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Catalogue]:
    """Return the catalogue of four meetings on one day, with their numbers in the series."""
    texts = {"one": "The river rose."}
    cards = {card: [quote("The river rose.", "one", "river")] for card in ROLES}
    root = make_library(tmp_path, texts, cards, {"river": ["River"]})
    for (card, role), number in zip(ROLES.items(), request.param, strict=True):
        path = root / f"content/meetings/{card}.yaml"
        office = f"  role: {role}\n" if role else ""
        text = path.read_text(encoding="utf-8").replace("  role: Minister\n", office)
        sequence = f"  sequence: {number}\n" if number else ""
        path.write_text(text.replace("meeting:\n", f"meeting:\n{sequence}"), encoding="utf-8")
    with Catalogue.in_memory(root) as catalogue:
        sync(catalogue)
        yield catalogue


def test_meetings_of_one_day(same_day: Catalogue) -> None:
    newest_first = [row.card for row in same_day.meetings()]
    in_time = newest_first[::-1]
    day = same_day.meetings()[0].date
    assert day is not None

    assert [row.card for row in meetings_of_series(same_day, "river")] == in_time
    assert [row.card for row in meetings_between(same_day, day, day)] == in_time
    assert [row.card for row in topic_matrix(same_day, "river").meetings] == in_time
    assert list(cards_of_series("river", same_day.meetings())) == in_time
    told = [entry.meeting.card for entry in timeline(same_day).entries if entry.meeting]
    assert told == in_time
    assert [m.card for m in side_by_side(same_day, "voss", "nobody").meetings] == in_time


def test_the_office_held_last_on_one_day_is_one_that_a_card_names(same_day: Catalogue) -> None:
    in_time = [row.card for row in same_day.meetings()][::-1]
    last = next(ROLES[card] for card in reversed(in_time) if ROLES[card])

    (everywhere,) = all_speakers(same_day)
    (of_series,) = speaker_matrix(same_day, "river").rows
    for row in (everywhere, of_series.row, speaker_row(same_day, "voss")):
        assert row.office is not None
        assert row.office.role == last
    assert [row.role for row in speaker_sums(same_day)] == [last]
