"""What cards refer to: names for ids, and index files that cannot be read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.errors import CardError, SourceError
from briefing.library.library import Library
from briefing.model.core import State

SMALL_CARD = """\
format: 1
title: Talks
meeting: {name: Talks, date: 2021-05-03}
participants: [{speaker: SPEAKER}]
bottom_line: {text: T, topics: [TOPIC], evidence: [{source: SOURCE, exact: agreed}]}
sections: [{title: S, items: [{point: P, evidence: [{source: SOURCE, exact: agreed}]}]}]
"""
INDEXES = {
    "sources": "courier-1: {file: seeds/talks.txt, publisher: Courier, title: Talks end}\n"
    "gazette: {file: seeds/levels.txt, publisher: River Gazette}\n",
    "speakers": "facade: {name: Élodie Façade, aliases: [the minister, Lady F]}\n"
    "voss: {name: Ada Voss}\nvoss-2: {name: Ada Voss}\n",
    "topics": "hotline: {label: Telephone line, aliases: [red phone]}\nwater: {label: Water}\n",
}


def small_library(
    root: Path, indexes: Mapping[str, str] = INDEXES, *, named: Mapping[str, str] | None = None
) -> Library:
    (root / "content/meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds/talks.txt").write_text("They agreed.", "utf-8")
    (root / "seeds/levels.txt").write_text("They agreed.", "utf-8")
    for name, text in indexes.items():
        (root / f"content/{name}.yaml").write_text(text, "utf-8")
    card = SMALL_CARD
    for slot, name in {
        "SPEAKER": "facade",
        "TOPIC": "water",
        "SOURCE": "gazette",
        **(named or {}),
    }.items():
        card = card.replace(slot, name)
    (root / "content/meetings/talks.yaml").write_text(card, "utf-8")
    return Library.open(root)


@pytest.mark.parametrize(
    ("slot", "typed", "hint"),
    [
        ("SPEAKER", "facad", "did you mean 'facade'?"),
        ("SPEAKER", "Élodie Façade", "did you mean 'facade'?"),
        ("SPEAKER", "elodie-facade", "did you mean 'facade'?"),
        ("SPEAKER", "the Minister", "did you mean 'facade'?"),
        ("SPEAKER", "Élodie", "did you mean 'facade'?"),
        ("SPEAKER", "Minister Élodie Façade", "did you mean 'facade'?"),
        ("SPEAKER", "Ada Voss", "did you mean 'voss' or 'voss-2'?"),
        ("SPEAKER", "Ada Vos", "did you mean 'voss' or 'voss-2'?"),
        ("SPEAKER", "Nobody Known", "list it in content/speakers.yaml"),
        ("TOPIC", "telephone line", "did you mean 'hotline'?"),
        ("TOPIC", "Red phone", "did you mean 'hotline'?"),
        ("SOURCE", "River Gazette", "did you mean 'gazette'?"),
        ("SOURCE", "seeds/levels.txt", "did you mean 'gazette'?"),
        ("SOURCE", "levels.txt", "did you mean 'gazette'?"),
        ("SOURCE", "old/talks.txt", "did you mean 'courier-1'?"),
        ("SOURCE", "Talks end", "did you mean 'courier-1'?"),
    ],
)
def test_who_types_a_name_is_told_the_id(tmp_path: Path, slot: str, typed: str, hint: str) -> None:
    library = small_library(tmp_path, named={slot: typed})
    with pytest.raises(CardError) as caught:
        library.card("talks")
    assert {problem.hint for problem in caught.value.problems} == {hint}


@pytest.mark.parametrize("broken", ["a: [", "- a list", "a: {label: x: y}", "Water: {label: W}"])
def test_a_broken_index_hides_no_card(tmp_path: Path, broken: str) -> None:
    library = small_library(tmp_path, dict.fromkeys(INDEXES, broken))
    card = library.card("talks")

    assert library.speaker_name(card.participants[0].speaker) == "facade"
    assert card.bottom_line.state is State.MISSING
    assert library.caution("gazette") == ""
    with pytest.raises(SourceError, match="cannot be looked up"):
        library.source("gazette")
    assert library.unchecked == {
        "content/sources.yaml": 2,
        "content/speakers.yaml": 1,
        "content/topics.yaml": 1,
    }
    told = [p for p in check(library).problems if p.code in ("bad-yaml", "bad-id", "wrong-shape")]
    assert [p.message.partition("; and ")[2] for p in told] == [
        "2 references that cannot be checked until this is fixed",
        "a reference that cannot be checked until this is fixed",
        "a reference that cannot be checked until this is fixed",
    ]


@pytest.mark.parametrize("index", ["sources", "speakers", "topics"])
def test_an_index_that_cannot_be_decoded_hides_no_card(tmp_path: Path, index: str) -> None:
    library = small_library(tmp_path)
    (tmp_path / f"content/{index}.yaml").write_bytes(b"a: \xff\xfe")
    reopened = Library.open(library.root)

    assert reopened.card("talks").id == "talks"
    assert [p.code for p in reopened.problems()] == ["unreadable-file"]
    assert reopened.lost_files == (f"content/{index}.yaml",)


def test_an_entry_with_a_small_mistake_leaves_nothing_unchecked(tmp_path: Path) -> None:
    library = small_library(
        tmp_path, {**INDEXES, "topics": "water: {labl: Water}\n"}, named={"TOPIC": "wine"}
    )
    with pytest.raises(CardError):
        library.card("talks")
    assert library.lost_files == ()


def test_problems_beyond_the_limit_are_counted(tmp_path: Path) -> None:
    root = small_library(tmp_path).root
    file = root / "content/meetings/talks.yaml"
    file.write_text(SMALL_CARD + "".join(f"key{n}: 1\n" for n in range(100)), "utf-8")
    with pytest.raises(CardError) as caught:
        Library.open(root).card("talks")
    assert len(caught.value.problems) == 51
    assert caught.value.problems[-1].message == "and 54 more problems in this file"
    with pytest.raises(CardError) as caught:
        Library.open(root, 1_000).card("talks")
    assert len(caught.value.problems) == 104
