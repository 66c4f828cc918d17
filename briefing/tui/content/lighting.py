"""Which words of a page to light: an item's evidence, and what a search matched."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.model import Item, Span
from briefing.tui.blocks import Block, Mark
from briefing.tui.content.pages import SourcePage
from briefing.tui.looks import Look

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
        look: Look = "evidence" if n == piece else "more-evidence"
        for paragraph, spans in passage.parts:
            found = marks.setdefault(page.block(paragraph), [])
            found += [Mark(span.start, span.end, look) for span in spans]
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


def find_words(text: str, words: Collection[str]) -> list[tuple[int, int]]:
    """Return where any of some words stand as whole words in a text, whatever their case."""
    pattern = _pattern(words)
    return [match.span() for match in pattern.finditer(text)] if pattern else []


def word_marks(blocks: Sequence[Block], words: Collection[str]) -> Mapping[int, list[Mark]]:
    """Return the hits of a search in a page.

    Args:
        blocks: The page.
        words: The words that matched, as they stand in the text.

    Returns:
        Block index to marks, for blocks that have any.
    """
    pattern = _pattern(words)
    if pattern is None:
        return {}
    found = (
        (index, [Mark(*match.span(), "hit") for match in pattern.finditer(block.text)])
        for index, block in enumerate(blocks)
    )
    return {index: marks for index, marks in found if marks}


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
