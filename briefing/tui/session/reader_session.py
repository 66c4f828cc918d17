"""What is open: a card, the source its item rests on, and the way back to earlier places."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.errors import BriefingError, CardError
from briefing.library.cards.main_passage import main_piece, reading_order
from briefing.text.cleaning import clean
from briefing.tui.content.status import StatusPart, waiting_status
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.lit_evidence import LitEvidence
from briefing.tui.session.loading import DocumentProgress, Loading, Wish
from briefing.tui.session.location.history import Location, WayBack
from briefing.tui.session.location.whereabouts import Whereabouts
from briefing.tui.widgets.panes import Panes

if TYPE_CHECKING:
    from briefing.model.card import Card, Item
    from briefing.model.source import SourceRecord


class ReaderSession:
    """Opens cards and sources in the panes and keeps the two together.

    Args:
        access: Where cards and sources come from.
        panes: What they are shown in.
        say: Tells the user what could not be done.
        shown: Called when something is shown that had to be waited for.
    """

    def __init__(
        self,
        access: LibraryAccess,
        panes: Panes,
        say: Callable[[str], None],
        shown: Callable[[], None] = lambda: None,
    ) -> None:
        self._access = access
        self._panes = panes
        self._say = say
        self._shown = shown
        self.reread: Callable[[], None] = lambda: None
        """Shows what lies open as it is on disk by now; called when it was read in a thread."""
        self._loading = Loading(panes.run_worker, self._read, self._fulfil)
        self._reading = ""
        access.tell_reading(self._tell_reading)
        self.whereabouts = Whereabouts(self, panes, access)
        """What is said of what lies open."""
        self.way_back = WayBack(self.whereabouts.location, self._return_to)
        """The places before and after this one."""
        self._hits: tuple[str, ...] = ()
        self._item_id = ""
        self._piece = 0
        self._lit = LitEvidence(panes)
        self.card: Card | None = None
        """The open card; None where it is broken, or there is none."""
        self.card_id = ""
        """Its id, which a broken card has too."""
        self.follows = True
        """Whether the source follows the card's cursor."""

    @property
    def item(self) -> "Item | None":
        """The item under the card's cursor."""
        return self._panes.card.item

    @property
    def piece(self) -> int:
        """Which piece of that item's evidence is shown, from 0."""
        return self._piece

    @property
    def hits(self) -> tuple[str, ...]:
        """The words that are lit wherever they are."""
        return self._hits

    @property
    def in_source(self) -> bool:
        """Whether the reader is in the source, and not in card or list."""
        return self._panes.is_source(self._panes.focused)

    # Opening

    def open(
        self,
        card_id: str,
        item_id: str | None = None,
        piece: int | None = None,
        sought: Iterable[str] = (),
    ) -> bool:
        """Show a card.

        Args:
            card_id: The card.
            item_id: The item to put the cursor on; None for the top.
            piece: Which piece of the item's evidence to show, from 0; None for the main one.
            sought: Words someone is looking for, which decide which piece is the main one.

        Returns:
            Whether there is such a card; that there is none is said.
        """
        self._loading.forget()
        try:
            if self._access.is_heavy(card_id):
                self._wait_for_card(Wish(card_id, item_id, piece, tuple(sought)))
                return True
            card = self._access.library.card(card_id)
        except CardError as error:
            self.card, self.card_id = None, card_id
            self._panes.card.show_broken(card_id, error)
            self._panes.source.show_nothing()
        except BriefingError as error:
            self._say(str(error))
            return False
        else:
            self._lay(card, item_id, piece, tuple(sought))
        return True

    def _lay(
        self, card: "Card", item_id: str | None, piece: int | None, sought: tuple[str, ...] = ()
    ) -> None:
        view = self._panes.card
        known, self.card = self.card, card
        if card != known:
            self.card_id = card.id
            view.show_card(card, self._access.library, item_id)
            view.light_hits(self._hits)
        else:
            view.go_to(item_id or card.bottom_line.id)
        if item_id is not None and card.item(item_id) is None:
            self._say(f"Card '{card.id}' has no item '{item_id}'.")
        here = view.item or card.bottom_line
        self._item_id = here.id if view.item else ""
        self._piece = main_piece(here, sought) if piece is None else piece
        self.show_evidence()

    # Waiting for what takes long

    def _wait_for_card(self, wish: Wish) -> None:
        self.card, self.card_id = None, wish.card_id
        self._reading = "reading the sources of this card…"
        self._panes.card.show_waiting(wish.card_id, self._reading)
        self._panes.source.show_waiting(self._reading)
        self._loading.put(wish)

    def _read(self, wish: Wish) -> None:
        """Read what a wish needs, in a thread; what is wrong with it is said when it is shown."""
        with suppress(BriefingError):
            library, source_id = self._access.library, wish.source_id
            if wish.card_id:
                card = library.card(wish.card_id)
                item = card.item(wish.item_id or "") or card.bottom_line
                piece = main_piece(item, wish.sought) if wish.piece is None else wish.piece
                pieces = item.evidence[piece : piece + 1] or item.evidence[:1]
                source_id = pieces[0].source if pieces else ""
            if source_id:
                source = library.source(source_id)
                self._panes.source.prepare(source, self._access.counts(source_id, self.card))

    def _fulfil(self, wish: Wish) -> None:
        if wish.again:
            self.reread()
        elif wish.card_id:
            self.open(wish.card_id, wish.item_id, wish.piece, wish.sought)
        elif wish.paragraph is not None:
            self.open_source(wish.source_id, wish.paragraph)
        else:
            self.show_evidence()
        self._shown()

    def _tell_reading(self, record: "SourceRecord", share: float) -> None:
        """Say from the thread that reads how far it has come."""
        self._panes.post_message(DocumentProgress(clean(record.file), share))

    def tell(self, words: str) -> None:
        """Say how far reading has come, where it is waited for.

        Args:
            words: What to say.
        """
        wish = self._loading.wish
        if wish is not None and not wish.again:
            self._reading = words
            self._panes.source.show_waiting(words)

    @property
    def waits(self) -> bool:
        """Whether what is to be shown is still being read."""
        return self._loading.wish is not None

    @property
    def is_reading(self) -> bool:
        """Whether a large document is being read for what is to be shown."""
        return self._loading.busy

    # The source

    def open_source(self, source_id: str, paragraph: int | None = None) -> None:
        """Show a source, unless it is shown.

        Args:
            source_id: The source.
            paragraph: The paragraph to put the cursor on, from 1; None leaves that to others.
        """
        self._loading.forget()
        view = self._panes.source
        try:
            if self._access.is_heavy_source(source_id):
                self._reading = "reading the source…"
                view.show_waiting(self._reading)
                self._loading.put(Wish(source_id=source_id, paragraph=paragraph))
                return
            self._show_source(source_id)
        except BriefingError as error:
            view.show_unreadable(source_id, error)
            return
        if paragraph is not None:
            view.go_to(paragraph)

    def _show_source(self, source_id: str) -> None:
        view = self._panes.source
        source = self._access.library.source(source_id)
        shown = view.source
        # A library that was reopened has read it again; the same words stay where they are.
        counts = self._access.counts(source_id, self.card)
        if shown is None or (shown.record, shown.text) != (source.record, source.text):
            view.show_source(source, counts)
            view.light_hits(self._hits)
        else:
            view.recount(counts)

    def show_evidence(self) -> None:
        """Light what the item under the cursor rests on, and nothing where it rests on nothing."""
        item = self.item
        if item is None:
            return
        if item.evidence:
            self._piece = min(self._piece, len(item.evidence) - 1)
            self.open_source(item.evidence[self._piece].source)
        self._lit.show(item, self._piece)

    def relight(self) -> None:
        """Light again what `show_evidence` lit last; the source stays where it is."""
        self._lit.again()

    def step_evidence(self, direction: int) -> None:
        """Light the next or previous piece of the item's evidence, in the order of the source."""
        item = self.item
        if item is not None and item.evidence:
            order = reading_order(item)
            self._piece = order[(order.index(self._piece) + direction) % len(order)]
            self.show_evidence()

    def follow_cursor(self) -> None:
        """Show what another item rests on, if the cursor has come to one."""
        item = self.item
        if item is not None and item.id != self._item_id:
            self._item_id = item.id
            self._piece = main_piece(item)
            if self.follows:
                self.show_evidence()

    def toggle_following(self) -> None:
        """Let the source follow the card's cursor, or hold it where it is."""
        self.follows = not self.follows
        if self.follows:
            self.show_evidence()
        self._panes.source.hold(not self.follows)

    def read_again(self) -> None:
        """Have the open card read in a thread, and `reread` called then."""
        self._loading.put(Wish(self.card_id, self._item_id, self._piece, again=True))

    def renew(self, card: "Card", item_id: str) -> None:
        """Show the open card as it is by now; the line under the cursor stays where it was.

        Args:
            card: The card.
            item_id: The item under the cursor.
        """
        view, self.card = self._panes.card, card
        view.renew_card(card, self._access.library, item_id)
        here, before = view.item or card.bottom_line, self._item_id
        self._item_id = here.id
        self._piece = min(self._piece, max(0, len(here.evidence) - 1))
        if self.follows and not self.in_source:
            self.show_evidence()
        else:
            self._lit.renew(card, before, here)
            self.relight()

    def recount(self) -> None:
        """Count the claims beside the source again, for more cards may be known by now."""
        source = self._panes.source.source
        if source is not None:
            self._panes.source.recount(self._access.counts(source.id, self.card))

    def light_hits(self, words: Iterable[str]) -> None:
        """Light words in card and source; none puts the light out."""
        self._hits = tuple(dict.fromkeys(words))
        self._panes.card.light_hits(self._hits)
        self._panes.source.light_hits(self._hits)

    # Saying what is open

    def where(self) -> list[StatusPart]:
        """Say where the reader is, and how sure."""
        if self._loading.wish is not None and not self._loading.wish.again:
            return waiting_status(self._reading)
        return self.whereabouts.parts()

    # Coming back

    def _return_to(self, there: Location) -> None:
        self.open(there.card, there.item)
        if there.source is not None:
            self.open_source(there.source, there.paragraph or 1)
        self._panes.go_to(self._panes.card if there.source is None else self._panes.source)
