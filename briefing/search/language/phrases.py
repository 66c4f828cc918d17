"""Whether, and where, the words of a phrase are side by side in a text."""

import re
from collections.abc import Sequence

from briefing.model.core import Span
from briefing.search.language.words import tokens

_INSIDE = "['’.,\\-‐‑]?"
"""What may be inside a word without being part of it, as in `U.S.` and `co-operation`."""
_BETWEEN = "(?:['’]s)?[\\W_]+"
_FOREIGN = re.compile("[^\\x00-\\x7f\\W]|[\u0300-\u036f]")
"""Letters that a pattern of plain ones cannot find."""


class PhraseMatcher:
    """Finds one phrase in many texts."""

    def __init__(self, words: Sequence[str], prefix: bool = False) -> None:
        """Look for a phrase.

        Args:
            words: Its folded words, at least one.
            prefix: Whether the last word may go on.
        """
        self._words = tuple(words)
        self._prefix = prefix
        self._pattern: re.Pattern[str] | None = None
        if all(word.isascii() and word.isalpha() for word in words):
            body = _BETWEEN.join(_INSIDE.join(map(re.escape, word)) for word in words)
            end = "" if prefix else "(?![^\\W_])"
            self._pattern = re.compile(f"(?<![^\\W_]){body}{end}", re.IGNORECASE)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where the phrase is in a text; nothing if it is not in it."""
        if self._pattern:
            found = tuple(Span(*match.span()) for match in self._pattern.finditer(text))
            if found or not _FOREIGN.search(text):
                return found
        return self._by_words(text)

    def _by_words(self, text: str) -> tuple[Span, ...]:
        """Find the phrase by the words of the text, which knows accents and all scripts."""
        places: dict[int, list[tuple[str, int, int]]] = {}
        for word, start, end, position in tokens(text):
            places.setdefault(position, []).append((word, start, end))
        found: list[Span] = []
        for position in places:
            run = [
                self._at(step, places.get(position + step, ())) for step in range(len(self._words))
            ]
            first, last = run[0], run[-1]
            if first and last and all(run):
                found.append(Span(first[1], last[2]))
        return tuple(found)

    def _at(self, step: int, here: Sequence[tuple[str, int, int]]) -> tuple[str, int, int] | None:
        """Return the word at a place that is the phrase's word of this number, or None."""
        wanted = self._words[step]
        goes_on = self._prefix and step == len(self._words) - 1
        for found in here:
            if found[0] == wanted or (goes_on and found[0].startswith(wanted)):
                return found
        return None
