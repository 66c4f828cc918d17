"""What has to be said of words that were found, in words: brackets, gaps, places."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model.card import Item
from briefing.model.core import NOT_CHECKED
from briefing.model.evidence import Gap, Insertion, Passage

_HELD = {"negation": "a negation", "condition": "a condition"}


class Told(NamedTuple):
    """One thing that a reader of a quotation has to know."""

    text: str
    risky: bool
    """Whether it may turn the sense."""


def told_of(item: Item) -> tuple[Told, ...]:
    """Return what a reader of a verified quote has to know beside it; nothing in the normal case.

    A point is in our words: what its evidence masks or skips is for its author, and `check` says
    it.
    """
    if item.type != "quote" or not item.verified:
        return ()
    passages = [evidence.passage for evidence in item.evidence]
    told = [
        Told(insertion_words(insertion), risky=False)
        for passage in passages
        for insertion in worth_telling(passage)
    ]
    return (*told, *(Told(gap_words(gap), bool(gap.risks)) for p in passages for gap in p.gaps))


def worth_telling(passage: Passage) -> tuple[Insertion, ...]:
    """Return the brackets that hide what they mask; a letter in another case hides nothing."""
    return tuple(
        each for each in passage.insertions if each.text.casefold() != each.masked.casefold()
    )


def insertion_words(insertion: Insertion) -> str:
    """Say what a bracket masks: `[The President] stands for ‘He’`, `[Austin] added`."""
    if not insertion.masked:
        return f"[{insertion.text}] added"
    return f"[{insertion.text}] stands for ‘{insertion.masked}’"


def gap_words(gap: Gap, risks: Sequence[str] | None = None) -> str:
    """Say what an ellipsis skips: `… skips 4 words, among them a negation`.

    Args:
        gap: What it skips.
        risks: Those of its risks that are to be named; all of them when not given.
    """
    named = gap.risks if risks is None else risks
    text = f"… skips {gap.words} word{'' if gap.words == 1 else 's'}"
    if held := [_HELD[risk] for risk in named if risk in _HELD]:
        text += f", among them {' and '.join(held)}"
    if "quotation" in named:
        text += f"{', and' if held else ' and'} leaves the quotation"
    return text if gap.checked else f"{text} ({NOT_CHECKED})"


def paragraph_mark(passage: Passage) -> str:
    """Return the place of some words as `¶12`, or `¶12–13` where they go on; empty if nowhere."""
    numbers = [str(number) for number, _ in passage.parts]
    return f"¶{'–'.join(numbers)}" if numbers else ""
