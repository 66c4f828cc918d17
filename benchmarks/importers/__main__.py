"""`python -m benchmarks.importers`: import real documents, count, and write the table."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.importers.documents import (
    MANUALS,
    Manual,
    Truth,
    letters,
    originals,
    pages,
    truth_of,
)

HEAD = (
    "| document | format | MB | paragraphs | found whole | found in another | furniture left |"
    " processor time | memory |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n"
)


class Row(NamedTuple):
    """What importing a document came to."""

    size: int
    paragraphs: int
    whole: float
    """Share of the paragraphs that are a paragraph of the text, from 0 to 1."""
    within: float
    """Share of those that stand within a longer one, or with something of another in it."""
    left: float
    """Share of the story's letters in paragraphs that the document's body does not hold."""
    seconds: float
    peak: int
    """KiB at most."""


def measured(files: Sequence[Path], truth: Truth) -> Row:
    """Import files that are one document together, and compare the story with its pages."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.importers.child", *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    story = [letters(text) for text in said["story"]]
    found = set(story) & truth.paragraphs
    whole_text = "\n".join(story)
    within = sum(each in whole_text for each in truth.paragraphs - found)
    strange = sum(len(each) for each in story if each not in truth.text)
    return Row(
        sum(file.stat().st_size for file in files),
        len(truth.paragraphs),
        len(found) / len(truth.paragraphs),
        within / len(truth.paragraphs),
        strange / max(1, sum(map(len, story))),
        said["seconds"],
        said["peak"],
    )


def rows(manual: Manual, scratch: Path) -> Iterator[tuple[str, Row]]:
    """Yield each format of a manual with what came of it."""
    chapters = pages(manual)
    truth = truth_of(chapters)
    yield f"{len(chapters)} web pages", measured(chapters, truth)
    for name, form, data in originals(manual):
        file = scratch / name
        file.write_bytes(data)
        yield form, measured([file], truth)


def main() -> None:
    """Measure, print, and write the table where a file is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importers", description=__doc__)
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the table")
    given = parser.parse_args()
    table = HEAD
    with tempfile.TemporaryDirectory() as scratch:
        for manual in MANUALS:
            for form, row in rows(manual, Path(scratch)):
                line = (
                    f"| {manual.name}, {manual.language} | {form} | {row.size / 1e6:.1f} |"
                    f" {row.paragraphs:,} | {row.whole:.3f} | {row.within:.3f} | {row.left:.3f} |"
                    f" {row.seconds:.1f} s | {row.peak / 1024:.0f} MiB |\n"
                )
                print(line, end="", flush=True)
                table += line
    if given.table:
        given.table.write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
