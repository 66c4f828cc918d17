"""Real documents in several formats: manuals in four languages, each made of one source by others.

The web pages say by their markup what a paragraph is, which is what every format is held against.
"""

import gzip
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import lxml.html  # type: ignore[import-untyped]  # its stubs are a package of their own

from benchmarks.packages import folder

_FEWEST = 40
"""Letters and digits from which on a paragraph counts: shorter ones stand in several places."""


class Manual(NamedTuple):
    """A manual of Debian."""

    name: str
    language: str
    package: str
    pages: str
    """Pattern of its chapters as web pages, inside the unpacked package."""
    others: Sequence[str]
    """Its other formats."""


MANUALS = (
    Manual(
        "Debian Policy",
        "en",
        "debian-policy",
        "usr/share/doc/debian-policy/policy.html/*.html",
        tuple(
            f"usr/share/doc/debian-policy/policy.{each}" for each in ("pdf.gz", "epub", "txt.gz")
        ),
    ),
    *(
        Manual(
            "Developer’s Reference",
            language,
            f"developers-reference{f'-{language}' if part else ''}",
            f"usr/share/developers-reference/{part}*.html",
            tuple(
                f"usr/share/developers-reference/{part}developers-reference.{each}"
                for each in ("pdf", "epub", "txt.gz")
            ),
        )
        for language, part in (("en", ""), ("de", "de/"), ("fr", "fr/"), ("ja", "ja/"))
    ),
)


class Truth(NamedTuple):
    """What a document's pages hold."""

    paragraphs: frozenset[str]
    """Its longer paragraphs, each as letters and digits alone."""
    text: str
    """All of its body, as letters and digits alone."""


def letters(text: str) -> str:
    """Return letters and digits alone: marks, dashes, hyphens and blanks are typography."""
    import unicodedata

    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def pages(manual: Manual) -> list[Path]:
    """Return a manual's chapters as web pages, fetching the package where needed."""
    found = sorted(folder(manual.package).glob(manual.pages))
    others = ("search.html", "genindex.html", "developers-reference.html")
    return [page for page in found if page.name not in others]


def truth_of(chapters: Sequence[Path]) -> Truth:
    """Read the paragraphs of some pages by their markup."""
    paragraphs: set[str] = set()
    text = ""
    for page in chapters:
        tree = lxml.html.fromstring(page.read_bytes())
        for body in tree.xpath("//div[@role='main' or @class='body']"):
            for link in body.xpath(".//a[contains(@class, 'headerlink')]"):
                link.drop_tree()
            text += letters(body.text_content())
            for paragraph in body.xpath(".//p[not(ancestor::table)]"):
                words = letters(paragraph.text_content())
                if len(words) >= _FEWEST:
                    paragraphs.add(words)
            break
    return Truth(frozenset(paragraphs), text)


def originals(manual: Manual) -> Iterator[tuple[str, str, bytes]]:
    """Yield the name, the format and the bytes of a manual's other formats."""
    root = folder(manual.package)
    for path in manual.others:
        data = (root / path).read_bytes()
        name = Path(path).name
        if name.endswith(".gz"):
            data, name = gzip.decompress(data), name.removesuffix(".gz")
        yield name, name.rpartition(".")[2].upper(), data
