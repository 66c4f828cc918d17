"""Leaving the filters out of a query, and putting them back."""

from briefing.search.language.query import without_filters


class Unfiltering:
    """What a query was before its filters were left out.

    Attributes:
        hiding: Whether the filters of the query that is answered hide something.
    """

    def __init__(self) -> None:
        self.hiding = False
        self._filtered = ""

    @property
    def offered(self) -> bool:
        """Whether there is something to show or to hide again."""
        return self.hiding or bool(self._filtered)

    def turn(self, query: str) -> str | None:
        """Return the query without its filters, or with those that were left out; else None.

        Args:
            query: The query as it is; where something was typed since, nothing is put back.
        """
        if self._filtered and query == without_filters(self._filtered):
            filtered, self._filtered = self._filtered, ""
            return filtered
        if self.hiding:
            self._filtered = query
            return without_filters(query)
        return None
