"""A source as the blocks of a line view."""

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import overload

from briefing.errors import BriefingError
from briefing.model.card import Citation
from briefing.model.source import Paragraph, Source
from briefing.output.wording import count, locator_words, version_words
from briefing.sources.paragraphs import Paragraphs, joined_text, line_breaks
from briefing.sources.reading import encoding_name
from briefing.text.width import cells
from briefing.tui.content.line import join, partial_date_words, shown
from briefing.tui.content.pages.page import SourcePage
from briefing.tui.lineview.blocks import Block, MadeBlocks, Run
from briefing.tui.lineview.wrapping import count_all_lines, count_lines


def source_page(
    source: Source,
    citations: Mapping[int, Sequence[Citation]],
    before: SourcePage | None = None,
    *,
    omitted: Collection[int] = (),
    whose: str = "",
    folded: bool = True,
) -> SourcePage:
    """Lay out a source.

    Args:
        source: The source.
        citations: Claims that rest on it by paragraph number.
        before: The same source laid out otherwise, which spares measuring it again.
        omitted: Numbers of paragraphs that a card leaves out on purpose.
        whose: Whose claims these are where not those of all cards: `by this card`.
        folded: Whether what is not in the story is one line.
    """
    counts = {number: len(claims(found)) for number, found in citations.items()}
    cited = {n for n, found in citations.items() if any(c.evidence.state.verified for c in found)}
    body, known = source.body, range(1, len(source.paragraphs) + 1)
    in_body = sum(n in known and not source.paragraph(n).furniture for n in cited)
    head = (*source_head(source), _coverage(len(body), in_body, whose))
    furniture = len(source.paragraphs) - len(body)
    numbers = body if folded and furniture else known
    foot = (_furniture(furniture, folded),) if furniture else ()
    blocks = SourceBlocks(head, source, counts, numbers, omitted, foot)
    if before is not None and isinstance(before.blocks, SourceBlocks):
        blocks.measured = before.blocks.measured
    return SourcePage(blocks, len(head), body, cited, omitted, numbers, furniture)


_MADE = 128
"""So many blocks are remembered: those on the screen are asked for again and again."""


class SourceBlocks(MadeBlocks):
    """The head of a source, a block for each paragraph that is not folded, and a foot."""

    def __init__(
        self,
        head: Sequence[Block],
        source: Source,
        counts: Mapping[int, int],
        numbers: Sequence[int],
        omitted: Collection[int] = (),
        foot: Sequence[Block] = (),
    ) -> None:
        """Lay out paragraphs.

        Args:
            head: The blocks before them.
            source: The source.
            counts: How many claims rest on each of some paragraphs, by 1-based number.
            numbers: 1-based numbers of the paragraphs to show, rising.
            omitted: Numbers of those that a card leaves out on purpose.
            foot: The blocks after them.
        """
        self._head, self._counts, self._foot = head, counts, foot
        self._numbers, self._omitted = numbers, omitted
        self._made: dict[int, Block] = {}
        self._paragraphs, self._locators = source.paragraphs, source.locators
        self._labelled = frozenset(_changes(source))
        self._digits = len(str(numbers[-1])) if numbers else 0
        self._room = max((len(f" ×{n}") for n in counts.values()), default=2 if omitted else 0)
        self.measured: tuple[int, array[int]] = 0, array("I")
        """A width, and the lines of each paragraph at it."""

    def __len__(self) -> int:
        return len(self._head) + len(self._numbers) + len(self._foot)

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
        place -= len(self._head)
        if place >= len(self._numbers):
            return self._foot[place - len(self._numbers)]
        number = self._numbers[place]
        found = self._made.get(number)
        if found is None:
            if len(self._made) >= _MADE:
                self._made.clear()
            found = self._made[number] = self._block(number)
        return found

    def _block(self, number: int) -> Block:
        paragraph = self._paragraphs[number - 1]
        claimed = self._counts.get(number, 0)
        block = _paragraph(paragraph, claimed, self._digits, self._room)
        if number in self._labelled:
            place = locator_words([self._locators.of(number)])
            block = block._replace(lead=Run(f"{shown(place)}  ", "quiet"))
        if number in self._omitted and not claimed:
            block = block._replace(gutter=(block.gutter[0], Run(" ┊".ljust(self._room), "quiet")))
        return in_lines(block, self._paragraphs, number)

    @property
    def gutter_width(self) -> int:
        """Cells for the number of a paragraph and how many claims rest on it."""
        return self._digits + self._room if self._numbers else 0

    def heights(self, width: int, room: Callable[[Block], int]) -> Iterator[int]:
        """Yield the lines of each block; those of the paragraphs are kept for one width."""
        for block in self._head:
            yield count_lines(block.text, room(block)) + block.space_after
        if self.measured[0] != width:
            self.measured = width, array("I", self._measure(width, room))
        every = self.measured[1]
        if len(self._numbers) == len(every):
            yield from every
        else:
            yield from (every[number - 1] for number in self._numbers)
        for block in self._foot:
            yield count_lines(block.text, room(block)) + block.space_after

    def _measure(self, width: int, room: Callable[[Block], int]) -> Iterator[int]:
        """Yield the lines of each paragraph; short plain ones are not even made."""
        plain = self._paragraphs if isinstance(self._paragraphs, Paragraphs) else None
        labelled = self._labelled
        for place in range(len(self._paragraphs)):
            if plain is not None and not plain.is_furniture(place) and place + 1 not in labelled:
                raw = plain.raw(place)
                if "\n" in raw:
                    text = joined_text(plain, place + 1, shown(raw))
                    yield count_all_lines(text, width, plain.breaks(place)) + 1
                else:
                    short = len(raw) <= width and raw.isascii()
                    yield 2 if short else count_lines(shown(raw), width) + 1
            else:
                block = self._block(place + 1)
                yield count_all_lines(block.text, room(block), block.breaks) + block.space_after


def _changes(source: Source) -> Iterator[int]:
    """Yield the paragraphs of the story on another page, or at another time, than the one before.

    They are the same whether furniture is folded or not.
    """
    before = None
    for number in source.body if source.locators.starts else ():
        locator = source.locators.of(number)
        if locator and locator != before:
            yield number
        before = locator


def in_lines(block: Block, paragraphs: Sequence[Paragraph], number: int) -> Block:
    """Return a paragraph's block with those of its line breaks that carry meaning.

    Args:
        block: The block, its text as long as the paragraph's.
        paragraphs: The paragraphs of the source.
        number: Which of them it is, from 1.
    """
    block = block._replace(text=joined_text(paragraphs, number, block.text))
    breaks = line_breaks(paragraphs, number)
    if not breaks:
        return block
    raw = paragraphs.raw(number - 1) if isinstance(paragraphs, Paragraphs) else ""
    return block._replace(breaks=breaks, pads=column_pads(raw) if "\t" in raw else ())


def unreadable_page(source_id: str, error: BriefingError) -> SourcePage:
    """Lay out why a source cannot be shown."""
    blocks = (Block(shown(source_id), "title"), Block(shown(str(error)), "error"))
    return SourcePage(blocks, len(blocks))


def claims(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return one citation for each item, for an item may rest on a paragraph twice."""
    return tuple({(c.card, c.item.id): c for c in reversed(citations)}.values())[::-1]


def source_head(source: Source) -> Iterator[Block]:
    """Lay out what is known of a source: who published it, when, and what to beware of."""
    record = source.record
    yield Block(shown(record.title or record.publisher or record.id), "title")
    line = join(
        [
            record.publisher if record.title else "",
            partial_date_words(record.published) if record.published else "",
            *version_words(record),
            record.kind,
            "" if record.language == "en" else record.language,
        ]
    )
    if line.text:
        yield Block(line.text, "quiet")
    if record.byline:
        yield Block(shown(f"by {record.byline}"), "quiet")
    if record.url:
        yield Block(shown(record.url), "quiet")
    if source.guessed:
        name = encoding_name(source.encoding)
        yield Block(shown(f"read as {name}, a guess: other letters may be meant"), "caution")
    if source.damaged:
        yield Block(shown(f"damaged in {count(source.damaged, 'place')}, shown as �"), "caution")
    if record.caution:
        yield Block(shown(f"caution: {record.caution}"), "caution")


def _coverage(body: int, cited: int, whose: str) -> Block:
    said = f"{cited:,} of {count(body, 'paragraph')} cited {whose}".rstrip()
    return Block(said, "quiet", space_after=True)


def column_pads(raw: str) -> tuple[tuple[int, int], ...]:
    """Return the cells that align the columns of a table whose cells tabs separate.

    Args:
        raw: The rows as the document has them.

    Returns:
        Offsets of tabs in `raw`, each with the cells to add before it.
    """
    rows = [row.split("\t") for row in raw.split("\n")]
    widths: dict[int, int] = {}
    for row in rows:
        for column, words in enumerate(row[:-1]):
            widths[column] = max(widths.get(column, 0), cells(shown(words)))
    pads: list[tuple[int, int]] = []
    offset = 0
    for row in rows:
        for column, words in enumerate(row):
            offset += len(words)
            if column < len(row) - 1:
                # A tab is shown as one space, and columns are two apart.
                pads.append((offset, widths[column] - cells(shown(words)) + 1))
            offset += 1
    return tuple(pads)


def _furniture(blocks: int, folded: bool) -> Block:
    """Stand for what is in the file but not in the story."""
    said = f"{count(blocks, 'block')} not in the story"
    lead = Run("▸ " if folded else "▾ ", "quiet")
    return Block(said if folded else f"fold {said}", "furniture", lead=lead, stop=True)


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
        return block._replace(role="furniture", lead=Run("furniture  ", "label"))
    return block
