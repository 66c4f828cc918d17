"""Known offices and forms of address before a name, in scripts that have capitals."""

import re
from functools import cache
from typing import Final, NamedTuple

_NOUNS: Final = frozenset(
    """
    president vice-president minister premier chancellor secretary secretary-general senator
    congressman congresswoman representative governor ambassador envoy commissioner mayor director
    chairman chairwoman chairperson spokesman spokeswoman spokesperson sen rep gov amb
    président présidente ministre chancelier chancelière sénateur sénatrice ambassadeur
    ambassadrice commissaire porte-parole maire secrétaire
    presidente presidenta ministro ministra canciller senador senadora embajador embajadora
    comisario comisaria portavoz alcalde alcaldesa secretario secretaria
    botschafter botschafterin bürgermeister bürgermeisterin senatorin
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Offices, whatever is before them: `Sudland Defense Minister`."""
_COMPOUND: Final = re.compile(
    r"\w*(?:minister|präsident|kanzler|sprecher|sekretär|kommissar)(?:in)?"
)
"""German ones, which grow together with what they are for."""
_RANKS: Final = frozenset(
    """
    admiral colonel captain lieutenant commander judge speaker attorney
    gen adm col capt maj lt cmdr
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Offices where only such words are before them: elsewhere many are names."""
_QUALIFIERS: Final = frozenset(
    """
    prime vice deputy acting former foreign defense defence finance interior under assistant
    chief first general permanent premier première primer
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Words that are part of an office where one follows, or ends right before them."""
_COURTESY: Final = frozenset(
    """
    mr mrs ms miss dr prof professor herr frau monsieur madame mademoiselle mme mlle m señor
    señora sr sra
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Forms of address, which are no office."""
_BODIES: Final = frozenset(
    """
    league department office ministry council committee commission association company inc corp
    bank group union party agency university institute court house hotel palace
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Last words of what is named after an office and is nobody: `Premier League`."""
_OF: Final = (
    r"(?:of|for)\s+(?:the\s+)?(?:State|Defen[cs]e|Treasury|Commerce|Energy|Labou?r|Education"
    r"|Agriculture|Transport(?:ation)?|Homeland\s+Security|Interior|Foreign\s+Affairs|Finance"
    r"|Health|Justice|Trade|Home\s+Affairs|Culture|Economy)"
)


class Titled(NamedTuple):
    """A name, and what it is called by."""

    office: str
    """The office before the name, such as `Foreign Minister`; empty where there is none."""
    name: str
    """The name without office and form of address."""


def titled(name: str) -> Titled:
    """Take known offices and forms of address from before a name.

    Args:
        name: As a text has it: `Sudland Defense Minister Oren Dahl`, `Mr. Dahl`, `Oren Dahl`.

    Returns:
        The office as the text has it, and the name; what would leave no name, or what the office
        is of, is one as it is.
    """
    words = name.split()
    first = _courtesies(words, 0)
    last = _office_end(words, first)
    bare = _courtesies(words, last)
    if bare >= len(words) or _folded(words[-1]) in _BODIES or words[bare] in ("of", "for"):
        return Titled("", name)
    return Titled(" ".join(words[first:last]), " ".join(words[bare:]))


def office_for_something(text: str) -> int | None:
    """Return where an office begins that says what it is for, and someone's name follows.

    Args:
        text: A phrase that may name someone: `the Secretary of State Ada Voss`.

    Returns:
        An offset in code points; None where there is no such office.
    """
    found = _office_for().search(text)
    return found.start() if found else None


def _courtesies(words: list[str], start: int) -> int:
    while start < len(words) and _folded(words[start]) in _COURTESY:
        start += 1
    return start


def _office_end(words: list[str], first: int) -> int:
    """Return the offset just past the last word of an office; the first word's where none is."""
    end = known = first
    number = first
    while number < len(words) - 1:
        folded = _folded(words[number])
        noun = folded in _NOUNS or _COMPOUND.fullmatch(folded) is not None
        number += 1
        if noun or (end == number - 1 and folded in _RANKS):
            if of := _after_office().match(" ".join(words[number:])):
                number += len(of.group().split())
            end = known = number
        elif end == number - 1 and folded in _QUALIFIERS:
            end = number
            known = end if folded == "general" and known == number - 1 > first else known
    return known


def _folded(word: str) -> str:
    return word.casefold().rstrip(".")


@cache
def _after_office() -> re.Pattern[str]:
    return re.compile(rf"{_OF}(?=\s)", re.IGNORECASE)


@cache
def _office_for() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, _NOUNS), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{nouns})\s+{_OF}(?=\s)", re.IGNORECASE)
