"""A screen on which a card and a source are open: what can be opened, and what the panes say."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import Screen

from briefing.tui.content.status import StatusPart
from briefing.tui.lineview.line_view import LineView
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.loading import DocumentProgress
from briefing.tui.session.reader_session import ReaderSession
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.claims_view import ClaimsView
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.panes import Panes
from briefing.tui.widgets.source.source_view import SourceView
from briefing.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from briefing.tui.content.outline import MeetingLine
    from briefing.user.last_place import LeftOff


class ReadingScreen(Screen[None]):
    """Shows meetings, a card and a source side by side.

    Args:
        access: What there is to read.
    """

    outline = query_one("#outline", Outline)
    card_view = query_one("#card", CardView)
    source_view = query_one("#source", SourceView)
    status = query_one("#status", StatusLine)

    def __init__(self, access: LibraryAccess) -> None:
        super().__init__()
        self._access = access
        self._panes = Panes(id="panes")
        self._session = ReaderSession(access, self._panes, self._refuse, self._came_back)
        self._offers = False, False
        """Whether the item has several pieces of evidence, and the card a brief."""
        self._lights_claim = False
        self._lists_meetings = False

    def _refuse(self, why: str) -> None:
        self.notify(why, severity="error", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the panes, the status line and the keys."""
        yield self._panes
        yield StatusLine(id="status")
        yield KeyBar()

    # What others may ask

    @property
    def access(self) -> LibraryAccess:
        """What there is to read."""
        return self._access

    def place_left(self) -> "LeftOff | None":
        """Return where the reader is; None where no card is open."""
        from briefing.tui.session.returning import place_left

        return place_left(self._session, self._panes) if self._panes.laid_out else None

    def open_card(self, card_id: str) -> None:
        """Show a card from its top; the place left is remembered."""
        self._session.way_back.leave()
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
            words: Whole words to light wherever they are in card and source.
            evidence: Which piece of the item's evidence to show, from 0; None for the main one.
            sought: Words someone is looking for, which decide which piece is the main one.
        """
        self._session.way_back.leave()
        self._show(card_id, item_id, evidence, sought)
        self._session.light_hits(words)
        self._panes.go_to(self.card_view)

    def open_paragraph(self, source_id: str, paragraph: int, words: Iterable[str] = ()) -> None:
        """Show a paragraph of a source, beside whatever card is open.

        Args:
            source_id: The source.
            paragraph: The paragraph, from 1.
            words: Whole words to light wherever they are in card and source.
        """
        self._session.way_back.leave()
        self._session.open_source(source_id, paragraph)
        self._session.light_hits(words)
        self._panes.go_to(self.source_view)

    def light_hits(self, words: Iterable[str]) -> None:
        """Light words in card and source; none puts the light out."""
        self._session.light_hits(words)

    def meetings(self) -> Sequence["MeetingLine"]:
        """Return the meetings that can be opened, newest first."""
        return self._access.meetings()

    def section_titles(self) -> Sequence[str]:
        """Return the titles of the shown card's sections, in order."""
        return [title for title, _ in self._session.whereabouts.sections()]

    def topics(self) -> Sequence[tuple[str, str, str]]:
        """Return the ids and labels of the library's topics, and what else each is called."""
        topics = self._access.library.topics.values()
        return [(topic.id, topic.label, " ".join(topic.aliases)) for topic in topics]

    def speakers(self) -> Sequence[tuple[str, str, str]]:
        """Return the ids and names of the library's speakers, and what else each is called."""
        speakers = self._access.library.speakers.values()
        return [(each.id, each.name, " ".join(each.aliases)) for each in speakers]

    def go_to_section(self, number: int) -> None:
        """Move to a section, counted from 1."""
        self._session.way_back.leave()
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
        if not self._session.open(card_id, item_id, piece, sought):
            return False
        self._list_meetings()
        self.outline.point_at(self._session.card_id, self.card_view.section)
        self._say_where()
        return True

    def _list_meetings(self) -> None:
        if self._lists_meetings:
            session = self._session
            self.outline.show_meetings(
                self._access.meetings(), session.card_id, session.whereabouts.sections()
            )

    def _came_back(self) -> None:
        self._list_meetings()
        self._say_where()

    def _say_where(self) -> None:
        self.status.show([*self.status_before(), *self._session.where(), *self.status_after()])
        item = self.card_view.item
        offers = item is not None and len(item.evidence) > 1, self.card_view.has_brief
        if offers != self._offers:
            self._offers = offers
            self.refresh_bindings()

    def status_before(self) -> list[StatusPart]:
        """Return what is said before where the reader is."""
        return []

    def status_after(self) -> list[StatusPart]:
        """Return what is said after where the reader is."""
        return []

    # What the panes say

    @on(DocumentProgress)
    def _tell_reading(self, event: DocumentProgress) -> None:
        self._session.tell(event.words)
        self._say_where()

    @on(LineView.CursorMoved, "#card")
    def _card_cursor_moved(self) -> None:
        self._session.follow_cursor()
        self.outline.point_at(self._session.card_id, self.card_view.section)
        self._say_where()

    @on(LineView.CursorMoved, "#source")
    def _source_cursor_moved(self) -> None:
        self._say_where()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say where the cursor of the pane is that has the focus now."""
        self.set_class(self._panes.is_beside(event.widget), "-on-source")
        if self._lights_claim and event.widget is not self._panes.claims:
            self._lights_claim = False
            self._session.relight()
        self._say_where()

    @on(LineView.Activated, "#outline")
    def _open_from_outline(self, event: LineView.Activated) -> None:
        target = self.outline.target(event.block)
        if target is None:
            return
        card_id, section = target
        if card_id != self._session.card_id or self._session.card is None:
            self.open_card(card_id)
        if section is not None:
            self.go_to_section(section + 1)
        self._panes.go_to(self.card_view)

    @on(LineView.Activated, "#card")
    def _open_source(self) -> None:
        item = self.card_view.item
        if item is not None and item.evidence:
            self._session.way_back.leave()
            self._session.show_evidence()
            self._panes.go_to(self.source_view)

    @on(LineView.Activated, "#source")
    def _open_claims(self) -> None:
        source, paragraph = self.source_view.source, self.source_view.paragraph
        if source is None:
            return
        if paragraph is None:
            self.source_view.action_fold()
        elif claims := self._access.claims(source.id, paragraph):
            here = self.card_view.item.id if self.card_view.item else ""
            self._panes.claims.show_claims(paragraph, claims, self._access.library, here)
            self._light_claim()
            self._panes.go_to(self._panes.claims)
        else:
            self.notify(f"No claim rests on ¶{paragraph}.", markup=False)

    @on(LineView.CursorMoved, "#claims")
    def _light_claim(self) -> None:
        claim = self._panes.claims.claim
        if claim is not None:
            self._lights_claim = True
            self.source_view.light_evidence(claim.item, claim.item.evidence.index(claim.evidence))

    @on(LineView.Activated, "#claims")
    def _open_claim(self) -> None:
        claim = self._panes.claims.claim
        if claim is not None:
            piece = claim.item.evidence.index(claim.evidence)
            self.open_item(claim.card, claim.item.id, self._session.hits, evidence=piece)

    @on(ClaimsView.Closed)
    def _close_claims(self) -> None:
        self._panes.go_to(self.source_view)
