"""Runs tests over a module that was changed: `python -m tests.mutants.child MODULE TESTS…`.

The changed text comes from standard input; no file of the project is written.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import signal
import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

PATIENCE = 30
"""Seconds of processor time for a test: several times what the slowest takes."""


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives one module another text than its file has."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Say that the module is loaded from here."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_loader(fullname, self)

    def get_source(self, fullname: str) -> str:
        """Return the other text."""
        return self.source


class Patience:
    """A plugin that ends the process where a test, or loading it, goes on for ever."""

    def __init__(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)

    def pytest_runtest_setup(self) -> None:
        """Give the next test as long."""
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)


def main(module: str, tests: Sequence[str]) -> int:
    """Run the tests and return pytest's exit status; what goes on for ever is ended."""
    sys.meta_path.insert(0, Changed(module, sys.stdin.read()))
    options = ["-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    return pytest.main([*options, *tests], plugins=[Patience()])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
