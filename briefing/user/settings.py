"""The user's config file: which library to open, the theme, and keys."""

import errno
import os
import re
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from briefing.errors import BriefingError, Place, Problem
from briefing.text.cleaning import clean
from briefing.text.suggest import did_you_mean

CONFIG_VARIABLE: Final = "BRIEFING_CONFIG"
"""Environment variable that names another config file."""
STATE_VARIABLE: Final = "BRIEFING_STATE"
"""Environment variable that names another state folder."""

_MAX_BYTES: Final = 2**20
_KEYS: Final = ("library", "theme", "keys")


class SettingsError(BriefingError):
    """The config file has mistakes; `problems` says every one."""


class Settings(NamedTuple):
    """What the config file says; empty values where it says nothing."""

    library: Path | None = None
    """The library to open when no other is named; an absolute path."""
    theme: str = ""
    """Name of a theme."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the id of what they do, such as `{"view.next": "j,down"}`."""
    file: Path | None = None
    """The config file, if there is one."""


def config_file() -> Path:
    """Return where the config file is: `$BRIEFING_CONFIG`, or in the user's config folder."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return at_home(Path(named))
    if "linux" in sys.platform:
        return _xdg_folder("XDG_CONFIG_HOME", "~/.config") / "config.toml"
    import platformdirs

    return Path(platformdirs.user_config_dir("briefing", appauthor=False)) / "config.toml"


def state_folder() -> Path:
    """Return where the program keeps what it knows of its last runs.

    It is `$BRIEFING_STATE`, or the user's folder for such things.
    """
    if named := os.environ.get(STATE_VARIABLE):
        return at_home(Path(named))
    if "linux" in sys.platform:
        return _xdg_folder("XDG_STATE_HOME", "~/.local/state")
    import platformdirs

    return Path(platformdirs.user_state_dir("briefing", appauthor=False))


def _xdg_folder(variable: str, otherwise: str) -> Path:
    """Do what the XDG Base Directory Specification says, without half a Python start for it."""
    chosen = Path(os.environ.get(variable, "").strip())
    return (chosen if chosen.is_absolute() else at_home(Path(otherwise))) / "briefing"


def at_home(path: Path) -> Path:
    """Return a path with a leading `~` or `~user` read as a home, or as it is if there is none."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def load_settings(file: Path | None = None) -> Settings:
    """Read the config file; one that is not there says nothing.

    Args:
        file: The file; where `config_file` looks when left out.

    Raises:
        SettingsError: The file cannot be read or has mistakes.
    """
    file = file or config_file()
    shown = clean(str(file))
    try:
        text = _read(file).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except UnicodeDecodeError as error:
        raise _error([Problem("error", "bad-settings", Place(shown), "not UTF-8 text")]) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = Problem("error", "bad-settings", Place(shown), f"cannot be read: {reason}")
        raise _error([problem]) from error
    reader = _Reader(text, shown)
    values = reader.read()
    if reader.problems:
        raise _error(reader.problems)
    library = values.get("library")
    return Settings(
        library=(file.absolute().parent / at_home(Path(library))) if library else None,
        theme=values.get("theme", ""),
        keys=MappingProxyType(values.get("keys", {})),
        file=file,
    )


def _read(file: Path) -> bytes:
    """Return the bytes of the file; opening a pipe or a device might never end.

    Raises:
        OSError: It cannot be read, or is none of these.
    """
    status = file.stat()
    if str(file) == os.devnull:
        return b""
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EINVAL, "it is no plain file")
    if status.st_size > _MAX_BYTES:
        raise OSError(errno.EFBIG, f"it is larger than {_MAX_BYTES // 2**20} MiB")
    return file.read_bytes()


class _Reader:
    """Reads one text and collects its mistakes."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._lines = text.split("\n")
        self._text = text
        self._file = file

    def read(self) -> dict[str, Any]:
        """Return the values that are known and right."""
        import tomllib  # most users have no config file

        try:
            values = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            self._syntax(str(error))
            return {}
        except RecursionError:
            self._error(Place(self._file), "nested too deeply", "is a bracket left open?")
            return {}
        for name, value in values.items():
            if name not in _KEYS:
                hint = did_you_mean(name, _KEYS, f"known keys: {', '.join(_KEYS)}")
                self._error(self._place(name), f"unknown key '{name}'", hint)
            elif name != "keys":
                self._require_text(name, value, self._place(name))
            elif not isinstance(value, dict):
                self._error(self._place(name), "expected a table of keys", "write [keys]")
            else:
                for each, key in value.items():
                    self._read_key(each, key, self._place(each, after="[keys]"))
        return values

    def _read_key(self, name: str, value: object, place: Place) -> None:
        """Check a key; TOML takes an id for nested tables where its quote marks were left out."""
        whole = name
        while isinstance(value, dict) and value:
            part, value = next(iter(value.items()))
            whole = f"{whole}.{part}"
        if whole == name:
            self._require_text(name, value, place)
        else:
            self._error(place, f"'{whole}' is not in quotes", f'write "{whole}" = "…"')

    def _require_text(self, name: str, value: object, place: Place) -> None:
        if not isinstance(value, str) or not value.strip():
            self._error(place, f"expected text for '{name}'", f'write {name} = "…"')

    def _syntax(self, message: str) -> None:
        found = re.search(r" \(at line (\d+), column (\d+)\)$", message)
        line, column = (int(found[1]), int(found[2])) if found else self._end()
        what = message.partition(" (at ")[0]
        self._error(Place(self._file, line, column), f"not readable as TOML: {what.lower()}")

    def _end(self) -> tuple[int, int]:
        lines = self._text.rstrip("\n").split("\n")
        return len(lines), len(lines[-1]) + 1

    def _place(self, name: str, after: str = "") -> Place:
        """Return where a key is, as far as a look at the lines can tell."""
        quoted = re.escape(name)
        key = re.compile(rf"""\s*\[?\s*(["']?){quoted}\1\s*[\]=.]""")
        tables = (n for n, line in enumerate(self._lines) if after and line.strip() == after)
        start = next(tables, 0)
        for number, line in enumerate(self._lines[start:], start=start + 1):
            if found := key.match(line):
                indent = len(found[0]) - len(found[0].lstrip(" \t["))
                return Place(self._file, number, indent + 1)
        return Place(self._file)

    def _error(self, place: Place, message: str, hint: str = "") -> None:
        self.problems.append(Problem("error", "bad-settings", place, clean(message), clean(hint)))


def _error(problems: list[Problem]) -> SettingsError:
    first, *others = problems
    more = f", and {len(others)} more" if others else ""
    return SettingsError(
        first.message + more, hint=first.hint, place=first.place, problems=problems
    )
