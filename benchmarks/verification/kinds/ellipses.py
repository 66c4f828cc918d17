"""C: what an ellipsis skips."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.verification.kinds.plain import other_word, runs
from benchmarks.verification.lexicon import lexicon
from benchmarks.verification.question import BLOCK_BREAK, Material, Piece, Question, Wanted
from benchmarks.verification.words import UNSEGMENTED, Stretch, Token, letters, stretches

Maker = Callable[[Random, Material], Iterator[Question]]
_MARKS = (" … ", " ... ", " […] ", " [...] ", "… ", " …", "…", " . . . ", " .... ", " (…) ")
_QUOTE = re.compile("[\"“”„«»‘「」『』‹›()（）]|(?<!\\w)'|'(?!\\w)|’(?!\\w)")
_LONG = 80


def _wary(material: Material) -> frozenset[str]:
    words = lexicon(material.language)
    return frozenset(words.negations + words.conditions + words.wary)


def _holds(skipped: str, words: list[Token], listed: frozenset[str], language: str) -> bool:
    if language in UNSEGMENTED | {"ar"}:
        return any(word in skipped for word in listed)
    parts = {part.casefold() for t in words for part in re.split(r"[’'-]", t.text)}
    return bool(parts & listed) or "n't" in skipped or "n’t" in skipped


def joined(material: Material, parts: list[tuple[int, int]], mark: str) -> str:
    """Return stretches of the text with an ellipsis between."""
    return mark.join(material.text[start:end] for start, end in parts)


def _cut(
    random: Random, material: Material, run: Stretch, first: int, last: int, mark: str = ""
) -> tuple[str, tuple[Piece, ...], int]:
    """Return the stretch without its words from `first` to before `last`, and the answer."""
    before, after = run.tokens[first - 1].end, run.tokens[last].start
    words = joined(material, [(run.start, before), (after, run.end)], mark or _mark(random))
    return words, (Piece(run.start, before), Piece(after, run.end)), last - first


def _mark(random: Random) -> str:
    return random.choice(_MARKS[:4]) if random.random() < 0.7 else random.choice(_MARKS)


def honest(random: Random, material: Material) -> Iterator[Question]:
    """Yield short cuts within a sentence, over nothing that turns the sense."""
    listed = _wary(material)
    for run in runs(random, material, 8, 22):
        first = random.randint(3, len(run.tokens) - 4)
        last = min(first + random.randint(1, 12), len(run.tokens) - 3)
        skipped = material.text[run.tokens[first - 1].end : run.tokens[last].start]
        cut = list(run.tokens[first:last])
        if _QUOTE.search(skipped) or _holds(skipped, cut, listed, material.language):
            continue
        words, pieces, count = _cut(random, material, run, first, last)
        gaps = () if material.language in UNSEGMENTED else (count,)
        if any(re.search(r"\W", t.text) for t in cut):
            gaps = ()
        yield Question("C honest cut", material, words, Wanted.FOUND, pieces, gaps=gaps)


def at_the_ends(random: Random, material: Material) -> Iterator[Question]:
    """Yield words with an ellipsis before or after them."""
    for run in runs(random, material):
        words = random.choice(["… {}", "{} …", "...{}", "{}...", "[…] {}", "{} […]"])
        kind, pieces = "C honest: an ellipsis at an end", (Piece(run.start, run.end),)
        yield Question(kind, material, words.format(run.text), Wanted.FOUND, pieces)


def one_common_word(random: Random, material: Material) -> Iterator[Question]:
    """Yield segments of one word that is common in the text: `I … a cost`."""
    counts = Counter(letters(t.text) for t in material.words)
    common = {word for word, _ in counts.most_common(40)}
    for run in runs(random, material, 9, 22):
        if material.language in UNSEGMENTED:
            return
        if random.random() < 0.5:
            if letters(run.tokens[0].text) not in common:
                continue
            first, last = 1, random.randint(3, len(run.tokens) - 3)
        else:
            if letters(run.tokens[-1].text) not in common:
                continue
            first, last = random.randint(3, len(run.tokens) - 3), len(run.tokens) - 1
        words, _, _ = _cut(random, material, run, first, last)
        yield Question("C a segment of one common word", material, words, Wanted.REFUSED)


def _over(kind: str, which: str) -> Maker:
    def make(random: Random, material: Material) -> Iterator[Question]:
        listed = frozenset(getattr(lexicon(material.language), which))
        if not listed:
            return
        for run in runs(random, material, 8, 24):
            places = [
                i
                for i in range(3, len(run.tokens) - 3)
                if _holds(run.tokens[i].text, [run.tokens[i]], listed, material.language)
            ]
            if not places:
                continue
            place = random.choice(places)
            first = random.randint(max(3, place - 3), place)
            last = random.randint(place + 1, min(len(run.tokens) - 3, place + 4))
            words, _, _ = _cut(random, material, run, first, last)
            yield Question(kind, material, words, Wanted.TOLD)

    return make


def far_apart(random: Random, material: Material) -> Iterator[Question]:
    """Yield segments of one paragraph with more than eighty words between."""
    long = [p for p in material.paragraphs if len(p) > _LONG + 12]
    for _ in range(200 if long else 0):
        words = random.choice(long)
        first = random.randint(4, len(words) - _LONG - 6)
        last = random.randint(first + _LONG + 1, len(words) - 5)
        parts = [(words[first - 4].start, words[first - 1].end),
                 (words[last].start, words[last + 3].end)]  # fmt: skip
        if not re.search(r"[\[\]…]|\.\.", "".join(material.text[s:e] for s, e in parts)):
            text = joined(material, parts, _mark(random))
            yield Question("C a gap over 80 words", material, text, Wanted.TOLD)


def reordered(random: Random, material: Material) -> Iterator[Question]:
    """Yield two segments in the wrong order."""
    for run in runs(random, material, 10, 22):
        middle = random.randint(4, len(run.tokens) - 4)
        parts = [(run.tokens[middle].start, run.end), (run.start, run.tokens[middle - 2].end)]
        first, second = (letters(material.text[s:e]) for s, e in parts)
        if not re.search(f"{first}.*{second}", material.letters):
            words = joined(material, parts, _mark(random))
            yield Question("C segments out of order", material, words, Wanted.REFUSED)


def twice(random: Random, material: Material) -> Iterator[Question]:
    """Yield one stretch as both segments, or segments that overlap."""
    for run in runs(random, material, 6, 14):
        middle = len(run.tokens) // 2
        if material.letters.count(letters(run.text)) > 1:
            continue
        parts = random.choice([
            [(run.start, run.end), (run.start, run.end)],
            [(run.start, run.tokens[middle + 1].end), (run.tokens[middle - 1].start, run.end)],
        ])  # fmt: skip
        held = [letters(material.text[s:e]) for s, e in parts]
        if not re.search(".*".join(held), material.letters):
            words = joined(material, parts, _mark(random))
            yield Question("C the same words in both segments", material, words, Wanted.REFUSED)


def two_paragraphs(random: Random, material: Material) -> Iterator[Question]:
    """Yield segments of two paragraphs, neighbours and others."""
    many = range(len(material.paragraphs) - 1)
    for _ in range(400 if len(many) > 2 else 0):
        first = random.choice(many)
        second = first + (1 if random.random() < 0.5 else random.randint(1, 6))
        if second >= len(material.paragraphs):
            continue
        one, two = (
            stretches(material.paragraphs[n], material.text, random.randint(3, 7))
            for n in (first, second)
        )
        _, block = material.blocks[first]
        if not one or not two or block.rstrip()[-1:] not in {".", "!", "?", "。", "”", "؟", "»"}:
            continue
        left, right = random.choice(one[-3:]), random.choice(two[:3])
        if _in_one_paragraph(material, left.text, right.text):
            continue
        words = left.text + _mark(random) + right.text
        yield Question("C segments of two paragraphs", material, words, Wanted.REFUSED)


def _in_one_paragraph(material: Material, one: str, two: str) -> bool:
    first, second = letters(one), letters(two)
    return any(re.search(f"{first}.*{second}", letters(block)) for _, block in material.blocks)


def other_text(random: Random, material: Material) -> Iterator[Question]:
    """Yield a true segment and one of which a word was changed."""
    for run in runs(random, material, 10, 22):
        middle = len(run.tokens) // 2
        place = random.randrange(len(run.tokens))
        word = other_word(random, material, run.tokens[place].text)
        if not word:
            continue
        words = [t.text for t in run.tokens]
        words[place] = word
        blank = "" if material.language in UNSEGMENTED else " "
        parts = [blank.join(words[:middle]), blank.join(words[middle + 1 :])]
        if place != middle and not all(material.has(part) for part in parts):
            text = _mark(random).join(parts)
            yield Question("C a changed word in a segment", material, text, Wanted.REFUSED)


def _pairs(random: Random, material: Material) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield two sentences' worth of words without quotation marks."""
    for run in runs(random, material, 7, 12):
        for other in runs(random, material, 7, 12):
            if not _QUOTE.search(run.text + other.text) and run.text != other.text:
                yield run, other
            break


def _news(random: Random, material: Material, form: str) -> Iterator[Question]:
    """Yield a made news story's segments, one in each of two quotations."""
    words = lexicon(material.language)
    for one, two in _pairs(random, material):
        quoted = [words.said.format(run.text, name)
                  for run, name in zip((one, two), words.names, strict=True)]  # fmt: skip
        blank = "" if material.language in UNSEGMENTED else " "
        text = blank.join(quoted) if form == "paragraph" else BLOCK_BREAK.join(quoted)
        kind = "C over a closing mark, two speakers"
        if form == "paragraphs":
            kind = "C over two paragraphs, two speakers"
        made = Material(f"{material.name}, as news", material.language, text, material.held_out)
        left = one.tokens[random.randint(0, 2)].start, one.tokens[random.randint(-3, -1)].end
        right = two.tokens[random.randint(0, 2)].start, two.tokens[random.randint(-3, -1)].end
        segments = joined(material, [left, right], _mark(random))
        wanted = Wanted.TOLD if form == "paragraph" else Wanted.REFUSED
        yield Question(kind, made, segments, wanted)


_STYLES = ("“{}”", '"{}"', "„{}“", "«{}»", "« {} »", "‘{}’", "'{}'", "”{}”", "「{}」", "»{}«")


def out_of_the_quotation(random: Random, material: Material) -> Iterator[Question]:
    """Yield segments of which one stands in a quotation, the other after it."""
    for one, two in _pairs(random, material):
        style = random.choice(_STYLES)
        if style in {"‘{}’", "'{}'"} and re.search("['’]", one.text):
            continue
        blank = "" if material.language in UNSEGMENTED else " "
        text = f"{style.format(one.text)}{blank}{two.text}."
        made = Material(f"{material.name}, as news", material.language, text, material.held_out)
        parts = [(one.tokens[1].start, one.tokens[-2].end), (two.tokens[1].start, two.end)]
        words = joined(material, parts, _mark(random))
        yield Question("C out of a quotation, ten styles", made, words, Wanted.TOLD)


_TURNS = ("{0}: {1}\n{2}: {3}", "{0}. {1}\n{2}. {3}", "Q: {1}\nA: {3}", "— {1}\n— {3}",
          "{0}: {1}\n\n{2}: {3}", "MR. {0}: {1}\nMS. {2}: {3}", "<{0}> {1}\n<{2}> {3}",
          "{0}: {1} {2}: {3}", "- {1}\n- {3}", "Mr. {0}. {1}\nThe CHAIRMAN. {3}")  # fmt: skip


def over_turns(random: Random, material: Material) -> Iterator[Question]:
    """Yield segments of two turns of a transcript, in ten styles."""
    names = lexicon(material.language).names
    for one, two in _pairs(random, material):
        form = random.choice(_TURNS)
        text = form.format(names[0].upper(), f"{one.text}.", names[1].upper(), f"{two.text}.")
        made = Material(f"{material.name}, as talk", material.language, text, material.held_out)
        parts = [(one.tokens[1].start, one.end), (two.start, two.tokens[-2].end)]
        words = joined(material, parts, _mark(random))
        yield Question("C over a change of speaker, transcript", made, words, Wanted.TOLD)


def over_turns_plainly(random: Random, material: Material) -> Iterator[Question]:
    """Yield words of two turns without the name between them, and without an ellipsis."""
    names = lexicon(material.language).names
    for one, two in _pairs(random, material):
        form = random.choice(_TURNS[:2] + _TURNS[4:7])
        text = form.format(names[0].upper(), one.text, names[1].upper(), two.text)
        made = Material(f"{material.name}, as talk", material.language, text, material.held_out)
        words = f"{one.text} {two.text}"
        yield Question("C two turns as one, no ellipsis", made, words, Wanted.REFUSED)


def one_paragraph_news(random: Random, material: Material) -> Iterator[Question]:
    """Yield a news story of one paragraph."""
    return _news(random, material, "paragraph")


def two_paragraph_news(random: Random, material: Material) -> Iterator[Question]:
    """Yield a news story of two paragraphs."""
    return _news(random, material, "paragraphs")


MAKERS: tuple[Maker, ...] = (
    honest,
    at_the_ends,
    one_common_word,
    _over("C over a negation", "negations"),
    _over("C over a condition", "conditions"),
    far_apart,
    reordered,
    twice,
    two_paragraphs,
    other_text,
    one_paragraph_news,
    two_paragraph_news,
    out_of_the_quotation,
    over_turns,
    over_turns_plainly,
)
