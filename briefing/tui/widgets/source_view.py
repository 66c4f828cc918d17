"""The source: its paragraphs, with the words a claim rests on lit.

What lays a source out is imported when there is one: the first frame does without.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.blocks import Block, Layout, Mark
from briefing.tui.content.pages import NO_SOURCE, SourcePage
from briefing.tui.content.status import StatusPart, source_status
from briefing.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model import Citation, Item, Source

    Citations = Mapping[int, Sequence[Citation]]
    """Claims that rest on a source, by paragraph number."""

_KEPT_PAGES = 4
_KEPT_TEXT = 2**22
"""Code points of the sources behind these pages, the last one's not counted."""


class SourceView(LineView):
    """Shows one source; the cursor moves by paragraph."""

    BINDING_GROUP_TITLE = "Source"
    BORDER_TITLE = "Source"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right_square_bracket",
            "step_uncited(1)",
            "Next uncited",
            id="source.next-uncited",
            tooltip="Go to the next paragraph of the story that no claim rests on",
        ),
        Binding(
            "left_square_bracket",
            "step_uncited(-1)",
            "Previous uncited",
            id="source.previous-uncited",
            show=False,
            tooltip="Go to the paragraph before that no claim rests on",
        ),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._source: Source | None = None
        self._page = NO_SOURCE
        self._citations: Citations = {}
        self._pages: dict[str, tuple[Source, Citations, SourcePage]] = {}
        self._hits: Mapping[int, Sequence[Mark]] = {}
        self._evidence: Mapping[int, Sequence[Mark]] = {}

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
        """Say where the cursor stands; nothing when it stands nowhere.

        Args:
            follows: Whether the pane follows the card's cursor.
        """
        if self._source is None or self.paragraph is None:
            return []
        claimed = len(self.claims_on(self.paragraph))
        return source_status(self._source, self.paragraph, claimed, follows=follows)

    def citation(self) -> str:
        """Return the paragraph under the cursor with its citation; empty when there is none."""
        if self._source is None or self.paragraph is None:
            return ""
        from briefing.tui.content.copying import paragraph_citation

        return paragraph_citation(self._source, self.paragraph)

    def claims_on(self, paragraph: int) -> tuple[Citation, ...]:
        """Return the claims, of all cards, that rest on a paragraph; one for each item."""
        from briefing.tui.content.source import claims

        return claims(self._citations.get(paragraph, ()))

    def show_source(self, source: Source, citations: Citations) -> None:
        """Show a source from its top.

        Args:
            source: The source.
            citations: Claims that rest on it, by paragraph number.
        """
        self._source, self._citations = source, citations
        self._hits, self._evidence = {}, {}
        self._page = self._page_of(source, citations)
        self.show_blocks(self._page.blocks)

    def recount(self, citations: Citations) -> None:
        """Show other counts of claims beside the same paragraphs; nothing else moves.

        Args:
            citations: Claims that rest on the source, by paragraph number.
        """
        if self._source is not None and citations != self._citations:
            self._citations = citations
            self._page = self._page_of(self._source, citations)
            self.replace_blocks(self._page.blocks)

    def prepare(self, source: Source, citations: Citations) -> None:
        """Lay a source out ahead of showing it; may run in a thread.

        Args:
            source: The source.
            citations: Claims that rest on it, by paragraph number.
        """
        page = self._page_of(source, citations)
        Layout(page.blocks, self.width_for(page.blocks))

    def _page_of(self, source: Source, citations: Citations) -> SourcePage:
        """Return a source laid out; the last few are kept, as evidence goes from one to another."""
        from briefing.tui.content.source import source_page

        kept = self._pages.pop(source.id, None)
        before = kept[2] if kept is not None and kept[0] is source else None
        if kept is None or before is None or kept[1] != citations:
            kept = (source, citations, source_page(source, citations, before))
        self._pages[source.id] = kept
        others = list(self._pages.values())[-2::-1]
        left = 0
        for number, (other, _, _) in enumerate(others, start=2):
            left += len(other.text)
            if number > _KEPT_PAGES or left > _KEPT_TEXT:
                self._pages.pop(other.id, None)
        return kept[2]

    def show_unreadable(self, source_id: str, error: BriefingError) -> None:
        """Show why a source cannot be read."""
        from briefing.tui.content.source import unreadable_page

        self._source, self._citations = None, {}
        self._page = unreadable_page(source_id, error)
        self.show_blocks(self._page.blocks)

    def show_waiting(self, words: str) -> None:
        """Show that a source is still being read.

        Args:
            words: What is waited for.
        """
        self._source, self._citations = None, {}
        self._page = SourcePage((Block(words, "quiet"),), 1)
        self.show_blocks(self._page.blocks)

    def show_nothing(self) -> None:
        """Show an empty pane: there is nothing that a source could support."""
        self._source, self._citations = None, {}
        self._page = NO_SOURCE
        self.show_blocks(())

    def light_evidence(self, item: Item, piece: int) -> None:
        """Light what an item rests on and bring it into view.

        Args:
            item: The item.
            piece: Index of the piece of evidence to light most and to show.
        """
        if self._source is None:
            return
        from briefing.tui.content.lighting import evidence_marks

        self._evidence = evidence_marks(item, self._source.id, piece, self._page)
        self._light()
        passage = item.evidence[piece].passage
        if passage.paragraph is not None:
            block = self._page.block(passage.paragraph)
            span = (passage.start or 0, passage.end or 0)
            self.move_cursor(block, reveal=False)
            self.reveal(block, span, centre=True)

    def light_hits(self, words: Collection[str]) -> None:
        """Light the words a search matched; none puts the light out."""
        from briefing.tui.content.lighting import word_marks

        self._hits = word_marks(self._page.blocks, words)
        self._light()

    def go_to(self, paragraph: int) -> None:
        """Put the cursor on a paragraph, counted from 1."""
        self.move_cursor(self._page.block(paragraph), centre=True)

    def action_step_uncited(self, direction: int) -> None:
        """Go to the next or previous paragraph that nothing rests on."""
        target = self._page.next_uncited(self.paragraph or 0, direction)
        if target is not None:
            self.move_cursor(self._page.block(target), centre=True)
        else:
            way = "after" if direction > 0 else "before"
            self.notify(f"Every paragraph {way} this one is cited or furniture.", markup=False)

    def _light(self) -> None:
        from briefing.tui.content.lighting import Layers

        head = range(self._page.first)
        self.light(
            Layers(self._evidence, self._hits),
            bright={*self._evidence, *head} if self._evidence else None,
        )
