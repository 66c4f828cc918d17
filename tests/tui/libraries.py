"""Libraries for the reader's tests: a tidy one, a broken one, and one that is rough and hostile."""

from pathlib import Path

from briefing.library.library import Library

FIXTURES = Path(__file__).parent.parent / "fixtures"

_SOURCES = """
paper:
  file: seeds/paper.txt
  publisher: "The [bold]Paper[/x] \\e]0;owned\\a"
  title: "Talks \\e[2J end"
  published: 2023-01-11
  url: https://paper.example/talks
  furniture: ["Photo:"]
  caution: "Re-worded \\e[31mby [sic] an aggregator"
plain:
  file: seeds/plain.txt
  publisher: Plain
"""
_SPEAKERS = """
ann: {name: "Ann [/x] \\e[1mLee", kind: person}
board: {name: The board, kind: body}
communique: {name: Communiqué, kind: document}
"""
_TOPICS = """
trade: {label: "Trade [b] \\u202Eevil"}
"""
_PAPER = (
    "Talks [sic] ended. [/x] \x1b]52;c;aGk=\x07 \x1b[2J 字体 cafe\u0301 👩\u200d👩\u200d👧\n\n"
    "Ann said the ports will not close before the fifth of March 2024, whatever may come.\n\n"
    "It was a good day. It was a long day.\n\n"
    "It was a good day, others said.\n\n"
    "Nothing rests on this one, and nothing on the next.\n\n"
    "Nor on this.\n\n"
    "Photo: [the President] \x9b31m \u202eevil\n"
)
_CARD = """
format: 1
title: "Rough [the President] \\e[2J talks"
status: draft
meeting: {name: "Rough \\a talks", date: 2023-01-11, place: "Lyon [/x]", date_note: the 10th}
participants:
  - {speaker: ann, role: "Minister [sic]", side: "North \\u202E side"}
  - {speaker: board, role: Host, side: South}
note: "Beware \\e[2J"
bottom_line:
  text: "The ports [/x] stay open. \\e]52;c;aGk=\\a"
  evidence: [{source: paper, exact: the ports will not close}]
sections:
  - title: "Outcomes [b] \\e[1m"
    items:
      - point: "The ports [the President] \\e[31m stay open"
        id: ports
        kind: commitment
        due: 2024
        topics: [trade]
        evidence:
          - {source: paper, exact: whatever may come}
          - {source: plain, exact: A plain word}
      - quote: the ports will close before the fifth of March 2024, whatever may come
        id: drifted
        speaker: ann
        source: paper
        voice: spoken
      - quote: It was a good day
        id: ambiguous
        speaker: ann
        source: paper
        voice: spoken
      - quote: "words \\e[2J that [sic] nobody ever wrote in this paper"
        id: missing
        speaker: unclear
        source: paper
        voice: reported
  - title: Reactions
    items:
      - quote: It was a long day.
        id: long-day
        speaker: ann
        source: paper
        voice: spoken
        note: "A remark [/x] \\e[2J"
      - quote: It was a good day, others said.
        id: others
        speaker: ann
        source: paper
        voice: spoken
        continues: true
      - quote: A plain word
        id: joint
        speaker: communique
        source: plain
        voice: joint statement
      - quote: stands here.
        id: for-board
        speaker: board
        source: plain
        voice: spokesperson
"""


def tidy() -> Library:
    """Open a library in which everything is found."""
    return Library.open(FIXTURES / "library")


def broken() -> Library:
    """Open a library with one good card among broken ones."""
    return Library.open(FIXTURES / "broken")


def rough(folder: Path) -> Library:
    """Write and open a library of drifted, ambiguous and missing words and hostile text."""
    files = {
        "content/sources.yaml": _SOURCES,
        "content/speakers.yaml": _SPEAKERS,
        "content/topics.yaml": _TOPICS,
        "content/meetings/rough.yaml": _CARD,
        "seeds/paper.txt": _PAPER,
        "seeds/plain.txt": "A plain word stands here.\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Library.open(folder)
