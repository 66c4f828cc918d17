"""A source as the blocks of a line view, and the claims that rest on it."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from briefing.errors import BriefingError
from briefing.library import Library
from briefing.model import Citation, Paragraph, Source
from briefing.output.wording import count, item_state_words, item_words, type_words
from briefing.paragraphs import Paragraphs
from briefing.sources import encoding_name
from briefing.tui.blocks import Block, MadeBlocks, Run
from briefing.tui.content.line import TextLine, date_words, join, shown
from briefing.tui.content.pages import SourcePage
from briefing.tui.wrapping import count_lines


def source_page(
    source: Source,
    citations: Mapping[int, Sequence[Citation]],
    before: SourcePage | None = None,
) -> SourcePage:
    """Lay out a source.

    Args:
        source: The source.
        citations: Claims that rest on it by paragraph number, of all cards.
        before: The same source laid out with other claims, which spares measuring it again.
    """
    counts = {number: len(claims(found)) for number, found in citations.items()}
    cited = {n for n, found in citations.items() if any(c.evidence.state.verified for c in found)}
    body, known = source.body, range(1, len(source.paragraphs) + 1)
    in_body = sum(n in known and not source.paragraph(n).furniture for n in cited)
    head = (*source_head(source), _coverage(len(body), in_body))
    blocks = SourceBlocks(head, source, counts)
    if before is not None and isinstance(before.blocks, SourceBlocks):
        blocks.measured = before.blocks.measured
    return SourcePage(blocks, len(head), body, cited)


class SourceBlocks(MadeBlocks):
    """The head of a source and a block for each paragraph."""

    def __init__(self, head: Sequence[Block], source: Source, counts: Mapping[int, int]) -> None:
        """Lay out paragraphs.

        Args:
            head: The blocks before them.
            source: The source.
            counts: How many claims rest on each of some paragraphs, by 1-based number.
        """
        self._head, self._counts = head, counts
        self._paragraphs = source.paragraphs
        self._digits = len(str(len(source.paragraphs)))
        self._room = max((len(f" ×{n}") for n in counts.values()), default=0)
        self.measured: tuple[int, array[int]] = 0, array("I")
        """A width, and the lines of each paragraph at it."""

    def __len__(self) -> int:
        return len(self._head) + len(self._paragraphs)

    @overload
    def __getitem__(self, place: int, /) -> Block: ...

    @overload
    def __getitem__(self, place: slice, /) -> tuple[Block, ...]: ...

    def __getitem__(self, place: int | slice, /) -> Block | tuple[Block, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        place = range(len(self))[place]
        if place < len(self._head):
            return self._head[place]
        paragraph = self._paragraphs[place - len(self._head)]
        claimed = self._counts.get(paragraph.number, 0)
        return _paragraph(paragraph, claimed, self._digits, self._room)

    @property
    def gutter_width(self) -> int:
        """Cells for the number of a paragraph and how many claims rest on it."""
        return self._digits + self._room if self._paragraphs else 0

    def heights(self, width: int, room: Callable[[Block], int]) -> Iterator[int]:
        """Yield the lines of each block; those of the paragraphs are kept for one width."""
        for block in self._head:
            yield count_lines(block.text, room(block)) + block.space_after
        if self.measured[0] != width:
            self.measured = width, array("I", self._measure(width, room))
        yield from self.measured[1]

    def _measure(self, width: int, room: Callable[[Block], int]) -> Iterator[int]:
        """Yield the lines of each paragraph; short plain ones are not even made."""
        plain = self._paragraphs if isinstance(self._paragraphs, Paragraphs) else None
        for place in range(len(self._paragraphs)):
            if plain is not None and not plain.is_furniture(place):
                raw = plain.raw(place)
                short = len(raw) <= width and raw.isascii()
                yield 2 if short else count_lines(shown(raw), width) + 1
            else:
                block = self[len(self._head) + place]
                yield count_lines(block.text, room(block)) + block.space_after


def unreadable_page(source_id: str, error: BriefingError) -> SourcePage:
    """Lay out why a source cannot be shown."""
    blocks = (Block(shown(source_id), "title"), Block(shown(str(error)), "error"))
    return SourcePage(blocks, len(blocks))


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


def _coverage(body: int, cited: int) -> Block:
    all_said = f"{cited:,} of {count(body, 'paragraph')} cited"
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
