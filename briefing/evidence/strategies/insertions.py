"""Finding words with brackets of ours in them, and what each bracket masks in the source."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.evidence.strategies.masking import Verdict, judge_part_of_word, judge_words
from briefing.evidence.texts.edges import stands_alone
from briefing.evidence.texts.folded import FoldedSource, FoundWords
from briefing.evidence.texts.fragments import Fragment, squeeze
from briefing.language.sentences import STOPS, WIDE_STOPS
from briefing.text.folding import fold, is_word_character, is_word_edge

WORDS_MASKED = 5
"""How many words of the source a bracket may stand for."""
_REACH = 120
"""How many code points those may have."""
_LETTERS_MASKED = 12
"""How many letters of a word a bracket within a word may stand for."""

_DETERMINERS = frozenset(("the", "this", "these", "those", "our", "their", "its", "his", "her"))
"""Words that belong to the noun after them."""

_GAP = re.compile(rf"[,;:]? ?(?:[^ \n]+(?: [^ \n]+){{0,{WORDS_MASKED - 1}}})? ?")
_SENTENCE_END = re.compile(rf"[{STOPS}{WIDE_STOPS}]['\")]*(?: |$)")
_ABBREVIATION = re.compile(r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Prof))\.$")


class _Literal(NamedTuple):
    """A literal of a fragment as it is looked for."""

    text: str
    """Folded; without the spaces that belong to a bracket beside it."""
    inserted: str
    """What is in the bracket after it; empty for the last one."""
    attached: bool
    """Whether that bracket is part of a word."""
    spaced: tuple[bool, bool]
    """Whether a space parts that bracket from the literals before and after it."""


def find_inserted(
    folded: FoldedSource, fragment: Fragment, start: int, stop: int
) -> Iterator[FoundWords]:
    """Yield where a fragment with insertions is, allowed or not.

    Args:
        folded: The source.
        fragment: The words, with one insertion at least.
        start: Offset in the folded source to begin at.
        stop: Offset just past the last code point to look at.
    """
    literals = _literals(fragment)
    anchor = next(i for i, literal in enumerate(literals) if literal.text)
    dead: set[tuple[int, int]] = set()
    for at in folded.haystack.find_all(literals[anchor].text, start, stop):
        first = (at, at + len(literals[anchor].text))
        limit = min(stop, folded.unit_end(at))
        chain = _chain(folded.whole, first, literals[anchor:], limit, dead)
        if chain is not None:
            yield _judged(folded, literals, chain)


def _literals(fragment: Fragment) -> list[_Literal]:
    texts = [squeeze(fold(literal).text) for literal in fragment.literals]
    found = []
    for index, text in enumerate(texts):
        inserted = fragment.insertions[index] if index < len(fragment.insertions) else ""
        is_attached = bool(inserted) and fragment.is_attached(index)
        if inserted and not is_attached:
            text = text.rstrip()
        if index and not fragment.is_attached(index - 1):
            text = text.lstrip()
        after = texts[index + 1] if inserted else ""
        spaced = (texts[index].endswith(" "), after.startswith(" "))
        found.append(_Literal(text, inserted, is_attached, spaced))
    return found


def _chain(
    whole: str,
    first: tuple[int, int],
    literals: Sequence[_Literal],
    stop: int,
    dead: set[tuple[int, int]],
) -> tuple[tuple[int, int], ...] | None:
    """Find all literals of a fragment after one, the nearest ones first.

    No regular expression does this, as the tries of one grow exponentially with the insertions:
    `dead` remembers which ends, of which literal, lead nowhere.
    """
    following = [literal for literal in literals[1:] if literal.text]
    found = [first]
    ways: list[Iterator[tuple[int, int]]] = []
    while len(found) <= len(following):
        if len(ways) < len(found):
            level = len(ways)
            ways.append(_after(whole, literals[level], following[level], found[-1][1], stop))
        literal = next(ways[-1], None)
        if literal is None:
            ways.pop()
            dead.add((len(ways), found.pop()[1]))
            if not found:
                return None
        elif (len(ways), literal[1]) not in dead:
            found.append(literal)
    return tuple(found)


def _after(
    whole: str, before: _Literal, literal: _Literal, start: int, stop: int
) -> Iterator[tuple[int, int]]:
    """Yield where a literal is after a bracket that may begin at an offset."""
    limit = min(stop, start + _REACH + len(literal.text))
    at = whole.find(literal.text, start, limit)
    while at >= 0:
        if _may_mask(whole, before, start, at):
            yield at, at + len(literal.text)
        at = whole.find(literal.text, at + 1, limit)


def _may_mask(whole: str, before: _Literal, start: int, end: int) -> bool:
    """Whether a bracket may stand for what is between two literals."""
    between = whole[start:end]
    if _own_bracket(between, before):
        return True
    if before.attached:
        return len(between) <= _LETTERS_MASKED and all(map(is_word_character, between))
    if "[" in between or "]" in between:
        return False
    if not (between or any(before.spaced)):
        return True
    edges = is_word_edge(whole, start) and is_word_edge(whole, end)
    return edges and _GAP.fullmatch(between) is not None


def _own_bracket(between: str, before: _Literal) -> bool:
    """Whether the source has the bracket itself."""
    inserted = squeeze(fold(before.inserted).text)
    return between.strip() == f"[{inserted}]" and between.startswith(" ") == before.spaced[0]


def _judged(
    folded: FoldedSource, literals: Sequence[_Literal], chain: tuple[tuple[int, int], ...]
) -> FoundWords:
    """Say of each bracket what it masks, and if it may."""
    start, end = chain[0][0], chain[-1][1]
    verdicts: list[Verdict] = []
    if not literals[0].text:
        verdict, start = _at_start(folded, literals, start)
        verdicts.extend(verdict)
    inner = [literal for literal in literals if literal.text]
    for index in range(len(chain) - 1):
        between = (chain[index][1], chain[index + 1][0])
        verdicts.extend(_inside(folded, inner[index], between))
    if not literals[-1].text:
        verdict, end = _at_end(folded, literals, end)
        verdicts.extend(verdict)
    reason, remedy = _why_not(folded, verdicts, start, end)
    told = (verdict.insertion for verdict in verdicts)
    insertions = tuple(each for each in told if each.text != each.masked)
    return FoundWords(start, end, insertions=insertions, reason=reason, remedy=remedy)


def _why_not(
    folded: FoldedSource, verdicts: Sequence[Verdict], start: int, end: int
) -> tuple[str, str]:
    """Return why the brackets may not be there and what to do; empty where they may."""
    for verdict in verdicts:
        if not verdict.allowed:
            return verdict.reason, verdict.remedy
    if not stands_alone(folded.whole, start, end):
        return "the words are cut out of longer ones", "quote whole words"
    return "", ""


def _inside(folded: FoldedSource, before: _Literal, between: tuple[int, int]) -> Iterator[Verdict]:
    masked = folded.whole[slice(*between)]
    if _own_bracket(masked, before):
        return
    if before.attached:
        yield judge_part_of_word(folded.whole, between, before.inserted, folded.language)
        return
    previous = _last_word(folded.whole[max(0, between[0] - 60) : between[0]])
    shown = folded.original(*_trimmed(folded.whole, *between)) if masked.strip() else ""
    yield judge_words(before.inserted, shown.strip(), previous, folded.language)


def _at_start(
    folded: FoldedSource, literals: Sequence[_Literal], start: int
) -> tuple[list[Verdict], int]:
    """Judge a bracket at the beginning; say where the words begin with what it masks."""
    first, whole = literals[0], folded.whole
    if first.attached:
        begin = start - len(fold(first.inserted).text)
        begin = max(begin, folded.unit_start(start))
        verdict = judge_part_of_word(whole, (begin, start), first.inserted, folded.language)
        return [verdict], begin if verdict.allowed else start
    own = f"[{squeeze(fold(first.inserted).text)}] "
    if whole.endswith(own, 0, start):
        return [], start - len(own)
    before = whole[folded.unit_start(start) : start]
    words = _up_to_sentence(before.split()[::-1][:WORDS_MASKED], backwards=True)
    begins, place = [], start
    for word in words:
        place = whole.rindex(word, 0, place)
        begins.append(place)
    return _best_mask(folded, first.inserted, [(begin, start) for begin in begins], start, 0)


def _at_end(
    folded: FoldedSource, literals: Sequence[_Literal], end: int
) -> tuple[list[Verdict], int]:
    """Judge a bracket at the end; say where the words end with what it masks."""
    last, whole = literals[-2], folded.whole
    if last.attached:
        limit = end
        while limit < len(whole) and is_word_character(whole[limit]):
            limit += 1
        verdict = judge_part_of_word(whole, (end, limit), last.inserted, folded.language)
        return [verdict], limit if verdict.allowed else end
    own = f" [{squeeze(fold(last.inserted).text)}]"
    if whole.startswith(own, end):
        return [], end + len(own)
    after = whole[end : folded.unit_end(end)]
    words = _up_to_sentence(after.split()[:WORDS_MASKED], backwards=False)
    ends, place = [], end
    for word in words:
        place = whole.index(word, place) + len(word)
        ends.append(place)
    if after[:1] not in ("", " "):
        ends = []
    return _best_mask(folded, last.inserted, [(end, each) for each in ends], end, 1)


def _best_mask(
    folded: FoldedSource, inserted: str, masks: list[tuple[int, int]], at: int, side: int
) -> tuple[list[Verdict], int]:
    """Take the shortest stretch beside the words that a bracket may stand for."""
    verdicts: list[Verdict] = []
    stretches = [_trimmed(folded.whole, *mask) for mask in masks]
    for index, stretch in enumerate(stretches):
        shown = folded.original(*stretch).strip()
        verdict = judge_words(inserted, shown, "", folded.language, at_edge=True)
        verdicts.append(verdict)
        if not verdict.allowed:
            continue
        if side == 0 and index + 1 < len(stretches):
            longer = folded.original(*stretches[index + 1]).strip()
            if longer.split()[0].casefold() in _DETERMINERS:
                wider = judge_words(inserted, longer, "", folded.language, at_edge=True)
                if wider.allowed:
                    return [wider], stretches[index + 1][side]
        return [verdict], stretch[side]
    alone = judge_words(inserted, "", "", folded.language, at_edge=True)
    if alone.allowed or not verdicts:
        return [alone], at
    to_the_end = len(verdicts) < WORDS_MASKED
    likely = len(verdicts) if to_the_end else min(len(inserted.split()), len(verdicts))
    return [verdicts[likely - 1]], stretches[likely - 1][side]


def _trimmed(whole: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the spaces and stops around its words."""
    while start < end and whole[start] in " ,;:'":
        start += 1
    while end > start and whole[end - 1] in " ,;:.!?'":
        end -= 1
    return start, end


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1].strip(",;:'\"") if words else ""


def _up_to_sentence(words: Sequence[str], *, backwards: bool) -> list[str]:
    """Return the words beside some others that belong to the same sentence and quotation."""
    found: list[str] = []
    for word in words:
        ends = bool(_SENTENCE_END.search(word)) and not _ABBREVIATION.search(word)
        opens, closes = word.startswith("'"), word.endswith("'") or ends
        if "[" in word or "]" in word or (closes if backwards else opens):
            break
        found.append(word)
        if opens if backwards else closes:
            break
    return found
