"""The fields of many entries of one segment, read column by column where these are many."""

from collections.abc import Sequence

from briefing.search.index.records import Records

MANY = 128
"""From so many entries on, a whole column takes less time to read than each number by itself."""


class EntryFields:
    """Gives fields of entries.

    Args:
        records: The entries.
        count: How many of them will be asked for.
    """

    def __init__(self, records: Records, count: int) -> None:
        self._records = records
        self._many = count >= MANY
        self._columns: dict[str, Sequence[int]] = {}
        self._known: dict[tuple[str, int], str] = {}

    def value(self, name: str, doc: int) -> str:
        """Return a repeated field of an entry."""
        if not self._many:
            return self._records.value(name, doc)
        if name not in self._columns:
            self._columns[name] = self._records.column(name)
        number = self._columns[name][doc]
        found = self._known.get((name, number))
        if found is None:
            found = self._known[name, number] = self._records.values(name)[number]
        return found

    def place(self, doc: int) -> tuple[str, int] | None:
        """Return the source and the 1-based paragraph of an entry; None where it has none."""
        if not self._many:
            source, paragraph = self._records.place(doc)
            return (source, paragraph) if source and paragraph else None
        if "paragraph" not in self._columns:
            self._columns["paragraph"] = self._records.paragraphs
        paragraph = self._columns["paragraph"][doc]
        source = self.value("source", doc)
        return (source, paragraph) if source and paragraph else None

    def day(self, doc: int) -> int:
        """Return the day of an entry, as an ordinal; 0 for none."""
        if not self._many:
            return self._records.day(doc)
        if "date" not in self._columns:
            self._columns["date"] = self._records.dates
        return self._columns["date"][doc]
