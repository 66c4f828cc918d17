"""What the reader remembers from one run to the next."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.screen import Screen

from briefing.user.last_place import StateFolder

if TYPE_CHECKING:
    from briefing.library.locations import KnownLibrary
    from briefing.user.last_place import LeftOff


@runtime_checkable
class Left(Protocol):
    """A screen with a place on it that one may come back to."""

    def place_left(self) -> "LeftOff | None":
        """Return where the reader is; None where no card is open."""
        ...


class Memory:
    """Keeps the place in one library, and the theme.

    Args:
        root: The library's folder.
        fresh: Whether to begin as if it had never been read; the place is kept on leaving even so.
        state: Where all of it is; by default the user's.
        before: Folders of the libraries that were open before it in this run, the last one first.
    """

    def __init__(
        self,
        root: Path,
        *,
        fresh: bool = False,
        state: StateFolder | None = None,
        before: Iterable[Path] = (),
    ) -> None:
        self._root = root
        self._before = tuple(before)
        self._state = state or StateFolder()
        self.left = None if fresh else self._state.place(root)
        """Where the reader left off; None where that is not known."""

    def keep_place(self, screens: Iterable[Screen[Any]], *, crashed: bool) -> None:
        """Keep the place that is shown.

        A fault of the program may be in showing the very place that was come back to. That place is
        forgotten, so that the next start is another one.

        Args:
            screens: All that are open.
            crashed: Whether a fault of the program ends it.
        """
        try:
            places = (each.place_left() for each in screens if isinstance(each, Left))
            place = next(places, None)
        except Exception:
            if not crashed:
                raise
            place = None
        if crashed and (place is None or _same(place, self.left)):
            self._state.forget_place(self._root)
        elif place is not None:
            self._state.keep_place(self._root, place)

    def libraries(self) -> "Sequence[KnownLibrary]":
        """Return the other libraries that are known and still there."""
        from briefing.library.locations import known_libraries

        return known_libraries(self._root, (*self._before, *self._state.libraries()))

    def theme(self, color_system: str | None) -> str:
        """Return the theme that was chosen on such a terminal; empty if none was.

        Args:
            color_system: What the terminal shows: `truecolor`, `256`, `standard`, or None.
        """
        return self._state.theme(few_colours=_few(color_system))

    def keep_theme(self, name: str, color_system: str | None) -> None:
        """Keep the choice of a theme."""
        self._state.keep_theme(name, few_colours=_few(color_system))


def _few(color_system: str | None) -> bool:
    return color_system not in ("truecolor", "256")


def _same(place: "LeftOff", left: "LeftOff | None") -> bool:
    return left is not None and (place.card, place.item) == (left.card, left.item)
