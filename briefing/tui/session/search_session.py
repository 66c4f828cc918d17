"""The reader's search: opening its screen, and walking through what it found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from briefing.tui.content.status import StatusPart
from briefing.tui.lineview.blocks import Run
from briefing.tui.session.opens import Opens

if TYPE_CHECKING:
    from briefing.search.results import Hit
    from briefing.user.notebook import Notebook


class Searched(Opens, Protocol):
    """Where hits are opened and lit."""

    def light_hits(self, words: Iterable[str]) -> None:
        """Light words wherever they are."""
        ...

    def catch_up(self) -> None:
        """Look for what was added to the library, changed or removed."""
        ...


class SearchView(Protocol):
    """What a search is shown in."""

    @property
    def typed(self) -> str:
        """The query as it is, or was before the view was closed."""
        ...

    @property
    def is_shown(self) -> bool:
        """Whether it is what the user sees."""
        ...

    def refresh_search(self) -> None:
        """Search again, for there may be more to find by now."""
        ...


View = TypeVar("View", bound=SearchView)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A hit that was opened, and those around it."""

    query: str
    hits: "tuple[Hit, ...]"
    """Hits that can be opened, in the order shown."""
    index: int
    """Which of them was opened, from 0."""


class SearchSession(Generic[View]):
    """What was searched for last, and which of its hits is open.

    Args:
        reader: Opens the hits.
        make_view: Makes the view of a search from the notebook and the query to start with.
    """

    def __init__(self, reader: Searched, make_view: "Callable[[Notebook, str], View]") -> None:
        self._reader = reader
        self._make_view = make_view
        self._notebook: Notebook | None = None
        self._view: View | None = None
        self._query = ""
        self._hits: Sequence[Hit] = ()
        self._index = 0
        self._walking = False

    def open(self, query: str = "") -> View:
        """Make the view of a search.

        Args:
            query: What to search for; the last query where it is empty.
        """
        from briefing.user.notebook import Notebook

        if self._notebook is None:
            self._notebook = Notebook.open()
        self._reader.catch_up()
        self._view = self._make_view(self._notebook, query or self._query)
        return self._view

    def refresh(self) -> None:
        """Search again if the search is open, for there may be more to find by now."""
        if self._view is not None and self._view.is_shown:
            self._view.refresh_search()

    def close(self) -> None:
        """Close the notebook."""
        if self._notebook is not None:
            self._notebook.close()
            self._notebook = None

    @property
    def found(self) -> bool:
        """Whether there are hits to walk through."""
        return bool(self._hits)

    def status(self) -> list[StatusPart]:
        """Say which hit is open: `hit 4/14`; nothing after the search highlights were cleared."""
        if not self._walking:
            return []
        return [StatusPart(Run(f"hit {self._index + 1}/{len(self._hits)}", "hit"), 1)]

    def take(self, view: View, chosen: Chosen | None) -> None:
        """Open what was chosen in a search, if anything was.

        Args:
            view: Where it was chosen, which is closed; another one may be open by now.
            chosen: What was chosen.
        """
        if self._view is view:
            self._view = None
        if chosen is not None:
            self._query, self._hits = chosen.query, chosen.hits
            self._open(chosen.index)
        elif view.typed.strip():
            self._query = view.typed

    def step(self, direction: int) -> None:
        """Open the next or previous hit, after the last one the first again."""
        if self._hits:
            self._open((self._index + direction) % len(self._hits))

    def clear_highlights(self) -> None:
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
