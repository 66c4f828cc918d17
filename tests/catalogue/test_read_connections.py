"""Each thread that reads has a connection to itself."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db import database
from briefing.catalogue.db.database import Database
from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.read_connections import MOST
from briefing.catalogue.db.schema import BUSY_MS, connect
from briefing.catalogue.queries.topics import TopicRow, all_topics
from briefing.catalogue.read_transaction import in_read_transaction
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import built

SECONDS = 30
"""After which a thread that waits for another one is given up."""


@pytest.fixture
def rows(folder: Path) -> Iterator[Database]:
    opened = Database.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(MOST + 1) as executor:
        yield executor


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Return a list that all connections come into that are opened from now on."""
    made: list[sqlite3.Connection] = []

    def connecting(
        path: Path | None, *, known: bool = False, busy_ms: int = BUSY_MS
    ) -> sqlite3.Connection:
        made.append(connect(path, known=known, busy_ms=busy_ms))
        return made[-1]

    monkeypatch.setattr(database, "connect", connecting)
    return made


class Reading:
    """A thread that is within a read transaction until it is let go."""

    def __init__(self, rows: Database, threads: ThreadPoolExecutor) -> None:
        self._inside, self._over = Event(), Event()
        self.done: Future[list[int]] = threads.submit(self._read, rows)
        assert self._inside.wait(SECONDS)

    def _read(self, rows: Database) -> list[int]:
        with rows.reading():
            seen = [rows.epoch()]
            self._inside.set()
            assert self._over.wait(SECONDS)
            return [*seen, rows.epoch()]

    def let_go(self) -> list[int]:
        self._over.set()
        return self.done.result(SECONDS)


def read_epoch(rows: Database) -> int:
    with rows.reading():
        return rows.epoch()


def verified(rows: Database) -> int:
    rows.verify()
    return 0


@pytest.mark.parametrize("ask", [Database.generation, Database.epoch, read_epoch, verified])
def test_no_question_waits_for_a_read_transaction_of_another_thread(
    rows: Database, threads: ThreadPoolExecutor, ask: Callable[[Database], int]
) -> None:
    reading = Reading(rows, threads)
    try:
        assert threads.submit(ask, rows).result(SECONDS) == 0
        assert not reading.done.done()
    finally:
        reading.let_go()


def test_a_view_holds_up_no_question_about_the_catalogue(
    made: MadeLibrary, folder: Path, threads: ThreadPoolExecutor
) -> None:
    asked: list[int] = []

    @in_read_transaction
    def view(catalogue: Catalogue) -> tuple[TopicRow, ...]:
        asked.append(threads.submit(catalogue.database.generation).result(SECONDS))
        return all_topics(catalogue)

    with built(made.root, folder) as catalogue:
        assert view(catalogue) == all_topics(catalogue)
        assert asked == [catalogue.database.generation()]


def test_a_transaction_sees_one_state_and_the_next_question_what_was_stored_since(
    rows: Database, threads: ThreadPoolExecutor
) -> None:
    reading = Reading(rows, threads)
    begun = Event()

    def store() -> None:
        with rows.writing() as connection:
            connection.execute("UPDATE state SET epoch = 1")
            begun.set()

    storing = threads.submit(store)
    assert begun.wait(SECONDS)
    assert reading.let_go() == [0, 0]
    storing.result(SECONDS)
    assert rows.epoch() == 1


def test_many_who_read_at_once_take_turns(
    rows: Database, threads: ThreadPoolExecutor, opened: list[sqlite3.Connection]
) -> None:
    all_inside = Barrier(MOST)

    def ask(number: int) -> int:
        with rows.reading():
            if number < MOST:
                all_inside.wait(SECONDS)
            return rows.epoch()

    asked = [threads.submit(ask, number) for number in range(MOST + 1)]
    assert [each.result(SECONDS) for each in asked] == [0] * (MOST + 1)
    assert len(opened) == MOST - 1, "and the first one"


def test_a_connection_is_used_again_by_threads_that_come_later(
    rows: Database, opened: list[sqlite3.Connection]
) -> None:
    for _ in range(3):
        with ThreadPoolExecutor(1) as ending, rows.reading():
            assert ending.submit(rows.epoch).result(SECONDS) == 0
    assert len(opened) == 1


def test_what_was_thrown_away_is_not_mixed_with_what_is_in_its_place(
    rows: Database, folder: Path, threads: ThreadPoolExecutor, opened: list[sqlite3.Connection]
) -> None:
    with rows.writing() as connection:
        connection.execute("UPDATE state SET epoch = 7")
    reading = Reading(rows, threads)
    discard(folder)
    Database.open(folder).close()
    del opened[:]
    asked = threads.submit(rows.epoch)
    assert reading.let_go() == [7, 7]
    assert asked.result(SECONDS) == 7, "of the old one, when its turn comes"
    assert all(map(is_closed, opened))


def test_none_of_them_writes(
    rows: Database, threads: ThreadPoolExecutor, opened: list[sqlite3.Connection]
) -> None:
    with rows.reading():
        assert threads.submit(rows.epoch).result(SECONDS) == 0
    (connection,) = opened
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("UPDATE state SET epoch = 1")


def test_it_is_closed_once_nobody_reads_and_for_all_threads(
    rows: Database, threads: ThreadPoolExecutor, opened: list[sqlite3.Connection]
) -> None:
    with rows.reading():
        threads.submit(rows.epoch).result(SECONDS)
    reading = Reading(rows, threads)
    closing = threads.submit(rows.close)
    assert reading.let_go() == [0, 0]
    closing.result(SECONDS)
    assert all(map(is_closed, opened))
    with pytest.raises(sqlite3.ProgrammingError):
        threads.submit(rows.epoch).result(SECONDS)


def test_in_memory_threads_take_turns(threads: ThreadPoolExecutor) -> None:
    rows = Database.in_memory()
    with rows.writing() as connection:
        connection.execute("UPDATE state SET epoch = 1")
        assert rows.epoch() == 1
        asked = threads.submit(rows.epoch)
        connection.execute("UPDATE state SET epoch = 2")
    assert asked.result(SECONDS) == 2
    rows.close()
    with pytest.raises(sqlite3.ProgrammingError):
        rows.epoch()


def is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False
