"""A library of two stories and a card, and a way to verify a memo against it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.main import briefing
from briefing.library.library import Library
from briefing.verifying.reading import memo_of
from briefing.verifying.verdict import Verdict
from briefing.verifying.verifying import Verifier

Verify = Callable[[str], Sequence[Verdict]]
Run = Callable[..., Result]

COURIER = """\
“We will share the water in good years,” Minister Ada Voss said. “The dam on the upper river is \
not planned.”

Carl Moor told reporters that “the treaty will hold, but I seriously doubt it”.

“We will sign by June unless the rains fail,” said Carl Moor.

The ministers met in Lyon. Later the ministers met in Basel over fish.

Nobody believes that the talks will succeed this year.
"""

PRESS = """\
Q: Will you sign?

ADA VOSS: We sign in June, and the hotline opens in 2022.

CARL MOOR: Every reading goes to both capitals.

Q: And the fish?
"""

SOURCES = """\
courier: {file: seeds/courier.txt, publisher: Confluence Courier, kind: news story}
press:
  file: seeds/press.txt
  publisher: Ministry
  kind: transcript
  caution: Typed by hand.
"""

CARD = """\
format: 1
title: River talks
meeting: {name: River talks, date: 2021-05-03}
bottom_line:
  text: They met.
  evidence: [{source: courier, exact: The ministers met in Lyon}]
sections:
  - title: Outcomes
    items:
      - quote: We will share the water in good years
        speaker: voss
        source: courier
        voice: spoken
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the library and make it the one that is found."""
    root = tmp_path / "library"
    for folder in ("content/meetings", "seeds"):
        (root / folder).mkdir(parents=True)
    files = {
        "seeds/courier.txt": COURIER,
        "seeds/press.txt": PRESS,
        "content/sources.yaml": SOURCES,
        "content/speakers.yaml": "voss: {name: Ada Voss}\nmoor: {name: Carl Moor}\n",
        "content/meetings/talks.yaml": CARD,
    }
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root


@pytest.fixture
def verify(library: Path) -> Verify:
    """Return a function that verifies a Markdown memo."""

    def verdicts(text: str) -> Sequence[Verdict]:
        memo = memo_of(text.encode("utf-8"), "memo.md")
        return list(Verifier(Library.open(library)).verify(memo))

    return verdicts


@pytest.fixture
def run() -> Run:
    """Return a function that runs `briefing` in this process, far from any terminal."""

    def invoke(*arguments: object, stdin: str | bytes = "") -> Result:
        words = [*map(str, arguments)]
        result = CliRunner().invoke(briefing, words, input=stdin, prog_name="briefing")
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return invoke
