"""A library with one imported story, and a way to run the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.main import briefing

Run = Callable[..., Result]

STORY = """\
River talks open in Lyon

Lyon, 3 May 2021. The ministers of water met here on Monday for their second river talks.

“We will share the water,” said Minister Ada Voss. “And we will tell each other the level.”

Carl Moor, the minister of Belmont, said: “We expect # the dam by June.

“Nobody else will build: no one.”

A joint statement said that the level “will be told every day”. The so-called “dam” stands.

“No,” said a spokesman. “No,” he said.
"""

SOURCES = """\
courier:
  file: seeds/courier.txt
  publisher: Confluence Courier
  title: River talks open in Lyon
  kind: news story
  published: 2021-05-04
  furniture: ["River talks open"]
"""


@pytest.fixture
def run() -> Run:
    """Return a function that runs `briefing` in this process, far from any terminal."""

    def invoke(*arguments: object, stdin: str = "") -> Result:
        words = [*map(str, arguments)]
        result = CliRunner().invoke(briefing, words, input=stdin, prog_name="briefing")
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return invoke


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a library with one story and make it the one that is found."""
    root = tmp_path / "library"
    for folder in ("content/meetings", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "seeds/courier.txt").write_text(STORY, encoding="utf-8")
    (root / "content/sources.yaml").write_text(SOURCES, encoding="utf-8")
    (root / "content/speakers.yaml").write_text("voss: {name: Ada Voss}\n", encoding="utf-8")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root
