"""Evidence of absence: words that occur nowhere in a source."""

from collections.abc import Iterator, Sequence

from briefing.evidence.texts.folded import FoldedSource
from briefing.evidence.texts.spellings import is_part_of_number, spellings
from briefing.model.core import Span, State
from briefing.model.evidence import Passage

_REMEDY = "read it, then drop the word or the claim"


def find_absence(source: FoldedSource, words: Sequence[str]) -> Passage:
    """Look for words that a card says are nowhere in a source, furniture included.

    A word is there in whatever spelling and form (see `spellings`), because "nothing is said of
    costs" is wrong where the source speaks of costing. A phrase has to be in one paragraph.

    Args:
        source: The source.
        words: Words or phrases.

    Returns:
        State `absent` where none is there; else `present`, with what was found, the numbers of
        the paragraphs and the remedy.
    """
    told, numbers = [], []
    for each in dict.fromkeys(words):
        for number, span in places_of(source, each):
            found = source.source.paragraph(number).text[span.start : span.end]
            same = found.casefold() == each.casefold()
            form = "" if same else f", a form of '{each}',"
            told.append(f"'{found}'{form} is in paragraph {number}")
            numbers.append(number)
            break
    if not told:
        return Passage(State.ABSENT, score=100.0)
    reason = ", and ".join(told)
    return Passage(State.PRESENT, candidates=tuple(numbers), reason=reason, remedy=_REMEDY)


def places_of(source: FoldedSource, words: str) -> Iterator[tuple[int, Span]]:
    """Yield where words, or other forms of them, are in a source, in reading order.

    Args:
        source: The source.
        words: A word or a phrase.

    Yields:
        The 1-based number of the paragraph, and the words in code points of its text.
    """
    whole = source.whole
    for found in spellings(words, source.language).finditer(whole):
        if found[0][:1].isdigit() and is_part_of_number(whole, found.start(), found.end()):
            continue
        for part in source.parts(found.start(), found.end()):
            yield source.source.paragraphs[part.block].number, part.span
