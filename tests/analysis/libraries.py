"""Small libraries of several meetings, for what is computed over time."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from briefing.library.library import Library

Item = dict[str, Any]


def quote(words: str, source: str, *topics: str, speaker: str = "voss") -> Item:
    """Return a quote for a card."""
    return {
        "quote": words,
        "speaker": speaker,
        "source": source,
        "voice": "spoken",
        "topics": list(topics),
    }


def point(words: str, source: str, exact: str, *topics: str) -> Item:
    """Return a point for a card."""
    evidence = [{"source": source, "exact": exact}]
    return {"point": words, "kind": "fact", "topics": list(topics), "evidence": evidence}


def make_library(
    root: Path,
    texts: Mapping[str, str],
    cards: Mapping[str, Sequence[Item]],
    topics: Mapping[str, Sequence[str]],
    *,
    series: str = "river",
    language: str = "en",
) -> Path:
    """Write a library and return its folder.

    Args:
        root: The folder.
        texts: The text of each source, by id.
        cards: The items of each card, by id; an id begins with the day of its meeting.
        topics: The label and then the aliases of each topic, by id.
        series: The series all cards belong to.
        language: The language of all sources.
    """
    content = root / "content"
    (content / "meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    for name, text in texts.items():
        (root / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
    sources = {
        name: {"file": f"seeds/{name}.txt", "publisher": "Gazette", "language": language}
        | ({"published": name[-10:]} if name[-10:-6].isdigit() else {})
        for name in texts
    }
    _write(content / "sources.yaml", sources)
    _write(content / "speakers.yaml", {"voss": {"name": "Ada Voss", "kind": "person"}})
    labels = {
        name: {"label": label} | ({"aliases": list(aliases)} if aliases else {})
        for name, (label, *aliases) in topics.items()
    }
    _write(content / "topics.yaml", labels)
    for card, items in cards.items():
        _write(content / f"meetings/{card}.yaml", _card(card, items, series))
    return root


def _card(card: str, items: Sequence[Item], series: str) -> dict[str, Any]:
    first = items[0]
    source = first.get("source") or first["evidence"][0]["source"]
    words = first.get("quote") or first["evidence"][0]["exact"]
    return {
        "format": 1,
        "title": f"Talks of {card[:10]}",
        "series": series,
        "status": "reviewed",
        "meeting": {"name": "Talks", "date": card[:10]},
        "participants": [{"speaker": "voss", "role": "Minister"}],
        "bottom_line": {"text": "They met.", "evidence": [{"source": source, "exact": words}]},
        "sections": [{"title": "Outcomes", "items": list(items)}],
    }


def _write(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True), encoding="utf-8")


def opened(root: Path) -> Library:
    """Return a library whose files are without problems."""
    library = Library.open(root)
    assert library.problems() == ()
    return library
