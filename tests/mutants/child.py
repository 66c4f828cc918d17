"""Runs tests over a module that was changed: `python -m tests.mutants.child MODULE TESTS…`.

The changed text comes from standard input; no file of the project is written.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import resource
import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

PATIENCE = 240
"""Seconds of processor time: several times what all tests of a room take."""


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


def main(module: str, tests: Sequence[str]) -> int:
    """Run the tests and return pytest's exit status; what goes on for ever is ended."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    sys.meta_path.insert(0, Changed(module, sys.stdin.read()))
    options = ["-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    return pytest.main([*options, *tests])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
