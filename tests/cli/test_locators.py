"""Pages and times of the originals, wherever the command line shows evidence."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.output.page import card_page
from briefing.output.wording import locator_words
from tests.cli.conftest import Run
from tests.cli.libraries import write_library, write_provenance

CARD = "2023-02-06-river"
PAGES = [[2, "p. 4"], [4, "p. 5"], [5, None]]
TIMES = [[1, "00:00:05"], [3, "00:12:31"], [4, "00:14:00"]]


@pytest.fixture
def river(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    more = (
        "- point: They share and publish.\n  evidence:\n"
        "    - {source: gazette, exact: agreed to publish the water levels}\n"
        "    - {source: gazette, exact: will exchange readings every day}\n"
    )
    root = write_library(tmp_path / "river", more=more)
    write_provenance(root, PAGES)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root


@pytest.mark.parametrize(
    ("locators", "words"),
    [
        ([], ""),
        ([None, None], ""),
        (["p. 4"], "p. 4"),
        (["p. 4", None, "p. 4"], "p. 4"),
        (["p. 4", "p. 5"], "pp. 4–5"),
        (["pp. 4–5", "p. 5"], "pp. 4–5"),
        (["p. 4–5"], "pp. 4–5"),
        (["p. 9", "p. 4"], "pp. 4, 9"),
        (["p. 2", "pp. 3–5", "p. 9"], "pp. 2–5, 9"),
        (["pp. 3–9", "p. 4"], "pp. 3–9"),
        (["00:12:31"], "00:12:31"),
        (["00:12:31", "00:14:00"], "00:12:31, 00:14:00"),
        (["part 1", "p. 4"], "part 1, p. 4"),
    ],
)
def test_pages_and_times_in_words(locators: Sequence[str | None], words: str) -> None:
    assert locator_words(locators) == words


def test_show_names_the_page_beside_the_paragraph(river: Path, run: Run) -> None:
    lines = run("show", CARD, "--plain").stdout.splitlines()

    assert [line.partition(":")[0] for line in lines if line.startswith("Claim ")] == [
        "Claim 1 of 5, point, commitment, rests on paragraph 4 (p. 5), caution",
        "Claim 2 of 5, quote, verbatim, Ada Voss, paragraph 3 (p. 4), caution",
        "Claim 3 of 5, quote, verbatim, Joint statement, paragraph 4 (p. 5), caution",
        "Claim 4 of 5, point, fact, rests on paragraph 5, caution",
        "Claim 5 of 5, point, rests on paragraphs 2 and 4 (pp. 4–5), caution",
    ]
    library = Library.open(river)
    page = ["".join(p.text for p in line) for line in card_page(library.card(CARD), library, 90)]
    assert "     Ada Voss · verbatim · paragraph 3 (p. 4) · caution" in page


def test_show_gives_programs_the_page_of_each_piece_of_evidence(river: Path, run: Run) -> None:
    items = json.loads(run("show", CARD, "--json").stdout)["items"]

    assert [[each["locator"] for each in item["evidence"]] for item in items] == [
        ["p. 5"], ["p. 4"], ["p. 5"], [None], ["p. 4", "p. 5"],
    ]  # fmt: skip


def test_a_search_names_the_page_of_each_hit(river: Path, run: Run) -> None:
    hits = json.loads(run("search", "levels", "--json").stdout)["hits"]
    places = {(each["paragraph"], each["locator"]) for each in hits}
    assert {(2, "p. 4"), (5, None)} <= places
    lines = run("search", "exchange readings", "--plain").stdout.splitlines()
    assert any("gazette paragraph 4 (p. 5)" in line for line in lines)


def test_a_search_tells_no_page_of_a_text_that_was_changed(river: Path, run: Run) -> None:
    assert run("search", "levels").exit_code == 0
    with (river / "seeds/gazette.txt").open("a") as file:
        file.write("\nOne more.\n")
    hits = json.loads(run("search", "levels", "--json").stdout)["hits"]
    assert {each["locator"] for each in hits} == {None}


def test_where_a_quotation_is(river: Path, run: Run) -> None:
    words = "We share one river"
    (place,) = json.loads(run("search", "--quote", words, "--json").stdout)["places"]
    assert (place["paragraph"], place["locator"]) == (3, "p. 4")
    assert run("search", "--quote", words).stdout.startswith("gazette, paragraph 3 (p. 4), ")


def test_why_names_the_page_before_the_file(river: Path, run: Run) -> None:
    (line,) = [each for each in run("why", f"{CARD}#2").stdout.splitlines() if "Proven" in each]
    assert "¶3 of gazette (p. 4, seeds/gazette.txt:5)" in line
    (proof,) = json.loads(run("why", f"{CARD}#2", "--json").stdout)["proofs"]
    assert proof["locator"] == "p. 4"
    (line,) = [each for each in run("why", f"{CARD}#4").stdout.splitlines() if "Proven" in each]
    assert "¶5 of gazette (seeds/gazette.txt:9)" in line


def test_verify_names_the_page_of_what_it_found(river: Path, run: Run, tmp_path: Path) -> None:
    write_provenance(river, TIMES)
    memo = tmp_path / "memo.md"
    memo.write_text("The paper has “We share one river,” and “the levels are low”.\n")
    lines = run("verify", str(memo)).stdout.splitlines()

    assert "¶3 of gazette (00:12:31)" in lines[0]
    assert "¶5 of gazette (00:14:00)" in lines[1]
    (said,) = json.loads(run("verify", str(memo), "--json").stdout)["files"]
    assert [each["locator"] for each in said["quotations"]] == ["00:12:31", "00:14:00"]
