"""What names or forms an option may be given: nothing twice, nothing empty, no two forms."""

import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT, Run

LIBRARY = ("--library", str(ROOT))


def only_line(run: Run, *words: str) -> str:
    result = run(*words, *LIBRARY)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("speakers", "blinken", "blinken"), "'blinken' and 'blinken' both mean blinken (name"),
        (("speakers", "Antony Blinken", "blinken"), "both mean blinken (name another one"),
        (("compare", "2023-2plus2", "2023-2plus2"), "both names mean the card 2023-01-11"),
        (
            ("compare", "2023-2plus2", "2023-01-11-us-japan-2plus2"),
            "both names mean the card 2023-01-11",
        ),
    ],
)
def test_the_same_one_twice_is_refused(run: Run, words: tuple[str, ...], says: str) -> None:
    assert says in only_line(run, *words)


@pytest.mark.parametrize(
    "words",
    [
        ("topics", "--series", ""),
        ("speakers", "--series", ""),
        ("speakers", "blinken", "--topic", ""),
        ("commitments", "--speaker", ""),
        ("commitments", "--topic", ""),
        ("timeline", "--series", ""),
        ("compare", "--series", ""),
        ("compare", "--topic", "space", "--topic", ""),
        ("import", "story.txt", "--title", ""),
        ("import", "story.txt", "--publisher", ""),
        ("import", "story.txt", "--date", ""),
        ("new", "kyodo-2023-01", "--id", ""),
    ],
)
def test_an_empty_name_is_refused(run: Run, words: tuple[str, ...]) -> None:
    line = only_line(run, *words)

    assert line.startswith(
        f"briefing: {words[0]}: invalid value for '{words[-2]}': nothing is named"
    )
    assert "is a variable empty?" in line


@pytest.mark.parametrize("command", ["check", "verify"])
@pytest.mark.parametrize(
    ("option", "form"),
    [
        ("--plain", "sarif"),
        ("--plain", "github"),
        ("--plain", "json"),
        ("--json", "text"),
        ("--json", "github"),
    ],
)
def test_two_forms_are_refused(run: Run, command: str, option: str, form: str) -> None:
    said = f"{option} and --format ask for two forms; give one of them"
    assert said in only_line(run, command, option, "--format", form)


@pytest.mark.parametrize("command", [("topics",), ("compare",), ("phrase", "order"), ("timeline",)])
@pytest.mark.parametrize("option", ["--plain", "--json"])
def test_two_forms_of_a_view_are_refused(run: Run, command: tuple[str, ...], option: str) -> None:
    said = f"{option} and --format ask for two forms; give one of them"
    assert said in only_line(run, *command, option, "--format", "markdown")


def test_the_same_form_twice_is_no_contradiction(run: Run) -> None:
    once = run("check", "--json", *LIBRARY)
    assert once.exit_code == 0
    assert run("check", "--json", "--format", "json", *LIBRARY).stdout == once.stdout
    plain = run("check", "--plain", *LIBRARY)
    assert run("check", "--plain", "--format", "text", *LIBRARY).stdout == plain.stdout


@pytest.mark.parametrize("series", ["us-japan-2plus2", "2plus2", "us-japan", "US-Japan 2plus2"])
def test_a_series_is_named_alike_everywhere(run: Run, series: str) -> None:
    for command in ("topics", "timeline", "compare"):
        assert run(command, "--series", series, *LIBRARY).exit_code == 0


@pytest.mark.parametrize("topic", ["space", "Space", "taiwan", "international order"])
def test_a_topic_is_named_alike_everywhere(run: Run, topic: str) -> None:
    assert run("topics", topic, *LIBRARY).exit_code == 0
    assert run("compare", "--topic", topic, *LIBRARY).exit_code == 0


@pytest.mark.parametrize("command", [("commitments",), ("phrase", "order"), ("search", "order")])
@pytest.mark.parametrize("limit", ["0", "1000000001", "9" * 40])
def test_a_limit_nobody_can_count_to_is_refused(
    run: Run, command: tuple[str, ...], limit: str
) -> None:
    assert f"{limit} is not in the range 1<=x<=1000000000" in only_line(
        run, *command, "--limit", limit
    )


@pytest.mark.parametrize("command", ["show", "topics", "speakers", "prepare", "explain", "new"])
def test_a_text_in_place_of_a_name_is_not_told_in_full(run: Run, command: str) -> None:
    line = only_line(run, command, "word " * 4000)
    assert len(line) < 1100
    assert line.startswith(("briefing: no ", "briefing: there is no "))
    assert line.endswith(")")


@pytest.mark.parametrize("command", ["verify", "import"])
def test_a_file_without_a_name_is_refused(run: Run, command: str) -> None:
    assert only_line(run, command, "") == "briefing: a file has no name (is a variable empty?)"


@pytest.mark.parametrize("words", ["verify -", "verify", "import - --dry-run"])
def test_a_closed_standard_input_is_told(words: str) -> None:
    command = f'exec "$0" -m briefing {words} --library "$1" <&-'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(ROOT)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stdout.strip()) == (2, "")
    assert done.stderr == (
        "briefing: standard input: it is closed (name a file, or pipe a text into the command)\n"
    )


@pytest.mark.parametrize(
    ("words", "command"),
    [(("phrase", "order", "--limit"), "phrase"), (("list", "--library"), "list")],
)
def test_a_mistake_in_an_option_names_the_help_of_its_command(
    run: Run, words: tuple[str, ...], command: str
) -> None:
    (line,) = run(*words).stderr.splitlines()
    assert line.startswith(f"briefing: {command}: option '{words[-1]}' requires an argument")
    assert line.endswith(f"(see 'briefing {command} --help')")


def test_what_is_named_twice_is_printed_once(run: Run) -> None:
    once = run("explain", "tag", *LIBRARY).stdout
    assert run("explain", "tag", "tag", *LIBRARY).stdout == once
    readme = str(ROOT / "README.md")
    assert run("verify", readme, readme, *LIBRARY).stdout == run("verify", readme, *LIBRARY).stdout


@pytest.mark.parametrize("words", [("",), (" ", ""), ("\u200b",), ("--quote", "")])
def test_a_search_for_nothing_is_refused(run: Run, words: tuple[str, ...]) -> None:
    line = only_line(run, "search", *words)
    assert line.startswith("briefing: search: nothing is searched for; is a variable empty?")
