"""`check --fix` mends what is safe and leaves every other byte of a file as it was."""

import hashlib
from pathlib import Path

import pytest

from briefing.check.fixing.fixing import fix
from briefing.check.report import check
from briefing.library.library import Library
from briefing.model.core import State
from tests.check.fixing.edits import run, trial
from tests.cli.libraries import BROKEN_CARD, DOCUMENT, SOURCES, write_card, write_library

CARD_FILE = "content/meetings/2023-02-06-river.yaml"


def mend(root: Path) -> list[str]:
    return [f"{place}: {words}" for place, words in fix(Library.open(root))]


def test_seeded_edits_are_taken_back_byte_by_byte() -> None:
    seeds = range(60)
    trials = [trial(seed) for seed in seeds]
    assert sum(each.before != each.edited for each in trials) > 40
    assert {kind for each in trials for kind in each.kinds} == {
        "typography", "prefix", "suffix", "prefix and suffix", "digest",
    }  # fmt: skip
    assert dict(run(seeds)) == {}


RETYPED = "- point: P\n  evidence: [{source: gazette, exact: '“We share one river,” Minister'}]\n"
SOURCE_MARKS = '"We share one river," Minister Ada Voss said.'
OTHER_MARKS = "“We share one river,” Minister Ada Voss said."


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        (f"'{OTHER_MARKS}'", "'\"We share one river,\" Minister Ada Voss said.'"),
        (f'"{OTHER_MARKS}"', r'"\"We share one river,\" Minister Ada Voss said."'),
        (OTHER_MARKS, None),  # it would have to be put in quote marks
        ("We share one river", None),
        ("we share one river", None),
        ("We  share one river.", None),
        ("We shared one “river”", None),
    ],
)
def test_marks_are_the_sources_and_house_style_stays(
    tmp_path: Path, typed: str, mended: str | None
) -> None:
    more = f"- point: P\n  evidence: [{{source: gazette, exact: {typed}}}]\n"
    if typed.startswith("“"):  # without quote marks a comma would end it between braces
        more = f"- point: P\n  evidence:\n    - source: gazette\n      exact: {typed}\n"
    root = write_library(tmp_path, more=more)
    before = (root / CARD_FILE).read_text(encoding="utf-8")
    said = mend(root)
    after = (root / CARD_FILE).read_text(encoding="utf-8")

    if mended is None:
        assert (after, said) == (before, [])
    else:
        assert after == before.replace(typed, mended)
        assert len(said) == 1
        found = Library.open(root).card("2023-02-06-river").items[-1].evidence[0]
        assert (found.exact, found.state) == (SOURCE_MARKS, State.VERBATIM)


def test_mending_again_changes_nothing(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=RETYPED)
    assert mend(root)
    assert mend(root) == []


KEPT = "content/sources.yaml:2:3: the digest of seeds/gazette.txt is not recorded"


def with_digest(document: str) -> str:
    digest = hashlib.sha256(document.encode()).hexdigest()
    return SOURCES.replace("  kind:", f"  sha256: '{digest}'   # on Monday\n  kind:")


def test_a_digest_is_recorded_where_all_that_is_cited_still_stands(tmp_path: Path) -> None:
    root = write_library(tmp_path, sources=with_digest(DOCUMENT), document=DOCUMENT + "\nMore.\n")
    assert "source-changed" in {each.code for each in check(Library.open(root)).problems}
    (said,) = mend(root)

    assert said == (
        "content/sources.yaml:2:3: recorded the new digest of seeds/gazette.txt,"
        " in which all that is cited is found"
    )
    index = (root / "content/sources.yaml").read_text(encoding="utf-8")
    assert index == with_digest(DOCUMENT + "\nMore.\n")
    assert "source-changed" not in {each.code for each in check(Library.open(root)).problems}


HARM = {
    "words gone": f"what rests on it at {CARD_FILE}:18:16 is not found in it",
    "broken card": "something cannot be read, and nobody knows what that rests on",
    "guessed encoding": "its encoding is a guess, or does not fit",
}


@pytest.mark.parametrize("harm", HARM)
def test_no_digest_is_recorded_while_something_is_uncertain(tmp_path: Path, harm: str) -> None:
    changed = DOCUMENT.replace("We share", "They share") if harm == "words gone" else DOCUMENT + "x"
    root = write_library(tmp_path, sources=with_digest(DOCUMENT), document=changed)
    if harm == "broken card":
        write_card(root, "2023-02-07-river", BROKEN_CARD)
    if harm == "guessed encoding":
        (root / "seeds/gazette.txt").write_bytes(changed.encode() + b"caf\xe9\n")
    before = (root / "content/sources.yaml").read_bytes()
    (said,) = mend(root)

    assert said == f"{KEPT}: {HARM[harm]}"
    assert (root / "content/sources.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "gone"),
    [
        (
            '- point: The paper "learned" it.\n'
            "  evidence: [{source: gazette, exact: The ministers met on Monday}]\n",
            ("the gazette learned", "the gazette was told"),
        ),
        (
            '- point: They met.\n  note: In a "joint statement".\n'
            "  evidence: [{source: gazette, exact: The ministers met on Monday}]\n",
            ("A joint statement", "A paper"),
        ),
        ("", ("River Gazette, evening edition", "Gazette of the river, evening edition")),
    ],
)
def test_no_digest_is_recorded_where_quoted_or_listed_words_are_gone(
    tmp_path: Path, more: str, gone: tuple[str, str]
) -> None:
    sources = with_digest(DOCUMENT)
    root = write_library(tmp_path / "kept", more=more, sources=sources, document=DOCUMENT + "x")
    assert "recorded the new digest" in mend(root)[0]
    changed = DOCUMENT.replace(*gone)
    root = write_library(tmp_path / "lost", more=more, sources=sources, document=changed)
    before = (root / "content/sources.yaml").read_bytes()
    (said,) = mend(root)

    assert said.startswith(f"{KEPT}: what rests on it at content/")
    assert said.endswith(" is not found in it")
    assert (root / "content/sources.yaml").read_bytes() == before


def test_words_that_were_accepted_as_nowhere_hold_up_no_digest(tmp_path: Path) -> None:
    more = (
        '- point: A "so-called" plan.\n'
        "  accept: [{code: quotation-in-own-words, why: Irony.}]\n"
        "  evidence: [{source: gazette, exact: The ministers met on Monday}]\n"
    )
    root = write_library(
        tmp_path, more=more, sources=with_digest(DOCUMENT), document=DOCUMENT + "x"
    )
    assert "recorded the new digest" in mend(root)[0]


def test_no_digest_is_recorded_of_what_no_card_cites(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"Before.\n").hexdigest()
    other = f"memo: {{file: seeds/memo.txt, publisher: P, sha256: '{digest}'}}\n"
    root = write_library(tmp_path, sources=SOURCES + other)
    (root / "seeds/memo.txt").write_text("After.\n", encoding="utf-8")
    (said,) = mend(root)

    assert said == (
        "content/sources.yaml:8:7: the digest of seeds/memo.txt is not recorded: no card cites it,"
        " so that nothing tells what the change did; look, and record it"
    )
    assert digest in (root / "content/sources.yaml").read_text(encoding="utf-8")


def test_a_card_that_cannot_be_read_leaves_the_others_to_be_mended(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=RETYPED)
    for day in ("2023-01-01", "2023-12-31"):
        write_card(root, f"{day}-broken", BROKEN_CARD)
    (said,) = mend(root)
    assert said.startswith(f"{CARD_FILE}:")


def test_some_cards_alone_can_be_mended(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=RETYPED)
    other = root / "content/meetings/2023-02-07-river.yaml"
    other.write_bytes((root / CARD_FILE).read_bytes())
    before = other.read_bytes()

    assert len(list(fix(Library.open(root), ["2023-02-06-river"]))) == 1
    assert other.read_bytes() == before
