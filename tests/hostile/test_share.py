"""A share of the hostile trials that is the same each time; `make hostile` goes on from there."""

import signal
import sys
from pathlib import Path
from random import Random

import pytest

from tests.hostile import offline
from tests.hostile.sessions import environment
from tests.hostile.trials import TRIALS

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("name", TRIALS)
def test_a_trial_finds_nothing(name: str, tmp_path: Path) -> None:
    outcome = TRIALS[name](Random(f"{name} share"), tmp_path)

    assert outcome.found == []


@pytest.mark.parametrize("name", offline.ATTEMPTS)
def test_whoever_reaches_out_is_found(name: str, tmp_path: Path) -> None:
    """What proves that nothing opens a connection would see one."""
    free = environment(tmp_path, tmp_path)
    denied = offline.denying(free, tmp_path)

    assert offline.attempt(name, denied) != 0
    assert bool(offline.attempts(denied)) == (name != "past Python")
    if name == "past Python":
        assert offline.attempt(name, free) == 0
        if sys.platform == "linux":
            assert offline.attempt(name, denied) == -signal.SIGSYS
