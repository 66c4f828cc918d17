"""One way in for every format: bytes to a document, or one clear reason why not."""

import hashlib
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final, Literal

from briefing.importing import limits
from briefing.importing.detect import Format, format_of, suffix_of
from briefing.importing.document import (
    Document,
    DocumentBlock,
    DocumentError,
    Facts,
    Read,
    count_words,
    shown,
)
from briefing.importing.formats.encodings import decoded
from briefing.importing.formats.plain import read_markdown, read_plain
from briefing.importing.process.errors import ReaderError
from briefing.importing.prose.language_telling import language_by_letters, language_by_words

Progress = Callable[[float], None]
"""Called now and then with the share of a document, from 0 to 1, that was read."""

_READERS: Final[dict[Format, str]] = {
    "web page": "webpage",
    "PDF": "pdf.contained",
    "Word document": "word",
    "EPUB book": "epub",
    "e-mail": "mail",
    "SubRip captions": "captions",
    "WebVTT captions": "captions",
}
"""The module, with a function `read`, for each format that is not plain text."""


def read_document(path: Path, progress: Progress | None = None) -> Document:
    """Read a file of any format.

    Args:
        path: The file.
        progress: Called with how far long work has come.

    Raises:
        DocumentError: It cannot be imported.
        OSError: It cannot be read.
    """
    return document_of(limits.read_bytes(path), path.name, progress)


def document_of(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """Make a document of bytes.

    Args:
        data: The bytes of a file.
        name: The file's name.
        progress: Called with how far long work has come.

    Raises:
        DocumentError: They cannot be imported.
    """
    limits.require_size(len(data))
    form = format_of(data, name)
    read = _read_safely(form, data, progress)
    blocks = shown(read.blocks)
    if not any(not block.furniture for block in blocks):
        raise DocumentError(f"no text is in this file ({form})", hint="is it the right one?")
    if len(blocks) > limits.MAX_BLOCKS:
        raise DocumentError(f"too long: {count_words(len(blocks), 'paragraph')}")
    facts, told_by = _with_language(read.facts, blocks)
    return Document(
        name,
        read.format or form,
        suffix_of(form),
        blocks,
        facts,
        tuple(dict.fromkeys((*read.warnings, *_doubt(read.facts.language, blocks)))),
        hashlib.sha256(data).hexdigest(),
        len(data),
        told_by,
    )


def _with_language(
    facts: Facts, blocks: Sequence[DocumentBlock]
) -> tuple[Facts, Literal["", "letters", "words"]]:
    """Return facts with the language that the text itself tells, where they have none."""
    if facts.language:
        return facts, ""
    if letters := language_by_letters(blocks):
        return facts._replace(language=letters), "letters"
    words = language_by_words(blocks)
    # English is what a source without a language is read as.
    return (facts._replace(language=words), "words") if words not in ("", "en") else (facts, "")


def _doubt(stated: str, blocks: Sequence[DocumentBlock]) -> Iterator[str]:
    """Say where a text is in another language than its file states, as of a form in English."""
    words = language_by_words(blocks) if stated else ""
    if words and stated.partition("-")[0] != words:
        yield f"the file states {stated} as its language, and by its words it is {words}"


def _read_safely(form: Format, data: bytes, progress: Progress | None) -> Read:
    """Read a document by its format; whatever its parser fails of is the file's fault."""
    try:
        with _silence():
            return _read(form, data, progress)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:
        reason = str(error) if isinstance(error, ReaderError) else type(error).__name__
        raise DocumentError(
            f"this file ({form}) is damaged, or of a kind that is not understood ({reason})",
            hint="open it in its program and save it again",
        ) from error


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what parsers log and warn of from the user's screen: it is about their insides."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def _read(form: Format, data: bytes, progress: Progress | None) -> Read:
    if form in ("text", "Markdown"):
        found = decoded(data)
        read = read_plain(found.text) if form == "text" else read_markdown(found.text)
        facts = read.facts.over(Facts(caution=found.caution))
        return read._replace(facts=facts, warnings=(*found.warnings, *read.warnings))
    reader = import_module(f"briefing.importing.formats.{_READERS[form]}")
    read_bytes: Callable[[bytes, Progress | None], Read] = reader.read
    return read_bytes(data, progress)
