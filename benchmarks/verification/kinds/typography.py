"""E: the same words in another house style; each question has a twin with one word changed."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from benchmarks.verification.kinds.plain import other_word, runs
from benchmarks.verification.question import Material, Piece, Question, Wanted
from benchmarks.verification.words import UNSEGMENTED, Stretch, letters

Maker = Callable[[Random, Material], Iterator[Question]]
Edit = Callable[[Random, str, Material], str | None]
"""Makes other typography of some words, or None where they have nothing to edit."""

_DASHES = ("—", " — ", "–", " – ", " - ", "--", " -- ", "―", " ― ", "\u00a0— ", "\u2009—\u2009")
_QUOTES = ("“”", '""', "„“", "«»", "‘’", "''", "”“", "‹›", "「」", "»«", "„”", "〝〞")
_BLANKS = ("\u00a0", "\u202f", "\u2009", "\u3000", "  ", "\n", "\t", "\u2003", " \n ", "\u205f")
_NOTHINGS = ("\u200b", "\u2060", "\u00ad", "\ufeff", "\u200d", "\u200c", "\u200e")
_SEPARATORS = (",", ".", " ", "'", "’", "\u00a0", "\u202f", "\u2009", "")
_DECIMAL = {
    "en": ".", "ja": ".", "zh": ".", "ar": ".", "de": ",", "es": ",", "fr": ",.", "ru": ",."
}  # fmt: skip
"""Marks of decimals, which part thousands only where they stand twice."""


def twins(
    random: Random, kind: str, material: Material, words: str, pieces: tuple[Piece, ...]
) -> Iterator[Question]:
    """Yield a question, and one with a word changed that must be refused."""
    yield Question(kind, material, words, Wanted.FOUND, pieces)
    found = _one_changed(random, material, words)
    if found:
        yield Question(f"{kind}: a word changed", material, found, Wanted.REFUSED)


def _one_changed(random: Random, material: Material, words: str) -> str | None:
    if material.language in UNSEGMENTED:
        held = list(re.finditer(r"[\u3400-\u9fff]{2}|[ァ-ヺー]{2,}|[A-Za-z]{4,}", words))
    else:
        held = list(re.finditer(r"[^\W\d_]{4,}", words))
    if not held:
        return None
    match = random.choice(held)
    word = other_word(random, material, match[0])
    changed = words[: match.start()] + (word or "") + words[match.end() :]
    return changed if word and not material.has(changed) else None


def _asked(kind: str, edit: Edit) -> Maker:
    """Return a maker of questions whose words are edited and whose text is not."""

    def make(random: Random, material: Material) -> Iterator[Question]:
        for run in runs(random, material):
            words = edit(random, run.text, material)
            if words and words != run.text and letters(words) == letters(run.text):
                yield from twins(random, kind, material, words, (Piece(run.start, run.end),))

    return make


def _stored(kind: str, edit: Edit) -> Maker:
    """Return a maker of questions as they were, asked of a text whose paragraph was edited."""

    def make(random: Random, material: Material) -> Iterator[Question]:
        for run in runs(random, material):
            words = edit(random, run.text, material)
            if not words or words == run.text:
                continue
            start, end = _around(material, run)
            text = material.text[start : run.start] + words + material.text[run.end : end]
            begin = run.start - start
            made = Material(f"{material.name}, edited", material.language, text, material.held_out)
            pieces = (Piece(begin, begin + len(words)),)
            yield from twins(random, kind, made, run.text, pieces)

    return make


def _around(material: Material, run: Stretch) -> tuple[int, int]:
    """Return the paragraph that a stretch stands in."""
    for start, block in material.blocks:
        if start <= run.start < start + len(block):
            return start, start + len(block)
    return run.start, run.end


def _final(marks: str) -> Edit:
    def edit(random: Random, words: str, material: Material) -> str:
        return words + random.choice(marks)

    return edit


def _capital(random: Random, words: str, material: Material) -> str | None:
    first = words[0]
    return first.swapcase() + words[1:] if len(first.swapcase()) == 1 else None


def _apostrophe(random: Random, words: str, material: Material) -> str | None:
    held = re.search(r"(?<=\w)['’](?=\w)", words)
    if not held:
        return None
    return re.sub(r"(?<=\w)['’](?=\w)", random.choice("'’ʼ‘＇"), words)


def _blank(random: Random, words: str, material: Material) -> str | None:
    if " " not in words:
        return None
    place = random.choice([i for i, c in enumerate(words) if c == " "])
    return words[:place] + random.choice(_BLANKS) + words[place + 1 :]


def _nothing(random: Random, words: str, material: Material) -> str | None:
    # A joiner has a meaning of its own in Arabic script.
    marks = _NOTHINGS[:4] if material.language == "ar" else _NOTHINGS
    places = [i for i in range(1, len(words)) if words[i - 1 : i + 1].isalnum()]
    if not places:
        return None
    for place in sorted(random.sample(places, min(len(places), 2)), reverse=True):
        words = words[:place] + random.choice(marks) + words[place:]
    return words


def _decomposed(random: Random, words: str, material: Material) -> str:
    return unicodedata.normalize("NFD", words)


def _ligature(random: Random, words: str, material: Material) -> str | None:
    for plain, ligature in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")):
        if plain in words:
            return words.replace(plain, ligature)
    return None


def _full_width(random: Random, words: str, material: Material) -> str | None:
    if material.language not in UNSEGMENTED:
        return None
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in words)


def _changing_source(
    kind: str, change: Callable[[Random, Stretch], tuple[str, str] | None]
) -> Maker:
    """Return a maker of questions whose words differ from a text that was changed for them."""

    def make(random: Random, material: Material) -> Iterator[Question]:
        for run in runs(random, material, 6):
            found = change(random, run)
            if not found or material.language in UNSEGMENTED:
                continue
            stored, asked = found
            start, end = _around(material, run)
            text = material.text[start : run.start] + stored + material.text[run.end : end]
            begin = run.start - start
            made = Material(f"{material.name}, edited", material.language, text, material.held_out)
            yield from twins(random, kind, made, asked, (Piece(begin, begin + len(stored)),))

    return make


def _dashed(random: Random, run: Stretch) -> tuple[str, str] | None:
    place = random.randint(2, len(run.tokens) - 3)
    cut = run.tokens[place].end - run.start, run.tokens[place + 1].start - run.start
    if run.text[cut[0] : cut[1]].strip(" ,"):
        return None
    one, two = random.sample(_DASHES, 2)
    return run.text[: cut[0]] + one + run.text[cut[1] :], run.text[: cut[0]] + two + run.text[
        cut[1] :
    ]


def _quoted(random: Random, run: Stretch) -> tuple[str, str] | None:
    first = random.randint(1, len(run.tokens) - 3)
    last = random.randint(first + 1, len(run.tokens) - 1)
    begin, end = run.tokens[first].start - run.start, run.tokens[last - 1].end - run.start
    if re.search(r"[\"“”„«»‘’'‹›]", run.text):
        return None
    made = []
    for pair in random.sample(_QUOTES, 2):
        inner = random.choice(["", "\u00a0", "\u202f", " "]) if pair in {"«»", "‹›"} else ""
        words = f"{pair[0]}{inner}{run.text[begin:end]}{inner}{pair[1]}"
        made.append(run.text[:begin] + words + run.text[end:])
    return made[0], made[1]


def _grouped(digits: str, separator: str) -> str:
    head = len(digits) % 3 or 3
    parts = [digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))]
    return separator.join(parts)


def thousands(random: Random, material: Material) -> Iterator[Question]:
    """Yield numbers whose thousands are parted in another house style."""
    change = partial(_thousands, material.language)
    return _changing_source("E thousands separators", change)(random, material)


def _thousands(language: str, random: Random, run: Stretch) -> tuple[str, str] | None:
    if re.search(r"\d", run.text):
        return None
    place = random.randint(1, len(run.tokens) - 2)
    number = str(random.choice([random.randint(10**6, 10**8), random.randint(10_000, 999_999)]))
    offset = run.tokens[place].start - run.start
    decimal = _DECIMAL.get(language[:2], ",.") if len(number) < 7 else ""
    marks = [mark for mark in _SEPARATORS if not mark or mark not in decimal]
    one, two = (_grouped(number, mark) for mark in random.sample(marks, 2))
    return (
        f"{run.text[:offset]}{one} {run.text[offset:]}",
        f"{run.text[:offset]}{two} {run.text[offset:]}",
    )


def other_number(random: Random, material: Material) -> Iterator[Question]:
    """Yield numbers that another separator makes into other numbers, and other digits."""
    for run in runs(random, material, 6):
        place = random.randint(1, len(run.tokens) - 2)
        offset = run.tokens[place].start - run.start
        stored, asked = random.choice(
            [
                ("1.5", "15"),
                ("12,5", "125"),
                ("12.50", "1250"),
                ("3.14", "314"),
                ("1,5", "1 5"),
                ("1.25", "12.5"),
                ("2,500", "25,00"),
                ("1,250,000", "1,250,001"),
                ("10.5", "105"),
                ("1 250 000", "125 000"),
                ("1.250.000", "1.250"),
                ("1,250", "1,25"),
                ("0.5", "5"),
                ("2 1", "21"),
                ("$1.5", "$15"),
                ("-5", "5"),
                ("5%", "5"),
                ("2019 2020", "20192020"),
                ("1/2", "12"),
                ("1–2", "12"),
                ("20 000", "2 0000"),
                ("1:30", "130"),
            ]
        )
        if re.search(r"\d", run.text):
            continue
        start, end = _around(material, run)
        blank = "" if material.language in UNSEGMENTED else " "
        words = [f"{run.text[:offset]}{n}{blank}{run.text[offset:]}" for n in (stored, asked)]
        text = material.text[start : run.start] + words[0] + material.text[run.end : end]
        made = Material(f"{material.name}, edited", material.language, text, material.held_out)
        yield Question("E twin: another number", made, words[1], Wanted.REFUSED)


def question_mark(random: Random, material: Material) -> Iterator[Question]:
    """Yield statements asked as questions."""
    for run in runs(random, material, 6):
        words = run.text + ("؟" if material.language == "ar" else "?")
        yield Question("E twin: a question mark put after a statement", material, words,
                       Wanted.TOLD)  # fmt: skip


def case_within(random: Random, material: Material) -> Iterator[Question]:
    """Yield words of which one amid them has another case: `Polish`, `US`, `it`."""
    for run in runs(random, material, 6):
        place = random.randint(1, len(run.tokens) - 1)
        word = run.tokens[place].text
        new = word.swapcase() if random.random() < 0.3 else word[0].swapcase() + word[1:]
        if new != word and word.isalpha():
            words = run.replaced(place, place + 1, new)
            yield Question("E twin: case amid the words", material, words, Wanted.TOLD)


MAKERS: tuple[Maker, ...] = (
    _changing_source("E dashes", _dashed),
    _changing_source("E quotation marks", _quoted),
    thousands,
    _asked("E a final . , ; :", _final(".,;:")),
    _asked("E the first letter's case", _capital),
    _asked("E apostrophes", _apostrophe),
    _asked("E blanks", _blank),
    _stored("E blanks, in the source", _blank),
    _asked("E zero width marks", _nothing),
    _stored("E zero width marks, in the source", _nothing),
    _asked("E decomposed letters", _decomposed),
    _stored("E decomposed letters, in the source", _decomposed),
    _stored("E ligatures, in the source", _ligature),
    _asked("E full width letters", _full_width),
    other_number,
    question_mark,
    case_within,
)
