"""`briefing compare`: what it prints in each form, and what it says of mistakes."""

import csv
import io
import json
from pathlib import Path

import pytest

from briefing.output.analysis.compare.page import comparison_page
from briefing.text.width import cells
from tests.analysis.compare.test_comparison import VIRTUAL, WASHINGTON, bundled, compared
from tests.cli.conftest import ROOT, Run
from tests.cli.conftest import run as run  # the fixture

SPACE = ("compare", "--library", str(ROOT), "--topic", "space")


def lines_of(run: Run, *arguments: str) -> list[str]:
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def test_plain_lines_say_each_statement_once_and_each_pair_with_its_ground(run: Run) -> None:
    lines = lines_of(run, *SPACE)
    assert lines[:2] == [
        f"Meeting 2022-01-07: U.S.–Japan two-plus-two, virtual ({VIRTUAL}, reviewed)",
        f"Meeting 2023-01-11: U.S.–Japan two-plus-two, Washington ({WASHINGTON}, reviewed)",
    ]
    assert lines[2].startswith("Caution on reuters-2022-01-07: Visibly re-worded")
    assert "no change of policy" in lines[3]
    assert lines[4:6] == [
        "1 topic: 1 continued, 0 new, 0 not in these sources",
        "Topic: Space, continued, 1 → 2 statements",
    ]
    assert lines[6].startswith(f"Space, {VIRTUAL}#16, point, fact, Antony Blinken, rests on ")
    assert lines[7].startswith(f"Space, {WASHINGTON}#1, point, commitment, Yoshimasa Hayashi, ")
    assert "[verb: “agreed” (paragraph 12 of kyodo-2023-01)]" in lines[7]
    assert lines[8] == (
        "Space, #16 and #1, laid beside each other: what either card leads with on this topic."
        " shared in the sources' words: space. verbs of the sources: none → “agreed” (paragraph"
        " 12 of kyodo-2023-01)"
    )
    assert lines[9] == (
        f"Space, {WASHINGTON}#20, open question: What counts as an attack in space."
        " [without a counterpart]"
    )
    assert len(lines) == 10


def test_word_differences_and_silence_are_told(run: Run) -> None:
    text = "\n".join(lines_of(run, "compare", "--library", str(ROOT)))
    assert "The ministers [-expressed concern-] {+concurred+} that China's" in text
    assert (
        "“promised”, tentative by “to consider” (paragraph 18 of reuters-2022-01-07) → none" in text
    )
    assert "proven: nuclear occurs nowhere in kyodo-2023-01" in text
    assert (
        f"Human rights, {WASHINGTON}: nothing on the card, and none of these names is in"
        " kyodo-2023-01: Human rights, Xinjiang, Hong Kong, 人権"
    ) in text


def test_a_source_that_is_not_silent_is_named(run: Run) -> None:
    lines = lines_of(
        run, "compare", VIRTUAL, "foreign-ministers", "--library", str(ROOT), "--topic", "taiwan"
    )
    assert "Topic: Taiwan, not on this card, 3 → 0 statements" in lines
    assert any(
        "though its sources name it: Taiwan in paragraph 9 of kyodo" in line for line in lines
    )


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_of_the_page_is_wider_than_the_terminal(columns: int) -> None:
    lines = list(comparison_page(compared(VIRTUAL, WASHINGTON), bundled(), columns))
    assert max(cells("".join(piece.text for piece in line)) for line in lines) <= columns


def test_the_page_marks_what_both_have_and_quotes_once() -> None:
    comparison = compared(VIRTUAL, WASHINGTON).of(["international-order"])
    lines = list(comparison_page(comparison, bundled(), 88))
    hits = " ".join(piece.text for line in lines for piece in line if piece.role == "hit")
    assert "political, economic, military and technological" in hits
    text = " ".join("".join(piece.text for piece in line).strip() for line in lines)
    assert text.count("“The ministers concurred") == 1
    assert "“The ministers expressed concern that China’s efforts ‘to undermine" in text


@pytest.mark.parametrize(
    ("topic", "alone"),
    [
        ("alliance", ["“agreed” (paragraph 2 of"]),
        ("china", ["“reaffirmed” (paragraph 19 of", "“noting” (paragraph 17 of"]),
        ("defense-spending", []),
        ("space", []),
    ],
)
def test_the_verb_of_a_statement_without_a_counterpart_is_shown(
    run: Run, topic: str, alone: list[str]
) -> None:
    document = run("compare", "--library", str(ROOT), "--topic", topic, "--format", "markdown")
    page = comparison_page(compared(VIRTUAL, WASHINGTON).of([topic]), bundled(), 88)

    for text in (document.stdout, "\n".join("".join(p.text for p in line) for line in page)):
        _, *found = text.split("verb of the source: ")
        assert [words[: len(verb)] for words, verb in zip(found, alone, strict=True)] == alone


def test_json_has_the_documented_shape(run: Run) -> None:
    record = json.loads(run("compare", "--library", str(ROOT), "--json").stdout)
    assert [meeting["id"] for meeting in record["meetings"]] == [VIRTUAL, WASHINGTON]
    assert len(record["topics"]) == 16
    rights = next(topic for topic in record["topics"] if topic["id"] == "human-rights")
    assert rights["standing"] == "not in these sources"
    assert rights["stages"][1]["looked"]["nowhere"] is True
    order = next(topic for topic in record["topics"] if topic["id"] == "international-order")
    (pair,) = order["steps"][0]["pairs"]
    assert pair["shared_topics"] == ["china"]
    assert pair["verb_later"]["strength"] == "agreed"
    assert pair["verb_earlier"] is None


def test_csv_has_a_row_for_each_statement_and_each_silence(run: Run) -> None:
    result = run("compare", "--library", str(ROOT), "--topic", "human-rights", "--format", "csv")
    first, second = csv.DictReader(io.StringIO(result.stdout))
    assert (first["card"], first["number"], first["without counterpart"]) == (VIRTUAL, "3", "yes")
    assert (second["card"], second["number"]) == (WASHINGTON, "")
    assert second["standing"] == "not in these sources"
    assert second["text"].startswith("nothing on the card")


def test_markdown_has_a_heading_for_each_topic(run: Run) -> None:
    lines = lines_of(run, *SPACE, "--format", "markdown")
    assert [line for line in lines if line.startswith("#")] == ["# Meetings compared", "## Space"]
    assert all(not line or line.startswith(("#", "*", " ", "Compared", "cont")) for line in lines)


def test_a_series_is_compared_as_a_whole(run: Run) -> None:
    arguments = ("--library", str(ROOT), "--json")
    series = run("compare", "--series", "us-japan-2plus2", *arguments).stdout
    assert series == run("compare", WASHINGTON, *arguments).stdout
    assert series == run("compare", "2023-2plus2", "2022-2plus2", *arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["2022", "2023", "x"], "name at most two cards, or a series"),
        (["2022", "--series", "us"], "name at most two cards, or a series"),
        ([VIRTUAL], f"no meeting of its series is before {VIRTUAL} (name the card"),
        (["nowhere"], "no card is called 'nowhere'"),
        (["--series", "us-japan-2plus3"], "no series is called 'us-japan-2plus3' (did you mean"),
        (["--topic", "spce"], "no topic is called 'spce' (did you mean 'space'?)"),
        (["--topic", "d"], "'d' can mean"),
        (["--format", "csv", "--json"], "--json and --format ask for two forms"),
        (["--format", "pdf"], "pdf"),
    ],
)
def test_a_mistake_is_one_clear_line(run: Run, arguments: list[str], says: str) -> None:
    result = run("compare", "--library", str(ROOT), *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert says in line


def test_a_library_without_two_meetings_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content" / "meetings").mkdir(parents=True)
    result = run("compare", "--library", str(tmp_path))
    assert result.exit_code == 2
    assert "no series has two meetings (name two cards to compare)" in result.stderr
