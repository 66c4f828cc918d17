"""The reader's search: opening its screen, and walking through what it found."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from briefing.tui.content.status import StatusPart
from briefing.tui.lineview.blocks import Run
from briefing.tui.session.library_access import Shelf

if TYPE_CHECKING:
    from briefing.search.results import Hit
    from briefing.tui.screens.search import Chosen, SearchScreen
    from briefing.user.notebook import Notebook


class Opens(Protocol):
    """What hits are opened in; the reader's screen is one."""

    def open_card(self, card_id: str) -> None:
        """Show a card from its top."""
        ...

    def open_item(
        self, card_id: str, item_id: str, words: Iterable[str] = (), *, sought: Iterable[str] = ()
    ) -> None:
        """Show an item with the passage it rests on that holds what is sought."""
        ...

    def open_paragraph(self, source_id: str, paragraph: int, words: Iterable[str] = ()) -> None:
        """Show a paragraph of a source."""
        ...

    def light_hits(self, words: Iterable[str]) -> None:
        """Light words wherever they stand."""
        ...

    def catch_up(self) -> None:
        """Look for what was added to the library, changed or removed."""
        ...


class Searching:
    """What was searched for last, and which of its hits is open.

    Args:
        reader: Opens the hits.
        shelf: What is searched.
    """

    def __init__(self, reader: Opens, shelf: Shelf) -> None:
        self._reader = reader
        self._shelf = shelf
        self._notebook: Notebook | None = None
        self._screen: SearchScreen | None = None
        self._query = ""
        self._hits: Sequence[Hit] = ()
        self._index = 0
        self._walking = False

    def screen(self, query: str = "") -> "SearchScreen":
        """Make the search screen.

        Args:
            query: What to search for; the last query where it is empty.
        """
        from briefing.tui.screens.search import SearchScreen
        from briefing.user.notebook import Notebook

        if self._notebook is None:
            self._notebook = Notebook.open()
        shelf = self._shelf
        self._reader.catch_up()
        self._screen = SearchScreen(
            shelf.indexing,
            shelf.library,
            self._notebook,
            query or self._query,
            self._reader.catch_up,
        )
        return self._screen

    def refresh(self) -> None:
        """Search again if the search is open, for there may be more to find by now."""
        screen = self._screen
        if screen is not None and screen.is_current and screen.is_attached and screen.is_mounted:
            screen.refresh_search()

    def close(self) -> None:
        """Let go of the notebook's file."""
        if self._notebook is not None:
            self._notebook.close()
            self._notebook = None

    @property
    def found(self) -> bool:
        """Whether there are hits to walk through."""
        return bool(self._hits)

    def status(self) -> list[StatusPart]:
        """Say which hit is open: `hit 4/14`; nothing after the hits were put out."""
        if not self._walking:
            return []
        return [StatusPart(Run(f"hit {self._index + 1}/{len(self._hits)}", "hit"), 1)]

    def take(self, screen: "SearchScreen", chosen: "Chosen | None") -> None:
        """Open what was chosen on a search screen, if anything was.

        Args:
            screen: The screen, which is closed; another one may be open by now.
            chosen: What was chosen.
        """
        if self._screen is screen:
            self._screen = None
        if chosen is not None:
            self._query, self._hits = chosen.query, chosen.hits
            self._open(chosen.index)
        elif screen.typed.strip():
            self._query = screen.typed

    def step(self, direction: int) -> None:
        """Open the next or previous hit, after the last one the first again."""
        if self._hits:
            self._open((self._index + direction) % len(self._hits))

    def put_out(self) -> None:
        """Stop lighting hits; `step` goes on from here."""
        self._walking = False
        self._reader.light_hits(())

    def _open(self, index: int) -> None:
        from briefing.tui.content.pages.lighting import words_at

        self._index, self._walking = index, True
        entry = self._hits[index].entry
        words = dict.fromkeys(
            word for hit in self._hits for word in words_at(hit.entry.text, hit.spans)
        )
        if entry.item:
            sought = words_at(entry.text, self._hits[index].spans)
            self._reader.open_item(entry.card, entry.item, words, sought=sought)
        elif entry.paragraph is not None:
            self._reader.open_paragraph(entry.source, entry.paragraph, words)
        else:
            self._reader.open_card(entry.card)
            self._reader.light_hits(words)
