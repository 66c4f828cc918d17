"""`python -m benchmarks.finder.sentence_before`: who speaks by the sentence before a quotation.

Texts in Japanese and Chinese, made for this and marked before any rule was: those with even
numbers are to tune by, those with odd ones are held out.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.language.attribution.quotation_finding import find

MARKS = Path(__file__).with_name("sentence-before.txt")
NAMES = {"ja": "Japanese", "zh": "Chinese"}


class Marked(NamedTuple):
    """A text of which it is known who says each of its quotations."""

    language: str
    held_out: bool
    paragraphs: tuple[str, ...]
    speakers: tuple[frozenset[str], ...]
    """For each quotation the names that are right; none where nobody is named."""


class Score(NamedTuple):
    """How often a speaker is suggested, and rightly."""

    texts: int = 0
    named: int = 0
    """Quotations whose speaker the text names."""
    suggested: int = 0
    right: int = 0
    certain: int = 0

    def __str__(self) -> str:
        """Return the row of a table."""
        recall, precision = self.right / self.named, self.right / max(1, self.suggested)
        return (
            f"{self.texts} | {self.named} | {self.suggested} | {self.right} | {recall:.2f} |"
            f" {precision:.2f} | {self.certain}"
        )


def marked() -> Iterator[Marked]:
    """Yield the texts, in order."""
    numbers: dict[str, int] = {}
    for line in MARKS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, text, speakers = line.split("\t")
        numbers[language] = numbers.get(language, 0) + 1
        yield Marked(
            language,
            numbers[language] % 2 == 1,
            tuple(text.split("|")),
            tuple(frozenset(each.split("/")) - {"-"} for each in speakers.split("; ")),
        )


def measured(texts: Iterator[Marked], *, tell: bool = False) -> Score:
    """Return the score of some texts.

    Args:
        texts: The texts.
        tell: Whether to print each difference.
    """
    score = Score()
    for text in texts:
        found = find(text.paragraphs, text.language)
        names = [each.speaker.name if each.speaker else "" for each in found]
        wanted = [*text.speakers, *[frozenset[str]()] * (len(found) - len(text.speakers))]
        for name, right in zip(names, wanted, strict=False):
            if tell and (name not in right if name else right):
                print(f"  {'/'.join(sorted(right)) or '-'}, not {name or '-'}: {text.paragraphs}")
        score = Score(
            score.texts + 1,
            score.named + sum(map(bool, text.speakers)),
            score.suggested + sum(map(bool, names)),
            score.right + sum(name in each for name, each in zip(names, wanted, strict=False)),
            score.certain + sum(bool(each.speaker and each.speaker.certain) for each in found),
        )
    return score


def main() -> None:
    """Print the table; of the texts to tune by, the differences too where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print each difference in tuning")
    given = parser.parse_args()
    print("| texts | number | named | suggested | right | recall | precision | certain |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for held_out in (False, True):
        for language, name in NAMES.items():
            texts = (t for t in marked() if (t.language, t.held_out) == (language, held_out))
            score = measured(texts, tell=given.misses and not held_out)
            print(f"| {name}, {'held out' if held_out else 'tuned by'} | {score} |")


if __name__ == "__main__":
    main()
