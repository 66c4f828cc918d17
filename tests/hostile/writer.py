"""A process that saves searches in a notebook, and says of each that it is saved once it is.

`python -m tests.hostile.writer NOTEBOOK NAME COUNT`.
"""

import os
import sys
import time
from pathlib import Path

from briefing.user.notebook import Notebook

PAUSE = 0.002
"""Seconds in which others may write, for SQLite lets nobody in by turns."""


def main(path: Path, name: str, count: int) -> None:
    """Save as many searches as were asked for."""
    notebook = Notebook.open(path)
    for number in range(count):
        query = f"{name} {number}"
        if not notebook.save_search(query, True) or notebook.trouble:
            raise SystemExit(notebook.trouble)
        os.write(1, f"{query}\n".encode())
        time.sleep(PAUSE)
    notebook.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
