"""What is in a file and not in its story, told by how it begins; each with its reason."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.importing.document import DocumentBlock

HEADLINE: Final = "the headline"
HEADING: Final = "a heading"
BYLINE: Final = "the byline"
CAPTION: Final = "a caption"
FOOTNOTE: Final = "a footnote"
MARGINAL: Final = "in the margin"
PAGE_NUMBER: Final = "a page number"

_LONGEST: Final = 400
"""Code points beyond which a block is a paragraph, however it begins."""
_PICTURE: Final = r"(?:file )?(?:photos?|images?|pictures?|figures?)"
_MORE: Final = r"(?:related|more) (?:coverage|stories|articles|news|reading|links)\b"
_RULES: Final = (
    (rf"{_PICTURE}(?: (?:by|credit|courtesy|shows?|taken)\b|\s*[:/(])", CAPTION),
    (r"\(?(?:reporting|additional reporting|writing|editing) by\b", "a credit"),
    (r"©|\(c\) ?\d{4}|copyright\b|all rights reserved", "a line of rights"),
    (rf"{_MORE}|read (?:more|next|also)\b|see also:|most read\b", "a link to other stories"),
    (r"(?:advertisement|sponsored)\b[.:]?\s*$", "an advertisement"),
    (r"(?:subscribe|sign up|follow us|share this|print this|click here)\b", "an invitation"),
    (r"(?:写真|図)(?:は|[:：／/])", CAPTION),
    (r"関連記事|あわせて読みたい", "a link to other stories"),
    (r"無断転載", "a line of rights"),
)
"""How furniture begins, and what it is; in any case of letters."""
_PAGE: Final = re.compile(
    r"(?:[-–—(]\s*)?(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,6})(?: (?:of|/) \d{1,4})?(?:\s*[-–—)])?",
    re.I,
)


def reason_for(text: str) -> str:
    """Return why a block is probably no part of the story; empty if nothing says so."""
    if len(text) > _LONGEST:
        return ""
    return next((reason for rule, reason in _RULES if re.match(rule, text, re.I)), "")


def is_page_number(text: str) -> bool:
    """Return whether a text is the number of a page and nothing else."""
    return _PAGE.fullmatch(text.strip()) is not None


def with_reasons(blocks: Iterable[DocumentBlock], title: str = "") -> Iterator[DocumentBlock]:
    """Yield blocks, those marked as furniture that begin so or are the title.

    Args:
        blocks: The blocks; what is marked already stays so.
        title: The document's title; empty where it has none.
    """
    wanted = " ".join(title.split()).casefold()
    for block in blocks:
        if block.furniture:
            yield block
        elif wanted and block.text.casefold() == wanted:
            yield block._replace(furniture=HEADLINE)
        else:
            yield block._replace(furniture=reason_for(block.text))
