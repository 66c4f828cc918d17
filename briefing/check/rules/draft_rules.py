"""Rules about drafts: what their author still has to decide."""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from briefing.check.findings import warning
from briefing.errors import Place, Problem
from briefing.library.library import Library
from briefing.model.card import Card
from briefing.text.cleaning import clean
from briefing.text.files import read_text

TO_DECIDE: Final = "to-decide"
"""Code of the findings that are comments."""
_MARK: Final = "# check:"
_LINE: Final = re.compile(r"^(?P<indent>[ ]*)# check:[ \t]*(?P<what>.*?)[ \t]*$", re.MULTILINE)
_REMEDY: Final = "decide, then delete the line"


def left_to_decide(card: Card, library: Library) -> Iterator[Problem]:
    """Find the comments `# check: …` on lines of their own, such as `briefing new` writes."""
    text = read_text(library.root, card.file)
    if isinstance(text, Problem) or _MARK not in text:
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    within = _lines_of_values(text)
    for match in _LINE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if line in within:
            continue
        place = Place(card.file, line, len(match["indent"]) + 1)
        what = clean(match["what"]) or "something"
        yield warning(TO_DECIDE, place, f"still to be decided: {what}", _REMEDY)


def _lines_of_values(text: str) -> frozenset[int]:
    """Return the 1-based lines that belong to a value over several lines: no comment is there."""
    lines: set[int] = set()
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, yaml.ScalarToken):
            first, last = token.start_mark.line, token.end_mark.line
            # The end of a block is the beginning of the line after it.
            last -= token.end_mark.column == 0 and last > first
            lines.update(range(first + 2, last + 2))
    return frozenset(lines)
