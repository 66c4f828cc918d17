"""`check` for editors and other programs: formats, explanations, schemas, hooks."""

import json
import shlex
from pathlib import Path

import pytest
import yaml

from briefing.errors import Place
from briefing.output.annotation_formats import Annotation, github_lines
from tests.cli.conftest import Run, Spawn
from tests.cli.libraries import CARD, write_card, write_library

ROOT = Path(__file__).parents[2]
DRIFTED = (
    "- point: 'They share it.'\n  evidence: [{source: gazette, exact: 'We share two rivers'}]\n"
)


@pytest.fixture
def drifted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_library(tmp_path / "a b", more=DRIFTED)
    monkeypatch.chdir(tmp_path)
    return root


def test_sarif_names_a_rule_with_its_help_and_a_file_from_here(drifted: Path, run: Run) -> None:
    result = run("check", "a b", "--format", "sarif")
    log = json.loads(result.stdout)
    (one,) = [r for r in log["runs"][0]["results"] if r["ruleId"].startswith("evidence-")]
    place = one["locations"][0]["physicalLocation"]

    assert (result.exit_code, one["level"]) == (0, "warning")
    assert place["artifactLocation"]["uri"] == "a%20b/content/meetings/2023-02-06-river.yaml"
    assert place["region"] == {"startLine": 30, "startColumn": 20}
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "copy the words" in rules[one["ruleId"]]["help"]["text"]


def test_annotations_of_github(drifted: Path, run: Run) -> None:
    lines = run("check", "a b", "--format", "github", "--strict").stdout.splitlines()
    (line,) = [each for each in lines if "evidence-" in each]
    assert line.startswith(
        "::warning file=a b/content/meetings/2023-02-06-river.yaml,line=30,col=20,title=evidence-"
    )


def test_format_json_is_json_and_text_the_default(drifted: Path, run: Run) -> None:
    said = run("check", "a b", "--format", "json").stdout
    assert said == run("check", "a b", "--json").stdout
    assert json.loads(said)["problems"]
    assert run("check", "a b", "--format", "text").stdout == run("check", "a b").stdout


def test_fix_says_what_it_did_and_checks_what_came_of_it(tmp_path: Path, run: Run) -> None:
    more = "- point: P\n  evidence: [{source: gazette, exact: '“We share one river,” Minister'}]\n"
    root = write_library(tmp_path, more=more)
    result = run("check", str(root), "--fix", "--json")

    assert result.stderr == (
        "content/meetings/2023-02-06-river.yaml:30:20: wrote '\"We share one river,\" Minister'"
        " with the marks and letters of gazette\n"
    )
    states = json.loads(result.stdout)["states"]
    assert {state: count for state, count in states.items() if count} == {"verbatim": 6}
    assert run("check", str(root), "--fix").stderr == ""


def test_explain_prints_a_page_the_list_and_the_nearest(run: Run) -> None:
    page = run("explain", "cut-negation").stdout
    assert page.startswith("cut-negation (warning): Words that stop right at a 'not', 'never' or")
    assert "\nDo: take the word into the quotation" in page
    listed = run("explain").stdout.splitlines()
    assert any(line.startswith("cut-negation  ") for line in listed)
    assert [each["code"] for each in json.loads(run("explain", "--json").stdout)] == [
        line.split()[0] for line in listed
    ]
    wrong = run("explain", "cut-negatoin")
    assert wrong.exit_code == 2
    assert wrong.stderr.endswith("(did you mean 'cut-negation'?)\n")


def test_schema_prints_what_a_new_library_holds(tmp_path: Path, run: Run) -> None:
    assert run("new", "--library", str(tmp_path / "new")).exit_code == 0
    for kind in ("card", "sources", "speakers", "topics"):
        held = json.loads((tmp_path / "new/schema" / f"{kind}.json").read_text("utf-8"))
        assert json.loads(run("schema", kind).stdout) == held
    assert run("schema").stdout == run("schema", "card").stdout
    assert run("schema", "cards").exit_code == 2


@pytest.mark.parametrize("hook", yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()))
def test_the_entries_of_the_hooks_are_commands(
    hook: dict[str, str], spawn: Spawn, tmp_path: Path
) -> None:
    root = write_library(tmp_path / "river")
    (root / "memo.md").write_text("Voss: “We share one river,” she said.\n", encoding="utf-8")
    program, *words = shlex.split(hook["entry"])
    done = spawn(*words, *([] if "." in words else ["memo.md"]), cwd=root)
    assert program == "briefing"
    assert (done.returncode, done.stderr) == (0, b"")
    assert set(hook) >= {"id", "name", "entry", "language"}


@pytest.mark.parametrize("command", ["check", "verify"])
@pytest.mark.parametrize("form", ["sarif", "github"])
def test_two_forms_at_once_are_refused(run: Run, command: str, form: str) -> None:
    result = run(command, "--json", "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--json and --format ask for two forms; give one of them" in result.stderr


@pytest.mark.parametrize("name", ["\x07", "\u202e\u200b", "\x1b[2J"])
def test_no_control_of_a_path_reaches_an_annotation(name: str) -> None:
    place = Place(f"lib{name}rary/card.yaml", 3, 1)
    (line,) = github_lines([Annotation("missing", "error", place, f"lost {name}")])
    assert not set(name) & set(line) - set("[2J")
    assert "file=lib" in line


@pytest.mark.parametrize("option", ["--fix", "--pin"])
@pytest.mark.parametrize("words", [(), ("2023-2plus2",)])
def test_the_bundled_library_is_fixed_only_where_it_is_named(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    words: tuple[str, ...],
) -> None:
    bundled = write_library(tmp_path / "bundled")
    write_card(bundled, "2023-01-11-us-japan-2plus2", CARD.format(bottom_line="B.", more=""))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    monkeypatch.setattr("briefing.library.locations.bundled_library", lambda: bundled)
    refused = run("check", option, *words)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        "briefing: there is no library of yours to fix (name one with --library DIR,"
        " or make one with 'briefing new --library DIR')\n"
    )
    assert run("check", *words).exit_code == 0
    assert run("check", option, "--library", str(bundled), *words).exit_code == 0
    monkeypatch.chdir(bundled)
    assert run("check", option, *words).exit_code == 0
