"""Rows as comma-separated values, and text that Markdown shows as it is."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(
    r"([\\`*_\[\]<>#|~&@$])|(:)(?=//)|(?<=www)(\.)|^([ \t]*)([-+=:])|^([ \t]*\d+)([.)])",
    re.MULTILINE,
)
"""What Markdown may take for a mark, a link or a tag, or as a line begins for a list or a rule."""
_INDENT = re.compile(r"(?<=\n)[ \t]+")
"""What Markdown may take for the beginning of a line of code."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return rows as the lines of a table (RFC 4180), the first one naming the columns.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it: what is in a
    library is text. A cell of several lines is of several lines here too.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return stream.getvalue().split("\n")[:-1]


def markdown_text(text: str) -> str:
    """Return text for Markdown, in which nothing is read as a mark, a link or a tag.

    Lines stay lines, but for their indent.
    """
    return _SPECIAL.sub(_escaped, _INDENT.sub("", text))


def _escaped(match: re.Match[str]) -> str:
    """Return what was matched with a backslash before its last character."""
    return f"{match[0][:-1]}\\{match[0][-1]}"
