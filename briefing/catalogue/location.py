"""Where the catalogue of a library lies: in the user's cache folder, never in the library."""

import os
import re
from hashlib import blake2b
from pathlib import Path

_LONGEST_NAME = 40


def cache_folder() -> Path:
    """Return the folder all catalogues lie in: `$BRIEFING_CACHE`, else the user's cache folder.

    Raises:
        RuntimeError: The user has no home folder to be found.
    """
    chosen = os.environ.get("BRIEFING_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path  # costs more than all else here, and is seldom needed

    return user_cache_path("briefing", appauthor=False)


def catalogue_folder(root: Path) -> Path:
    """Return the folder for the catalogue of one library, which need not exist.

    Args:
        root: The library's folder; two paths to one folder have one catalogue.

    Raises:
        RuntimeError: The user has no home folder to be found.
    """
    real = os.fsencode(os.path.realpath(root))
    # A readable name is for the person who looks into the cache; the digest tells them apart.
    name = re.sub(r"[^A-Za-z0-9_.-]+", "_", os.path.basename(os.fsdecode(real)))[:_LONGEST_NAME]  # noqa: PTH119  # of bytes that need not be text
    return cache_folder() / f"{name}-{blake2b(real, digest_size=8).hexdigest()}"
