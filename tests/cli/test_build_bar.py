"""The bar that shows a long build, and all who must not see it."""

import io
from collections.abc import Iterator

import pytest

from briefing.catalogue.sync.progress import Progress
from briefing.cli.streams.progress_bar import PATIENCE, BuildBar, ReadingBar, bar
from briefing.model.source import SourceRecord


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Closed(Terminal):
    def write(self, text: str) -> int:
        raise BrokenPipeError


class Clock:
    """Tells a time that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def run(stream: io.StringIO | None, seconds: float, total: int = 10) -> None:
    clock = Clock()
    with BuildBar(stream, clock) as build:
        for done in range(total + 1):
            clock.now += seconds / total
            build(Progress(done, total))


def test_a_short_build_shows_nothing() -> None:
    stream = Terminal()
    run(stream, PATIENCE * 0.8)

    assert stream.getvalue() == ""


def test_a_long_build_shows_how_far_it_has_come_and_leaves_nothing() -> None:
    stream = Terminal()
    run(stream, PATIENCE * 10)
    *drawn, blank, end = stream.getvalue().split("\r")[1:]

    assert len(drawn) > 3
    assert all("of 10 [" in line for line in drawn)
    assert [line.count("#") for line in drawn] == sorted(line.count("#") for line in drawn)
    assert blank == " " * max(map(len, drawn))
    assert end == ""


def test_it_is_drawn_now_and_then_and_not_for_every_file() -> None:
    stream = Terminal()
    run(stream, PATIENCE * 4, total=10_000)

    assert 2 < stream.getvalue().count("of 10,000") < 30


def test_a_pipe_never_sees_it() -> None:
    stream = io.StringIO()
    run(stream, 100)

    assert stream.getvalue() == ""


def test_a_dumb_terminal_or_none_at_all_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    run(None, 100)
    run(Closed(), 100)
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    run(stream, 100)

    assert stream.getvalue() == ""


def counts() -> Iterator[tuple[int, int]]:
    yield from ((0, 0), (0, 1), (1, 1), (5, 10), (20_000, 20_000), (3, 2))


@pytest.mark.parametrize("columns", [0, 5, 20, 33, 40, 79, 500])
def test_a_bar_is_no_wider_than_the_terminal(columns: int) -> None:
    for done, total in counts():
        assert len(bar(done, total, columns)) <= columns


def test_how_much_of_a_document_was_read_is_said_and_taken_away() -> None:
    stream, clock = Terminal(), Clock()
    reading = ReadingBar(stream, clock)
    record = SourceRecord("x", "seeds/\x1bx.txt", "us")
    for share in (0.1, 0.4, 1.0):
        clock.now += PATIENCE
        reading(record, share)
    drawn = stream.getvalue().split("\r")[1:]
    assert [line.strip() for line in drawn] == [
        "reading seeds/␛x.txt… 10 %",
        "reading seeds/␛x.txt… 40 %",
        "",
        "",
    ]
