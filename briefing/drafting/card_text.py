"""A draft as the YAML of a card, with a `# check:` line for everything that is to be decided."""

import textwrap
from collections.abc import Iterator, Sequence

from briefing.cardformat.scalars import proposed_id
from briefing.drafting.draft import Draft, DraftQuote, Finding, Meant
from briefing.drafting.new_library import schema_lines
from briefing.drafting.people import Person
from briefing.importing.storing.splicing import scalar
from briefing.text.cleaning import clean

_WIDTH = 96
_HEAD = """\
# A draft by 'briefing new'. Each line '# check:' says what is to be decided and what was found;
# 'briefing check' lists them. Decide, then delete the line. Nothing here was decided for you.
"""


def card_text(draft: Draft, *, schemas: bool) -> str:
    """Return the text of the card's file.

    Args:
        draft: What it holds.
        schemas: Whether the library has the schemas that editors look for.
    """
    head = (schema_lines("card", "../../") if schemas else "") + _HEAD
    return head + "".join(f"{line}\n" for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    yield "format: 1"
    yield check(f"title: {_from(draft.title)}")
    yield f"title: {scalar(draft.title.value)}"
    yield "status: draft"
    yield ""
    yield "meeting:"
    yield check("name: what the meeting is called; for now the title", 2)
    yield f"  name: {scalar(draft.title.value)}"
    yield check(f"date: the day it was held; this is {_from(draft.held)}", 2)
    yield f"  date: {draft.held.value}"
    if draft.place is not None:
        yield check(f"place: {_from(draft.place)}", 2)
        yield f"  place: {scalar(draft.place.value)}"
    else:
        yield check("place: none was found; add 'place:' if it is known", 2)
    yield ""
    yield from _participants(draft)
    yield from _bottom_line(draft)
    yield "sections:"
    yield from _sections(draft)
    yield from _unlisted(draft.people)


def check(text: str, indent: int = 0) -> str:
    """Return a comment that `briefing check` reports."""
    return " " * indent + f"# check: {' '.join(clean(text).split())}"


def _from(finding: Finding) -> str:
    return f"{finding.why} ({finding.source})" if finding.source else finding.why


def _participants(draft: Draft) -> Iterator[str]:
    if not (draft.listed or draft.people):
        yield check("participants: who took part; no source names a speaker for certain")
        yield ""
        return
    yield check(
        "participants: who took part; those below are given words in the sources, no more is known"
    )
    yield "# participants:"
    for speaker in draft.listed:
        yield f"#   - speaker: {speaker.id}"
    for person in draft.people:
        yield f"#   - speaker: {_id(person.name)}"
        if person.role:
            yield f"#     role: {scalar(clean(person.role))}"
    yield ""


def _bottom_line(draft: Draft) -> Iterator[str]:
    source, words = draft.lead
    yield check("bottom_line: write the gist in four lines and cite what it rests on")
    yield "bottom_line:"
    yield "  text: The gist of this meeting is not written yet."
    yield "  evidence:"
    yield f"    - source: {source}"
    yield from _block("exact", words, 6)
    yield ""


def _sections(draft: Draft) -> Iterator[str]:
    surely = [quote for quote in draft.quotes if not quote.doubt]
    perhaps = [quote for quote in draft.quotes if quote.doubt]
    for source in draft.sources:
        of_source = [quote for quote in surely if quote.source == source]
        if of_source:
            many = len(draft.sources) > 1
            yield check("title: sort the quotations under what they are about", 2)
            yield f"  - title: {scalar(f'Quotations of {source}' if many else 'Quotations')}"
            yield "    items:"
            yield from _items(of_source)
    if perhaps:
        yield check("title: keep what is quoted here under its subject, delete the rest", 2)
        yield "  - title: Perhaps not quoted"
        yield "    items:"
        yield from _items(perhaps)
    if not draft.quotes:
        yield check("title: no quotation was found; say here what the sources report", 2)
        yield "  - title: Open"
        yield "    items:"
        yield "      - open: What was agreed?"


def _items(quotes: Sequence[DraftQuote]) -> Iterator[str]:
    before: DraftQuote | None = None
    for quote in quotes:
        yield check(f"{_question(quote)}", 6)
        yield from _block("quote", quote.text, 6, item=True)
        yield f"        speaker: {'none' if quote.doubt.startswith('may be') else 'unclear'}"
        yield f"        source: {quote.source}"
        yield f"        voice: {quote.voice}"
        if quote.prefix:
            yield from _block("prefix", quote.prefix, 8)
        if quote.suffix:
            yield from _block("suffix", quote.suffix, 8)
        if quote.continues and before is not None and _goes_on(before, quote):
            yield "        continues: true"
        before = quote


def _goes_on(before: DraftQuote, quote: DraftQuote) -> bool:
    return before.source == quote.source and quote.paragraph - before.paragraph in (0, 1)


def _question(quote: DraftQuote) -> str:
    """Say what is to be decided about a quotation, and by which words."""
    where = f"paragraph {quote.paragraph}"
    if quote.doubt:
        return f"{quote.doubt} ({where}){_meant(quote.meant)}"
    if quote.meant is None:
        return f"speaker and voice: {where} does not say who says this"
    return f"speaker and voice ({where}){_meant(quote.meant)}"


def _meant(meant: Meant | None) -> str:
    if meant is None:
        return ""
    likely = "seems to be" if meant.certain else "may be"
    if len(meant.speakers) == 1:
        who = meant.speakers[0]
    elif meant.speakers:
        who = f"one of {', '.join(meant.speakers)}"
    elif meant.certain:
        who = f"‘{meant.name}’, not in speakers.yaml"
    else:
        who = f"‘{meant.name}’"
    return f": {likely} {who}, by the words ‘{_shortened(meant.words)}’"


def _shortened(words: str) -> str:
    if len(words) <= 90:
        return words
    return f"{words[:40].rstrip()} … {words[-44:].lstrip()}"


def _block(key: str, text: str, indent: int, *, item: bool = False) -> Iterator[str]:
    """Yield a value as a folded block: no sign in the words can end or change it."""
    before = f"{' ' * indent}- " if item else " " * indent
    yield f"{before}{key}: >-"
    inner = " " * (indent + (4 if item else 2))
    lines = textwrap.wrap(
        text,
        _WIDTH - len(inner),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        yield inner + line


def _unlisted(people: Sequence[Person]) -> Iterator[str]:
    if not people:
        return
    yield ""
    yield "# For content/speakers.yaml, if they are who is quoted:"
    for person in people:
        yield f"# {_id(person.name)}:"
        yield f"#   name: {scalar(clean(person.name))}"
        yield "#   kind: person"


def _id(name: str) -> str:
    return proposed_id(name) or "an-id"
