"""A process that brings a catalogue up to date, and may be killed at a given moment of it.

`python -m tests.catalogue.builder LIBRARY FOLDER [MOMENT]`: moments are counted by what happens
and not by the clock: each SQL statement, each file that is opened, renamed or removed in the
folder, and each report of progress. At the given one the process kills itself, as `kill -9` would.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db import database, schema
from briefing.catalogue.sync.sync import sync_with_recovery


class Moments:
    """Counts what happens, and ends it all."""

    def __init__(self, folder: Path, fatal: int) -> None:
        self.folder = os.fspath(folder)
        self.fatal = fatal
        self.count = 0

    def __call__(self, *_: object) -> None:
        self.count += 1
        if self.count == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count what is done to files of the catalogue."""
        if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir") and any(
            isinstance(path, str | Path) and os.fspath(path).startswith(self.folder)
            for path in arguments
        ):
            self()


def main(root: Path, folder: Path, fatal: int = 0) -> None:
    """Build, and print how many moments it took."""
    moments = Moments(folder, fatal)

    def traced(
        path: Path | None, *, known: bool = False, busy_ms: int = schema.BUSY_MS
    ) -> sqlite3.Connection:
        connection = schema.connect(path, known=known, busy_ms=busy_ms)
        connection.set_trace_callback(moments)
        return connection

    setattr(database, "connect", traced)  # noqa: B010  # it is imported there, not defined
    sys.addaudithook(moments.audit)
    held, result = sync_with_recovery(Catalogue.open(root, folder), progress=moments)
    assert held.folder == folder, "it was not kept in memory"
    assert result.complete
    held.close()
    print(moments.count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
