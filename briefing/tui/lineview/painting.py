"""One line of a line view, drawn: edge, gutter, lead and text with its roles."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.text.width import cells
from briefing.tui.lineview.blocks import Block, Mark
from briefing.tui.lineview.wrapping import Line, snap

Bar = Literal["", "bar", "quiet-bar"]
"""The cursor at the left edge: none, in the view that has the focus, in one that has not."""

EDGE = 2
"""Cells for the cursor bar and the space after it."""
_BARS = {"": " ", "bar": "▌", "quiet-bar": "▏"}
_AFTER_GUTTER = 2

StyleOf = Callable[..., Style]
"""Gives the style of any roles laid over each other, the last one on top."""


def gutter_cells(width: int) -> int:
    """Return the cells that a gutter of this width takes with the space after it."""
    return width + _AFTER_GUTTER if width else 0


class PaintedLine(NamedTuple):
    """All that one line needs to be drawn."""

    block: Block
    number: int
    """Index of the block in its view."""
    row: int
    """Line within the block, from 0."""
    span: Line | None
    """Stretch of the block's text on this line; None for the empty line after it."""
    gutter: int
    """Cells of the view's gutter."""
    right: int
    """Cells from the left edge to where the block's tail ends."""
    bar: Bar
    """The cursor at the left edge."""
    lit: Sequence[Mark]
    """Stretches lit for now, over the block's own marks."""
    dimmed: bool
    """Whether the text is dimmed because another block matters."""
    selected: tuple[int, int] | None
    """Stretch of the text that the user selected."""


class PaintedSides(NamedTuple):
    """A line of two columns."""

    left: PaintedLine | None
    """None where that side has nothing on it."""
    right: PaintedLine | None
    edge: int
    """Cells from the left edge of the view to that of the right column."""


Painted = PaintedLine | PaintedSides
"""A line, of one column or of two."""


def paint(line: Painted | None, width: int, style_of: StyleOf, *, placed: bool = False) -> Strip:
    """Draw a line; none is blank.

    Args:
        line: What to draw.
        width: Cells to fill.
        style_of: Gives styles.
        placed: Whether the text carries its place for Textual's text selection: code point (x) and
            block (y). That makes each piece a style of its own, which none of the toolkit's caches
            knows, and so most of the work of painting.
    """
    if line is None:
        return Strip.blank(width, style_of())
    if isinstance(line, PaintedLine):
        return _painted(line, width, style_of, placed=placed)
    edge = min(line.edge, width)
    left = paint(line.left, edge, style_of, placed=placed)
    right = paint(line.right, width - edge, style_of, placed=placed)
    return Strip([*left, *right], width)


def _painted(line: PaintedLine, width: int, style_of: StyleOf, *, placed: bool) -> Strip:
    """Draw a line of one column.

    Args:
        line: What to draw.
        width: Cells to fill.
        style_of: Gives styles.
        placed: Whether its text carries its place.
    """
    if line.span is None:
        if not placed:
            return Strip.blank(width, style_of())
        rest = Strip.blank(width - 1, style_of()).apply_offsets(len(line.block.text), line.number)
        return Strip([Segment(" ", style_of()), *rest], width)
    base = ("cursor",) if line.bar else ()
    edge = _edge(line, base, style_of)
    before = sum(cells(piece.text) for piece in edge)
    text = _text(line, line.span, base, style_of)
    within = sum(cells(piece.text) for piece in text)
    pads = _pads(line, line.span, width - before - within) if line.block.pads else ()
    filled = before + within + sum(extra for _, extra in pads)
    # One strip from the pieces of both: making and joining strips made most of the work here.
    if pads:
        blank = style_of(*base)
        pieces = [*edge, *_padded(Strip(text, within), line, pads, blank, placed=placed)]
    elif placed:
        pieces = [*edge, *_placed(text, line.span[0], line.number)]
    else:
        pieces = edge + text
    if filled < width:
        pieces += _rest(line, filled, width, base, style_of)
    strip = Strip(pieces, max(filled, width))
    return strip if filled <= width else strip.crop(0, width)


def _placed(pieces: Iterable[Segment], x: int, y: int) -> Iterator[Segment]:
    """Yield pieces of text that carry their place, as `Strip.apply_offsets` has it."""
    for text, style, _ in pieces:
        place = Style.from_meta({"offset": (x, y)})
        yield Segment(text, style + place if style else place)
        x += len(text)


def _rest(
    line: PaintedLine, filled: int, width: int, base: tuple[str, ...], style_of: StyleOf
) -> Iterator[Segment]:
    """Yield what fills a line behind its text: blanks, and on the first line the block's tail."""
    tail = line.block.tail
    end = min(line.right, width)
    start = end - cells(tail.text)
    if line.row or not tail.text or start <= filled:
        yield Segment(" " * (width - filled), style_of(*base))
        return
    yield Segment(" " * (start - filled), style_of(*base))
    yield Segment(tail.text, style_of(*base, *_named(tail.role)))
    yield Segment(" " * (width - end), style_of(*base))


def _pads(line: PaintedLine, span: Line, room: int) -> Sequence[tuple[int, int]]:
    """Return the pads within a line, from its start; none where they would not fit."""
    start, end = span
    pads = [(place - start, extra) for place, extra in line.block.pads if start <= place < end]
    return pads if sum(extra for _, extra in pads) <= room else ()


def _padded(
    text: Strip,
    line: PaintedLine,
    pads: Sequence[tuple[int, int]],
    blank: Style,
    *,
    placed: bool,
) -> Iterator[Segment]:
    """Yield a line's text with empty cells before some of its code points."""
    start = line.span[0] if line.span else 0
    cuts = [cells(line.block.text[start : start + place]) for place, _ in pads]
    parts = text.divide([*cuts, text.cell_length])
    place = 0
    for part, (upto, extra) in zip(parts, [*pads, (0, 0)], strict=True):
        yield from _placed(part, start + place, line.number) if placed else part
        place = upto
        if extra:
            yield Segment(" " * extra, blank)


def _edge(line: PaintedLine, base: tuple[str, ...], style_of: StyleOf) -> list[Segment]:
    block, plain = line.block, style_of(*base)
    edge = [Segment(_BARS[line.bar], style_of(*base, line.bar) if line.bar else plain)]
    blank = EDGE - 1 + gutter_cells(line.gutter)
    runs = block.gutter if line.row == 0 else ()
    if runs:
        blank -= _AFTER_GUTTER + block.gutter_width
        edge.append(Segment(" " * blank, plain))
        edge += [Segment(run.text, style_of(*base, *_named(run.role))) for run in runs]
        blank = _AFTER_GUTTER
    lead = block.lead
    edge.append(Segment(" " * (blank + block.indent), plain))
    if lead.text and line.row == 0:
        edge.append(Segment(lead.text, style_of(*base, *_named(lead.role))))
    elif lead.text:
        further = block.further
        if further.text:
            edge.append(Segment(further.text, style_of(*base, *_named(further.role))))
        edge.append(Segment(" " * (cells(lead.text) - cells(further.text)), plain))
    return edge


def _text(line: PaintedLine, span: Line, base: tuple[str, ...], style_of: StyleOf) -> list[Segment]:
    start, end = span
    text = line.block.text
    roles = (*base, *_named(line.block.role), *(("dimmed",) if line.dimmed else ()))
    marks = [m for m in (*line.block.marks, *line.lit) if m.start < end and m.end > start]
    if line.selected:
        marks.append(Mark(*line.selected, "selection"))
    if not marks:
        return [Segment(text[start:end], style_of(*roles))]
    marks = [Mark(snap(text, m.start), snap(text, m.end), m.role) for m in marks]
    cuts = {start, end, *(place for m in marks for place in (m.start, m.end))}
    edges = sorted(cut for cut in cuts if start <= cut <= end)
    return [
        Segment(text[left:right], style_of(*roles, *_over(marks, left, right)))
        for left, right in pairwise(edges)
    ]


def _over(marks: Sequence[Mark], left: int, right: int) -> tuple[str, ...]:
    roles = tuple(m.role for m in marks if m.role and m.start <= left and right <= m.end)
    if "evidence" in roles and "hit" in roles:
        # What a search matched within the evidence must not take its colour.
        others = tuple(role for role in roles if role not in ("evidence", "hit"))
        return (*others, "evidence-hit")
    return roles


def _named(role: str) -> tuple[str, ...]:
    return (role,) if role else ()
