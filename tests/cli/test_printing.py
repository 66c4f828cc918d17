"""What the commands print as plain lines and as a page."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from briefing.library.library import Library
from briefing.output import meetings, page, plain
from briefing.text.width import cells
from tests.cli.conftest import Run
from tests.cli.libraries import BROKEN_CARD, write_card, write_library

CARD = "2023-02-06-river"
BRIEF = ("--brief",)


def test_the_list_is_one_card_a_line(river: Path, run: Run) -> None:
    assert run("list").stdout == (
        f"{CARD}: River talks, 2023-02-06, Quay, series river, reviewed, 4 claims, "
        "100 % of body paragraphs cited\n"
    )


def test_a_card_is_one_claim_a_line(river: Path, run: Run) -> None:
    lines = run("show", CARD).stdout.splitlines()

    assert lines[:4] == [
        "River talks",
        "Meeting: River talks, 2023-02-06, Quay, series river, reviewed",
        "Source gazette: River Gazette",
        "Caution on gazette: Wording shortened by the paper.",
    ]
    assert lines[4].startswith("Bottom line, rests on paragraph 2, caution: The sides publish")
    assert lines[5] == "Participant: Ada Voss, Minister, Upper bank"
    assert lines[6] == "Section: Outcomes"
    assert lines[8] == (
        "Claim 2 of 4, quote, verbatim, Ada Voss, paragraph 3, caution: “We share one river,”"
    )
    assert len(lines) == 11


KEY = """\
- point: Levels are published by 2025.
  key: true
  due: 2025
  topics: [water]
  evidence: [{source: gazette, exact: publish the water levels by 2025}]
- point: The sides meet again.
  due: 2024
  evidence: [{source: gazette, exact: and meet again}]
"""


def test_a_brief_says_everything_once_and_no_evidence(tmp_path: Path, run: Run) -> None:
    root = str(write_library(tmp_path / "river", more=KEY))
    lines = run("show", CARD, "--brief", "--library", root).stdout.splitlines()

    assert lines[6:] == [
        "Claim 5 of 6, point, due 2025, rests on paragraph 2, caution: Levels are published by"
        " 2025.",
        "Due 2024: The sides meet again.",
        "Due 2025: claim 5 above",
        "Participant: Ada Voss, Minister, Upper bank",
    ]
    assert not any("[" in line for line in lines)


def test_a_brief_on_a_terminal_says_everything_once(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, more=KEY))
    pages = page.card_page(library.card(CARD), library, 80, brief=True)
    text = "\n".join("".join(piece.text for piece in line) for line in pages)

    assert text.count("Levels are published by 2025.") == 1
    assert "2025  claim 5 above" in text
    assert "publish the water levels" not in text
    assert text.index("Bottom line") < text.index("Ada Voss")


@pytest.mark.parametrize(
    ("by", "brief", "whole"),
    [
        ("[voss]", "Ada Voss", "Ada Voss"),
        ("[voss, statement]", "Ada Voss and Joint statement", "Ada Voss and Joint statement"),
        ("[voss, kay, lee]", "Ada Voss and 2 others", "Ada Voss, Kay and Lee"),
    ],
)
def test_a_brief_counts_speakers_where_there_are_many(
    tmp_path: Path, run: Run, by: str, brief: str, whole: str
) -> None:
    root = write_library(
        tmp_path / "river", more=KEY.replace("key: true", f"key: true\n  by: {by}")
    )
    speakers = root / "content/speakers.yaml"
    speakers.write_text(
        f"{speakers.read_text(encoding='utf-8')}\nkay: {{name: Kay}}\nlee: {{name: Lee}}\n",
        encoding="utf-8",
    )
    shown = {option: run("show", CARD, *option, "--library", str(root)) for option in ((), BRIEF)}
    assert f"2025, {brief}, rests" in shown[BRIEF].stdout
    assert f"2025, {whole}, rests" in shown[()].stdout
    library = Library.open(root)
    for is_brief, said in ((True, brief), (False, whole)):
        printed = page.card_page(library.card(CARD), library, 200, brief=is_brief)
        lines = ["".join(piece.text for piece in line).strip() for line in printed]
        assert any(line.startswith(f"{said} · due 2025 · rests") for line in lines)


SOURCE_FACTS = [
    ("", "River Gazette"),
    ("  title: Talks end\n  published: 2023-02\n", "River Gazette, Talks end, 2023-02"),
    (
        "  byline: Al Fen\n  version: updated\n  retrieved: 2023-02-07\n",
        "River Gazette, by Al Fen, version updated, retrieved 2023-02-07",
    ),
]


@pytest.mark.parametrize(("more", "words"), SOURCE_FACTS)
@pytest.mark.parametrize("option", [(), BRIEF])
def test_a_card_names_its_source(
    tmp_path: Path, run: Run, more: str, words: str, option: tuple[str, ...]
) -> None:
    root = write_library(tmp_path)
    sources = root / "content/sources.yaml"
    text = sources.read_text(encoding="utf-8")
    text = text.replace("  kind: news story\n", f"  kind: story\n{more}")
    sources.write_text(text, encoding="utf-8")
    shown = run("show", CARD, *option, "--library", str(root)).stdout
    assert f"\nSource gazette: {words}\n" in shown
    library = Library.open(root)
    printed = page.card_page(library.card(CARD), library, 100)
    assert f"Source: {words}" in ["".join(piece.text for piece in line) for line in printed]


def test_one_item_is_one_line(river: Path, run: Run) -> None:
    result = run("show", f"{CARD}#3")

    assert result.exit_code == 0
    assert result.stdout.startswith("Claim 3 of 4, quote, verbatim, Joint statement, paragraph 4: ")
    assert result.stdout.count("\n") == 1


def test_a_point_shows_the_words_it_rests_on(river: Path, run: Run) -> None:
    line = run("show", f"{CARD}#1").stdout

    assert line.startswith("Claim 1 of 4, point, commitment, rests on paragraph 4: Readings go")
    assert "[evidence: “exchange readings every day”]" in line
    assert "[topics: Water levels]" in line


UNVERIFIED = [
    ("We own the whole river and its banks.", "missing"),
    ("We will build a dam unless both sides agree.", "drifted"),
]


@pytest.mark.parametrize(("words", "state"), UNVERIFIED)
def test_only_verified_words_stand_in_quotation_marks(
    tmp_path: Path, run: Run, words: str, state: str
) -> None:
    more = f"- quote: {words}\n  speaker: voss\n  source: gazette\n  voice: spoken\n"
    root = write_library(tmp_path, more=more)
    library = Library.open(root)
    card = library.card(CARD)
    line = run("--library", str(root), "show", f"{CARD}#5").stdout
    on_page = "".join(p.text for line in page.card_page(card, library, 500) for p in line)
    found = run("--library", str(root), "search", words).stdout

    assert f": {words} [" in line
    assert f", {state}" in line
    assert words in on_page
    for output in (line, on_page, found):
        assert f"“{words}" not in output


def test_a_search_prints_hits_and_says_what_it_corrected(river: Path, run: Run) -> None:
    result = run("search", "rivr", "voss")

    assert result.exit_code == 0
    quotes = [line for line in result.stdout.splitlines() if "quote" in line]
    assert any("“We share one river,” [caution: Wording" in line for line in quotes)
    assert "briefing: Corrected: rivr → river" in result.stderr.splitlines()


def test_a_search_prints_no_more_than_the_limit(river: Path, run: Run) -> None:
    result = run("search", "river", "--limit", "1")

    assert len(result.stdout.splitlines()) == 1
    assert "--limit" in result.stderr


def test_a_search_without_hits_ends_with_1(river: Path, run: Run) -> None:
    result = run("search", "xylophone")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "briefing: No hits" in result.stderr


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_fields_without_hits_say_on_standard_error_what_each_has(
    form: tuple[str, ...], river: Path, run: Run
) -> None:
    result = run("search", "kind:quote date:2031", *form)

    assert result.exit_code == 1
    assert "briefing: No entry fits date:2031" in result.stderr.splitlines()
    result = run("search", "kind:meeting kind:point -date:2023", *form)
    why = "No entry fits both: kind:meeting or kind:point has 3 hits, -date:2023 7"
    assert f"briefing: {why}" in result.stderr.splitlines()


def test_words_beginning_with_a_hyphen_are_left_out_of_a_search(river: Path, run: Run) -> None:
    everything = run("search", "river").stdout
    less = run("search", "river", "-talks").stdout

    assert "River talks" in everything
    assert less
    assert "River talks" not in less


def test_a_check_in_order_says_so(river: Path, run: Run) -> None:
    result = run("check")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "gazette: 4 of 4 body paragraphs cited (100 %)",
        "Evidence: 5 verbatim, 0 typography, 0 inserted, 0 absent, 0 drifted, 0 ambiguous, "
        "0 not absent, 0 missing",
        "Nothing wrong was found",
    ]


def test_three_mistakes_are_three_located_lines(river: Path, run: Run) -> None:
    write_card(river, "2023-03-01-broken", BROKEN_CARD)
    file = "content/meetings/2023-03-01-broken.yaml"

    checked = run("check")
    assert checked.exit_code == 1
    assert [line for line in checked.stdout.splitlines() if line.startswith(f"{file}:")] == (
        checked.stdout.splitlines()[:3]
    )
    assert checked.stdout.splitlines()[-1] == "Found 3 errors and 0 warnings"

    shown = run("show", "2023-03-01-broken")
    assert shown.exit_code == 2
    assert shown.stdout == ""
    lines = shown.stderr.splitlines()
    assert [line.split(":")[2] for line in lines] == ["3", "4", "7"]
    assert all(line.startswith(f"briefing: {file}:") for line in lines)
    assert "gazette" in lines[2], "the nearest source is named"


@pytest.mark.parametrize("command", [("list",), ("search", "river")])
def test_a_broken_card_never_hides_the_others(
    river: Path, run: Run, command: tuple[str, ...]
) -> None:
    write_card(river, "2023-03-01-broken", BROKEN_CARD)
    result = run(*command)

    assert CARD in result.stdout
    assert len([line for line in result.stderr.splitlines() if "2023-03-01-broken" in line]) == 3
    assert result.exit_code == 2


@pytest.mark.parametrize("columns", [1, 20, 60, 88])
def test_a_page_is_never_wider_than_the_screen(river: Path, columns: int) -> None:
    library = Library.open(river)
    with Catalogue.open(river) as catalogue:
        sync(catalogue)
        rows = catalogue.meetings()
    lines = [
        *page.card_page(library.card(CARD), library, columns),
        *meetings.list_page(rows, columns),
    ]

    widest = max(sum(cells(piece.text) for piece in line) for line in lines)
    assert widest <= max(columns, 14), "a date and its indent need 13 columns"


@pytest.mark.parametrize(
    "cluster", ["❤\ufe0f", "👍🏽", "👨\u200d👩\u200d👧", "1\ufe0f\u20e3", "क्षि"]
)
def test_a_title_of_wide_clusters_is_never_wider_than_the_screen(
    tmp_path: Path, cluster: str
) -> None:
    root = write_library(tmp_path / "river", bottom_line=cluster * 50)
    path = root / "content" / "meetings" / f"{CARD}.yaml"
    path.write_text(path.read_text("utf-8").replace("River talks", cluster * 60), "utf-8")
    library = Library.open(root)
    with Catalogue.open(root) as catalogue:
        sync(catalogue)
        rows = catalogue.meetings()
    for lines in (
        page.card_page(library.card(CARD), library, 80),
        meetings.list_page(rows, 80),
    ):
        printed = ["".join(piece.text for piece in line) for line in lines]
        assert sum(line.count(cluster) for line in printed) >= 60
        assert max(map(cell_len, printed)) <= 80


def test_a_page_holds_the_same_words_as_plain_lines(river: Path) -> None:
    library = Library.open(river)
    card = library.card(CARD)
    on_page = " ".join(
        "".join(piece.text for piece in line).strip() for line in page.card_page(card, library, 60)
    )

    for item in card.items:
        assert item.text in on_page
        assert plain.item_line(item, library)
    assert "Caution: Wording shortened by the paper." in on_page


@pytest.mark.parametrize(
    ("end", "shown"),
    [("2023-02-08", "2023-02-06–08"), ("2023-03-01", "2023-02-06 – 2023-03-01")],
)
def test_a_meeting_of_several_days_is_listed_with_the_last(
    tmp_path: Path, run: Run, end: str, shown: str
) -> None:
    root = write_library(tmp_path)
    (card,) = (root / "content/meetings").glob("*.yaml")
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("date: 2023-02-06,", f"date: 2023-02-06, end: {end},"), "utf-8")
    assert f"2023-02-06 to {end}" in run("--library", str(root), "list").stdout
    with Catalogue.open(root) as catalogue:
        sync(catalogue)
        page_lines = list(meetings.list_page(catalogue.meetings(), 80))
    assert page_lines[0][0].text == shown


@pytest.mark.parametrize("status", ["draft", "superseded", "retracted"])
def test_a_hit_says_what_has_become_of_its_card(tmp_path: Path, run: Run, status: str) -> None:
    root = write_library(tmp_path)
    (card,) = (root / "content/meetings").glob("*.yaml")
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("status: reviewed", f"status: {status}"), encoding="utf-8")
    lines = run("--library", str(root), "search", "readings").stdout.splitlines()
    assert any(f"point, commitment, {status}" in line for line in lines)
    assert not any(status in line for line in lines if "paragraph, gazette" in line)
