"""SQLite's own full-text index: all words first, then any of them, ranked by bm25."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.competitors.base import Competitor, is_phrase, plain
from benchmarks.passages import Text

_WORD = re.compile(r"\w+")


class Fts5(Competitor):
    """A table whose index keeps prefixes of two and three letters."""

    note = "porter unicode61, prefix 2 3; words ANDed, and ORed where fewer than the limit match"

    def version(self) -> str:
        """Return its name and version."""
        return f"SQLite {sqlite3.sqlite_version}"

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Write one database file."""
        with sqlite3.connect(folder / "fts5.db") as base:
            base.execute("PRAGMA journal_mode = off")
            base.execute("PRAGMA synchronous = off")
            base.execute(
                "CREATE VIRTUAL TABLE entry USING "
                "fts5(text, tokenize = 'porter unicode61', prefix = '2 3')"
            )
            rows = ((index, entry.text) for index, entry in enumerate(texts))
            base.executemany("INSERT INTO entry (rowid, text) VALUES (?, ?)", rows)
        base.close()

    def open(self, folder: Path) -> None:
        """Open the database for reading."""
        self._base = sqlite3.connect(f"file:{folder / 'fts5.db'}?mode=ro", uri=True)
        self._base.execute("SELECT rowid FROM entry WHERE entry MATCH 'a'").fetchone()

    def search(self, query: str, limit: int) -> Sequence[int]:
        """Answer a finished query."""
        return self._search(query, limit, begun=False)

    def type(self, query: str, limit: int) -> Sequence[int]:
        """Answer with the last word as the beginning of one."""
        return self._search(query, limit, begun=not query.endswith((" ", '"')))

    def _search(self, query: str, limit: int, begun: bool) -> Sequence[int]:
        words = [f'"{word}"' for word in _WORD.findall(plain(query))]
        if not words:
            return []
        if begun:
            words[-1] += " *"
        if is_phrase(query):
            return self._match(f'"{plain(query)}"', limit)
        found = self._match(" AND ".join(words), limit)
        if len(found) < limit and len(words) > 1:
            more = self._match(" OR ".join(words), limit)
            found += [index for index in more if index not in found]
        return found[:limit]

    def _match(self, expression: str, limit: int) -> list[int]:
        rows = self._base.execute(
            "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?",
            (expression, limit),
        )
        return [row[0] for row in rows]
