"""Files that are broken, too large or meant to do harm: one line, exit 2, nothing half-written."""

import io
import os
import zipfile
from pathlib import Path
from random import Random

import pytest

from briefing.cli.streams.standard_input import read_standard_input
from briefing.importing import limits
from briefing.importing.document import DocumentError
from tests.importing.archives import archive, docx, epub, paragraph
from tests.importing.conftest import Run, needs, read
from tests.importing.papers import Print, pdf
from tests.importing.test_captions import VTT
from tests.importing.test_mail_and_epub import message
from tests.importing.test_webpage import PAGE

BOMB = archive({"word/document.xml": b" " * 40_000_000})
SAMPLES = {
    "a.docx": docx(paragraph("The ministers met and agreed on nothing.") * 4),
    "a.epub": epub({"one.xhtml": "<p>The ministers met and agreed on nothing.</p>"}),
    "a.pdf": pdf([[Print(50, 100 + 11 * n, "The ministers met on Monday.") for n in range(9)]]),
    "a.html": PAGE.encode(),
    "a.vtt": VTT.encode(),
    "a.eml": message().as_bytes(),
    "a.md": b"---\ntitle: T\n---\n# T\n\nThe ministers met and agreed on nothing.\n",
    "a.txt": "Réunion à Lyon.\n\nVOSS: No.\n\nLIND: Yes.\n\nVOSS: No.\n".encode("cp1252"),
}
REFUSED = {
    "bomb.docx": BOMB,
    "lies.docx": BOMB.replace((40_000_000).to_bytes(4, "little"), (400).to_bytes(4, "little")),
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "zeros.txt": b"\0" * 70_000,
    "noise.bin": Random(7).randbytes(50_000),
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"\0" * 900,
    "program": b"\x7fELF" + b"\0" * 900,
    "film.mp4": b"\0\0\0\x18ftypmp42" + b"\0" * 90,
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900,
    "sheet.xlsx": archive({"xl/workbook.xml": "<x/>"}),
    "odt.odt": archive({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED),
    "many.zip": archive({f"{n}": "" for n in range(10_001)}),
    "data.xml": b"<?xml version='1.0'?><a><b/></a>",
    "laughs.docx": archive({
        "word/document.xml": '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
    }),
    "cut.docx": SAMPLES["a.docx"][:300],
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_imported_is_one_line_and_nothing_is_written(
    library: Path, run: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(REFUSED[name])
    result = run(file)

    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"briefing: {file}: ")
    assert [path for path in library.rglob("*") if path.is_file()] == []


def test_files_are_measured_before_they_are_read(library: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as large:
        large.truncate(100 * 2**20)
    result = run(file)

    assert "too large: 100 MiB, and 64 MiB are read" in result.stderr
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "no plain file" in run(pipe).stderr
    assert limits.read_stream(io.BytesIO(b"x" * 1000), 1000) == b"x" * 1000
    with pytest.raises(DocumentError, match="too large: larger, and"):
        limits.read_stream(io.BytesIO(b"x" * 1001), 1000)


@pytest.mark.parametrize(("length", "fits"), [(999, True), (1000, True), (1001, False)])
def test_no_more_is_read_of_standard_input_than_is_allowed(
    monkeypatch: pytest.MonkeyPatch, length: int, fits: bool
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * length)))
    if fits:
        assert read_standard_input(1000) == b"x" * length
    else:
        with pytest.raises(DocumentError, match="too large"):
            read_standard_input(1000)


def test_a_title_cannot_steer_the_terminal_or_the_index(
    library: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "a\x1b[2Jb.md"
    file.write_text(
        '---\ntitle: "x\\e]0;owned\\a: # y\\n- z"\npublisher: "\\u202Eevil"\nurl: javascript:x\n'
        "date: 2021-02-30\nlang: '../..'\n---\nWords of it.\n"
    )
    result = run(file)

    assert result.exit_code == 0
    assert "\x1b" not in result.output
    index = (library / "content/sources.yaml").read_text()
    assert "\x1b" not in index
    assert "\u202e" not in index
    assert "javascript" not in index
    assert run(file).exit_code == 0


def test_anchors_in_front_matter_do_not_multiply() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    )
    document = read(f"---\n{bomb}title: *m\n---\nWords of it.\n")
    assert document.facts.title == ""


SHARE = 12
"""Damaged files of each format; the seeds are the same in every run."""


@needs("trafilatura")
@needs("pypdfium2")
@needs("mammoth")
@needs("webvtt")
@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_are_read_or_refused_and_nothing_else(name: str) -> None:
    random = Random(name)
    for _ in range(SHARE):
        data = bytearray(SAMPLES[name])
        for _ in range(random.randint(1, 12)):
            if len(data) < 80:
                break
            match random.randrange(3):
                case 0:
                    data[random.randrange(len(data))] = random.randrange(256)
                case 1:
                    start = random.randrange(len(data))
                    del data[start : start + random.randint(1, 40)]
                case _:
                    start = random.randrange(len(data))
                    data[start:start] = data[: random.randint(1, 60)]
        try:
            document = read(bytes(data), name)
        except DocumentError:
            continue
        assert document.text.strip()
        assert document.text == document.text.replace("\r", "").replace("\0", "")


def test_long_lines_and_deep_nesting_take_no_time() -> None:
    for text in (
        "a" * 2_000_000,
        "**" * 200_000,
        "[" * 50_000 + "]" * 50_000,
        "(" * 50_000,
        "> " * 50_000 + "x",
        "-\n" * 100_000,
        "A: b\n" * 20_000,
        "<a " * 50_000,
        "`" * 100_000 + "x",
        "_a_ " * 50_000,
    ):
        for name in ("a.txt", "a.md"):
            try:
                read(text, name)
            except DocumentError:
                continue
