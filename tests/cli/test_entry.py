"""The way to the reader past the parser of the command line: only where it makes no difference."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli.entry import Asked, reader_asked_for
from tests.cli.conftest import Spawn


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], Asked(None)),
        (["--library", "there"], Asked(Path("there"))),
        (["--library", "a folder/of mine"], Asked(Path("a folder/of mine"))),
        (["--library", ""], None),
        (["--library", "--fresh"], None),
        (["--library"], None),
        (["--library", "there", "list"], None),
        (["--library=there"], None),
        (["--libra", "there"], None),
        (["list"], None),
        (["2022-"], None),
        (["--fresh"], None),
        (["--help"], None),
        (["--version"], None),
        (["--", "list"], None),
        ([""], None),
    ],
)
def test_only_the_plainest_words_need_no_parser(words: Sequence[str], asked: Asked | None) -> None:
    assert reader_asked_for(words, {}) == asked
    assert reader_asked_for(words, {"_BRIEFING_COMPLETE": "bash_source"}) is None


@pytest.mark.parametrize("library", ["nowhere", os.devnull, "."])
def test_what_is_wrong_is_said_in_the_same_words(library: str, spawn: Spawn) -> None:
    past, through = (spawn(*words) for words in (["--library", library], [f"--library={library}"]))

    assert past.returncode == through.returncode == 2
    assert past.stderr == through.stderr
    assert past.stderr.startswith(b"briefing: ")
    assert past.stdout == through.stdout == b""
