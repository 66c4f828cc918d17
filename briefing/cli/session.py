"""What the user asked for on the whole: which library, which form of output."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefing.errors import MOST_PROBLEMS, LibraryError

if TYPE_CHECKING:
    from briefing.library.library import Library

OutputForm = Literal["json", "plain", "page"]
"""How output looks: for programs, for pipes and screen readers, for a terminal."""


class Session:
    """The shared options, wherever on the command line they were.

    Args:
        at_terminal: Whether a user reads the output and can answer; found out when not given.

    Attributes:
        library: The folder that was named as the library; None if none was.
        json: Whether JSON was asked for.
        plain: Whether plain lines were asked for.
        fresh: Whether the reader is to open at the newest meeting, wherever it was left.
    """

    def __init__(self, *, at_terminal: bool | None = None) -> None:
        self._at_terminal = at_terminal
        self.library: str | None = None
        self.json = False
        self.plain = False
        self.fresh = False

    def open_library(self, most: int = MOST_PROBLEMS, root: Path | None = None) -> "Library":
        """Open the library that was named, or else the one that is found.

        Args:
            most: How many problems of each file to say.
            root: Its folder, where that was looked for already.

        Raises:
            LibraryError: There is no library.
        """
        from briefing.cli.streams.progress_bar import ReadingBar  # not needed for help either
        from briefing.library.library import Library  # not needed for help

        library = Library.open(root or self.library_root(), most)
        library.documents.reading = ReadingBar(sys.stderr)
        return library

    def library_root(self) -> Path:
        """Return the folder of the library that was named, or else of the one that is found.

        Raises:
            LibraryError: There is no library.
        """
        from briefing.library.locations import find_library  # not needed for help

        if self.library == "":
            raise LibraryError("the folder of the library has no name", hint="is a variable empty?")
        return find_library(Path(self.library) if self.library is not None else None)

    def can_ask(self) -> bool:
        """Return whether a user can be asked: both ends of the program are terminals."""
        if self._at_terminal is not None:
            return self._at_terminal
        ends = sys.stdin, sys.stdout
        return all(end is not None and end.isatty() for end in ends)

    def root_to_write(self, purpose: str) -> Path:
        """Return the folder of the library to write to: never the bundled one that nobody named.

        What is written there is gone with the next version of the program, and would be missed.

        Args:
            purpose: What is to be done, as in "there is no library of yours to fix".

        Raises:
            LibraryError: There is no library, or only the bundled one.
        """
        from briefing.library.locations import bundled_library  # not needed for help

        root = self.library_root()
        is_named = self.library is not None or root.resolve() == Path.cwd().resolve()
        if not is_named and root.resolve() == bundled_library().resolve():
            message = f"there is no library of yours to {purpose}"
            hint = "name one with --library DIR, or make one with 'briefing new --library DIR'"
            raise LibraryError(message, hint=hint)
        return root

    @property
    def form(self) -> OutputForm:
        """How output is to look."""
        if self.json:
            return "json"
        is_capable = on_capable_terminal() if self._at_terminal is None else self._at_terminal
        return "page" if not self.plain and is_capable else "plain"


def on_capable_terminal() -> bool:
    """Return whether standard output is a terminal that shows colours and wants them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()
