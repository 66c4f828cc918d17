"""The search: type, see what was found, open it beside its source."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from briefing.library.library import Library
from briefing.search.completion import Completion, complete
from briefing.search.results import Hit, Results
from briefing.tui.content.hits import (
    NAMES,
    HitsPage,
    hits_page,
    near_page,
    near_queries,
    summary,
)
from briefing.tui.content.query import note_line, offers_line, searches_page
from briefing.tui.keys.search import SEARCH_KEYS
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.closing import ClosingScreen
from briefing.tui.screens.unfiltering import Unfiltering
from briefing.tui.session.latest import Latest
from briefing.tui.session.library.catalogue_sync import CatalogueSync
from briefing.tui.session.search_session import Chosen
from briefing.tui.widgets.inputs.query_input import QueryInput
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.preview import Preview
from briefing.user.notebook import Notebook

AT_ONCE = 200_000
"""Up to this many entries a search fits in a frame, and waiting for a thread would cost more."""
SAID_STYLES = {"tag": "$commitment", "caution": "$caution"}


class SearchScreen(ClosingScreen[Chosen | None]):
    """Searches the library as the query is typed; gives the hit to open, or None.

    Args:
        catalogue_sync: Gives the search engine.
        library: Names what was found and shows the paragraph beside it.
        notebook: Remembers recent and saved searches.
        query: What to start with.
        catch_up: Has the search made, where there is none or it is damaged.
    """

    CSS_PATH = "search.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    BINDING_GROUP_TITLE = "Search"
    BINDINGS: ClassVar[list[BindingType]] = SEARCH_KEYS
    AUTO_FOCUS = None

    query_input = query_one("#query", QueryInput)
    said = query_one("#said", Static)
    found = query_one("#found", LineView)
    preview = query_one("#preview", Preview)

    def __init__(
        self,
        catalogue_sync: CatalogueSync,
        library: Library,
        notebook: Notebook,
        query: str = "",
        catch_up: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._catalogue_sync = catalogue_sync
        self._library = library
        self._notebook = notebook
        self._query = query
        self._catch_up = catch_up
        self._page = HitsPage((), (), ())
        self._stored: Sequence[str] = ()
        self._answered = ""
        self._results = Results("")
        self._offers = Completion(0, 0)
        self._chosen = False
        self._to_open: str | None = None
        self._unfiltering = Unfiltering()
        self.at_once = AT_ONCE
        """Up to how many entries it is searched on the event loop."""
        self._latest = Latest(catalogue_sync.answer, self._show)

    def compose(self) -> ComposeResult:
        """Lay out the query over what was found and the paragraph it is in."""
        with Vertical(id="search"):
            yield QueryInput(self._query, id="query")
            yield Static(id="said")
            with Horizontal(id="answer"):
                yield LineView(id="found")
                yield Preview(self._library, self._catalogue_sync.evidence_spans, id="preview")
        yield KeyBar()

    def on_mount(self) -> None:
        """Answer the query the screen was opened with."""
        self.found.can_focus = self.preview.can_focus = False
        self.query_input.select_all()
        self.refresh_search()
        # Watched and not told by message, so that a key and its answer are painted as one.
        self.watch(self.query_input, "value", self._search, init=False)
        self.watch(self.query_input, "selection", self._offer, init=False)
        # Through the queue, behind the keys that were typed before there was anything to focus.
        self.call_later(self.query_input.focus)

    def on_key(self, event: events.Key) -> None:
        """Take what was typed before the query had the focus; it never passes a letter on."""
        if event.is_printable and event.character:
            self.query_input.take(event.character)
            event.stop()
        elif event.key == "enter" and self.focused is None:
            self.action_open()

    def refresh_search(self) -> None:
        """Search again, for more of the library may be catalogued by now."""
        self._search(self.query_input.value)

    @property
    def is_shown(self) -> bool:
        """Whether it is what the user sees."""
        return self.is_current and self.is_attached and self.is_mounted

    @property
    def typed(self) -> str:
        """The query as it is in the line, or was in it before the screen was closed."""
        return self._query

    @property
    def answered(self) -> str:
        """The query that is answered on the screen; empty while earlier searches are listed."""
        return self._answered

    @property
    def page(self) -> HitsPage:
        """The hits as laid out."""
        return self._page

    @property
    def results(self) -> Results:
        """The answer on the screen."""
        return self._results

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        number = self._page.hit_at(self.found.cursor)
        return None if number is None else self._page.hits[number]

    # Searching

    def _search(self, query: str) -> None:
        self._query = query
        engine = self._catalogue_sync.engine()
        if not query.strip():
            self._latest.overtake()
            self._show_searches()
        elif engine is None or len(engine) <= self.at_once:
            self._show(query, self._catalogue_sync.answer(query))
        else:
            self._search_in_thread(query)

    @work
    async def _search_in_thread(self, query: str) -> None:
        await self._latest.put(query)

    def _show(self, query: str, results: Results | None) -> None:
        """Show an answer; the cursor stays on a hit that was gone to, if it is still there."""
        if results is None:
            self._tell(Content.styled("the search is being prepared …", "$text-quiet"))
            self._catch_up()
            return
        before = self.hit if self._chosen else None
        self._page = hits_page(results, self._library)
        self._results, self._answered = results, query
        self._stored = () if results.hits else near_queries(results)
        self._tell_hidden(bool(results.hidden))
        kept = _same(before, self._page.hits)
        self._chosen = kept is not None
        place = self._page.places[kept] if kept is not None else None
        shown = self._page.blocks if results.hits else near_page(results, self._stored)
        self.found.show_blocks(shown, place)
        self._offer()
        self._show_preview()
        to_open, self._to_open = self._to_open, None
        if to_open == query:
            self.action_open()
        elif to_open is not None:
            self.query_input.release()

    def _say(self) -> None:
        """Say what was found, and below it what is wrong with the query or could complete it."""
        results = self._results
        said = summary(results, self._catalogue_sync.progress, self._unfilter_key())
        lines = [said.content(SAID_STYLES)]
        if notes := [note for note in results.notes if not note.early]:
            lines.append(note_line(notes[0], self.query_input.value))
        elif self._offers.options:
            lines.append(offers_line(self._offers))
        self._tell(Content("\n").join(lines))

    def _tell_hidden(self, hiding: bool) -> None:
        """Offer the key that leaves the filters out where they hide something."""
        if hiding != self._unfiltering.hiding:
            self._unfiltering.hiding = hiding
            self.refresh_bindings()

    def _unfilter_key(self) -> str:
        """Return the key that leaves the filters out, as a reader knows it."""
        if not self._unfiltering.hiding:
            return ""
        for active in self.active_bindings.values():
            if active.binding.id == "search.unfilter":
                return self.app.get_key_display(active.binding)
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to leave the filters out only where there is something to show or to hide again.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        if action == "unfilter":
            return self._unfiltering.offered
        return super().check_action(action, parameters)

    def action_unfilter(self) -> None:
        """Leave the filters out of the query, or put them back where nothing was typed since."""
        query = self._unfiltering.turn(self.query_input.value)
        if query is not None:
            self._take(query)
        self.refresh_bindings()

    def _tell(self, lines: Content) -> None:
        # It has two lines whatever it says, so that nothing else moves.
        self.said.update(lines, layout=False)

    def _show_searches(self) -> None:
        stored = self._notebook.searches()
        self._page, self._results, self._answered = HitsPage((), (), ()), Results(""), ""
        self._tell_hidden(hiding=False)
        self._stored = tuple(query for query, _ in stored)
        self.found.show_blocks(searches_page(stored))
        self._tell(Content.styled(self._notebook.trouble, "$caution"))
        self.preview.show(None)

    # Completing

    def _offer(self) -> None:
        """Offer what could be at the cursor, under what was found."""
        engine = self._catalogue_sync.engine()
        if engine is not None and self._answered:
            query = self.query_input
            self._offers = complete(query.value, query.cursor_position, engine)
            self._say()

    def action_complete(self) -> None:
        """Put the first word offered into the query."""
        if self._offers.options:
            text, offer = self.query_input.value, self._offers
            self.query_input.value = text[: offer.start] + offer.options[0] + text[offer.end :]
            self.query_input.cursor_position = offer.start + len(offer.options[0])

    # Choosing

    @on(LineView.CursorMoved, "#found")
    def _show_preview(self) -> None:
        self.preview.show(self.hit)

    @on(LineView.Activated, "#found")
    def action_open(self) -> None:
        """Open the hit under the cursor, or take the search under it.

        Before what was typed last is answered, the hit is not there yet; it is opened when it is.
        """
        typed = self.query_input.value
        if typed.strip() != self._answered.strip():
            self._to_open = typed
            self._search(typed)
            if self._catalogue_sync.engine() is None:
                self.query_input.release()
            return
        self._open_or_take()
        self.query_input.release()

    def _open_or_take(self) -> None:
        if self._stored and self.found.cursor is not None:
            self._take(self._stored_under_cursor())
            return
        hit = self.hit
        if hit is None:
            return
        self._notebook.note_search(self._answered)
        if hit.entry.kind in NAMES:
            self._take(_listing(hit))
            return
        hits = tuple(h for h in self._page.hits if h.entry.kind not in NAMES)
        self.dismiss(Chosen(self._answered, hits, hits.index(hit)))

    def _stored_under_cursor(self) -> str:
        stops = [n for n, block in enumerate(self.found.blocks) if block.stop]
        return self._stored[stops.index(self.found.cursor or 0)]

    def _take(self, query: str) -> None:
        self.query_input.value = query
        self.query_input.cursor_position = len(query)

    # Keys

    def action_step(self, direction: int) -> None:
        """Go to the next or previous hit."""
        self._chosen = True
        self.found.action_step(direction)

    def action_page(self, direction: int) -> None:
        """Go a screen of hits down or up."""
        self._chosen = True
        self.found.action_pages(direction)

    def action_keep(self) -> None:
        """Put the query among the saved ones, or take it out."""
        listed = self._stored and self.found.cursor is not None
        query = self._answered or (self._stored_under_cursor() if listed else "")
        if not query:
            return
        saved = not self._notebook.is_saved(query)
        if not self._notebook.save_search(query, saved):
            self.notify(self._notebook.trouble, severity="error")
        elif self._answered:
            self.notify("Saved this search." if saved else "Dropped it from the saved searches.")
        else:
            self._show_searches()

    def action_leave(self) -> None:
        """Go back without opening anything."""
        self.dismiss(None)
        self.query_input.release()


def _same(hit: Hit | None, hits: Sequence[Hit]) -> int | None:
    """Return the index of a hit in a later answer."""
    entry = hit.entry if hit is not None else None
    return next((index for index, other in enumerate(hits) if other.entry == entry), None)


def _listing(hit: Hit) -> str:
    """Return the query that lists what a topic or a speaker has."""
    entry = hit.entry
    return f"topic:{entry.topics[0]}" if entry.kind == "topic" else f"speaker:{entry.speaker}"
