"""An empty library to import into, a network that is not there, and the extra where it is."""

import importlib.util
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from briefing.cli.main import briefing
from briefing.cli.session import Session
from briefing.importing.document import Document
from briefing.importing.reading import document_of

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to open a connection fail the test that makes it."""

    def refuse(*arguments: object, **named: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    class Refused(socket.socket):
        __init__ = refuse

    monkeypatch.setattr(socket, "socket", Refused)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty library, which is the one that is found."""
    root = tmp_path / "library"
    (root / "content/meetings").mkdir(parents=True)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root


@pytest.fixture
def run() -> Run:
    """Return a function that runs `briefing import` in this process, far from any terminal.

    With `at_terminal` it believes that a user can be asked there.
    """

    def invoke(
        *arguments: object, stdin: str | bytes = "", at_terminal: bool | None = None
    ) -> Result:
        words = ["import", *map(str, arguments)]
        session = Session(at_terminal=at_terminal)
        runner = CliRunner()
        result = runner.invoke(briefing, words, input=stdin, prog_name="briefing", obj=session)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return invoke


def needs(module: str) -> pytest.MarkDecorator:
    """Return what passes a test over where a module of the extra is not installed."""
    missing = importlib.util.find_spec(module) is None
    return pytest.mark.skipif(missing, reason=f"{module} is not installed")


def read(data: str | bytes, name: str = "document.txt") -> Document:
    """Read a document made by a test."""
    return document_of(data.encode("utf-8") if isinstance(data, str) else data, name)


def story(document: Document) -> list[str]:
    """Return the paragraphs of the story."""
    return [block.text for block in document.blocks if not block.furniture]


def furniture(document: Document) -> dict[str, str]:
    """Return the furniture with its reasons."""
    return {block.text: block.furniture for block in document.blocks if block.furniture}
