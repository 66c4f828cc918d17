"""`briefing`, also as `python -m briefing`: whatever happens, no way out shows a traceback."""

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:  # nothing is imported before ctrl+c is silent that need not be
    from typing import NoReturn

_WRONG = 2
_INTERRUPTED = 130
_SHORT = b"briefing: memory is short (close other programs, or raise its limit)\n"
_UNLOADABLE = (ImportError, MemoryError, OSError, SystemError)


def run() -> None:
    """Run the command line and leave the program with its exit code.

    While the program is loaded, and while it ends, ctrl+c ends the process at once and silently, as
    it ends any other: an exception would come up amid an import. Between the two it is an
    exception. Where whoever started the program has ctrl+c ignored, it stays ignored.
    """
    is_heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from briefing.cli.main import main
    except _UNLOADABLE as error:
        _give_up(error)
    try:
        if is_heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    except _UNLOADABLE as error:
        _give_up(error)  # not even what would tell of an error can be loaded
    finally:
        if is_heeded:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


def _give_up(error: Exception) -> "NoReturn":
    error.__traceback__ = None  # what it holds may be all the memory there is
    if isinstance(error, MemoryError | SystemError):
        os.write(2, _SHORT)
    else:
        os.write(2, f"briefing: the program cannot be loaded: {error}\n".encode())
    raise SystemExit(_WRONG) from None


if __name__ == "__main__":
    run()
