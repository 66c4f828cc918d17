"""Small indexes and short ways to ask them."""

from collections.abc import Iterable

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from briefing.search.results import Hit


def quote(text: str, **fields: object) -> Entry:
    """Return a quote with this text."""
    return Entry(kind="quote", text=text, **fields)  # type: ignore[arg-type]  # fields are checked by the dataclass itself


def engine(*texts: str | Entry) -> SearchEngine:
    """Return an index of quotes, one for each text."""
    return SearchEngine.build(quote(text) if isinstance(text, str) else text for text in texts)


def found(texts: Iterable[str | Entry], query: str) -> list[str]:
    """Return the texts a query finds, best first."""
    return [hit.entry.text for hit in engine(*texts).search(query).hits]


def lit(hit: Hit) -> list[str]:
    """Return the stretches of a hit's text that are lit."""
    return [hit.entry.text[span.start : span.end] for span in hit.spans]
