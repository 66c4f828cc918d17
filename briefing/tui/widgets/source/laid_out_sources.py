"""The last few sources as laid out: evidence goes from one to another and back."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.tui.content.pages.page import SourcePage

if TYPE_CHECKING:
    from briefing.model.card import Citation
    from briefing.model.source import Source

    Citations = Mapping[int, Sequence[Citation]]
    Kept = tuple[Source, "SourceCounts", bool, SourcePage]
    """A source, what its page was laid out from, and the page."""

_MOST_PAGES = 4
_MOST_TEXT = 2**22
"""Code points of the sources behind these pages, the last one's not counted."""


class SourceCounts(NamedTuple):
    """What is counted beside the paragraphs of a source."""

    citations: "Citations"
    """Claims that rest on it, by paragraph number."""
    omitted: Collection[int] = ()
    """Numbers of the paragraphs that a card leaves out on purpose."""
    whose: str = ""
    """Whose claims these are where not those of all cards: `by this card`."""


class LaidOutSources:
    """Lays sources out, and keeps the last few."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}

    def page(self, source: "Source", counts: SourceCounts, *, folded: bool) -> SourcePage:
        """Return a source laid out.

        Args:
            source: The source.
            counts: What is counted beside it.
            folded: Whether what is not in the story is one line.
        """
        from briefing.tui.content.pages.source import source_page

        kept = self._kept.pop(source.id, None)
        before = kept[-1] if kept is not None and kept[0] is source else None
        if kept is None or before is None or kept[1:3] != (counts, folded):
            citations, omitted, whose = counts
            page = source_page(
                source, citations, before, omitted=omitted, whose=whose, folded=folded
            )
            kept = (source, counts, folded, page)
        self._kept[source.id] = kept
        self._trim()
        return kept[-1]

    def _trim(self) -> None:
        others = list(self._kept.values())[-2::-1]
        left = 0
        for number, (other, *_) in enumerate(others, start=2):
            left += len(other.text)
            if number > _MOST_PAGES or left > _MOST_TEXT:
                self._kept.pop(other.id, None)
