"""The paragraph a hit is in, beside the list of hits."""

from collections.abc import Callable, Sequence

from briefing.errors import BriefingError
from briefing.library.entries import Entry
from briefing.library.library import Library
from briefing.model.core import Span
from briefing.model.source import Paragraph
from briefing.search.results import Hit
from briefing.tui.content.line import shown
from briefing.tui.content.pages.lighting import word_marks, words_at
from briefing.tui.content.pages.source import in_lines, source_head
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.line_view import LineView
from briefing.tui.lineview.painting import EDGE
from briefing.tui.lineview.roles import TextRole

UNREAD = "The source is large and was not read yet; opening it reads it."
BEFORE = 1
"""How many paragraphs before it are shown, or more where the source ends soon after."""
TALL = 16
"""Rows from which on there is room for what is before it."""


class Preview(LineView):
    """Shows the source of a hit around its paragraph.

    Args:
        library: Gives sources.
        spans_of: Gives what an item that was found rests on in its paragraph, without its card.
    """

    def __init__(
        self,
        library: Library,
        spans_of: Callable[[Entry], Sequence[Span]],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._library = library
        self._spans_of = spans_of
        self._shown: tuple[list[Block], dict[int, list[Mark]]] = [], {}
        """What is shown; most keys leave the first hit where it is."""

    def show(self, hit: Hit | None) -> None:
        """Show where a hit is; None empties the view."""
        entry = hit.entry if hit is not None else None
        if hit is None or entry is None or not entry.source or entry.paragraph is None:
            self._show_only(self._without_source(entry) if entry is not None else ())
            return
        try:
            if self._library.documents.is_heavy(entry.source):
                self._show_only([Block(shown(entry.text)), Block(UNREAD, "quiet")])
                return
            source = self._library.source(entry.source)
            paragraph = source.paragraph(entry.paragraph)
        except (BriefingError, IndexError) as error:
            self._show_only([Block(shown(str(error)), "error")])
            return
        head = [*source_head(source)]
        head[-1] = Block(head[-1].text, head[-1].role, space_after=True)
        first, last = self._around(source.paragraphs, paragraph.number - 1)
        near = source.paragraphs[first:last]
        shows = (_block(p, p.number == paragraph.number) for p in near)
        lined = (in_lines(b, source.paragraphs, p.number) for b, p in zip(shows, near, strict=True))
        blocks = [*head, *lined]
        here = len(head) + paragraph.number - 1 - first
        marks = {n: list(m) for n, m in word_marks(blocks, words_at(entry.text, hit.spans)).items()}
        lit = [Mark(span.start, span.end, "evidence") for span in self._spans_of(entry)]
        marks[here] = [*lit, *marks.get(here, [])]
        if (blocks, marks) != self._shown:
            self.show_blocks(blocks, here, marks)
            self._shown = blocks, marks

    def _around(self, paragraphs: Sequence[Paragraph], place: int) -> tuple[int, int]:
        """Return which paragraphs fill the view together with the one at a place."""
        room = self.size.height
        width = max(1, self.size.width - EDGE)
        first, last = max(0, place - BEFORE) if room >= TALL else place, place
        for last in range(place, len(paragraphs)):
            room -= len(paragraphs[last].text) // width + 2
            if room < 0:
                break
        while room > 0 and first > 0:
            first -= 1
            room -= len(paragraphs[first].text) // width + 2
        return first, last + 1

    def _without_source(self, entry: Entry) -> Sequence[Block]:
        """Return what is known of what is in no source: a meeting, a topic, a speaker."""
        blocks = [Block(shown(entry.text), "title", space_after=True)]
        if entry.kind == "meeting" and not self._library.is_heavy(entry.card):
            try:
                line = self._library.card(entry.card).bottom_line
            except BriefingError as error:
                return [*blocks, Block(shown(str(error)), "error")]
            blocks.append(Block(shown(line.text), space_after=True))
        return blocks + [Block(shown(line), "quiet") for line in entry.extra.split("\n") if line]

    def _show_only(self, blocks: Sequence[Block]) -> None:
        self._shown = [], {}
        self.show_blocks(blocks)


def _block(paragraph: Paragraph, chosen: bool) -> Block:
    number = Run(f"{paragraph.number} ", "cited" if chosen else "gutter")
    role: TextRole = "furniture" if paragraph.furniture else "" if chosen else "dimmed"
    return Block(shown(paragraph.text), role, gutter=(number,), stop=chosen, space_after=True)
