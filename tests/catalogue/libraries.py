"""Small libraries that can be edited, and what is true of them."""

import re
from pathlib import Path

TOPICS = ("water", "trade")
SPEAKERS = ("voss", "okafor", "lind")


class MadeLibrary:
    """A library on disk whose files are written by number."""

    def __init__(self, root: Path, cards: int = 3) -> None:
        self.root = root
        (root / "content/meetings").mkdir(parents=True)
        (root / "seeds").mkdir()
        self.records: dict[str, dict[str, str]] = {}
        self.speakers = {name: [f"{name.title()}ish"] for name in SPEAKERS}
        self.labels = {name: f"The {name}" for name in TOPICS}
        for number in range(1, cards + 1):
            self.write_source(number)
            self.write_card(number)
        self.write_index()

    def card_id(self, number: int) -> str:
        return f"2020-{1 + number // 28 % 12:02}-{1 + number % 28:02}-talks-{number}"

    def card_path(self, number: int) -> Path:
        return self.root / "content/meetings" / f"{self.card_id(number)}.yaml"

    def source_path(self, number: int) -> Path:
        return self.root / f"seeds/report-{number}.txt"

    @property
    def index_paths(self) -> dict[str, Path]:
        names = ("sources", "speakers", "topics")
        return {name: self.root / f"content/{name}.yaml" for name in names}

    def write_source(self, number: int, word: str = "first") -> None:
        """Write a document of four paragraphs, and list it with the next `write_index`."""
        self.source_path(number).write_text(
            f"The Gazette, number {number}\n\n"
            f"The {word} talks numbered {number} began in the old harbour.\n\n"
            f"“We will share river{number} water,” said a minister.\n\n"
            f"Nobody asked about quay{number}.\n",
            encoding="utf-8",
        )
        self.records.setdefault(f"report-{number}", {"file": f"seeds/report-{number}.txt"})

    def write_card(self, number: int, word: str = "first", **changes: str) -> None:
        """Write a card that rests on the source of the same number."""
        values = {
            "source": f"report-{number}",
            "speaker": SPEAKERS[number % len(SPEAKERS)],
            "topic": TOPICS[number % len(TOPICS)],
            **changes,
        }
        self.card_path(number).write_text(
            CARD.format(number=number, word=word, **values), encoding="utf-8"
        )

    def write_index(self) -> None:
        """Write the three index files."""
        sources = "".join(
            f"{name}:\n  file: {record['file']}\n  publisher: The Gazette\n  kind: news story\n"
            + "".join(f"  {key}: {record[key]}\n" for key in record if key != "file")
            for name, record in sorted(self.records.items())
        )
        speakers = "".join(
            f"{name}: {{name: {name.title()}, kind: person, aliases: [{', '.join(aliases)}]}}\n"
            for name, aliases in self.speakers.items()
        )
        topics = "".join(f"{name}: {{label: {label}}}\n" for name, label in self.labels.items())
        for name, text in (("sources", sources), ("speakers", speakers), ("topics", topics)):
            self.index_paths[name].write_text(text, encoding="utf-8")


CARD = """\
format: 1
title: Talks number {number}, {word}
series: talks
status: reviewed
meeting: {{name: Talks, date: 2020-01-01, place: Harbour, mode: in person}}
participants:
  - {{speaker: {speaker}, role: Minister, side: Upper bank}}
bottom_line:
  text: Bottom line {number} {word}.
  evidence: [{{source: {source}, exact: began in the old harbour}}]
sections:
  - title: Outcomes
    items:
      - point: Point p{number} {word} of the talks.
        kind: commitment
        due: 2025
        topics: [{topic}]
        evidence:
          - {{source: {source}, exact: began in the old harbour}}
          - {{source: {source}, exact: Nobody asked about}}
      - quote: We will share river{number} water
        speaker: {speaker}
        source: {source}
        voice: spoken
        topics: [{topic}]
"""


def same_size(text: str) -> str:
    """Return another text of the same length: two letters of the first word are swapped."""
    return re.sub(r"(Talks|talks)", lambda found: found[0].replace("al", "la"), text)
