"""B: brackets of ours, honest and forged, and brackets that the source has."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.verification.kinds.plain import names_in, other_word, runs, turned_word
from benchmarks.verification.lexicon import lexicon
from benchmarks.verification.question import Material, Piece, Question, Wanted
from benchmarks.verification.words import UNSEGMENTED, Stretch, Token, letters, unlike

Maker = Callable[[Random, Material], Iterator[Question]]
Forgery = Callable[[Random, Material, Stretch], str | None]
_INFLECTED = {
    "is": "was", "are": "were", "has": "had", "have": "had", "will": "would", "can": "could",
    "says": "said", "does": "did", "was": "is", "were": "are", "had": "have",
}  # fmt: skip
_PRONOUN_LIKE = frozenset([
    "these", "those", "their", "theirs", "which", "whose", "where", "there", "about", "after",
    "before", "other", "others", "itself", "himself", "herself", "themselves", "celui", "celle",
    "ceux", "celles", "leurs", "notre", "votre", "diese", "dieser", "dieses", "deren", "dessen",
    "ihnen", "ihrer", "ihren", "estos", "estas", "aquel", "ellos", "ellas", "nuestro", "этого",
    "этому", "который", "которая", "которые", "которых",
])  # fmt: skip


def _blank(material: Material) -> str:
    return "" if material.language in UNSEGMENTED else " "


def _is_content(token: Token, material: Material) -> bool:
    word = token.text
    if material.language in UNSEGMENTED:
        return len(word) > 1 and word[0] > "㐀"
    return len(word) > 4 and word.casefold() not in _PRONOUN_LIKE and word.isalpha()


def _made_up(random: Random, material: Material, run: Stretch, count: int) -> str | None:
    """Return words from elsewhere in the text, none of them in the stretch."""
    held = {letters(t.text) for t in run.tokens}
    words = [
        t.text
        for t in random.sample(material.words, min(60, len(material.words)))
        if _is_content(t, material) and letters(t.text) not in held
    ]
    return _blank(material).join(words[:count]) if len(words) >= count else None


def _replacing(where: str) -> Forgery:
    """Return a forger who puts words in a bracket in place of one to five words."""

    def forge(random: Random, material: Material, run: Stretch) -> str | None:
        length = len(run.tokens)
        count = min(random.randint(1, 5), length - 4)
        if count < 1:
            return None
        first = {"beginning": 0, "end": length - count}.get(where)
        if first is None:
            first = random.randint(2, length - count - 2)
        masked = run.tokens[first : first + count]
        words = _made_up(random, material, run, random.randint(1, 4))
        if not words or not any(_is_content(t, material) for t in masked):
            return None
        if not all(unlike(t.text, w) for t in masked for w in words.split()):
            return None
        return run.replaced(first, first + count, f"[{words}]")

    return forge


def _adding(where: str) -> Forgery:
    """Return a forger who adds words in a bracket that stand for nothing."""

    def forge(random: Random, material: Material, run: Stretch) -> str | None:
        words = _made_up(random, material, run, random.randint(1, 5))
        if not words:
            return None
        blank = _blank(material)
        if where == "beginning":
            return f"[{words}]{blank}{run.text}"
        if where == "end":
            return f"{run.text}{blank}[{words}]"
        place = random.randint(1, len(run.tokens) - 1)
        return run.replaced(place, place + 1, f"[{words}]{blank}{run.tokens[place].text}")

    return forge


def _name(random: Random, material: Material, run: Stretch) -> str | None:
    held = names_in(run)
    capitals = [t.text for t in material.words if t.text[:1].isupper() and len(t.text) > 3]
    if not held or not capitals:
        return None
    place, word = random.choice(held), random.choice(capitals)
    if not unlike(word, run.tokens[place].text):
        return None
    return run.replaced(place, place + 1, f"[{word}]")


def _opposite(random: Random, material: Material, run: Stretch) -> str | None:
    found = turned_word(random, material, run)
    return run.replaced(found[0], found[0] + 1, f"[{found[1]}]") if found else None


def _adverb(random: Random, material: Material, run: Stretch) -> str | None:
    adverbs = lexicon(material.language).adverbs
    if not adverbs:
        return None
    place, word = random.randrange(len(run.tokens)), random.choice(adverbs)
    if not unlike(word, run.tokens[place].text):
        return None
    return run.replaced(place, place + 1, f"[{word}]")


def _masking(which: str, *, by_words: bool) -> Forgery:
    """Return a forger who hides negations or conditions under a bracket."""

    def forge(random: Random, material: Material, run: Stretch) -> str | None:
        listed = getattr(lexicon(material.language), which)
        held = [i for i, t in enumerate(run.tokens) if t.text.casefold() in listed and i]
        if not held or len(run.tokens) < 6:
            return None
        first = random.choice(held)
        last = min(first + (random.randint(1, 3) if by_words else 1), len(run.tokens) - 1)
        if last <= first:
            return None
        word = other_word(random, material, run.tokens[first].text) if by_words else "…"
        if not word:
            return None
        return run.replaced(first, last, f"[{word}]" if by_words else "[also]")

    return forge


def _negation_added(random: Random, material: Material, run: Stretch) -> str | None:
    negations = lexicon(material.language).negations
    if not negations:
        return None
    place = random.randint(1, len(run.tokens) - 1)
    word = f"[{random.choice(negations)}]{_blank(material)}{run.tokens[place].text}"
    return run.replaced(place, place + 1, word)


def _number(random: Random, material: Material, run: Stretch) -> str | None:
    held = [i for i, t in enumerate(run.tokens) if re.fullmatch(r"\d+", t.text)]
    if not held:
        return None
    place = random.choice(held)
    old = run.tokens[place].text
    digit = str((int(old[0]) + random.randint(1, 8)) % 10)
    new = random.choice([f"[{digit}]{old[1:]}", f"[{digit}{old[1:]}]", f"{old}[00]"])
    return run.replaced(place, place + 1, new)


def _within_word(random: Random, material: Material, run: Stretch) -> str | None:
    held = [i for i, t in enumerate(run.tokens) if len(t.text) > 4 and t.text.isalpha()]
    if not held or material.language in UNSEGMENTED:
        return None
    place = random.choice(held)
    word = run.tokens[place].text
    half = len(word) // 2
    new = random.choice(
        [
            f"[un]{word}",
            f"[dis]{word}",
            f"[{word[:half]}x]{word[half:]}",
            f"{word[:3]}[xylon]",
            f"{word}[less]",
            f"{word[:half]}[zzz]{word[half:]}",
        ]
    )
    return run.replaced(place, place + 1, new)


def _odd_brackets(random: Random, material: Material, run: Stretch) -> str | None:
    words = _made_up(random, material, run, 2)
    if not words:
        return None
    place = random.randint(0, len(run.tokens) - 1)
    bracket = random.choice(["［{}］", "〔{}〕", "【{}】", "[[{}]]", "[{}", "[sic {}]", "[sic: {}]",
                             "[{}] [sic]", "[…] [{}]", "[{} …]"])  # fmt: skip
    return run.replaced(place, place + 1, bracket.format(words))


_FORGERIES: dict[str, Forgery] = {
    "B made-up words at the beginning": _replacing("beginning"),
    "B made-up words in the middle": _replacing("middle"),
    "B made-up words at the end": _replacing("end"),
    "B words added at the beginning": _adding("beginning"),
    "B words added in the middle": _adding("middle"),
    "B words added at the end": _adding("end"),
    "B a name for another": _name,
    "B an opposite or other amount": _opposite,
    "B an adverb for a word": _adverb,
    "B a negation masked": _masking("negations", by_words=True),
    "B a negation masked by [also]": _masking("negations", by_words=False),
    "B a condition masked": _masking("conditions", by_words=True),
    "B a condition masked by [also]": _masking("conditions", by_words=False),
    "B a negation added": _negation_added,
    "B a number or its digits": _number,
    "B letters within a word": _within_word,
    "B other brackets, nested, unclosed": _odd_brackets,
}


def _forged(kind: str, forge: Forgery) -> Maker:
    def make(random: Random, material: Material) -> Iterator[Question]:
        for run in runs(random, material, 6):
            words = forge(random, material, run)
            if words and not material.has(words):
                yield Question(kind, material, words, Wanted.REFUSED)

    return make


def _pieces(run: Stretch, first: int, last: int) -> tuple[Piece, ...]:
    """Return the answer to a bracket over the words from `first` to before `last`."""
    parts = (
        Piece(run.start, run.tokens[first].start),
        Piece(run.tokens[first].start, run.tokens[last - 1].end, masked=True),
        Piece(run.tokens[last - 1].end, run.end),
    )
    return tuple(part for part in parts if part.end > part.start)


def first_letter(random: Random, material: Material) -> Iterator[Question]:
    """Yield `[T]he ministers` for `the ministers`, and `[t]he` for `The`."""
    for run in runs(random, material):
        word = run.tokens[0].text
        if len(word) > 1 and word[0].swapcase() != word[0] and word[1:].islower():
            words = f"[{word[0].swapcase()}]{run.text[1:]}"
            pieces = _pieces(run, 0, 1)
            kind = "B honest: the first letter"
            yield Question(kind, material, words, Wanted.FOUND, pieces, inserted=True)


def sic(random: Random, material: Material) -> Iterator[Question]:
    """Yield words with [sic] after one of them."""
    for run in runs(random, material):
        place = random.randint(0, len(run.tokens) - 1)
        if material.language in UNSEGMENTED:
            return
        words = run.replaced(place, place + 1, f"{run.tokens[place].text} [sic]")
        pieces = (Piece(run.start, run.end),)
        yield Question("B honest: [sic]", material, words, Wanted.FOUND, pieces, inserted=True)


def _pronoun_places(random: Random, material: Material) -> Iterator[tuple[Stretch, int]]:
    pronouns = lexicon(material.language).pronouns
    if pronouns:
        for run in runs(random, material):
            held = [i for i, t in enumerate(run.tokens) if t.text.casefold() in pronouns]
            if held:
                yield run, random.choice(held)


def clarified(random: Random, material: Material) -> Iterator[Question]:
    """Yield `he [Austin] said`."""
    for run, place in _pronoun_places(random, material):
        name = random.choice(lexicon(material.language).names)
        words = run.replaced(place, place + 1, f"{run.tokens[place].text} [{name}]")
        kind, pieces = "B honest: he [Adams]", (Piece(run.start, run.end),)
        yield Question(kind, material, words, Wanted.FOUND, pieces, inserted=True)


def named(random: Random, material: Material) -> Iterator[Question]:
    """Yield `[Austin] said` where the source has `he said`."""
    for run, place in _pronoun_places(random, material):
        name = random.choice(lexicon(material.language).names)
        words = run.replaced(place, place + 1, f"[{name}]")
        kind, pieces = "B honest: [Adams] for he", _pieces(run, place, place + 1)
        yield Question(kind, material, words, Wanted.FOUND, pieces, inserted=True)


def clarified_falsely(random: Random, material: Material) -> Iterator[Question]:
    """Yield `he [never] said`: after a pronoun, but no name."""
    for run, place in _pronoun_places(random, material):
        listed = lexicon(material.language)
        word = random.choice(listed.negations + listed.adverbs)
        words = run.replaced(place, place + 1, f"{run.tokens[place].text} [{word}]")
        yield Question("B he [never]", material, words, Wanted.REFUSED)


def inflected(random: Random, material: Material) -> Iterator[Question]:
    """Yield `[was]` for `is` and `word[s]` for `word`; English only."""
    for run in runs(random, material) if material.language == "en" else ():
        held = [i for i, t in enumerate(run.tokens) if t.text in _INFLECTED]
        nouns = [i for i, t in enumerate(run.tokens) if _is_content(t, material)
                 and t.text.islower() and t.text[-1] not in "sedyg"]  # fmt: skip
        if held and random.random() < 0.6:
            place = random.choice(held)
            words = run.replaced(place, place + 1, f"[{_INFLECTED[run.tokens[place].text]}]")
        elif nouns:
            place = random.choice(nouns)
            words = run.replaced(place, place + 1, f"{run.tokens[place].text}[s]")
        else:
            continue
        kind, pieces = "B honest: [was] for is, state[s]", _pieces(run, place, place + 1)
        yield Question(kind, material, words, Wanted.FOUND, pieces, inserted=True)


_SOURCE_BRACKETS = ("[CDU]", "[laughter]", "[Applause.]", "[SPD]", "[inaudible]", "[3]", "[sic]")


def bracketed(random: Random, material: Material) -> Iterator[tuple[Material, Stretch, str]]:
    """Yield a text with brackets of its own, and stretches around one of them."""
    text = material.text
    marks = []
    for paragraph in material.paragraphs:
        if len(paragraph) > 10 and random.random() < 0.6:
            place = random.randint(4, len(paragraph) - 5)
            marks.append((paragraph[place].end, random.choice(_SOURCE_BRACKETS)))
    for offset, mark in sorted(marks, reverse=True):
        text = f"{text[:offset]} {mark}{text[offset:]}"
    made = Material(f"{material.name}, with brackets", material.language, text, material.held_out)
    for _ in range(300 if marks else 0):
        paragraph = random.choice(made.paragraphs)
        held = [i for i, t in enumerate(paragraph) if text[t.start - 1 : t.start] == "["
                and text[t.start - 2 : t.start - 1] == " "]  # fmt: skip
        held = [i for i in held if 3 <= i < len(paragraph) - 4]
        if held:
            place = random.choice(held)
            run = tuple(paragraph[place - random.randint(2, 3) : place + random.randint(3, 4)])
            words = text[run[0].start : run[-1].end]
            if words.count("[") == words.count("]") == 1 and "\n" not in words:
                yield made, Stretch(run, words), words[words.index("[") : words.index("]") + 1]


def source_brackets(random: Random, material: Material) -> Iterator[Question]:
    """Yield words with a bracket that the source has."""
    for made, run, _ in bracketed(random, material):
        kind, pieces = "B the source's own bracket", (Piece(run.start, run.end),)
        yield Question(kind, made, run.text, Wanted.FOUND, pieces)


def other_source_bracket(random: Random, material: Material) -> Iterator[Question]:
    """Yield words with another bracket, or with more words, over one that the source has."""
    for made, run, bracket in bracketed(random, material):
        other = random.choice([b for b in _SOURCE_BRACKETS if b not in (bracket, "[sic]")])
        new = random.choice([other, other, "[not applause]", "[jeers]", f"[not {bracket[1:]}"])
        words = run.text.replace(bracket, new)
        yield Question("B another bracket over the source's", made, words, Wanted.REFUSED)


MAKERS: tuple[Maker, ...] = (
    *(_forged(kind, forge) for kind, forge in _FORGERIES.items()),
    clarified_falsely,
    first_letter,
    sic,
    clarified,
    named,
    inflected,
    source_brackets,
    other_source_bracket,
)
