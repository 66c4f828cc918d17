"""A fault of the program's own: one line for the user, and a report for whoever fixes it.

A report is meant to be sent to someone. So it names places in the code and versions, and neither
what a library or a query says nor where on the disk they are, unless the user asks for it.
"""

import os
import platform
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final

from briefing import __version__
from briefing.cli.printing import complain
from briefing.cli.streams.standard_output import forget_output
from briefing.text.cleaning import clean_block
from briefing.user.settings import state_folder

CRASHED = 70
"""The exit code of a fault of the program's own (EX_SOFTWARE of sysexits.h)."""
REPORT_VARIABLE: Final = "BRIEFING_REPORT"
"""With the value `full`, reports hold messages and local values too, and so a library's text."""
KEPT: Final = 5
"""How many reports are kept."""

_PARTS: Final = ("textual", "rich", "click", "numpy", "rapidfuzz", "pyyaml")
_TERMINAL: Final = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL")


def crashed(error: BaseException) -> int:
    """Write a report and say in one line where it is.

    Args:
        error: What nobody caught.

    Returns:
        The exit code.
    """
    forget_output()
    what = f"crashed by a fault of its own ({type(error.__cause__ or error).__name__})"
    try:
        file = write_report(error)
    except OSError as trouble:
        complain(f"{what}; no report could be written ({trouble})")
    else:
        complain(f"{what}; the report is {file} ('briefing report' prints it)")
    return CRASHED


def reports() -> Sequence[Path]:
    """Return the reports there are, the newest first."""
    try:
        return sorted(state_folder().glob("crash-*.txt"), reverse=True)
    except OSError:
        return ()


def write_report(error: BaseException) -> Path:
    """Write a report, and delete old ones.

    Args:
        error: What nobody caught.

    Returns:
        The file, which only the user may read.

    Raises:
        OSError: It cannot be written.
    """
    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = datetime.now(UTC)
    file = folder / f"crash-{now:%Y%m%dT%H%M%S.%fZ}-{os.getpid()}.txt"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as stream:
        stream.writelines(f"{line}\n" for line in report_lines(error, now))
    for old in reports()[KEPT:]:
        with suppress(OSError):
            old.unlink()
    return file


def report_lines(error: BaseException, now: datetime) -> Iterator[str]:
    """Yield the lines of a report.

    Args:
        error: What nobody caught.
        now: When that was.
    """
    yield f"briefing {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC"
    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield ", ".join(map(_version, _PARTS))
    yield "; ".join(f"{name}={os.environ.get(name, '')}" for name in _TERMINAL)
    if os.environ.get(REPORT_VARIABLE) == "full":
        yield ""
        for part in traceback.TracebackException.from_exception(
            error, capture_locals=True
        ).format():
            yield from map(clean_block, part.rstrip("\n").split("\n"))
        return
    for each in _chain(error):
        yield ""
        yield f"{type(each).__module__}.{type(each).__qualname__}"
        yield from _frames(each)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and, one after the other, what led to it."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        hidden = following.__suppress_context__ or following.__cause__ is not None
        following = following.__cause__ if hidden else following.__context__


def _frames(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_in_package(frame.filename)}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"      {frame.line}"


def _in_package(file: str) -> str:
    """Return the path of a module without where on this disk it was installed."""
    parts = Path(file).parts
    for root in ("briefing", "site-packages"):
        if root in parts[:-1]:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last + (root == "site-packages") :])
    return Path(file).name


def _version(part: str) -> str:
    try:
        return f"{part} {metadata.version(part)}"
    except metadata.PackageNotFoundError:
        return f"no {part}"
