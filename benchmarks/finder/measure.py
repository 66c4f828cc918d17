"""Comparing what was found with what people marked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.finder.texts import Gold, Text
from briefing.language.attribution.quotation_finding import Found, find


class Miss(NamedTuple):
    """A difference between the finder and the marks."""

    kind: str
    """`missed`, `extra` or `wrong speaker`."""
    text: str
    paragraph: int
    words: str


class Score(NamedTuple):
    """Counts over some texts."""

    counts: Counter[str]
    misses: list[Miss]

    def share(self, part: str, whole: str) -> float | None:
        """Return one count over another; None where there is none."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None


def score(texts: Iterable[Text]) -> Score:
    """Hold the finder against marked texts.

    A quotation counts as found where both its ends agree, punctuation and white space beside the
    marks aside. `certain` counts speakers that are named as certain, `wrong` those of them that
    are nobody of the marked names.
    """
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for text in texts:
        found = {
            _key(text, f.paragraph, *_inner(f)): f for f in find(text.paragraphs, text.language)
        }
        gold = {_key(text, g.paragraph, g.start, g.end): g for g in text.gold}
        counts["texts"] += 1
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        counts["right"] += len(found.keys() & gold.keys())
        for key in sorted(gold.keys() - found.keys()):
            misses.append(
                Miss("missed", text.name, key[0], text.paragraphs[key[0]][key[1] : key[2]])
            )
        for key in sorted(found.keys() - gold.keys()):
            misses.append(
                Miss("extra", text.name, key[0], text.paragraphs[key[0]][key[1] : key[2]])
            )
        for key in sorted(found.keys() & gold.keys()):
            misses += _judge(text, found[key], gold[key], counts)
    return Score(counts, misses)


def _inner(found: Found) -> tuple[int, int]:
    return found.quotation.inner_start, found.quotation.inner_end


def _key(text: Text, paragraph: int, start: int, end: int) -> tuple[int, int, int]:
    """Return a quotation's place with marks, stops and blanks at its ends left out."""
    words = text.paragraphs[paragraph]
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return paragraph, start, end


def _judge(text: Text, found: Found, gold: Gold, counts: Counter[str]) -> Iterator[Miss]:
    speech = gold.kind == "speech"
    counts["speech"] += speech
    counts["called certain"] += found.certain
    counts["certainly speech"] += found.certain and speech
    counts["speech called certain"] += found.certain and speech
    if not (speech and gold.speakers):
        if found.speaker and found.speaker.certain and gold.speakers == ():
            counts["certain, unmarked"] += 1
        return
    counts["with speaker"] += 1
    if found.speaker is None:
        return
    right = names(found.speaker.name, gold.speakers)
    counts["suggested"] += 1
    counts["suggested right"] += right
    counts["certain"] += found.speaker.certain
    if found.speaker.certain and not right:
        counts["wrong"] += 1
        words = f"{found.speaker.name} <{found.speaker.words}>: {'/'.join(gold.speakers)}"
        yield Miss("wrong speaker", text.name, found.paragraph, words)


def names(name: str, speakers: Iterable[str]) -> bool:
    """Whether a name is one of a speaker's: a word that matters is shared, or it is within it."""
    words = {w for w in re.findall(r"\w+", name.casefold()) if len(w) > 2 and w not in _TITLES}
    for each in speakers:
        other = set(re.findall(r"\w+", each.casefold())) - _TITLES
        if (
            words & other
            or each.casefold() in name.casefold()
            or name.casefold() in each.casefold()
        ):
            return True
    return False


_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "miss",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "the",
        "of",
        "and",
        "de",
        "la",
        "le",
        "der",
        "die",
        "das",
        "von",
    ]
)
