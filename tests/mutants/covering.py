"""Which tests run each line of the program, so that a change is shown to those only.

Measured by coverage.py with a context a test function
(https://coverage.readthedocs.io/en/latest/contexts.html), and with nothing remembered from one test
to the next (tests/mutants/forgetting.py).
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from coverage import CoverageData

SETTINGS = "[run]\ndynamic_context = test_function\nsource = {source}\ndata_file = {data}\n"


class Covering:
    """The tests of a room by the lines they run.

    Args:
        lines: By module file and 1-based line, the node ids of the tests that run the line.
    """

    def __init__(self, lines: Mapping[Path, Mapping[int, Sequence[str]]]) -> None:
        self._lines = lines

    def tests(self, file: Path, line: int) -> list[str]:
        """Return the tests to show a change to, those that run most of the module first.

        Args:
            file: The module that is changed.
            line: The 1-based line; one that runs only when the module is loaded, as a constant
                does, is shown to all tests that run anything of the module.
        """
        here = self._lines.get(file, {})
        weight = Counter(test for tests in here.values() for test in set(tests))
        wanted = set(here.get(line, ())) or set(weight)
        return sorted(wanted, key=lambda test: (-weight[test], test))


def measure(root: Path, tests: Sequence[str], folder: Path) -> Covering:
    """Run tests as they are and return which of them run which lines.

    Args:
        root: The checkout.
        tests: Files, folders and options for pytest.
        folder: Where to keep what was measured.

    Raises:
        ValueError: A test fails; the message holds the end of what pytest printed.
    """
    settings, data = folder / "coveragerc", folder / "data"
    settings.write_text(SETTINGS.format(source=root / "briefing", data=data), encoding="utf-8")
    options = ("-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "--hypothesis-seed=0")
    done = subprocess.run(
        [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest",
         "-p", "tests.mutants.forgetting", *options, *tests],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise ValueError(done.stdout[-2000:])
    found = CoverageData(str(data))
    found.read()
    return Covering(
        {
            Path(file): {
                line: list(_node_ids(root, contexts))
                for line, contexts in found.contexts_by_lineno(file).items()
            }
            for file in found.measured_files()
        }
    )


def _node_ids(root: Path, contexts: Iterable[str]) -> Iterable[str]:
    """Yield what pytest calls each test that a context names: `tests.room.module.function`."""
    for context in contexts:
        parts = context.split(".")
        for end in range(len(parts) - 1, 0, -1):
            file = Path(*parts[:end]).with_suffix(".py")
            if (root / file).is_file():
                yield "::".join((file.as_posix(), *parts[end:]))
                break
