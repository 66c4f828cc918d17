"""Text that wants to steer a terminal, and how to see in what was written that it did not."""

import re
from random import Random

STEERING = (
    "\x1b]0;OWNED\x07",  # the window's title
    "\x1b]52;c;T1dORUQ=\x07",  # the clipboard
    "\x1b[2J",  # the whole screen
    "\x1b[21t",
    "\x1b[5;6r",
    "\x1bc",
    "\x1bP$qm\x1b\\",
    "\x1b[?1049;47l",
    "\x9b2J",
    "\x9d0;OWNED\x9c",
    "\x90q\x9c",
    "\x0e",
    "\x0f",
    "\x05",
    "\x07",
    "\x08\x08\x08",
    "\x0b\x0c",
    "\x7f",
    "\x84\x85\x88",
    "\x00",
)
"""What a terminal would obey."""
HIDING = (
    "\u202eevil\u202c",
    "\u2066\u2067\u2069",
    "\u200e\u200f\u061c",
    "\u200b\u2060\ufeff",
    "\u2028\u2029",
    "\U000e0041\U000e0042\U000e007f",
    "\ufff9\ufffb",
    "\ufdd0\uffff",
    "\u2062\u180e",
)
"""What a reader would not see, or see elsewhere."""
CONFUSING = (
    "[the President] [sic] [/x] [link=x:y] [@click=app.exit('x')]a[/]",
    "${HOME} $(reboot) `reboot` %s %n {0} {x!r}",
    "e\u0301\u0323\u0308" * 5,
    "👩\u200d👩\u200d👧\u200d👦 🇩🇪🇯 ☝🏽",
    "שלום עולם العربية",
    "会議は東京で閉幕した。",
    "ก็็็็็็็็ ขอ",
    "𐀀" * 4,
    "i\u0307İıſẞﬃ",
    "½²³ⅷ①",
)
"""What is hard to measure, to break into lines or to compare."""

_FORBIDDEN = (
    "\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_LEAK = re.compile(f"[{_FORBIDDEN}]+.{{0,20}}", re.DOTALL)

_OWN = re.compile(
    r"""
    \x1b\[ [\d;]* [mHK]                 # styles, places, the rest of a line
    | \x1b\[\? (?:7|25|1000|1003|1004|1006|1015|1049|2004|2026) [hl]
    | \x1b\[ (?:>25u|=25;1u|<u|\?2026\$p) # the keyboard's mode, whether frames can be bracketed
    | \x1b\]22;[a-z-]+(?:\x1b\\|\x07)   # the pointer's shape
    | \x1b\]52;c;(?!T1dORUQ=)[A-Za-z0-9+/=]*\x07   # what was copied
    | \x07                              # the bell
    | (?: \x1b (?: [\[\]] [?<>=\d;]* )? )? \x18   # a sequence cut short, and taken back
    """,
    re.VERBOSE,
)
"""All that the reader itself tells a terminal to do."""
_HALF = re.compile("[\udc80-\udcff]{1,3}")
"""A part of a character: of what a terminal does not take for long the rest is thrown away.

It never comes from a library, whose text is encoded as a whole."""

_STYLE = re.compile(r"\x1b\[(?:[\d;]*m|K|\?25[lh])")
"""Colours, and what a bar of progress needs."""


def leaks(written: bytes) -> list[str]:
    """Find what a program passed on to its terminal and should not have.

    Args:
        written: All it wrote, its own escape sequences included.
    """
    text = _OWN.sub("", written.decode("utf-8", "surrogateescape"))
    return _LEAK.findall(_HALF.sub("", text))


def leaks_in_print(written: bytes, *, styled: bool = False) -> list[str]:
    """Find what a command printed and should not have.

    Args:
        written: All it wrote to a pipe or a terminal.
        styled: Whether it may write colours.
    """
    text = written.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    return _LEAK.findall(_STYLE.sub("", text) if styled else text)


def hostile_text(random: Random, words: str = "") -> str:
    """Make a text that holds a few of all those, among words.

    Args:
        random: Chooses.
        words: Words to put them among.
    """
    parts = [*words.split(" "), *random.sample(STEERING + HIDING + CONFUSING, 4)]
    random.shuffle(parts)
    return " ".join(parts)


def yaml_quoted(text: str) -> str:
    """Write a text as a double-quoted YAML scalar with every character that may need it escaped."""

    def escaped(match: re.Match[str]) -> str:
        code = ord(match[0])
        return f"\\x{code:02x}" if code < 0x100 else f"\\U{code:08x}"

    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{re.sub(f"[{_FORBIDDEN}]|[^ -~]", escaped, plain)}"'
