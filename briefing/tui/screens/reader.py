"""The reader: meetings, a card, and the source its claims rest on, side by side."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.getters import query_one
from textual.screen import Screen

from briefing.tui.content.status import (
    hint_status,
    opening_status,
    progress_status,
    trouble_status,
)
from briefing.tui.keys.hints import idle_hint
from briefing.tui.keys.reader import READER_KEYS
from briefing.tui.lineview.line_view import LineView
from briefing.tui.session.catalogue_sync import Indexed
from briefing.tui.session.library_access import Shelf
from briefing.tui.session.loading import Reading
from briefing.tui.session.reader_session import Desk
from briefing.tui.session.search_session import Searching
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.claims_view import ClaimsView
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.panes import Panes
from briefing.tui.widgets.source_view import SourceView
from briefing.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from briefing.catalogue.sync.progress import Progress
    from briefing.tui.content.outline import MeetingLine
    from briefing.tui.screens.search import SearchScreen
    from briefing.tui.session.search_session import Chosen
    from briefing.user.last_place import LeftOff
    from briefing.user.notebook import Notebook


class ReaderScreen(Screen[None]):
    """Turns keys and what the panes say into what is opened.

    Args:
        shelf: What there is to read.
        start: `CARD` or `CARD#ITEM` to open first; None for where the reader left off.
        left: Where that was; None for the newest meeting.
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

    def __init__(
        self, shelf: Shelf, start: str | None = None, left: "LeftOff | None" = None
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._start = start
        self._left = left
        self._panes = Panes(id="panes")
        self._desk = Desk(shelf, self._panes, self._refuse, self._came_back)
        self._searching = Searching(self, self._make_search)
        self._several = False
        self._progress: Progress | None = None
        self._settled = False
        self._catching_up = False
        self._again = False
        self._hint = ""

    @classmethod
    def classes_at(cls, size: Size) -> tuple[str, ...]:
        """Return the classes that Textual gives the screen at a size.

        Args:
            size: Of the terminal, in cells.
        """
        wide = max(each for each in cls.HORIZONTAL_BREAKPOINTS if each[0] <= size.width)
        tall = max(each for each in cls.VERTICAL_BREAKPOINTS if each[0] <= size.height)
        return wide[1], tall[1]

    def _refuse(self, why: str) -> None:
        self.notify(why, severity="error", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the panes, the status line and the keys."""
        yield self._panes
        yield StatusLine(id="status")
        yield KeyBar()

    def on_mount(self) -> None:
        """Open the card that was asked for, or the newest; all else waits for the first frame.

        A large library is listed first: listing it takes less time than reading its indexes.
        """
        if not self._panes.laid_out:
            return
        if self._shelf.few:
            self._open_first()
        else:
            self._settled = True
            self._list_meetings()
            self.status.show(opening_status())
            self.call_after_refresh(self._open_first)
        self.call_after_refresh(self._settle)

    def on_unmount(self) -> None:
        """Stop what goes on behind the reader's back."""
        self._shelf.indexing.stop()
        self._searching.close()

    def _open_first(self) -> None:
        card_id, _, item_id = (self._start or "").partition("#")
        if card_id and self._show(card_id, item_id or None):
            return
        if not card_id and self._left and self._come_back_to(self._left):
            return
        if newest := self._shelf.newest():
            self._show(newest)

    def _come_back_to(self, left: "LeftOff") -> bool:
        from briefing.tui.session.returning import come_back

        if not come_back(left, self._desk, self._panes, self._shelf):
            return False
        self._came_back()
        return True

    def _settle(self) -> None:
        """List the meetings, and bring the catalogue up to date."""
        self._settled = True
        self._list_meetings()
        self.catch_up()

    # The catalogue

    def catch_up(self) -> None:
        """Look for what was added, changed or removed; once more where somebody is at it."""
        if self._catching_up:
            self._again = True
        elif self._settled:
            self._catching_up = True
            self._index()

    @work(thread=True)
    def _index(self) -> None:
        def tell(progress: "Progress | None") -> None:
            self.post_message(Indexed(progress))

        self._shelf.catch_up(tell, lambda: self._desk.is_reading)
        tell(None)

    @on(Indexed)
    def _tell_indexed(self, event: Indexed) -> None:
        self._progress = event.progress
        if event.progress is None or event.progress.stored:
            self._list_meetings()
            self._searching.refresh()
        if event.progress is None:
            self._catching_up = False
            again, self._again = self._again, False
            if again:
                self.catch_up()
            self._desk.reread()
            self._desk.recount()
            if trouble := self._shelf.indexing.trouble:
                self._refuse(f"The search is not available: {trouble}")
        self._say_where()

    # What others may ask

    def place_left(self) -> "LeftOff | None":
        """Return where the reader is; None where no card is open."""
        from briefing.tui.session.returning import place_left

        return place_left(self._desk, self._panes) if self._panes.laid_out else None

    def open_card(self, card_id: str) -> None:
        """Show a card from its top; the place left is remembered."""
        self._desk.leave()
        if self._show(card_id):
            self._panes.go_to(self.card_view)

    def open_item(
        self,
        card_id: str,
        item_id: str,
        words: Iterable[str] = (),
        *,
        evidence: int | None = None,
        sought: Iterable[str] = (),
    ) -> None:
        """Show an item on its card, with the source it rests on in view.

        Args:
            card_id: The card.
            item_id: The item.
            words: Whole words to light wherever they stand in card and source.
            evidence: Which piece of the item's evidence to show, from 0; None for the main one.
            sought: Words somebody is looking for, which decide which piece is the main one.
        """
        self._desk.leave()
        self._show(card_id, item_id, evidence, sought)
        self._desk.light_hits(words)
        self._panes.go_to(self.card_view)

    def open_paragraph(self, source_id: str, paragraph: int, words: Iterable[str] = ()) -> None:
        """Show a paragraph of a source, beside whatever card is open.

        Args:
            source_id: The source.
            paragraph: The paragraph, from 1.
            words: Whole words to light wherever they stand in card and source.
        """
        self._desk.leave()
        self._desk.open_source(source_id, paragraph)
        self._desk.light_hits(words)
        self._panes.go_to(self.source_view)

    def light_hits(self, words: Iterable[str]) -> None:
        """Light words in card and source; none puts the light out."""
        self._desk.light_hits(words)

    def meetings(self) -> Sequence["MeetingLine"]:
        """Return the meetings that can be opened, newest first."""
        return self._shelf.meetings()

    def section_titles(self) -> Sequence[str]:
        """Return the titles of the shown card's sections, in order."""
        return [title for title, _ in self._desk.sections()]

    def go_to_section(self, number: int) -> None:
        """Move to a section, counted from 1."""
        self._desk.leave()
        self.card_view.action_to_section(number)
        self._panes.go_to(self.card_view)

    # Showing

    def _show(
        self,
        card_id: str,
        item_id: str | None = None,
        piece: int | None = None,
        sought: Iterable[str] = (),
    ) -> bool:
        if not self._desk.open(card_id, item_id, piece, sought):
            return False
        self._list_meetings()
        self.outline.point_at(self._desk.card_id, self.card_view.section)
        self._say_where()
        return True

    def _list_meetings(self) -> None:
        if self._settled:
            desk = self._desk
            self.outline.show_meetings(self._shelf.meetings(), desk.card_id, desk.sections())

    def _say_where(self) -> None:
        after = progress_status(self._progress)
        trouble = trouble_status(self._shelf.indexing.trouble)
        hint = hint_status(self._hint)
        self.status.show([*self._searching.status(), *self._desk.where(), *hint, *after, *trouble])
        item = self.card_view.item
        if (several := item is not None and len(item.evidence) > 1) != self._several:
            self._several = several
            self.refresh_bindings()

    # What the panes say

    @on(Reading)
    def _tell_reading(self, event: Reading) -> None:
        self._desk.tell(event.words)
        self._say_where()

    @on(LineView.CursorMoved, "#card")
    def _card_cursor_moved(self) -> None:
        self._desk.follow_cursor()
        self.outline.point_at(self._desk.card_id, self.card_view.section)
        self._say_where()

    @on(LineView.CursorMoved, "#source")
    def _source_cursor_moved(self) -> None:
        self._say_where()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say where the cursor of the pane is that has the focus now."""
        self.set_class(self._panes.is_beside(event.widget), "-on-source")
        self._say_where()

    @on(LineView.Activated, "#outline")
    def _open_from_outline(self, event: LineView.Activated) -> None:
        target = self.outline.target(event.block)
        if target is None:
            return
        card_id, section = target
        if card_id != self._desk.card_id or self._desk.card is None:
            self.open_card(card_id)
        if section is not None:
            self.go_to_section(section + 1)
        self._panes.go_to(self.card_view)

    @on(LineView.Activated, "#card")
    def _open_source(self) -> None:
        item = self.card_view.item
        if item is not None and item.evidence:
            self._desk.leave()
            self._desk.show_evidence()
            self._panes.go_to(self.source_view)

    @on(LineView.Activated, "#source")
    def _open_claims(self) -> None:
        source, paragraph = self.source_view.source, self.source_view.paragraph
        if source is None:
            return
        if paragraph is None:
            self.source_view.action_fold()
        elif claims := self._shelf.claims(source.id, paragraph):
            here = self.card_view.item.id if self.card_view.item else ""
            self._panes.claims.show_claims(paragraph, claims, self._shelf.library, here)
            self._light_claim()
            self._panes.go_to(self._panes.claims)
        else:
            self.notify(f"No claim rests on ¶{paragraph}.", markup=False)

    @on(LineView.CursorMoved, "#claims")
    def _light_claim(self) -> None:
        claim = self._panes.claims.claim
        if claim is not None:
            self.source_view.light_evidence(claim.item, claim.item.evidence.index(claim.evidence))

    @on(LineView.Activated, "#claims")
    def _open_claim(self) -> None:
        claim = self._panes.claims.claim
        if claim is not None:
            piece = claim.item.evidence.index(claim.evidence)
            self.open_item(claim.card, claim.item.id, self._desk.hits, evidence=piece)

    @on(ClaimsView.Closed)
    def _close_claims(self) -> None:
        self._panes.go_to(self.source_view)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Say quietly of a key that it does nothing; the next key takes that back.

        Args:
            event: The key, which a pane has let pass.
        """
        self._hint_at(idle_hint(self, event.key))

    def on_screen_suspend(self) -> None:
        """Take back what was said of a key: the one that opened another screen did something."""
        self._hint_at("")

    def _hint_at(self, hint: str) -> None:
        if hint != self._hint:
            self._hint = hint
            self._say_where()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next piece of evidence only where there is more than one."""
        if action == "evidence":
            item = self.card_view.item if self.is_mounted else None
            return item is not None and len(item.evidence) > 1
        return True

    def action_pane(self, direction: int, around: bool = True) -> None:
        """Go to the next or previous pane, in a circle or not."""
        self._panes.step(direction, around=around)

    def action_outline(self) -> None:
        """Go to the list of meetings, opening its drawer where there is no room for a pane."""
        self._panes.toggle_outline()

    def action_evidence(self, direction: int) -> None:
        """Light the next or previous piece of the item's evidence."""
        self._desk.step_evidence(direction)
        self._say_where()

    def action_follow(self) -> None:
        """Let the source pane follow the card's cursor, or hold it where it is."""
        self._desk.toggle_following()
        self._say_where()

    def topics(self) -> Sequence[tuple[str, str]]:
        """Return the ids and labels of the library's topics."""
        return [(topic.id, topic.label) for topic in self._shelf.library.topics.values()]

    def speakers(self) -> Sequence[tuple[str, str]]:
        """Return the ids and names of the library's speakers."""
        return [(speaker.id, speaker.name) for speaker in self._shelf.library.speakers.values()]

    def action_search(self) -> None:
        """Search the library."""
        self.search_for("")

    def search_for(self, query: str) -> None:
        """Open the search with a query answered in it, the last one if it is empty."""
        screen = self._searching.open(query)
        self.app.push_screen(screen, partial(self._take, screen))

    def _make_search(self, notebook: "Notebook", query: str) -> "SearchScreen":
        from briefing.tui.screens.search import SearchScreen  # the first frame does without

        shelf = self._shelf
        return SearchScreen(shelf.indexing, shelf.library, notebook, query, self.catch_up)

    def _take(self, screen: "SearchScreen", chosen: "Chosen | None") -> None:
        self._searching.take(screen, chosen)
        self._say_where()

    def action_hit(self, direction: int) -> None:
        """Open the next or previous hit of the last search."""
        if self._searching.found:
            self._searching.step(direction)
            self._say_where()
        else:
            self.notify("Nothing was searched for yet.", markup=False)

    def action_brief(self) -> None:
        """Show the whole record of the card, or its brief again."""
        self.card_view.toggle_brief()
        self._say_where()

    def action_zoom(self) -> None:
        """Show one pane alone, or all that fit."""
        self.toggle_class("-zoomed")

    def action_back(self) -> None:
        """Go back to the place before the last jump."""
        if not self._desk.go_back():
            self.notify("There is no earlier place.", markup=False)
        self._came_back()

    def action_forward(self) -> None:
        """Go forward again."""
        if not self._desk.go_forward():
            self.notify("There is no later place.", markup=False)
        self._came_back()

    def _came_back(self) -> None:
        self._list_meetings()
        self._say_where()

    def action_copy_citation(self) -> None:
        """Copy the item or paragraph under the cursor with its citation."""
        if text := self._desk.citation():
            self.app.copy_to_clipboard(text)

    def action_dismiss_light(self) -> None:
        """Close the drawer; without one, put out the lit hits."""
        if self.focused is self.outline:
            self._panes.go_to(self.card_view)
        elif self._desk.hits:
            self._searching.put_out()
            self._say_where()
