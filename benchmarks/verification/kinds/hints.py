"""D: the same words said by two speakers, and hints to which of them is meant."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from benchmarks.verification.kinds.plain import runs
from benchmarks.verification.lexicon import lexicon
from benchmarks.verification.question import BLOCK_BREAK, Material, Piece, Question, Wanted
from benchmarks.verification.words import UNSEGMENTED, Stretch, stretches

Maker = Callable[[Random, Material], Iterator[Question]]


class Copies(NamedTuple):
    """A text in which two speakers say the same words, in neighbouring paragraphs."""

    made: Material
    words: str
    offsets: tuple[int, ...]
    """Where the words stand."""
    numbers: tuple[int, ...]
    """The 1-based paragraphs of the copies."""

    def around(self, copy: int, size: int) -> tuple[str, str]:
        """Return what stands before and after a copy within its paragraph."""
        number, start = self.numbers[copy], self.offsets[copy]
        offset, block = self.made.blocks[number - 1]
        end = start - offset + len(self.words)
        return block[max(0, start - offset - size) : start - offset], block[end : end + size]


def _copies(random: Random, material: Material, *, alone: bool = False) -> Iterator[Copies]:
    names = lexicon(material.language).names
    blocks = [block for _, block in material.blocks][:14]
    tails = [s for p in material.paragraphs for s in stretches(p[:12], material.text, 5)[:1]]
    for run in runs(random, material, 6, 12) if len(tails) > 3 else ():
        stories = [_story(random, run, name, tails, material) for name in names]
        place = random.randint(2, max(2, len(blocks) - 1))
        kept = [b for b in blocks if run.text not in b]
        told = stories[:1] if alone else stories
        text = BLOCK_BREAK.join([*kept[:place], *told, *kept[place:]])
        made = Material(f"{material.name}, with copies", material.language, text, material.held_out)
        offsets, numbers = [], []
        for number, (offset, block) in enumerate(made.blocks, start=1):
            if block in told:
                offsets.append(offset + block.index(run.text))
                numbers.append(number)
        if len(numbers) == len(told) and text.count(run.text) == len(told):
            yield Copies(made, run.text, tuple(offsets), tuple(numbers))


def _story(
    random: Random, run: Stretch, name: str, tails: list[Stretch], material: Material
) -> str:
    """Return a paragraph in which somebody says the words among other words."""
    before, after = random.sample(tails, 2)
    blank = "" if material.language in UNSEGMENTED else " "
    said = lexicon(material.language).said.format(run.text, name)
    return f"{before.text}{blank}{name}{blank}{said}{blank}{after.text}"


def _ask(kind: str, found: Copies, meant: int, wanted: Wanted, **hints: Any) -> Question:
    start = found.offsets[meant]
    pieces = (Piece(start, start + len(found.words)),)
    question = Question(kind, found.made, found.words, wanted, pieces)
    return question._replace(**hints)


def no_hint(random: Random, material: Material) -> Iterator[Question]:
    """Yield words of two speakers and nothing that says which is meant."""
    for found in _copies(random, material):
        yield _ask("D two speakers, no hint", found, 0, Wanted.REFUSED)


def bare_hint(random: Random, material: Material) -> Iterator[Question]:
    """Yield a paragraph that was right before one was put in front, or is still right.

    A bare hint that is stale cannot be told from one that is right; only the meant copy may be
    verified, so neither may.
    """
    for found in _copies(random, material):
        meant = random.randint(0, 1)
        stale = random.random() < 0.7
        number = found.numbers[meant] + (random.choice([-1, 1]) if stale else 0)
        kind = "D bare paragraph, stale" if stale else "D bare paragraph, right"
        yield _ask(kind, found, meant, Wanted.PLACE, paragraph=number)


def with_context(random: Random, material: Material) -> Iterator[Question]:
    """Yield prefix and suffix of the copy that is meant, with hints of every sort."""
    for found in _copies(random, material):
        meant = random.randint(0, 1)
        prefix, suffix = found.around(meant, random.choice([12, 24, 60]))
        sides = random.choice([(prefix, suffix), (prefix, ""), ("", suffix)])
        number = random.choice([None, found.numbers[meant], found.numbers[1 - meant], 1])
        if prefix == found.around(1 - meant, len(prefix))[0] and not sides[1]:
            continue
        if suffix == found.around(1 - meant, len(suffix))[1] and not sides[0]:
            continue
        kind = "D right prefix or suffix, no paragraph"
        if number is not None:
            kind = "D right prefix or suffix, right paragraph"
            if number != found.numbers[meant]:
                kind = "D right prefix or suffix, wrong paragraph"
        yield _ask(
            kind, found, meant, Wanted.FOUND, prefix=sides[0], suffix=sides[1], paragraph=number
        )


def wrong_context(random: Random, material: Material) -> Iterator[Question]:
    """Yield prefix and suffix that stand at neither copy, with and without a paragraph."""
    for found in _copies(random, material):
        offset, block = random.choice(found.made.blocks)
        middle = len(block) // 2
        prefix, suffix = block[max(0, middle - 20) : middle], block[middle : middle + 20]
        number = random.choice([None, *found.numbers])
        if len(prefix) > 9 and offset not in found.offsets:
            yield _ask(
                "D prefix and suffix of neither", found, 0, Wanted.REFUSED,
                prefix=prefix, suffix=suffix, paragraph=number,
            )  # fmt: skip


def meant_is_gone(random: Random, material: Material) -> Iterator[Question]:
    """Yield prefix and suffix of a copy that was taken out; the other speaker's is left."""
    for found in _copies(random, material):
        prefix, suffix = found.around(1, 24)
        text = BLOCK_BREAK.join(
            block for n, (_, block) in enumerate(found.made.blocks, 1) if n != found.numbers[1]
        )
        made = Material(found.made.name, material.language, text, material.held_out)
        number = random.choice([None, *found.numbers])
        left = found._replace(made=made)
        yield _ask(
            "D the copy meant is gone, another speaker's is left", left, 0, Wanted.TOLD,
            prefix=prefix, suffix=suffix, paragraph=number,
        )  # fmt: skip


def alone(random: Random, material: Material) -> Iterator[Question]:
    """Yield words that stand once, with a paragraph that is wrong: no hint is needed."""
    for found in _copies(random, material, alone=True):
        number = random.choice([1, found.numbers[0] - 1, found.numbers[0] + 1, 999])
        kind = "D words that stand once, wrong paragraph"
        yield _ask(kind, found, 0, Wanted.FOUND, paragraph=number)


MAKERS: tuple[Maker, ...] = (
    no_hint,
    bare_hint,
    with_context,
    wrong_context,
    meant_is_gone,
    alone,
)
