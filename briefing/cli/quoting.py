"""`briefing search --quote`: where the words of a quotation are in the sources."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.cli.failures import FINDINGS, FINE, unread_in
from briefing.cli.printing import print_in_form
from briefing.cli.session import Session
from briefing.library.library import Library
from briefing.output.lines import Piece, PrintedLine, block
from briefing.output.wording import passage_locator
from briefing.verifying.placing import Placed, standing_places


def print_places(session: Session, words: str, limit: int) -> int:
    """Print where some words are, the nearest ones if they occur nowhere.

    Args:
        session: The shared options.
        words: The quotation, with or without marks around it.
        limit: How many places to print at most.

    Returns:
        The exit code: 1 if no source has the words, 2 if a source cannot be read.
    """
    library = session.open_library()
    places = standing_places(words, library)[:limit]
    print_in_form(
        session,
        record=lambda: {"quote": words, "places": [_record(p, library) for p in places]},
        plain=lambda: _plain(places, library),
        page=lambda columns: _page(places, library, columns),
    )
    is_found = any(each.passage.state.verified for each in places)
    return unread_in(library, library.sources).tell() or (FINE if is_found else FINDINGS)


def _text(place: Placed, library: Library) -> str:
    number = place.passage.paragraph
    return library.source(place.source).paragraph(number).text if number else ""


def _head(place: Placed, library: Library) -> str:
    locator = passage_locator(place.source, place.passage, library)
    where = f"paragraph {place.passage.paragraph}{f' ({locator})' if locator else ''}"
    return f"{place.source}, {where}, {place.passage.state}"


def _plain(places: Sequence[Placed], library: Library) -> Iterator[str]:
    for place in places:
        yield f"{_head(place, library)}: {' '.join(_text(place, library).split())}"
    if not places:
        yield "in no source, and nothing like it"


def _page(places: Sequence[Placed], library: Library, columns: int) -> Iterator[PrintedLine]:
    for place in places:
        yield (Piece(_head(place, library), "title"),)
        yield from block(" ".join(_text(place, library).split()), "text", columns, 2)
    if not places:
        yield (Piece("in no source, and nothing like it", "warning"),)


def _record(place: Placed, library: Library) -> dict[str, Any]:
    passage = place.passage
    return {
        "source": place.source,
        "file": library.sources[place.source].file,
        "paragraph": passage.paragraph,
        "locator": passage_locator(place.source, passage, library) or None,
        "start": passage.start,
        "end": passage.end,
        "state": str(passage.state),
        "score": passage.score,
        "found": passage.found or None,
        "caution": library.caution(place.source) or None,
    }
