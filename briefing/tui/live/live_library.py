"""The open library while its files are edited: what changes is shown, what breaks is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from briefing.errors import Place, Problem
from briefing.tui.live.rereading import Rereading
from briefing.tui.live.watching import LibraryWatch
from briefing.tui.session.latest import Latest
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.reader_session import ReaderSession
from briefing.tui.widgets.panes import Panes


@dataclass
class LibraryChanged(Message):
    """Files of the library have changed."""

    was_read: bool = False
    """Whether the library was opened anew since."""


class LiveLibrary:
    """Watches the library, reads it again in a thread, and lets its files be edited.

    Args:
        screen: Is told of changes.
        session: What lies open.
        panes: What it is shown in.
        access: Where it comes from.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: ReaderSession,
        panes: Panes,
        access: LibraryAccess,
    ) -> None:
        self._screen, self._session, self._panes, self._access = screen, session, panes, access
        self._rereading = Rereading(session, panes, access)
        session.reread = self.reread
        self._watch = LibraryWatch(
            self._rereading.folders,
            self._rereading.files,
            lambda: screen.post_message(LibraryChanged()),
        )
        self._latest: Latest[None, None] = Latest(self._read, self._tell, patient=False)

    @property
    def problems(self) -> Sequence[Problem]:
        """Why what is on disk is not shown, each with its place; nothing where it is."""
        return self._rereading.problems

    def start(self) -> None:
        """Begin to watch, unless it has begun."""
        self._watch.start()

    def stop(self) -> None:
        """Watch no more."""
        self._watch.stop()

    async def read(self) -> None:
        """Read the library again in a thread; the screen is told when that is done."""
        await self._latest.put(None)

    def _read(self, _: None) -> None:
        self._access.renew()

    def _tell(self, _: None, __: None) -> None:
        self._screen.post_message(LibraryChanged(was_read=True))

    def reread(self) -> None:
        """Show what lies open as it is by now, or say why not."""
        self._rereading.reread()
        self._session.recount()

    def edit(self) -> str:
        """Let the user edit what is under the cursor.

        Returns:
            Why it could not be done; empty where it was.
        """
        place = self._place()
        if place is None or not place.file:
            return "Nothing that could be edited is under the cursor."
        from briefing.tui.live.editing import edit  # the first frame does without

        why = edit(self._screen.app, self._access.root / place.file, place.line)
        # Where the system tells nothing, this is sooner than the next look.
        self._screen.post_message(LibraryChanged())
        return why

    def _place(self) -> Place | None:
        """Return where in which file the thing under the cursor stands."""
        session, panes = self._session, self._panes
        if panes.focused is panes.problems and panes.problems.problem is not None:
            return panes.problems.problem.place
        source, number = panes.source.source, panes.source.paragraph
        if session.in_source and source is not None:
            return Place(source.record.file, source.paragraph(number).line if number else None)
        if session.card is None:
            return panes.card.problem.place if panes.card.problem else None
        if self.problems:
            return self.problems[0].place
        item = session.item
        return (item.place if item else None) or Place(session.card.file)
