"""What was promised, by the time it is due, and what is offered as taking it up."""

from datetime import date

import pytest

from briefing.analysis.commitments import (
    CommitmentRow,
    CommitmentView,
    Offer,
    by_state,
    commitments,
    offers_for,
    offers_of,
)
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.items import items_of_card

TODAY = date(2024, 2, 10)


def shown(view: CommitmentView) -> list[tuple[str, str, str]]:
    return [(row.due_state, row.item.due, row.item.card[:10]) for row in view.rows]


def offered(catalogue: Catalogue, card: str, item: str) -> tuple[Offer, ...]:
    (found,) = (each for each in items_of_card(catalogue, card) if each.item == item)
    listed = {row.item.address: row for row in commitments(catalogue, TODAY).rows}
    row = listed.get(found.address, CommitmentRow(found, "undated", ""))
    return offers_of(catalogue, [row])[found.address]


def test_commitments_stand_by_due_and_the_undated_ones_last(made: Catalogue) -> None:
    view = commitments(made, TODAY)

    assert shown(view) == [
        ("overdue", "2019", "2018-03-05"),
        ("overdue", "2021-06", "2020-03-02"),
        ("overdue", "2022", "2021-06-14"),
        ("due soon", "2024-05-01", "2022-02-14"),
        ("due soon", "2024", "2022-03-07"),
        ("later", "FY2026", "2023-03-06"),
        ("undated", "", "2023-09-04"),
    ]
    assert view.total == 7
    assert [row.promised for row in view.rows] == [True, True, True, False, True, True, True]


@pytest.mark.parametrize(
    ("today", "counts"),
    [
        (date(2018, 1, 1), [0, 0, 6, 1]),
        (date(2021, 7, 1), [2, 0, 4, 1]),
        (date(2024, 2, 10), [3, 2, 1, 1]),
        (date(2027, 4, 1), [6, 0, 0, 1]),
    ],
)
def test_the_states_are_those_of_the_day(made: Catalogue, today: date, counts: list[int]) -> None:
    states = by_state(commitments(made, today).rows)

    assert list(states) == ["overdue", "due soon", "later", "undated"]
    assert [len(rows) for rows in states.values()] == counts


def test_they_may_be_those_of_a_series_a_speaker_or_a_topic(made: Catalogue) -> None:
    assert [s[1] for s in shown(commitments(made, TODAY, series="fishery"))] == ["2022"]
    assert [s[1] for s in shown(commitments(made, TODAY, series=""))] == ["2024-05-01"]
    voss = commitments(made, TODAY, speaker="voss")
    assert [s[1] for s in shown(voss)] == ["2019", "2021-06", "2024", ""]
    ferry = commitments(made, TODAY, topic="ferry")
    assert [s[1] for s in shown(ferry)] == ["2024-05-01", "FY2026"]
    both = commitments(made, TODAY, series="harbour", speaker="reyes", topic="water")
    assert [s[1] for s in shown(both)] == ["2024"]


@pytest.mark.parametrize("series", [None, "harbour"])
def test_of_many_those_nearest_to_the_day_are_kept(made: Catalogue, series: str | None) -> None:
    view = commitments(made, TODAY, series=series, most=1)

    nearest = ("2022", "2024-05-01") if series is None else ("2021-06", "2024")
    assert [row.item.due for row in view.rows] == [*nearest, ""]
    assert view.total == (7 if series is None else 5)


def test_what_an_author_confirms_comes_first_and_is_told_from_what_is_offered(
    made: Catalogue,
) -> None:
    first, second = offered(made, "2018-03-05-harbour", "hotline")

    assert (first.item.item, first.confirmed, first.same_series) == ("opened", True, True)
    assert (second.item.card, second.confirmed, second.same_series) == (
        "2019-10-01-single",
        False,
        False,
    )


def test_what_shares_topic_words_and_speaker_is_offered_first(made: Catalogue) -> None:
    offers = offered(made, "2020-03-02-harbour", "survey")

    assert (offers[0].item.item, offers[0].words) == ("over", ("survey",))
    assert [o.item.date.isoformat() for o in offers] == ["2021-09-06", "2020-09-07", "2021-03-01"]
    assert all(not offer.confirmed and offer.topics == ("dam",) for offer in offers)


def test_neither_questions_nor_earlier_items_are_offered(made: Catalogue) -> None:
    assert offered(made, "2023-03-06-harbour", "ferry") == ()
    assert [o.item.type for o in offered(made, "2021-09-06-harbour", "over")] == []


def test_the_row_itself_says_who_follows_it(made: Catalogue) -> None:
    rows = commitments(made, TODAY).rows

    assert [[later.item for later in row.followed_by] for row in rows] == [["opened"], *[[]] * 6]


def test_names_of_what_is_offered_are_known(made: Catalogue) -> None:
    view, offers = offers_for(made, commitments(made, TODAY, topic="hotline"))

    assert list(offers) == ["2018-03-05-harbour#hotline"]
    assert view.names.speaker_name("lind") == "Cara Lind"
    assert view.names.caution("report-2018-03-05-harbour") == "Read aloud by telephone."
