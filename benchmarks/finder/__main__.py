"""`python -m benchmarks.finder`: find the quotations of held-out texts, count, write the page."""

import argparse
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.finder.marked import marked
from benchmarks.finder.measure import Score, score
from benchmarks.finder.novels import REPOSITORY, novels
from benchmarks.finder.sentences import NEWS_REPOSITORY, TREEBANKS
from benchmarks.finder.texts import Text, clone

NAMES = {
    "en": "English news", "de": "German", "fr": "French", "es": "Spanish", "ja": "Japanese",
    "zh": "Chinese", "ar": "Arabic", "en novels": "English novels",
}  # fmt: skip
HEAD = (
    "| texts | documents | quotations | recall | precision | called certain, and speech | speakers"
    " suggested | of them right | named as certain | certain and another name |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
)


def main() -> None:
    """Measure, print, and write the page where one is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finder", description=__doc__)
    parser.add_argument("--clones", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--fetch", action="store_true", help="clone the corpora into it first")
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the table")
    parser.add_argument("--misses", action="store_true", help="print each difference")
    given = parser.parse_args()
    if given.fetch:
        given.clones.mkdir(parents=True, exist_ok=True)
        repositories = {REPOSITORY, NEWS_REPOSITORY, *(each for each, _ in TREEBANKS.values())}
        for repository in sorted(repositories):
            clone(given.clones, repository)
    start = time.monotonic()
    rows = list(_rows(given.clones))
    table = HEAD + "".join(_row(name, counted) for name, counted in rows)
    print(f"{table}\n{time.monotonic() - start:.0f} s")
    if given.misses:
        for name, counted in rows:
            for miss in counted.misses if not name.startswith("all") else ():
                print(f"{name}: {miss.kind}: {miss.text} ¶{miss.paragraph + 1}: {miss.words!r}")
    if given.table:
        given.table.write_text(table, encoding="utf-8")


def _rows(clones: Path) -> Iterator[tuple[str, Score]]:
    texts = list(marked(clones))
    for group, members in groupby(texts, key=_group):
        yield NAMES[group], score(members)
    yield "all seven languages", score(texts)
    yield NAMES["en novels"], score(novels(clones, "held-out"))


def _group(text: Text) -> str:
    return text.group


def _row(name: str, counted: Score) -> str:
    counts = counted.counts
    novel = name == NAMES["en novels"]
    cells = (
        name,
        f"{counts['texts']:,}",
        f"{counts['gold']:,}",
        _share(counted, "right", "gold"),
        "–" if novel else _share(counted, "right", "found"),
        "–" if novel else f"{counts['certainly speech']} of {counts['called certain']}",
        f"{counts['suggested']:,} of {counts['with speaker']:,}",
        f"{counts['suggested right']:,}",
        f"{counts['certain']:,}",
        f"{counts['wrong']}",
    )
    return f"| {' | '.join(cells)} |\n"


def _share(counted: Score, part: str, whole: str) -> str:
    share = counted.share(part, whole)
    return "–" if share is None else f"{share:.3f}"


if __name__ == "__main__":
    main()
