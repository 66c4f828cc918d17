"""The way into the program: to the reader at once where nothing else is asked for.

The parser of the command line takes as long to load as half of the toolkit that draws the reader,
and there is next to nothing for it to read in the words that most often start the program.
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
_COMPLETION: Final = "_BRIEFING_COMPLETE"
"""The variable by which a shell asks the parser for completions."""


class Asked(NamedTuple):
    """The reader, and nothing else, was asked for."""

    library: Path | None
    """The folder that was named as the library; None if none was."""


def reader_asked_for(words: Sequence[str], environ: Mapping[str, str]) -> Asked | None:
    """Tell whether a command line is `briefing` or `briefing --library DIR`, and nothing else.

    Args:
        words: The words behind the program's name.
        environ: The environment.

    Returns:
        What is asked for; None where the parser has to look at it.
    """
    if _COMPLETION in environ:
        return None
    match words:
        case []:
            return Asked(None)
        case [option, folder] if option == _LIBRARY and folder and not folder.startswith("-"):
            return Asked(Path(folder))
    return None


def load() -> Callable[[], object]:
    """Load what the command line asks for, and return what does it."""
    asked = reader_asked_for(sys.argv[1:], os.environ)
    if asked is not None:
        return partial(_read, asked)
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


def _read(asked: Asked) -> int:
    """Open the reader; every mistake ends in one clear line and an exit code."""
    from briefing.cli.streams.standard_output import NO_SCREEN, screen_at_hand, speak_utf8

    speak_utf8()
    try:
        from briefing.library.locations import find_library

        root = find_library(asked.library)
        if screen_at_hand():
            from briefing.tui.launch import open_reader

            return open_reader(root)
        from briefing.cli.failures import WRONG
        from briefing.cli.printing import complain

        complain(NO_SCREEN)
        return WRONG
    except Exception as error:
        from briefing.cli.failures import report_failure

        return report_failure(error)
