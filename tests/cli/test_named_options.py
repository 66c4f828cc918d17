"""What names or forms an option may be given: nothing twice, nothing empty, no two forms."""

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
