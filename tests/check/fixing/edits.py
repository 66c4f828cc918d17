"""Seeded edits of a flawless library that `check --fix` has to take back, byte by byte.

Each edit undoes what is safe to mend: marks, dashes and composed letters within the words of
evidence, the prefix and suffix that tell words from their copies, the digest of a document. Around
it card and index are laid out anew each time: ways of writing values, comments, line ends,
indents, a byte order mark. The files before the edit are what mending has to give back.
"""

import hashlib
import random
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.check.fixing.fixing import fix
from briefing.library.library import Library
from tests.check.fixing.layouts import COPIED, Words, card, index

SOURCE = """\
“We’ll share the water — all of it — by 2025,” said Élodie Façade. “The dam isn’t planned; it's \
‘frozen’, and that’s final.”

The 2021–22 report says: "Nobody’s well-being was harmed". Zoë Ångström added: „So ist es‟.

«Non è così», ha detto. “Ein naïver Entwurf” – so die Ministerin – liege auf Seite 10–12 vor.

He spoke of A: B, of # five, of 'one', of \\ and of {braces} – and left.

The minister wrote: this will do. Nobody spoke.

The envoy wrote: this will do. Nobody spoke.

The minister wrote: this will do. Then she left.
"""
WORDS = (
    "We’ll share the water — all of it — by 2025",
    "“The dam isn’t planned; it's ‘frozen’, and that’s final.”",
    'The 2021–22 report says: "Nobody’s well-being was harmed"',
    "Zoë Ångström added: „So ist es‟",
    "«Non è così», ha detto",
    "“Ein naïver Entwurf” – so die Ministerin – liege auf Seite 10–12 vor",
    "of A: B, of # five, of 'one', of \\ and of {braces} – and left",
)
_PLAIN = WORDS[:1]
"""What needs no quote marks in YAML, however it is edited."""
_SWAPS = ('"“”„‟«»', "'’‘‛", "-–—‐")

Kind = Literal["typography", "prefix", "suffix", "prefix and suffix", "digest"]


@dataclass(frozen=True)
class Files:
    """What an edit may change."""

    card: bytes
    index: bytes


@dataclass(frozen=True)
class Trial:
    """The files before and after an edit."""

    before: Files
    edited: Files
    kinds: frozenset[Kind]
    """What was edited."""


def retyped(words: str, rng: random.Random) -> str:
    """Return words with some marks and dashes swapped for others, and letters taken apart."""
    shown = []
    for char in words:
        swaps = next((each for each in _SWAPS if char in each), "")
        if swaps and rng.random() < 0.6:
            shown.append(rng.choice(swaps))
        elif unicodedata.decomposition(char) and rng.random() < 0.4:
            shown.append(unicodedata.normalize("NFD", char))
        else:
            shown.append(char)
    return "".join(shown)


def trial(seed: int) -> Trial:
    """Return the trial of a seed."""
    rng = random.Random(seed)
    before, edited = [], []
    kinds: set[Kind] = set()
    for words in rng.sample(WORDS, rng.randint(1, 4)):
        styles = ["single", "double", ">-", "|", ">", *(["plain"] * (words in _PLAIN))]
        before.append(Words(words, rng.choice(styles)))
        after = retyped(words, rng) if rng.random() < 0.8 else words
        edited.append(before[-1]._replace(text=after))
        kinds |= {"typography"} if after != words else set()
    for copied in rng.sample(COPIED, rng.randint(0, 3)):
        before.append(copied)
        lost = rng.random() < 0.7
        edited.append(copied._replace(prefix="", suffix="") if lost else copied)
        kinds |= {copied.kind} if lost else set()
    # As long as words occur in several places, nobody knows that a changed document has them.
    sure = not kinds - {"typography"}
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    other = hashlib.sha256(rng.randbytes(8)).hexdigest() if sure and rng.random() < 0.6 else digest
    kinds |= {"digest"} if other != digest else set()
    return Trial(
        Files(card(before, seed), index(digest, seed)),
        Files(card(edited, seed), index(other, seed)),
        frozenset(kinds),
    )


def library_in(folder: Path) -> Path:
    """Write the library of the trials, and return where its card is to stand."""
    (folder / "content/meetings").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "seeds/s.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "content/sources.yaml").write_text("s: {file: seeds/s.txt, publisher: P}\n")
    return folder / "content/meetings/2021-05-03-talks.yaml"


class Ground:
    """The library of the trials.

    Args:
        folder: Where to write it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._card = library_in(folder)
        self._index = folder / "content/sources.yaml"

    def mended(self, edited: Files) -> Files:
        """Return what mending makes of some files."""
        self._card.write_bytes(edited.card)
        self._index.write_bytes(edited.index)
        list(fix(Library.open(self.folder)))
        return Files(self._card.read_bytes(), self._index.read_bytes())


def run(seeds: range) -> Iterator[tuple[int, str]]:
    """Make trials and yield what went wrong: the seed, and what."""
    with tempfile.TemporaryDirectory() as name:
        ground = Ground(Path(name))
        for seed in seeds:
            made = trial(seed)
            mended = ground.mended(made.edited)
            if mended != made.before:
                yield seed, (mended.card + mended.index).decode()
