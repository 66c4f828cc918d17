"""A phrase made ready to be traced: what may vary in it, and what may not.

Its words have to be in order, in any inflection, with few words between. Where it has three
parts or more, one of them may be missing or be beside the others, but neither the last one,
which the others describe, nor a hyphenated word, which is one part and says much. In scripts
without spaces, and where no word tells something, nothing varies.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.analysis.wording import count_words
from briefing.evidence.sense.checks import is_function_word
from briefing.search.interpret.lexicon import Lexicon
from briefing.search.language.slip_budget import budget
from briefing.search.language.stems import is_inflection
from briefing.search.language.words import Token, tokens
from briefing.search.nearby import LEAST_UNITS, Unit
from briefing.text.folding import is_unsegmented

GAP = 5
"""How many words of any kind may be between two parts."""
MOST_WORDS = 12
"""How many words a phrase may count as; a longer text is a quotation, which `verify` looks for."""
_HYPHENS = frozenset("-‐‑")


class AskedPhrase(NamedTuple):
    """A phrase to trace."""

    text: str
    """As it was asked, without what is before its first and after its last telling word."""
    words: tuple[str, ...]
    """Its folded words in order, hyphenated ones in parts."""
    units: tuple[Unit, ...]
    """Its parts that tell something."""
    between: tuple[frozenset[str], ...]
    """For each part the function words of the phrase between it and the next one."""
    gap: int
    """How many words may be between two parts."""
    unknown: tuple[str, ...] = ()
    """Words that occur nowhere in the library, in no inflection."""
    nearest: tuple[str, ...] = ()
    """Words of the library that may have been meant instead."""


class _Part(NamedTuple):
    tokens: tuple[Token, ...]
    tells: bool


def asked(text: str, lexicon: Lexicon) -> AskedPhrase | None:
    """Return a phrase made ready; None where a text has no word, or too many.

    Args:
        text: The phrase as it was typed.
        lexicon: The words of the library.
    """
    parts = _trimmed(text)
    if not _is_phrase(parts, text):
        return None
    words = tuple(token.word for part in parts for token in part.tokens)
    strict = any(map(_is_unspaced, words))
    chosen = [part for part in parts if part.tells or strict] or parts
    forms = [[_forms(token.word, lexicon) for token in part.tokens] for part in chosen]
    unknown = _unknown(chosen, forms)
    loose = not strict and len(chosen) >= LEAST_UNITS
    units = tuple(
        Unit(
            _ways(part, of_part),
            optional=loose and part is not chosen[-1] and len(part.tokens) == 1,
        )
        for part, of_part in zip(chosen, forms, strict=True)
    )
    return AskedPhrase(
        _text_of(parts, text),
        words,
        units,
        tuple(_between(parts, chosen)),
        # What stands between words that tell nothing is what is told: no variant has it.
        GAP if not strict and any(part.tells for part in parts) else 0,
        unknown,
        tuple(near for word in unknown for near in _nearest(word, lexicon)),
    )


def is_phrase(text: str) -> bool:
    """Whether a text is a phrase, and neither empty nor a whole quotation."""
    return _is_phrase(_trimmed(text), text)


def _trimmed(text: str) -> list[_Part]:
    """Return the parts of a phrase from the first that tells something to the last."""
    parts = _parts(text)
    if any(_is_unspaced(token.word) for part in parts for token in part.tokens):
        return parts
    telling = [number for number, part in enumerate(parts) if part.tells]
    return parts[telling[0] : telling[-1] + 1] if telling else parts


def _is_phrase(parts: list[_Part], text: str) -> bool:
    return bool(parts) and count_words(_text_of(parts, text)) <= MOST_WORDS


def _text_of(parts: list[_Part], text: str) -> str:
    return text[parts[0].tokens[0].start : parts[-1].tokens[-1].end]


def _is_unspaced(word: str) -> bool:
    return is_unsegmented(word[0])


def _parts(text: str) -> list[_Part]:
    """Cut a phrase into its parts: words, and hyphenated words as one."""
    placed: dict[int, Token] = {}
    for token in tokens(text):
        placed.setdefault(token.position, token)
    groups: list[list[Token]] = []
    for token in placed.values():
        between = text[groups[-1][-1].end : token.start] if groups else " "
        if between in _HYPHENS:
            groups[-1].append(token)
        else:
            groups.append([token])
    return [_Part(tuple(group), len(group) > 1 or _tells(group[0], text)) for group in groups]


def _tells(token: Token, text: str) -> bool:
    """Whether a word tells something by itself; `U.S.` is not `us`."""
    written = text[token.start : token.end].replace(".", "")
    is_acronym = len(written) > 1 and written.isupper() and not text.isupper()
    return is_acronym or not is_function_word(token.word, "en")


def _unknown(chosen: list[_Part], forms: list[list[frozenset[str]]]) -> tuple[str, ...]:
    """Return the words that stand nowhere in any form."""
    return tuple(
        token.word
        for part, of_part in zip(chosen, forms, strict=True)
        for token, of_token in zip(part.tokens, of_part, strict=True)
        if not of_token
    )


def _between(parts: list[_Part], chosen: list[_Part]) -> Iterator[frozenset[str]]:
    """Yield the words between each part that was chosen and the next one."""
    places = [*map(parts.index, chosen), len(parts)]
    for start, end in pairwise(places):
        yield frozenset(token.word for part in parts[start + 1 : end] for token in part.tokens)


def _forms(word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the inflections of a word that are in the library, itself among them."""
    found = {form for form in lexicon.forms(word) if is_inflection(form, word)}
    return frozenset(found | {word} if lexicon.count(word) else found)


def _ways(part: _Part, forms: list[frozenset[str]]) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return the ways to write a part: its words side by side, and as one word."""
    joined = "".join(token.word for token in part.tokens)
    apart = tuple(forms)
    return (apart, (frozenset((joined,)),)) if len(part.tokens) > 1 else (apart,)


def _nearest(word: str, lexicon: Lexicon) -> list[str]:
    """Return the commonest words within the slips that a word may hold, three at most."""
    close = lexicon.close(word, budget(word))
    return sorted(close, key=lambda each: (close[each], -lexicon.count(each), each))[:3]
