"""Which library to open: the one named, the current folder, the configured one, the bundled one.

And which others there are to choose from.
"""

import os
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from briefing.errors import BriefingError, LibraryError
from briefing.text.cleaning import clean

MEETINGS: Final = "content/meetings"
"""The folder of the cards, which makes a folder a library."""

_HINT: Final = f"a library is a folder with '{MEETINGS}/' in it"


def is_library(path: Path) -> bool:
    """Return whether a folder is a library: it holds `content/meetings/`, which may be empty."""
    try:
        return (path / MEETINGS).is_dir()
    except (OSError, ValueError):
        return False


def require_library(path: Path, named_by: str = "") -> Path:
    """Return the path of a library.

    Args:
        path: The folder; a leading `~` stands for the user's home.
        named_by: What named it, such as `$BRIEFING_LIBRARY`, for the message.

    Raises:
        LibraryError: It is not there, no folder, no library, or one that cannot be read.
    """
    shown = f"'{clean(str(path))}'"
    by = f", named by {clean(named_by)}" if named_by else ""
    try:
        folder = path.expanduser()
        exists, is_folder = folder.exists(), folder.is_dir()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"cannot open {shown}{by}: {reason}") from error
    if is_library(folder):
        try:
            os.scandir(folder / MEETINGS).close()
        except OSError as error:
            raise _unreadable(folder / MEETINGS, error) from error
        return folder
    if not exists:
        raise LibraryError(f"there is no folder {shown}{by}", hint=_HINT)
    what = "is no library" if is_folder else "is a file, not a library"
    above = next((each for each in folder.absolute().parents if is_library(each)), None)
    hint = f"did you mean '{clean(str(above))}'?" if above else _HINT
    raise LibraryError(f"{shown} {what}{by}", hint=hint)


def card_files(root: Path) -> tuple[dict[str, str], list[str]]:
    """Return the names of the files in a library's folder of cards.

    Returns:
        The names of the cards' files by card id, in order, and those that look like misnamed cards.
    """
    seen = [name for name in sorted(_names_in(root / MEETINGS)) if not name.startswith(".")]
    cards = [name for name in seen if name.endswith(".yaml")]
    others = (name for name in seen if not name.endswith(".yaml"))
    misnamed = [name for name in others if name.lower().endswith((".yaml", ".yml"))]
    stems = [name[: -len(".yaml")] for name in cards]
    if "".join(stems).isprintable():  # as all are nearly always, and there may be ten thousand
        files = dict(zip(stems, cards, strict=True))
    else:
        files = {}
        for stem, name in zip(stems, cards, strict=True):
            files[_untaken(clean(stem), files)] = name
    return files, misnamed


def _untaken(name: str, taken: Container[str]) -> str:
    """Return a name, numbered if it is taken: what cleaning changes may look like another."""
    number = 2
    wanted = name
    while name in taken:
        name = f"{wanted} ({number})"
        number += 1
    return name


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  # names are all that is needed of ten thousand
    except OSError as error:
        raise _unreadable(folder, error) from error


def _unreadable(folder: Path, error: OSError) -> LibraryError:
    shown = clean(str(folder))
    return LibraryError(f"cannot read '{shown}': {error.strerror or error}")


def bundled_library() -> Path:
    """Return the library that comes with the program.

    It is inside the installed package; in a checkout, the project's own root is it.

    Raises:
        LibraryError: The installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "library_data", package.parent):
        if is_library(folder):
            return folder
    raise LibraryError("the bundled library is missing", hint="install briefing again")


def find_library(explicit: Path | None = None) -> Path:
    """Return the library to open.

    The first of these that is given: `explicit`, `$BRIEFING_LIBRARY`, the current folder if it is
    a library, the config file's `library`, the bundled library.

    Raises:
        LibraryError: What was named is no library.
        SettingsError: The config file was needed and has a mistake.
    """
    if explicit is not None:
        return require_library(explicit)
    if named := os.environ.get("BRIEFING_LIBRARY"):
        return require_library(Path(named), "$BRIEFING_LIBRARY")
    if is_library(Path()):
        return require_library(Path.cwd())
    from briefing.user.settings import load_settings  # the config file is asked last

    settings = load_settings()
    if settings.library is not None:
        return require_library(settings.library, str(settings.file))
    return bundled_library()


class KnownLibrary(NamedTuple):
    """A library that can be opened, and how the program knows of it."""

    root: Path
    """Its folder, an absolute path."""
    why: str
    """A few words, such as `comes with the program`."""


def known_libraries(opened: Path, before: Iterable[Path] = ()) -> list[KnownLibrary]:
    """Return the libraries that the program knows of, each once; those that are gone are left out.

    The bundled one, those that `$BRIEFING_LIBRARY` and the config file name, the current folder if
    it is a library, and those that were opened before.

    Args:
        opened: The folder of the library that is open, which is left out.
        before: Folders of libraries that were opened before, the most likely one first.
    """
    known: list[KnownLibrary] = []
    seen = set(_resolved(opened))
    for root, why in _told_of(before):
        for folder in _resolved(root):
            if folder not in seen and is_library(folder):
                seen.add(folder)
                known.append(KnownLibrary(folder, why))
    return known


def _told_of(before: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield what may be a library, and how it is known."""
    with suppress(LibraryError):
        yield bundled_library(), "comes with the program"
    if named := os.environ.get("BRIEFING_LIBRARY"):
        yield Path(named), "named by $BRIEFING_LIBRARY"
    from briefing.user.settings import load_settings  # the reader's first frame does without

    with suppress(BriefingError):
        if (library := load_settings().library) is not None:
            yield library, "named in the settings"
    yield Path(), "the current folder"
    for root in before:
        yield root, "opened before"


def _resolved(path: Path) -> Iterator[Path]:
    """Yield a path without links in it, unless that cannot be said."""
    with suppress(OSError, RuntimeError, ValueError):
        yield path.expanduser().resolve()
