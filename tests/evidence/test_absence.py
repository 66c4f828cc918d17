"""Evidence of absence: words that stand nowhere in a source, and words that do after all."""

from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.library.library import Library
from briefing.model.core import State
from briefing.model.evidence import Evidence
from briefing.output.plain import card_lines
from tests.cli.libraries import write_library

OPEN = "- open: Who pays?\n  evidence: [{{source: gazette, absent: [{words}]}}]\n"


def evidence_of(root: Path, words: str) -> Evidence:
    library = Library.open(write_library(root, more=OPEN.format(words=words)))
    return library.card("2023-02-06-river").items[-1].evidence[0]


@pytest.mark.parametrize(
    "words",
    ["cost", "budget, money", "one dam", "riv", "sharedriver", "levels were always", "GDP"],
)
def test_words_that_are_nowhere_are_absent(tmp_path: Path, words: str) -> None:
    assert evidence_of(tmp_path, words).state is State.ABSENT


@pytest.mark.parametrize(
    ("words", "found", "paragraph"),
    [
        ("dam", "dam", 3),
        ("DAM", "DAM", 3),
        ("minister", "ministers", 2),
        ("cost, exchange", "exchange", 4),
        ("edition", "edition", 1),
        ("one   river", "one river", 3),
        ('"both sides"', "both sides", 3),
        ("publish", "publish", 2),
    ],
)
def test_words_that_are_there_are_told_with_their_paragraph(
    tmp_path: Path, words: str, found: str, paragraph: int
) -> None:
    evidence = evidence_of(tmp_path, words)
    assert evidence.state is State.MISSING
    assert evidence.passage.reason.casefold() == f"'{found}' is in paragraph {paragraph}".casefold()


def test_a_wrong_claim_of_absence_is_a_finding_of_its_own(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, more=OPEN.format(words="dam")))
    (problem,) = check(library).problems
    assert (problem.severity, problem.code) == ("warning", "not-absent")
    assert "'dam' is in paragraph 3" in problem.message


def test_an_absence_is_counted_and_printed_as_such(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, more=OPEN.format(words="cost")))
    report = check(library)
    assert report.problems == ()
    assert report.states[State.ABSENT] == 1
    lines = list(card_lines(library.card("2023-02-06-river"), library))
    assert any("open question" in line and "Who pays?" in line for line in lines)


def test_words_without_spaces_are_found_inside_others(tmp_path: Path) -> None:
    document = "Head\n\n水位は毎日公表される。\n"
    library = Library.open(
        write_library(tmp_path, document=document, more=OPEN.format(words="公表"))
    )
    evidence = library.card("2023-02-06-river").items[-1].evidence[0]
    assert evidence.passage.reason == "'公表' is in paragraph 2"
