"""Briefing's own engine, given one entry a text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import briefing
from benchmarks.competitors.base import Competitor
from benchmarks.passages import Text
from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build


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

    note = "one segment file, as the catalogue keeps them, read in stretches"

    def version(self) -> str:
        """Return its name and version."""
        return f"briefing {briefing.__version__}"

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Write one segment file."""
        Segment(build(entries(texts))).save(folder / "entries.segment")

    def open(self, folder: Path) -> None:
        """Open the segment; its checksums are the catalogue's to check, in the background."""
        segment = Segment.load(folder / "entries.segment", verify=False)
        self._engine = SearchEngine((segment,))

    def search(self, query: str, limit: int) -> Sequence[int]:
        """Answer a finished query."""
        return [int(hit.entry.item) for hit in self._engine.search(query, limit).hits]

    def type(self, query: str, limit: int) -> Sequence[int]:
        """Answer with the last word as the beginning of one."""
        hits = self._engine.search(query, limit).hits
        return [int(hit.entry.item) for hit in hits]
