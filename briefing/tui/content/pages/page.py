"""Cards and sources as they are laid out: what the panes hold, before anything is laid out too."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.tui.lineview.blocks import Block

if TYPE_CHECKING:
    from briefing.model.card import Item


class CardPage(NamedTuple):
    """A card laid out, and which of its blocks is what."""

    blocks: tuple[Block, ...]
    items: "Mapping[int, Item]"
    """Items by the index of the block that holds their text."""
    places: Mapping[str, int]
    """Index of the block by item id."""
    sections: tuple[tuple[str, int], ...]
    """Title of each section and the index of its first item's block."""
    shifts: Mapping[int, int]
    """Code points before an item's own text in its block, where there are any."""

    def section_of(self, block: int) -> int | None:
        """Return the index of the section in which a block is; None above the first."""
        found = [n for n, (_, first) in enumerate(self.sections) if first <= block]
        return found[-1] if found else None


class SourcePage(NamedTuple):
    """A source laid out, and where its paragraphs begin."""

    blocks: Sequence[Block]
    first: int
    """Index of the block of paragraph 1."""
    body: Sequence[int] = ()
    """1-based numbers of the paragraphs that are part of the story, rising."""
    cited: Collection[int] = ()
    """Numbers of paragraphs that something verified rests on."""
    omitted: Collection[int] = ()
    """Numbers of paragraphs that a card leaves out on purpose."""
    numbers: Sequence[int] = ()
    """1-based numbers of the paragraphs that have blocks, rising: furniture may be folded."""
    furniture: int = 0
    """How many paragraphs are in the file but not in the story."""

    def block(self, paragraph: int) -> int | None:
        """Return the index of the block of a paragraph, counted from 1; None if it is folded."""
        at = bisect_left(self.numbers, paragraph)
        found = at < len(self.numbers) and self.numbers[at] == paragraph
        return self.first + at if found else None

    def paragraph(self, block: int) -> int | None:
        """Return the number of the paragraph at a block; None for the head and the folded line."""
        at = block - self.first
        return self.numbers[at] if 0 <= at < len(self.numbers) else None

    @property
    def folded(self) -> bool:
        """Whether furniture is one line."""
        return self.furniture > 0 and len(self.numbers) == len(self.body)

    def next_uncited(self, paragraph: int, direction: int) -> int | None:
        """Return the nearest body paragraph that nothing verified rests on and no card leaves out.

        Args:
            paragraph: The number of a paragraph, which itself does not count; 0 for the head.
            direction: 1 for those after it, -1 for those before it.
        """
        after, before = bisect_right(self.body, paragraph), bisect_left(self.body, paragraph) - 1
        at = after if direction > 0 else before
        while 0 <= at < len(self.body):
            if self.body[at] not in self.cited and self.body[at] not in self.omitted:
                return self.body[at]
            at += direction
        return None


NO_SOURCE = SourcePage((), 0)
"""What is beside a card that no source supports."""


def empty_page() -> CardPage:
    """Lay out that a library has no card, and what one can do about it."""
    blocks = (
        Block("There is no card in this library yet", "title"),
        Block("A card is a YAML file in its folder content/meetings.", "quiet"),
        Block("docs/card-format.md describes the format; / searches its sources.", "quiet"),
    )
    return CardPage(blocks, {}, {}, (), {})
