"""What words say beyond their letters: numbers, negations, names, conditions and the like.

The lists exist to warn. Where they do not know a language or a word, they say so.
"""

from briefing.evidence.sense.compare import SenseCheck, check_sense, sense_risks
from briefing.evidence.sense.lexicon import RISKS
from briefing.evidence.sense.services import (
    has_lists,
    is_function_word,
    is_generic_noun,
    is_pronoun,
    signs,
    skipped_risks,
)

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
