"""The words of a card taken apart: fragments between ellipses, and brackets of ours in them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.text.folding import fold, is_word_character

_ELLIPSIS = re.compile(
    r"""
        [\[(] \s* (?:…+ | \.{3,} | \.\ \.\ \.) \s* [\])]    # […] (...) [. . .]
        | …+ | \.{3,} | \.(?:[ \xa0]\.){2,3}                 # … ... . . .
    """,
    re.VERBOSE,
)
_INSERTION = re.compile(r"\[([^\[\]]{1,80})\]")


FIRST_LETTER = "first letter"
"""The case of the first letter differs."""
FINAL_MARK = "final mark"
"""The source ends with another mark, or none."""
FINAL_MARKS = ".,;:"


class Fragment(NamedTuple):
    """Words that must be together in the source, insertions aside."""

    literals: tuple[str, ...]
    """The words as the card has them, between insertions; the first and the last may be empty,
    where the fragment begins or ends with an insertion."""
    insertions: tuple[str, ...] = ()
    """What is in brackets between each two literals; always one fewer."""

    @property
    def words(self) -> str:
        """The fragment as the card has it."""
        pairs = zip(self.literals[1:], self.insertions, strict=True)
        return self.literals[0] + "".join(f"[{ours}]{literal}" for literal, ours in pairs)

    @property
    def plain(self) -> str:
        """The folded words with what the insertions say, but without brackets."""
        pairs = zip(self.literals[1:], self.insertions, strict=True)
        text = self.literals[0] + "".join(f"{ours}{literal}" for literal, ours in pairs)
        return squeeze(fold(text).text).strip()

    def beginning(self, first: str) -> "Fragment":
        """Return the fragment with another first literal."""
        return self._replace(literals=(first, *self.literals[1:]))

    def ending(self, last: str) -> "Fragment":
        """Return the fragment with another last literal."""
        return self._replace(literals=(*self.literals[:-1], last))

    def is_attached(self, index: int) -> bool:
        """Whether an insertion is part of a word, as in `[T]he` or `state[s]`."""
        return attached(self.literals[index], self.literals[index + 1])


def attached(left: str, right: str) -> bool:
    """Whether what is between two texts is part of a word of either."""
    return bool((left and is_word_character(left[-1])) or (right and is_word_character(right[0])))


def squeeze(folded: str) -> str:
    """Make double quote marks single ones: a quotation within one changes its marks.

    Args:
        folded: Folded text.

    Returns:
        Text of the same length.
    """
    return folded.replace('"', "'")


def take_apart(exact: str) -> tuple[Fragment, ...]:
    """Take the words of a card apart.

    Args:
        exact: Words in which an ellipsis, in brackets or not, leaves something out and brackets
            insert something.

    Returns:
        The fragments in order, those without any word left out.
    """
    fragments = (_fragment(words) for words in _ELLIPSIS.split(exact))
    return tuple(fragment for fragment in fragments if fragment is not None)


def restyled(
    fragments: tuple[Fragment, ...],
) -> Iterator[tuple[tuple[Fragment, ...], tuple[str, ...]]]:
    """Yield fragments as they are, and as house style may have changed their ends.

    Each comes with what differs: `FIRST_LETTER`, `FINAL_MARK`.
    """
    ends: list[tuple[tuple[Fragment, ...], tuple[str, ...]]] = [(fragments, ())]
    last = fragments[-1].literals[-1]
    bare = last.rstrip(FINAL_MARKS)
    if bare not in ("", last):
        ends.append(((*fragments[:-1], fragments[-1].ending(bare)), (FINAL_MARK,)))
    yield from ends
    first = fragments[0].literals[0]
    if (swapped := first[:1].swapcase()) != first[:1]:
        for each, differences in ends:
            yield (each[0].beginning(swapped + first[1:]), *each[1:]), (FIRST_LETTER, *differences)


def _fragment(words: str) -> Fragment | None:
    parts = _INSERTION.split(words.strip())
    literals, insertions = _joined(parts[::2], parts[1::2])
    literals[0] = literals[0].lstrip()
    literals[-1] = literals[-1].rstrip()
    if not any(is_word_character(char) for literal in literals for char in literal):
        said = [each for each in insertions if each.strip().casefold().rstrip("!") != "sic"]
        claims = any(is_word_character(char) for each in said for char in each)
        return Fragment(("", ""), (said[0],)) if claims else None
    return Fragment(tuple(literals), tuple(insertions))


def _joined(literals: Sequence[str], insertions: Sequence[str]) -> tuple[list[str], list[str]]:
    """Make one insertion of neighbours that no word of the source parts."""
    texts: list[str] = [literals[0]]
    ours: list[str] = []
    for index, (inserted, literal) in enumerate(zip(insertions, literals[1:], strict=True)):
        if ours and not any(map(is_word_character, texts[-1])):
            ours[-1] = f"{ours[-1]} {inserted}"
            texts[-1] = literal
        elif index == 0 and not any(map(is_word_character, texts[0])):
            texts = ["", literal]
            ours.append(inserted)
        else:
            texts.append(literal)
            ours.append(inserted)
    if ours and not any(map(is_word_character, texts[-1])):
        texts[-1] = ""
    return texts, ours
