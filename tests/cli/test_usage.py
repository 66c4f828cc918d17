"""Wrong use: one line that says what to do, exit code 2; and where options may stand."""

import json
import re
import shlex
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import Result

from briefing.cli.commands import open_command
from briefing.cli.parser.registry import COMMANDS, OTHERWISE
from briefing.library.library import Library
from tests.cli.conftest import ROOT, Run
from tests.cli.libraries import CARD as CARD_TEXT
from tests.cli.libraries import write_card

CARD = "2023-02-06-river"
NAMES = [name for name in COMMANDS if name != OTHERWISE]


def only_line(result: Result) -> str:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("briefing: ")
    return line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lst"], "did you mean 'list'?"),
        (["serch"], "did you mean 'search'?"),
        (["serch", "river"], "did you mean 'search'?"),
        (["river", "talks"], "one card is opened at a time; 'talks' is too many (see 'briefing"),
        (["2023-02-07-river"], f"did you mean '{CARD}'?"),
        (["nothing-like-it"], "'briefing list' shows the cards"),
        (["show", "2023-02-07-river"], f"did you mean '{CARD}'?"),
        (["show", f"{CARD}#99"], "items are numbered 1 to 4"),
        (["show", f"{CARD}#{'9' * 5000}"], "items are numbered 1 to 4"),
        (["show", f"{CARD}#0"], "items are numbered 1 to 4"),
        (["list", "--library", ""], "the folder of the library has no name"),
        (["check", ""], "the folder of the library has no name"),
        (["show"], "missing argument 'CARD[#ITEM]'"),
        (["show", CARD, "more"], "show: got unexpected extra argument"),
        (["search"], "missing argument 'QUERY...'"),
        (["search", "--jsn", "river"], "did you mean '--json'?"),
        (["search", "river", "--limit", "0"], "--limit"),
        (["--jsn", "list"], "did you mean '--json'?"),
        (["list", "--jsn"], "did you mean '--json'?"),
        (["list", "--library"], "--library"),
        (["--library", "nowhere", "list"], "nowhere"),
        (["check", "nowhere"], "nowhere"),
        (["check", "--library", ".", "./elsewhere"], "give one"),
    ],
)
def test_wrong_use_is_one_line(river: Path, run: Run, arguments: list[str], words: str) -> None:
    assert words in only_line(run(*arguments))


def test_without_a_terminal_the_reader_says_what_to_do(river: Path, run: Run) -> None:
    for arguments in ([], [CARD]):
        line = only_line(run(*arguments))
        assert "terminal" in line
        assert "briefing show CARD" in line


@pytest.mark.parametrize(
    "arguments",
    [
        ["--json", "list"],
        ["list", "--json"],
        ["--plain", "list", "--json"],
        ["--json"],
    ],
)
def test_options_stand_before_or_after_the_command(
    river: Path, run: Run, arguments: list[str]
) -> None:
    assert json.loads(run(*arguments).stdout)[0]["id"] == CARD


def test_the_library_may_be_named_before_or_after(
    tmp_path: Path, river: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEFING_LIBRARY")
    before = run("--library", str(river), "list")
    after = run("list", "--library", str(river))
    named = run("check", str(river))

    assert CARD in before.stdout
    assert before.stdout == after.stdout
    assert "gazette" in named.stdout


@pytest.mark.parametrize("typed", [CARD, "2023-02", "river", "RIVER", "2023-river", "river 02"])
def test_a_card_is_named_by_its_id_or_a_part(river: Path, run: Run, typed: str) -> None:
    assert run("show", typed).stdout.startswith("River talks\n")
    assert json.loads(run(typed, "--json").stdout)["id"] == CARD


def test_a_part_of_several_ids_names_none(river: Path, run: Run) -> None:
    write_card(river, "2024-02-06-river", CARD_TEXT.format(bottom_line="Again.", more=""))

    line = only_line(run("show", "river"))
    assert "can mean 2 cards" in line
    assert CARD in line
    assert run("show", "2024").exit_code == 0


def test_a_card_and_an_item_are_handed_to_the_reader_by_their_ids(
    river: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str | None] = []

    def read(library: Library, start: str | None, *, fresh: bool) -> int:
        opened.append("fresh" if fresh else start)
        return 0

    monkeypatch.setattr(open_command, "open_reader", read)
    monkeypatch.setenv("TEXTUAL_DRIVER", "a.driver:Elsewhere")
    item = Library.open(river).card(CARD).items[2]
    item_named = f"{CARD}#{item.id[:6]}"
    for arguments in ([], ["river"], ["river#2"], [item_named], ["--fresh"]):
        assert run(*arguments).exit_code == 0

    assert opened == [None, CARD, f"{CARD}#{item.id}", f"{CARD}#{item.id}", "fresh"]


def test_the_exit_code_of_the_reader_is_that_of_the_program(
    river: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_command, "open_reader", lambda library, start, fresh: 143)
    monkeypatch.setenv("TEXTUAL_DRIVER", "a.driver:Elsewhere")

    assert run().exit_code == 143


def test_an_interrupt_is_quiet(river: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(root: Path) -> Library:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "open", interrupt)
    result = run("list")

    assert result.exit_code == 130
    assert result.output.strip() == ""


def test_a_file_system_that_fails_is_one_line(
    river: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path) -> Library:
        raise PermissionError(13, "Permission denied", "content/meetings")

    monkeypatch.setattr(Library, "open", refuse)

    assert only_line(run("list")) == "briefing: content/meetings: Permission denied"


@pytest.mark.parametrize("arguments", [[], ["list"], ["show", CARD]])
def test_a_folder_that_cannot_be_read_is_one_line(
    river: Path, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    def refuse(path: object) -> NoReturn:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", refuse)
    monkeypatch.setenv("TEXTUAL_DRIVER", "a.driver:Elsewhere")

    meetings = river / "content/meetings"
    assert only_line(run(*arguments)) == f"briefing: cannot read '{meetings}': Permission denied"


def test_the_version(run: Run) -> None:
    from briefing import __version__

    assert run("--version").stdout == f"briefing {__version__}\n"


@pytest.mark.parametrize("command", [[], *([name] for name in NAMES)])
def test_help_shows_examples_that_are_in_order(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")

    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    examples = result.stdout.partition("Examples:")[2].splitlines()
    assert any(line.startswith("  briefing") for line in examples)
    for option in ("--library", "--json", "--plain"):
        assert option in result.stdout


@pytest.mark.parametrize(
    "name",
    [
        "show",
        "search",
        "list",
        "topics",
        "speakers",
        "commitments",
        "timeline",
        "prepare",
        "compare",
        "phrase",
    ],
)
def test_the_examples_in_the_help_can_be_typed_as_they_stand(run: Run, name: str) -> None:
    for line in run(name, "--help").stdout.partition("Examples:")[2].splitlines():
        if line.startswith("  briefing"):
            typed = shlex.split(re.split(r" [|>] ", line)[0])[1:]
            assert run("--library", str(ROOT), *typed).exit_code != 2, line


def test_the_table_says_of_each_command_what_its_help_says(run: Run) -> None:
    for name in NAMES:
        assert COMMANDS[name].summary.rstrip(".") in run(name, "--help").stdout


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_is_documented(run: Run, name: str) -> None:
    documented = (ROOT / "docs/cli.md").read_text("utf-8")
    words = run(name, "--help").stdout.replace(",", " ").split()
    options = {word for word in words if word.startswith("--") and word.strip("-")}

    assert f"briefing {name}" in documented
    assert {option for option in options if option not in documented} == set()


def test_two_hyphens_end_the_options_of_a_search(run: Run, river: Path) -> None:
    assert run("search", "--river").exit_code == 2
    found = run("search", "--", "--river")
    assert (found.exit_code, "river" in found.stdout) == (0, True)


@pytest.mark.parametrize("word", ["ri\u200bver", "\ufeffriver", "\u200eriver\u2060", "ri\xadver"])
def test_what_is_pasted_unseen_is_no_part_of_a_word(run: Run, river: Path, word: str) -> None:
    assert json.loads(run("search", word, "--json").stdout) == json.loads(
        run("search", "river", "--json").stdout
    )
