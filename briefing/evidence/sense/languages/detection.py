"""Which language's lists a text is read with: its script first, then the tag of its source."""

import re
from functools import cache

_ENGLISH = frozenset(("the", "of", "and", "to", "in", "that", "is", "for", "was", "with"))
_CYRILLIC_OTHER = frozenset("іїєґўђћљњџјѓќЅѕҐІЇЄЎ")
_ARABIC_OTHER = frozenset("پچژگکیےںٹڈڑھہۆێەڵ")
_LATIN = frozenset(("en", "fr", "de", "es"))


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what finds letters of each script that is told apart."""
    ranges = (
        ("kana", "\u3041-\u3096\u30a1-\u30fa\u30fc"),
        ("han", "\u3400-\u4dbf\u4e00-\u9fff"),
        ("cyrillic", "\u0400-\u052f"),
        ("arabic", "\u0620-\u064a\u066e-\u06d3\u0750-\u077f"),
        ("latin", "A-Za-z\u00c0-\u024f"),
        ("other", "\u0370-\u03ff\u0530-\u05ff\u0900-\u1fff\uac00-\ud7a3\u1100-\u11ff"),
    )
    return tuple((name, re.compile(f"[{letters}]")) for name, letters in ranges)


def script_of(text: str) -> str:
    """Return the script that most letters of a text are in.

    Args:
        text: Any text.

    Returns:
        `latin`, `cyrillic`, `arabic`, `kana` (Japanese, with or without Han), `han` (without
        kana), `other`, or an empty string where there is no letter.
    """
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else ""
    counts = {name: len(letters.findall(text)) for name, letters in _scripts()}
    kana = counts.pop("kana")
    if kana and kana + counts["han"] >= sum(counts.values()) - counts["han"]:
        return "kana"
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def resolve(text: str, tag: str) -> str:
    """Say with which language's lists a text is read.

    Args:
        text: The words.
        tag: The BCP 47 tag of their source; `en` is also what untagged sources have.

    Returns:
        A primary subtag, or an empty string where there are no lists for the text.
    """
    subtag = tag.replace("_", "-").partition("-")[0].casefold()
    script = script_of(text)
    if not script:
        return subtag
    if script == "kana":
        return "ja"
    if script == "han":
        return "ja" if subtag == "ja" else "zh"
    if script == "cyrillic":
        other = subtag not in ("ru", "en") or not _CYRILLIC_OTHER.isdisjoint(text)
        return "" if other else "ru"
    if script == "arabic":
        other = subtag not in ("ar", "en") or not _ARABIC_OTHER.isdisjoint(text)
        return "" if other else "ar"
    if script == "latin":
        return _latin(text, subtag)
    return ""


def _latin(text: str, subtag: str) -> str:
    if subtag in _LATIN:
        return subtag
    if subtag in ("ru", "ar", "ja", "zh", "ko"):
        words = text.casefold().split()
        return "en" if 5 * sum(word in _ENGLISH for word in words) >= len(words) else ""
    return ""
