"""The way into the program: to the reader or a search at once where nothing else is asked for.

The parser of the command line takes as long to load as half of the toolkit that draws the reader,
or as all that a search needs, and there is next to nothing for it to read in the words that most
often start the program.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

_GARBAGE: Final = 10_000
"""New objects after which garbage is collected."""
_LIBRARY: Final = "--library"
_SEARCH: Final = "search"
_COMPLETION: Final = "_BRIEFING_COMPLETE"
"""The variable by which a shell asks the parser for completions."""


class Asked(NamedTuple):
    """The reader or a search, and nothing else, was asked for."""

    library: str | None = None
    """The folder that was named as the library; None if none was."""
    words: tuple[str, ...] = ()
    """What to search for; nothing where the reader was asked for."""


def asked_for(words: Sequence[str], environ: Mapping[str, str]) -> Asked | None:
    """Tell whether a command line asks for the reader or a search, and for nothing else.

    It does as `briefing` and `briefing search WORD...`, both with or without `--library DIR` first.

    Args:
        words: The words behind the program's name.
        environ: The environment.

    Returns:
        What is asked for; None where the parser has to look at it.
    """
    if _COMPLETION in environ:
        return None
    library, rest = None, tuple(words)
    match rest:
        case [option, folder, *further] if option == _LIBRARY and folder:
            library, rest = folder, tuple(further)
    if any(word.startswith("-") for word in (library or "", *rest)):
        return None
    match rest:
        case ():
            return Asked(library)
        case (command, *query) if command == _SEARCH and any(map(str.isalnum, "".join(query))):
            return Asked(library, tuple(query))
    return None


def load() -> Callable[[], object]:
    """Load what the command line asks for, and return what does it."""
    asked = asked_for(sys.argv[1:], os.environ)
    if asked is not None:
        return partial(_answer, asked)
    from briefing.cli.main import briefing

    return partial(briefing, prog_name="briefing")


def run(command: Callable[[], object]) -> NoReturn:
    """Do what the command line asks for and leave the program with its exit code.

    Args:
        command: Does it, and returns the exit code or leaves with it.
    """
    # Nearly all that a command makes stays to its end: it is not worth being searched for garbage
    # again and again, nor again on leaving.
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    try:
        raise SystemExit(command())
    except MemoryError:
        raise  # not even one line could be said of it here
    except Exception as error:
        from briefing.cli.crash import crashed  # not needed by a program without faults

        raise SystemExit(crashed(error)) from None
    finally:
        gc.freeze()


def main() -> NoReturn:
    """Run the command line and leave the program with its exit code."""
    run(load())


def _answer(asked: Asked) -> int:
    """Do what was asked for; every mistake ends in one clear line and an exit code."""
    from briefing.cli.streams.standard_output import speak_utf8

    speak_utf8()
    try:
        return _search(asked) if asked.words else _read(asked)
    except Exception as error:
        from briefing.cli.failures import report_failure

        return report_failure(error)


def _search(asked: Asked) -> int:
    from briefing.cli.searching import DEFAULT_LIMIT, print_hits, query_of
    from briefing.cli.session import Session

    session = Session()
    session.library = asked.library
    return print_hits(session, query_of(asked.words), DEFAULT_LIMIT)


def _read(asked: Asked) -> int:
    from briefing.cli.streams.standard_output import NO_SCREEN, screen_at_hand
    from briefing.library.locations import find_library

    root = find_library(None if asked.library is None else Path(asked.library))
    if screen_at_hand():
        from briefing.tui.launch import open_reader

        return open_reader(root)
    from briefing.cli.failures import WRONG
    from briefing.cli.printing import complain

    complain(NO_SCREEN)
    return WRONG
