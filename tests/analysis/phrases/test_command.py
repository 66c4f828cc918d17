"""`briefing phrase`: what it prints in each form, and what it says of mistakes."""

import csv
import io
import json

import pytest

from briefing.output.analysis.phrases.page import history_page
from briefing.text.width import cells
from tests.analysis.phrases.test_history import traced
from tests.cli.conftest import ROOT, Run
from tests.cli.conftest import run as run  # the fixture

LIBRARY = ("--library", str(ROOT))


class Names:
    """Names that are their ids."""

    def speaker_name(self, speaker_id: str, /) -> str:
        return speaker_id

    def caution(self, source_id: str, /) -> str:
        return "reworded" if source_id.startswith("reuters") else ""


def test_plain_lines(run: Run) -> None:
    result = run("phrase", "rules-based order", *LIBRARY)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "rules-based order: 1 use, 1 use of 1 close variant, in 2 meetings",
        "Meeting 2022-01-07, 2022-01-07-us-japan-2plus2: █ 1 use",
        "Meeting 2023-01-11, 2023-01-11-us-japan-foreign-ministers: ░ 0 uses, 1 variant",
        "Variant, rules-based{+, free and open international+} order: 1 use, first 2023-01-11",
    ]
    assert lines[4].startswith(
        "Use 1 of 2, 2022-01-07, first use, paragraph 4 of reuters-2022-01-07,"
        " claims: 2022-01-07-us-japan-2plus2#2: The ministers expressed concern"
    )
    assert "[caution: Visibly re-worded" in lines[4]
    assert lines[5].startswith("Use 2 of 2, 2023-01-11, variant, paragraph 26 of kyodo-2023-01,")
    assert len(lines) == 6


def test_our_words_are_said_to_be_ours(run: Run) -> None:
    text = run("phrase", "peace and stability in the Taiwan Strait", *LIBRARY).stdout
    assert (
        "2022-01-07-us-japan-2plus2#4, point, rests on paragraph 6 of reuters-2022-01-07,"
        " in our words: The ministers stressed peace"
    ) in text


def test_words_of_a_quote_are_its_speakers(run: Run) -> None:
    text = run("phrase", "develop new ones", *LIBRARY).stdout
    assert "quoted from Antony Blinken" in text


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_page_keeps_within_the_terminal_and_lights_the_words(columns: int) -> None:
    lines = list(history_page(traced(ROOT, "rules-based order"), Names(), columns))
    assert max(cells("".join(piece.text for piece in line)) for line in lines) <= columns
    hits = "".join(piece.text for line in lines for piece in line if piece.role == "hit")
    assert hits.replace(" ", "") == "rules-basedorderrules-based,freeandopeninternationalorder"


def test_json_has_the_documented_shape(run: Run) -> None:
    record = json.loads(run("phrase", "rules-based", "order", "--json", *LIBRARY).stdout)
    assert (record["exact"], record["varied"], record["partial"]) == (1, 1, False)
    first = record["uses"][0]
    assert first["text"][first["start"] : first["end"]] == first["words"] == "rules-based order"
    assert first["claims"] == [
        {
            "card": "2022-01-07-us-japan-2plus2",
            "number": 2,
            "item": first["claims"][0]["item"],
            "type": "point",
            "state": "verbatim",
        }
    ]


def test_csv_and_markdown(run: Run) -> None:
    table = run("phrase", "peace and stability", "--format", "csv", *LIBRARY).stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["source"], row["paragraph"]) for row in rows] == [
        ("reuters-2022-01-07", "6"),
        ("kyodo-2023-01", "18"),
        ("kyodo-2023-01", "20"),
    ]
    text = run("phrase", "peace and stability", "--format", "markdown", *LIBRARY).stdout
    assert text.startswith("# peace and stability: 3 uses, in 2 meetings\n")
    assert text.count("**peace and stability**") == 3


def test_fewer_uses_than_there_are_is_told(run: Run) -> None:
    result = run("phrase", "peace and stability", "--limit", "1", *LIBRARY)
    assert result.stdout.count("Use ") == 1
    assert result.stderr == "briefing: 1 of 3 uses shown, --limit shows more\n"


def test_words_that_stand_nowhere_are_named(run: Run) -> None:
    result = run("phrase", "rulez-based order", *LIBRARY)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "briefing: no such word in the library: rulez",
        "briefing: nearest words: rules, ruled",
    ]


def test_a_very_long_word_is_told_of_in_short(run: Run) -> None:
    result = run("phrase", "x" * 3000, *LIBRARY)
    assert result.stdout == f"{'x' * 60}…{'x' * 60}: 0 uses, in 0 meetings\n"
    assert len(result.stderr) < 400


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([""], "a phrase has one word at least and twelve at most"),
        (["one"] * 13, "a phrase has one word at least and twelve at most"),
        (["order", "--limit", "0"], "0"),
        (["order", "--json", "--format", "csv"], "--json and --format ask for two forms"),
        ([], "PHRASE"),
    ],
)
def test_a_mistake_is_one_clear_line(run: Run, arguments: list[str], says: str) -> None:
    result = run("phrase", *arguments, *LIBRARY)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert says in line
