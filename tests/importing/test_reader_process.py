"""A reader in a process of its own: it may crash, hang or talk nonsense, and only it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.importing.document import DocumentError, Facts, Read, lines, prose
from briefing.importing.process import answers
from briefing.importing.process.errors import NonsenseError, ReaderError
from briefing.importing.process.reader_process import Reader, read_in_process
from tests.importing.conftest import Run

Make = Callable[[str], Reader]
SAY = "for fd in range(3, 20):\n    try: os.write(fd, {words!r})\n    except OSError: pass"
ENDLESS = "threading.Event().wait()"
PATIENCE = 0.3
"""Seconds, where a reader that never answers is waited for."""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Return a function that makes a reader of what its `read` does with `data` and `progress`."""
    monkeypatch.syspath_prepend(tmp_path)

    def made(body: str) -> Reader:
        code = "import ctypes, os, signal, sys, threading\n\ndef read(data, progress):\n"
        indented = "".join(f"    {line}\n" for line in body.splitlines())
        (tmp_path / "made_reader.py").write_text(code + indented)
        return Reader("made_reader", "made reader", "do it by hand")

    return made


def test_what_was_read_comes_back_whole(make: Make) -> None:
    wanted = Read(
        (
            prose("“Ja” 字\ud800 \U0001f469\u200d\U0001f467", "a heading", "p. 1"),
            lines("a | b\nc | d"),
        ),
        Facts("Title", url="https://a.example/"),
        ("a warning",),
        "PDF",
    )  # fmt: skip
    reader = make(
        "print('not an answer', flush=True)\n"
        "os.write(1, b'nor this')\n"
        "from briefing.importing.document import Facts, lines, prose\n"
        "from briefing.importing.document import Read\n"
        "progress(0.25)\nprogress(7)\n"
        "head = prose(data.decode(), 'a heading', 'p. 1')\n"
        "facts = Facts('Title', url='https://a.example/')\n"
        "return Read((head, lines('a | b\\nc | d')), facts, ('a warning',), 'PDF')"
    )
    shares: list[float] = []
    data = "“Ja” 字\ufffd \U0001f469\u200d\U0001f467".encode()

    assert read_in_process(reader, data, shares.append) == wanted
    assert shares == [0.25, 1.0]


def test_a_document_larger_than_a_pipe_holds_is_given_whole(make: Make) -> None:
    reader = make(
        "from briefing.importing.document import prose\n"
        "from briefing.importing.document import Read\n"
        "return Read((prose(f'{len(data):,}'), prose('x' * 3_000_000)))"
    )
    read = read_in_process(reader, b"x" * 5_000_000)
    assert [block.text for block in read.blocks] == ["5,000,000", "x" * 3_000_000]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("os.abort()", "signal 6"),
        ("ctypes.string_at(0)", "signal 11"),
        ("signal.raise_signal(signal.SIGSEGV)", "signal 11"),
        ("progress(0.5)\nos.kill(os.getpid(), signal.SIGKILL)", "signal 9"),
        ("os._exit(3)", "it ended with code 3 and no answer"),
        (f"os.closerange(3, 20)\n{ENDLESS}", "no word from it in 0 seconds"),
        (ENDLESS, "no word from it in 0 seconds"),
        (SAY.format(words=b"nonsense\n"), "its answer makes no sense"),
        (SAY.format(words=b'{"read": [[["no block"]], [], [], ""]}\n'), "makes no sense"),
    ],
)
def test_one_that_fails_is_one_line_with_the_remedy(make: Make, body: str, why: str) -> None:
    with pytest.raises(DocumentError) as failed:
        read_in_process(make(body), b"x", patience=PATIENCE if "wait" in body else 60)

    said = str(failed.value)
    assert said.startswith("the made reader failed on this file (")
    assert why in said
    assert said.endswith(" (do it by hand)")
    assert "\n" not in said


def test_one_that_takes_too_much_memory_is_refused(make: Make) -> None:
    with pytest.raises(DocumentError, match="more memory than any document should"):
        read_in_process(make("bytearray(5 * 2**30)"), b"x")


def test_what_it_refuses_and_what_it_does_not_expect(make: Make) -> None:
    refusal = "from briefing.importing.document import DocumentError\n"
    refusal += "raise DocumentError('no\\x1b[2J text', hint='get it again')"
    with pytest.raises(DocumentError, match=r"^no.{0,2}\[2J text \(get it again\)$"):
        read_in_process(make(refusal), b"x")
    with pytest.raises(ReaderError, match="ZeroDivisionError"):
        read_in_process(make("return 1 / 0"), b"x")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"read": 1, "progress": 2}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_lines_that_are_no_answers(line: bytes) -> None:
    with pytest.raises(NonsenseError):
        answers.answer_of(line)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        [[], [], [], ""],
        [[], [""] * 9, [], ""],
        [[], [""] * 9 + [1], [], ""],
        [[], [""] * 10, [1], ""],
        [[], [""] * 10, [], None],
        [[["text", "prose", ""]], [""] * 10, [], ""],
        [[["text", "verse", "", ""]], [""] * 10, [], ""],
        [[["text", "prose", "", 4]], [""] * 10, [], ""],
    ],
)
def test_values_that_are_nothing_that_was_read(value: object) -> None:
    with pytest.raises(NonsenseError):
        answers.read_of(value)


def test_an_answer_cannot_smuggle_in_what_no_text_holds() -> None:
    blocks = [["a\n\nb \x1b[2J", "prose", "a\nreason", "p.\x1b 4"]]
    (block,) = answers.read_of([blocks, [""] * 10, [], ""]).blocks
    assert block == ("a b [2J", "prose", "a reason", "p. 4")


CRASHING = "import signal\nsignal.raise_signal(signal.SIGSEGV)\n"
HANGING = """\
import os, pathlib, threading
pathlib.Path(os.environ["TOLD"]).write_text(str(os.getpid()))
threading.Event().wait()
"""


def test_a_crash_in_the_library_for_pdfs_is_one_line_and_nothing_is_written(
    library: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake/pypdfium2.py").write_text(CRASHING)
    monkeypatch.syspath_prepend(tmp_path / "fake")
    file, story = tmp_path / "paper.pdf", tmp_path / "story.txt"
    file.write_bytes(b"%PDF-1.7\n")
    story.write_text("A story.\n")

    result = run(file)
    assert result.exit_code == 2
    assert result.stderr.startswith(
        f"briefing: {file}: the PDF reader failed on this file (signal 11"
    )
    assert result.stderr.endswith("(print it to PDF again in another program, and import that)\n")
    assert len(result.stderr.splitlines()) == 1
    assert [path for path in library.rglob("*") if path.is_file()] == []
    # What else was to be imported is.
    assert run(file, story).exit_code == 2
    assert (library / "seeds/story.txt").is_file()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_the_program_ends_the_reader_too(
    library: Path, tmp_path: Path, how: signal.Signals
) -> None:
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake/pypdfium2.py").write_text(HANGING)
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    told = tmp_path / "told"
    path = os.pathsep.join([str(tmp_path / "fake"), *sys.path])
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", "import", str(tmp_path / "paper.pdf")],
        env={**os.environ, "PYTHONPATH": path, "TOLD": str(told)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        _wait_until(lambda: told.is_file() and told.read_text() != "")
        reader = int(told.read_text())
        assert _lives(reader)
        program.send_signal(how)
        _, said = program.communicate()

    assert program.returncode != 0
    assert "Traceback" not in said
    _wait_until(lambda: not _lives(reader))
    assert [each for each in library.rglob("*") if each.is_file()] == []


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(3000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def _lives(process: int) -> bool:
    """Return whether a process runs: one that nobody has taken note of yet has ended, too."""
    try:
        os.kill(process, 0)
        stat = Path(f"/proc/{process}/stat")
        return not stat.is_file() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
