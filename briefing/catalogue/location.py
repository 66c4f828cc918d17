"""Where the catalogue of a library lies: in the user's cache folder, never in the library."""

import os
from hashlib import blake2b
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder all catalogues lie in: `$BRIEFING_CACHE`, else the user's cache folder."""
    chosen = os.environ.get("BRIEFING_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path  # costs more than all else here, and is seldom needed

    return user_cache_path("briefing", appauthor=False)


def catalogue_folder(root: Path) -> Path:
    """Return the folder for the catalogue of one library, which need not exist.

    Args:
        root: The library's folder; two paths to one folder have one catalogue.
    """
    real = os.fsencode(os.path.realpath(root))
    return (
        cache_folder()
        / f"{Path(os.fsdecode(real)).name}-{blake2b(real, digest_size=8).hexdigest()}"
    )
