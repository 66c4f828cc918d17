"""Seeded edits of a flawless card that `check --fix` has to take back, byte by byte.

Each edit changes what is safe to mend: marks, dashes and composed letters within the words of
evidence. Around it the card is laid out anew each time: ways of writing values, comments, line
ends, indents, a byte order mark. The card before the edit is what mending has to give back.
"""

import random
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.check.fixing.fixing import fix_card
from briefing.library.library import Library

SOURCE = """\
“We’ll share the water — all of it — by 2025,” said Élodie Façade. “The dam isn’t planned; it's \
‘frozen’, and that’s final.”

The 2021–22 report says: "Nobody’s well-being was harmed". Zoë Ångström added: „So ist es‟.

«Non è così», ha detto. “Ein naïver Entwurf” – so die Ministerin – liege auf Seite 10–12 vor.

He spoke of A: B, of # five, of 'one', of \\ and of {braces} – and left.
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


@dataclass(frozen=True)
class Trial:
    """A card before and after an edit."""

    before: bytes
    edited: bytes


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


def scalar(words: str, style: str, indent: str, breaks: random.Random) -> str:
    """Return words as YAML of a style; `breaks` says where lines are broken."""

    def folded(text: str) -> str:
        return "".join(
            f"\n{indent}" if char == " " and breaks.random() < 0.15 else char for char in text
        )

    if style == "single":
        return "'" + folded(words.replace("'", "''")) + "'"
    if style == "double":
        return '"' + folded(words.replace("\\", "\\\\").replace('"', '\\"')) + '"'
    if style == "plain":
        return folded(words)
    return f"{style}\n{indent}" + folded(words)


def card(words: list[tuple[str, str]], layout: int) -> bytes:
    """Return a card that cites some words, laid out by a seed.

    Args:
        words: For each item the style of its value, and the words.
        layout: What decides about everything else.
    """
    rng = random.Random(layout)
    comment = rng.choice(["", "# Checked – “twice”, isn’t it.\n", "#\n"])
    lines = [
        comment,
        "format: 1",
        "title: 'Talks – it''s on'",
        "meeting: {name: T, date: 2021-05-03}",
    ]
    lines += ["bottom_line:", "  text: T", "  evidence:"]
    lines += [
        "    - {source: s, exact: ha detto}   # – “short”",
        "sections:",
        "- title: All",
        "  items:",
    ]
    for style, text in words:
        breaks = random.Random(rng.random())
        if rng.random() < 0.5:
            lines += [f"    - quote: {scalar(text, style, ' ' * 9, breaks)}"]
            lines += ["      speaker: unclear", "      source: s", "      voice: spoken"]
        else:
            lines += ["    - point: 'It''s ours – “theirs” it isn’t'", "      accept: []"]
            value = scalar(text, style, " " * 12, breaks)
            if style in ("single", "double") and rng.random() < 0.5:
                lines += [f"      evidence: [{{exact: {value}, source: s}}]  # it’s – so"]
            else:
                lines += ["      evidence:", "        - source: s", f"          exact: {value}"]
        lines += [rng.choice(["", "    # a remark – “it’s ours”", '      note: "it\'s – „noted‟"'])]
    text = "\n".join(line for line in lines if line) + "\n"
    if rng.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if rng.random() < 0.2 else b"") + text.encode()


def trial(seed: int) -> Trial:
    """Return the trial of a seed."""
    rng = random.Random(seed)
    chosen = rng.sample(WORDS, rng.randint(1, 4))
    styles = [
        rng.choice(["single", "double", ">-", "|", ">", *(["plain"] * (words in _PLAIN))])
        for words in chosen
    ]
    edited = [retyped(words, rng) if rng.random() < 0.8 else words for words in chosen]
    before = card(list(zip(styles, chosen, strict=True)), seed)
    return Trial(before, card(list(zip(styles, edited, strict=True)), seed))


def library_in(folder: Path) -> Path:
    """Write the library of the trials, and return where its card is to stand."""
    (folder / "content/meetings").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "seeds/s.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "content/sources.yaml").write_text("s: {file: seeds/s.txt, publisher: P}\n")
    return folder / "content/meetings/2021-05-03-talks.yaml"


def run(seeds: range) -> Iterator[tuple[int, str]]:
    """Make trials and yield what went wrong: the seed, and what."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = library_in(folder)
        for seed in seeds:
            made = trial(seed)
            path.write_bytes(made.edited)
            library = Library.open(folder)
            list(fix_card(library, library.card(path.stem)))
            if path.read_bytes() != made.before:
                yield seed, path.read_bytes().decode()
