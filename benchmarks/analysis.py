"""Measure the views over time on a library of 10,000 cards in 200 series, beside SQL and grep.

`python -m benchmarks.analysis` writes `benchmarks/data/analysis.json`. Each question is asked of
the catalogue as the command line and the reader ask it; of one plain table of all items in SQLite,
with the full-text index FTS5 over it; and of the YAML files with grep, which gives lines and not
items.
Each answer is asked for several times after a first one that is thrown away: the median is what a
reader waits, and the least of each is compared, which a busy machine changes less.
"""

import argparse
import json
import shutil
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence, Sized
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import machine, packages
from benchmarks.library import make_library
from briefing.analysis.commitments import commitments, offers_for
from briefing.analysis.compare.choosing import cards_of_series
from briefing.analysis.compare.comparison import compare
from briefing.analysis.filtering import RowFilter
from briefing.analysis.phrases.history import trace
from briefing.analysis.prepare import prepare
from briefing.analysis.speakers import (
    all_speakers,
    side_by_side,
    speaker_matrix,
    speaker_words,
)
from briefing.analysis.timeline import timeline
from briefing.analysis.topics import topic_matrix, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.topics import all_topics
from briefing.catalogue.sync.sync import sync
from briefing.library.library import Library

RESULTS = packages.DATA / "analysis.json"
CARDS, SERIES = 10_000, 200
TODAY = date(1966, 7, 1)
"""Within the years of the made library."""
OURS, MEDIAN, PROCESSOR = "briefing", "briefing, median", "briefing, processor"
SQL, GREP = "SQL with FTS5", "grep"
LATEST = 500
"""Items of a topic that a view opens with."""
MOST_SHOWN = 50
"""Commitments of each state, or uses of a phrase, that a view opens with."""
PHRASES = ("foreign nations", "peace and good will")

_COLUMNS = (
    "card, title, series, date, position, type, text, speaker, who, kind, due, state, source,"
    " paragraph, topics, voice"
)
_ITEM = f"SELECT {_COLUMNS} FROM plain"
_FOUND = f"{_ITEM} WHERE rowid IN (SELECT rowid FROM words WHERE words MATCH ?)"


class Question(NamedTuple):
    """A view, and how the same is asked otherwise; empty where it cannot be."""

    name: str
    ours: Callable[[Catalogue], Sized]
    """Returns the rows of the view."""
    sql: str = ""
    values: tuple[object, ...] = ()
    grep: tuple[str, ...] = ()
    """Arguments of grep; it is run in the library's folder."""


def questions(catalogue: Catalogue) -> list[Question]:
    """Return what is asked: of a topic that is spoken of much and one that is spoken of little."""
    listed = all_topics(catalogue)
    much, little = listed[0].id, listed[len(listed) // 2].id
    return [
        *_topic_questions(much, little),
        *_speaker_questions(),
        *_commitment_questions(),
        Question(
            "timeline, one series",
            lambda c: timeline(c, series="series-017").entries,
            f"{_ITEM} WHERE series = ? AND due <> '' ORDER BY due",
            ("series-017",),
            ("-rlE", "^series: series-017", "content/meetings"),
        ),
        Question(
            "timeline, one year of all series",
            lambda c: timeline(c, first=date(1966, 1, 1), last=date(1966, 12, 31)).entries,
            f"{_ITEM} WHERE substr(date, 1, 4) = ? OR due = ? ORDER BY date",
            ("1966", "1966"),
            ("-rnE", "date: 1966|due: 1966", "content/meetings"),
        ),
        Question("before the next round", lambda c: prepare(c, "series-017", TODAY).topics),
        *_wording_questions(catalogue),
    ]


def _wording_questions(catalogue: Catalogue) -> list[Question]:
    """Return what is asked of words: of two meetings, of a series, and of a phrase."""
    library = Library.open(catalogue.root)
    series = cards_of_series("series-017", catalogue.meetings())

    def compared(cards: Sequence[str]) -> Sized:
        return compare([library.card(card) for card in cards], library).topics

    return [
        Question("compare, two meetings", lambda _: compared(series[-2:])),
        Question(f"compare, a series of {len(series)}", lambda _: compared(series)),
        *(
            Question(
                f"phrase, {words}",
                partial(_traced, words),
                f"{_FOUND} ORDER BY date, card, position",
                (f'text:"{words}"',),
                ("-rniF", words, "seeds", "content/meetings"),
            )
            for words in PHRASES
        ),
    ]


def _traced(words: str, catalogue: Catalogue) -> Sized:
    history = trace(words, catalogue.engine(), catalogue, MOST_SHOWN)
    return history.uses if history else ()


def _topic_questions(much: str, little: str) -> list[Question]:
    by_topic = "FROM plain, json_each(plain.topics) AS t"
    asked = [
        Question(
            "topics, all with their counts",
            all_topics,
            f"SELECT t.value, count(*), count(DISTINCT card) {by_topic} GROUP BY t.value",
            (),
            ("-rhoE", "topic-[0-9]+", "content/meetings"),
        ),
        Question(
            "topics, matrix of one series",
            lambda c: topic_matrix(c, "series-017").rows,
            f"SELECT t.value, card, count(*) {by_topic} WHERE series = ? GROUP BY t.value, card",
            ("series-017",),
        ),
    ]
    asked += [
        Question(
            f"one topic, {how}",
            partial(_items_on, topic, most),
            f"{_FOUND} ORDER BY date DESC, card, position LIMIT ?",
            (f'topics:"{topic}"', most),
            ("-rn", topic, "content/meetings"),
        )
        for topic, how, most in (
            (much, f"the most common, its latest {LATEST}", LATEST),
            (much, "the most common, all of it", -1),
            (little, "of middling use", -1),
        )
    ]
    return asked


def _items_on(topic: str, most: int, catalogue: Catalogue) -> Sized:
    return topic_thread(catalogue, topic, most=most).items


def _speaker_questions() -> list[Question]:
    one, other = "delegate-017-1", "delegate-017-2"
    return [
        Question(
            "speakers, all with their counts",
            all_speakers,
            "SELECT w.value, voice, count(*), count(DISTINCT card) FROM plain,"
            " json_each(plain.who) AS w GROUP BY w.value, voice",
            (),
            ("-rhoE", "delegate-[0-9]+-[0-9]", "content/meetings"),
        ),
        Question(
            "speakers, matrix of one series",
            lambda c: speaker_matrix(c, "series-017").rows,
            "SELECT w.value, card, voice, count(*) FROM plain, json_each(plain.who) AS w"
            " WHERE series = ? GROUP BY w.value, card, voice",
            ("series-017",),
        ),
        Question(
            "everything one speaker said",
            lambda c: [row for rows in speaker_words(c, one).items.values() for row in rows],
            f"{_FOUND} ORDER BY date, card, position",
            (f'who:"{one}"',),
            ("-rn", one, "content/meetings"),
        ),
        Question(
            "two speakers on one topic",
            lambda c: side_by_side(c, one, other, "topic-001").meetings,
            f"{_FOUND} ORDER BY date, card, position",
            (f'topics:"topic-001" AND (who:"{one}" OR who:"{other}")',),
        ),
    ]


def _commitment_questions() -> list[Question]:
    return [
        Question(
            "commitments, around today",
            lambda c: commitments(c, TODAY, most=MOST_SHOWN).rows,
            f"{_ITEM} WHERE kind = 'commitment' AND due >= ? ORDER BY due LIMIT ?",
            (str(TODAY.year), MOST_SHOWN),
            ("-rn", "due: 1966", "content/meetings"),
        ),
        Question(
            "commitments, with what is offered for each",
            lambda c: offers_for(c, commitments(c, TODAY, most=MOST_SHOWN))[0].rows,
        ),
        Question(
            "commitments, all of one series",
            lambda c: commitments(c, TODAY, series="series-017").rows,
            f"{_ITEM} WHERE series = ? AND kind = 'commitment' ORDER BY due",
            ("series-017",),
        ),
        Question(
            "commitments, all there are",
            lambda c: commitments(c, TODAY).rows,
            f"{_ITEM} WHERE kind = 'commitment' ORDER BY due",
            (),
            ("-rn", "kind: commitment", "content/meetings"),
        ),
    ]


def plain_database(catalogue: Catalogue, path: Path) -> sqlite3.Connection:
    """Return one table of all items as anybody would write it down, with FTS5 over its words."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE TABLE plain({_COLUMNS})")
    rows = catalogue.database.rows(
        "SELECT i.card, m.title, m.series, m.date, i.position, i.type, i.text, i.speaker, i.who,"
        " i.kind, i.due, i.state, i.source, i.paragraph, i.topics, i.voice FROM item AS i JOIN"
        " meeting AS m ON m.card = i.card ORDER BY m.moment, i.card, i.position"
    )
    marks = ", ".join("?" * 16)
    connection.executemany(
        f"INSERT INTO plain VALUES ({marks})",
        (
            (*r[:3], date.fromordinal(r[3]).isoformat(), *r[4:8], json.dumps(r[8].split()),
             *r[9:14], json.dumps(r[14].split()), r[15])
            for r in rows
        ),
    )  # fmt: skip
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5(text, who, topics, content='plain',"
        " tokenize=\"unicode61 tokenchars '-'\")"
    )
    connection.execute("INSERT INTO words(words) VALUES ('rebuild')")
    connection.commit()
    return connection


class Timed(NamedTuple):
    """How long one question took, asked several times, in milliseconds."""

    median: float
    least: float
    processor: float
    """The least that this process itself worked."""
    rows: int


def timed(ask: Callable[[], Sized], rounds: int) -> Timed:
    """Return how long some askings take after a first one, and how many rows the answer has."""
    answer, seconds, worked = ask(), [], []
    for _ in range(rounds):
        started, before = time.perf_counter(), time.process_time()
        answer = ask()
        seconds.append(time.perf_counter() - started)
        worked.append(time.process_time() - before)
    middle = statistics.median(seconds)
    return Timed(1000 * middle, 1000 * min(seconds), 1000 * min(worked), len(answer))


def measure(catalogue: Catalogue, plain: sqlite3.Connection, rounds: int) -> list[dict[str, Any]]:
    """Ask every question in each way, by turns."""
    found = []
    for asked in questions(catalogue):
        ours = timed(partial(asked.ours, catalogue), rounds)
        row: dict[str, Any] = {"view": asked.name, "rows": ours.rows, MEDIAN: ours.median}
        row |= {OURS: ours.least, PROCESSOR: ours.processor}
        if asked.sql:
            row[SQL] = timed(partial(fetched, plain, asked), rounds).least
        if asked.grep and shutil.which("grep"):
            few = max(2, rounds // 3)
            row[GREP] = timed(partial(grepped, asked.grep, catalogue.root), few).least
        found.append(row)
        print(row, flush=True)
    found.append(filtering(catalogue, rounds))
    return found


def fetched(plain: sqlite3.Connection, asked: Question) -> list[tuple[object, ...]]:
    """Return all rows that the plain table gives."""
    return plain.execute(asked.sql, asked.values).fetchall()


def grepped(arguments: Sequence[str], folder: Path) -> bytes:
    """Return what grep finds in a folder."""
    done = subprocess.run(["grep", *arguments], cwd=folder, capture_output=True, check=False)
    return done.stdout


def filtering(catalogue: Catalogue, rounds: int) -> dict[str, Any]:
    """Filter all commitments there are by two words, as while somebody types."""
    rows = commitments(catalogue, TODAY).rows
    kept = RowFilter(rows, (row.item.text for row in rows))
    ours = timed(lambda: kept.matching("pea gov"), rounds)
    name = f"filter {len(rows):,} rows by two words"
    times = {MEDIAN: ours.median, OURS: ours.least, PROCESSOR: ours.processor}
    return {"view": name, "rows": ours.rows, **times}


def main() -> None:
    """Make the library and both databases where they are missing, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--cards", type=int, default=CARDS)
    given = parser.parse_args()
    name = f"library-{given.cards}-in-{SERIES}"
    root = make_library(given.cards, packages.DATA / name, series=SERIES)
    with Catalogue.open(root, packages.DATA / "catalogue-analysis") as catalogue:
        sync(catalogue)
        plain = plain_database(catalogue, packages.DATA / "plain.sqlite")
        found = {
            "machine": machine.describe(),
            "noise": machine.noise(),
            "cards": given.cards,
            "series": SERIES,
            "items": catalogue.database.rows("SELECT count(*) FROM item")[0][0],
            "views": measure(catalogue, plain, given.rounds),
        }
    RESULTS.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(f"written: {RESULTS}")


if __name__ == "__main__":
    main()
