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
