"""Small libraries for the tests of the command line and of the check."""

import hashlib
import json
from pathlib import Path
from textwrap import indent

DOCUMENT = """\
River Gazette, evening edition

The ministers met on Monday and agreed to publish the water levels by 2025, the gazette learned.

"We share one river," Minister Ada Voss said. "We will not build a dam unless both sides agree."

A joint statement said the sides "will exchange readings every day" and meet again.

The levels were never published before, and the levels are low.
"""

SOURCES = """\
gazette:
  file: seeds/gazette.txt
  publisher: River Gazette
  kind: news story
  language: en
  furniture: ["River Gazette, evening"]
  caution: Wording shortened by the paper.
"""

SPEAKERS = """\
voss: {name: Ada Voss, kind: person}
statement: {name: Joint statement, kind: document}
"""

TOPICS = "water: {label: Water levels}\n"

BOTTOM_LINE = "The sides publish the levels and go on talking."

CARD = """\
format: 1
title: River talks
series: river
status: reviewed
meeting: {{name: River talks, date: 2023-02-06, place: Quay}}
participants:
  - {{speaker: voss, role: Minister, side: Upper bank}}
bottom_line:
  text: {bottom_line}
  evidence: [{{source: gazette, exact: agreed to publish the water levels}}]
sections:
  - title: Outcomes
    items:
      - point: Readings go back and forth every day.
        kind: commitment
        topics: [water]
        evidence: [{{source: gazette, exact: exchange readings every day}}]
      - quote: We share one river,
        speaker: voss
        source: gazette
        voice: spoken
      - quote: will exchange readings every day
        speaker: statement
        source: gazette
        voice: joint statement
      - point: Nobody knew the levels.
        kind: fact
        evidence: [{{source: gazette, exact: The levels were never published before}}]
{more}"""


def write_library(
    root: Path,
    *,
    more: str = "",
    bottom_line: str = BOTTOM_LINE,
    sources: str = SOURCES,
    speakers: str = SPEAKERS,
    topics: str = TOPICS,
    document: str = DOCUMENT,
) -> Path:
    """Write a library in which a check finds nothing, unless a part is replaced.

    Args:
        root: The folder to write it in.
        more: Further items of the card's only section, as YAML list items without indent.
        bottom_line: Text of the bottom line.
        sources: The file of this name, as the next two.
        speakers: See `sources`.
        topics: See `sources`.
        document: The source document.

    Returns:
        The folder.
    """
    (root / "content" / "meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds" / "gazette.txt").write_text(document, encoding="utf-8")
    for name, text in {"sources": sources, "speakers": speakers, "topics": topics}.items():
        (root / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")
    card = CARD.format(bottom_line=bottom_line, more=indent(more, " " * 6))
    write_card(root, "2023-02-06-river", card)
    return root


def write_card(root: Path, card_id: str, text: str) -> Path:
    """Write a card into a library and return its path."""
    path = root / "content" / "meetings" / f"{card_id}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def write_provenance(root: Path, locators: object, name: str = "gazette", **more: object) -> Path:
    """Write what an import would have recorded of a source of a library, and return its path.

    Args:
        root: The library.
        locators: The pages or times: for each the paragraph from which on it holds, and its words.
        name: The file of the source, without its ending.
        more: What else the file is to hold, over what an import would have recorded.
    """
    text = (root / f"seeds/{name}.txt").read_bytes()
    record = {"text": {"sha256": hashlib.sha256(text).hexdigest()}, "locators": locators, **more}
    path = root / f"seeds/{name}.import.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


BROKEN_CARD = """\
format: 1
title: Broken talks
status: finished
meeting: {name: Broken talks, date: 2023-13-40, place: Quay}
bottom_line:
  text: Nothing.
  evidence: [{source: gazete, exact: agreed to publish}]
sections:
  - title: Outcomes
    items:
      - point: A point.
        evidence: [{source: gazette, exact: We share one river}]
"""
"""A card with three mistakes: a status, a date and a source that do not exist."""
