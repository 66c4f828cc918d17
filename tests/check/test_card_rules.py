"""Rules about omissions, series, file names and accepted findings."""

from pathlib import Path

import pytest

from briefing.check.report import Report, check, check_cards
from briefing.errors import UnknownNameError
from briefing.library.library import Library
from tests.cli.libraries import BROKEN_CARD, DOCUMENT, write_card, write_library

CARD_FILE = "content/meetings/2023-02-06-river.yaml"
LEVELS = "- point: 'Levels.'\n  evidence: [{source: gazette, exact: levels}]\n"


def found(report: Report) -> list[tuple[str, str]]:
    return [(problem.severity, problem.code) for problem in report.problems]


def rewritten(root: Path, old: str, new: str) -> Library:
    path = root / CARD_FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return Library.open(root)


def with_top(root: Path, top: str) -> Library:
    return rewritten(root, "sections:", f"{top}sections:")


def uncited(root: Path) -> Path:
    return write_library(root, document=f"{DOCUMENT}\nThe weather was fine.\n")


def test_an_uncited_paragraph_is_a_note_and_an_omitted_one_is_none(tmp_path: Path) -> None:
    root = uncited(tmp_path)
    report = check(Library.open(root))
    assert found(report) == [("note", "uncited-paragraph")]
    assert not report.fails(strict=True)
    library = with_top(
        root, "omitted: [{source: gazette, starts: The weather, why: Not about the talks.}]\n"
    )
    report = check(library)
    assert report.problems == ()
    (coverage,) = report.coverage
    assert (coverage.cited, coverage.total) == (4, 5)
    assert (coverage.uncited, coverage.omitted) == ((), (6,))


@pytest.mark.parametrize(
    ("starts", "code"),
    [("The wether", "unmatched-omission"), ("The min", "unmatched-omission"),
     ("The ministers met", "cited-omission")],
)  # fmt: skip
def test_an_omission_has_to_be_there_and_to_be_left_out(
    tmp_path: Path, starts: str, code: str
) -> None:
    library = with_top(
        write_library(tmp_path), f"omitted: [{{source: gazette, starts: {starts}, why: So.}}]\n"
    )
    assert found(check(library)) == [("warning", code)]


@pytest.mark.parametrize(
    ("omitted", "said"),
    [
        (["The weather", "River Gazette"], ["paragraph 1 of gazette, 'River Gazette', is furnit"]),
        (["The weather", "The weather"], ["paragraph 6 of gazette, 'The weather', is listed as"]),
        (["The weather", "The weather was"], ["'The weather was', is listed as omitted twice"]),
        (["The weather"], []),
    ],
)
def test_what_need_not_be_listed_as_omitted_is_told(
    tmp_path: Path, omitted: list[str], said: list[str]
) -> None:
    root = uncited(tmp_path)
    listed = ", ".join(f"{{source: gazette, starts: '{each}', why: So.}}" for each in omitted)
    problems = check(with_top(root, f"omitted: [{listed}]\n")).problems
    assert [p.code for p in problems] == ["needless-omission"] * len(said)
    assert all(words in p.message for words, p in zip(said, problems, strict=True))


def test_a_card_has_at_most_half_the_words_of_its_story(tmp_path: Path) -> None:
    document = "Head\n\nThe sides agreed.\n\n" + "word " * 300 + "\n"
    root = write_library(tmp_path, document=document, bottom_line="word " * 200)
    (problem,) = [p for p in check(Library.open(root)).problems if p.code == "long-card"]
    assert "words for a story of 304" in problem.message
    assert problem.hint == "a briefing has at most half: 152"


def test_a_file_is_named_after_its_day_and_any_day_of_several_will_do(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    assert found(check(rewritten(root, "date: 2023-02-06", "date: 2023-02-07"))) == [
        ("warning", "wrong-date-in-name")
    ]
    library = rewritten(root, "date: 2023-02-07", "date: 2023-02-05, end: 2023-02-07")
    assert found(check(library)) == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("2023-02-06-talks", False),
        ("2023-02-talks", False),
        ("2023-talks", False),
        ("20230206-talks", False),
        ("talks-2023-02-06", False),
        ("vision-2030", False),
        ("talks-20-21", False),
        ("2023-12th-round", False),
        ("2023-10x-growth", False),
        ("2023-11-5g-talks", True),
        ("2022-12th-round", True),
        ("2023-02-07-talks", True),
        ("2023-03-talks", True),
        ("2022-talks", True),
        ("20230207-talks", True),
        ("talks-2023-02-07", True),
    ],
)
def test_a_name_may_have_a_day_a_month_or_a_year(tmp_path: Path, name: str, wrong: bool) -> None:
    root = write_library(tmp_path)
    (root / CARD_FILE).rename((root / CARD_FILE).with_stem(name))
    codes = [problem.code for problem in check(Library.open(root)).problems]
    assert ("wrong-date-in-name" in codes) == wrong


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ("Asia/Tokyo", None),
        ("America/Argentina/Buenos_Aires", None),
        ("UTC", None),
        ("+09:00", None),
        ("-03:30", None),
        ("+25:00", "bad-value"),
        ("+09:75", "bad-value"),
        ("Nowhere/Tokyo", "bad-value"),
        ("Europe/Nowhere", "unknown-time-zone"),
        ("Asia/Tokio", "unknown-time-zone"),
    ],
)
def test_a_time_zone_is_one(tmp_path: Path, zone: str, code: str | None) -> None:
    root = write_library(tmp_path)
    library = rewritten(root, "date: 2023-02-06", f"date: 2023-02-06, timezone: '{zone}'")
    codes = [problem.code for problem in check(library).problems]
    assert codes == ([code] if code else [])


def test_a_series_of_one_is_a_note_and_a_slip_of_another_a_warning(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    text = (root / CARD_FILE).read_text("utf-8")
    write_card(root, "2023-02-06-other", text.replace("series: river", "series: mountain"))
    assert found(check(Library.open(root))) == [("note", "series-of-one")] * 2
    write_card(root, "2023-02-06-other", text)
    assert found(check(Library.open(root))) == []
    write_card(root, "2023-02-06-third", text.replace("series: river", "series: rivers"))
    (problem,) = check(Library.open(root)).problems
    assert (problem.severity, problem.hint) == ("warning", "did you mean 'river'?")


def test_a_card_in_a_folder_inside_is_told(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    (root / "content/meetings/2024/talks").mkdir(parents=True)
    (root / "content/meetings/2024/talks/late.yml").write_text("format: 1\n", "utf-8")
    (problem,) = check(Library.open(root)).problems
    assert problem.code == "card-in-subfolder"
    assert problem.place.file == "content/meetings/2024/talks/late.yml"


@pytest.mark.parametrize(
    ("top", "codes"),
    [
        ("superseded_by: 2023-02-06-other\n", ["status-and-successor"]),
        ("superseded_by: 2023-02-06-river\n", ["own-card", "status-and-successor"]),
        ("related: [{card: 2023-02-06-river, why: So.}]\n", ["own-card"]),
        ("related: [{card: 2023-02-06-rivr, why: So.}]\n", ["unknown-card"]),
    ],
)
def test_cards_name_other_cards(tmp_path: Path, top: str, codes: list[str]) -> None:
    root = write_library(tmp_path)
    write_card(root, "2023-02-06-other", (root / CARD_FILE).read_text("utf-8"))
    with_top(root, top)
    problems = check(Library.open(root)).problems
    assert sorted(p.code for p in problems if p.code != "unused-speaker") == codes


@pytest.mark.parametrize("many", [2, 3])
def test_cards_that_supersede_one_another_in_a_circle_are_told(tmp_path: Path, many: int) -> None:
    root = write_library(tmp_path)
    text = (root / CARD_FILE).read_text("utf-8").replace("status: reviewed\n", "")
    (root / CARD_FILE).unlink()
    ids = [f"2023-02-06-{name}" for name in ("one", "two", "three")[:many]]
    for card_id, successor in zip(ids, [*ids[1:], ids[0]], strict=True):
        top = f"status: superseded\nsuperseded_by: {successor}\nsections:"
        write_card(root, card_id, text.replace("sections:", top, 1))
    write_card(root, "2023-02-06-zero", text.replace("sections:", top, 1))  # leads into the circle
    problems = [p for p in check(Library.open(root)).problems if p.code == "own-card"]
    files = [f"content/meetings/{card_id}.yaml" for card_id in sorted(ids)]
    assert [p.place.file for p in problems] == files
    assert "is superseded by this card in its turn" in problems[0].message


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ("superseded", ["status-and-successor"]),
        ("superseded\nsuperseded_by: 2023-02-06-other", []),
        ("retracted", []),
        ("draft", []),
    ],
)
def test_what_is_superseded_names_its_successor(
    tmp_path: Path, status: str, codes: list[str]
) -> None:
    root = write_library(tmp_path)
    write_card(root, "2023-02-06-other", (root / CARD_FILE).read_text("utf-8"))
    report = check(rewritten(root, "status: reviewed", f"status: {status}"))
    assert [p.code for p in report.problems if p.code == "status-and-successor"] == codes


def test_an_accepted_finding_is_told_apart_with_its_reason(tmp_path: Path) -> None:
    waived = LEVELS + "  accept: [{code: evidence-ambiguous, why: All of them are meant.}]\n"
    report = check(Library.open(write_library(tmp_path, more=waived)))
    assert report.problems == ()
    (accepted,) = report.accepted
    assert accepted.problem.code == "evidence-ambiguous"
    assert accepted.why == "All of them are meant."


def test_a_waiver_holds_for_its_item_alone_and_one_of_the_card_for_all(tmp_path: Path) -> None:
    waived = "- point: 'One.'\n  evidence: [{source: gazette, exact: levels}]\n"
    waived += "  accept: [{code: evidence-ambiguous, why: So.}]\n"
    root = write_library(tmp_path / "a", more=waived + LEVELS)
    assert found(check(Library.open(root))) == [("warning", "evidence-ambiguous")]
    root = write_library(tmp_path / "b", more=waived + LEVELS)
    report = check(with_top(root, "accept: [{code: evidence-ambiguous, why: So.}]\n"))
    assert (found(report), len(report.accepted)) == ([], 2)


def test_a_waiver_that_nothing_needs_is_a_finding_and_errors_are_never_accepted(
    tmp_path: Path,
) -> None:
    library = with_top(write_library(tmp_path), "accept: [{code: evidence-missing, why: So.}]\n")
    (problem,) = check(library).problems
    assert (problem.code, problem.place.line) == ("unused-waiver", 11)


def test_one_card_is_checked_without_the_others(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=LEVELS)
    write_card(root, "2023-02-06-broken", BROKEN_CARD)
    report = check_cards(Library.open(root), ["2023-02-06-river"])
    assert found(report) == [("warning", "evidence-ambiguous")]
    assert not report.fails(strict=False)
    assert report.fails(strict=True)
    broken = check_cards(Library.open(root), ["2023-02-06-broken"])
    assert broken.fails(strict=False)
    with pytest.raises(UnknownNameError):
        check_cards(Library.open(root), ["2023-02-06-rivr"])


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        (("date: 2023-02-06", "date: 2023-02-07"), "wrong-date-in-name", (5, 36)),
        (
            ("date: 2023-02-06", "date: 2023-02-06, timezone: Asia/Tokio"),
            "unknown-time-zone",
            (5, 58),
        ),
        (("series: river", "series: mountain"), "series-of-one", (3, 9)),
        (
            ("sections:", "superseded_by: 2023-02-06-other\nsections:"),
            "status-and-successor",
            (11, 16),
        ),
        (("sections:", "superseded_by: 2023-02-06-river\nsections:"), "own-card", (11, 16)),
        (
            ("sections:", "related:\n  - why: So.\n    card: 2023-02-06-river\nsections:"),
            "own-card",
            (13, 11),
        ),
    ],
)
def test_what_is_wrong_of_a_meeting_is_told_at_its_value_and_with_a_remedy(
    tmp_path: Path, change: tuple[str, str], code: str, at: tuple[int, int]
) -> None:
    root = write_library(tmp_path)
    write_card(root, "2023-02-06-other", (root / CARD_FILE).read_text("utf-8"))
    problems = check(rewritten(root, *change)).problems
    (problem,) = [p for p in problems if p.code == code and p.place.file == CARD_FILE]
    assert (problem.place.line, problem.place.column) == at
    assert problem.hint


@pytest.mark.parametrize(
    ("code", "message", "hint"),
    [
        ("long-crad", "no finding is called so", "did you mean 'long-card'?"),
        ("evidence-misssing", "no finding is called so", "did you mean 'evidence-missing'?"),
        ("too-old", "no finding is called so", "'briefing explain' lists all codes"),
        ("long-card", "nothing is found that needs it", "remove it"),
    ],
)
def test_a_waiver_of_what_is_no_code_says_which_was_meant(
    tmp_path: Path, code: str, message: str, hint: str
) -> None:
    library = with_top(write_library(tmp_path), f"accept: [{{code: {code}, why: So.}}]\n")
    (problem,) = check(library).problems
    assert message in problem.message
    assert (problem.code, problem.hint) == ("unused-waiver", hint)


@pytest.mark.parametrize(
    ("people", "at"),
    [
        ("participants:\n  - speaker: voss\n  - {role: Chair, speaker: voss}\n", (8, 28)),
        ("participants: [{speaker: voss}]\nquoted: [{speaker: voss}]\n", (7, 20)),
        ("quoted: [{speaker: voss}, {speaker: voss}]\n", (6, 37)),
        ("participants: [{speaker: voss}]\nquoted: [{speaker: statement}]\n", None),
    ],
)
def test_nobody_is_listed_twice(tmp_path: Path, people: str, at: tuple[int, int] | None) -> None:
    root = write_library(tmp_path)
    text = (root / CARD_FILE).read_text("utf-8")
    first, _, rest = text.partition("participants:")
    write_card(
        root, "2023-02-06-river", first + people + "bottom_line:" + rest.split("bottom_line:")[1]
    )
    found = [p for p in check(Library.open(root)).problems if p.code == "listed-twice"]
    assert [(p.place.line, p.place.column) for p in found] == ([at] if at else [])
