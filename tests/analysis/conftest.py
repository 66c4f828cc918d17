"""The made library, catalogued once."""

from collections.abc import Iterator

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from tests.analysis.made import write_made


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Return the catalogue of twenty meetings over six years."""
    root = write_made(tmp_path_factory.mktemp("made") / "library")
    with Catalogue.in_memory(root) as catalogue:
        sync(catalogue)
        assert catalogue.problems() == ()
        yield catalogue
