"""Sentences of real texts in the languages that have lists, from Debian and PyPI packages."""

import html
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks import packages

LANGUAGES = ("en", "fr", "de", "es", "ru", "ar", "ja")
_HANDBOOK = {
    "en": "en-US",
    "fr": "fr-FR",
    "de": "de-DE",
    "es": "es-ES",
    "ru": "ru-RU",
    "ar": "ar-MA",
    "ja": "ja-JP",
}
_FORTUNES = {"de": "fortunes-de", "es": "fortunes-es", "ru": "fortunes-ru"}
_PARAGRAPH = re.compile(
    r'(?:<p\b[^>]*>|<dd\b[^>]*>|<div class="para">)(.*?)(?=</p>|</dd>|</div>|<div)', re.DOTALL
)
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_END = re.compile(r"(?<=[.!?。！？؟])\s*(?=\S)")
_ENGLISH = re.compile(r"\b(?:the|and|is|with|you|of)\b")
_LETTERS = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "ar": re.compile("[\u0620-\u064a]"),
    "ja": re.compile("[\u3041-\u30ff\u4e00-\u9fff]"),
}
_SHORTEST, _LONGEST = 50, 240


def sentences(language: str, folder: Path | None = None) -> list[str]:
    """Return different sentences of a language, in a fixed order.

    Args:
        language: A primary language subtag.
        folder: Where `LANGUAGE.txt` files with a sentence a line are; None takes the packages.

    Raises:
        benchmarks.packages.TextsMissingError: A package cannot be had.
    """
    if folder is not None:
        path = folder / f"{language}.txt"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    else:
        lines = [line for text in _texts(language) for line in _cut(text)]
    shortest = _SHORTEST // 3 if language == "ja" else _SHORTEST
    fit = {
        line.strip()
        for line in lines
        if shortest <= len(line.strip()) <= _LONGEST and _is_in(language, line)
    }
    return sorted(fit, key=lambda line: (zlib.crc32(line.encode()), line))


def _is_in(language: str, line: str) -> bool:
    """Whether a line is not one of those that a translation left in English."""
    if language == "en":
        return True
    if language in _LETTERS:
        return 2 * len(_LETTERS[language].findall(line)) > sum(map(str.isalpha, line))
    return not _ENGLISH.search(line)


def _texts(language: str) -> Iterator[str]:
    if language == "en":
        for path in packages.speeches():
            yield path.read_text(encoding="utf-8", errors="replace")
    book = packages.folder("debian-handbook") / "usr/share/doc/debian-handbook/html"
    for path in sorted((book / _HANDBOOK[language]).glob("*.html")):
        for match in _PARAGRAPH.finditer(path.read_text(encoding="utf-8", errors="replace")):
            yield html.unescape(_TAG.sub("", match[1]))
    if language in _FORTUNES:
        games = packages.folder(_FORTUNES[language]) / "usr/share/games/fortunes"
        for path in sorted(games.rglob("*")):
            if path.is_file() and path.suffix not in (".dat", ".u8"):
                yield from path.read_text(encoding="utf-8", errors="replace").split("\n%\n")


def _cut(text: str) -> Iterator[str]:
    flat = _SPACE.sub(" ", text).strip()
    for sentence in _END.split(flat):
        if sentence.endswith(tuple(".!?。！？؟")) and "\ufffd" not in sentence:
            yield sentence
