"""What `follows` may name: an item that is there, of an earlier meeting."""

from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.library.library import Library
from tests.cli.libraries import CARD, write_card, write_library

LINK = "- point: Readings went back and forth.\n  id: kept\n  follows: {}\n"
LINK += "  evidence: [{{source: gazette, exact: exchange readings every day}}]\n"
EARLIER = CARD.replace("2023-02-06", "2021-02-06").replace(
    "- point: Readings go", "- id: promise\n        point: Readings go"
)


def library_following(root: Path, link: str) -> Library:
    write_library(root, more=LINK.format(link))
    write_card(root, "2021-02-06-river", EARLIER.format(bottom_line="They will talk.", more=""))
    return Library.open(root)


def found(root: Path, link: str) -> list[tuple[str, str]]:
    codes = ("unknown-item", "unknown-card", "follows-no-earlier", "bad-value", "not-a-value")
    problems = check(library_following(root, link)).problems
    return [(p.severity, p.code) for p in problems if p.code in codes]


def test_an_item_of_an_earlier_meeting_is_in_order(tmp_path: Path) -> None:
    library = library_following(tmp_path, "2021-02-06-river#promise")

    assert found(tmp_path / "again", "2021-02-06-river#promise") == []
    item = library.card("2023-02-06-river").item("kept")
    assert item is not None
    assert str(item.follows) == "2021-02-06-river#promise"


@pytest.mark.parametrize(
    ("link", "finding"),
    [
        ("2021-02-06-river#promis", ("error", "unknown-item")),
        ("2021-02-06-rivre#promise", ("error", "unknown-card")),
        ("2023-02-06-river#bottom-line", ("warning", "follows-no-earlier")),
    ],
)
def test_other_links_are_findings(tmp_path: Path, link: str, finding: tuple[str, str]) -> None:
    assert found(tmp_path, link) == [finding]


@pytest.mark.parametrize(
    ("before", "now", "earlier"),
    [
        ("time: '09:00'", "time: '20:00'", True),
        ("time: '20:00'", "time: '09:00'", False),
        ("time: '20:00'", "place: Pier", True),
        ("time: '20:00', sequence: 2", "time: '09:00', sequence: 10", True),
        ("sequence: 10", "sequence: 2", False),
    ],
)
def test_hours_tell_which_meeting_of_a_day_was_earlier(
    tmp_path: Path, before: str, now: str, earlier: bool
) -> None:
    library_following(tmp_path, "2021-02-06-river#promise")
    for card, keys in (("2021-02-06-river", before), ("2023-02-06-river", now)):
        path = tmp_path / f"content/meetings/{card}.yaml"
        text = path.read_text(encoding="utf-8").replace("2021-02-06,", "2023-02-06,")
        path.write_text(text.replace("place: Quay", keys), encoding="utf-8")
    codes = {problem.code for problem in check(Library.open(tmp_path)).problems}
    assert ("follows-no-earlier" not in codes) is earlier


def test_the_id_that_was_meant_is_proposed(tmp_path: Path) -> None:
    (problem,) = (
        p
        for p in check(library_following(tmp_path, "2021-02-06-river#promis")).problems
        if p.code == "unknown-item"
    )
    assert problem.hint == "did you mean 'promise'?"


@pytest.mark.parametrize("link", ["2021-02-06-river#promis", "2023-02-06-river#bottom-line"])
def test_the_finding_stands_at_the_link(tmp_path: Path, link: str) -> None:
    problems = check(library_following(tmp_path, link)).problems
    (line,) = {p.place.line for p in problems if p.code in ("unknown-item", "follows-no-earlier")}
    card = (tmp_path / "content/meetings/2023-02-06-river.yaml").read_text("utf-8")
    assert line is not None
    assert card.splitlines()[line - 1].strip() == f"follows: {link}"


def test_what_is_no_link_is_refused_where_it_stands(tmp_path: Path) -> None:
    library = library_following(tmp_path, "2021-02-06-river")

    library.cards()
    (error,) = library.broken.values()
    assert "expected an item of another card as CARD#ITEM" in str(error)
