"""Libraries that were damaged, and libraries in which every text is hostile."""

import os
from pathlib import Path
from random import Random

from tests.e2e.harbour import write_library
from tests.hostile.texts import CONFUSING, HIDING, STEERING, hostile_text, yaml_quoted

SOURCE_WORDS = "the tides are a shared concern and both agreed to meet again before autumn"

CARD = """\
format: 1
title: {title}
series: harbour
status: reviewed
meeting: {{name: {name}, date: {date}, place: {place}, mode: {mode}}}
participants:
  - {{speaker: master, role: {role}, side: {side}}}
bottom_line:
  text: {bottom}
  topics: [tides]
  evidence: [{{source: gazette, exact: {exact}}}]
sections:
  - title: {section}
    items:
      - point: {point}
        kind: commitment
        due: 2022
        note: {note}
        topics: [tides]
        evidence: [{{source: gazette, exact: {exact}}}, {{source: gazette, exact: {other}}}]
      - quote: {exact}
        speaker: master
        source: gazette
        voice: spoken
        topics: [tides]
"""


def hostile_library(root: Path, random: Random) -> Path:
    """Write a library in which every text, and the names of some files, are hostile.

    Args:
        root: The folder to write into.
        random: Chooses the texts.
    """

    def text(words: str = "harbour tides") -> str:
        return yaml_quoted(hostile_text(random, words))

    meetings = root / "content" / "meetings"
    meetings.mkdir(parents=True)
    (root / "seeds").mkdir()
    paragraphs = [hostile_text(random, SOURCE_WORDS) for _ in range(6)]
    document = "\n\n".join(paragraphs)
    (root / "seeds" / "gazette.txt").write_text(document, "utf-8", "replace", newline="")
    (root / "content" / "sources.yaml").write_text(
        f"gazette:\n  file: seeds/gazette.txt\n  publisher: {text()}\n  title: {text()}\n"
        f"  kind: news story\n  published: 2022-01-01\n  url: {text()}\n  rights: {text()}\n"
        f"  caution: {text()}\n  furniture: [{text()}]\n"
    )
    (root / "content" / "speakers.yaml").write_text(
        f"master: {{name: {text()}, kind: person, country: {text()}, aliases: [{text()}]}}\n"
    )
    (root / "content" / "topics.yaml").write_text(
        f"tides: {{label: {text()}, aliases: [{text()}], note: {text()}}}\n"
    )
    for number in range(3):
        fields = {
            name: text()
            for name in ("title", "name", "place", "mode", "role", "side", "bottom", "section")
        }
        fields |= {name: text() for name in ("point", "note")}
        chosen = random.choice(paragraphs).strip()
        middle = len(chosen) // 2
        card = CARD.format(
            date=f"2022-0{number + 1}-01",
            exact=yaml_quoted(chosen[middle - 15 : middle + 15].strip() or "tides"),
            other=text("nowhere to be found at all in here"),
            **fields,
        )
        stem = f"2022-0{number + 1}-01-harbour"
        if random.random() < 0.3:
            steering = random.choice(STEERING).replace("\x00", "").replace("/", "")
            stem += steering
        (meetings / f"{stem}.yaml").write_text(card, "utf-8")
    return root


def damaged_library(root: Path, random: Random) -> Path:
    """Write a sound library and damage some of its files.

    Args:
        root: The folder to write into.
        random: Chooses what is damaged and how.
    """
    write_library(root)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
        if files:
            _damage(random.choice(files), root, random)
    return root


def _damage(file: Path, root: Path, random: Random) -> None:
    data = file.read_bytes()
    match random.randrange(12):
        case 0:
            file.write_bytes(struck(data, random))
        case 1:
            file.write_bytes(data[: random.randrange(len(data) + 1)])
        case 2:
            file.write_bytes(_spliced(data, random, bytes(random.randbytes(8))))
        case 3:
            file.write_bytes(_spliced(data, random, _any_text(random).encode("utf-8", "replace")))
        case 4:
            encoding = random.choice(("latin-1", "utf-16", "utf-32", "utf-8-sig", "shift_jis"))
            file.write_bytes(data.decode("utf-8", "replace").encode(encoding, "replace"))
        case 5:
            lines = data.split(b"\n")
            random.shuffle(lines)
            file.write_bytes(b"\n".join(lines))
        case 6:
            lines = data.split(b"\n")
            at = random.randrange(len(lines))
            lines[at] = random.choice((b"  ", b"\t", b"-", b"? ", b"&a ", b"!!x ")) + lines[at]
            file.write_bytes(b"\n".join(lines))
        case 7:
            lines = data.split(b"\n")
            del lines[random.randrange(len(lines))]
            file.write_bytes(b"\n".join(lines))
        case 8:
            at = random.randrange(len(data) + 1)
            signs = random.choice((b"[", b"{", b"- ", b'"', b"'", b"a: ", b"\\", b"\r", b"#"))
            file.write_bytes(data[:at] + signs * random.choice((1, 50, 5000)) + data[at:])
        case 9:
            file.unlink()
            _something_else(file, root, random)
        case 10:
            file.rename(
                file.with_name(random.choice(("", ".")) + os.fsdecode(random.choice(_NAMES)))
            )
        case _:
            text = _any_text(random)
            word = random.choice(data.split() or [b"x"])
            file.write_bytes(data.replace(word, yaml_quoted(text).encode(), 1))


_NAMES = (
    b"\xff\xfe.yaml",
    b"a\x1b[2J.yaml",
    "\u202egnp.yaml".encode(),
    b"two\nlines.yaml",
    b"x" * 200 + b".yaml",
    b".yaml",
    b"CON.yaml",
    b"upper.YAML",
    b"dots..yaml",
)


def _any_text(random: Random) -> str:
    return random.choice((*STEERING, *HIDING, *CONFUSING, "x" * 5000, "", "null", "2022-02-30"))


def struck(data: bytes, random: Random) -> bytes:
    """Change a few bytes."""
    changed = bytearray(data or b"x")
    for _ in range(random.choice((1, 2, 8, 64))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _spliced(data: bytes, random: Random, piece: bytes) -> bytes:
    """Put a piece in the place of some bytes."""
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    if random.random() < 0.5:
        end = start
    return data[:start] + piece + data[end:]


def _something_else(file: Path, root: Path, random: Random) -> None:
    match random.randrange(6):
        case 0:
            file.mkdir()
        case 1:
            file.symlink_to(file)
        case 2:
            file.symlink_to("/etc/passwd")
        case 3:
            file.symlink_to(root)
        case 4:
            os.mkfifo(file)
        case _:
            return
