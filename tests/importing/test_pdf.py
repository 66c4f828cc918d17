"""PDFs: columns, indents, pages, running heads, notes, margins, and what is refused."""

import pytest

from briefing.importing.document import Document, DocumentError
from briefing.importing.formats.pdf.flow import setting_of
from briefing.importing.formats.pdf.layout import lines_of
from briefing.importing.formats.pdf.pages import Fragment
from tests.importing.conftest import furniture, needs, read, story
from tests.importing.papers import HEIGHT, Print, pdf, set_in_columns, written

pytestmark = needs("pypdfium2")

WORDS = (
    "The ministers of water met here on Monday for their second talks with the River Commission",
    "They agreed to share the water in good and bad years alike and to tell each other the level",
    "A hotline between the two ministries opens next year and nobody will be asked to pay for it",
    "There is no other date on the table and no other table in the room said a man who was there",
)
PARAGRAPHS = [
    f"{WORDS[n % 4]}, as was said in part {n}. {WORDS[(n + 1) % 4]} of river {n * 7}."
    f"{' ' + WORDS[(n + 2) % 4] + '.' if n % 3 else ''}"
    for n in range(24)
]


def with_edges(pages: list[list[Print]], first: int = 11) -> list[list[Print]]:
    """Return pages with a running head, and with their numbers at the foot."""
    return [
        [Print(200, 50, "ANNUAL REPORT 2024", 8), *page, Print(290, HEIGHT - 40, str(number), 8)]
        for number, page in enumerate(pages, first)
    ]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("indent", [0, 2], ids=["blank lines", "indents"])
def test_paragraphs_flow_through_columns_and_pages(columns: int, indent: int) -> None:
    pages = with_edges(set_in_columns(PARAGRAPHS, columns, 36, indent=indent))
    document = read(pdf(pages), "paper.pdf")

    assert len(pages) > 1
    assert story(document) == PARAGRAPHS
    assert document.blocks[0].locator == "p. 11"
    assert document.blocks[-1].locator.endswith(str(10 + len(pages)))
    assert "a running head or foot is left out: ANNUAL REPORT …" in document.warnings
    assert "the printed numbers of pages are left out" in document.warnings


def test_a_heading_across_two_columns_and_one_in_bold() -> None:
    pages = set_in_columns(PARAGRAPHS[:8], 2, 30)
    top = min(line.y for line in pages[0])
    page = [
        Print(80, top - 40, "River talks open in Lyon", 16),
        *pages[0],
        Print(310, 600, "What comes next", 9, True),
        Print(310, 625, "Nothing at all.", 9),
    ]
    document = read(pdf([page], info="/Title (Microsoft Word - x.docx) /Author (Ada Voss)",
                        language="en-GB"))  # fmt: skip

    assert furniture(document) == {
        "River talks open in Lyon": "the headline",
        "What comes next": "a heading",
    }
    assert story(document)[:8] == PARAGRAPHS[:8]
    assert document.facts[:3] == ("River talks open in Lyon", "", "Ada Voss")
    assert document.facts.language == "en-GB"


def test_a_footnote_does_not_break_the_paragraph_over_it() -> None:
    text = "The treaty was signed on Monday by all of the ministers who had come, and then the"
    first = [
        Print(50, 700, text),
        Print(50, 711, "ministers left the house by the river without a word about the dam and"),
        Print(50, 760, "1 See the annex of the treaty.", 7),
        Print(50, 769, "2 It was never printed.", 7),
    ]
    body = [Print(50, 100 + 11 * n, f"{WORDS[n % 4]}") for n in range(20)]
    second = [Print(50, 100, "came back a day later, when it was signed again by all of them."),
              *(Print(50, 130 + 11 * n, WORDS[n % 4]) for n in range(20))]  # fmt: skip
    document = read(pdf([[*body, *first], second]))

    joined = [text for text in story(document) if "about the dam and came back" in text]
    assert len(joined) == 1
    assert furniture(document) == {
        "1 See the annex of the treaty.": "a footnote",
        "2 It was never printed.": "a footnote",
    }


def test_a_hearing_with_numbers_in_its_margin() -> None:
    said = [
        ("      CHAIRMAN: The committee will come to"), "order. We have with us Admiral Kessler.",
        "      ADMIRAL KESSLER: Thank you. The read-", "iness of the fleet has improved, and its",
        "readiness is what we came here to speak", "about.",
        "      CHAIRMAN: Is that so?", "      ADMIRAL KESSLER: It is. The ships lie",
        "in port, and none of them is repaired.", "      CHAIRMAN: None?",
    ]  # fmt: skip
    page = [Print(60, 100 + 20 * n, str(n + 1), 10) for n in range(len(said))]
    page += [Print(100 + 6 * (len(t) - len(t.lstrip())), 100 + 20 * n, t.strip(), 10)
             for n, t in enumerate(said)]  # fmt: skip
    document = read(pdf([page]))

    assert story(document) == [
        "CHAIRMAN: The committee will come to order. We have with us Admiral Kessler.",
        "ADMIRAL KESSLER: Thank you. The readiness of the fleet has improved, and its readiness is "
        "what we came here to speak about.",
        "CHAIRMAN: Is that so?",
        "ADMIRAL KESSLER: It is. The ships lie in port, and none of them is repaired.",
        "CHAIRMAN: None?",
    ]
    assert document.facts.kind == "transcript"


def test_what_stands_beside_the_text_does_not_get_into_its_lines() -> None:
    pages = set_in_columns(PARAGRAPHS, 1, 36)
    for number, page in enumerate(pages):
        page += [Print(560, page[1].y, "Talks", 7), Print(560, page[9].y, f"{163 + number}", 7)]
    pages[0].append(Print(5, pages[0][5].y, "Not said", 7))
    document = read(pdf(pages))

    assert len(pages) > 1
    assert story(document) == PARAGRAPHS
    assert set(furniture(document)) <= {"Talks", "163", "164", "Not said"}


def test_a_table_keeps_its_rows() -> None:
    table = [("Year", "Level", "Flow"), ("2021", "3.1", "40"), ("2022", "2.9", "38")]
    page = [*set_in_columns(PARAGRAPHS[:3], 1, 40)[0]]
    page += [Print(60 + 120 * x, 400 + 12 * y, cell)
             for y, row in enumerate(table) for x, cell in enumerate(row)]  # fmt: skip
    document = read(pdf([page]))

    assert document.blocks[-1].text == "Year | Level | Flow\n2021 | 3.1 | 40\n2022 | 2.9 | 38"
    assert document.blocks[-1].kind == "lines"


def test_turned_letters_at_the_edge_are_left_out_and_a_turned_page_is_read() -> None:
    page = set_in_columns(PARAGRAPHS[:4], 1, 40)[0]
    assert (
        story(read(pdf([[*page, Print(30, 700, "Downloaded by a reader", 8, False, True)]])))
        == (PARAGRAPHS[:4])
    )
    turned = [line._replace(x=line.x, y=line.y, turned=True) for line in page]
    assert len(read(pdf([turned])).blocks) > 0


def test_japanese_print_is_read_without_blanks() -> None:
    text = "大臣は月曜日に会談し、河川の水位を毎日公表することで合意した。"
    rows = [text[:15], text[15:]]
    stream = "BT /F1 12 Tf " + "".join(
        f"1 0 0 1 50 {700 - 16 * n} Tm <{row.encode('utf-16-be').hex()}> Tj "
        for n, row in enumerate(rows)
    ) + "ET"  # fmt: skip
    document = read(written([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [6 0 R] >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H "
        b"/DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /DW 1000 /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Japan1) /Supplement 5 >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources "
        b"<< /Font << /F1 3 0 R >> >> >>",
    ]))  # fmt: skip

    assert "".join(story(document)) == text
    assert document.facts.language == "ja"


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as refused:
        read(data, "a.pdf")
    return str(refused.value)


def test_a_scan_says_what_to_do() -> None:
    assert "OCR" in _refused(pdf([[], []]))


def test_a_truncated_an_encrypted_and_an_endless_one_are_refused() -> None:
    whole = pdf(set_in_columns(PARAGRAPHS, 1, 40))
    assert "damaged" in _refused(b"%PDF-1.7\n" + b"x" * 500)
    assert "damaged" in _refused(whole[:200])
    encrypted = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]"
    locked = encrypted.format("00" * 32)
    assert "encrypted" in _refused(written([b"<< /Type /Catalog >>"] * 5, locked))
    assert "2,001 pages" in _refused(pdf([[]] * 2001))


def test_a_part_that_is_cut_off_is_never_silent() -> None:
    whole = pdf(set_in_columns(PARAGRAPHS, 1, 20))
    for size in range(400, len(whole), len(whole) // 12):
        try:
            document: Document | None = read(whole[:size], "a.pdf")
        except DocumentError:
            document = None
        assert document is None or story(document)


def test_columns_are_no_columns_where_one_side_holds_labels() -> None:
    fragments = [Fragment(f"Item {n}", 50, 90, 100 + 12 * n, 10) for n in range(12)]
    fragments += [Fragment(WORDS[n % 4], 120, 500, 100 + 12 * n, 10) for n in range(12)]
    printed = lines_of(fragments)

    assert {line.column for line in printed} == {0}
    assert printed[0].text.startswith("Item 0 The ministers")
    assert setting_of([printed]).distance == 12
