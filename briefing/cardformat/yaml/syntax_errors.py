"""What a parser's complaint about a YAML text comes from, and what to do about it.

A parser says where it gave up, in its own terms. The cause often is elsewhere: a colon that is
missing is noticed on the next line, a bracket that is not closed at the end of the file. Each
function here knows one kind of cause and returns None where it is not that one.
"""

import re
from collections.abc import Callable
from typing import Final

import yaml

from briefing.cardformat.yaml.composing import TOO_DEEP, open_quote
from briefing.cardformat.yaml.cutting import Mistake, YamlLine
from briefing.cardformat.yaml.indentation import (
    align,
    block_header,
    fitting_indent,
    key_columns,
    out_of_line,
)
from briefing.cardformat.yaml.lines import (
    COLONS,
    COMMENT_OR_QUOTED,
    HEADER,
    closed_quote,
    content_row,
    content_rows,
    open_bracket,
    open_quote_above,
)

_IN_QUOTES: Final = "put the value in quotes"
_CURLY: Final = "‘’“”„«»"
_ODD_INDENT: Final = re.compile("[ \t]*[\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")
_CLOSING: Final = {"[": "]", "{": "}"}


class _Found:
    """A parser's complaint beside the lines it is about; rows and columns count from 0."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        self.lines = lines
        self.context = error.context or ""
        self.problem = error.problem or self.context
        mark = error.problem_mark or error.context_mark
        last = len(lines) - 1
        while last > 0 and not lines[last].strip():
            last -= 1
        self.at_end = mark is not None and mark.line > last
        self.row = min(mark.line, last) if mark else 0
        self.column = len(lines[last]) if self.at_end or mark is None else mark.column
        opened = error.context_mark or mark
        self.open_row = min(opened.line, last) if opened else 0
        self.open_column = opened.column if opened else 0

    @property
    def line(self) -> str:
        """The line on which the parser gave up."""
        return self.lines[self.row]

    @property
    def before(self) -> str:
        """What is before the place on its line, without blanks at its end."""
        return self.line[: self.column].rstrip()

    @property
    def here(self) -> str:
        """The character at the place; empty at the end of a line."""
        return self.line[self.column : self.column + 1]

    def says(self, *words: str) -> bool:
        """Return whether one of these is in what the parser says."""
        return any(each in self.problem or each in self.context for each in words)


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Mistake:
    """Return the mistake behind a parser's complaint.

    Args:
        error: What PyYAML raised, with or without libyaml.
        lines: The lines of the text it read.
    """
    found = _Found(error, lines)
    for look in _LOOKS:
        if (mistake := look(found)) is not None:
            return mistake
    message = f"not readable as YAML: {found.problem}"
    return Mistake(found.row, found.column, message, _IN_QUOTES)


def _depth(found: _Found) -> Mistake | None:
    if not found.says("nesting depth"):  # libyaml looks ahead, and has a limit of its own
        return None
    return Mistake(found.row, found.column, *TOO_DEEP, code="too-deep", whole=True)


def _blanks(found: _Found) -> Mistake | None:
    """Find a line indented with what looks like a space, or with tabs."""
    for row in (found.open_row, found.row):
        if (odd := _ODD_INDENT.match(found.lines[row])) is not None:
            code = ord(odd[0][-1])
            message = f"the line is indented with U+{code:04X}, which is no space to YAML"
            indent, hint = fitting_indent(found.lines, row), "indent with spaces"
            return Mistake(row, odd.end() - 1, message, hint, whole=True, indent=indent)
    if not found.says("tab character") and found.here != "\t":
        return None
    if found.before.endswith("-"):
        message, hint = "a tab cannot follow '-' in YAML", "write '- ' with a space"
        return Mistake(found.row, found.column, message, hint, whole=True)
    message, hint = "a tab cannot indent YAML", "indent with spaces"
    indent = fitting_indent(found.lines, found.row)
    return Mistake(found.row, found.column, message, hint, whole=True, indent=indent)


def _first_character(found: _Found) -> Mistake | None:
    """Find a value that begins with a character that means something to YAML."""
    if found.says("directive", "incompatible YAML"):
        return Mistake(found.row, 0, "a line cannot begin with '%'", _IN_QUOTES)
    if found.says("cannot start any token", "mapping keys are not allowed"):
        return _cannot_begin(found.row, found.column, found.here)
    if found.says("an alias", "an anchor", "a tag", "tag handle"):
        mark = found.lines[found.open_row][found.open_column : found.open_column + 1]
        return _cannot_begin(found.open_row, found.open_column, mark)
    if found.says("a block scalar"):
        mark = found.lines[found.open_row][found.open_column : found.open_column + 1]
        message = f"'{mark}' at its beginning makes a value a block of the lines below"
        return Mistake(found.open_row, found.open_column, message, _IN_QUOTES)
    if found.says("sequence entries are not allowed"):
        hint = "put the value in quotes, or the entry on a line of its own"
        return Mistake(found.row, found.column, "'- ' is not expected here", hint)
    return None


def _cannot_begin(row: int, column: int, character: str) -> Mistake:
    return Mistake(row, column, f"a value cannot begin with '{character}'", _IN_QUOTES)


def _escape(found: _Found) -> Mistake | None:
    if not found.says("escape", "hexdecimal", "hexadecimal"):
        return None
    column = found.line.rfind("\\", 0, found.column + 1)
    message = "unknown escape after a backslash"
    return Mistake(found.row, max(column, 0), message, "double the backslash")


def _endless_quote(found: _Found) -> Mistake | None:
    if not found.says("end of stream", "document indicator", "document separator"):
        return None
    mark = found.lines[found.open_row][found.open_column : found.open_column + 1]
    return open_quote(found.open_row, found.open_column, mark or '"')


def _comment(found: _Found) -> Mistake | None:
    """Find a comment that has cut off the rest of a value, or a bracket that should follow."""
    if found.says("flow mapping", "flow sequence"):
        rows = range(found.row - 1 if not found.at_end else found.row, found.open_row - 1, -1)
    else:
        row = found.open_row if found.says("expected ':'") else found.row
        line, above = YamlLine.of(found.lines[row]), content_row(found.lines, row)
        if line.key or line.dashes or above is None:
            return None
        rows = range(above, above - 1, -1)
    for row in rows:
        for match in COMMENT_OR_QUOTED.finditer(found.lines[row]):
            place = match.start("comment")
            kept = found.lines[row][: max(place, 0)].rstrip()
            if place >= 0 and kept and kept[-1] not in "\"',[]{}:-|>":
                message = "' #' begins a comment, which cuts the value off"
                return Mistake(row, place, message, _IN_QUOTES)
    return None


def _brackets(found: _Found) -> Mistake | None:
    """Find what is wrong between brackets."""
    if not found.says("flow mapping", "flow sequence"):
        return None
    opening = found.lines[found.open_row][found.open_column : found.open_column + 1]
    closing = _CLOSING.get(opening, "]")
    if found.at_end or _is_block_line(found):
        return _open_bracket(found.open_row, found.open_column, opening)
    if found.here and found.here in "]}":
        message = f"expected '{closing}' for the '{opening}' before it, found '{found.here}'"
        return Mistake(found.row, found.column, message, f"close it with '{closing}'")
    if found.here == ":":
        return _colon_inside(found)
    if found.before[-1:] in ("'", '"'):
        return _after_quote(found)
    start = re.split(r"[\[{,]|: ", found.before)[-1].lstrip()
    if start[:1] in ("*", "&", "!"):
        return _cannot_begin(found.row, found.before.rindex(start), start[0])
    message = f"expected ',' or '{closing}'"
    return Mistake(found.row, found.column, message, "is a value to be put in quotes?")


def _is_block_line(found: _Found) -> bool:
    """Return whether the place begins a line that is in no bracket: one was not closed above."""
    if found.row == found.open_row:
        return False
    line, opener = YamlLine.of(found.line), YamlLine.of(found.lines[found.open_row])
    begins = found.column <= line.value_column
    return begins and bool(line.key or line.dashes) and line.indent <= opener.column


def _open_bracket(row: int, column: int, opening: str) -> Mistake:
    hint = f"close it with '{_CLOSING.get(opening, ']')}', or put a value that begins so in quotes"
    return Mistake(row, column, f"the '{opening}' that opens here is never closed", hint)


def _no_value(found: _Found) -> Mistake | None:
    """Find a comma or a bracket where a value should be."""
    if not found.says("node content", "<stream end>"):
        return None
    if found.at_end or not found.here:
        opened = open_bracket(found.lines, found.row)
        return _open_bracket(*opened) if opened else None
    return _cannot_begin(found.row, found.column, found.here)


def _colon(found: _Found) -> Mistake | None:
    """Find why there is a `: ` where it cannot be: it is in a value, or the line above is wrong."""
    if not found.says("mapping values"):
        return None
    if ": " in found.before:
        return _colon_inside(found)
    row, line = found.row, YamlLine.of(found.line)
    for above in content_rows(found.lines, found.row):
        key = YamlLine.of(found.lines[above])
        if key.key.startswith("-"):
            return _no_key(found.lines, above)
        if key.key and key.value and key.column < line.column and not line.dashes:
            return align(found.lines, found.row, line.column, (key.column, above, key.key))
        if key.key and not key.value:
            break
        row = above
        if key.key or key.dashes or _odd_key(key):
            break
    return _no_key(found.lines, row) if row != found.row else _colon_inside(found)


def _colon_inside(found: _Found) -> Mistake:
    hint = _IN_QUOTES
    start = re.split(r"[\[{,]\s*|(?:: |- )\s*", found.before)[-1]
    if start[:1] and start[0] in _CURLY:
        hint = f"put the value in straight quote marks, as '{start[0]}' is none to YAML"
    return Mistake(found.row, found.column, "':' is not expected here, inside a value", hint)


def _missing_colon(found: _Found) -> Mistake | None:
    """Find a line that should be `key: value`."""
    if not found.says("expected ':'"):
        return None
    row = found.open_row
    above = content_row(found.lines, row)
    if above is not None and HEADER.search(found.lines[above]):
        return _shallow_block(found.lines, row, above)
    return _no_key(found.lines, row)


def _shallow_block(lines: list[str], row: int, header: int) -> Mistake:
    last = row
    while last + 1 < len(lines) and _is_text(lines[last + 1]):
        last += 1
    column = YamlLine.of(lines[header]).value_column
    message = f"the text below '{lines[header][column]}' is not indented"
    return Mistake(header, column, message, "indent its lines deeper than the key", through=last)


def _is_text(text: str) -> bool:
    line = YamlLine.of(text)
    return not line.key and not line.dashes


def _odd_key(line: YamlLine) -> bool:
    return re.match(rf"[\w-]+(?:[{COLONS}]|:\S)", line.value) is not None


def _no_key(lines: list[str], row: int) -> Mistake:
    """Return why a line is no `key: value` and no `- entry`."""
    line = YamlLine.of(lines[row])
    text, column = lines[row][line.column :].rstrip(), line.column
    if (odd := re.match(rf"[^:]*?([{COLONS}])", text)) is not None:
        message = f"'{odd[1]}' is no colon to YAML"
        return Mistake(row, column + odd.start(1), message, "write ': ', a colon and a space")
    if (tight := re.match(r"([\w-]+):(?=\S)", text)) is not None:
        message = f"a space is missing after '{tight[0]}'"
        return Mistake(row, column + tight.end(), message, f"write '{tight[0]} …'")
    if re.match(r"-[^\s-]", text):
        return Mistake(row, column + 1, "a space is missing after '-'", "write '- …'")
    if re.match(r"([\"']).*:.*\1$", text):
        return Mistake(row, column, "key and value are in quotes together", "quote the value alone")
    word = re.match(r"\S*", text)
    first = word[0] if word else ""
    shown = text if len(text) <= 40 else f"{text[:39].rstrip()}…"
    colon = "':'" if text == first else "': '"
    hint = f"put {colon} after '{first}', or indent the line deeper to go on with the value above"
    return Mistake(row, column, f"expected 'key: value', found '{shown}'", hint, whole=True)


def _after_end(found: _Found) -> Mistake | None:
    """Find what follows a value that has ended."""
    if not found.says("expected key", "expected '-'", "<block end>", "document start"):
        return None
    before = found.before
    value = YamlLine.of(found.line).value
    if before[-1:] in ("'", '"') and before.strip("- "):
        return _after_quote(found)
    if value[:1] in ("*", "&", "!") and before.strip("- "):
        return _cannot_begin(found.row, found.line.index(value[0]), value[0])
    if before[-1:] in ("]", "}"):
        if found.here and found.here in "]}":
            message = f"the '{found.here}' here closes nothing"
            return Mistake(found.row, found.column, message, "remove it")
        message = f"text goes on after the closing '{before[-1]}'"
        return Mistake(found.row, found.column, message, "put all of the value in quotes")
    if before.strip("- "):
        return None
    return _document_end(found) if found.says("document start") else _misaligned(found)


def _after_quote(found: _Found) -> Mistake:
    """Return why text follows a closing quote mark."""
    mark = found.before[-1]
    end = len(found.before)
    if closed_quote(found.line, end) is None:
        opened = open_quote_above(found.lines, found.row, mark)
        if opened is not None:
            return open_quote(*opened, mark, found.row)
    if (
        mark == "'"
        and end == found.column
        and found.before[-2:-1].isalnum() | (found.before[-2:-1] == "\\")
    ):
        message = "the apostrophe ends the value, which goes on"
        return Mistake(
            found.row, end - 1, message, "double the ', or put the value in double quotes"
        )
    inside = 'write each " inside as \\"' if mark == '"' else "double each ' inside"
    hint = f"put all of the value in quotes, and {inside}"
    message = f"text goes on after the closing {mark}"
    return Mistake(found.row, found.column, message, hint)


def _document_end(found: _Found) -> Mistake:
    """Return what ended the document above a line."""
    above = content_row(found.lines, found.row)
    if above is not None and found.lines[above].startswith("..."):
        message = "'...' at the beginning of a line ends a YAML document"
        hint = "remove it, or indent the line"
        return Mistake(above, 0, message, hint, whole=True, through=above)
    return _no_key(found.lines, above if above is not None else found.row)


def _misaligned(found: _Found) -> Mistake:
    """Return why a line fits neither the list nor the keys around it."""
    line = YamlLine.of(found.line)
    above = content_row(found.lines, found.row)
    if above is None:
        return _no_key(found.lines, found.row)
    if line.key.startswith("-"):
        return _no_key(found.lines, found.row)
    header = block_header(found.lines, found.row)
    columns = [column for column, _, _ in key_columns(found.lines, found.row)]
    is_near = bool(line.key) and any(abs(column - line.column) < 2 for column in columns)
    if header is not None and not is_near:
        message = f"this text is indented less than the block it belongs to, from line {header + 1}"
        return Mistake(found.row, line.column, message, "indent all its lines alike", whole=True)
    last = found.lines[above].rstrip()
    if not line.key and not line.dashes:
        if last[-1:] in ("'", '"', "]", "}") and YamlLine.of(last).value[:1] in (
            "'",
            '"',
            "[",
            "{",
        ):
            message = f"text goes on after the closing {last[-1]} on line {above + 1}"
            hint = "put all of the value in quotes"
            return Mistake(found.row, found.column, message, hint, whole=True)
        return _no_key(found.lines, found.row)
    return out_of_line(found.lines, found.row)


_LOOKS: Final[tuple[Callable[[_Found], Mistake | None], ...]] = (
    _depth,
    _blanks,
    _first_character,
    _escape,
    _endless_quote,
    _comment,
    _brackets,
    _no_value,
    _colon,
    _missing_colon,
    _after_end,
)
