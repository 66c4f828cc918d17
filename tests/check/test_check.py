"""What the check finds, one rule at a time, and that it finds nothing in a library in order."""

import hashlib
import re
from pathlib import Path

import pytest

from briefing.check.report import Report, check
from briefing.library.coverage import Coverage, cards_coverage
from briefing.library.library import Library
from briefing.model.core import State
from tests.cli.libraries import (
    BROKEN_CARD,
    CARD,
    DOCUMENT,
    SOURCES,
    SPEAKERS,
    write_card,
    write_library,
)

CARD_FILE = "content/meetings/2023-02-06-river.yaml"
FIRST_LINE_OF_MORE = CARD.count("\n") + 1


def report_on(root: Path) -> Report:
    return check(Library.open(root))


def quote(words: str, **fields: str) -> str:
    values = {"speaker": "voss", "source": "gazette", "voice": "spoken", **fields}
    lines = [f"- quote: '{words}'", *(f"  {key}: {value}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def point(words: str, exact: str, **fields: str) -> str:
    lines = [f"- point: '{words}'", *(f"  {key}: {value}" for key, value in fields.items())]
    return "\n".join([*lines, f"  evidence: [{{source: gazette, exact: '{exact}'}}]"]) + "\n"


def test_a_library_in_order_has_no_problems(tmp_path: Path) -> None:
    report = report_on(write_library(tmp_path))

    assert report.problems == ()
    assert report.coverage == (Coverage("gazette", 4, 4, ()),)
    assert report.states == {
        State.VERBATIM: 5,
        State.TYPOGRAPHY: 0,
        State.INSERTED: 0,
        State.ABSENT: 0,
        State.DRIFTED: 0,
        State.AMBIGUOUS: 0,
        State.PRESENT: 0,
        State.MISSING: 0,
    }


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (quote("We own the whole river and its banks."), "evidence-missing"),
        (point("Levels.", "levels"), "evidence-ambiguous"),
        (
            quote("We will not build a dam unless both sides agreed on it."),
            "evidence-drifted",
        ),
        (point("An evening paper.", "evening edition"), "evidence-in-furniture"),
        (point("A dam is built.", "build a dam"), "cut-negation"),
        (point("No dam.", "We will not build a dam"), "cut-negation"),
        (point("They will.", "We will … build a dam unless both sides agree"), "risky-ellipsis"),
        (
            quote("and meet again", speaker="statement", voice="joint statement"),
            "not-quoted-in-source",
        ),
        (point('Both "own the river".', "agreed to publish"), "quotation-in-own-words"),
        (quote("We will not build a dam unless both sides agree.", voice="document"),
         "voice-and-speaker"),
        (quote("We will not build a dam unless both sides agree.", speaker="statement"),
         "voice-and-speaker"),
        (quote("We share one river,"), "repeated-quote"),
        (
            point("The levels are published.", "publish the water levels by 2025",
                  kind="commitment"),
            "commitment-without-date",
        ),
    ],
)  # fmt: skip
def test_one_item_too_many_is_one_finding_with_its_place(
    tmp_path: Path, item: str, code: str
) -> None:
    report = report_on(write_library(tmp_path, more=item))

    assert [problem.code for problem in report.problems] == [code]
    (problem,) = report.problems
    assert problem.severity == "warning"
    assert problem.place.file == CARD_FILE
    assert problem.place.line is not None
    assert problem.place.line >= FIRST_LINE_OF_MORE
    assert problem.hint


@pytest.mark.parametrize(
    "item",
    [
        quote("We will not build a dam unless both sides agree."),
        quote("one river", speaker="none", voice="reported"),
        quote("We will not build a dam", speaker="unclear") + "  note: cut\n",
        point('They "share one river".', "We share one river"),
        point("Levels come.", "publish the water levels by 2025", kind="commitment", due="2025"),
        point("Levels come.", "publish the water levels by 2025", kind="fact"),
    ],
)
def test_what_an_editor_would_let_pass_is_no_finding_of_voice_marks_or_date(
    tmp_path: Path, item: str
) -> None:
    codes = {problem.code for problem in report_on(write_library(tmp_path, more=item)).problems}

    assert codes <= {"cut-negation"}


@pytest.mark.parametrize(
    ("before", "after", "left_out"),
    [
        ("will not ", " here", "not"),
        ("will never ", " here", "never"),
        ("will no longer ", " here", "no longer"),
        ("speak, unless ", " comes", "unless"),
        ("go without ", " ever", "without"),
        ("saw neither ", " nor else", "neither"),
        ("cannot ", " here", "cannot"),
        ("could hardly ", " here", "hardly"),
        ("won’t ", " here", "n’t"),
        ("will NOT “", "” here", "NOT"),
        ("will ", " not here", "not"),
        ("will ", " never", "never"),
        ("will ", " no longer", "no longer"),
        ("will ", ", unless asked", "unless"),
        ("will ", " except in spring", "except"),
        ("will ", ", except in spring", "except"),
        ("will ", " – only if both agree", "only if"),
        ("will ", "; Only if both agree", "Only if"),
        ("will knot ", " here", ""),
        ("will not soon ", " here", ""),
        ("will ", " here, not there", ""),
        ("will ", " notably late", ""),
        ("will ", " exceptionally late", ""),
        ("will ", " only by day", ""),
        ("will ", ". Unless asked they rest", ""),
    ],
)
def test_a_condition_or_a_negation_beside_the_words_is_told(
    tmp_path: Path, before: str, after: str, left_out: str
) -> None:
    document = f"{DOCUMENT}\nThe engineers {before}raise the lower weir{after}.\n"
    item = point("A weir.", "raise the lower weir")
    report = report_on(write_library(tmp_path, more=item, document=document))

    found = [problem for problem in report.problems if problem.code == "cut-negation"]
    assert [f"leave out '{left_out}'" in problem.message for problem in found] == (
        [True] if left_out else []
    )


def test_negation_is_looked_for_in_english_sources_only(tmp_path: Path) -> None:
    german = SOURCES.replace("language: en", "language: de")
    root = write_library(tmp_path, more=point("Dam.", "build a dam"), sources=german)

    assert report_on(root).problems == ()


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("The source goes on: unless both sides agree.", []),
        ("UNLESS is left out for brevity.", []),
        ("Said at a press conference.", ["cut-negation"]),
    ],
)
def test_a_note_that_names_what_is_left_out_settles_it(
    tmp_path: Path, note: str, codes: list[str]
) -> None:
    item = point("No dam.", "We will not build a dam", note=f"'{note}'")
    report = report_on(write_library(tmp_path, more=item))

    assert [problem.code for problem in report.problems] == codes
    assert all("'unless'" in problem.hint for problem in report.problems)


def test_a_source_that_cannot_be_read_is_one_error_and_not_one_for_each_quote(
    tmp_path: Path,
) -> None:
    root = write_library(tmp_path)
    (root / "seeds" / "gazette.txt").unlink()

    report = report_on(root)
    assert [problem.code for problem in report.problems] == ["unreadable-source"]
    assert report.states[State.MISSING] == 5


def test_a_bottom_line_of_five_lines_is_too_long(tmp_path: Path) -> None:
    words = " ".join(["levels"] * 60)
    report = report_on(write_library(tmp_path, bottom_line=words))

    assert [problem.code for problem in report.problems] == ["long-bottom-line"]
    assert "5 lines" in report.problems[0].message


def test_drift_says_what_it_touches_and_what_the_source_has(tmp_path: Path) -> None:
    more = quote("We will build a dam unless both sides agree.")
    (problem,) = report_on(write_library(tmp_path, more=more)).problems

    assert problem.code == "evidence-drifted"
    assert "negation" in problem.message
    assert "not build a dam" in problem.hint


def test_uncited_neighbours_are_one_finding_at_their_line(tmp_path: Path) -> None:
    document = f"{DOCUMENT}\nOne more.\n\nAnd another.\n"
    report = report_on(write_library(tmp_path, document=document))

    (problem,) = report.problems
    assert problem.code == "uncited-paragraph"
    assert (problem.place.file, problem.place.line) == ("seeds/gazette.txt", 11)
    assert "paragraphs 6 to 7" in problem.message
    assert report.coverage == (Coverage("gazette", 4, 6, (6, 7)),)


def test_what_no_card_uses_is_found_at_its_line(tmp_path: Path) -> None:
    sources = f"{SOURCES}other:\n  file: seeds/gazette.txt\n  publisher: Other\n"
    speakers = f"{SPEAKERS}quiet: {{name: Quiet}}\n"
    topics = "water: {label: Water levels}\nfish: {label: Fish}\n"
    root = write_library(tmp_path, sources=sources, speakers=speakers, topics=topics)

    found = [(p.code, p.place.file, p.place.line) for p in report_on(root).problems]
    assert found == [
        ("unused-source", "content/sources.yaml", 8),
        ("unused-speaker", "content/speakers.yaml", 3),
        ("unused-topic", "content/topics.yaml", 2),
    ]


@pytest.mark.parametrize(
    ("publisher", "fails"), [("", False), ("  publisher:\n", True), ("  publisher: ''\n", True)]
)
def test_a_source_whose_publisher_nobody_knows_can_be_read(
    tmp_path: Path, publisher: str, fails: bool
) -> None:
    sources = re.sub(r"  publisher: .*\n", publisher, SOURCES)
    report = report_on(write_library(tmp_path, sources=sources))

    assert report.fails(strict=False) is fails
    (problem,) = (p for p in report.problems if p.code == "no-publisher")
    assert problem.message == "nothing says who published gazette"


def test_lines_of_what_no_card_uses_are_the_lines_of_an_editor(tmp_path: Path) -> None:
    topics = "\ufeffwater: {label: 'Water\u2028levels'}\r\n\r\nfish: {label: Fish}\r\n"
    root = write_library(tmp_path)
    (root / "content/topics.yaml").write_bytes(topics.encode())

    found = [(p.code, p.place.line) for p in report_on(root).problems]
    assert found == [("unused-topic", 3)]


def test_furniture_that_is_not_there_is_found(tmp_path: Path) -> None:
    sources = SOURCES.replace('evening"]', 'evening", "Advertisement"]')
    (problem,) = report_on(write_library(tmp_path, sources=sources)).problems

    assert problem.code == "unmatched-furniture"
    assert "Advertisement" in problem.message


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ({"gazette": "gazette"}, {"gazette": "supersede itself"}),
        (
            {"gazette": "late", "late": "gazette"},
            {"gazette": "supersede late, which comes after it", "late": "supersede gazette, which"},
        ),
        ({"late": "gazette"}, {}),
        ({"gazette": "late", "late": "late"}, {"late": "supersede itself"}),
    ],
)
def test_a_source_that_comes_before_itself_is_found(
    tmp_path: Path, before: dict[str, str], said: dict[str, str]
) -> None:
    late = SOURCES.replace("gazette:", "late:", 1)
    entries = {"gazette": SOURCES, "late": late if "late" in {*before, *before.values()} else ""}
    sources = "".join(
        f"{entry}  supersedes: {before[name]}\n" if name in before else entry
        for name, entry in entries.items()
    )
    problems = report_on(write_library(tmp_path, sources=sources)).problems
    found = {p.message.split()[0]: p.message for p in problems if p.code == "own-source"}
    assert found.keys() == said.keys()
    assert all(words in found[name] for name, words in said.items())


def test_a_document_that_changed_is_found(tmp_path: Path) -> None:
    digest = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    sources = f"{SOURCES}  sha256: {digest}\n"
    root = write_library(tmp_path, sources=sources)
    assert report_on(root).problems == ()

    (root / "seeds" / "gazette.txt").write_text(DOCUMENT + " ", encoding="utf-8")
    assert [problem.code for problem in report_on(root).problems] == ["source-changed"]


def test_three_mistakes_are_three_located_errors_and_nothing_else(tmp_path: Path) -> None:
    root = write_library(tmp_path, speakers=f"{SPEAKERS}quiet: {{name: Quiet}}\n")
    write_card(root, "2023-03-01-broken", BROKEN_CARD)

    report = report_on(root)
    assert [(p.severity, p.place.line) for p in report.problems] == [
        ("error", 3),
        ("error", 4),
        ("error", 7),
    ]
    assert all(p.place.column for p in report.problems)
    assert report.states[State.VERBATIM] == 5, "the other card is still counted"


def test_the_coverage_of_a_card_counts_that_card_alone(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path, document=f"{DOCUMENT}\nOne more.\n"))

    (covered,) = cards_coverage((library.card("2023-02-06-river"),), library)
    assert (covered.cited, covered.total) == (4, 5)


@pytest.mark.parametrize(
    ("document", "key", "code", "message"),
    [
        (DOCUMENT.replace("river", "rivière").encode("cp1252"), "", "guessed-encoding", "1252"),
        (DOCUMENT.encode("utf-16-le"), "", "guessed-encoding", "UTF-16-le, a guess"),
        ("“é”\n\n".encode() + DOCUMENT.encode() + b"\xff", "", "damaged-text", "in which 1 place"),
        (DOCUMENT.encode() + b"\x81", "  encoding: shift_jis\n", "damaged-text", "shift_jis"),
        (DOCUMENT.replace("river", "rivière").encode("cp1252"), "  encoding: cp1252\n", "", ""),
        (DOCUMENT.encode("utf-16"), "", "", ""),
        (DOCUMENT.encode(), "", "", ""),
    ],
)
def test_an_encoding_that_is_not_sure_is_told(
    tmp_path: Path, document: bytes, key: str, code: str, message: str
) -> None:
    root = write_library(tmp_path, sources=SOURCES + key)
    (root / "seeds/gazette.txt").write_bytes(document)
    told = [p for p in report_on(root).problems if p.code in ("guessed-encoding", "damaged-text")]
    assert [p.code for p in told] == ([code] if code else [])
    assert all(message in p.message and p.place.line == 2 for p in told)


@pytest.mark.parametrize("most", [50, 10_000])
def test_the_problems_of_a_file_are_capped(tmp_path: Path, most: int) -> None:
    names = "".join(f"t{n}: {{label: T, kind: x}}\nu{n}: {{label: U}}\n" for n in range(60))
    root = write_library(tmp_path, topics="water: {label: Water levels}\n" + names)
    problems = check(Library.open(root, most), most).problems
    assert len(problems) == (51 if most == 50 else 180)
    if most == 50:
        assert problems[-1].code == "more-problems"
        assert problems[-1].message == "and 130 more problems in this file"
