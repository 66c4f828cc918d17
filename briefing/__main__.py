"""`briefing`, also as `python -m briefing`: whatever happens, no way out shows a traceback."""

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:  # nothing is imported before ctrl+c is silent that need not be
    from typing import NoReturn

_WRONG = 2
_INTERRUPTED = 130
_SHORT = b"briefing: memory is short (close other programs, or raise its limit)\n"
_LEAST_MEMORY = 32
"""MiB of address space; measured: 27. With a little less Python may try for ever to get more."""
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
    _check_memory()
    try:
        from briefing.cli import entry

        command = entry.load()
    except _UNLOADABLE as error:
        _give_up(error)
    try:
        if is_heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        entry.run(command)
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    except _UNLOADABLE as error:
        _give_up(error)  # not even what would tell of an error can be loaded
    finally:
        if is_heeded:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


def _check_memory() -> None:
    try:
        import resource
    except ImportError:  # there are no such limits here, or not even this fits into them
        return
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if 0 <= limit < _LEAST_MEMORY * 2**20:
        line = (
            f"briefing: {_LEAST_MEMORY} MiB of memory are needed, and the limit is {limit // 2**20}"
        )
        os.write(2, f"{line} ('ulimit -v' raises it)\n".encode())
        raise SystemExit(_WRONG)


def _give_up(error: Exception) -> "NoReturn":
    error.__traceback__ = None  # what it holds may be all the memory there is
    if isinstance(error, MemoryError | SystemError):
        os.write(2, _SHORT)
    else:
        os.write(2, f"briefing: the program cannot be loaded: {error}\n".encode())
    raise SystemExit(_WRONG) from None


if __name__ == "__main__":
    run()
