"""Bytes become text, text becomes numbered paragraphs, and no path leaves the library."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Place, SourceError
from briefing.model.source import SourceRecord
from briefing.sources.file_kinds import kind_of_text
from briefing.sources.reading import SIZE_LIMIT, decode, read_source, split_paragraphs
from briefing.text.cleaning import clean_block

SEEDS = Path(__file__).parents[2] / "seeds"
quick = settings(max_examples=150, deadline=None)
BLANKS = " \t\n\r\xa0\u3000\f\u200b\ufeff"
documents = st.text(st.sampled_from("ab.-é日\x1b\x1c\u2029" + BLANKS + "\n\n\n"), max_size=60)


@pytest.mark.parametrize(
    ("data", "language", "text", "encoding"),
    [
        (b"plain", "", "plain", "utf-8"),
        (b"", "", "", "utf-8"),
        ("\ufeffé “x”".encode(), "", "é “x”", "utf-8"),
        ("é “x”".encode(), "", "é “x”", "utf-8"),
        ("\ufeffé日".encode("utf-16-le"), "", "é日", "utf-16-le"),
        ("\ufeffé日".encode("utf-16-be"), "", "é日", "utf-16-be"),
        ("\ufeffé日".encode("utf-32-le"), "", "é日", "utf-32-le"),
        ("\ufeffé日".encode("utf-32-be"), "", "é日", "utf-32-be"),
        ("a joint statement".encode("utf-16-le"), "", "a joint statement", "utf-16-le"),
        ("a joint statement".encode("utf-16-be"), "", "a joint statement", "utf-16-be"),
        ("a joint statement".encode("utf-32-le"), "", "a joint statement", "utf-32-le"),
        ("a joint statement".encode("utf-32-be"), "", "a joint statement", "utf-32-be"),
        ("“café”".encode("cp1252"), "", "“café”", "cp1252"),
        (b"caf\xe9 \x81", "", "café \x81", "latin-1"),
        ("日本は反撃能力を".encode("euc_jp"), "ja", "日本は反撃能力を", "euc_jp"),
        ("日本は反撃能力を".encode("cp932"), "ja-JP", "日本は反撃能力を", "cp932"),
        ("日本は反撃能力を".encode("iso2022_jp"), "ja", "日本は反撃能力を", "iso2022_jp"),
        ("日本は反撃能力を".encode("iso2022_jp"), "JA", "日本は反撃能力を", "iso2022_jp"),
        ("북한 미사일".encode("cp949"), "ko", "북한 미사일", "cp949"),
        ("“é” “ü” –".encode()[:-1], "", "“é” “ü” \ufffd", "utf-8"),
        (b"one\r\ntwo\rthree\nfour", "", "one\ntwo\nthree\nfour", "utf-8"),
    ],
)
def test_decode(data: bytes, language: str, text: str, encoding: str) -> None:
    decoded = decode(data, language)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"a\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="zero bytes"):
        decode(data)


@given(st.text(st.sampled_from("ab\r\n"), max_size=30))
@quick
def test_offsets_lead_back_to_the_files_own_line_endings(raw: str) -> None:
    decoded = decode(raw.encode())
    assert "\r" not in decoded.text
    for offset, char in enumerate(decoded.text):
        there = raw[decoded.raw_offset(offset)]
        assert there == char or (char == "\n" and there == "\r")
    assert decoded.raw_offset(len(decoded.text)) == len(raw)


def test_paragraphs_are_numbered_located_and_trimmed() -> None:
    text = "\n \n First line\nsecond\t\n\xa0\n\u3000\u200b\n\fPhoto shows us\n\n\n  last \ufeff"
    found = [(p.number, p.start, p.line, p.text) for p in split_paragraphs(text)]
    assert found == [
        (1, 4, 3, "First line second"),
        (2, 29, 7, "Photo shows us"),
        (3, 48, 10, "last"),
    ]


@pytest.mark.parametrize("text", ["", " \n\xa0\n\u200b", "\f", "\ufeff"])
def test_nothing_but_blanks_has_no_paragraphs(text: str) -> None:
    assert split_paragraphs(text) == ()


def test_furniture_is_known_by_its_opening_words() -> None:
    text = "Photo shows us\n\n“Photo” day\n\nPhotographers came\n\nRelated coverage:\n\nStory"
    marked = split_paragraphs(text, ["Photo", "Related  coverage", '"Photo"', " "])
    assert [p.furniture for p in marked] == [True, True, False, True, False]


@given(documents)
@quick
def test_paragraphs_hold_all_words_and_correspond_to_the_text(text: str) -> None:
    text = decode(text.encode()).text
    paragraphs = split_paragraphs(text)
    rest = list(text)
    for number, paragraph in enumerate(paragraphs, start=1):
        assert paragraph.number == number
        assert paragraph.text == clean_block(text[paragraph.start : paragraph.end])
        assert paragraph.line == text.count("\n", 0, paragraph.start) + 1
        assert paragraph.text == paragraph.text.strip()
        rest[paragraph.start : paragraph.end] = "\n" * len(paragraph.text)
    assert not "".join(rest).strip(BLANKS + "\x1c\u2029")


@given(documents)
@quick
def test_line_endings_make_no_difference(text: str) -> None:
    text = decode(text.encode()).text
    for ending in ("\r\n", "\r"):
        raw = ("\ufeff" + text.replace("\n", ending)).encode()
        assert split_paragraphs(decode(raw).text) == split_paragraphs(text)


@pytest.mark.parametrize(
    ("file", "count", "opening", "closing"),
    [
        ("000_ae1ad4bda5082fb4.txt", 30, "The top foreign and", "in mind"),
        ("004_1385e5d573d3216b.txt", 23, "date 2022-01-07", "Shri Navaratnam"),
    ],
)
def test_the_real_documents(file: str, count: int, opening: str, closing: str) -> None:
    source = read_source(record(f"seeds/{file}"), SEEDS.parent)
    assert len(source.paragraphs) == count
    assert source.paragraph(1).text.startswith(opening)
    assert source.paragraph(count).text.endswith(closing)
    for paragraph in source.paragraphs:
        assert source.text[paragraph.start : paragraph.end] == paragraph.text


def record(file: str) -> SourceRecord:
    return SourceRecord("report", file, "Kyodo", place=Place("content/reading.yaml", 3, 5))


def refusal(file: str, root: Path, limit: int = SIZE_LIMIT) -> str:
    with pytest.raises(SourceError) as error:
        read_source(record(file), root, limit=limit)
    return str(error.value)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "report.txt").write_bytes(b"One.\r\n\r\nTwo.")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return root


def test_reading_keeps_encoding_and_line_endings(library: Path) -> None:
    source = read_source(record("seeds/report.txt"), library)
    assert [p.text for p in source.paragraphs] == ["One.", "Two."]
    assert (source.encoding, tuple(source.crlf)) == ("utf-8", (4, 5))


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("../secret.txt", "leaves the library"),
        ("seeds/../../secret.txt", "leaves the library"),
        ("/etc/hostname", "leaves the library"),
        ("", "is no path"),
        ("a\0b", "is no path"),
        ("seeds", "is a folder"),
        ("seeds/nothing.txt", "does not exist"),
        ("seeds/" + "x" * 300, "cannot be read"),
    ],
)
def test_refused_paths_say_why_and_where(library: Path, file: str, reason: str) -> None:
    message = refusal(file, library)
    assert message.startswith("content/reading.yaml:3:5: source 'report'")
    assert reason in message


def test_links_may_not_lead_out_of_the_library(library: Path, tmp_path: Path) -> None:
    (library / "out.txt").symlink_to(tmp_path / "secret.txt")
    (library / "in.txt").symlink_to("seeds/report.txt")
    (library / "loop.txt").symlink_to("loop.txt")
    assert "leaves the library through a link" in refusal("out.txt", library)
    assert len(read_source(record("in.txt"), library).paragraphs) == 2
    assert "loop.txt" in refusal("loop.txt", library)


def test_a_library_behind_a_link_is_read(library: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(library)
    assert read_source(record("seeds/report.txt"), tmp_path / "alias").text == "One.\n\nTwo."


def test_what_is_no_document_is_refused(library: Path) -> None:
    (library / "image.png").write_bytes(b"\x89PNG\0\1\2")
    os.mkfifo(library / "pipe")
    assert "is not text" in refusal("image.png", library)
    assert "'pipe' is no plain file" in refusal("pipe", library)
    assert "is too large" in refusal("seeds/report.txt", library, limit=4)


@pytest.mark.parametrize(
    ("data", "language", "encoding", "guessed", "damaged"),
    [
        ("é".encode(), "", "utf-8", False, 0),
        ("\ufeffé".encode("utf-16-le"), "", "utf-16-le", False, 0),
        ("�é".encode(), "", "utf-8", False, 0),
        ("“é” “ü” –".encode()[:-1], "", "utf-8", False, 1),
        ("“café”".encode("cp1252"), "en", "cp1252", True, 0),
        (b"caf\xe9 \x81", "", "latin-1", True, 0),
        ("a joint statement".encode("utf-16-le"), "", "utf-16-le", True, 0),
        ("日本は反撃能力を".encode("cp932"), "ja", "cp932", True, 0),
        ("Мы не подпишем договор".encode("cp1251"), "ru", "cp1251", True, 0),
        ("Мы не подпишем договор".encode("koi8_r"), "ru", "koi8_u", True, 0),
        ("Мы не подпишем договор".encode("cp866"), "ru-RU", "cp866", True, 0),
        ("Ми не підпишемо угоду".encode("cp1251"), "uk", "cp1251", True, 0),
        ("Nie podpiszemy żadnej umowy".encode("cp1250"), "pl", "cp1250", True, 0),
        ("Δεν θα υπογράψουμε".encode("cp1253"), "el", "cp1253", True, 0),
        ("İmzalamayacağız".encode("cp1254"), "tr", "cp1254", True, 0),
        ("لن نوقع الاتفاق".encode("cp1256"), "ar", "cp1256", True, 0),
    ],
)
def test_what_is_sure_of_an_encoding_is_known(
    data: bytes, language: str, encoding: str, guessed: bool, damaged: int
) -> None:
    decoded = decode(data, language)
    assert (decoded.encoding, decoded.guessed, decoded.damaged) == (encoding, guessed, damaged)


def test_a_named_encoding_is_no_guess() -> None:
    decoded = decode("Мы".encode("cp1251"), "en", "cp1251")
    assert (decoded.text, decoded.guessed) == ("Мы", False)
    assert decode("日".encode("utf-16-le") * 9, "ja", "utf-16-le").text == "日" * 9
    assert decode(b"\xfd\xff", "ja", "shift_jis").damaged == 2


def zipped(*names: str, mimetype: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x" * 9)
    return file.getvalue()


HTML = "<p>We</p> <p>will</p><p>not</p>\n<p>sign</p>\n<p>it</p>"


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (b"%PDF-1.4\n%\xe2\xe3\n(We will not sign)", "is a PDF", "pdftotext"),
        (b"\n junk %PDF-1.7", "is a PDF", "pdftotext"),
        (zipped("[Content_Types].xml", "word/document.xml"), "Word document (DOCX)", "plain text"),
        (zipped("xl/workbook.xml"), "an Excel workbook", "plain text"),
        (zipped("ppt/slide.xml"), "a PowerPoint presentation", "plain text"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument", "plain text"),
        (zipped("OEBPS/a.xhtml", mimetype="application/epub+zip"), "an EPUB book", "as UTF-8"),
        (zipped("report.txt"), "a ZIP archive", "unpack it"),
        (b"{\\rtf1\\ansi We will not sign}", "an RTF document", "plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an Office document", "plain text"),
        (gzip.compress(b"We will not sign"), "a gzip archive", "unpack it"),
        (b"BZh91AY&SY", "a bzip2 archive", "unpack it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image", "get its words as text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image", "get its words as text"),
        (b"GIF89a\x01", "a GIF image", "get its words as text"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image", "get its words as text"),
        (b"\0\0\0\x18ftypmp42", "an MP4 film", "get its words as text"),
        (b"x" * 257 + b"ustar\x0000", "a tar archive", "unpack it"),
        (b"<!DOCTYPE html>\n<html><body>We will", "a web page (HTML)", "as plain text"),
        (b"\xef\xbb\xbf  <!-- saved --><!-- twice -->\n<HTML lang=en>", "a web page", "plain text"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC>", "a web page (HTML)", "as plain text"),
        ("\ufeff<html>We".encode("utf-16-le"), "a web page (HTML)", "as plain text"),
        (HTML.encode(), "a web page (HTML)", "as plain text"),
        (b"<?xml version='1.0'?><tt>We</tt>", "an XML file", "as UTF-8"),
        (b"From: a\nContent-Type: multipart/related;\n x", "saved web page (MHTML)", "plain text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_text_is_called_by_its_name(
    library: Path, data: bytes, what: str, remedy: str
) -> None:
    (library / "seeds/report.txt").write_bytes(data)
    said = refusal("seeds/report.txt", library)
    assert what in said
    assert remedy in said
    assert "\n" not in said


@pytest.mark.parametrize(
    "text",
    [
        "<b>Bold</b> words",
        "PK is a street",
        "BM",
        "a <html> tag in words",
        "From: a\nSubject: b\n",
        "",
    ],
)
def test_plain_text_is_never_taken_for_something_else(library: Path, text: str) -> None:
    (library / "seeds/report.txt").write_text(text, "utf-8")
    assert read_source(record("seeds/report.txt"), library).text == text


def test_many_comments_before_words_are_no_trouble() -> None:
    assert kind_of_text("<!-- -->" * 5_000 + "words") is None
