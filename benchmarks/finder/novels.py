"""The Project Dialogism Novel Corpus: quotations and speakers of 28 English novels.

Its makers marked every quotation and who says it; here what follows after the beginning of each
is held out. See https://github.com/Priya22/project-dialogism-novel-corpus.
"""

import ast
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from benchmarks.finder.texts import Gold, Part, Text, paragraphs_of, shown

REPOSITORY = "Priya22/project-dialogism-novel-corpus"
COMMIT = "6fda0a78bda5e9da0854f7befb5dab268abefb7e"
NOVELS = (
    "AHandfulOfDust",
    "APassageToIndia",
    "ARoomWithAView",
    "AlicesAdventuresInWonderland",
    "AnneOfGreenGables",
    "DaisyMiller",
    "Emma",
    "HardTimes",
    "HowardsEnd",
    "MansfieldPark",
    "NightAndDay",
    "NorthangerAbbey",
    "OliverTwist",
    "Persuasion",
    "PrideAndPrejudice",
    "SenseAndSensibility",
    "TheAgeOfInnocence",
    "TheAwakening",
    "TheGambler",
    "TheInvisibleMan",
    "TheManWhoWasThursday",
    "TheMysteriousAffairAtStyles",
    "ThePictureOfDorianGray",
    "TheSignOfTheFour",
    "TheSportOfTheGods",
    "TheSunAlsoRises",
    "WhereAngelsFearToTread",
    "WinnieThePooh",
)
MOST = 150_000
"""Code points of a part of a novel, whole paragraphs."""


def novels(clones: Path, part: Part) -> Iterator[Text]:
    """Yield parts of novels with their quotations: for tuning their beginnings, else what follows.

    The beginnings of the even ones were held out first; the last rules were made on their errors.
    """
    start = 0 if part == "tuning" else MOST
    for name in NOVELS:
        text = _novel(clones, name, start)
        if text.gold:
            yield text


def _novel(clones: Path, name: str, begin: int) -> Text:
    whole = shown(clones, REPOSITORY, f"data/{name}/novel_text.txt", COMMIT).replace("\r\n", "\n")
    table = shown(clones, REPOSITORY, f"data/{name}/quotation_info.csv", COMMIT)
    people = shown(clones, REPOSITORY, f"data/{name}/character_info.csv", COMMIT)
    names = {
        row["Main Name"]: tuple(sorted({row["Main Name"], *ast.literal_eval(row["Aliases"])}))
        for row in csv.DictReader(io.StringIO(people))
    }
    stop = begin + MOST
    blocks = [each for each in paragraphs_of(whole) if begin <= each[0] < stop - len(each[1])]
    spans = [
        (start, end, names.get(row["speaker"], (row["speaker"],)))
        for row in csv.DictReader(io.StringIO(table))
        for start, end in _whole(whole, ast.literal_eval(row["quoteByteSpans"]))
    ]
    gold = tuple(_placed(sorted(spans), blocks))
    return Text(name, "en novels", "en", tuple(text for _, text in blocks), gold)


def _whole(text: str, spans: list[list[int]]) -> list[list[int]]:
    """Return the parts of a quotation with what is quoted in it, which the corpus cuts out.

    What stands between two parts is within the quotation where no double mark stands there, and
    marks of another kind or none of the telling do.
    """
    joined: list[list[int]] = []
    for start, end in sorted(spans):
        between = text[joined[-1][1] : start] if joined else '"'
        if not set(between) & set('"“”'):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return joined


def _placed(
    spans: list[tuple[int, int, tuple[str, ...]]], blocks: list[tuple[int, str]]
) -> Iterator[Gold]:
    """Yield each span by the paragraphs it stands in: one that runs on is one in each."""
    for number, (begin, text) in enumerate(blocks):
        for start, end, who in spans:
            first, last = max(start - begin, 0), min(end - begin, len(text))
            if first < last and text[first:last].strip():
                yield Gold(number, first, last, "speech", who)
