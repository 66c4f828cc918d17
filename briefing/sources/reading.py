"""Source documents: bytes to text, text to numbered paragraphs, records to sources."""

import codecs
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefing.cardformat.yaml.nodes import quoted
from briefing.errors import SourceError
from briefing.model.source import Source, SourceRecord
from briefing.sources.paragraphs import LINES_KEPT, Paragraphs
from briefing.sources.turns import turn_starts
from briefing.text.cleaning import INVISIBLE, SPACES, clean_block
from briefing.text.compact import compact
from briefing.text.files import path_inside
from briefing.text.folding import fold, is_word_edge

SIZE_LIMIT = 64 * 2**20
"""Bytes beyond which a file is refused: no document that people quote from is so long."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = {"ja": ("euc_jp", "cp932"), "ko": ("cp949",), "zh": ("gb18030",)}
"""Encodings by language, the stricter first: Shift JIS is seldom valid EUC, but not the reverse."""
_ONE_BYTE = {
    **dict.fromkeys(("ru", "be", "bg", "mk", "sr", "uk"), ("cp1251", "koi8_u", "cp866")),
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), ("cp1250",)),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    "ar": ("cp1256",),
    "fa": ("cp1256",),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "th": ("cp874",),
    "tr": ("cp1254",),
    "vi": ("cp1258",),
}
"""Encodings of one byte a letter, by language; most bytes are valid in any of them."""

_ROOM = 32
"""Code points after opening words that decide whether a word ends there, and more than enough."""
_TOLD = 10_000
"""After so many paragraphs progress is told."""
_LINE_END = re.compile("\r\n?")
_EDGE = f"{SPACES}{INVISIBLE}\x1c\x1d\x1e\x1f\u200c\u200d"
"""What may be around a block, and alone on a line that separates blocks."""


class Decoded(NamedTuple):
    """Text read from bytes, its line endings made single newlines."""

    text: str
    encoding: str
    """Python's name of the encoding the bytes were read with."""
    crlf: Sequence[int] = ()
    """Offsets in `text` of the newlines that are two code points, CR and LF, in the file."""
    guessed: bool = False
    """Whether the encoding is only a guess: nothing in the bytes proves it."""
    damaged: int = 0
    """How many places could not be read and became U+FFFD."""

    def raw_offset(self, offset: int) -> int:
        """Return where an offset of `text` is in the text as the file has it.

        Args:
            offset: Code points from the start of `text`.

        Returns:
            Code points from the start of the file's text, byte order mark not counted.
        """
        return offset + bisect_left(self.crlf, offset)


def decode(data: bytes, language: str = "", encoding: str = "") -> Decoded:
    """Read bytes as text.

    A byte order mark decides; then the encoding that was named; then zero bytes, which give UTF-16
    and UTF-32 away; then UTF-8 if it is valid or damaged in few places (what cannot be read becomes
    U+FFFD). All else is a guess: first the encodings that the language is known to come in, then
    Windows-1252, and Latin-1, which takes anything.

    Args:
        data: The bytes of a file.
        language: BCP 47 tag of the document's language, where it is known.
        encoding: Python's name of the encoding, where it is known.

    Returns:
        The text without byte order mark, every CRLF and CR a newline.

    Raises:
        ValueError: The bytes are no text.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _read_as(data[len(mark) :], marked)
    if encoding:
        return _read_as(data, encoding)
    if b"\0" in data:
        return _decode_wide(data)
    language = language[:2].lower()
    text = _decode_utf8(data)
    if text is not None and not (language == "ja" and "\x1b$" in text):
        damaged = text.count("\ufffd") - data.count("\ufffd".encode())
        return _normalised(text, "utf-8")._replace(damaged=damaged)
    return _decode_legacy(data, language)._replace(guessed=True)


def encoding_name(encoding: str) -> str:
    """Return what people call an encoding that Python has its own name for."""
    return encoding.replace("cp125", "windows-125").replace("utf-", "UTF-")


def _read_as(data: bytes, encoding: str) -> Decoded:
    try:
        return _normalised(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return _normalised(text, encoding)._replace(damaged=text.count("\ufffd"))


def _decode_wide(data: bytes) -> Decoded:
    """Read UTF-16 or UTF-32 without a mark: most text has its zero bytes in the same columns."""
    sample = data[: 4 * 1024]
    quarter = max(1, len(sample) // 4)
    zeros = [sample[column::4].count(0) / quarter for column in range(4)]
    guesses = (
        ("utf-32-le", min(zeros[2:]) > 0.9 and zeros[0] < 0.1),
        ("utf-32-be", min(zeros[:2]) > 0.9 and zeros[3] < 0.1),
        ("utf-16-le", min(zeros[1::2]) > 0.05 and max(zeros[0::2]) < 0.02),
        ("utf-16-be", min(zeros[0::2]) > 0.05 and max(zeros[1::2]) < 0.02),
    )
    for encoding, likely in guesses:
        if likely:
            try:
                return _normalised(data.decode(encoding), encoding)._replace(guessed=True)
            except UnicodeDecodeError:
                continue
    raise ValueError("not text: zero bytes inside")


def _decode_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    readable = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return text if readable > 2 * damaged else None


def _decode_legacy(data: bytes, language: str) -> Decoded:
    if language == "ja" and b"\x1b$" in data:
        return _normalised(data.decode("iso2022_jp", "replace"), "iso2022_jp")
    if language in _ONE_BYTE:
        return _decode_one_byte(data, _ONE_BYTE[language])
    for encoding in (*_LEGACY.get(language, ()), "cp1252"):
        try:
            return _normalised(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return _normalised(data.decode("latin-1"), "latin-1")


def _decode_one_byte(data: bytes, encodings: Sequence[str]) -> Decoded:
    """Read bytes in the encoding by which most of what is not ASCII are small letters.

    In the wrong one they are capitals within words, signs, or characters that frame boxes.
    """
    texts = {encoding: data.decode(encoding, "replace") for encoding in encodings}
    best = max(texts, key=lambda each: sum(c > "\x7f" and c.islower() for c in texts[each]))
    if not any(c.isalpha() for c in texts[best] if c > "\x7f"):
        return _normalised(data.decode("latin-1"), "latin-1")
    return _normalised(texts[best], best)._replace(damaged=texts[best].count("\ufffd"))


def _normalised(raw: str, encoding: str) -> Decoded:
    if "\r" not in raw:
        return Decoded(raw, encoding)
    ends = (m.start() for m in _LINE_END.finditer(raw) if len(m[0]) == 2)
    crlf = array("I", (place - before for before, place in enumerate(ends)))
    return Decoded(_LINE_END.sub("\n", raw), encoding, crlf)


def split_paragraphs(
    text: str,
    furniture: Sequence[str] = (),
    progress: Callable[[float], None] | None = None,
) -> Paragraphs:
    """Cut text into the blocks that blank lines separate, and into the turns of a transcript.

    A line is blank when it holds nothing but white space (no-break and ideographic spaces and form
    feeds too) and zero width characters.

    Args:
        text: Text whose lines end with single newlines.
        furniture: Opening words of the blocks that are not part of the story; compared folded,
            and as whole words.
        progress: Called now and then with the share of the text, from 0 to 1, that was cut.

    Returns:
        The blocks, numbered from 1, white space around them left out.
    """
    starts, ends, lines = array("I"), array("I"), array("I")
    line, counted = 1, 0
    for start, end in _in_turns(text, _blocks(text), turn_starts(text)):
        if not len(starts) % LINES_KEPT:
            line += text.count("\n", counted, start)
            counted = start
            lines.append(line)
        starts.append(start)
        ends.append(end)
        if progress is not None and not len(starts) % _TOLD:
            progress(end / len(text))
    openings = [words for words in (fold(each).text.strip() for each in furniture) if words]
    opened = array("I", _opened(text, starts, ends, openings) if openings else ())
    return Paragraphs(compact(text), starts, ends, lines, opened)


def opening_with(source: Source, words: str) -> tuple[int, ...]:
    """Return the 1-based numbers of the paragraphs that open with some words.

    Args:
        source: The document.
        words: The words; compared folded, and as whole words.
    """
    opening = fold(words).text.strip()
    longest = len(opening) + _ROOM
    return tuple(
        paragraph.number
        for paragraph in source.paragraphs
        if opening
        and _opens_with(_beginning(paragraph.text, 0, len(paragraph.text), longest), (opening,))
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each block starts and ends, white space around it left out."""
    pattern = _blank_lines()
    first = _not_blank().search(text)
    start = first.start() if first else len(text)
    while start < len(text):
        blank = pattern.search(text, start)
        yield start, _end_of(text, blank.start() if blank else len(text))
        start = blank.end() if blank else len(text)


def _in_turns(
    text: str, blocks: Iterator[tuple[int, int]], turns: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield blocks, cut where turns begin inside them.

    Args:
        text: The document.
        blocks: Where each block starts and ends.
        turns: Offsets of the lines with which turns begin, rising.
    """
    at = 0
    for start, end in blocks:
        while at < len(turns) and turns[at] < end:
            if turns[at] > start:
                yield start, _end_of(text, turns[at])
                start = turns[at]
            at += 1
        yield start, end


def _end_of(text: str, end: int) -> int:
    """Return where words end that are before a place."""
    while text[end - 1] in _EDGE:
        end -= 1
    return end


@cache
def _not_blank() -> re.Pattern[str]:
    """Return what finds the first character of a block."""
    return re.compile(f"[^{re.escape(_EDGE)}]")


@cache
def _blank_lines() -> re.Pattern[str]:
    """Return what finds a line's end, the blank lines after it, and what is before more words."""
    edge = re.escape(_EDGE)
    return re.compile(f"\n[{edge}]*\n[{edge}]*")


def _opened(
    text: str, starts: Sequence[int], ends: Sequence[int], openings: Sequence[str]
) -> Iterator[int]:
    """Yield the places of the blocks that open with some words."""
    longest = max(map(len, openings)) + _ROOM
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if _opens_with(_beginning(text, start, end, longest), openings):
            yield place


def _beginning(text: str, start: int, end: int, longest: int) -> str:
    """Return the first code points of a stretch, folded: at least so many, where it has them."""
    # Folding may drop and join characters: where too little is left, all of it is folded.
    folded = fold(clean_block(text[start : min(end, start + 2 * longest)])).text
    return folded if len(folded) >= longest else fold(clean_block(text[start:end])).text


def _opens_with(folded: str, openings: Sequence[str]) -> bool:
    return any(
        folded.startswith(opening) and is_word_edge(folded, len(opening)) for opening in openings
    )


def read_source(
    record: SourceRecord,
    root: Path,
    progress: Callable[[float], None] | None = None,
    *,
    limit: int = SIZE_LIMIT,
) -> Source:
    """Read the document a record names.

    Args:
        record: What `sources.yaml` says of the document.
        root: Folder of the library.
        progress: Called now and then with the share of it, from 0 to 1, that was read.
        limit: How many bytes it may have.

    Returns:
        The document with its paragraphs.

    Raises:
        SourceError: The path leaves the library, or the file is not there, no plain file, too
            large, unreadable or no text.
    """
    path = _path_inside(record, root)
    try:
        if not path.is_file():
            found = "is no plain file" if path.exists() else "does not exist"
            found = "is a folder" if path.is_dir() else found
            raise _error(record, found, "name a file inside the library")
        size = path.stat().st_size
        if size > limit:
            hint = f"sources may have {limit // 2**20} MiB"
            raise _error(record, f"is too large ({size // 2**20} MiB)", hint)
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _error(record, f"cannot be read: {reason}", "") from error
    from briefing.sources.file_kinds import (  # most starts read no document
        kind_of_bytes,
        kind_of_text,
    )

    try:
        if (kind := kind_of_bytes(data)) is not None:
            raise _error(record, f"is {kind.what}", kind.remedy)
        decoded = decode(data, record.language, record.encoding)
    except ValueError as error:
        raise _error(record, f"is {error}", "save the document as UTF-8 text") from error
    del data
    if (kind := kind_of_text(decoded.text)) is not None:
        raise _error(record, f"is {kind.what}", kind.remedy)
    paragraphs = split_paragraphs(decoded.text, record.furniture, progress)
    return Source(record, paragraphs.text, paragraphs, *decoded[1:])


def _path_inside(record: SourceRecord, root: Path) -> Path:
    hint = "give a path inside the library, such as seeds/report.txt"
    named = PurePosixPath(record.file)
    if not record.file or "\0" in record.file:
        raise _error(record, "is no path", hint)
    if named.is_absolute() or ".." in named.parts:
        raise _error(record, "leaves the library", hint)
    try:
        path = path_inside(root, str(named))
    except (OSError, RuntimeError) as error:
        raise _error(record, "cannot be followed to a file", hint) from error
    if path is None:
        raise _error(record, "leaves the library through a link", hint)
    return path


def _error(record: SourceRecord, what: str, hint: str) -> SourceError:
    message = f"source '{record.id}': file {quoted(record.file)} {what}"
    return SourceError(message, hint=hint, place=record.place)
