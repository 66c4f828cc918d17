"""Paragraphs of a page's story that the extraction of the story lost, put back where they stand.

A lost paragraph is one of the story if it stands among paragraphs of the story and where these
stand: in the page's own main part, in the same elements, before one and after another of them, and
in nothing that the page itself calls an aside, a form or an advertisement.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from briefing.importing.document import DocumentBlock
from briefing.importing.formats.extras import needed
from briefing.importing.formats.markup import blocks_of_html

_MAIN: Final = "//main|//article|//*[@role='main']"
_LONG: Final = 80
"""Letters from which on a paragraph is put back: what is shorter is often none of the story."""
_TELLING: Final = 40
"""Letters from which on a paragraph is surely known again in the story."""
_FEWEST_ALIKE: Final = 2
"""Paragraphs of the story that stand in the same elements as a lost one."""
_MOST_LINKED: Final = 0.5
"""The share of its letters in links below which a paragraph is none of references."""
_WORDS_OF_HEADING: Final = 3
"""Words of an id from which on it may be made of the heading, as manuals do."""
_ASIDE: Final = frozenset(
    ("aside", "nav", "footer", "header", "form", "figure", "table", "details", "dialog", "button")
)
_CALLED: Final = re.compile(
    r"(?<![a-z])(?:ads?|ad-?slot|advert\w*|banner|outbrain|taboola|criteo|promo\w*|sponsor\w*|related|recommend\w*|read-?more|more-?on|teaser\w*"
    r"|sidebar\w*|widget\w*|newsletter\w*|sign-?up|subscri\w*|paywall\w*|shar(?:e|ing)|social|follow"
    r"|comments?|cookies?|consent|foot(?:er|notes?)|nav\w*|menu|breadcrumbs?|captions?|credits?|authors?|bio"
    r"|byline|copyright|legal|disclaimer|pop-?up|modal|hidden|hide|invisible|sr-only|print-only"
    r"|screen-reader\w*|no-?print|transcript-toggle|tooltip)(?![a-z])",
    re.IGNORECASE,
)
"""What a page calls what is not of its story, in classes and names of elements."""


class _Standing(NamedTuple):
    """A paragraph of the page's main part."""

    element: Any
    letters: str
    path: tuple[str, ...]
    """The elements it is in, from the main part inwards."""
    place: int
    """Where its letters end in those of the story; -1 if it has them not."""


def with_lost(
    blocks: Sequence[DocumentBlock], page: str
) -> tuple[Sequence[DocumentBlock], Sequence[DocumentBlock]]:
    """Return the blocks of a story with what it lost, and what that is.

    Args:
        blocks: What the extraction made of the page.
        page: The page, as HTML.
    """
    texts = [letters_of(block.text) for block in blocks]
    standing = _standing(page, "".join(texts))
    ends = list(accumulate(map(len, texts)))
    found: dict[int, list[DocumentBlock]] = {}
    for after, paragraph in _lost(standing):
        place = bisect_right(ends, after - 1)
        html = needed("lxml.html", "a web page")
        found.setdefault(place, []).extend(
            blocks_of_html(html.tostring(paragraph.element, encoding="unicode", with_tail=False))
        )
    whole: list[DocumentBlock] = []
    for place, block in enumerate(blocks):
        whole += [block, *found.get(place, ())]
    return whole, [block for place in sorted(found) for block in found[place]]


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, by which paragraphs are compared."""
    return re.sub(r"[\W_]+", "", text)


def _standing(page: str, story: str) -> list[_Standing]:
    """Return the paragraphs of the main part of a page: of several, of what has most of a story."""
    html = needed("lxml.html", "a web page")
    parser = html.HTMLParser(encoding="utf-8")
    data = page.replace("\0", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except needed("lxml.etree", "a web page").LxmlError:
        return []
    parts = [list(_paragraphs(main, story)) for main in root.xpath(_MAIN)]
    return max(parts, key=lambda part: sum(each.place >= 0 for each in part), default=[])


def _paragraphs(main: Any, story: str) -> Iterator[_Standing]:
    at = 0
    for element in main.iter("p"):
        letters = letters_of(element.text_content())
        place = -1
        if len(letters) >= _TELLING:
            start = story.find(letters, at)
            start = start if start >= 0 else story.find(letters)
            place = start + len(letters) if start >= 0 else -1
            at = max(at, place)
        yield _Standing(element, letters, _path(element, main), place)


def _path(element: Any, main: Any) -> tuple[str, ...]:
    found: list[str] = []
    while element is not None and element is not main:
        found.append(str(element.tag))
        element = element.getparent()
    return tuple(reversed(found))


def _lost(standing: Sequence[_Standing]) -> Iterator[tuple[int, _Standing]]:
    """Yield each lost paragraph with where the one of the story before it ends."""
    alike = Counter(each.path for each in standing if each.place >= 0)
    last = max((n for n, each in enumerate(standing) if each.place >= 0), default=0)
    after = -1
    for each in standing[:last]:
        if each.place >= 0:
            after = each.place
        elif after >= 0 and alike[each.path] >= _FEWEST_ALIKE and _may_be_story(each):
            yield after, each


def _may_be_story(paragraph: _Standing) -> bool:
    long = len(paragraph.letters) >= _LONG
    return long and not _is_aside(paragraph.element) and _linked(paragraph) < _MOST_LINKED


def _is_aside(element: Any) -> bool:
    """Return whether a page itself says that something is no part of its story, or hides it."""
    while element is not None and element.tag not in ("body", "html"):
        names = f"{element.get('class', '')} {_own_name(element)} {element.get('role', '')}"
        style = element.get("style", "").replace(" ", "").lower()
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if element.tag in _ASIDE or hidden or _CALLED.search(names) or "display:none" in style:
            return True
        element = element.getparent()
    return False


def _own_name(element: Any) -> str:
    """Return the id of an element, unless it is the words of its heading, whatever they mean."""
    name: str = element.get("id", "")
    if len(re.findall(r"[^\W_]+", name)) < _WORDS_OF_HEADING:
        return name
    heading = next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
    text = heading.text_content() if heading is not None else ""
    return "" if letters_of(name).casefold() in letters_of(text).casefold() else name


def _linked(paragraph: _Standing) -> float:
    linked = sum(len(letters_of(link.text_content())) for link in paragraph.element.iter("a"))
    return linked / max(1, len(paragraph.letters))
