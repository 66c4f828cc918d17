"""Cleaning of text, which makes it safe to show.

One code point stays one code point, so offsets hold. The soft hyphen is kept, as it is part of the
typography of the words.
"""

import re
from functools import cache

REPLACEMENT = "\ufffd"
"""What stands for a code point that may not be shown."""

LAYOUT = "\t\n\v\f\r\x85\u2028\u2029"
"""Control characters that only lay text out; in a block they are spaces."""

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = "\u200b\u2060\ufeff"
NOTHING = "\u034f"
"""What stands for a zero width space or a joiner of words: a mark without any look of its own."""
INVISIBLE = f"\xad{NOTHING}{_ZERO_WIDTH}{_BIDI}"
"""The characters that `fold` drops."""

SPACES = f" \xa0\u1680{''.join(map(chr, range(0x2000, 0x200B)))}\u202f\u205f\u3000{LAYOUT}"
"""The characters that `fold` makes spaces."""

_UNSAFE = (
    f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_ZERO_WIDTH}{_BIDI}"
    "\u180e\u2061-\u2065\u206a-\u206f\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_IN_BLOCK = str.maketrans(dict.fromkeys(LAYOUT, " "))


@cache
def _unsafe() -> re.Pattern[str]:
    """Return what finds a character that `clean` replaces."""
    return re.compile(_UNSAFE)


def clean(text: str) -> str:
    """Replace what a terminal could obey or a reader could not see.

    C0 controls (tab and newline too) and DEL become their control pictures (U+2400 and on); C1
    controls, line and paragraph separators, directional controls, annotation and tag characters,
    noncharacters and lone surrogates become U+FFFD; zero width spaces and joiners of words, which
    show nothing, become U+034F, which shows nothing in any terminal.
    The joiners that scripts and emoji need (ZWJ, ZWNJ), no-break space and soft hyphen stay.

    Args:
        text: Any text.

    Returns:
        Text of the same length in code points without those characters.
    """
    if text.isprintable():
        return text
    return _unsafe().sub(_picture, text)


def clean_block(text: str) -> str:
    """Clean text that is shown as one block: layout controls become spaces, the rest as `clean`.

    Args:
        text: Any text, newlines and tabs included.

    Returns:
        Text of the same length in code points.
    """
    # A no-break space is not printable by Python's rule, and many words are kept together by one.
    if text.isprintable() or text.replace("\xa0", " ").isprintable():
        return text
    return clean(text.translate(_IN_BLOCK))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in _ZERO_WIDTH:
        return NOTHING
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else REPLACEMENT
