"""Write a library of N cards made of real text to disk, for opening, building and reading it.

Each card is about one origin (an address, a package of texts): its source is a text file of whole
passages, its items quote them. The words are real, the meetings are not: the cards say so.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from benchmarks import corpus, packages
from benchmarks.cast import Cast, Line
from benchmarks.passages import Text

ITEMS = 17
"""Items a card, which makes it about 6 KB of YAML."""
UNCITED = 7
"""Paragraphs of each source that no item rests on."""
TOPICS = ("peace", "money", "land", "law", "trade", "faith", "work", "language")
NOTE = "Made for measuring: the words are the source's, the meeting is not."


def make_library(
    cards: int, folder: Path, texts: Sequence[Text] | None = None, series: int = 0
) -> Path:
    """Write a library of so many cards, each with its own source, and return its folder.

    Args:
        cards: How many cards.
        folder: Where; what is there already is left as it is when it has that many cards.
        texts: The passages to use; by default the first of the list of entries.
        series: How many series to deal the meetings out to, with people, topics, commitments and
            dates of their own; 0 leaves each card to the origin of its texts.

    Raises:
        ValueError: The texts do not suffice.
    """
    meetings, seeds = folder / "content/meetings", folder / "seeds"
    if meetings.is_dir() and len(list(meetings.glob("*.yaml"))) == cards:
        return folder
    if texts is None:
        listed = corpus.list_file()
        texts = list(corpus.read(cards * (ITEMS + UNCITED) * 5 // 4 + 10_000, listed))
    meetings.mkdir(parents=True, exist_ok=True)
    seeds.mkdir(exist_ok=True)
    speakers, sources = {"president"}, []
    cast = Cast(series) if series else None
    groups = _groups(texts)
    for number in range(cards):
        group = next(groups, None)
        if group is None:
            raise ValueError(f"the texts make {number} cards, not {cards}")
        name = f"source-{number + 1:05}"
        (seeds / f"{name}.txt").write_text("\n\n".join(t.text for t in group), encoding="utf-8")
        sources.append(_source(name, group[0].origin))
        speakers.add(_speaker(group[0]))
        held = date(1950, 1, 1) + timedelta(days=number)
        path = meetings / f"{held.isoformat()}-{number + 1:05}.yaml"
        written = _card(name, held, group)
        if cast is not None:
            written = _dealt_card(cast, number, path.stem, name, held, group)
        path.write_text("\n".join(written), encoding="utf-8")
    _write_index(folder / "content", sources, speakers, cast)
    return folder


def _write_index(
    content: Path, sources: Sequence[str], speakers: set[str], cast: Cast | None
) -> None:
    """Write the three index files."""
    (content / "sources.yaml").write_text("".join(sources), encoding="utf-8")
    people = speakers | set(cast.speakers() if cast is not None else ())
    rows = (f"{name}:\n  name: {name.title()}\n" for name in sorted(people - {"none"}))
    (content / "speakers.yaml").write_text("".join(rows), encoding="utf-8")
    topics = TOPICS if cast is None else tuple(cast.topics())
    rows = (f"{name}:\n  label: {name.title()}\n" for name in topics)
    (content / "topics.yaml").write_text("".join(rows), encoding="utf-8")


def _groups(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the passages of one card at a time, all of one origin."""
    number = ITEMS + UNCITED
    ordered = sorted(texts, key=lambda text: text.origin)
    for _, same in groupby(ordered, key=lambda text: text.origin):
        held = list(same)
        for start in range(0, len(held) - number + 1, number):
            yield held[start : start + number]


def _speaker(text: Text) -> str:
    year, _, name = text.origin.partition("-")
    return name.lower() if year.isdigit() else "none"


def _source(name: str, origin: str) -> str:
    about = f"publisher: {origin}\n  kind: address\n  language: en"
    return f"{name}:\n  file: seeds/{name}.txt\n  {about}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _card(source: str, held: date, group: Sequence[Text]) -> Iterator[str]:
    speaker, origin = _speaker(group[0]), group[0].origin
    yield "format: 1"
    yield f"title: {_quoted(f'{origin}, {held.isoformat()}')}"
    yield f"series: {re.sub('[^a-z0-9]+', '-', origin.lower())}"
    yield "status: draft"
    yield f"note: {_quoted(NOTE)}"
    yield f"meeting: {{name: {_quoted(origin)}, date: {held.isoformat()}}}"
    if speaker != "none":
        yield f"participants:\n  - {{speaker: {speaker}, side: United States}}"
    yield f"bottom_line:\n  text: {_quoted(group[0].text)}"
    yield f"  evidence: [{{source: {source}, exact: {_quoted(group[0].text)}}}]"
    yield "sections:"
    for number, text in enumerate(group[:ITEMS]):
        if number % 6 == 0:
            yield f"  - title: Part {number // 6 + 1}\n    items:"
        topics = f"topics: [{TOPICS[number % len(TOPICS)]}]"
        if number % 6 == 0:
            yield f"      - point: {_quoted(text.text)}\n        kind: fact\n        {topics}"
            yield f"        evidence: [{{source: {source}, exact: {_quoted(text.text)}}}]"
        else:
            yield f"      - quote: {_quoted(text.text)}\n        speaker: {speaker}"
            yield f"        source: {source}\n        voice: document\n        {topics}"


def _dealt_card(
    cast: Cast, number: int, card: str, source: str, held: date, group: Sequence[Text]
) -> Iterator[str]:
    """Yield the lines of a card of one of many series."""
    people = cast.people(number)
    yield "format: 1"
    yield f"title: {_quoted(f'{cast.series_of(number)}, {held.isoformat()}')}"
    yield f"series: {cast.series_of(number)}"
    yield "status: draft"
    yield f"note: {_quoted(NOTE)}"
    yield f"meeting: {{name: {_quoted(group[0].origin)}, date: {held.isoformat()}}}"
    yield "participants:"
    yield from (f"  - {{speaker: {each}, role: Delegate, side: {each[:12]}}}" for each in people)
    yield f"bottom_line:\n  text: {_quoted(group[0].text)}"
    yield f"  evidence: [{{source: {source}, exact: {_quoted(group[0].text)}}}]"
    yield "sections:"
    lines = cast.lines(number, card, held.year, people)
    for place, (text, line) in enumerate(zip(group[:ITEMS], lines, strict=False)):
        if place % 6 == 0:
            yield f"  - title: Part {place // 6 + 1}\n    items:"
        yield from _dealt_item(place, source, text.text, line)


def _dealt_item(place: int, source: str, text: str, line: Line) -> Iterator[str]:
    if place % 3 == 0:
        yield f"      - point: {_quoted(text)}"
        yield f"        by: [{', '.join(line.by)}]"
        yield f"        evidence: [{{source: {source}, exact: {_quoted(text)}}}]"
    else:
        yield f"      - quote: {_quoted(text)}\n        speaker: {line.speaker}"
        yield f"        source: {source}\n        voice: {line.voice}"
    yield f"        id: item-{place + 1}"
    yield f"        topics: [{', '.join(line.topics)}]"
    yield f"        kind: {'commitment' if line.promise else 'position'}"
    if line.due:
        yield f"        due: {line.due}"
    if line.follows:
        yield f"        follows: {line.follows}"


def make_long_card(items: int, paragraphs: int, folder: Path) -> Path:
    """Write a library of one card with many items and one source with many paragraphs."""
    texts = list(corpus.read(max(items, paragraphs), corpus.list_file()))
    for name in ("content/meetings", "seeds"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    content = folder / "content"
    (folder / "seeds/long.txt").write_text(
        "\n\n".join(text.text for text in texts[:paragraphs]), encoding="utf-8"
    )
    (content / "sources.yaml").write_text(_source("long", "texts"), encoding="utf-8")
    (content / "speakers.yaml").write_text("president:\n  name: President\n", encoding="utf-8")
    (content / "topics.yaml").write_text("peace:\n  label: Peace\n", encoding="utf-8")
    step = max(1, paragraphs // items)
    rows = [
        "format: 1\ntitle: A long card\nseries: texts\nstatus: draft",
        f"note: {_quoted(NOTE)}\nmeeting: {{name: Long, date: 2000-01-01}}",
        f"bottom_line:\n  text: {_quoted(texts[0].text)}",
        f"  evidence: [{{source: long, exact: {_quoted(texts[0].text)}}}]",
        "sections:\n  - title: Everything\n    items:",
    ]
    rows += [
        f"      - {{quote: {_quoted(text.text)}, speaker: none, source: long, voice: document}}"
        for text in texts[: items * step : step]
    ]
    (content / "meetings/2000-01-01-long.yaml").write_text("\n".join(rows), encoding="utf-8")
    return folder


def main() -> None:
    """Write a library where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cards", type=int)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--series", type=int, default=0, help="deal the meetings to so many")
    given = parser.parse_args()
    name = f"library-{given.cards}" + (f"-in-{given.series}" if given.series else "")
    print(make_library(given.cards, given.folder or packages.DATA / name, series=given.series))


if __name__ == "__main__":
    main()
