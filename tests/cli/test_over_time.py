"""The commands that ask all meetings at once, in each form they print."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from briefing.output.analysis import (
    commitments,
    prepare,
    rows,
    speaker_records,
    timeline,
    topics,
)
from tests.analysis.made import write_made
from tests.cli.conftest import ROOT, Run

ROW = [
    "card", "item", "position", "title", "date", "series", "type", "section", "text", "who",
    "voice", "kind", "due", "topics", "state", "source", "paragraph", "spans", "caution",
    "follows",
]  # fmt: skip
COUNT = [
    "id", "name", "kind", "country", "items", "meetings", "took_part", "quoted_alone", "manners",
    "office",
]  # fmt: skip
COMMITMENT = [
    "due_state", "when", "due_first", "due_last", "promised", "row", "taken_up_in",
]  # fmt: skip
PREPARE = [
    "series", "today", "last", "before", "bottom_line", "due", "undated", "commitments", "open",
    "offices", "topics", "phrases",
]  # fmt: skip
PLACE = [
    "card", "number", "source", "paragraph", "start", "end", "phrase", "words", "caution",
]  # fmt: skip
TODAY = ("--today", "2024-02-10")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_made(tmp_path_factory.mktemp("over-time") / "library")


@pytest.fixture(autouse=True)
def made_library(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(folder))
    monkeypatch.setenv("BRIEFING_CACHE", str(folder.parent / "cache"))


@pytest.mark.parametrize(
    ("shape", "keys"),
    [
        (rows.RowRecord, ROW),
        (topics.TopicsRecord, ["topics", "matrices"]),
        (topics.TopicRecord, ["id", "label", "note", "items", "meetings"]),
        (topics.MatrixRecord, ["series", "meetings", "topics"]),
        (topics.CountsRecord, ["topic", "counts"]),
        (topics.MeetingRecord, ["card", "title", "date"]),
        (topics.ThreadRecord, ["topic", "total", "related", "rows"]),
        (speaker_records.SpeakersRecord, ["speakers", "matrices"]),
        (speaker_records.SpeakerCountRecord, COUNT),
        (speaker_records.SpeakerMatrixRecord, ["series", "meetings", "speakers"]),
        (speaker_records.SpeakerCellsRecord, ["speaker", "cells"]),
        (speaker_records.SpeakerCellRecord, ["took_part", "items", "manners"]),
        (speaker_records.WordsRecord, ["speaker", "offices", "topics", "groups"]),
        (speaker_records.OfficeRecord, ["card", "date", "part", "role", "side"]),
        (speaker_records.GroupRecord, ["manner", "rows"]),
        (speaker_records.PairRecord, ["one", "other", "topic", "shared_topics", "meetings"]),
        (speaker_records.SideRecord, ["card", "title", "one", "other"]),
        (commitments.CommitmentsRecord, ["today", "soon", "total", "commitments"]),
        (commitments.CommitmentRecord, COMMITMENT),
        (commitments.OfferRecord, ["confirmed", "same_series", "topics", "words", "row"]),
        (timeline.TimelineRecord, ["entries"]),
        (timeline.EntryRecord, ["kind", "first", "last", "when", "meeting", "row", "event"]),
        (
            timeline.EventRecord,
            ["source", "paragraph", "start", "end", "words", "text", "caution"],
        ),
        (prepare.PrepareRecord, PREPARE),
        (prepare.OfficeChangeRecord, ["kind", "before", "after"]),
        (prepare.OfficeHolderRecord, ["id", "name", "role", "side", "card"]),
        (prepare.TopicChangeRecord, ["topic", "before", "last"]),
        (prepare.MovedPhraseRecord, ["topic", "label", "earlier", "later"]),
        (prepare.PhrasePlaceRecord, PLACE),
    ],
)
def test_every_key_is_documented(shape: type, keys: list[str]) -> None:
    documented = set(re.findall(r"`(\w+)`", (ROOT / "docs/cli.md").read_text("utf-8")))

    assert list(shape.__annotations__) == keys
    assert set(keys) <= documented


def test_topics_as_json(run: Run) -> None:
    answer = json.loads(run("topics", "--json").stdout)

    assert answer["topics"][0] == {
        "id": "water", "label": "Water", "note": None, "items": 9, "meetings": 7,
    }  # fmt: skip
    assert [matrix["series"] for matrix in answer["matrices"]] == ["fishery", "harbour", None]
    assert answer["matrices"][0]["topics"] == [
        {"topic": "fish", "counts": [1, 1, 1, 1, 1, 1]},
        {"topic": "water", "counts": [0, 0, 0, 0, 0, 1]},
    ]


def test_a_topic_as_plain_lines_names_what_each_rests_on(run: Run) -> None:
    lines = run("topics", "hotline").stdout.splitlines()

    assert lines == [
        "Hotline: 3 items",
        "2018-03-05, Ada Voss and Ben Okafor, point, commitment, due 2019, rests on"
        " report-2018-03-05-harbour paragraph 3, 2018-03-05-harbour#2: A hotline will open in"
        " 2019. [caution: Read aloud by telephone.]",
        "2019-03-04, Ben Okafor, point, fact, rests on report-2019-03-04-harbour paragraph 2,"
        " 2019-03-04-harbour#1: The hotline opened in February 2019.",
        "2019-10-01, Cara Lind, point, assessment, rests on report-2019-10-01-single paragraph 2,"
        " 2019-10-01-single#1: Lind expects a hotline for the ports.",
    ]


def test_the_address_of_a_row_is_what_show_takes(run: Run) -> None:
    line = run("topics", "hotline").stdout.splitlines()[2]
    address = line.partition(": ")[0].rpartition(", ")[2]

    assert "The hotline opened in February 2019." in run("show", address).stdout


def test_a_row_as_json(run: Run) -> None:
    row = json.loads(run("topics", "hotline", "--json").stdout)["rows"][1]

    assert list(row) == ROW
    assert row["follows"] == {"card": "2018-03-05-harbour", "item": "hotline"}
    assert row["who"] == [{"id": "okafor", "name": "Ben Okafor"}]
    assert (row["source"], row["paragraph"], row["spans"]) == (
        "report-2019-03-04-harbour",
        2,
        [[0, 36]],
    )
    assert (row["position"], row["state"], row["caution"]) == (1, "verbatim", None)


def test_counts_as_csv_are_one_a_row(run: Run) -> None:
    table = list(csv.reader(io.StringIO(run("topics", "--format", "csv").stdout)))

    assert table[0] == ["series", "card", "date", "topic", "label", "items"]
    assert table[1] == [
        "fishery", "2018-06-11-fishery", "2018-06-11", "fish", "Fish", "1",
    ]  # fmt: skip
    assert sum(int(row[-1]) for row in table[1:] if row[3] == "water") == 9


def test_counts_as_markdown_have_a_table_a_series(run: Run) -> None:
    text = run("topics", "--series", "fish", "--format", "markdown").stdout

    assert text.splitlines()[0] == "## fishery"
    assert "| Water |  |  |  |  |  | 1 | 1 |" in text


def test_everything_somebody_said_is_one_command(run: Run) -> None:
    lines = run("speakers", "Ben Okafor").stdout.splitlines()

    assert lines[0] == (
        "Ben Okafor (okafor), Observer, 4 items (own words 1, reported words 1, told in our"
        " words 2), took part in 7 meetings"
    )
    assert [line.partition(",")[0] for line in lines if "#" in line] == [
        "Own words", "Reported words", "Told in our words", "Told in our words",
    ]  # fmt: skip
    assert "“There is no dam without consent.”" in "\n".join(lines)


def test_who_is_never_quoted_is_said_to_be(run: Run) -> None:
    listed = [line for line in run("speakers").stdout.splitlines() if "no words of their" in line]
    answer = json.loads(run("speakers", "--json").stdout)["speakers"]

    assert [line.partition(" (")[0] for line in listed] == [
        "harbour, Cara Lind",
        "meetings of no series, Cara Lind",
    ]
    assert [s["id"] for s in answer if s["took_part"] and not s["quoted_alone"]] == ["lind"]


def test_two_speakers_on_a_topic(run: Run) -> None:
    answer = json.loads(run("speakers", "voss", "reyes", "--topic", "water", "--json").stdout)

    assert [len(m["one"]) for m in answer["meetings"]] == [1, 1, 1, 2]
    assert [len(m["other"]) for m in answer["meetings"]] == [0, 1, 0, 0]
    table = run("speakers", "voss", "reyes", "--topic", "water", "--format", "csv").stdout
    assert len(table.splitlines()) == 7


def test_what_was_promised_due_when_is_one_command(run: Run) -> None:
    lines = run("commitments", *TODAY).stdout.splitlines()

    assert [line.partition(", 20")[0] for line in lines if not line.startswith("  ")] == [
        "overdue, due 2019 (4 years ago)",
        "overdue, due 2021-06 (2 years ago)",
        "overdue, due 2022 (13 months ago)",
        "due soon, due 2024-05-01 (in 2 months)",
        "due soon, due 2024 (now, until 2024-12-31)",
        "later, due FY2026 (in 2 years)",
        "undated",
    ]
    assert lines[1].startswith("  taken up in, as its author confirms: 2019-03-04")
    assert lines[2].startswith("  offered, same topic, another series: 2019-10-01")


def test_a_time_that_nobody_promised_is_past_and_not_overdue(run: Run) -> None:
    lines = run("commitments", "--today", "2025-01-10", "--topic", "ferry").stdout.splitlines()

    assert lines[0].startswith("past, due 2024-05-01 (8 months ago)")


def test_commitments_as_json_tell_offers_from_what_is_confirmed(run: Run) -> None:
    answer = json.loads(run("commitments", *TODAY, "--json").stdout)

    assert (answer["today"], answer["soon"], answer["total"]) == ("2024-02-10", 90, 7)
    first = answer["commitments"][0]
    assert list(first) == COMMITMENT
    assert (first["due_state"], first["due_first"], first["due_last"]) == (
        "overdue", "2019-01-01", "2019-12-31",
    )  # fmt: skip
    assert [offer["confirmed"] for offer in first["taken_up_in"]] == [True, False]


def test_more_commitments_than_are_shown_are_told(run: Run) -> None:
    result = run("commitments", *TODAY, "--limit", "1")

    assert result.stderr == "briefing: 3 of 7 commitments shown, --limit shows more\n"
    assert result.exit_code == 0


def test_the_calendar_holds_the_dated_ones(run: Run) -> None:
    text = run("commitments", *TODAY, "--format", "ics").stdout

    assert text.count("BEGIN:VEVENT") == 6


def test_a_stretch_of_the_timeline(run: Run) -> None:
    result = run("timeline", "--series", "harbour", "--from", "2019", "--until", "2019-03")

    assert result.stdout.splitlines() == [
        "2019-01-01 to 2019-12-31, due 2019, said 2018-03-05, Ada Voss and Ben Okafor, point,"
        " commitment, rests on report-2018-03-05-harbour paragraph 3, 2018-03-05-harbour#2:"
        " A hotline will open in 2019. [caution: Read aloud by telephone.]",
        "2019-02-01 to 2019-02-28, in a source (in February 2019), report-2019-03-04-harbour"
        " paragraph 2: “The hotline opened in February 2019.”",
        "2019-03-04, meeting, series harbour, 2019-03-04-harbour: Talks of 2019-03-04",
    ]


def test_the_page_before_the_next_round(run: Run) -> None:
    lines = run("prepare", "harbour", *TODAY).stdout.splitlines()
    text = run("prepare", "harbour", *TODAY, "--format", "markdown").stdout

    assert [line for line in lines if not line.startswith(" ")][:-1] == [
        "Before the next round of harbour",
        "As seen on 2024-02-10",
        "Last time: 2023-09-04, Talks of 2023-09-04",
        "Due",
        "Promised without a date, last two meetings",
        "Left open by these sources",
        "Who changed office, as the cards list them",
        "Topics, items of 2023-03-06 and 2023-09-04",
    ]
    assert "  Minister: Dan Reyes → Cara Lind (2023-03-06-harbour, 2023-09-04-harbour)" in lines
    assert "  Ferry: 2 before, not on the last card" in lines
    assert text.startswith("# Before the next round of harbour\n\nAs seen on 2024-02-10\n\n## Last")


def test_the_page_as_json(run: Run) -> None:
    answer = json.loads(run("prepare", "harbour", *TODAY, "--json").stdout)

    assert list(answer) == PREPARE
    assert answer["before"]["card"] == "2023-03-06-harbour"
    assert [change["kind"] for change in answer["offices"]] == [
        "other office", "successor", "other office", "successor",
    ]  # fmt: skip


def test_the_page_tells_what_became_of_phrases(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(ROOT))
    lines = run("prepare", "us-japan-2plus2", "--today", "2023-06-01").stdout.splitlines()
    found = json.loads(run("prepare", "us-japan-2plus2", "--json").stdout)["phrases"]

    first = lines.index("  China: “political, economic, military and technological”")
    assert lines[first + 1].startswith("    “The ministers expressed concern that China’s efforts")
    assert lines[first + 2].startswith("    “The ministers concurred that China's foreign policy")
    (china,) = (each for each in found if each["topic"] == "china")
    assert list(china["earlier"]) == PLACE
    assert (china["earlier"]["source"], china["earlier"]["paragraph"]) == ("reuters-2022-01-07", 4)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("topics", "watr"), "no topic is called 'watr' (did you mean 'water'?)"),
        (("speakers", "nobody"), "no speaker is called 'nobody' ('briefing speakers' lists them)"),
        (("prepare", "harbur"), "no series is called 'harbur' (did you mean 'harbour'?)"),
        (("speakers", "voss", "lind", "reyes"), "two speakers at most can be side by side"),
        (("speakers", "--topic", "water"), "--topic asks what a speaker said"),
        (("commitments", "--today", "tomorrow"), "'tomorrow' is no day; write it as 2026-01-31"),
        (("timeline", "--from", "spring"), "'spring' is no date; write 2026, 2026-01"),
        (("timeline", "--from", "2024", "--until", "2023-12"), "--from 2024 is later than --until"),
        (("topics", "--json", "--format", "csv"), "--json and --format ask for two forms"),
        (("commitments", "--json", "--format", "ics"), "--json and --format ask for two forms"),
    ],
)
def test_mistakes_are_one_line_and_exit_code_2(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("topics", "border"), "nothing is filed under Border"),
        (("speakers", "voss", "--topic", "fish"), "nothing of Ada Voss is there"),
        (("speakers", "voss", "okafor", "--topic", "fish"), "nothing of Ada Voss or Ben Okafor is"),
        (("commitments", "--speaker", "statement"), "nothing is promised, and nothing has a time"),
        (("timeline", "--from", "2050"), "nothing has a date there"),
    ],
)
def test_an_empty_answer_is_told(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)

    assert result.exit_code == 0
    assert result.stderr.startswith(f"briefing: {said}")


def test_a_library_without_cards_has_nothing_over_time(tmp_path: Path, run: Run) -> None:
    (tmp_path / "content/meetings").mkdir(parents=True)
    for command, said in (
        ("topics", "nothing is filed under a topic"),
        ("speakers", "nobody speaks or takes part"),
        ("commitments", "nothing is promised, and nothing has a time"),
        ("timeline", "nothing has a date there"),
    ):
        result = run("--library", str(tmp_path), command)
        assert (result.exit_code, result.stderr) == (0, f"briefing: {said}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("topics",),
        ("topics", "water"),
        ("speakers",),
        ("speakers", "voss"),
        ("speakers", "voss", "lind"),
        ("commitments", *TODAY),
        ("timeline",),
        ("prepare", "harbour", *TODAY),
    ],
)
@pytest.mark.parametrize("columns", [20, 80, 200])
def test_a_page_fits_its_terminal(
    words: tuple[str, ...], columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", "10000")
    result = run(*words, at_terminal=True)

    assert result.exit_code == 0
    text = re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)
    long = [line for line in text.splitlines() if len(line) > columns and " " in line.strip()]
    assert long == []
