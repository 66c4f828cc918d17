"""What words say beyond their letters: numbers, negations, names, conditions and the like.

The lists exist to warn. Where they do not know a language or a word, they say so. Whoever only
draws or searches never asks, so what answers is imported when it is first asked.
"""

from briefing.evidence.sense.categories import RISKS, SenseCheck

__all__ = [
    "RISKS",
    "SenseCheck",
    "check_sense",
    "has_lists",
    "is_function_word",
    "is_generic_noun",
    "is_pronoun",
    "sense_risks",
    "signs",
    "skipped_risks",
]


def check_sense(expected: str, found: str, language: str = "en") -> SenseCheck:
    """Say what a difference in words could do to the sense.

    Args:
        expected: The words as the card has them.
        found: The words that are in the source.
        language: The BCP 47 tag of the source; the script of the words counts more than it.

    Returns:
        The categories touched, and whether every changed word is known; no risk and not checked
        says that the sense may have changed.
    """
    if expected == found:
        return SenseCheck((), True)
    from briefing.evidence.sense import compare

    return compare.check(expected, found, language)


def sense_risks(expected: str, found: str, language: str = "en") -> tuple[str, ...]:
    """Return the risks alone that `check_sense` finds.

    Args:
        expected: The words as the card has them.
        found: The words that are in the source.
        language: The BCP 47 tag of the source.
    """
    return check_sense(expected, found, language).risks


def has_lists(language: str) -> bool:
    """Whether the lists of a language are long enough to call a change harmless.

    Args:
        language: A BCP 47 tag.
    """
    from briefing.evidence.sense import services

    return services.has_lists(language)


def signs(text: str, language: str = "en") -> frozenset[tuple[str, str]]:
    """Say what a text carries.

    Args:
        text: Any text.
        language: The BCP 47 tag of its source; the script of the text counts more than it.

    Returns:
        Pairs of a category of `RISKS` and a value that is the same for `two` and `2`, or
        `cannot` and `can't`; an opposite's value ends in `+` or `-`.
    """
    from briefing.evidence.sense import services

    return services.signs(text, language)


def skipped_risks(text: str, language: str = "en") -> SenseCheck:
    """Say whether words that are left out say no or if.

    Args:
        text: The words left out.
        language: The BCP 47 tag of their source.

    Returns:
        The risks among `negation` and `condition`; not checked where the language has no lists.
    """
    from briefing.evidence.sense import services

    return services.skipped_risks(text, language)


def is_function_word(word: str, language: str = "en") -> bool:
    """Whether a word has no sense of its own, as articles, auxiliaries and pronouns.

    Args:
        word: One word.
        language: The BCP 47 tag of its source.
    """
    from briefing.evidence.sense import services

    return services.is_function_word(word, language)


def is_pronoun(word: str, language: str = "en") -> bool:
    """Whether a word points to someone or something named elsewhere.

    Args:
        word: One word.
        language: The BCP 47 tag of its source.
    """
    from briefing.evidence.sense import services

    return services.is_pronoun(word, language)


def is_generic_noun(phrase: str, language: str = "en") -> bool:
    """Whether a phrase points to something named elsewhere: `the country`, `the two sides`.

    Args:
        phrase: A noun, with or without what points.
        language: The BCP 47 tag of its source.

    Returns:
        True where every word but the first is a noun that may stand for a name, and the first
        one is such a noun too or points.
    """
    from briefing.evidence.sense import services

    return services.is_generic_noun(phrase, language)
