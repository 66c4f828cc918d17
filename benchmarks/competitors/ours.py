"""Briefing's own engine, given one entry a text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import briefing
from benchmarks.competitors.base import Competitor
from benchmarks.passages import Text
from briefing.entries import Entry
from briefing.search.engine import SearchEngine


def entries(texts: Iterable[Text]) -> Iterator[Entry]:
    """Yield an entry a text; an address's president is its speaker, its year its date."""
    for index, (origin, text) in enumerate(texts):
        year, _, name = origin.partition("-") if origin[:4].isdigit() else ("", "", "")
        yield Entry(
            kind="quote",
            text=text,
            card=origin,
            item=str(index),
            source=origin,
            speaker=name.lower(),
            date=date(int(year), 1, 1) if year else None,
        )


class Briefing(Competitor):
    """The engine the reader and `briefing search` use."""

    stored = False
    note = "in memory, built by SearchEngine.build"

    def version(self) -> str:
        """Return its name and version."""
        return f"briefing {briefing.__version__}"

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Build the engine in memory."""
        self._engine = SearchEngine.build(entries(texts))

    def open(self, folder: Path) -> None:
        """Nothing to open: the index is in memory."""

    def search(self, query: str, limit: int) -> Sequence[int]:
        """Answer a finished query."""
        return [int(hit.entry.item) for hit in self._engine.search(query, limit).hits]

    def type(self, query: str, limit: int) -> Sequence[int]:
        """Answer with the last word as the beginning of one."""
        hits = self._engine.search(query, limit, typing=True).hits
        return [int(hit.entry.item) for hit in hits]
