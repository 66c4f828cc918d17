"""A plugin for pytest that leaves nothing from a test to the next, so that each runs all it needs.

A module that is loaded in the first test that needs it, or something that a function remembers,
would hide from the others, one of which may be the test of those lines, that they need them too.
"""

import pkgutil
import sys
from functools import lru_cache
from importlib import import_module

import briefing.check
import briefing.evidence

_Cached = type(lru_cache(int))


def pytest_sessionstart() -> None:
    """Load all modules that are changed, so that none is loaded in a test."""
    for room in (briefing.check, briefing.evidence):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            import_module(module.name)


def pytest_runtest_setup() -> None:
    """Empty the caches of all functions of the program."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != "briefing":
            continue
        for owner in (module, *(each for each in vars(module).values() if isinstance(each, type))):
            for value in list(vars(owner).values()):
                if isinstance(value, _Cached):
                    value.cache_clear()
