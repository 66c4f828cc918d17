"""The library of the tests of pages."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from tests.tui import libraries


@pytest.fixture
def rough(tmp_path: Path) -> Library:
    return libraries.rough(tmp_path)
