"""A card and an index of sources, laid out by seeds: every way of writing the same values."""

import json
import random
from collections.abc import Sequence
from typing import Literal, NamedTuple

Kind = Literal["prefix", "suffix", "prefix and suffix"]


class Words(NamedTuple):
    """Evidence of an item."""

    text: str
    style: str = "plain"
    """How its value is written: `single`, `double`, `plain` or the sign of a block."""
    paragraph: int = 0
    """The paragraph that is named, from 1; 0 for none."""
    prefix: str = ""
    suffix: str = ""

    @property
    def kind(self) -> Kind:
        """Which keys tell its place from its copies."""
        if self.prefix and self.suffix:
            return "prefix and suffix"
        return "prefix" if self.prefix else "suffix"


COPIED = (
    Words("this will do", paragraph=5, prefix="minister wrote:", suffix=". Nobody"),
    Words("this will do", paragraph=6, prefix="envoy wrote:"),
    Words("this will do", paragraph=7, suffix=". Then"),
)
"""The same words in three places, each with the fewest words that tell it from the others."""


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


def card(words: Sequence[Words], layout: int) -> bytes:
    """Return a card that cites some words, laid out by a seed.

    Args:
        words: One item each.
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
    for each in words:
        breaks = random.Random(rng.random())
        item = _copied(each, rng) if each.paragraph else _single(each, rng, breaks)
        further = ["", "    # a remark – “it’s ours”", '      note: "it\'s – „frozen‟"']
        in_braces = item[0].startswith("    - {")
        lines += [*item, rng.choice(further[:2] if in_braces else further)]
    return _encoded([line for line in lines if line], rng)


def _single(words: Words, rng: random.Random, breaks: random.Random) -> list[str]:
    """Return the lines of an item whose words are in one place."""
    if rng.random() < 0.5:
        return [
            f"    - quote: {scalar(words.text, words.style, ' ' * 9, breaks)}",
            "      speaker: unclear",
            "      source: s",
            "      voice: spoken",
        ]
    # Words in marks that nobody accepts would leave open what a changed document does to them.
    accept = "      accept: [{code: quotation-in-own-words, why: 'Ours – “not” its'}]"
    head = ["    - point: 'It''s ours – “theirs” it isn’t'", accept]
    value = scalar(words.text, words.style, " " * 12, breaks)
    if words.style in ("single", "double") and rng.random() < 0.5:
        return [*head, f"      evidence: [{{exact: {value}, source: s}}]  # it’s – so"]
    return [*head, "      evidence:", "        - source: s", f"          exact: {value}"]


def _copied(words: Words, rng: random.Random) -> list[str]:
    """Return the lines of an item whose words are in several places.

    The words around it are where mending writes them: after the first key of a mapping in lines,
    and at the end of one in braces.
    """
    context = {"prefix": words.prefix, "suffix": words.suffix}
    fields = [f"{key}: {json.dumps(value)}" for key, value in context.items() if value]
    flow = "".join(f", {each}" for each in fields)
    text = rng.choice([words.text, f"'{words.text}'", f'"{words.text}"'])
    remark = rng.choice(["", "   # in three places"])
    # Behind words without quote marks a remark would be taken for more of them.
    after = "" if text == words.text else remark
    number, voice = f"paragraph: {words.paragraph}", "voice: spoken"
    match rng.randrange(4):
        case 0:
            more = [number, "speaker: unclear", "source: s", voice]
            return [f"    - quote: {text}{after}", *(f"      {e}" for e in [*fields, *more])]
        case 1:
            plain = f"quote: {text}, source: s, speaker: unclear, {voice}, {number}"
            return [f"    - {{{plain}{flow}}}{remark}"]
        case 2:
            more = [f"exact: {text}{after}", number]
            head = ["    - point: 'It’s ours'", "      accept: []", "      evidence:"]
            return [*head, "      -   source: s", *(f"          {e}" for e in [*fields, *more])]
    braces = f"{{{number}, exact: {text}, source: s{flow}}}"
    return ["    - point: 'It’s ours'", "      accept: []", f"      evidence: [{braces}]{remark}"]


def index(digest: str, layout: int) -> bytes:
    """Return an index of one source, laid out by a seed.

    Args:
        digest: What it records of the document.
        layout: What decides about everything else.
    """
    rng = random.Random(layout)
    value = rng.choice([digest, f"'{digest}'", f'"{digest}"'])
    remark = rng.choice(["", "  # – as it was on “Monday”"])
    if rng.random() < 0.3:
        return _encoded([f"s: {{file: seeds/s.txt, sha256: {value}, publisher: P}}{remark}"], rng)
    fields = ["file: seeds/s.txt", "publisher: 'P – it''s'", f"sha256: {value}{remark}"]
    rng.shuffle(fields)
    indent = " " * rng.choice([1, 2, 4])
    head = rng.choice(["", "# The sources – “all” of them.\n"])
    return _encoded([line for line in (head, "s:", *(indent + e for e in fields)) if line], rng)


def _encoded(lines: Sequence[str], rng: random.Random) -> bytes:
    text = "\n".join(lines) + "\n"
    if rng.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if rng.random() < 0.2 else b"") + text.encode()
