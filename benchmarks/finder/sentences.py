"""Universal Dependencies treebanks as texts: sentences joined again to what they were cut from."""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.finder.texts import shown

TREEBANKS = {
    "de": ("UniversalDependencies/UD_German-PUD", "de_pud-ud-test.conllu"),
    "fr": ("UniversalDependencies/UD_French-PUD", "fr_pud-ud-test.conllu"),
    "es": ("UniversalDependencies/UD_Spanish-PUD", "es_pud-ud-test.conllu"),
    "zh": ("UniversalDependencies/UD_Chinese-PUD", "zh_pud-ud-test.conllu"),
    "ar": ("UniversalDependencies/UD_Arabic-PUD", "ar_pud-ud-test.conllu"),
    "ja": ("UniversalDependencies/UD_Japanese-GSD", "ja_gsd-ud-test.conllu"),
}
"""Repository and file by language; the first five hold the same texts in translation."""
_SENTENCE = re.compile(r"^# sent_id = (\S+)\n(?:#.*\n)*?# text = (.+)$", re.M)
COMMITS = {
    "de": "ff80846ae60a0a70fc4d6251ef73e6a483a620ee",
    "fr": "c245786cfb3020d43bcfc96215ae531a1b07bcbc",
    "es": "818a82b8628c9cbec78750c7e83ccba34b9ce22b",
    "zh": "2849afd946a8c01b3e9acdf3e7afa8670cf2777d",
    "ar": "be733f45d21f42d506c62930f806ed2182a5ee3d",
    "ja": "7bc20119f476b552635e0640644e577b6fd3606b",
}

NEWS = tuple(
    f"news_{each}"
    for each in [
        "asylum",
        "crane",
        "election",
        "flag",
        "homeopathic",
        "imprisoned",
        "korea",
        "nasa",
        "sensitive",
        "stampede",
        "warhol",
        "worship",
    ]
)
"""The held-out stories: every second one by name."""
NEWS_REPOSITORY = "UniversalDependencies/UD_English-GUM"
NEWS_COMMIT = "afb41ee9bca57991125814fa04d96a0e61470c8b"


def documents(clones: Path, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each document of a treebank: its name and its paragraphs.

    Documents of the parallel treebanks are known by the first six letters of their sentences'
    names and are one paragraph; the sentences of the Japanese one have nothing to do with each
    other, so each is a paragraph, and ten make a document.
    """
    repository, path = TREEBANKS[language]
    text = shown(clones, repository, path, COMMITS[language])
    found: dict[str, list[str]] = {}
    for number, match in enumerate(_SENTENCE.finditer(text)):
        name = f"ja{number // 10:03}" if language == "ja" else match[1][:6]
        found.setdefault(name, []).append(match[2].strip())
    for name, sentences in found.items():
        if language == "ja":
            yield name, tuple(sentences)
        else:
            yield name, (("" if language == "zh" else " ").join(sentences),)


def news(clones: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the news stories of the English treebank: each one's name and its paragraphs."""
    for name in NEWS:
        path = f"not-to-release/sources/GUM_{name}.conllu"
        text = shown(clones, NEWS_REPOSITORY, path, NEWS_COMMIT)
        paragraphs: list[list[str]] = [[]]
        for line in text.splitlines():
            if line.startswith("# newpar") and paragraphs[-1]:
                paragraphs.append([])
            if line.startswith("# text ="):
                paragraphs[-1].append(line.partition("=")[2].strip())
        yield name, tuple(" ".join(each) for each in paragraphs if each)
