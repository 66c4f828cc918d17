"""Making a draft of some sources, and writing it where no card is."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from briefing.cardformat.parse import read_card
from briefing.cardformat.scalars import MAX_ID, is_id, proposed_id
from briefing.drafting.card_text import card_text
from briefing.drafting.draft import Draft, DraftError, DraftQuote
from briefing.drafting.found_facts import date_of, lead_of, place_of, title_of, turn_speakers
from briefing.drafting.found_quotes import quotes_of
from briefing.drafting.new_library import SCHEMAS
from briefing.drafting.people import Person, people_of
from briefing.evidence.matcher import SourceMatcher
from briefing.library.library import Library
from briefing.library.locations import MEETINGS
from briefing.library.speaker_names import called
from briefing.model.card import Speaker
from briefing.model.evidence import Evidence
from briefing.model.source import Source
from briefing.text import atomic_files
from briefing.text.suggest import did_you_mean

MOST_QUOTES = 2_000
"""Quotations of a draft; whoever has more drafts a part."""


def draft_of(
    library: Library, names: Sequence[str], *, day: date | None = None, card_id: str = ""
) -> Draft:
    """Return a draft of a card about some sources.

    Args:
        library: The library that lists them.
        names: Ids of the sources, the main one first.
        day: The day of the meeting, where the caller knows it.
        card_id: The id of the card; made from day and title where it is empty.

    Raises:
        DraftError: A source is unknown or empty, no day is known, or the id is none or taken.
        SourceError: A source cannot be read.
    """
    sources = [_source(library, name) for name in dict.fromkeys(names)]
    title = title_of(sources)
    held = date_of(sources, day)
    quotes, left_out, beyond = _quotes(library, sources)
    people, listed = _who(library, sources, quotes)
    return Draft(
        _card_id(library, card_id or _id_of(held.value, title.value)),
        title,
        held,
        place_of(sources),
        tuple(source.id for source in sources),
        _lead(library, sources),
        tuple(quotes),
        people,
        listed,
        left_out,
        beyond,
    )


def text_of(library: Library, draft: Draft) -> str:
    """Return the text of a draft's file, which reads as a card.

    Raises:
        DraftError: It would not read; a word of a source upsets it.
    """
    text = card_text(draft, schemas=(library.root / SCHEMAS / "card.json").is_file())
    parsed = read_card(text, f"{MEETINGS}/{draft.id}.yaml", draft.id)
    if parsed.value is None or parsed.problems:
        reason = str(parsed.problems[0]) if parsed.problems else "it holds no card"
        raise DraftError(f"the draft would not read: {reason}", hint="please report this source")
    return text


def write_draft(library: Library, draft: Draft) -> str:
    """Write a draft into a library: whole, or not at all, and never over a card.

    Returns:
        The path of the file inside the library.

    Raises:
        DraftError: A card of that id came into being in the meantime.
        OSError: It cannot be written.
    """
    file = f"{MEETINGS}/{draft.id}.yaml"
    text = text_of(library, draft)
    folder = library.root / MEETINGS
    with atomic_files.locked(folder):
        atomic_files.remove_parts(folder)
        try:
            atomic_files.create(library.root / file, text.encode("utf-8"))
        except FileExistsError:
            raise _taken(draft.id) from None
    return file


def _source(library: Library, name: str) -> Source:
    if name not in library.sources:
        hint = did_you_mean(name, library.sources, "'briefing import FILE' adds one")
        if Path(name).suffix and os.path.lexists(name):
            hint = f"'briefing import {name}' makes it one"
        raise DraftError(f"there is no source '{name}'", hint=hint)
    source = library.source(name)
    if not source.body:
        raise DraftError(f"the source '{name}' holds no text besides furniture")
    return source


def _quotes(library: Library, sources: Iterable[Source]) -> tuple[list[DraftQuote], int, int]:
    """Return the quotations, how many are no single place, and how many are too many."""
    found: list[DraftQuote] = []
    left_out = beyond = 0
    for source in sources:
        for quote in quotes_of(source, _matcher(library, source), library.speakers):
            if quote is None:
                left_out += 1
            elif len(found) >= MOST_QUOTES:
                beyond += 1
            else:
                found.append(quote)
    return found, left_out, beyond


def _who(
    library: Library, sources: Sequence[Source], quotes: Sequence[DraftQuote]
) -> tuple[tuple[Person, ...], tuple[Speaker, ...]]:
    """Return who is given words in the sources: the people who are not listed, and who are."""
    turns = {name: called(name, library.speakers.values()) for name in turn_speakers(sources)}
    named = [quote.meant for quote in quotes if quote.meant is not None and not quote.doubt]
    fitting = [*turns.values(), *(each.speakers for each in named)]
    listed = dict.fromkeys(ids[0] for ids in fitting if len(ids) == 1)
    unlisted = [each for each in named if not each.speakers]
    surely = [name for name, ids in turns.items() if not ids]
    surely += [each.name for each in unlisted if each.certain]
    people = people_of(surely, (each.name for each in unlisted if _is_capital(each.name)))
    return people, tuple(library.speakers[each] for each in listed)


def _is_capital(name: str) -> bool:
    """Whether a name begins with a capital: `the minister` completes no name."""
    return name[:1].isupper()


def _matcher(library: Library, source: Source) -> SourceMatcher:
    return library.matcher(source.id) or SourceMatcher(source)


def _lead(library: Library, sources: Sequence[Source]) -> tuple[str, str]:
    matchers = {source.id: _matcher(library, source) for source in sources}
    for name, words in lead_of(sources):
        if words and matchers[name].find(Evidence(name, words)).state.verified:
            return name, words
    raise DraftError("no sentence of the sources occurs only once", hint="is it the text?")


def _id_of(day: str, title: str) -> str:
    name = proposed_id(title)[: MAX_ID - 40].rstrip("-")
    return f"{day}-{name}" if name else day


def _card_id(library: Library, name: str) -> str:
    if not is_id(name):
        raise DraftError(
            f"'{name}' cannot be the id of a card",
            hint="lower-case letters, digits and hyphens, such as 2023-01-31-talks",
        )
    if name in library.card_ids:
        raise _taken(name)
    return name


def _taken(name: str) -> DraftError:
    return DraftError(
        f"there is a card '{name}' already, and nothing is written over",
        hint="name another with --id",
    )
