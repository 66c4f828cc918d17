"""A card twice as long over a source twice as long takes about twice the work, never four times."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.errors import Problem
from briefing.library.cards import card_reader
from briefing.library.library import Library
from briefing.text.files import read_text

QUOTE = '      - {{quote: "{words}", speaker: none, source: long, voice: document}}'
POINT = (
    "      - point: 'The text says “{short}” in part {n}.'\n"
    '        evidence: [{{source: long, exact: "{words}"}}]'
)
EARLIER = (
    "      - point: 'The text does not say “{short}” of that.'\n"
    '        evidence: [{{source: long, exact: "{other}"}}]'
)
MISSING = '      - {{quote: "{words} Never.", speaker: none, source: long, voice: document}}'


def long_card(folder: Path, items: int, row: str) -> Library:
    """A library of one card, whose items rest on every other paragraph of one source."""
    for name in ("content/meetings", "seeds"):
        (folder / name).mkdir(parents=True)
    texts = [f"Paragraph {n:05} tells of the river {n:05} at length." for n in range(2 * items)]
    (folder / "seeds/long.txt").write_text("\n\n".join(texts), encoding="utf-8")
    listed = "long:\n  file: seeds/long.txt\n  publisher: A\n  kind: address\n  language: en\n"
    (folder / "content/sources.yaml").write_text(listed, encoding="utf-8")
    (folder / "content/speakers.yaml").write_text("president:\n  name: President\n")
    (folder / "content/topics.yaml").write_text("peace:\n  label: Peace\n", encoding="utf-8")
    rows = [
        "format: 1\ntitle: A long card\nstatus: draft\nmeeting: {name: Long, date: 2000-01-01}",
        f'bottom_line:\n  text: It is long.\n  evidence: [{{source: long, exact: "{texts[0]}"}}]',
        "sections:\n  - title: Everything\n    items:",
    ]
    rows += [
        row.format(words=text, short=f"the river {2 * n:05}", n=n, other=texts[2 * n + 1])
        for n, text in enumerate(texts[::2])
    ]
    (folder / "content/meetings/2000-01-01-long.yaml").write_text("\n".join(rows), encoding="utf-8")
    return Library.open(folder)


def calls(work: Callable[[], object]) -> int:
    """Count the functions that are called, Python's and those written in C, until it is done."""
    found = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found


@pytest.mark.parametrize(
    "row", [QUOTE, POINT, EARLIER, MISSING], ids=["quotes", "points", "not said", "missing"]
)
def test_reading_and_checking_a_card_grow_with_its_length(tmp_path: Path, row: str) -> None:
    read, checked = [], []
    for items in (10, 50, 200):  # the first loads and compiles what the others need too
        opened = long_card(tmp_path / str(items), items, row)
        read.append(calls(partial(opened.card, "2000-01-01-long")))
        checked.append(calls(partial(check, opened)))
    assert read[2] < 5 * read[1]
    assert checked[2] < 5 * checked[1]


def test_to_tell_whether_a_card_is_long_it_is_not_read_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counting(root: Path, file: str) -> str | Problem:
        read.append(file)
        return read_text(root, file)

    opened = long_card(tmp_path / "long", 5, QUOTE)
    monkeypatch.setattr(card_reader, "read_text", counting)
    assert opened.is_readable("2000-01-01-long")
    assert not opened.is_heavy("2000-01-01-long")
    assert len(opened.card("2000-01-01-long").items) == 6
    assert read == ["content/meetings/2000-01-01-long.yaml"]
