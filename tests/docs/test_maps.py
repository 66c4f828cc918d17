"""The maps of the code are true: every path they name is there, and each leads to the others."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
MAPS = ["CONTRIBUTING.md", "docs/glossary.md"]
PATH = re.compile(r"`((?:\w+/)+(?:\w+\.\w+)?)`")
ADDED = (
    "key", "check rule", "query field", "card field", "command", "theme", "importer",
    "quotation marks", "trial",
)  # fmt: skip


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MAPS)
def test_every_path_is_there(name: str) -> None:
    paths = PATH.findall(text_of(name))
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize(
    "name", sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md")), ids=str
)
def test_every_module_that_a_document_names_is_there(name: str) -> None:
    named = re.findall(r"`(briefing/[\w/]+\.(?:py|tcss))`", text_of(name))
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("what", ADDED)
def test_where_to_add_says_where(what: str) -> None:
    table = text_of("CONTRIBUTING.md").partition("## Where to add")[2].partition("\n## ")[0]
    rows = [row for row in table.splitlines() if re.match(rf"\| [^|]*{what}", row)]
    assert len(rows) == 1
    assert PATH.findall(rows[0])


def test_the_commands_are_those_of_the_makefile() -> None:
    targets = set(re.findall(r"^([\w-]+):", text_of("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^\$ |`)make ([\w-]+)", text_of("CONTRIBUTING.md"), re.MULTILINE))
    assert len(named) > 5
    assert named <= targets


def test_the_glossary_says_each_word_once_and_is_led_to() -> None:
    words = re.findall(r"\*\*([^*]+)\*\*", text_of("docs/glossary.md"))
    assert len(words) == len(set(words)) > 50
    for name in ("README.md", "docs/architecture.md", "CONTRIBUTING.md"):
        assert "glossary.md" in text_of(name)


def test_the_hooks_run_the_checks_of_the_makefile() -> None:
    (local,) = yaml.safe_load(text_of(".pre-commit-config.yaml"))["repos"]
    makefile = text_of("Makefile").replace("$(BIN)", ".venv/bin")
    for hook in local["hooks"]:
        assert f"\t{hook['entry']}\n" in makefile
