"""Pinning: prefix and suffix are written where a paragraph is named, and nothing else changes."""

from pathlib import Path

import pytest

from briefing.check.fixing.fixing import fix
from briefing.library.library import Library
from briefing.model.core import State

SOURCE = """The minister said: we agree to the plan. Nobody else spoke.

The envoy said: we agree to the plan. Then he left.

The minister said: we agree to the plan. Applause."""
HEAD = """# A comment that stays.
format: 1
title: Talks
meeting: {name: Talks, date: 2024-05-01}
bottom_line: {text: Gist., evidence: [{source: s, exact: Nobody else spoke}]}   # and this one
sections:
  - title: All
    items:
"""
BLOCK = """      - quote: we agree to the plan
        paragraph: 2
        speaker: unclear
        source: s
        voice: spoken
"""
FLOW = "      - {quote: we agree to the plan, source: s, speaker: unclear, voice: spoken, "
FLOW += "paragraph: 3}\n"
POINT = """      - point: They agree.
        evidence:
          - source: s
            exact: "we agree to the plan"
            paragraph: 1
"""


def library(tmp_path: Path, items: str) -> tuple[Library, Path]:
    meetings = tmp_path / "content/meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/s.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "content/sources.yaml").write_text("s: {file: seeds/s.txt, publisher: P}\n")
    card = meetings / "2024-05-01-talks.yaml"
    card.write_bytes((HEAD + items).encode())
    return Library.open(tmp_path), card


@pytest.mark.parametrize(
    ("items", "written", "paragraph"),
    [
        (BLOCK, '        prefix: "envoy said:"\n', 2),
        (FLOW, ', suffix: ". Applause."', 3),
        (POINT, '            suffix: ". Nobody"\n', 1),
    ],
)
def test_context_is_spliced_in_and_every_other_byte_stays(
    tmp_path: Path, items: str, written: str, paragraph: int
) -> None:
    opened, card = library(tmp_path, items)
    before = card.read_bytes().decode()
    assert opened.card("2024-05-01-talks").items[1].state is State.AMBIGUOUS

    assert len(list(fix(opened, pins_only=True))) == 1

    after = card.read_bytes().decode()
    assert after.count(written) == 1
    assert after.replace(written, "") == before
    found = Library.open(tmp_path).card("2024-05-01-talks").items[1].evidence[0].passage
    assert (found.state, found.paragraph) == (State.VERBATIM, paragraph)


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    opened, card = library(tmp_path, "")
    card.write_bytes((HEAD + BLOCK).replace("\n", "\r\n").encode())
    list(fix(Library.open(opened.root), pins_only=True))
    assert b"\n" not in card.read_bytes().replace(b"\r\n", b"")
    assert b"prefix" in card.read_bytes()


def test_what_names_no_paragraph_or_a_wrong_one_stays_ambiguous(tmp_path: Path) -> None:
    opened, card = library(tmp_path, BLOCK.replace("paragraph: 2\n        ", ""))
    before = card.read_bytes()
    assert list(fix(opened, pins_only=True)) == []
    assert card.read_bytes() == before
