"""Quoted words within points are held to the rules of quotes."""

from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.errors import Problem
from briefing.library.library import Library
from tests.cli.libraries import write_library

CODES = ("not-quoted-in-source", "quoted-from-another", "unclear-whose-words", "repeated-quote")
SPEAKERS = """\
voss: {name: Ada Voss, kind: person}
hale: {name: Bo Hale, kind: person}
ministry: {name: Ministry of Water, kind: body}
statement: {name: Joint statement, kind: document}
"""
STORY = """\
River Gazette, evening edition

The ministers met on Monday and agreed to publish the water levels by 2025, the gazette learned.

"We share one river," Minister Ada Voss said. "We will not build a dam unless both sides agree."

A joint statement said the sides "will exchange readings every day" and meet again.

The levels were never published before, and the levels are low.

The ministers said that they will build twelve ships. "Ships are slow," Voss said.

"It is a river of peace," Voss said, while Bo Hale called it late. "It comes late," Hale said.

"The water is ours," Voss said. In the hall somebody cried: "It belongs to all!"
"""


def problems(root: Path, more: str, story: str = STORY) -> list[Problem]:
    library = Library.open(write_library(root, more=more, document=story, speakers=SPEAKERS))
    report = check(library)
    assert [each.message for each in report.problems if each.severity == "error"] == []
    return [each for each in report.problems if each.code in CODES]


def point(text: str, exact: str, by: str = "voss") -> str:
    return f"- point: {text}\n  by: [{by}]\n  evidence: [{{source: gazette, exact: '{exact}'}}]\n"


@pytest.mark.parametrize("words", ["build twelve ships", "twelve ships", "they will build"])
def test_words_that_the_story_only_tells_are_no_quotation(tmp_path: Path, words: str) -> None:
    more = point(f"The ministers would “{words}”.", "The ministers said", "ministry")
    (problem,) = problems(tmp_path, more)
    assert (problem.severity, problem.code) == ("warning", "not-quoted-in-source")
    assert problem.message == (
        f"'{words}' is not between quotation marks in paragraph 6 of gazette"
    )
    assert (problem.place.line, problem.place.column) == (29, 36)


def test_words_that_the_story_quotes_are_a_quotation(tmp_path: Path) -> None:
    assert problems(tmp_path, point("Ships are “slow”.", "Ships are slow")) == []


def test_in_a_document_all_words_are_its_own(tmp_path: Path) -> None:
    root = write_library(
        tmp_path,
        document=STORY,
        speakers=SPEAKERS,
        more=point("They will “build twelve ships”.", "The ministers said", "statement"),
    )
    sources = root / "content/sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("news story", "communiqué"), "utf-8")
    report = check(Library.open(root))
    assert "not-quoted-in-source" not in [each.code for each in report.problems]


@pytest.mark.parametrize(
    ("by", "exact"),
    [
        ("voss", "It is a river of peace"),
        ("voss", "It comes late"),
        ("statement", "called it late"),
    ],
)
def test_words_of_another_speaker_are_told_with_his_name(
    tmp_path: Path, by: str, exact: str
) -> None:
    name = {"voss": "Ada Voss", "statement": "Joint statement"}[by]
    (problem,) = problems(tmp_path, point("It “comes late”.", exact, by))
    assert (problem.severity, problem.code) == ("warning", "quoted-from-another")
    assert problem.message == (
        f"'comes late' is quoted from Hale in paragraph 7 of gazette, and the point is by {name}"
    )


def test_without_a_speaker_the_evidence_tells_whose_a_point_is(tmp_path: Path) -> None:
    more = (
        "- point: The river of peace “comes late”.\n"
        "  evidence: [{source: gazette, exact: It is a river of peace}]\n"
    )
    (problem,) = problems(tmp_path, more)
    assert problem.code == "quoted-from-another"
    assert problem.message.endswith("and its evidence is quoted from Voss")


@pytest.mark.parametrize(
    ("by", "exact"),
    [
        ("hale", "It is a river of peace"),
        ("voss, hale", "It is a river of peace"),
        ("ministry", "It is a river of peace"),
    ],
)
def test_words_of_whoever_the_point_is_by_are_in_order(tmp_path: Path, by: str, exact: str) -> None:
    assert problems(tmp_path, point("It “comes late”.", exact, by)) == []


def test_that_nobody_knows_whose_words_they_are_is_told(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, point("It “belongs to all”.", "The water is ours", "hale"))
    assert (problem.severity, problem.code) == ("warning", "unclear-whose-words")
    assert problem.message == (
        "paragraph 8 of gazette quotes Voss, and does not tell whose words 'belongs to all' are"
    )


def test_words_within_the_evidence_are_their_authors_choice(tmp_path: Path) -> None:
    more = point("It “belongs to all”.", 'somebody cried: "It belongs to all!"', "hale")
    assert problems(tmp_path, more) == []


@pytest.mark.parametrize("words", ["We share one river", "We share one river,"])
def test_words_of_a_quote_are_not_quoted_again_in_a_point(tmp_path: Path, words: str) -> None:
    (problem,) = problems(tmp_path, point(f"Voss says “{words}”.", "We share one river"))
    assert (problem.severity, problem.code) == ("warning", "repeated-quote")


def test_two_points_do_not_quote_the_same_words(tmp_path: Path) -> None:
    one = point("Ships are “slow”.", "Ships are slow")
    two = point("She finds ships “slow”.", "Ships are slow")
    (problem,) = problems(tmp_path, one + two)
    assert (problem.code, problem.place.line) == ("repeated-quote", 32)


def test_other_words_of_the_same_quotation_are_no_repetition(tmp_path: Path) -> None:
    assert problems(tmp_path, point("Voss speaks of “one river”.", "We share one river")) == []


def test_a_waiver_lets_them_stand(tmp_path: Path) -> None:
    more = point("Ministers “build twelve ships”.", "The ministers said", "ministry")
    more += "  accept: [{code: not-quoted-in-source, why: The term is theirs.}]\n"
    assert problems(tmp_path, more) == []
