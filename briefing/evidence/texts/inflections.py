"""The forms that a word may have in a text, so that one of them finds the others.

English forms, regular and irregular, and for other languages what an ending may add. It is
generous: whoever says that a word is nowhere has to know of every form that is there. So every
word that a form may be of counts (`taxes` is of `tax`, and might be of `taxe`), and each is made
into its forms in any spelling (`cancelled`, `canceled`).
"""

from collections.abc import Iterator
from typing import Final

from briefing.evidence.texts.tokens import listed
from briefing.language.irregular import BASE_OF, FORMS_OF

_LEAST: Final = 4
"""Letters from which on a longer form of a word counts as the word."""
_ADDED: Final = r"(?:'s|\w{0,3})"
"""What an inflection may add: `cost`, `costs`, `costing`, `Japan's`."""
_PLURAL: Final = "(?:'?s)?"
_DERIVED: Final = "ers?|ings|e?ments?|ions?"
"""What a longer verb may have besides, as in `planner` and `agreements`."""
_NO_PLURALS: Final = frozenset(
    listed(
        """
        always does lens news perhaps plus this thus whereas yes
        """
    )
)
_NO_VERBS: Final = frozenset(
    listed(
        """
        anything deed evening everything exceed feed herring hundred indeed morning need nothing
        outing proceed seed something succeed weed
        """
    )
)
_TO_VES: Final = frozenset(
    listed(
        """
        calf dwarf half hoof knife leaf life loaf scarf self sheaf shelf thief wharf wife wolf
        """
    )
)
"""Words that have `-ves` in the plural."""
_COMPARED: Final = frozenset(
    listed(
        """
        big dry few fit hot low new old raw red sad shy thin wet
        """
    )
)
"""Short words that are compared; of others `-er` makes another word: `let`, `letter`."""
_HISSING: Final = ("s", "x", "z", "ch", "sh", "o")
"""What a word ends in that takes `-es`."""
_VOWELS: Final = "aeiou"


def forms_of(word: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return what the forms of a word begin with, each with a pattern of what follows.

    Args:
        word: A word in letters.
        language: BCP 47 tag of the text; endings are known for English, and guessed for others.
    """
    lower = word.lower()
    if word.isupper() and len(word) <= _LEAST + 1:
        return ((lower, "(?:'?s|es)?"),)
    if language and not language.lower().startswith("en"):
        return ((lower, _ADDED if len(lower) >= _LEAST else _PLURAL),)
    endings: dict[str, list[str]] = {lower: [_ADDED] if len(lower) >= _LEAST else []}
    if lower.endswith("s") and lower not in _NO_PLURALS and len(lower) > _LEAST:
        endings[lower[:-1]] = [_ADDED]
    for base in dict.fromkeys((lower, *_bases(lower))):
        for beginning, ending in _forms_of_base(base):
            endings.setdefault(beginning, []).append(ending)
    return tuple((each, f"(?:{'|'.join(some)})") for each, some in endings.items())


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be a form of; not all of it need be words."""
    if word in BASE_OF:
        yield BASE_OF[word]
    if word.endswith("men") and len(word) > _LEAST:
        yield f"{word[:-3]}man"
    if word.endswith("s") and word not in _NO_PLURALS and len(word) >= _LEAST:
        yield from _without_s(word)
    if word not in _NO_VERBS:
        yield from _without_verb_ending(word)
    for ending in ("er", "est"):
        rest = word.removesuffix(ending)
        if rest != word and rest.endswith("i"):
            yield f"{rest[:-1]}y"
        elif rest != word:
            yield from (each for each in (rest, _undoubled(rest)) if each in _COMPARED)


def _without_s(word: str) -> Iterator[str]:
    """Yield the words that a plural, or a verb's third person, may be of."""
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("ves"):
        yield from (f"{word[:-3]}{end}" for end in ("f", "fe") if word[:-3] + end in _TO_VES)
    if word.endswith("ses") and len(word) > _LEAST:
        yield f"{word[:-2]}is"
    if word.endswith("es") and len(word) > _LEAST and word[:-2].endswith(_HISSING):
        yield word[:-2]
        yield _undoubled(word[:-2])
    if not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    if word.endswith("ings"):
        yield from _without_verb_ending(word[:-1])


def _without_verb_ending(word: str) -> Iterator[str]:
    """Yield the verbs that a past or a participle may be of."""
    if word.endswith("ied") and len(word) >= _LEAST:
        yield f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest == word or not any(vowel in rest for vowel in "aeiouy"):
            continue
        if len(rest) > 2 or (ending == "ing" and rest[-1] in "eo"):
            yield rest
        yield f"{rest}e"
        if len(rest) > 3:
            yield _undoubled(rest)
        if ending == "ing" and rest.endswith("y"):
            yield f"{rest[:-1]}ie"
        if rest.endswith("ck"):
            yield rest[:-1]


def _undoubled(word: str) -> str:
    """Return a word without the second of two equal consonants at its end."""
    doubled = len(word) > 2 and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if doubled else word


def _forms_of_base(base: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a word that is none itself, as beginnings with endings."""
    yield base, _PLURAL
    for form in FORMS_OF.get(base, ()):
        yield form, ""
    if base.endswith(_HISSING) and len(base) > 2:
        yield base, "es"
    if base.endswith("is") and len(base) > _LEAST:
        yield base[:-2], "es"
    if base in _TO_VES:
        yield base.removesuffix("e")[:-1], "ves"
    if base.endswith("man") and len(base) > _LEAST:
        yield base[:-3], "men"
    if base in ("be", "do", "go"):
        yield base, "ing"
    if len(base) > 2 and base not in _NO_VERBS:
        yield from _forms_of_verb(base)


def _forms_of_verb(base: str) -> Iterator[tuple[str, str]]:
    """Yield past, participle and comparison, as beginnings with endings."""
    long = len(base) >= _LEAST
    more = _DERIVED if long else "ings"
    compared = "|er|est" if base in _COMPARED else ""
    if base.endswith("y") and base[-2] not in _VOWELS:
        yield base[:-1], f"ie[sd]|ily{'|ier|iest' if long or compared else ''}"
        yield base, "ing"
    elif base.endswith("e"):
        yield base, f"d|ing|{more}" if base[-2] in _VOWELS else "d|ing"
        yield base[:-1], f"ing|{more}"
        if base.endswith("ie"):
            yield base[:-2], "ying"
    else:
        yield base, f"ed|ing|{more}{compared}"
    if base[-1] not in f"{_VOWELS}wxy" and base[-2] in _VOWELS:
        yield base + base[-1], f"ed|ing|ings|es{'|ers?|est' if long else compared}"
    if base.endswith("c"):
        yield f"{base}k", "ed|ing|ers?"
