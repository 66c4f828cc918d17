"""A plugin for pytest: what a function of the program remembers is forgotten before each test.

Without it only the first test that asks for something would be seen to run the lines that work it
out, and the others, one of which may be the test of those lines, would not.
"""

import sys
from functools import lru_cache

_Cached = type(lru_cache(int))


def pytest_runtest_setup() -> None:
    """Empty the caches of all functions of the program."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != "briefing":
            continue
        for owner in (module, *(each for each in vars(module).values() if isinstance(each, type))):
            for value in list(vars(owner).values()):
                if isinstance(value, _Cached):
                    value.cache_clear()
