"""The texts the finder is measured on: public corpora, read from clones and never kept here."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

Part = Literal["tuning", "held-out"]


class Gold(NamedTuple):
    """A quotation as a person marked it."""

    paragraph: int
    """Index of the paragraph, from 0."""
    start: int
    """Of the words within the marks, in code points of the paragraph."""
    end: int
    kind: str
    """`speech`, or `other` for titles and words set apart."""
    speakers: tuple[str, ...]
    """All names of who says it; empty where the marks do not tell."""


class Text(NamedTuple):
    """A text with all its quotations marked."""

    name: str
    group: str
    """What it is counted with, such as `de news`."""
    language: str
    paragraphs: tuple[str, ...]
    gold: tuple[Gold, ...]


def shown(clones: Path, repository: str, path: str, commit: str) -> str:
    """Return a file of a commit.

    Args:
        clones: Folder with clones, each named `owner+name`, bare or not; `owner+name/repo` too.
        repository: `owner/name` on GitHub.
        path: The file in it.
        commit: Which version.

    Raises:
        FileNotFoundError: There is no clone, or the commit has no such file.
    """
    folder = clones / repository.replace("/", "+")
    folder = folder / "repo" if (folder / "repo").is_dir() else folder
    git = ["git", "-C", str(folder), "show", f"{commit}:{path}"]
    done = subprocess.run(git, capture_output=True, check=False)
    if done.returncode:
        raise FileNotFoundError(f"{folder}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode("utf-8")


def clone(clones: Path, repository: str) -> None:
    """Get a repository, unless it is there."""
    folder = clones / repository.replace("/", "+")
    if not folder.exists():
        address = f"https://github.com/{repository}.git"
        subprocess.run(["git", "clone", "--quiet", address, str(folder)], check=True)


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the blocks between blank lines, each with its offset."""
    start = 0
    for block in text.split("\n\n"):
        lead = len(block) - len(block.lstrip("\n"))
        if block.strip():
            yield start + lead, block[lead:]
        start += len(block) + 2
