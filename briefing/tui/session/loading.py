"""What takes long to read is read in a thread, while everything else goes on."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, NamedTuple

from textual.message import Message

from briefing.tui.session.latest import Latest


class Wish(NamedTuple):
    """What to show once it is read: a card, or else a source."""

    card_id: str = ""
    item_id: str | None = None
    """The item to put the cursor on; None for the top."""
    piece: int | None = None
    """Which piece of the item's evidence to show, from 0; None for the main one."""
    sought: tuple[str, ...] = ()
    """Words someone is looking for, which decide which piece that is."""
    source_id: str = ""
    paragraph: int | None = None
    """The paragraph to put the cursor on, from 1; None for what the open item rests on."""
    again: bool = False
    """Whether it is the open card, to be looked at again."""


@dataclass
class DocumentProgress(Message):
    """A large document is being read."""

    file: str
    """Its path inside the library, as it may be shown."""
    share: float
    """What part of it was read, from 0 to 1."""

    @property
    def words(self) -> str:
        """What to say of it."""
        if self.share >= 1:
            return f"finding words in {self.file}…"
        return f"reading {self.file}… {self.share * 100:.0f} %"


class Loading:
    """Fulfils the latest wish, never two at once.

    Args:
        start: Runs a coroutine beside everything else.
        read: Reads what a wish needs; runs in a thread.
        fulfil: Shows it; runs on the event loop, unless another wish came meanwhile.
    """

    def __init__(
        self,
        start: Callable[[Coroutine[Any, Any, None]], object],
        read: Callable[[Wish], None],
        fulfil: Callable[[Wish], None],
    ) -> None:
        self._start, self._fulfil = start, fulfil
        self._latest: Latest[Wish, None] = Latest(read, self._deliver, patient=False)
        self.wish: Wish | None = None
        """What is waited for."""

    @property
    def busy(self) -> bool:
        """Whether something is being read, or about to be."""
        return self.wish is not None or self._latest.busy

    def put(self, wish: Wish) -> None:
        """Wish for something, in place of what was wished for before."""
        self.wish = wish
        self._start(self._latest.put(wish))

    def forget(self) -> None:
        """Wish for nothing any more; what is being read goes on being read."""
        if self.wish is not None:
            self.wish = None
            self._latest.overtake()

    def _deliver(self, wish: Wish, _: None) -> None:
        self.wish = None
        self._fulfil(wish)
