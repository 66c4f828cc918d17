"""`briefing`, also as `python -m briefing`: whatever happens, no way out shows a traceback."""

import os
import signal

_WRONG = 2
_INTERRUPTED = 130


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
    except (ImportError, MemoryError, SystemError) as error:
        reason = error if isinstance(error, ImportError) else "memory is short"
        os.write(2, f"briefing: the program cannot be loaded: {reason}\n".encode())
        raise SystemExit(_WRONG) from None
    try:
        if is_heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    finally:
        if is_heeded:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    run()
