"""Where the reader left off in each library, and the theme that was chosen: kept for convenience.

A few small files in the user's state folder, one a library, each replaced as a whole: of two
readers the last to leave decides, and neither waits for the other. What cannot be read counts as
not there, and what cannot be written is not kept; neither is worth a word.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from briefing.model.card import Card, Item
from briefing.model.source import Source
from briefing.text.cleaning import clean
from briefing.user.settings import state_folder

KEPT_LIBRARIES: Final = 200
"""In how many libraries a place is kept, those that were left last."""

_WORDS: Final = 400
"""Code points of an item or a paragraph that are kept to find it again."""
_ALIKE: Final = 60.0
"""Percentage of likeness from which on an item is held to be the other, reworded."""
_NEAR: Final = 200
"""How many paragraphs before and after the old place are looked at."""
_MOST_BYTES: Final = 2**14


class LeftOff(NamedTuple):
    """A place in a library, with what it takes to find it when its card has changed."""

    card: str
    """Id of the open card."""
    item: str = ""
    """Id of the item under the cursor; empty if there was none."""
    words: str = ""
    """How the item begins."""
    position: int = 0
    """The item's place on its card, the bottom line being 0."""
    piece: int = 0
    """Which piece of the item's evidence was lit, from 0."""
    source: str = ""
    """Id of the source that was shown; empty if there was none."""
    paragraph: int = 0
    """Number of the paragraph under its cursor, from 1; 0 if there was none."""
    opening: str = ""
    """How that paragraph begins."""
    in_source: bool = False
    """Whether the reader was in the source, and not in the card."""
    follows: bool = True
    """Whether the source followed the card."""


class StateFolder:
    """What the program knows of its last run.

    Args:
        folder: The folder; by default the user's.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or state_folder()

    # The theme

    def theme(self, *, few_colours: bool) -> str:
        """Return the theme that was chosen last; empty if none was.

        Args:
            few_colours: Whether the terminal has the sixteen colours or fewer; the choice made on
                such a terminal is another one, as few themes are good on both.
        """
        return self._read(_theme_file(few_colours)).strip()

    def keep_theme(self, name: str, *, few_colours: bool) -> None:
        """Keep the choice of a theme; see `theme`."""
        self._write(_theme_file(few_colours), f"{name}\n")

    # Places

    def place(self, root: Path) -> LeftOff | None:
        """Return where a library was left; None if it was not, or that is not known any more.

        Args:
            root: The library's folder.
        """
        values = _values(self._read(_place_file(root)))
        if values.pop("library", "") != _shown(root) or not values.get("card"):
            return None
        with suppress(ValueError):
            return _place(values)
        return None

    def libraries(self) -> list[Path]:
        """Return the folders of the libraries in which a place is kept, those left last first.

        They need not be there any more.
        """
        with suppress(OSError):
            files = list((self._folder / "places").glob("[0-9a-f]*"))
            files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
            roots = (self._library(file.name) for file in files)
            return [root for root in roots if root is not None]
        return []

    def _library(self, name: str) -> Path | None:
        """Return which library a file of the folder of places is about; None if it does not say."""
        file = f"places/{name}"
        values = _values(self._read(file))
        with suppress(ValueError, OSError, RuntimeError):
            exact = os.fsdecode(bytes.fromhex(values.get("folder", "")))
            root = Path(exact or values.get("library", ""))
            return root if root.is_absolute() and _place_file(root) == file else None
        return None

    def keep_place(self, root: Path, place: LeftOff) -> None:
        """Keep a place, instead of the one that was kept for this library before."""
        values = {"library": _shown(root), **_exactly(root), **place._asdict()}
        lines = (f"{name}\t{_line(value)}\n" for name, value in values.items())
        self._write(_place_file(root), "".join(lines))
        self._forget_the_oldest()

    def forget_place(self, root: Path) -> None:
        """Keep no place for a library."""
        with suppress(OSError):
            (self._folder / _place_file(root)).unlink()

    def _forget_the_oldest(self) -> None:
        with suppress(OSError):
            files = list((self._folder / "places").iterdir())
            if len(files) > KEPT_LIBRARIES:
                files.sort(key=lambda file: file.stat().st_mtime)
                for file in files[:-KEPT_LIBRARIES]:
                    file.unlink()

    # Files

    def _read(self, name: str) -> str:
        try:
            with (self._folder / name).open("rb") as file:
                return file.read(_MOST_BYTES).decode()
        except (OSError, ValueError):
            return ""

    def _write(self, name: str, text: str) -> None:
        import tempfile  # not needed to begin

        file = self._folder / name
        with suppress(OSError, ValueError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name_meanwhile = tempfile.mkstemp(dir=file.parent, prefix=".")
            written = Path(name_meanwhile)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(text.encode())
                written.replace(file)
            except BaseException:
                written.unlink()
                raise


def opening(text: str) -> str:
    """Return as much of a text as is kept to find it again."""
    return _line(text)[:_WORDS]


def find_item(card: Card, place: LeftOff) -> Item:
    """Return the item that was left, or the one most likely to be it by now.

    By its id; where that is gone, by words that are much the same; where there are none, by its
    place on the card.

    Args:
        card: The card as it is now.
        place: What was kept.
    """
    items = list(card.items)
    if found := card.item(place.item):
        return found
    if place.words:
        from rapidfuzz import fuzz, process  # most cards have not changed

        begun = [opening(item.text) for item in items]
        near = process.extractOne(place.words, begun, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if near is not None:
            return items[near[2]]
    return items[min(place.position, len(items) - 1)]


def find_paragraph(source: Source, place: LeftOff) -> int:
    """Return the number, from 1, of the paragraph that was left, wherever it stands by now.

    Args:
        source: The source as it is now.
        place: What was kept.
    """
    last = max(1, len(source.paragraphs))
    here = min(max(place.paragraph, 1), last)
    around = range(max(1, here - _NEAR), min(len(source.paragraphs), here + _NEAR) + 1)
    for number in sorted(around, key=lambda number: abs(number - here)):
        if opening(source.paragraph(number).text) == place.opening:
            return number
    return here


def _theme_file(few_colours: bool) -> str:
    return "theme-16" if few_colours else "theme"


def _place_file(root: Path) -> str:
    return f"places/{crc32(_shown(root).encode()):08x}"


def _shown(root: Path) -> str:
    return _line(str(root.resolve()))


def _exactly(root: Path) -> dict[str, str]:
    """Return the folder's bytes in hexadecimal digits, if its name is no line as it is shown."""
    exact = str(root.resolve())
    return {} if exact == _shown(root) else {"folder": os.fsencode(exact).hex()}


def _values(text: str) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in text.split("\n") if "\t" in line)


def _line(value: object) -> str:
    return " ".join(clean(str(int(value) if isinstance(value, bool) else value)).split())


def _place(values: Mapping[str, str]) -> LeftOff:
    """Return the place that a file tells of.

    Raises:
        ValueError: What should be a number is none.
    """
    counted = ("position", "piece", "paragraph")
    number = {name: max(0, int(values.get(name, "0"))) for name in counted}
    return LeftOff(
        card=values["card"],
        item=values.get("item", ""),
        words=values.get("words", ""),
        position=number["position"],
        piece=number["piece"],
        source=values.get("source", ""),
        paragraph=number["paragraph"],
        opening=values.get("opening", ""),
        in_source=values.get("in_source") == "1",
        follows=values.get("follows") == "1",
    )
