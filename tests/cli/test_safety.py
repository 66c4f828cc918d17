"""Nothing a library, a file name or a typed word holds can steer the terminal."""

import re
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from briefing.library.library import Library
from briefing.output import meetings, page
from briefing.output.jsontext import json_text
from briefing.output.lines import PrintedLine
from tests.cli.conftest import Run
from tests.cli.libraries import write_card, write_library

CARD = "2023-02-06-river"
DANGEROUS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Every control character but the newline, and what reorders or hides text."""

ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp.\u200b\x7f"
YAML_ESCAPES = r"\e]0;owned\a\e[2J\x9b31m\u202egnp.\u200b\x7f"

HOSTILE = f"""\
format: 1
title: "Talks {YAML_ESCAPES}"
series: river
status: draft
meeting: {{name: "Talks {YAML_ESCAPES}", date: 2023-02-07, place: "Quay {YAML_ESCAPES}"}}
participants:
  - {{speaker: voss, role: "Minister {YAML_ESCAPES}", side: "Bank {YAML_ESCAPES}"}}
bottom_line:
  text: "The levels [/x] [bold] {YAML_ESCAPES}"
  evidence: [{{source: gazette, exact: "agreed to {YAML_ESCAPES}"}}]
sections:
  - title: "Outcomes {YAML_ESCAPES}"
    items:
      - quote: "We share {YAML_ESCAPES}"
        speaker: voss
        source: gazette
        voice: spoken
        note: "Note {YAML_ESCAPES}"
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    document = f"Water {ESCAPES} levels.\n\nWe share \x1b[31m{ESCAPES} it all.\n"
    root = write_library(tmp_path / "lib\x1b[2J", document=document)
    write_card(root, "2023-02-07-hostile", HOSTILE)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root


COMMANDS = [
    ("list",),
    ("show", "2023-02-07-hostile"),
    ("show", f"no{ESCAPES}"),
    ("show", f"{CARD}#{ESCAPES}"),
    ("search", "share"),
    ("search", f"levels{ESCAPES}"),
    ("search", "talks \x1b[2J"),
    ("compare", CARD, "2023-02-07-hostile"),
    ("compare", f"no{ESCAPES}"),
    ("compare", "--series", f"no{ESCAPES}"),
    ("compare", "--topic", f"no{ESCAPES}"),
    ("phrase", "share"),
    ("phrase", f"levels{ESCAPES}"),
    ("check",),
    (f"no{ESCAPES}",),
    ("--library", f"no{ESCAPES}", "list"),
    ("list", f"--no{ESCAPES}"),
]


@pytest.mark.parametrize("form", ["--plain", "--json"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_a_control_character(
    hostile: Path, run: Run, command: tuple[str, ...], form: str
) -> None:
    result = run(form, *command)

    assert result.output
    assert DANGEROUS.search(result.output) is None


def test_no_page_holds_a_control_character(hostile: Path) -> None:
    library = Library.open(hostile)
    with Catalogue.open(hostile) as catalogue:
        sync(catalogue)
        lines: list[PrintedLine] = list(meetings.list_page(catalogue.meetings(), 80))
    for card in library.cards():
        lines += page.card_page(card, library, 80)

    text = "\n".join(piece.text for line in lines for piece in line)
    assert "[/x] [bold]" in text, "markup is text"
    assert DANGEROUS.search(text) is None


def test_a_broken_card_with_a_hostile_name_is_reported_safely(hostile: Path, run: Run) -> None:
    write_card(hostile, "bad\x1b[2J", "format: 1\n")
    result = run("list")

    assert result.exit_code == 2
    assert DANGEROUS.search(result.output) is None


def test_json_escapes_what_the_encoder_would_leave() -> None:
    text = json_text({"a": ESCAPES, "b": "日本\ud800"})

    assert DANGEROUS.search(text) is None
    assert "日本" in text
    assert r"\u202e" in text
    assert r"\ud800" in text


def test_json_gives_back_exactly_what_was_put_in() -> None:
    import json

    assert json.loads(json_text([ESCAPES, "“日本”"])) == [ESCAPES, "“日本”"]
