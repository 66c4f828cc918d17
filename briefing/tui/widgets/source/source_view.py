"""The source: its paragraphs, with the words a claim rests on lit.

What lays a source out is imported when there is one: the first frame does without.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.content import Content
from textual.strip import Strip

from briefing.tui.content.pages.page import NO_SOURCE, SourcePage
from briefing.tui.content.status import StatusPart, furniture_status, source_status
from briefing.tui.keys.source import SOURCE_KEYS
from briefing.tui.lineview.blocks import Block, Layout, Mark, Run
from briefing.tui.lineview.drawn_view import Glimpse
from briefing.tui.lineview.line_view import LineView
from briefing.tui.lineview.painting import Bar, Painted
from briefing.tui.lineview.selection import keep_selection
from briefing.tui.widgets.source.laid_out_sources import LaidOutSources, SourceCounts
from briefing.tui.widgets.source.ribbon import Ribbon

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model.card import Citation, Item
    from briefing.model.source import Source

NOTHING_COUNTED = SourceCounts({})


class SourceView(LineView):
    """Shows one source; the cursor moves by paragraph."""

    BINDING_GROUP_TITLE = "Source"
    BORDER_TITLE = "Source"

    BINDINGS: ClassVar[list[BindingType]] = SOURCE_KEYS

    RIGHT = 3

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._source: Source | None = None
        self._page = NO_SOURCE
        self._counts = NOTHING_COUNTED
        self._unfolded: set[str] = set()
        self._pages = LaidOutSources()
        self._words: Collection[str] = ()
        self._hits: Mapping[int, Sequence[Mark]] = {}
        self._lit_item: tuple[Item, int] | None = None
        self._evidence: Mapping[int, Sequence[Mark]] = {}
        self._ribbon = Ribbon()
        self._held = False

    @property
    def source(self) -> Source | None:
        """The source that is shown."""
        return self._source

    @property
    def page(self) -> SourcePage:
        """The source as laid out."""
        return self._page

    @property
    def paragraph(self) -> int | None:
        """Number of the paragraph under the cursor, from 1."""
        if self._source is None or self.cursor is None:
            return None
        return self._page.paragraph(self.cursor)

    def statements(self, *, follows: bool) -> list[StatusPart]:
        """Say where the cursor is; nothing when it is on no line.

        Args:
            follows: Whether the pane follows the card's cursor.
        """
        if self._source is None or self.cursor is None:
            return []
        number = self.paragraph
        if number is None:
            return furniture_status(self._source, self._page.furniture, folded=self._page.folded)
        claimed, omitted = len(self.claims_on(number)), number in self._counts.omitted
        known = {"omitted": omitted, "counted": not self._counts.whose}
        return source_status(self._source, number, claimed, follows=follows, **known)

    def citation(self) -> str:
        """Return the paragraph under the cursor with its citation; empty when there is none."""
        if self._source is None or self.paragraph is None:
            return ""
        from briefing.tui.content.copying import paragraph_citation

        return paragraph_citation(self._source, self.paragraph)

    def claims_on(self, paragraph: int) -> tuple[Citation, ...]:
        """Return the claims, of all cards, that rest on a paragraph; one for each item."""
        from briefing.tui.content.pages.source import claims

        return claims(self._counts.citations.get(paragraph, ()))

    def show_source(self, source: Source, counts: SourceCounts) -> None:
        """Show a source from its top.

        Args:
            source: The source.
            counts: What is counted beside it.
        """
        self._source, self._counts = source, counts
        self._forget_lights()
        self._page = self._page_of(source)
        self.show_blocks(self._page.blocks)
        self._entitle()

    def recount(self, counts: SourceCounts) -> None:
        """Show other counts beside the same paragraphs; nothing else moves.

        Args:
            counts: What is counted beside the source.
        """
        if self._source is not None and counts != self._counts:
            self._counts = counts
            self._page = self._page_of(self._source)
            self.replace_blocks(self._page.blocks)

    def renew_source(self, source: Source, counts: SourceCounts, paragraph: int) -> None:
        """Show another state of the source, with the cursor at the height it was at.

        Args:
            source: The source as it is by now.
            counts: What is counted beside it.
            paragraph: The paragraph under the cursor, from 1.
        """
        self._source, self._counts = source, counts
        self._lit_item, self._evidence = None, {}
        before, at = self._page.blocks, self.cursor or 0
        self._lay_out_anew(paragraph)
        keep_selection(self, before, self._page.blocks, (self.cursor or 0) - at)
        self._entitle()

    def prepare(self, source: Source, counts: SourceCounts) -> None:
        """Lay a source out ahead of showing it; may run in a thread.

        Args:
            source: The source.
            counts: What is counted beside it.
        """
        page = self._pages.page(source, counts, folded=source.id not in self._unfolded)
        Layout(page.blocks, self.width_for(page.blocks))

    def hold(self, held: bool) -> None:
        """Say in the border whether the source stays where it is when the card's cursor moves."""
        self._held = held
        self._entitle()

    def _page_of(self, source: Source) -> SourcePage:
        return self._pages.page(source, self._counts, folded=source.id not in self._unfolded)

    def show_unreadable(self, source_id: str, error: BriefingError) -> None:
        """Show why a source cannot be read."""
        from briefing.tui.content.pages.source import unreadable_page

        self._forget_source()
        self._page = unreadable_page(source_id, error)
        self.show_blocks(self._page.blocks)

    def show_waiting(self, words: str) -> None:
        """Show that a source is still being read.

        Args:
            words: What is waited for.
        """
        self._forget_source()
        self._page = SourcePage((Block(words, "quiet"),), 1)
        self.show_blocks(self._page.blocks)

    def show_nothing(self) -> None:
        """Show an empty pane: there is nothing that a source could support."""
        self._forget_source()
        self._page = NO_SOURCE
        self.show_blocks(())

    def _forget_source(self) -> None:
        self._source, self._counts = None, NOTHING_COUNTED
        self._forget_lights()
        self._entitle()

    def _forget_lights(self) -> None:
        self._words, self._lit_item = (), None
        self._hits, self._evidence = {}, {}
        self._ribbon.forget()

    # Lighting

    def light_evidence(self, item: Item, piece: int, *, reveal: bool = True) -> None:
        """Light what an item rests on and bring it into view.

        Args:
            item: The item.
            piece: Index of the piece of evidence to light most and to show.
            reveal: Whether to show it; otherwise the view and its cursor stay where they are.
        """
        if self._source is None:
            return
        passage = item.evidence[piece].passage
        self._lit_item = item, piece
        shown = reveal and passage.paragraph is not None
        block = self._unfolded_to(passage.paragraph or 0) if shown else None
        self._light()
        if block is not None:
            span = (passage.start or 0, passage.end or 0)
            self.move_cursor(block, reveal=False)
            self.reveal(block, span, centre=True)

    def put_out_evidence(self) -> None:
        """Light no evidence: the item under the card's cursor has none."""
        self._lit_item, self._evidence = None, {}
        self._light()

    def light_hits(self, words: Collection[str]) -> None:
        """Light the words a search matched; none puts the light out."""
        self._words = words
        self._light()

    def go_to(self, paragraph: int) -> None:
        """Put the cursor on a paragraph, counted from 1."""
        if (block := self._unfolded_to(paragraph)) is not None:
            self.move_cursor(block, centre=True)

    def action_step_uncited(self, direction: int) -> None:
        """Go to the next or previous paragraph that nothing rests on and no card leaves out."""
        here = self.paragraph
        if here is None:
            # The line that stands for the furniture is the last one.
            here = len(self._source.paragraphs) + 1 if self._source and self.cursor else 0
        target = self._page.next_uncited(here, direction)
        if target is not None:
            self.go_to(target)
        else:
            way = "after" if direction > 0 else "before"
            ready = "cited, left out on purpose or furniture"
            self.notify(f"Every paragraph {way} this one is {ready}.", markup=False)

    def action_fold(self) -> None:
        """Show what is not in the story, or make one line of it again."""
        if self._source is None or not self._page.furniture:
            self.notify("All of this file is in the story.", markup=False)
            return
        self._unfolded ^= {self._source.id}
        self._lay_out_anew(self.paragraph)
        if self.cursor is not None:
            self.post_message(self.CursorMoved(self, self.cursor))

    def _unfolded_to(self, paragraph: int) -> int | None:
        """Return the block of a paragraph, unfolding what is not in the story if it is there."""
        block = self._page.block(paragraph)
        if block is None and self._source is not None and self._page.folded:
            self._unfolded.add(self._source.id)
            self._lay_out_anew(self.paragraph)
            block = self._page.block(paragraph)
        return block

    def _lay_out_anew(self, number: int | None) -> None:
        """Lay the source out as it is by now; the cursor stays on a paragraph, or near it."""
        if self._source is None:
            return
        self._page = self._page_of(self._source)
        cursor = self._page.block(number) if number is not None else len(self._page.blocks) - 1
        if cursor is None:
            cursor = self._page.block(
                max((n for n in self._page.body if n < (number or 0)), default=1)
            )
        self.exchange_blocks(self._page.blocks, cursor)
        self._light()

    def _light(self) -> None:
        from briefing.tui.content.pages.lighting import Layers, evidence_marks, word_marks

        self._hits = word_marks(self._page.blocks, self._words)
        if self._lit_item is not None and self._source is not None:
            item, piece = self._lit_item
            self._evidence = evidence_marks(item, self._source.id, piece, self._page)
        self._ribbon.relight(self._page, self._hits, self._evidence)
        head = range(self._page.first)
        self.light(
            Layers(self._evidence, self._hits),
            bright={*self._evidence, *head} if self._evidence else None,
        )

    # Around the text

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view, with the ribbon at its right.

        Args:
            y: Line within the view.
        """
        strip = super().render_line(y)
        if self._source is None or self.size.width <= self.RIGHT:
            return strip
        run = self._ribbon_at(y)
        style = self._style(run.role) if run.role else self._style()
        at = self.size.width - 1 - self.scrollbar_size_vertical
        return Strip([*strip.crop(0, at), Segment(run.text, style), *strip.crop(at + 1)])

    def _picture_of(self, y: int, line: Painted | None) -> object:
        return line, self._ribbon_at(y) if self._source is not None else None

    def _bar(self, index: int, glimpse: Glimpse) -> Bar:
        # Beside a card whose item rests on nothing, a marked paragraph would look like evidence.
        marked = glimpse.focused or self._evidence
        return super()._bar(index, glimpse) if marked else ""

    def _ribbon_at(self, y: int) -> Run:
        return self._ribbon.at(y, self._page, self.lines, self.size.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Name the source in the border while its head is out of view."""
        super().watch_scroll_y(old_value, new_value)
        self._entitle()

    def _entitle(self) -> None:
        title = f"{self.BORDER_TITLE}, held" if self._held else self.BORDER_TITLE
        if self._source is not None and round(self.scroll_y) > 0:
            title += f" · {self._page.blocks[0].text}"
        if str(self.border_title) != title:
            self.border_title = Content(title)
