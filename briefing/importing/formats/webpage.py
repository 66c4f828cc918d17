"""A saved web page: its story and what it states of itself. Nothing is ever fetched."""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from briefing.importing import limits
from briefing.importing.document import (
    DocumentBlock,
    DocumentError,
    Facts,
    Read,
    count_words,
    first_words,
    prose,
)
from briefing.importing.formats.encodings import decoded
from briefing.importing.formats.extras import needed
from briefing.importing.formats.lost_paragraphs import letters_of, with_lost
from briefing.importing.formats.markup import (
    BlockBuilder,
    blocks_of_html,
    language_of_html,
    with_shown_marks,
)
from briefing.importing.formats.plain import read_plain
from briefing.importing.prose import furniture
from briefing.importing.prose.facts import day_of, language_of, one_line, url_of

_TAGS: Final[Mapping[str, str]] = {
    "head": "h2",
    "item": "li",
    "lb": "br",
    "row": "tr",
    "cell": "td",
    "quote": "blockquote",
    "code": "pre",
    "list": "ul",
}
"""HTML's names for the elements of the story's XML."""
_SENTENCES: Final = frozenset(("p", "head", "item", "cell", "quote", "hi", "ref", "del"))
"""Elements of that XML in which sentences stand."""
_CHARSET: Final = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_SAVED: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.I)
_SINGLE_FILE: Final = re.compile(
    r"^\s*url:\s*(https?://\S+)\s*\n\s*saved date:\s*([^\n]{6,60})", re.M
)
_UNSEEN: Final = re.compile(
    r"<(script|style|template|svg)\b[^>]*>.*?</\1\s*>|<!--.*?-->|<[^>]+>", re.S | re.I
)
_BYLINE: Final = re.compile(r"(?:by|von|par|por|di)\s+\S.{0,80}", re.I)
_PRINTED: Final = re.compile(r"<pre\b[^>]*>(.*?)</pre\s*>", re.S | re.I)
_PRINTED_SHARE: Final = 0.6
"""The share of a page's text from which on a page shows only a plain text."""
_LINK_TO_ITSELF: Final = "¶"
"""What headings of manuals end in for who points at them."""
_SHARE: Final = 0.25
"""The share of a page's words below which its story may not be whole."""
_AUTHOR: Final = re.compile(
    r"<meta\b[^<>]{0,200}?(?:name|property)\s*=\s*[\"']?(?:article:)?author\b[^<>]{0,400}>", re.I
)
_HEAD: Final = 100_000
"""Code points of a page among which it states who wrote it."""
_FEW: Final = 200
_MOST_SHORT: Final = 2000
"""Code points that a page may show to be taken whole where no story is found in it."""
_MAIN: Final = re.compile(r"<main\b|<article\b|\brole\s*=\s*[\"']?main\b", re.I)
_PARAGRAPH: Final = re.compile(r"<p\b[^<>]{0,500}>", re.I)
_LONGEST: Final = 5000
_LONG: Final = 80
"""Letters from which on a paragraph is looked for in the story: what is shorter is often none."""
_MOST_MISSED: Final = 3
_SHARE_MISSED: Final = 0.04
"""How many longer paragraphs may be missed, and which share of them, before it is said."""


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read a saved page.

    Args:
        data: Its bytes.
        progress: Not told: a page takes no time.

    Raises:
        DocumentError: It is too large, no story is in it, or the extra is missing.
    """
    limits.require_size(len(data), limits.MAX_MARKUP)
    declared = _CHARSET.search(data[:4096])
    found = decoded(data, declared[1].decode("ascii", "replace") if declared else "")
    page = read_page(found.text)
    facts = page.facts.over(Facts(caution=found.caution))
    return page._replace(facts=facts, warnings=(*found.warnings, *page.warnings))


def read_page(text: str, url: str = "") -> Read:
    """Read the HTML of a page.

    Args:
        text: The HTML.
        url: Where it was saved from, where that is known.

    Raises:
        DocumentError: No story is in it, or the extra is missing.
    """
    if printed := _PRINTED.findall(text):
        shown = _UNSEEN.sub("", "\n".join(printed))
        if len(shown) > _PRINTED_SHARE * len(_UNSEEN.sub("", text)):
            return _printed(html.unescape(shown), text, url)
    trafilatura = needed("trafilatura", "a web page")
    text = with_shown_marks(text)
    story: Any = trafilatura.extract(
        text.replace("\0", ""),
        output_format="xml",
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not story:
        return _short(text, url)
    root = ET.fromstring(story)
    main = root.find("main")
    builder = BlockBuilder()
    if main is not None:
        _tell(main, builder)
    facts = _facts(root, text, url)
    marked, put_back = with_lost(_marked(builder.finish(), facts), text)
    blocks = tuple(marked)
    return Read(blocks, facts, (*_put_back_words(put_back), *_warnings(blocks, text)))


def _short(text: str, url: str) -> Read:
    """Read all that a page shows in which the extraction finds no story, if that is little.

    A page with a script may only say that it is still to be loaded.

    Raises:
        DocumentError: It shows nothing, or too much to be taken as it is, or has a script.
    """
    blocks = tuple(blocks_of_html(text))
    shown = sum(len(block.text) for block in blocks if not block.furniture)
    if not 0 < shown <= _MOST_SHORT or re.search(r"<script\b", text, re.I):
        hint = "save the page from a browser when it is wholly loaded"
        raise DocumentError("no story is found in this web page", hint=hint)
    facts = _stated(text, url)
    return Read(blocks, facts, ("the page is short, and all that it shows is taken",))


def _put_back_words(blocks: Sequence[DocumentBlock]) -> Iterator[str]:
    """Say what the extraction of the story had left out."""
    if blocks:
        count = count_words(len(blocks), "paragraph is", "paragraphs are")
        words = first_words(blocks[0].text)
        yield f"{count} put back that seemed no part of the story, such as '{words}': look"


def _printed(shown: str, text: str, url: str) -> Read:
    """Read a page that only shows a plain text, as many records of hearings are published."""
    read = read_plain(shown.strip("\n"))
    facts = _stated(text, url)
    return read._replace(facts=facts.over(read.facts))


def _stated(text: str, url: str) -> Facts:
    """Return what the HTML of a page states, where no story of it tells more."""
    titled = re.search(r"<title[^>]*>([^<]{1,300})</title>", text, re.I)
    saved = _SAVED.search(text[:4096])
    return Facts(
        title=one_line(html.unescape(titled[1])) if titled else "",
        language=language_of(language_of_html(text)),
        url=url_of(url) or url_of(saved[1] if saved else ""),
    )


def _tell(element: ET.Element, builder: BlockBuilder, inside: str = "") -> None:
    """Tell a builder of an element and what is in it; code within a sentence is words of it."""
    tag = _TAGS.get(element.tag, element.tag)
    if element.tag == "code" and inside in _SENTENCES and "\n" not in (element.text or ""):
        tag = "span"
    builder.start(tag)
    if element.text and element.tag not in ("list", "table", "row", "main"):
        builder.data(element.text)
    for child in element:
        _tell(child, builder, element.tag)
        if child.tail:
            builder.data(child.tail)
    builder.end(tag)


def _facts(root: ET.Element, text: str, url: str) -> Facts:
    """Return what a page states; its address also as the browser that saved it wrote it down."""
    said = {key: one_line(root.get(key, "")) for key in ("title", "author", "sitename", "date")}
    saved, single = _SAVED.search(text[:4096]), _SINGLE_FILE.search(text[:4096])
    address = url or (single[1] if single else "") or (saved[1] if saved else "")
    return Facts(
        title=said["title"],
        publisher=said["sitename"] or one_line(root.get("hostname", "")),
        byline=_byline(said["author"].replace(";", ","), text),
        published=day_of(said["date"]),
        retrieved=day_of(single[2]) if single else "",
        language=language_of(language_of_html(text)),
        url=url_of(root.get("url", "")) or url_of(address),
    )


def _byline(author: str, text: str) -> str:
    """Return an author as the page has it where its letters are the same: `J. Doe`, not `J Doe`."""
    for tag in _AUTHOR.findall(text[:_HEAD]):
        content = re.search(r"\scontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag, re.I)
        stated = one_line(html.unescape(content[1] or content[2] or "")) if content else ""
        if author and letters_of(stated) == letters_of(author):
            return stated
    return author


def _marked(blocks: list[DocumentBlock], facts: Facts) -> list[DocumentBlock]:
    """Return the blocks with their furniture, the headline first where the story lacks it."""
    plain = (
        prose(block.text[:-1], block.furniture)
        if block.furniture == furniture.HEADING and block.text.endswith(_LINK_TO_ITSELF)
        else block
        for block in blocks
    )
    marked = list(furniture.with_reasons(plain, facts.title))
    for number, block in enumerate(marked):
        if block.text.casefold() == facts.title.casefold():
            marked[number] = block._replace(furniture=furniture.HEADLINE)
        elif number < 4 and not block.furniture and _BYLINE.fullmatch(block.text) and facts.byline:
            marked[number] = block._replace(furniture=furniture.BYLINE)
    if facts.title and not any(block.furniture == furniture.HEADLINE for block in marked[:4]):
        marked.insert(0, prose(facts.title, furniture.HEADLINE))
    return marked


def _warnings(blocks: tuple[DocumentBlock, ...], text: str) -> tuple[str, ...]:
    shown = len(re.sub(r"\s+", " ", _UNSEEN.sub(" ", text)))
    kept = sum(len(block.text) for block in blocks)
    if shown > _FEW and kept < _SHARE * shown:
        return (f"the story is {kept / shown:.0%} of the page's text: look whether it is whole",)
    known = letters_of(" ".join(block.text for block in blocks))
    longer = [each for each in _paragraphs_of_main(text) if len(letters_of(each)) >= _LONG]
    missed = [each for each in longer if letters_of(each) not in known]
    if len(missed) < _MOST_MISSED or len(missed) < _SHARE_MISSED * len(longer):
        return ()
    return (
        f"{len(missed)} of {len(longer)} longer paragraphs of the page are not in the story, such"
        f" as '{first_words(missed[0])}'",
    )


def _paragraphs_of_main(text: str) -> Iterator[str]:
    """Yield the paragraphs of what a page itself marks as its main part, where it does."""
    main = _MAIN.search(text)
    for piece in _PARAGRAPH.split(text[main.start() :])[1:] if main else ():
        paragraph = piece.partition("</p")[0][:_LONGEST]
        yield " ".join(html.unescape(_UNSEEN.sub("", paragraph)).split())
