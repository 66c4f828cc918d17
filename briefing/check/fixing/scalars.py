"""Where each code point of a value is in its file, whatever way the value is written."""

import re
from typing import Final

import yaml

from briefing.check.fixing.splicing import Splice

_SPACE: Final = " \t\r\n"
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED: Final = {
    **dict(zip("0abtnvfre", "\0\a\b\t\n\v\f\r\x1b", strict=True)),
    **dict(zip('N_LP/\\" ', '\x85\xa0\u2028\u2029/\\" ', strict=True)),
}
"""What a letter means after a backslash, see https://yaml.org/spec/1.1/#id872840."""


def replaced(text: str, node: yaml.ScalarNode, start: int, end: int, by: str) -> Splice | None:
    """Return what to splice into a file to replace a stretch of a value that has no blanks.

    Args:
        text: The file's text.
        node: The value.
        start: Offset in the value.
        end: Offset just past the stretch.
        by: What is to be there, without blanks.

    Returns:
        The splice; None where the value is written in a way that is not followed.
    """
    if (offsets := _offsets(text, node)) is None or start >= end:
        return None
    stretch = offsets[start:end]
    return Splice(stretch[0][0], stretch[-1][1], _written(by, node.style))


def _written(text: str, style: str | None) -> str:
    if style == "'":
        return text.replace("'", "''")
    if style == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text


def _offsets(text: str, node: yaml.ScalarNode) -> list[tuple[int, int]] | None:
    """Return where each code point of a value begins and ends in the file's text."""
    at, stop = node.start_mark.index, node.end_mark.index
    if node.style in ("'", '"'):
        at, stop = at + 1, stop - 1
    elif node.style in ("|", ">"):
        at = text.find("\n", at)
    value, found = node.value, []
    at = _past_blanks(text, at, stop) if not value[:1].isspace() else at
    index = 0
    while index < len(value):
        if value[index] in _SPACE and text[at : at + 1] in tuple(_SPACE):
            end, after = _past_blanks(text, at, stop), _past_blanks(value, index, len(value))
            found += [(at, end)] * (after - index)
            at, index = end, after
            continue
        length = _length(text, at, value[index], node.style)
        if not length or at + length > stop:
            return None
        found.append((at, at + length))
        at, index = at + length, index + 1
    return found


def _past_blanks(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] in _SPACE:
        start += 1
    return start


def _length(text: str, at: int, char: str, style: str | None) -> int:
    """Return how many code points of a file write one of a value there; 0 if they do not."""
    if style == "'" and char == "'":
        return 2 if text.startswith("''", at) else 0
    if style == '"' and text.startswith("\\", at):
        match = _ESCAPE.match(text, at)
        if match is None:
            return 0
        digits = match[1] or match[2] or match[3]
        meant = chr(int(digits, 16)) if digits else _ESCAPED.get(match[4], "")
        return match.end() - at if meant == char else 0
    return 1 if text.startswith(char, at) else 0
