"""What a document says of itself, brought into the forms that `sources.yaml` takes."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from briefing.importing.document import Facts, canonical
from briefing.language.dates.finding import find_dates
from briefing.model.core import PartialDate

_LONGEST: Final = 300
_ISO: Final = re.compile(r"\s*([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9-])|[0-9]{4}(?=\s*$))")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_URL: Final = re.compile(r"https?://[^\s/]\S*")
_NO_DAY: Final = date(2000, 1, 1)
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "sitename", "outlet", "publication"),
    "byline": ("byline", "author", "authors", "by"),
    "published": ("published", "date", "pubdate", "created"),
    "retrieved": ("retrieved", "accessed", "saved"),
    "language": ("language", "lang"),
    "url": ("url", "link", "source_url", "canonical", "source"),
    "kind": ("kind", "type"),
    "rights": ("rights", "copyright", "license"),
}
"""The names that front matter gives to facts."""


def facts_of(values: Mapping[str, object]) -> Facts:
    """Return the facts that a document's own keys and values state.

    Args:
        values: Keys in lower case, as front matter or a reader of a format has them.
    """
    found = {
        fact: next((one_line(values[name]) for name in names if values.get(name)), "")
        for fact, names in _KEYS.items()
    }
    found["published"] = day_of(found["published"])
    found["retrieved"] = day_of(found["retrieved"])
    found["language"] = language_of(found["language"])
    found["url"] = url_of(found["url"])
    return Facts(**found)


def one_line(value: object) -> str:
    """Return a value as one line of text; a list becomes its entries, parted by commas."""
    if isinstance(value, (list, tuple)):
        # Lists in lists are left out: anchors can make them endless.
        return one_line(", ".join(each for each in value[:20] if isinstance(each, str)))
    text = " ".join(canonical(value[: 4 * _LONGEST]).split()) if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def day_of(text: str) -> str:
    """Return the day, month or year that a text names without leaving a choice; else nothing."""
    if match := _ISO.match(text):
        try:
            return str(PartialDate.parse(match[1]))
        except ValueError:
            return ""
    found = [each for each in find_dates(text[:200], _NO_DAY) if not each.relative]
    if len(found) != 1 or found[0].floating or found[0].alternatives:
        return ""
    return found[0].due if _ISO.fullmatch(found[0].due) else ""


def language_of(text: str) -> str:
    """Return a language tag, or nothing where a text is none; `EN_us` is read as `en-US`."""
    tag = text.strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag) or tag.lower() in ("und", "zxx"):
        return ""
    first, *others = tag.split("-")
    return "-".join((first.lower(), *(o.upper() if len(o) == 2 else o for o in others)))


def url_of(text: str) -> str:
    """Return a web address, or nothing where a text is none."""
    address = text.strip()
    return address if _URL.fullmatch(address) and address.isprintable() else ""
