"""The searches that are measured side by side, one a file, behind one small interface."""

import importlib

from benchmarks.competitors.base import Competitor

NAMES = {
    "briefing": "ours:Briefing",
    "rapidfuzz WRatio": "scan:WRatio",
    "rapidfuzz token_set_ratio": "scan:TokenSetRatio",
    "SQLite FTS5": "fts5:Fts5",
    "fzf --filter": "fzf:Fzf",
    "tantivy, fuzzy terms": "tantivy_terms:Tantivy",
}
"""Every competitor by its name in the report, and where it is."""


def competitor(name: str) -> Competitor:
    """Return a fresh competitor by its name in the report; only its own libraries are imported.

    Raises:
        KeyError: There is none of that name.
    """
    module, _, kind = NAMES[name].partition(":")
    found = getattr(importlib.import_module(f"benchmarks.competitors.{module}"), kind)()
    if not isinstance(found, Competitor):
        raise TypeError(f"{NAMES[name]} is no competitor")
    return found
