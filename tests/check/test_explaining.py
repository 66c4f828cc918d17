"""Every code that a check can give has its page, and no page is of a code that nothing gives."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.check.explaining import explain, explanations
from briefing.check.report import check
from briefing.errors import UnknownNameError
from briefing.library.library import Library
from briefing.output.findings import explanation_lines

ROOT = Path(__file__).parents[2]
ROOMS = ("cardformat", "check", "library", "text", "sources")
GIVING = {"warning", "note", "error", "refuse", "_refuse", "Problem", "_finding", "Mistake"}
"""Calls one of whose arguments is a code."""
MADE = {
    *(f"evidence-{state}" for state in ("missing", "ambiguous", "drifted")),
    *(f"unknown-{kind}" for kind in ("source", "speaker", "topic", "card")),
    "more-problems",
    "to-decide",
}
"""Codes that are put together, or stand in a constant."""
WORDS = {"alias", "anchor", "tag"}
"""Codes of one word; other single words in such calls are none."""


def strings(tree: ast.AST) -> Iterator[str]:
    """Yield what looks like a code in calls, and in assignments to a name `code`."""
    for node in ast.walk(tree):
        values: list[ast.AST] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in GIVING:
                values = [*node.args, *(keyword.value for keyword in node.keywords)]
        elif isinstance(node, ast.Assign) and "code" in ast.unparse(node.targets[0]):
            values = [node.value]
        for each in (inner for value in values for inner in ast.walk(value)):
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                yield each.value


def given() -> set[str]:
    codes = set(MADE)
    for room in ROOMS:
        for file in (ROOT / "briefing" / room).rglob("*.py"):
            for text in strings(ast.parse(file.read_text(encoding="utf-8"))):
                if re.fullmatch("[a-z]+(-[a-z]+)+", text) or text in WORDS:
                    codes.add(text)
    return codes


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert given() == set(explanations())


@pytest.mark.parametrize("code", sorted(explanations()))
def test_a_page_says_what_is_found_and_what_to_do(code: str) -> None:
    page = explain(code)
    assert page.about.endswith(".")
    assert page.text.count("**Do**: ") == 1


@pytest.mark.parametrize("code", sorted(explanations()))
def test_a_page_can_be_read_without_marks_and_away_from_its_place(code: str) -> None:
    page = explain(code)
    shown = "\n".join(explanation_lines(page))
    assert "**" not in shown
    assert not re.search(r"(?<!`)\*\w+\*", shown)
    assert "](" not in page.text
    assert "Do: " in shown
    assert page.plain.count("\n    ") == page.text.count("\n    ")


def test_pages_stand_in_alphabetical_order() -> None:
    assert list(explanations()) == sorted(explanations())


def test_the_severity_is_the_one_that_is_given() -> None:
    bundled = check(Library.open(ROOT / "tests/fixtures/library"))
    assert bundled.problems
    for problem in bundled.problems:
        assert explain(problem.code).severity == problem.severity


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        explain("cut-negatoin")
    assert caught.value.hint == "did you mean 'cut-negation'?"
