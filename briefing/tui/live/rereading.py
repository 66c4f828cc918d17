"""What lies open, read again after it was edited: at the same place, or as it last was good."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from briefing.errors import BriefingError, CardError, Place, Problem
from briefing.model.card import Card, Item
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.reader_session import ReaderSession
from briefing.tui.widgets.panes import Panes
from briefing.user.last_place import LeftOff, find_item, find_paragraph, opening


class Rereading:
    """Shows cards and sources as they are on disk by now.

    Args:
        session: What lies open.
        panes: What it is shown in.
        access: Where it comes from.
    """

    def __init__(self, session: ReaderSession, panes: Panes, access: LibraryAccess) -> None:
        self._session, self._panes, self._access = session, panes, access
        self._own: tuple[Problem, ...] = ()
        self._of = ""
        self._names: tuple[object, ...] | None = None
        """What the indexes said when the card was last laid out by them."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Why what is on disk is not shown, each with its place; nothing where it is."""
        own = self._own if self._of == self._session.card_id else ()
        return (*self._access.kept_back, *own)

    def reread(self) -> None:
        """Show what lies open as it is by now; keep what is shown where it is broken by now."""
        session = self._session
        if not session.card_id or session.waits:
            return
        self._of = session.card_id
        try:
            if self._access.is_heavy(session.card_id):
                session.read_again()
                return
            card = self._access.library.card(session.card_id)
        except CardError as error:
            self._keep(error.problems)
            return
        except BriefingError as error:
            self._keep((Problem("error", "unknown-card", Place(""), error.message),))
            return
        if session.card is not None and (lost := tuple(self._lost_sources(session.card, card))):
            self._keep(lost)
            return
        self._own = ()
        self._show(card)

    def _keep(self, problems: Sequence[Problem]) -> None:
        """Keep the last good view; a card that never was good shows its problems itself."""
        if self._session.card is None:
            self._own = ()
            self._session.open(self._session.card_id)
        else:
            self._own = tuple(problems)

    def _lost_sources(self, before: Card, card: Card) -> Iterator[Problem]:
        """Yield why sources of a card cannot be read in which something was found before."""
        held = {e.source for item in before.items for e in item.evidence if e.state.holds}
        for source_id in dict.fromkeys(e.source for item in card.items for e in item.evidence):
            problem = self._access.library.source_problem(source_id)
            if problem is not None and problem.severity == "error" and source_id in held:
                yield problem

    def _show(self, card: Card) -> None:
        session = self._session
        if session.card is None:
            session.open(card.id)
            return
        self._renew_source()
        library = self._access.library
        names = library.speakers, library.topics, library.sources
        renamed, self._names = self._names not in (None, names), names
        if card != session.card or renamed:
            session.renew(card, self._same_item(session.card, card).id)

    def _same_item(self, before: Card, card: Card) -> Item:
        """Return the item under the cursor as it is by now; its text may be its only name."""
        item = self._session.item or before.bottom_line
        position, _ = self._panes.card.position
        if card.item(item.id) is None and len(card.items) == len(before.items):
            return card.items[position]
        return find_item(card, LeftOff(card.id, item.id, opening(item.text), position))

    def _renew_source(self) -> None:
        """Show the source that is shown as it is by now, with the same paragraph under the cursor.

        One that cannot be read any more stays as it was.
        """
        view, session = self._panes.source, self._session
        shown, number = view.source, view.paragraph
        if shown is None:
            return
        try:
            if self._access.is_heavy_source(shown.id):
                return
            source = self._access.library.source(shown.id)
        except BriefingError:
            return
        if (shown.record, shown.text) == (source.record, source.text):
            return
        begins = opening(shown.paragraph(number).text) if number else ""
        place = LeftOff(session.card_id, source=shown.id, paragraph=number or 1, opening=begins)
        counts = self._access.counts(source.id, session.card)
        view.renew_source(source, counts, find_paragraph(source, place))
        session.recount()

    # What to watch

    def folders(self) -> Collection[Path]:
        """Return the folders of the library that are read."""
        root = self._access.root
        # Of thousands of sources most lie in one folder.
        of_sources = {file.rpartition("/")[0] for file in self._source_files()}
        return {root / "content", root / "content" / "meetings", *map(root.joinpath, of_sources)}

    def files(self) -> Collection[Path]:
        """Return the files that what lies open comes from, and the folder of the cards."""
        root, card = self._access.root, self._session.card
        meetings = root / "content" / "meetings"
        found = {meetings, meetings / f"{self._session.card_id}.yaml"}
        found |= {root / "content" / f"{name}.yaml" for name in ("sources", "speakers", "topics")}
        cited = {e.source for item in card.items for e in item.evidence} if card else set()
        return found | {root / file for file in self._source_files(cited)}

    def _source_files(self, only: Collection[str] | None = None) -> Iterator[str]:
        try:
            records = self._access.library.sources
        except BriefingError:
            return
        for source_id, record in records.items():
            if record.file and (only is None or source_id in only):
                yield record.file
