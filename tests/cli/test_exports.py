"""Exports of the views: all that there is, and a table or a sentence where there is nothing."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from tests.analysis.made import write_made
from tests.cli.conftest import Run
from tests.cli.libraries import write_library

TODAY = ("--today", "2024-02-10")
ROWS = [
    "date", "meeting", "who", "type", "voice", "kind", "words", "state", "rests on", "item",
    "caution",
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_made(tmp_path_factory.mktemp("exports") / "library")


@pytest.fixture(autouse=True)
def made_library(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(made))
    monkeypatch.setenv("BRIEFING_CACHE", str(made.parent / "cache"))


def test_a_calendar_holds_all_dates_unless_a_limit_is_given(run: Run, tmp_path: Path) -> None:
    more = "".join(
        f"- point: Step {number} of the plan.\n  due: 2025\n"
        "  evidence: [{source: gazette, exact: the levels are low}]\n"
        for number in range(60)
    )
    library = ("--library", str(write_library(tmp_path / "river", more=more)), *TODAY)
    every = run("commitments", *library, "--format", "ics")
    some = run("commitments", *library, "--format", "ics", "--limit", "2")
    table = run("commitments", *library, "--format", "csv")

    assert (every.stdout.count("BEGIN:VEVENT"), every.stderr) == (60, "")
    assert some.stdout.count("BEGIN:VEVENT") == 2
    assert "of 61 commitments shown, --limit shows more" in some.stderr
    assert "51 of 61 commitments shown, --limit shows more" in table.stderr


def test_a_calendar_without_dates_is_told(run: Run) -> None:
    result = run("commitments", *TODAY, "--topic", "border", "--format", "ics")

    assert result.stderr == "briefing: nothing is promised, and nothing has a time\n"
    assert "VEVENT" not in result.stdout


@pytest.mark.parametrize("today", ["0001-01-01", "0999-12-31", "9999-12-31"])
@pytest.mark.parametrize("command", [("commitments",), ("prepare", "harbour")])
def test_any_day_can_be_looked_from(run: Run, command: tuple[str, ...], today: str) -> None:
    result = run(*command, "--today", today)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


@pytest.mark.parametrize(
    ("words", "header"),
    [
        (("topics", "border"), ROWS),
        (("speakers", "voss", "--topic", "border"), ["manner", *ROWS]),
        (("speakers", "voss", "lind", "--topic", "border"), ["speaker", *ROWS]),
        (
            ("timeline", "--from", "2050"),
            [
                "from",
                "to",
                "time",
                "kind",
                "words",
                "series",
                "rests on",
                "card or item",
                "caution",
            ],
        ),
    ],
)
def test_an_empty_table_has_its_head(run: Run, words: tuple[str, ...], header: list[str]) -> None:
    table = list(csv.reader(io.StringIO(run(*words, "--format", "csv").stdout)))

    assert table == [header]


@pytest.mark.parametrize(
    "words",
    [
        ("topics", "hotline"),
        ("speakers", "voss"),
        ("speakers", "voss", "okafor"),
        ("commitments", *TODAY),
        ("timeline",),
        ("compare", "2018-03-05-harbour", "2019-03-04-harbour"),
    ],
)
def test_a_caution_on_a_source_is_exported_with_what_rests_on_it(
    run: Run, words: tuple[str, ...]
) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").stdout)))
    document = run(*words, "--format", "markdown").stdout

    cautions = {row["caution"] for row in rows if "A hotline will open in 2019." in row.values()}
    assert cautions == {"Read aloud by telephone."}
    assert {row["caution"] for row in rows if "The hotline opened" in str(row)} <= {""}
    assert "Read aloud by telephone." in document


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("topics", "border"), "## Border: 0 items\n\nNothing is filed under Border.\n"),
        (("speakers", "voss", "--topic", "border"), "Nothing of Ada Voss is there.\n"),
        (("timeline", "--from", "2050"), "## Timeline\n\nNothing has a date there.\n"),
    ],
)
def test_an_empty_document_says_so(run: Run, words: tuple[str, ...], text: str) -> None:
    assert run(*words, "--format", "markdown").stdout == text


@pytest.mark.parametrize("command", ["topics", "speakers", "commitments", "timeline"])
def test_a_library_without_cards_makes_a_sentence_and_a_head(
    tmp_path: Path, run: Run, command: str
) -> None:
    (tmp_path / "content/meetings").mkdir(parents=True)
    document = run(command, "--library", str(tmp_path), "--format", "markdown").stdout
    sheet = run(command, "--library", str(tmp_path), "--format", "csv").stdout

    assert any(line.endswith((".", "part.")) and line[0].isupper() for line in document.split("\n"))
    assert len(sheet.splitlines()) == 1
    assert "," in sheet


def test_what_is_exported_is_not_dated_by_the_clock(run: Run) -> None:
    first = run("commitments", "--format", "ics", "--today", "0999-03-04").stdout

    assert first.count("DTSTAMP:09990304T000000Z") == 6
    assert date.today().isoformat() not in first
