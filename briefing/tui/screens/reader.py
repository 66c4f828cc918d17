"""The reader: meetings, a card, and the source its claims rest on, side by side."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.getters import query_one
from textual.screen import Screen

from briefing.errors import BriefingError, CardError
from briefing.library import Library
from briefing.model import Card, Citation
from briefing.tui.content import (
    MeetingLine,
    StatusPart,
    broken_status,
    card_status,
    item_citation,
    meeting_lines,
    progress_status,
)
from briefing.tui.history import History, Spot
from briefing.tui.indexing import Indexed, Indexing
from briefing.tui.screens.claims import ClaimsScreen
from briefing.tui.screens.reader_keys import READER_KEYS
from briefing.tui.screens.search import Chosen, SearchScreen
from briefing.tui.searching import Searching
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.line_view import LineView
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.source_view import SourceView
from briefing.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from briefing.catalogue import Progress


class ReaderScreen(Screen[None]):
    """Holds what is open and mediates between the panes, which do not know of each other.

    Args:
        library: The library to read.
        start: `CARD` or `CARD#ITEM` to open first; None for the newest meeting.
    """

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (150, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDING_GROUP_TITLE = "Reader"
    BINDINGS: ClassVar[list[BindingType]] = READER_KEYS
    AUTO_FOCUS = "#card"

    outline = query_one("#outline", Outline)
    card_view = query_one("#card", CardView)
    source_view = query_one("#source", SourceView)
    status = query_one("#status", StatusLine)

    def __init__(self, library: Library, start: str | None = None) -> None:
        super().__init__()
        self._library = library
        self._start = start
        self._meetings: Sequence[MeetingLine] = ()
        self._card: Card | None = None
        self._card_id = ""
        self._item_id = ""
        self._several = False
        self._piece = 0
        self._follows = True
        self._hits: tuple[str, ...] = ()
        self._history = History()
        self._indexing = Indexing(library.root)
        self._searching = Searching(self, library, self._indexing)
        self._progress: Progress | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes, the status line and the footer."""
        with Horizontal(id="panes"):
            yield Outline(id="outline")
            with Container(id="reading"):
                yield CardView(id="card")
                yield SourceView(id="source")
        yield StatusLine(id="status")
        yield KeyBar()

    def on_mount(self) -> None:
        """Open the card that was asked for, or the newest."""
        self._meetings = lines = meeting_lines(self._library)
        self.outline.border_title = f"Meetings, {len(lines)}"
        card_id, _, item_id = (self._start or "").partition("#")
        if not card_id and lines:
            card_id = lines[0].card
        if card_id and not self._show(card_id, item_id or None) and lines:
            self._show(lines[0].card)
        self.call_after_refresh(self._index)

    def on_unmount(self) -> None:
        """Stop what goes on behind the reader's back."""
        self._indexing.stop()
        self._searching.close()

    @work(thread=True)
    def _index(self) -> None:
        def tell(progress: "Progress | None") -> None:
            self.post_message(Indexed(progress))

        try:
            self._indexing.run(tell)
        except BriefingError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
        tell(None)

    @on(Indexed)
    def _tell_indexed(self, event: Indexed) -> None:
        self._progress = event.progress
        self._say_where()
        if isinstance(self.app.screen, SearchScreen):
            self.app.screen.refresh_search()

    # What others may ask

    def open_card(self, card_id: str) -> None:
        """Show a card from its top; the place left is remembered."""
        self._leave()
        if self._show(card_id):
            self._focus(self.card_view)

    def open_item(
        self, card_id: str, item_id: str, words: Iterable[str] = (), evidence: int = 0
    ) -> None:
        """Show an item on its card, with the source it rests on in view.

        Args:
            card_id: The card.
            item_id: The item.
            words: Whole words to light wherever they stand in card and source.
            evidence: Which piece of the item's evidence to show, from 0.
        """
        self._leave()
        self._show(card_id, item_id, evidence)
        self.light_hits(words)
        self._focus(self.card_view)

    def open_paragraph(self, source_id: str, paragraph: int, words: Iterable[str] = ()) -> None:
        """Show a paragraph of a source, beside whatever card is open.

        Args:
            source_id: The source.
            paragraph: The paragraph, from 1.
            words: Whole words to light wherever they stand in card and source.
        """
        self._leave()
        self._show_source(source_id)
        self.source_view.go_to(paragraph)
        self.light_hits(words)
        self._focus(self.source_view)

    def light_hits(self, words: Iterable[str]) -> None:
        """Light words in card and source; none puts the light out."""
        self._hits = tuple(dict.fromkeys(words))
        self.card_view.light_hits(self._hits)
        self.source_view.light_hits(self._hits)

    def section_titles(self) -> Sequence[str]:
        """Return the titles of the shown card's sections, in order."""
        return [title for title, _ in self.card_view.page.sections]

    def go_to_section(self, number: int) -> None:
        """Move to a section, counted from 1."""
        self._leave()
        self.card_view.action_to_section(number)
        self._focus(self.card_view)

    # Showing

    def _show(self, card_id: str, item_id: str | None = None, piece: int = 0) -> bool:
        """Show a card; return False, and say why, when there is no such card or item."""
        try:
            self._card = self._library.card(card_id)
        except CardError as error:
            self._card, self._card_id = None, card_id
            self.card_view.show_broken(card_id, error)
            self.source_view.show_nothing()
        except BriefingError as error:
            self.notify(str(error), severity="error", markup=False)
            return False
        else:
            self._show_item(self._card, item_id, piece)
        self._list_meetings()
        self._say_where()
        return True

    def _show_item(self, card: Card, item_id: str | None, piece: int) -> None:
        if card.id != self._card_id:
            self._card_id = card.id
            self.card_view.show_card(card, self._library, item_id)
            self.card_view.light_hits(self._hits)
        else:
            self.card_view.go_to(item_id or card.bottom_line.id)
        if item_id is not None and card.item(item_id) is None:
            self.notify(f"Card '{card.id}' has no item '{item_id}'.", markup=False)
        shown = self.card_view.item
        self._item_id = shown.id if shown else ""
        self._piece = piece
        self._show_evidence()

    def _list_meetings(self) -> None:
        sections = self._card.sections if self._card else ()
        counted = [(section.title, len(section.items)) for section in sections]
        self.outline.show_meetings(self._meetings, self._card_id, counted)

    def _show_source(self, source_id: str) -> None:
        shown = self.source_view.source
        if shown is not None and shown.id == source_id:
            return
        try:
            source = self._library.source(source_id)
        except BriefingError as error:
            self.source_view.show_unreadable(source_id, error)
            return
        self.source_view.show_source(source, self._library.citations(source_id))
        self.source_view.light_hits(self._hits)

    def _show_evidence(self) -> None:
        """Light what the item under the cursor rests on."""
        item = self.card_view.item
        if item is None or not item.evidence:
            return
        self._piece = min(self._piece, len(item.evidence) - 1)
        self._show_source(item.evidence[self._piece].source)
        self.source_view.light_evidence(item, self._piece)

    def _say_where(self) -> None:
        before, after = self._searching.status(), progress_status(self._progress)
        self.status.show([*before, *self._where(), *after])
        item = self.card_view.item
        if (several := item is not None and len(item.evidence) > 1) != self._several:
            self._several = several
            self.refresh_bindings()

    def _where(self) -> list[StatusPart]:
        source, item = self.source_view.source, self.card_view.item
        if self.focused is self.source_view and source is not None:
            return self.source_view.statements(follows=self._follows)
        if item is None:
            return broken_status(self._card_id) if self._card_id else []
        lit = item.evidence[self._piece].source if item.evidence else ""
        beside = source if source is not None and source.id == lit else None
        at = self.card_view.position
        return card_status(item, at, self._piece, beside, follows=self._follows)

    # What the panes say

    @on(LineView.CursorMoved, "#card")
    def _card_cursor_moved(self) -> None:
        item = self.card_view.item
        if item is not None and item.id != self._item_id:
            self._item_id = item.id
            self._piece = 0
            if self._follows:
                self._show_evidence()
        self.outline.point_at(self._card_id, self.card_view.section)
        self._say_where()

    @on(LineView.CursorMoved, "#source")
    def _source_cursor_moved(self) -> None:
        self._say_where()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say where the cursor of the pane is that has the focus now."""
        self.set_class(event.widget is self.source_view, "-on-source")
        self._say_where()

    @on(LineView.Activated, "#outline")
    def _open_from_outline(self, event: LineView.Activated) -> None:
        target = self.outline.target(event.block)
        if target is None:
            return
        card_id, section = target
        if card_id != self._card_id or self._card is None:
            self.open_card(card_id)
        if section is not None:
            self.go_to_section(section + 1)
        self._focus(self.card_view)

    @on(LineView.Activated, "#card")
    def _open_source(self) -> None:
        item = self.card_view.item
        if item is None or not item.evidence:
            return
        self._leave()
        self._show_evidence()
        self._focus(self.source_view)

    @on(LineView.Activated, "#source")
    def _open_claims(self) -> None:
        paragraph = self.source_view.paragraph
        if paragraph is None:
            return
        claims = self.source_view.claims_on(paragraph)
        if not claims:
            self.notify(f"No claim rests on ¶{paragraph}.", markup=False)
            return
        self.app.push_screen(ClaimsScreen(paragraph, claims, self._library), self._open_claim)

    def _open_claim(self, claim: Citation | None) -> None:
        if claim is not None:
            piece = claim.item.evidence.index(claim.evidence)
            self.open_item(claim.card, claim.item.id, self._hits, evidence=piece)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next piece of evidence only where there is more than one."""
        if action == "evidence":
            item = self.card_view.item if self.is_mounted else None
            return item is not None and len(item.evidence) > 1
        return True

    def action_pane(self, direction: int, around: bool = True) -> None:
        """Go to the next or previous pane, in a circle or not."""
        panes = self._panes()
        here = panes.index(self.focused) if self.focused in panes else 0
        there = here + direction
        if around or 0 <= there < len(panes):
            self._focus(panes[there % len(panes)])

    def action_outline(self) -> None:
        """Go to the list of meetings, opening its drawer where there is no room for a pane."""
        if self.focused is self.outline:
            self._focus(self.card_view)
        else:
            self.add_class("-drawer")
            self.remove_class("-zoomed")
            self.call_after_refresh(self.outline.focus)

    def action_evidence(self, direction: int) -> None:
        """Light the next or previous piece of the item's evidence."""
        item = self.card_view.item
        if item is None or not item.evidence:
            return
        self._piece = (self._piece + direction) % len(item.evidence)
        self._show_evidence()
        self._say_where()

    def action_follow(self) -> None:
        """Let the source pane follow the card's cursor, or hold it where it is."""
        self._follows = not self._follows
        if self._follows:
            self._show_evidence()
        self.source_view.border_title = "Source" if self._follows else "Source, held"
        self._say_where()

    def action_search(self) -> None:
        """Search the library."""
        self.app.push_screen(self._searching.screen(), self._take)

    def _take(self, chosen: Chosen | None) -> None:
        self._searching.take(chosen)
        self._say_where()

    def action_hit(self, direction: int) -> None:
        """Open the next or previous hit of the last search."""
        if self._searching.found:
            self._searching.step(direction)
            self._say_where()
        else:
            self.notify("Nothing was searched for yet.", markup=False)

    def action_zoom(self) -> None:
        """Show one pane alone, or all that fit."""
        self.toggle_class("-zoomed")

    def action_back(self) -> None:
        """Go back to the place before the last jump."""
        self._return_to(self._history.back(self._spot()), "There is no earlier place.")

    def action_forward(self) -> None:
        """Go forward again."""
        self._return_to(self._history.forward(self._spot()), "There is no later place.")

    def action_copy_citation(self) -> None:
        """Copy the item or paragraph under the cursor with its citation."""
        item, text = self.card_view.item, ""
        if self.focused is self.source_view:
            text = self.source_view.citation()
        elif item is not None and self._card is not None:
            text = item_citation(item, self._card, self._library)
        if text:
            self.app.copy_to_clipboard(text)
            self.notify("Copied with its citation.", markup=False)

    def action_dismiss_light(self) -> None:
        """Close the drawer; without one, put out the lit hits."""
        if self.focused is self.outline:
            self._focus(self.card_view)
        elif self._hits:
            self._searching.put_out()
            self._say_where()

    # Moving about

    def _panes(self) -> list[LineView]:
        views: list[LineView] = [self.card_view, self.source_view]
        return [self.outline, *views] if self.outline.display else views

    def _focus(self, pane: LineView) -> None:
        """Give a pane the focus, on top where only one is shown."""
        self.set_class(pane is self.source_view, "-on-source")
        if pane is not self.outline:
            self.remove_class("-drawer")
        if pane.focusable:
            pane.focus()
        else:
            self.call_after_refresh(pane.focus)

    def _spot(self) -> Spot:
        item = self.card_view.item
        source = self.source_view.source if self.focused is self.source_view else None
        return Spot(
            self._card_id,
            item.id if item else None,
            source.id if source else None,
            self.source_view.paragraph if source else None,
        )

    def _leave(self) -> None:
        if self._card_id:
            self._history.leave(self._spot())

    def _return_to(self, spot: Spot | None, otherwise: str) -> None:
        if spot is None:
            self.notify(otherwise, markup=False)
            return
        self._show(spot.card, spot.item)
        if spot.source is not None:
            self._show_source(spot.source)
            self.source_view.go_to(spot.paragraph or 1)
        self._focus(self.card_view if spot.source is None else self.source_view)
