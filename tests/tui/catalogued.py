"""The bundled library with its catalogue, which is built once for all tests of a process."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.location import catalogue_folder
from briefing.catalogue.sync.sync import sync
from briefing.library.locations import bundled_library


@cache
def _kept() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="briefing-catalogue-")


def catalogued_library() -> Path:
    """Return the bundled library, whose catalogue is in the cache of the test from then on."""
    root = bundled_library()
    kept, folder = Path(_kept().name) / "catalogue", catalogue_folder(root)
    if kept.is_dir():
        shutil.copytree(kept, folder, dirs_exist_ok=True)
    else:
        catalogue = Catalogue.open(root)
        sync(catalogue)
        catalogue.close()
        shutil.copytree(folder, kept)
    return root
