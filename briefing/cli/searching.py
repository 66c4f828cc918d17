"""Searching the library and printing the hits, whoever has read what is searched for."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.cli.catalogue_access import ask, unread_of
from briefing.cli.failures import FINDINGS, FINE, Unread
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session
from briefing.model.source import Locators
from briefing.output import hits
from briefing.search.results import Results
from briefing.text.cleaning import INVISIBLE, clean_block

DEFAULT_LIMIT = 50
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
"""Invisible characters, which are pasted along with a word and are no part of it."""


def query_of(words: Iterable[str]) -> str:
    """Return the query that words on the command line make; empty if nothing is searched for."""
    query = clean_block(" ".join(words).translate(_UNSEEN))
    return query if query.strip() else ""


def print_hits(session: Session, query: str, limit: int) -> int:
    """Search everything a library holds, and print what is found.

    Args:
        session: The shared options.
        query: What to search for; not empty.
        limit: Print at most so many hits.

    Returns:
        The exit code.

    Raises:
        LibraryError: There is no library.
    """
    found = ask(
        session.library_root(), lambda catalogue: _find(catalogue, query, limit), searching=True
    )
    print_in_form(
        session,
        record=lambda: hits.search_record(found.results, found),
        plain=lambda: hits.result_lines(found.results, found),
        page=lambda columns: hits.result_page(found.results, found, columns),
    )
    _comment(session, found.results)
    return found.unread.tell() or (FINE if found.results.total else FINDINGS)


class _Found(NamedTuple):
    """An answer, and all that is needed to print it."""

    results: Results
    speakers: Mapping[str, str]
    cautions: Mapping[str, str]
    locators: Mapping[str, Locators]
    unread: Unread

    def speaker_name(self, speaker_id: str, /) -> str:
        """Return the name of the speaker of a hit."""
        return self.speakers[speaker_id]

    def caution(self, source_id: str, /) -> str:
        """Return the caution of the source of a hit."""
        return self.cautions[source_id]

    def locator(self, source_id: str, paragraph: int, /) -> str | None:
        """Return the page or time of a hit in its original; None where nobody knows."""
        return self.locators[source_id].of(paragraph)


def _find(catalogue: Catalogue, query: str, limit: int) -> _Found:
    results = catalogue.engine().search(query, limit)
    entries = [hit.entry for hit in results.hits]
    sources = {entry.source for entry in entries}
    return _Found(
        results,
        {name: catalogue.speaker_name(name) for e in entries for name in (e.speaker, *e.by)},
        {source: catalogue.caution(source) for source in sources},
        {source: catalogue.locators(source) for source in sources},
        unread_of(catalogue),
    )


def _comment(session: Session, results: Results) -> None:
    """Say on standard error what is odd about the query, and what is printed leaves unsaid."""
    for note in results.notes:
        hint = f" ({note.hint})" if note.hint else ""
        complain(f"query, character {note.start + 1}: {note.message}{hint}")
    if session.form == "plain":
        for line in hits.result_notes(results):
            complain(line)
    elif session.form == "json" and results.alone:
        complain(hits.why_empty(results.alone))
