"""The quotation marks of all languages, and what is around one.

Which mark closes which opening one follows the Unicode Standard, chapter 6.2, and the delimiters
of the Common Locale Data Repository (https://cldr.unicode.org/), widened by what keyboards offer.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from briefing.text.folding import DOUBLE_MARKS, SINGLE_MARKS, is_unsegmented, is_word_character

Style = Literal["double", "single", "angle", "corner", "dash"]

CLOSERS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"', "＂", "“", "″", "❞", "〞", "〟", "''", "’’"),
    "”": ("”", "“", '"'),
    "„": ("“", "”", '"', "＂", "‟", "''", "‘‘"),
    "‟": ("”", '"'),
    "⹂": ("”", "“", '"'),
    '"': ('"', "”", "“", "＂", "''"),
    "＂": ("＂", '"', "”"),
    "″": ("″",),
    "‶": ("″", "‶"),
    "״": ("״", '"', "”"),
    "〝": ("〞", "〟", "〝", "＂", '"'),
    "〞": ("〟",),
    "❝": ("❞",),
    "``": ("''", "``", '"', "”", "´´"),
    "''": ("''", '"', "”"),
    "‘‘": ("’’", "''", "”", '"'),
    "’’": ("’’", "‘‘"),
    "´´": ("´´",),
    ",,": ("''", '"', "“", "”", "‘‘", "’’", "``"),
    "‘": ("’", "'", "‘", "´"),
    "’": ("’", "‘", "'"),
    "‚": ("‘", "’", "'"),
    "‛": ("’", "'"),
    "'": ("'", "’", "´"),
    "`": ("'", "’", "´", "`"),
    "´": ("´", "'"),
    "＇": ("＇", "'", "’"),
    "′": ("′",),
    "‵": ("′", "‵"),
    "❛": ("❜",),
    "«": ("»",),
    "»": ("«", "»"),
    "<<": (">>",),
    "‹": ("›",),
    "›": ("‹", "›"),
    "「": ("」",),
    "『": ("』",),
    "《": ("》",),
    "〈": ("〉",),
    "﹁": ("﹂",),
    "﹃": ("﹄",),
    "｢": ("｣",),
}
"""What may close a quotation, by the mark that opens it, the usual one first."""

_PAIRS = (
    "“”",
    "„”",
    "«»",
    "‹›",
    "「」",
    "『』",
    "《》",
    "〈〉",
    "﹁﹂",
    "﹃﹄",
    "｢｣",
    "〝〟",
    "〝〞",
)
"""Marks that belong together so surely that the second never opens while the first is open."""

_ANGLES = "«»‹›"
_CORNERS = "「」『』《》〈〉﹁﹂﹃﹄｢｣"
MARKS = DOUBLE_MARKS + SINGLE_MARKS + _CORNERS
"""Every sign that is a quotation mark or looks like one."""
_ASCII_MARKS = ('"', "'", "`", ",,", "<<", ">>")
_LETTERS = dict.fromkeys(map(ord, "ʹʻʼʽ"))
"""Those that Unicode has as letters, which stand for sounds and apostrophes only."""

_SINGLE = frozenset("‘’‚‛'`´＇′‵❛❜")
_APOSTROPHES = frozenset("'’‘´＇")
_BEFORE_OPENING = frozenset("([{<—–-―/:=¿¡…（［｛【〔")
_ENDS = ".,:;!?…)]}。、，！？）％%"
_GENITIVE = "sxznSXZN"
"""Last letters of words that an apostrophe may end: the boys' books, goin' home."""
_GO_ON = (
    " and or but nor as at by for from in of on to with is are was were has had he she they it we"
    " said says told that which who while when after before than then if "
)
"""Words before which an apostrophe hardly stands for the genitive of a plural."""


class QuotationMark(NamedTuple):
    """A quotation mark, or what looks like one, in its place."""

    start: int
    text: str
    opens: bool
    """Whether it is where a mark opens: something after it, no word before it."""
    leans: bool
    """Whether it is where a mark can only open."""
    apostrophe: bool
    """Whether it is part of a word."""
    elision: bool
    """Whether it may be the apostrophe that begins a word."""
    genitive: bool
    """Whether it may be the apostrophe at the end of a word, with more of the sentence after it."""

    @property
    def end(self) -> int:
        """Offset just past the mark."""
        return self.start + len(self.text)

    @property
    def single(self) -> bool:
        """Whether it is a single mark, so one that may be an apostrophe."""
        return self.text in _SINGLE


@cache
def _finder() -> re.Pattern[str]:
    """Return what finds a mark; doubled single ones are one mark."""
    # Angles of two keys quote only where they touch the words: `a << b` is a shift.
    doubled = r"''|``|‘‘|’’|´´|,,(?=\w)|(?<!<)<<(?=[^\s<=])|(?<=[^\s>])>>(?!>)"
    return re.compile(rf"{doubled}|[{re.escape(MARKS.translate(_LETTERS))}]")


@cache
def _elision() -> re.Pattern[str]:
    """Return what finds a word that begins with an apostrophe: `'90s`, `'tis`, `'s avonds`."""
    words = "tis|twas|twere|twill|em|til|till|cause|bout|round|neath|s|t|n|k|ne|nen|ner|nem|m|d|ll"
    return re.compile(rf"(?:\d\d|{words})(?![\w'’])", re.IGNORECASE)


@cache
def _surely() -> re.Pattern[str]:
    """Return what finds the apostrophe of the '90s and the first of rock 'n' roll."""
    return re.compile(r".\d\ds(?!\w)|.n['’](?!\w)", re.IGNORECASE)


@cache
def _n_between() -> re.Pattern[str]:
    """Return what finds the middle of rock 'n' roll."""
    return re.compile(r"['’‘]n['’]", re.IGNORECASE)


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\s(\w+)")


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(MARKS)}—–―-]|,,|<<")


def may_quote(text: str) -> bool:
    """Whether a text has any mark or dash at all; most texts have none and need no reading."""
    return _any().search(text) is not None


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(MARKS.translate(_LETTERS))}]|,,|<<")


def has_mark(text: str) -> bool:
    """Whether a text has any quotation mark, or what looks like one."""
    if text.isascii():  # several searches for one sign are faster than one for all
        return any(mark in text for mark in _ASCII_MARKS)
    return _finder().search(text) is not None


def may_be_marked(text: str) -> bool:
    """Whether a text may have a quotation between marks: most names have an apostrophe at most."""
    found = _marks().findall(text)
    return len(found) > 1 or (len(found) == 1 and found[0] not in _APOSTROPHES)


def style_of(mark: str) -> Style:
    """Return the style of a quotation that a mark opens."""
    if mark in _ANGLES or mark == "<<":
        return "angle"
    if mark in _CORNERS:
        return "corner"
    return "single" if mark in _SINGLE else "double"


def belong_together(opening: str, closing: str) -> bool:
    """Whether two marks are so surely a pair that the second cannot open anything."""
    return opening + closing in _PAIRS


def marks_of(text: str, start: int, end: int) -> list[QuotationMark]:
    """Return the marks in a stretch of text that is one paragraph.

    Args:
        text: Any text.
        start: Offset where the paragraph begins.
        end: Offset just past it.
    """
    found: list[QuotationMark] = []
    inside = opened = -1
    for match in _finder().finditer(text, start, end):
        at = match.start()
        before = text[at - 1] if at > start else ""
        after = text[match.end()] if match.end() < end else ""
        if at == inside:
            found.append(QuotationMark(at, match[0], False, False, True, False, False))
            continue
        mark = _mark(text, match, before, after, opened)
        if (
            mark.apostrophe
            and after in "nN"
            and text[match.end() + 1 : match.end() + 2] in ("'", "’")
        ):
            inside = match.end() + 1
        if mark.leans and not mark.apostrophe:
            opened = mark.end
        found.append(mark)
    return found


def _mark(text: str, match: re.Match[str], before: str, after: str, opened: int) -> QuotationMark:
    at, sign = match.start(), match[0]
    free = not before or before.isspace() or before in _BEFORE_OPENING or at == opened
    prefixed = sign not in _SINGLE and _after_prefix(text, at)
    free = free or prefixed
    follows = bool(after) and not after.isspace()
    word = _in_word(before)
    opens = follows and (prefixed or not word) and sign in CLOSERS
    leans = opens and free and after not in _ENDS
    apostrophe = word and _in_word(after) and (sign in _APOSTROPHES or _is_hebrew(before))
    elision = leans and sign in _APOSTROPHES and _elision().match(text, match.end()) is not None
    if sign in _APOSTROPHES and _is_part(text, at, before, after):
        apostrophe = True
    genitive = word and sign in "'’" and _may_be_genitive(text, at)
    return QuotationMark(at, sign, opens, leans, apostrophe, elision, genitive)


def _is_part(text: str, at: int, before: str, after: str) -> bool:
    """Whether a single mark at the edge of a word can be nothing but a part of it."""
    if _in_word(before):
        short = at < 2 or not _in_word(text[at - 2]) or text[max(0, at - 2) : at].lower() == "qu"
        return short and before.isalpha() and after != "" and after in '«“„"‹'
    return _surely().match(text, at) is not None


def _in_word(char: str) -> bool:
    """Whether a mark beside a character may be an apostrophe; Korean endings follow a mark."""
    if not char or not is_word_character(char):
        return False
    return not is_unsegmented(char) and not "\uac00" <= char <= "\ud7a3"


def _after_prefix(text: str, at: int) -> bool:
    """Whether a mark is after an Arabic particle that is written as one with its word."""
    if not (at and "\u0621" <= text[at - 1] <= "\u064a"):
        return False
    return _particle().search(text, max(0, at - 5), at) is not None


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])[وف]?(?:[بكل]?(?:ال)?|لل)\Z")


def _is_hebrew(char: str) -> bool:
    return "\u05d0" <= char <= "\u05ea"


def _may_be_genitive(text: str, at: int) -> bool:
    """Whether a mark after a word may be an apostrophe: the boys' books, goin' home."""
    if text[at - 1] not in _GENITIVE:
        return False
    follows = _next_word().match(text, at + 1)
    return follows is not None and f" {follows[1].lower()} " not in _GO_ON
