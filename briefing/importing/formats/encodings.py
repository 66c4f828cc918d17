"""Bytes to text: byte order mark, what the file declares, UTF-8, and then a guess that is told."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.evidence.sense.languages.detection import script_of
from briefing.importing.document import DocumentError
from briefing.importing.formats.extras import wanted
from briefing.sources import reading
from briefing.sources.reading import decode, encoding_name

_SAMPLE: Final = 2**18
"""Bytes that the guesser looks at: more does not change its mind, and takes seconds."""
_BINARY: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW: Final = 8
"""Control characters that any text may hold."""
GUESSED: Final = "The encoding of the original was guessed: letters beyond A to Z may be others."
"""The caution that goes with words whose letters are a guess."""
_SEVEN_BITS: Final = ("iso2022", "iso-2022", "hz", "utf-7")
"""What encodings of bytes below 128 begin with, which are valid UTF-8 and mean something else."""
_WESTERN: Final = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿß“”„‘’‚–—…«»‹›€£©®°§·¡¿ªº\xa0")
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class DecodedDocument(NamedTuple):
    """Text and what is to be said of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()
    caution: str = ""
    """What readers of its words must know."""


def decoded(data: bytes, declared: str = "") -> DecodedDocument:
    """Read bytes as text.

    Args:
        data: The bytes.
        declared: The encoding that the document itself names.

    Returns:
        The text with line ends as newlines. A guess is among the warnings, and so are places
        that could not be read.

    Raises:
        DocumentError: The bytes are no text.
    """
    try:
        data.decode("utf-8")
        is_utf8 = True
    except UnicodeDecodeError:
        is_utf8 = False
    marked = data.startswith(_MARKS) or b"\0" in data
    encoding = _known(declared)
    if (is_utf8 and not encoding.casefold().startswith(_SEVEN_BITS)) or marked:
        encoding = ""
    try:
        found = decode(data, encoding=encoding)
    except (ValueError, LookupError) as error:
        raise DocumentError("this is no text", hint="save it as text in UTF-8") from error
    if found.guessed and not marked and (guess := _guess(data)):
        found = decode(data, encoding=guess)._replace(guessed=True)
    sample = found.text[:_SAMPLE]
    if len(_BINARY.findall(sample)) > max(_FEW, len(sample) // 100):
        raise DocumentError("this is no text", hint="save it as text in UTF-8")
    return DecodedDocument(found.text, tuple(_told(found)), GUESSED if found.guessed else "")


def _told(found: reading.Decoded) -> Iterator[str]:
    """Yield what is to be said of how bytes were read."""
    if found.guessed:
        name = encoding_name(found.encoding)
        yield f"the encoding is a guess, {name}: look at the letters beyond A to Z"
    if found.damaged:
        places = "1 place" if found.damaged == 1 else f"{found.damaged:,} places"
        yield f"{places} cannot be read and became \ufffd"


def _known(name: str) -> str:
    """Return a declared encoding under a name that is known, or nothing."""
    try:
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    # What pages call so has always been read as the larger set by browsers.
    larger = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
    larger |= {"ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
    return larger.get(name.casefold(), name)


def _guess(data: bytes) -> str:
    """Return the encoding that the bytes are probably in; empty where the extra is missing."""
    normalizer = wanted("charset_normalizer")
    if normalizer is None:
        return ""
    best = normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return ""
    guess = str(best.encoding)
    if script_of(data[:_SAMPLE].decode(guess, "replace")) == "latin" and _is_western(data):
        return "cp1252"
    return guess


def _is_western(data: bytes) -> bool:
    """Return whether bytes, read as windows-1252, hold only what Western European languages write.

    The guesser takes short French for Polish; read the other way round it would not pass here.
    """
    text = data[:_SAMPLE].decode("cp1252", "replace")
    return not set(text.casefold()).difference(_WESTERN, map(chr, range(128)))
