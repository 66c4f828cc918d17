"""A small library the end-to-end tests write for themselves, so that its words never change."""

from pathlib import Path

FIRST, SECOND = "Talks in a quiet harbour", "Talks on the far shore"

SOURCES = """\
gazette:
  file: seeds/gazette.txt
  publisher: The Harbour Gazette
  kind: news story
  published: 2023-01-12
"""

SPEAKERS = """\
harbour-master: {name: The harbour master, kind: person}
"""

TOPICS = """\
tides: {label: Tides}
"""

GAZETTE = """\
The talks were held on Wednesday in the old customs house.

"The tides are a shared concern," the harbour master said after the talks.

Both sides agreed to meet again before the autumn storms.
"""

CARD = """\
format: 1
title: {title}
series: harbour
status: reviewed
meeting: {{name: {title}, date: {date}, place: Harbour}}
bottom_line:
  text: The two sides will meet again.
  evidence: [{{source: gazette, exact: agreed to meet again before the autumn storms}}]
sections:
  - title: Outcomes
    items:
      - point: Another meeting comes before the autumn.
        kind: commitment
        topics: [tides]
        evidence: [{{source: gazette, exact: meet again before the autumn storms}}]
  - title: Positions
    items:
      - quote: The tides are a shared concern,
        speaker: harbour-master
        source: gazette
        voice: spoken
        topics: [tides]
"""


def write_library(root: Path) -> Path:
    """Write the library into a folder and return it."""
    meetings = root / "content" / "meetings"
    meetings.mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds" / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    for name, text in {"sources": SOURCES, "speakers": SPEAKERS, "topics": TOPICS}.items():
        (root / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")
    for card_id, title, date in (
        ("2023-01-11-harbour", FIRST, "2023-01-11"),
        ("2022-01-07-shore", SECOND, "2022-01-07"),
    ):
        text = CARD.format(title=title, date=date)
        (meetings / f"{card_id}.yaml").write_text(text, encoding="utf-8")
    return root
