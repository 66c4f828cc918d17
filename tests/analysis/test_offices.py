"""Who holds which office from one meeting to the next."""

from datetime import date

import pytest

from briefing.analysis.offices import office_changes
from briefing.catalogue.queries.speakers import Office


def at(*people: str, part: str = "participant") -> list[Office]:
    found = []
    for person in people:
        speaker, role, side = person.split("|")
        found.append(Office(speaker, "card", date(2020, 1, 1), part, role, side))
    return found


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (["a|Minister|X"], ["a|Minister|X"], []),
        (["a|Minister|X"], ["a|minister|x"], []),
        (["a|Minister|X"], ["b|Minister|X"], [("successor", "a", "b")]),
        (["a|Minister|X"], ["b|Minister|Y"], [("joined", "", "b"), ("left", "a", "")]),
        (["a|Minister|X"], ["a|Envoy|X"], [("other office", "a", "a")]),
        (
            ["a||", "b|Minister|X"],
            ["b|Minister|X", "c||"],
            [("joined", "", "c"), ("left", "a", "")],
        ),
        (["a|Aide|X", "b|Aide|X"], ["b|Aide|X", "c|Aide|X"], [("successor", "a", "c")]),
        (["a|Aide|X"], ["a|Aide|X", "c|Aide|X"], [("joined", "", "c")]),
        ([], ["a|Minister|X"], []),
        (["a|Foreign Minister|X"], ["a|Minister of Foreign Affairs|X"], []),
        (["a|Secretary of Defense|U.S."], ["a|U.S. Secretary of Defense|United States"], []),
        (["a|Defence Secretary|X"], ["a|Secretary of State for Defense|X"], []),
        (["a|foreign minister|"], ["a|Foreign Minister|X"], []),
        (["a|Foreign Minister|X"], ["a||X"], []),
        (["a|Foreign Minister|X"], ["b|Minister for Foreign Affairs|x"], [("successor", "a", "b")]),
        (["a|Foreign Minister|X"], ["a|Deputy Foreign Minister|X"], [("other office", "a", "a")]),
        (["a|Minister|X"], ["a|Prime Minister|X"], [("other office", "a", "a")]),
        (["a|Vice-President|X"], ["a|President|X"], [("other office", "a", "a")]),
        (["a|Secretary of State|X"], ["a|Secretary of Defense|X"], [("other office", "a", "a")]),
        (["a|Envoy|X"], ["a|Envoy|Y"], [("other office", "a", "a")]),
        (
            ["a|Minister|X"],
            ["b|Minister of Finance|X"],
            [("joined", "", "b"), ("left", "a", "")],
        ),
    ],
)
def test_changes(before: list[str], after: list[str], changes: list[tuple[str, str, str]]) -> None:
    found = office_changes(at(*before), at(*after))

    assert [
        (c.kind, c.before.speaker if c.before else "", c.after.speaker if c.after else "")
        for c in found
    ] == changes


def test_who_is_only_quoted_does_not_count() -> None:
    quoted = at("a|Expert|", part="quoted")

    assert office_changes(at("b|Minister|X"), [*at("b|Minister|X"), *quoted]) == ()
