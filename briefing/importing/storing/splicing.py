"""An entry put at the end of an index file, every other byte of which stays as it is.

What is to be written is read first: it has to hold what was there and the entry, nothing else.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import yaml

from briefing.cardformat.parse import Parsed, read_sources
from briefing.importing.document import DocumentError
from briefing.model.core import PartialDate
from briefing.model.source import SourceRecord

Value: TypeAlias = str | Sequence[str]
Entry: TypeAlias = Mapping[str, Value]
"""Keys of a source, in order, with their values; lists are lists of text."""

_FIRST: Final = re.compile(r"^(?P<indent> *)(?P<mark>[^\s#%-]|-(?!--\s*$))", re.M)
"""The first line that is neither empty nor a comment nor the head of a document."""
_PLAIN: Final = re.compile(r"[^\W_](?:[\w ,./()%+’'–—-]*[\w.)’])?")
"""What needs no quote marks to be read as it is, whatever follows."""


def with_entries(text: str, file: str, entries: Mapping[str, Entry]) -> str:
    """Return the text of an index file with more entries at its end.

    Args:
        text: The file's text; empty where there is none yet.
        file: Its path, for messages.
        entries: What they say, by ids that are not taken.

    Raises:
        DocumentError: The file is written in such a way that the result would not read.
    """
    before = read_sources(text, file, 1)
    if before.lost:
        problem = before.problems[0] if before.problems else f"{file}: cannot be read"
        raise DocumentError(f"the index has a mistake: {problem}", hint="fix it first")
    taken = next((name for name in entries if name in (before.value or {})), None)
    if taken is not None:
        raise DocumentError(f"'{taken}' is listed in {file} already")
    written = _spliced(text, entries)
    after = read_sources(written, file, 1)
    values = dict(after.value or {})
    added = {name: values.pop(name, None) for name in entries}
    same = values == (before.value or {}) and after.more == before.more and not after.lost
    problems_before = [problem.message for problem in before.problems]
    if None in added.values() or not same or _messages(after) != problems_before:
        reason = str(after.problems[0]) if after.problems else "its end cannot be gone on from"
        raise DocumentError(
            f"{file} is written so that nothing can be put at its end: {reason}",
            hint="write it in block style, an entry below the other",
        )
    if not all(record and _says(record, entries[name]) for name, record in added.items()):
        raise DocumentError(f"the entry for {file} would not read as it is meant")
    return written


def _messages(parsed: Parsed[dict[str, SourceRecord]]) -> list[str]:
    return [problem.message for problem in parsed.problems]


def _says(record: SourceRecord, entry: Entry) -> bool:
    for key, value in entry.items():
        found = getattr(record, key)
        found = str(found) if isinstance(found, PartialDate) else found
        if value and found != (value if isinstance(value, str) else tuple(value)):
            return False
    return True


def _spliced(text: str, entries: Mapping[str, Entry]) -> str:
    first = _FIRST.search(text)
    if first and first["mark"] == "{":
        offset = _closing_brace(text)
        filled = {name: {k: v for k, v in entry.items() if v} for name, entry in entries.items()}
        comma = "" if re.fullmatch(r"\{\s*", text[first.start("mark") : offset]) else ", "
        flow = f"{comma}{json.dumps(filled, ensure_ascii=False)[1:-1]}"
        return text[:offset] + flow + text[offset:]
    indent = first["indent"] if first else ""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else end
    written = text + gap
    for name, entry in entries.items():
        rows = [f"{indent}{row}" for row in _rows(name, entry)]
        written += (end if written.strip() else "") + end.join((*rows, ""))
    return written


def _rows(name: str, entry: Entry) -> list[str]:
    rows = [f"{name}:"]
    for key, value in entry.items():
        if isinstance(value, str) and value:
            rows.append(f"  {key}: {scalar(value)}")
        elif value:
            rows += [f"  {key}:", *(f"    - {scalar(each)}" for each in value)]
    return rows


def scalar(text: str) -> str:
    """Return a value as YAML reads it back, without quote marks where it needs none."""
    if _PLAIN.fullmatch(text) and "  " not in text and not text.endswith(" "):
        return text
    return json.dumps(text, ensure_ascii=False)


def _closing_brace(text: str) -> int:
    """Return where the brace is that closes a mapping which is all of a text."""
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        node = None
    return node.end_mark.index - 1 if node is not None else len(text)
