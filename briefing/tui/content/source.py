"""A source as the blocks of a line view, and the claims that rest on it."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.errors import BriefingError
from briefing.library import Library
from briefing.model import Citation, Paragraph, Source
from briefing.output.wording import count, item_state_words, item_words, type_words
from briefing.sources import encoding_name
from briefing.tui.blocks import Block, Run
from briefing.tui.content.line import TextLine, date_words, join, shown
from briefing.tui.content.pages import SourcePage


def source_page(source: Source, citations: Mapping[int, Sequence[Citation]]) -> SourcePage:
    """Lay out a source.

    Args:
        source: The source.
        citations: Claims that rest on it by paragraph number, of all cards.
    """
    counts = {number: len(claims(found)) for number, found in citations.items()}
    cited = {n for n, found in citations.items() if any(c.evidence.state.verified for c in found)}
    body = [p.number for p in source.paragraphs if not p.furniture]
    uncited = tuple(number for number in body if number not in cited)
    head = list(source_head(source))
    head.append(_coverage(len(body), len(uncited)))
    digits = len(str(len(source.paragraphs)))
    room = max((len(f" ×{n}") for n in counts.values()), default=0)
    blocks = [_paragraph(p, counts.get(p.number, 0), digits, room) for p in source.paragraphs]
    return SourcePage((*head, *blocks), len(head), uncited)


def unreadable_page(source_id: str, error: BriefingError) -> SourcePage:
    """Lay out why a source cannot be shown."""
    blocks = (Block(shown(source_id), "title"), Block(shown(str(error)), "error"))
    return SourcePage(blocks, len(blocks), ())


def claims(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return one citation for each item, for an item may rest on a paragraph twice."""
    return tuple({(c.card, c.item.id): c for c in reversed(citations)}.values())[::-1]


def claim_line(citation: Citation, library: Library) -> tuple[TextLine, TextLine]:
    """Return a claim in two lines: its words, and whose they are and where they stand.

    Args:
        citation: The claim.
        library: Names the card.
    """
    item = citation.item
    where = join(
        [
            library.speaker_name(item.speaker) if item.speaker else "",
            library.card(citation.card).title,
            item.section or type_words(item.type),
            item_state_words(item),
        ]
    )
    return TextLine(shown(item_words(item))), where


def source_head(source: Source) -> Iterator[Block]:
    """Lay out what is known of a source: who published it, when, and what to beware of."""
    record = source.record
    yield Block(shown(record.title or record.publisher), "title")
    line = join(
        [
            record.publisher if record.title else "",
            date_words(record.published) if record.published else "",
            record.kind,
            "" if record.language == "en" else record.language,
        ]
    )
    if line.text:
        yield Block(line.text, "quiet")
    if record.url:
        yield Block(shown(record.url), "quiet")
    if source.guessed:
        name = encoding_name(source.encoding)
        yield Block(shown(f"read as {name}, a guess: other letters may be meant"), "caution")
    if source.damaged:
        yield Block(shown(f"damaged in {count(source.damaged, 'place')}, shown as �"), "caution")
    if record.caution:
        yield Block(shown(f"caution: {record.caution}"), "caution")


def _coverage(body: int, uncited: int) -> Block:
    all_said = f"{body - uncited:,} of {count(body, 'paragraph')} cited"
    return Block(f"{all_said}; × counts the claims that rest on one", "quiet", space_after=True)


def _paragraph(paragraph: Paragraph, claimed: int, digits: int, room: int) -> Block:
    number = Run(f"{paragraph.number:>{digits}}", "gutter")
    if claimed:
        counted = Run(f" ×{claimed}".ljust(room), "cited")
    else:
        counted = Run(("" if paragraph.furniture else " –").ljust(room), "gutter")
    block = Block(
        shown(paragraph.text),
        gutter=(number, counted) if room else (number,),
        stop=True,
        space_after=True,
    )
    if paragraph.furniture:
        return block._replace(look="furniture", lead=Run("furniture  ", "label"))
    return block
