"""A small library and a place for its catalogue."""

from pathlib import Path

import pytest

from briefing.catalogue.db import file_stamps
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.processes import CARDS


@pytest.fixture
def made(tmp_path: Path) -> MadeLibrary:
    """Write a library of three cards with a source each."""
    return MadeLibrary(tmp_path / "library")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where its catalogue is to lie."""
    return tmp_path / "cache" / "library"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every stamp prove that its file has not changed, as if it had been written long ago."""
    monkeypatch.setattr(file_stamps, "SETTLED_NS", -1)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> MadeLibrary:
    """Write a library of many cards; tests leave it as it is."""
    return MadeLibrary(tmp_path_factory.mktemp("large") / "library", CARDS)
