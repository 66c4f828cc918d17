"""Real texts in eight languages, each given to tuning or to the held-out half before anything.

The texts come from packages (see `benchmarks.packages`) or from a folder; they are never stored in
the project.
"""

import html
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random

from benchmarks import packages
from benchmarks.corpus import speech_paragraphs, verse_paragraphs
from benchmarks.verification.question import BLOCK_BREAK, Material

SEEDS = Path(__file__).parents[2] / "seeds"
HANDBOOKS = {
    "en": "en-US", "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "ru": "ru-RU", "ar": "ar-MA",
    "ja": "ja-JP", "zh": "zh-CN",
}  # fmt: skip
"""The folder of each translation of the Debian handbook."""

_PARA = re.compile(r'<div class="para">(.*?)</div>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SCRIPTS = {"ar": "\u0620-\u064a", "ru": "а-я", "ja": "ぁ-ゖ", "zh": "\u4e00-\u9fff"}
_SIZE = 45
"""Paragraphs of a document."""
_SHORTEST = 70
_PER_LANGUAGE = 4


def materials(seed: int, folder: Path | None, *, quick: bool = False) -> list[Material]:
    """Return the texts to ask of, half of those of each language held out.

    Args:
        seed: Decides which paragraphs are taken and which texts are held out.
        folder: A folder of `NAME.LANG.txt` files to use besides, such as `sitting.de.txt`.
        quick: Whether one text of each language and the seeds are enough.

    Raises:
        TextsMissingError: A package of texts cannot be had.
    """
    found = [*_seeds(), *_handbooks(seed, 1 if quick else _PER_LANGUAGE)]
    if not quick:
        found += _english(seed)
    if folder:
        found += _folder(folder, seed)
    return list(_halved(found, seed))


def _halved(found: list[Material], seed: int) -> Iterator[Material]:
    """Yield the texts, every second of a language held out, in an order that the seed decides."""
    found.sort(key=lambda each: (each.language, each.name))
    for language, group in groupby(found, key=lambda each: each.language):
        each = list(group)
        random = Random(f"{seed}/{language}")
        random.shuffle(each)
        first = random.randint(0, 1)
        for number, made in enumerate(each, start=first):
            yield Material(made.name, language, made.text, number % 2 == 0)


def _seeds() -> Iterator[Material]:
    for path in sorted(SEEDS.glob("*.txt")):
        yield Material(f"seed {path.stem[:3]}", "en", path.read_text(encoding="utf-8"), True)


def _handbooks(seed: int, count: int) -> Iterator[Material]:
    root = packages.folder("debian-handbook") / "usr/share/doc/debian-handbook/html"
    english: frozenset[str] = frozenset()
    for language, name in HANDBOOKS.items():
        pages = sorted((root / name).glob("*.html"))
        paragraphs = [p for page in pages for p in _paragraphs(page, language)]
        # What a translation leaves in English is no text in its language.
        paragraphs = [paragraph for paragraph in paragraphs if paragraph not in english]
        english = english or frozenset(paragraphs)
        yield from _cut(f"handbook {language}", language, paragraphs, seed, count)


def _paragraphs(page: Path, language: str) -> Iterator[str]:
    """Yield the paragraphs of a page that are in its language and no listing."""
    script = _SCRIPTS.get(language, "a-z")
    least = 0.25 if language == "ja" else 0.5
    for match in _PARA.finditer(page.read_text(encoding="utf-8", errors="replace")):
        text = " ".join(html.unescape(_TAG.sub("", match[1])).split())
        if len(text) * (0.4 if language in {"ja", "zh"} else 1) < _SHORTEST:
            continue
        if len(re.findall(f"[{script}]", text)) > least * len(text):
            yield text


def _english(seed: int) -> Iterator[Material]:
    speeches = [text for _, text in speech_paragraphs() if len(text) > _SHORTEST]
    yield from _cut("address", "en", speeches, seed, 2)
    verses = [text for _, text in verse_paragraphs() if len(text) > _SHORTEST]
    yield from _cut("verses", "en", verses, seed, 1)


def _cut(
    name: str, language: str, paragraphs: list[str], seed: int, count: int
) -> Iterator[Material]:
    """Yield texts of neighbouring paragraphs from all over a long one, none of which overlap."""
    starts = range(0, max(1, len(paragraphs) - _SIZE), _SIZE)
    random = Random(f"{seed}/{name}")
    for number, start in enumerate(sorted(random.sample(starts, min(count, len(starts)))), 1):
        text = BLOCK_BREAK.join(paragraphs[start : start + _SIZE])
        yield Material(f"{name} {number}", language, text, False)


def _folder(folder: Path, seed: int) -> Iterator[Material]:
    for path in sorted(folder.rglob("*.txt")):
        language = path.stem.rpartition(".")[2][:2].lower()
        text = path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
        blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", text) if block.strip()]
        random = Random(f"{seed}/{path.name}")
        start = random.randint(0, max(0, len(blocks) - _SIZE * 2))
        chosen = BLOCK_BREAK.join(blocks[start : start + _SIZE * 2])
        yield Material(path.stem, language or "en", chosen, False)
