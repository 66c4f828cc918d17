"""Evidence of absence: words that occur nowhere in a source, and words that do after all."""

from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.library.library import Library
from briefing.model.core import State
from briefing.model.evidence import Evidence
from briefing.output.page import card_page
from briefing.output.plain import card_lines, item_line
from briefing.output.wording import absence_words
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
    assert evidence.state is State.PRESENT
    assert evidence.passage.candidates == (paragraph,)
    said = evidence.passage.reason.casefold()
    assert said.startswith(f"'{found}'".casefold())
    assert said.endswith(f"is in paragraph {paragraph}")


SPELLED = """Head

The G-7 and the U.S. sent an F-35A in co-operation over a hotline about nu-
clear arms.

Köln knows China's 1,250,000 so-called decision-makers.
"""


@pytest.mark.parametrize(
    ("words", "found", "paragraph"),
    [
        ("G7", "G-7", 2),
        ("US", "U.S.", 2),
        ("F35", "F-35A", 2),
        ("F-35", "F-35A", 2),
        ("cooperation", "co-operation", 2),
        ("hot-line", "hotline", 2),
        ("nuclear", "nu- clear", 2),
        ("Koeln", "Köln", 3),
        ("koln", "Köln", 3),
        ("Chinas", "China's", 3),
        ("1250000", "1,250,000", 3),
        ("so called", "so-called", 3),
        ("decision-maker", "decision-makers", 3),
    ],
)
def test_words_in_another_spelling_are_no_absence(
    tmp_path: Path, words: str, found: str, paragraph: int
) -> None:
    root = write_library(tmp_path, document=SPELLED, more=OPEN.format(words=words))
    evidence = Library.open(root).card("2023-02-06-river").items[-1].evidence[0]
    said = f"'{found}', a form of '{words}', is in paragraph {paragraph}"
    assert (evidence.state, evidence.passage.reason) == (State.PRESENT, said)


def test_each_word_that_is_there_is_told(tmp_path: Path) -> None:
    evidence = evidence_of(tmp_path, "budget, dam, costs, minister")
    assert evidence.passage.candidates == (3, 2)
    assert evidence.passage.reason == (
        "'dam' is in paragraph 3, and 'ministers', a form of 'minister', is in paragraph 2"
    )


def test_a_failing_absence_contradicts_itself_nowhere(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, more=OPEN.format(words="dam")))
    item = library.card("2023-02-06-river").items[-1]
    line = item_line(item, library)
    assert line == (
        "not absent: Who pays? ['dam' is in paragraph 3 "
        "(read it, then drop the word or the claim)] "
        "[caution: Wording shortened by the paper.]"
    )


def test_a_proven_absence_is_printed_with_its_source(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, more=OPEN.format(words="cost, budget")))
    card = library.card("2023-02-06-river")
    said = "not in this source, River Gazette: 'cost' and 'budget'"
    assert f" [{said}]" in item_line(card.items[-1], library)
    pieces = ["".join(piece.text for piece in line) for line in card_page(card, library, 80)]
    assert any(line.strip() == said for line in pieces)


def test_an_absence_in_a_file_that_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=OPEN.format(words="cost"))
    (root / "seeds" / "gazette.txt").unlink()
    library = Library.open(root)
    said = list(absence_words(library.card("2023-02-06-river").items[-1], library))
    assert said == ["nobody knows whether 'cost' is in River Gazette, which cannot be read"]


def test_a_wrong_claim_of_absence_is_a_finding_of_its_own(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, more=OPEN.format(words="dam")))
    (problem,) = check(library).problems
    assert (problem.severity, problem.code) == ("warning", "not-absent")
    assert problem.message == (
        "the card says that 'dam' occurs nowhere in gazette, but 'dam' is in paragraph 3"
    )


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
