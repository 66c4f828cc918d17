"""What sources are called in the rows of a view."""

from collections.abc import Mapping
from functools import cached_property

from briefing.model.source import SourceRecord
from briefing.sources.short_names import short_names


class ShortNames:
    """Calls sources by their publishers, and by the date or the id where several share that.

    Args:
        records: All that the library lists, by id.
    """

    def __init__(self, records: Mapping[str, SourceRecord]) -> None:
        self.records = records

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return short_names(self.records.values())

    def __call__(self, source_id: str) -> str:
        """Return what a source is called; one that is not listed by its id."""
        return self._names.get(source_id, source_id)
