"""What the user asked for on the whole: which library, which form of output."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from briefing.errors import MOST_PROBLEMS, LibraryError

if TYPE_CHECKING:
    from briefing.library.library import Library

OutputForm = Literal["json", "plain", "page"]
"""How output looks: for programs, for pipes and screen readers, for a terminal."""

Format = Literal["text", "json", "sarif", "github"]
"""What `--format` may ask for."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Session:
    """The shared options, wherever on the command line they were.

    Attributes:
        library: The folder that was named as the library; None if none was.
        json: Whether JSON was asked for.
        plain: Whether plain lines were asked for.
        fresh: Whether the reader is to open at the newest meeting, wherever it was left.
    """

    def __init__(self) -> None:
        self.library: str | None = None
        self.json = False
        self.plain = False
        self.fresh = False

    def open_library(self, most: int = MOST_PROBLEMS) -> "Library":
        """Open the library that was named, or else the one that is found.

        Args:
            most: How many problems of each file to say.

        Raises:
            LibraryError: There is no library.
        """
        from briefing.cli.progress_bar import ReadingBar  # not needed for help either
        from briefing.library.library import Library  # not needed for help

        library = Library.open(self.library_root(), most)
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

    @property
    def form(self) -> OutputForm:
        """How output is to look."""
        if self.json:
            return "json"
        return "page" if not self.plain and on_capable_terminal() else "plain"


def on_capable_terminal() -> bool:
    """Return whether standard output is a terminal that shows colours and wants them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    session = ctx.find_root().ensure_object(Session)
    if value not in (None, False) and param.name:
        setattr(session, param.name, value)


def shared_options(command: Command) -> Command:
    """Give a command the options that may be before or after its name."""
    options = (
        click.option(
            "--library",
            metavar="DIR",
            expose_value=False,
            callback=_remember,
            help="Read this library instead of the one that is found.",
        ),
        click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Print JSON, as documented in docs/cli.md.",
        ),
        click.option(
            "--plain",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Print one item a line, without colour or pager.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def fresh_option(command: Command) -> Command:
    """Give a command that opens the reader the option not to come back to where it was left."""
    return click.option(
        "--fresh",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Open the reader at the newest meeting, not where you left it.",
    )(command)


def format_option(command: Command) -> Command:
    """Give a command the option that chooses a form of output, for people or for programs."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", "sarif", "github"]),
        default="text",
        show_default=True,
        help="Print for people, or for programs: JSON, SARIF 2.1.0, annotations of GitHub.",
    )(command)


def refuse_two_forms(session: Session, form: Format) -> None:
    """Refuse to print annotations and JSON at once.

    Raises:
        click.UsageError: Both were asked for.
    """
    if session.json and form in ("sarif", "github"):
        raise click.UsageError("--json and --format ask for two forms; give one of them")


pass_session = click.make_pass_decorator(Session, ensure=True)
"""Hand a command the session as its first argument."""
