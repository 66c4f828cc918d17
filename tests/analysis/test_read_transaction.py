"""A view sees one state of the catalogue, whatever is stored while it is asked."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.analysis.commitments import commitments, offers_for
from briefing.analysis.prepare import prepare
from briefing.analysis.speakers import (
    all_speakers,
    side_by_side,
    speaker_matrices,
    speaker_matrix,
    speaker_words,
)
from briefing.analysis.timeline import timeline
from briefing.analysis.topics import topic_matrices, topic_matrix, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import DATABASE
from briefing.catalogue.sync.sync import sync
from tests.analysis.made import write_made

TODAY = date(2024, 2, 10)
TABLES = ("meeting", "item", "item_topic", "item_speaker", "card_topic", "speaker", "topic")
VIEWS: dict[str, Callable[[Catalogue], object]] = {
    "topic_matrix": lambda c: topic_matrix(c, "harbour"),
    "topic_matrices": topic_matrices,
    "topic_thread": lambda c: topic_thread(c, "water"),
    "all_speakers": all_speakers,
    "speaker_matrix": lambda c: speaker_matrix(c, "harbour"),
    "speaker_matrices": speaker_matrices,
    "speaker_words": lambda c: speaker_words(c, "voss"),
    "side_by_side": lambda c: side_by_side(c, "voss", "reyes"),
    "commitments": lambda c: commitments(c, TODAY),
    "timeline": timeline,
    "prepare": lambda c: prepare(c, "harbour", TODAY),
}


class Rival:
    """Another process that takes everything out as soon as it is let."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        self.stored = False

    def store(self) -> None:
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            for table in TABLES:
                self.connection.execute(f"DELETE FROM {table}")
            self.connection.execute("COMMIT")
            self.stored = True
        except sqlite3.OperationalError:  # somebody reads
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_stored_meanwhile_is_seen_by_the_next_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with Catalogue.open(write_made(tmp_path / "made"), tmp_path / "cache") as catalogue:
        sync(catalogue)
        expected = VIEWS[name](catalogue)
        rival, ask = Rival(tmp_path / "cache" / DATABASE), catalogue.database.rows

        def asked(query: str, *values: object) -> list[tuple[Any, ...]]:
            rows = ask(query, *values)
            rival.store()
            return rows

        with closing(rival.connection):
            monkeypatch.setattr(catalogue.database, "rows", asked)
            assert VIEWS[name](catalogue) == expected
            assert not rival.stored
            rival.store()
            assert rival.stored


def test_what_was_fetched_of_an_earlier_state_can_still_be_asked_of(tmp_path: Path) -> None:
    with Catalogue.open(write_made(tmp_path / "made"), tmp_path / "cache") as catalogue:
        sync(catalogue)
        view = commitments(catalogue, TODAY)
        rival = Rival(tmp_path / "cache" / DATABASE)
        with closing(rival.connection):
            rival.store()
        completed, offers = offers_for(catalogue, view)
        assert completed.rows == view.rows
        assert set(offers) == {row.item.address for row in view.rows}


def test_a_transaction_within_another_is_one_with_it(tmp_path: Path) -> None:
    with Catalogue.in_memory(tmp_path) as catalogue:
        database = catalogue.database
        with database.reading():
            with database.reading():
                assert database.generation() == 0
            assert database.generation() == 0
        with database.writing() as connection:
            connection.execute("UPDATE state SET epoch = 7")
            with database.reading():
                assert database.epoch() == 7
        assert database.epoch() == 7
