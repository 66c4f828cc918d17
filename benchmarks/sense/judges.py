"""What says of two texts that the sense may have changed: ours, and three plain methods."""

import difflib
from collections.abc import Callable

from rapidfuzz import fuzz

from briefing.evidence.sense.checks import check_sense

FLAGGED, UNCHECKED, PASSED = "flagged", "not checked", "passed"
_ALIKE = 90.0
"""From what likeness, of 100, the usual thresholds take two texts for one."""


def ours(source: str, edited: str, language: str) -> str:
    """Judge with the program's lists."""
    found = check_sense(edited, source, language)
    if found.risks:
        return FLAGGED
    return PASSED if found.checked else UNCHECKED


def exact(source: str, edited: str, language: str) -> str:
    """Judge as an exact search does: whatever is not there to the letter is an alarm."""
    return PASSED if edited in source else FLAGGED


def aligned(source: str, edited: str, language: str) -> str:
    """Judge by the score of rapidfuzz's best partial alignment."""
    return PASSED if fuzz.partial_ratio(edited, source) >= _ALIKE else FLAGGED


def ratio(source: str, edited: str, language: str) -> str:
    """Judge by difflib's ratio."""
    matcher = difflib.SequenceMatcher(None, edited, source, autojunk=False)
    return PASSED if 100 * matcher.ratio() >= _ALIKE else FLAGGED


JUDGES: dict[str, Callable[[str, str, str], str]] = {
    "ours": ours,
    "exact search": exact,
    "rapidfuzz alignment ≥ 90": aligned,
    "difflib ratio ≥ 0.9": ratio,
}
