"""The words of a piece of text as an index keeps them: in order, without their offsets.

They are those of `tokens`. A large index is made of a million different pieces; most have one of
a few forms whose words are known without the rules for all of them.
"""

import re

from briefing.search.language.chunks import CHUNK
from briefing.search.language.words import LONGEST_JOINED, fold_cluster, plain_word, tokens_of

_AROUND = ".,;:!?()[]\"'“”‘’…—"
"""Signs that are around a word and are no part of it."""
_CURLED = "’"
"""The apostrophe of print, which is inside a word what the straight one is."""
_ASCII_CHUNK = re.compile(r"[0-9a-z_]+(?:['\-/+&_@.,:][0-9a-z_]+)*")
"""What `CHUNK` finds in lower case ASCII without blanks."""
_SIGNS = re.compile("[^0-9a-z]+")
_NEEDS_RULES = re.compile(r"[',:]|[0-9][^0-9a-z]+[0-9]|\.[a-z](?![0-9a-z])")
"""Signs that may make two words, one number or initials of a chunk."""
_HAN_KANA = "[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff]+"
"""Characters each of which is a word, with no marks among them."""
_FIRST_OF_THEM = "\u3041"

PlacedWord = tuple[str, bool]
"""A word, and whether it is in the place of the word before it."""


def placed_words(piece: str) -> list[PlacedWord]:
    """Return the words of a piece of text.

    Args:
        piece: What is between blanks that end words.

    Returns:
        The words of `briefing.search.language.words.tokens`, in their order.
    """
    core = piece.strip(_AROUND)
    if (plain := plain_word(core)) is not None:
        return [(plain, False)]
    core = core.replace(_CURLED, "'")
    found: list[PlacedWord] = []
    # What is around a word tells something only where a blank is in it, as in `U. N.`.
    if core.isascii() and " " not in core:
        for chunk in _ASCII_CHUNK.findall(core.lower()):
            found += _of_ascii(chunk)
    else:
        for chunk in CHUNK.findall(piece):
            found += _of_any(chunk)
    return found


def _of_ascii(chunk: str) -> list[PlacedWord]:
    if chunk.isalnum():
        return [(chunk, False)]
    if chunk.endswith("'s") and chunk[:-2].isalnum():
        return [(chunk[:-2], False)]
    if _NEEDS_RULES.search(chunk):
        return _by_rules(chunk)
    parts = [part for part in _SIGNS.split(chunk) if part]
    found = [(part, False) for part in parts]
    if 1 < len(parts) <= LONGEST_JOINED:
        found.append(("".join(parts), True))
    return found


def _of_any(chunk: str) -> list[PlacedWord]:
    if (plain := plain_word(chunk)) is not None:
        return [(plain, False)]
    # Python keeps the pattern once it is compiled, which takes long and most texts do not need.
    if chunk[0] >= _FIRST_OF_THEM and re.fullmatch(_HAN_KANA, chunk):
        return _characters_and_pairs(chunk)
    return _by_rules(chunk)


def _characters_and_pairs(chunk: str) -> list[PlacedWord]:
    before, *others = map(fold_cluster, chunk)
    found = [(before, False)]
    for character in others:
        found += ((before + character, True), (character, False))
        before = character
    return found


def _by_rules(chunk: str) -> list[PlacedWord]:
    found: list[PlacedWord] = []
    last = -1
    for word, _, _, position in tokens_of(chunk):
        found.append((word, position <= last))
        last = max(last, position)
    return found
