"""Edits of sentences from tables of words, which know nothing of the program's own lists.

`edits/LANGUAGE.txt` holds them: `a > b` in both directions, `a => b` in one, `{ a, b }` each for
another of the set, `+ words` put at the end, `- words` left out, `~ words` moved. Rows
take turns: the odd ones were used to tune the lists, the even ones are held out. Digits, slips and
capitals are changed without a table.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_TABLES = Path(__file__).parent / "edits"
_HARMLESS = "harmless: "
_UNSPACED = ("ja",)
_TRIES = 4000


class Case(NamedTuple):
    """A sentence and what became of it."""

    language: str
    kind: str
    harmless: bool
    source: str
    edited: str
    row: str


class Row(NamedTuple):
    """A row of a table."""

    kind: str
    harmless: bool
    text: str


def rows(language: str, held_out: bool) -> list[Row]:
    """Return one half of a language's table.

    Args:
        language: A primary language subtag.
        held_out: Whether the held-out half is wanted, or the one used for tuning.
    """
    found: list[Row] = []
    kind = ""
    count = 0
    for line in (_TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("["):
            kind, count = text.strip("[]"), 0
        elif text and not text.startswith("#"):
            if (count % 2 == 1) == held_out:
                found.append(Row(kind.removeprefix(_HARMLESS), kind.startswith(_HARMLESS), text))
            count += 1
    builtin = [("number", False), ("typos", True), ("sentence start", True)]
    if language == "de":
        builtin.append(("noun capitals", True))
    found.extend(Row(kind, harmless, "@") for kind, harmless in builtin)
    return found


def cases(
    language: str, texts: Sequence[str], held_out: bool, each: int, seed: int
) -> Iterator[Case]:
    """Yield cases: for each row up to a number of sentences in which it can be applied.

    Args:
        language: A primary language subtag.
        texts: Sentences.
        held_out: Which half of the rows is used.
        each: How many cases a row yields at most.
        seed: Where the dice begin.
    """
    for row in rows(language, held_out):
        dice = random.Random(f"{seed} {language} {row}")
        order = dice.sample(texts, min(len(texts), _TRIES))
        wanted = each * 6 if row.text == "@" else each
        for sentence in order:
            edited = apply(row, sentence, language, dice)
            if edited and edited != sentence:
                yield Case(language, row.kind, row.harmless, sentence, edited, row.text)
                wanted -= 1
            if not wanted:
                break


def apply(row: Row, sentence: str, language: str, dice: random.Random) -> str | None:
    """Return a sentence changed as a row says, or None where it cannot be."""
    text = row.text
    if text == "@":
        return _BUILTIN[row.kind](sentence, dice)
    if text.startswith("+"):
        return _ended(sentence, text[1:].strip(), language)
    if text.startswith("{"):
        names = [name.strip() for name in text.strip("{}").split(",")]
        here = [name for name in names if _find(sentence, name, language)]
        if not here:
            return None
        name = dice.choice(here)
        return _replaced(sentence, name, dice.choice([n for n in names if n != name]), language)
    if text.startswith("-"):
        return _left_out(sentence, text[1:].strip(), language)
    if text.startswith("~"):
        return _moved(sentence, text[1:].strip(), language)
    old, arrow, new = re.split(r" (=?>) ", text)
    if arrow == ">" and dice.random() < 0.5:
        old, new = new, old
    return _replaced(sentence, old, new, language)


def _find(sentence: str, words: str, language: str) -> re.Match[str] | None:
    if language in _UNSPACED:
        alone = r"(?<![一-鿿]){}(?![一-鿿])" if len(words) == 1 and words >= "一" else "{}"
        return re.search(alone.format(re.escape(words)), sentence)
    return re.search(rf"(?<![\w'’-]){re.escape(words)}(?![\w'’-])", sentence)


def _replaced(sentence: str, old: str, new: str, language: str) -> str | None:
    found = _find(sentence, old, language)
    if found is None:
        old, new = old[:1].upper() + old[1:], new[:1].upper() + new[1:]
        found = _find(sentence, old, language)
    if found is None:
        return None
    return sentence[: found.start()] + new + sentence[found.end() :]


def _ended(sentence: str, words: str, language: str) -> str:
    if language in _UNSPACED:
        return sentence + words
    comma = "، " if language == "ar" else ", "
    return sentence[:-1].rstrip() + comma + words + sentence[-1]


def _left_out(sentence: str, words: str, language: str) -> str | None:
    found = _find(sentence, words, language)
    start = False
    if found is None and not words[0].isupper():
        found = _find(sentence, words[:1].upper() + words[1:], language)
        start = found is not None and found.start() == 0
    if found is None or (found.start() == 0 and not start and language not in _UNSPACED):
        return None
    before, after = sentence[: found.start()], sentence[found.end() :]
    if before.rstrip().endswith((",", "،")) and after.startswith((",", "،")):
        before, after = before.rstrip()[:-1], after[1:]
    if after.startswith(tuple(".,!?")):
        before = before.rstrip()
    rest = re.sub(r"  +", " ", before + after).strip().lstrip(",،、 ")
    return rest[:1].upper() + rest[1:] if start else rest


def _moved(sentence: str, words: str, language: str) -> str | None:
    rest = _left_out(sentence, words, language)
    if rest is None:
        return None
    if language in _UNSPACED:
        return words + rest
    if sentence.startswith(words[:1].upper() + words[1:]):
        return f"{rest[:-1]} {words}{rest[-1]}"
    if language == "ar":
        return f"{words} {rest}"
    first = rest.split(" ")[0]
    keep = first.isupper() or any(map(str.isupper, first[1:])) or language == "de"
    rest = rest if keep else rest[:1].lower() + rest[1:]
    return f"{words[:1].upper()}{words[1:]} {rest}"


def _recased(sentence: str, dice: random.Random) -> str | None:
    """Give a German noun a small letter."""
    words = list(re.finditer(r"(?<=\w )[A-ZÄÖÜ][a-zäöüß]{4,}(?!\w)", sentence))
    if not words:
        return None
    word = dice.choice(words)
    return sentence[: word.start()] + word[0].lower() + sentence[word.end() :]


def _other_number(sentence: str, dice: random.Random) -> str | None:
    digits = list(re.finditer(r"\d", sentence))
    if not digits:
        return None
    digit = dice.choice(digits)
    other = dice.choice([d for d in "123456789" if d != digit[0]])
    return sentence[: digit.start()] + other + sentence[digit.end() :]


def _typo(sentence: str, dice: random.Random) -> str | None:
    words = list(re.finditer(r"(?<!\w)[^\W\d_]{6,}(?!\w)", sentence))
    words = [word for word in words if not _is_unspaced(word[0])]
    if not words:
        return None
    match = dice.choice(words)
    word = match[0]
    at = dice.randrange(1, len(word) - 1)
    kind = dice.randrange(3)
    if kind == 0:
        slipped = word[:at] + word[at + 1 :]
    elif kind == 1:
        slipped = word[:at] + word[at] + word[at:]
    else:
        slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return sentence[: match.start()] + slipped + sentence[match.end() :]


def _is_unspaced(word: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" for char in word)


def _small_start(sentence: str, dice: random.Random) -> str | None:
    first = re.split(r"\W", sentence)[0]
    if not first or first.isupper() or first.lower() == first:
        return None
    return first[:1].lower() + sentence[1:]


_BUILTIN = {
    "number": _other_number,
    "typos": _typo,
    "sentence start": _small_start,
    "noun capitals": _recased,
}
