"""Which words of a page to light: an item's evidence, and what a search matched."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefing.model.card import Item
from briefing.model.core import Span
from briefing.tui.content.pages.page import SourcePage
from briefing.tui.lineview.blocks import Block, Mark
from briefing.tui.lineview.roles import TextRole

_KEPT = 512
"""So many blocks are remembered; more than any screen has."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def evidence_marks(
    item: Item, source_id: str, piece: int, page: SourcePage
) -> dict[int, list[Mark]]:
    """Return the stretches of a source that an item rests on.

    Args:
        item: The item.
        source_id: The source that is shown.
        piece: Index of the piece of evidence to light most.
        page: The source laid out.

    Returns:
        Block index to marks: `evidence` for that piece, `more-evidence` for the others.
    """
    marks: dict[int, list[Mark]] = {}
    order = sorted(range(len(item.evidence)), key=lambda n: n == piece)
    for n in order:
        passage = item.evidence[n].passage
        if item.evidence[n].source != source_id or passage.paragraph is None:
            continue
        role: TextRole = "evidence" if n == piece else "more-evidence"
        for paragraph, spans in passage.parts:
            if (block := page.block(paragraph)) is None:
                continue
            found = marks.setdefault(block, [])
            found += [Mark(span.start, span.end, role) for span in spans]
    return marks


def words_at(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the whole words that some stretches of a text touch, each once.

    Args:
        text: The text a search matched.
        spans: The characters it matched, such as the beginning of a word.
    """
    words = {
        match.group(): None
        for span in spans
        for match in _WORD.finditer(text)
        if match.start() < span.end and span.start < match.end()
    }
    return tuple(words)


class WordMarks(Mapping[int, Sequence[Mark]]):
    """The hits of a search in a page: block index to marks, for blocks that have any.

    A block is looked through when it is asked for: only those on the screen are.
    """

    def __init__(self, blocks: Sequence[Block], pattern: re.Pattern[str]) -> None:
        """Look for a pattern.

        Args:
            blocks: The page.
            pattern: Finds the words.
        """
        self._blocks, self._pattern = blocks, pattern
        self._known: dict[int, list[Mark]] = {}

    def __getitem__(self, index: int) -> Sequence[Mark]:
        found = self._known.get(index)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            text = self._blocks[index].text if 0 <= index < len(self._blocks) else ""
            found = [Mark(*match.span(), "hit") for match in self._pattern.finditer(text)]
            self._known[index] = found
        if not found:
            raise KeyError(index)
        return found

    def __iter__(self) -> Iterator[int]:
        return (index for index in range(len(self._blocks)) if index in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True  # whether there are any would take a look at all blocks


class Layers(Mapping[int, Sequence[Mark]]):
    """Marks over other marks of the same blocks."""

    def __init__(
        self, over: Mapping[int, Sequence[Mark]], under: Mapping[int, Sequence[Mark]]
    ) -> None:
        """Lay marks over others.

        Args:
            over: What is drawn first, where both are.
            under: What is drawn after it.
        """
        self._layers = over, under

    def __getitem__(self, index: int) -> Sequence[Mark]:
        found = [mark for layer in self._layers for mark in layer.get(index, ())]
        if not found:
            raise KeyError(index)
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(sorted({index for layer in self._layers for index in layer}))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(self._layers)


def word_marks(blocks: Sequence[Block], words: Collection[str]) -> Mapping[int, Sequence[Mark]]:
    """Return the hits of a search in a page.

    Args:
        blocks: The page.
        words: The words that matched, as they are in the text.

    Returns:
        Block index to marks, for blocks that have any.
    """
    pattern = _pattern(words)
    return WordMarks(blocks, pattern) if pattern else {}


def _pattern(words: Collection[str]) -> re.Pattern[str] | None:
    wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return None
    parts = (_whole(word) for word in wanted)
    return re.compile("|".join(parts), re.IGNORECASE)


def _whole(word: str) -> str:
    """Ask for word edges only where the script writes them: beside ASCII letters and digits."""
    before = r"(?<!\w)" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?!\w)" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"
