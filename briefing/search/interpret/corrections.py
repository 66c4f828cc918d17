"""What is said about words that were not found as typed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.search.interpret.interpretation import Interpretation
from briefing.search.interpret.lexicon import Lexicon
from briefing.search.interpret.plan import Wanted
from briefing.search.language.slip_budget import budget
from briefing.search.language.words import is_number
from briefing.search.results import QueryNote

_SUGGESTED = 5
_FURTHER = 2
"""How many slips more than in a search a mere suggestion may be away."""


def corrected_words(
    query: str,
    wanted: Sequence[Wanted],
    found: Sequence[Sequence[Interpretation | None]],
    lexicon: Lexicon,
) -> Mapping[str, str]:
    """Return the words that no hit holds as typed, each with what was found instead.

    Args:
        query: What was typed.
        wanted: Its words.
        found: For each hit, the reading found for each word; without hits, each word's likeliest
            reading takes its place.
        lexicon: Where words are looked up.

    Returns:
        What was typed and what was found; `…` after the beginning of a word.
    """
    found = found or [[word.likeliest for word in wanted]]
    corrected: dict[str, str] = {}
    for number, word in enumerate(wanted):
        counts = Counter(interpretations[number] for interpretations in found)
        counts.pop(None, None)
        if not counts or not all(
            interpretation and interpretation.corrected for interpretation in counts
        ):
            continue
        interpretation = max(filter(None, counts), key=lambda read: (read.likeness, counts[read]))
        first = last = word.unit
        if interpretation.joined:
            after = wanted[number + 1] if number + 1 < len(wanted) else None
            if after and interpretation in after.interpretations:
                last = after.unit
            else:
                first = wanted[number - 1].unit
        going_on = (
            "…" if interpretation.prefix and not lexicon.count(interpretation.words[-1]) else ""
        )
        corrected[query[first.start : last.end]] = " ".join(interpretation.words) + going_on
    return corrected


def unheld_words(
    query: str, wanted: Sequence[Wanted], found: Sequence[Sequence[Interpretation | None]]
) -> list[QueryNote]:
    """Return a remark on each word that none of the hits holds, however it is read.

    Args:
        query: What was typed.
        wanted: Its words.
        found: For each hit, the reading found for each word; nothing is said without hits.
    """
    notes: list[QueryNote] = []
    for number, word in enumerate(wanted):
        if found and not any(interpretations[number] for interpretations in found):
            start, end = word.unit.start, word.unit.end
            notes.append(QueryNote(start, end, f"no hit holds {query[start:end]!r}"))
    return notes


def nearest_words(wanted: Sequence[Wanted], lexicon: Lexicon) -> tuple[str, ...]:
    """Return words of the index that look like those that cannot be read, likeliest first.

    Only words with the same first two letters are looked at: a suggestion may not cost more than
    the search.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found: dict[str, tuple[int, int]] = {}
    for word in wanted:
        text = word.unit.word
        if word.interpretations or len(text) < 3 or is_number(text):
            continue
        slips = min(budget(text) + _FURTHER, len(text) // 2)
        choices = list(lexicon.starting(text[:2]))
        for other, distance, _ in process.extract(
            text, choices, scorer=OSA.distance, score_cutoff=slips, limit=_SUGGESTED
        ):
            found[other] = (int(distance), -lexicon.count(other))
    return tuple(sorted(found, key=lambda other: (found[other], other))[:_SUGGESTED])
