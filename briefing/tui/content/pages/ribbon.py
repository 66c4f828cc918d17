"""The ribbon beside a source: one sign a row for all its paragraphs, whatever is on the screen.

It is as high as the view and stands for the whole source, so that one sees at a glance which part
the cards rest on. Each kind has a shape of its own, for there may be no colours.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.tui.content.pages.page import SourcePage
from briefing.tui.lineview.blocks import Layout, Run

NOTHING: Final = Run(" ")
FURNITURE: Final = Run("·", "gutter")
UNCITED: Final = Run("│", "gutter")
OMITTED: Final = Run("┊", "quiet")
CITED: Final = Run("┃", "cited")
HIT: Final = Run("━", "hit")
EVIDENCE: Final = Run("┃", "evidence")
RANKS: Final = (NOTHING, FURNITURE, UNCITED, OMITTED, CITED, HIT, EVIDENCE)
"""What a row can say, what matters most last: a row may stand for several paragraphs."""

MANY: Final = 2000
"""In a source of more paragraphs than this, furniture is not told from what is not cited, and the
ribbon shows no hits: for those all of it would have to be looked through."""

Rows = Sequence[int]
"""For each row of the ribbon an index into `RANKS`."""


def base_rows(page: SourcePage, layout: Layout, height: int) -> list[int]:
    """Return a ribbon that shows what is cited and what was left out.

    Args:
        page: The source laid out.
        layout: Where its blocks are.
        height: Rows of the ribbon.
    """
    rows = [0] * height
    if not page.numbers:
        return rows
    unfolded = page.furniture > 0 and not page.folded
    if len(page.numbers) <= MANY:
        body = set(page.body) if unfolded else ()
        for number in page.numbers:
            in_story = not unfolded or number in body
            _raise(rows, page, layout, (number,), UNCITED if in_story else FURNITURE)
    else:
        first = _row(layout.top(page.first), layout, height)
        rows[first:] = [RANKS.index(UNCITED)] * (height - first)
    _raise(rows, page, layout, page.omitted, OMITTED)
    _raise(rows, page, layout, page.cited, CITED)
    return rows


def lit_rows(
    rows: Rows,
    page: SourcePage,
    layout: Layout,
    hits: Iterable[int],
    evidence: Iterable[int],
) -> list[int]:
    """Return a ribbon with what is lit for now on top of what is always shown.

    Args:
        rows: The ribbon below.
        page: The source laid out.
        layout: Where its blocks are.
        hits: Numbers of the paragraphs in which a search found something.
        evidence: Numbers of the paragraphs that the item under the card's cursor rests on.
    """
    lit = list(rows)
    _raise(lit, page, layout, hits, HIT)
    _raise(lit, page, layout, evidence, EVIDENCE)
    return lit


def _raise(
    rows: list[int], page: SourcePage, layout: Layout, numbers: Iterable[int], run: Run
) -> None:
    """Let rows that stand for some paragraphs say at least this."""
    rank, height = RANKS.index(run), len(rows)
    for number in numbers:
        block = page.block(number)
        if block is None:
            continue
        first = _row(layout.top(block), layout, height)
        # With the empty line after it, so that the ribbon has no gaps.
        last = _row(layout.top(block + 1) - 1, layout, height)
        for row in range(first, min(last, height - 1) + 1):
            rows[row] = max(rows[row], rank)


def _row(line: int, layout: Layout, height: int) -> int:
    """Return the row that stands for a line: the one beside it where all lines are in view."""
    return line if layout.height <= height else line * height // layout.height
