"""Where the catalogue of a library is: in the user's cache folder, never in the library."""

import os
import re
import sys
from pathlib import Path
from zlib import crc32

_LONGEST_NAME = 40


def cache_folder() -> Path:
    """Return the folder all catalogues are in: `$BRIEFING_CACHE`, else the user's cache folder.

    Raises:
        RuntimeError: The user has no home folder to be found.
    """
    chosen = os.environ.get("BRIEFING_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    if "linux" in sys.platform:
        # What the XDG Base Directory Specification says, without half a Python start for it.
        named = os.environ.get("XDG_CACHE_HOME", "").strip()
        return Path(named or "~/.cache").expanduser() / "briefing"
    from platformdirs import user_cache_path

    return user_cache_path("briefing", appauthor=False)


def catalogue_folder(root: Path) -> Path:
    """Return the folder for the catalogue of one library, which need not exist.

    Args:
        root: The library's folder; two paths to one folder have one catalogue.

    Raises:
        RuntimeError: The user has no home folder to be found.
    """
    real = os.fsencode(os.path.realpath(root))
    # A readable name is for the person who looks into the cache; the checksums tell them apart.
    name = re.sub(r"[^A-Za-z0-9_.-]+", "_", os.path.basename(os.fsdecode(real)))[:_LONGEST_NAME]  # noqa: PTH119  # of bytes that need not be text
    # Two libraries with one checksum would only build their catalogues in turns.
    return cache_folder() / f"{name}-{crc32(real):08x}{crc32(real[::-1]):08x}"
