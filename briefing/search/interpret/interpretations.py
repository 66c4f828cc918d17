"""How a word of a query may be read: as typed, as a beginning, as another form, as a slip.

Weights follow one rule: as typed beats a beginning, a beginning beats another form or a joined
word, and those beat what had to be corrected. What a reading is worth in an entry is its likeness
times the rarity of what it found.
"""

import re

from briefing.search.interpret.interpretation import Interpretation
from briefing.search.interpret.lexicon import Lexicon
from briefing.search.interpret.slips import corrected
from briefing.search.language.slip_budget import budget
from briefing.search.language.stems import is_inflection
from briefing.search.language.words import QueryUnit, is_number

_EXACT, _TYPED, _FORM, _STUB, _HYPHEN = 1.0, 0.9, 0.85, 0.76, 0.95
_FORM_OF_NONE = 0.7
_JOINED_HALF = 0.9
"""Of a joined word one of whose halves occurs nowhere by itself: hardly anything else was meant."""
_JOINED = 0.6
_SHORTEST_STUB = 2
_CODE = re.compile(r"([^\W\d_]{1,5})(\d[\w.]*)")
"""Letters and digits that name something: `f35a`, `mig29`, `g20`."""
_MEASURE = re.compile(r"(\d+(?:\.\d+)?)([^\W\d_]{1,3})")
"""Digits and a unit: `35mm`, `2.5bn`."""
_LONGEST_SUFFIX = 2
"""How many letters make a number no other one: `12th`, `1990s`, `35a`, `3km`."""


def interpretations(unit: QueryUnit, typed: bool, lexicon: Lexicon) -> tuple[Interpretation, ...]:
    """Return the ways to read a word of a query, worth most first.

    Args:
        unit: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
    """
    found = _literal(unit, typed, lexicon)
    if is_number(unit.word):
        found += _figures(unit, typed, lexicon)
    elif not unit.exact:
        # The parts of a hyphenated word, all there, need no correcting.
        known = bool(unit.parts and found)
        found += _forms(unit.word, lexicon)
        if not known:
            found += corrected(unit.word, typed, lexicon, found)
    return tuple(
        sorted(found, key=lambda interpretation: (-interpretation.value, interpretation.words))
    )


def joined(
    first: QueryUnit, second: QueryUnit, typed: bool, lexicon: Lexicon
) -> list[Interpretation]:
    """Return the readings of two neighbours as one word that was written apart.

    Letters beside digits, as in `G 20`, are the same name with a blank or without: nothing is
    corrected there.

    Args:
        first: A word of the query.
        second: The next one.
        typed: Whether the second is still being typed.
        lexicon: Where words are looked up.
    """
    if first.parts or second.parts:
        return []
    word = first.word + second.word
    if _CODE.fullmatch(word) and is_number(second.word) and first.word.isalpha():
        found = _literal(QueryUnit(word, 0, 0, exact=True), typed, lexicon) + _suffixed(
            word, lexicon
        )
        return [interpretation._replace(joined=2) for interpretation in found]
    if first.exact or second.exact:
        return []
    apart = lexicon.count(first.word) and lexicon.count(second.word)
    likeness = _JOINED if apart else _JOINED_HALF
    count = lexicon.count(word)
    if count:
        value = lexicon.value(likeness, count)
        return [Interpretation((word,), likeness, value, corrected=True, joined=2)]
    if typed and (count := lexicon.count(word, True)):
        value = lexicon.value(likeness * _TYPED, count)
        return [Interpretation((word,), likeness, value, prefix=True, corrected=True, joined=2)]
    return []


def _literal(unit: QueryUnit, typed: bool, lexicon: Lexicon) -> list[Interpretation]:
    found: list[Interpretation] = []
    word = unit.word
    count = lexicon.count(word)
    if count:
        found.append(Interpretation((word,), _EXACT, lexicon.value(_EXACT, count)))
    if unit.other and (others := lexicon.count(unit.other)):
        found.append(Interpretation((unit.other,), _EXACT, lexicon.value(_EXACT, others)))
    if unit.parts:
        fewest = min(lexicon.count(part) for part in unit.parts)
        if fewest:
            # Two and three far apart are not two thirds.
            apart = unit.word != "".join(unit.parts)
            value = lexicon.value(_HYPHEN, fewest)
            found.append(Interpretation(unit.parts, _HYPHEN, value, adjacent=apart))
    stub = not unit.exact and len(word) >= _SHORTEST_STUB
    if typed or stub:
        going_on = lexicon.count(word, True)
        if going_on > count:
            likeness = _TYPED if typed else _STUB
            value = lexicon.value(likeness, going_on)
            found.append(Interpretation((word,), likeness, value, prefix=True))
    return found


def _figures(unit: QueryUnit, typed: bool, lexicon: Lexicon) -> list[Interpretation]:
    """Return what else a word with digits finds: `1990s` for 1990, `F 35` and `F-35A` for f35."""
    found = _suffixed(unit.word, lexicon)
    code, measure = _CODE.fullmatch(unit.word), _MEASURE.fullmatch(unit.word)
    halves = code or measure
    if halves is None or unit.parts:
        return found
    # A unit is short: `1.5m` is no beginning of one.
    parts, going_on = halves.groups(), typed and code is not None
    counts = [lexicon.count(parts[0]), lexicon.count(parts[1], going_on)]
    if all(counts):
        value = lexicon.value(_HYPHEN, min(counts))
        found.append(Interpretation(parts, _HYPHEN, value, prefix=going_on, adjacent=True))
    return found


def _suffixed(word: str, lexicon: Lexicon) -> list[Interpretation]:
    """Return the words that are this one with an ending of letters, where it ends with a digit."""
    if not word[-1].isdigit():
        return []
    return [
        Interpretation((form,), _FORM, lexicon.value(_FORM, lexicon.count(form)))
        for form in sorted(lexicon.ending_in_letters(word, _LONGEST_SUFFIX))
    ]


def _forms(word: str, lexicon: Lexicon) -> list[Interpretation]:
    """Return other forms of a word; a rare form is no more telling than the word itself.

    A word that occurs nowhere may be a slip whose stem is another word's (`statment`, `state`): a
    word one slip away is meant then, unless the form is its beginning (`national`, `nation`), and
    what was found is told. A mere inflection is read and not told.
    """
    forms = lexicon.forms(word)
    known = lexicon.count(word)
    most = lexicon.rarity(known or sum(map(lexicon.count, forms)))
    slips = 0 if known else budget(word)
    near = lexicon.close(word, slips) if slips else {}
    slipped = 1 in near.values()
    found: list[Interpretation] = []
    for form in forms:
        sure = bool(known) or is_inflection(form, word)
        if not sure and (form in near or (slipped and not word.startswith(form))):
            continue
        likeness = _FORM if sure else _FORM_OF_NONE
        value = lexicon.value(likeness, lexicon.count(form), most)
        found.append(Interpretation((form,), likeness, value, corrected=not sure))
    return found
