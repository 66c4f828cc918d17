"""Which language a text is in, by its letters, or by its small words where those do not tell."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.evidence.sense.languages.detection import script_of
from briefing.importing.document import DocumentBlock

_SCRIPTS: Final = {"kana": "ja", "han": "zh", "arabic": "ar", "cyrillic": "ru"}
_OTHER_SCRIPTS: Final = {"[\uac00-\ud7a3]": "ko", "[\u0370-\u03ff]": "el", "[\u0590-\u05ff]": "he",
    "[\u0e00-\u0e7f]": "th", "[\u0900-\u097f]": "hi"}  # fmt: skip
_PERSIAN: Final = re.compile("[پچژگ]")
_SAMPLE: Final = 20_000
"""Code points of a text that are looked at."""
_FEWEST: Final = 5
"""Small words that a text has to have before they tell anything."""
_SHARE: Final = 0.12
"""The share of small words in running text; in lists of names there are fewer."""
_LEAD: Final = 1.5
"""How many times as many as of any other language there have to be."""
_SMALL: Final = {
    "en": "the of and to in that is for was with on as by at from it are be this which not have",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch"
    " es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se"
    " ce il sont aux avec d l nous cette ou mais été",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o"
    " pero sus le ha este sí porque esta entre cuando",
    "it": "di e il la che in a per un è del della una con non si da le dei nel alla al come più"
    " sono gli anche delle ha questo ma",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi"
    " ao ele das tem à seu sua ou",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als maar door"
    " over hij bij dan wordt naar",
}


def language_by_words(blocks: Sequence[DocumentBlock]) -> str:
    """Return the language that a text in Latin letters has the small words of.

    Args:
        blocks: The paragraphs of the text.

    Returns:
        A primary subtag; empty where a text is too short, mixed, or in none that is listed.
    """
    words = re.findall(r"[^\W\d_]+", _sample(blocks).casefold())
    counts = Counter(words)
    found = {tag: sum(counts[word] for word in listed) for tag, listed in _small().items()}
    best, second = sorted(found, key=lambda tag: -found[tag])[:2]
    enough = found[best] >= max(_FEWEST, _SHARE * len(words))
    return best if enough and found[best] >= _LEAD * found[second] else ""


@cache
def _small() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in _SMALL.items()}


def _sample(blocks: Sequence[DocumentBlock]) -> str:
    return " ".join(block.text for block in blocks[:200])[:_SAMPLE]


def language_by_letters(blocks: Sequence[DocumentBlock]) -> str:
    """Return the language that a text's letters tell; empty where several are written with them."""
    sample = _sample(blocks)
    for letters, tag in _OTHER_SCRIPTS.items():
        if len(re.findall(letters, sample)) * 3 > len(sample):
            return tag
    tag = _SCRIPTS.get(script_of(sample), "")
    return "fa" if tag == "ar" and _PERSIAN.search(sample) else tag
