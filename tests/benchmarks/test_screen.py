"""The benchmark of the screen where something it needs is not there."""

import pytest

from benchmarks import corpus, screen
from benchmarks.packages import TextsMissingError


def test_a_part_that_cannot_be_measured_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise TextsMissingError("fortunes: needs Debian's apt-get and dpkg-deb")

    monkeypatch.setattr(corpus, "list_file", missing)
    parts = {"line view, 2,000 items": lambda: {"open_ms": 1}, "commands": lambda: {"list": 2}}
    found = screen.attempt_all(parts)
    assert found["commands"] == {"list": 2}
    why = found["line view, 2,000 items"]
    assert isinstance(why, dict)
    assert "fortunes: needs Debian's apt-get" in why["error"]
    assert "not measured: fortunes: needs" in capsys.readouterr().out


def test_texts_are_only_fetched_for_parts_that_are_made_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(corpus, "list_file", lambda: pytest.fail("they were fetched"))
    assert screen.attempt_all({"first frame": lambda: {"ratio": 1.0}}) == {
        "first frame": {"ratio": 1.0}
    }
