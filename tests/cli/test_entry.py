"""The way past the parser of the command line: only where it makes no difference."""

import os
from collections.abc import Sequence

import pytest

from briefing.cli.entry import Asked, asked_for
from tests.cli.conftest import Spawn


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], Asked()),
        (["--library", "there"], Asked("there")),
        (["--library", "a folder/of mine"], Asked("a folder/of mine")),
        (["search", "treaty"], Asked(None, ("treaty",))),
        (
            ["search", "the", '"last round"', "topic:fish"],
            Asked(None, ("the", '"last round"', "topic:fish")),
        ),
        (["--library", "there", "search", "search"], Asked("there", ("search",))),
        (["search"], None),
        (["search", ""], None),
        (["search", "\u200b"], None),
        (["search", "treaty", "-fish"], None),
        (["search", "treaty", "--json"], None),
        (["search", "--", "treaty"], None),
        (["search", "--library", "there", "treaty"], None),
        (["searc", "treaty"], None),
        (["--library", "-there", "search", "treaty"], None),
        (["--json", "search", "treaty"], None),
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
    assert asked_for(words, {}) == asked
    assert asked_for(words, {"_BRIEFING_COMPLETE": "bash_source"}) is None


@pytest.mark.parametrize("library", ["nowhere", os.devnull, "."])
def test_what_is_wrong_is_said_in_the_same_words(library: str, spawn: Spawn) -> None:
    past, through = (spawn(*words) for words in (["--library", library], [f"--library={library}"]))

    assert past.returncode == through.returncode == 2
    assert past.stderr == through.stderr
    assert past.stderr.startswith(b"briefing: ")
    assert past.stdout == through.stdout == b""


@pytest.mark.parametrize("words", [["kelp"], ["harbor", "speaker:nobody"], ["xqzv"], ['"']])
def test_a_search_says_the_same_with_and_without_the_parser(words: list[str], spawn: Spawn) -> None:
    past, through = spawn("search", *words), spawn("search", "--limit=50", *words)

    assert (past.returncode, past.stdout, past.stderr) == (
        through.returncode,
        through.stdout,
        through.stderr,
    )
    assert past.stdout or past.stderr
