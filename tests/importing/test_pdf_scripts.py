"""PDFs read from the right, and PDFs whose lines run downwards."""

import textwrap
from collections.abc import Sequence

import pytest

from briefing.importing.formats.pdf.right_to_left import Placed, as_read
from tests.importing.conftest import furniture, needs, read, story
from tests.importing.papers import written
from tests.importing.scripts import Sign, as_shown, downwards, pdf_of_signs

pytestmark = needs("pypdfium2")

ARABIC = (
    "اتفق الوزيران اليوم على تقاسم المياه في كل السنوات الجيدة والسيئة بعد محادثات طويلة في ليون",
    "وقال وزير المياه إن الموعد القادم هو الخامس من مارس 2021 وإن الخط الساخن سيفتح قريبا للجميع",
    "ولم يذكر أي من الطرفين موعدا آخر ولا طاولة أخرى في القاعة كما قال رجل كان هناك طوال النهار",
)
PARAGRAPHS = [
    f"{ARABIC[n % 3]} رقم {n + 3}. {ARABIC[(n + 1) % 3]} (عند) النهر {n * 7 + 10}."
    for n in range(12)
]
TALKS = [
    "大臣は月曜日に会談し、河川の水位を毎日公表することで合意した。次の会談は五月に開かれる。",
    "ダムの建設については、双方が同意しない限り行わないと述べた。記者は何も聞かなかった。",
    "会議は夕方に終わり、代表団は列車で帰国した。共同声明は出されなかった。",
]


def from_the_right(paragraphs: Sequence[str], columns: int, indent: int) -> list[list[Sign]]:
    """Return pages of Arabic that flows through columns, the first of them at the right."""
    size, gap, rows = 10, 20, 30
    width = (495 - gap * (columns - 1)) / columns
    lines: list[str] = []
    for paragraph in paragraphs:
        wrapped = textwrap.wrap(paragraph, int(width / 5), initial_indent=" " * indent)
        lines += wrapped if indent or not lines else ["", *wrapped]
    pages: list[list[Sign]] = []
    for number, line in enumerate(lines):
        page, column, row = number // (columns * rows), number // rows % columns, number % rows
        if page == len(pages):
            pages.append([])
        words = line.strip()
        right = 545 - column * (width + gap) - 5 * (len(line) - len(line.lstrip()))
        if words:
            place = right - 5 * len(words), 100 + 12 * row
            pages[page].append(Sign(*place, as_shown(words), size))
    return pages


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("indent", [0, 3], ids=["blank lines", "indents"])
def test_arabic_flows_from_the_right(columns: int, indent: int) -> None:
    document = read(pdf_of_signs(from_the_right(PARAGRAPHS, columns, indent)), "paper.pdf")
    assert story(document) == PARAGRAPHS
    assert document.facts.language == "ar"


@pytest.mark.parametrize("blanks", [True, False], ids=["with blanks", "without"])
def test_arabic_set_letter_by_letter_is_read_alike(blanks: bool) -> None:
    signs = []
    for number, line in enumerate(textwrap.wrap(PARAGRAPHS[0], 80)):
        shown = as_shown(line)
        signs += [
            Sign(545 - 5 * len(shown) + 5 * place, 100 + 12 * number, sign)
            for place, sign in enumerate(shown)
            if blanks or sign != " "
        ]
    assert story(read(pdf_of_signs([signs]), "a.pdf")) == [PARAGRAPHS[0]]


@pytest.mark.parametrize(
    ("read_as", "shown"),
    [
        ("عند 10.", ".10 دنع"),
        ("في IBM Corp هنا", "انه IBM Corp يف"),
        ("عام 2021-2022 كان", "ناك 2022-2021 ماع"),
        ("نسبة 50% فقط", "طقف %50 ةبسن"),
        ("من 3.5 إلى 12:30", "12:30 ىلإ 3.5 نم"),
        ("قال (نعم) أمس", "سمأ (معن) لاق"),
        ("شركة (IBM) هنا", "انه (IBM) ةكرش"),
        ("طائرة F-16 هنا", "انه F-16 ةرئاط"),
        ("في ٢٠٢١ و٣٫٥", "٣٫٥و ٢٠٢١ يف"),
        ("נאם 50% או 2021-2022", "2021-2022 וא 50% םאנ"),
        ("كلمة) ثم (أخرى", "ىرخأ( مث )ةملك"),
    ],
)
def test_a_line_is_read_as_it_was_written(read_as: str, shown: str) -> None:
    words: list[list[Placed]] = [[]]
    for place, sign in enumerate(shown):
        if sign == " ":
            words.append([])
        else:
            words[-1].append(Placed(sign, place, place + 1))
    assert as_read(words) == read_as
    assert as_read([word[::-1] for word in words[::-1]]) == read_as


def test_a_mark_stays_with_its_letter() -> None:
    letters = [Placed("ب", 10, 15), Placed("َ", 9, 9), Placed("ن", 5, 10)]
    assert as_read([letters]) == "بَن"


def lines_of(paragraphs: Sequence[str], letters: int) -> list[str]:
    """Return lines of so many letters, the first of a paragraph one letter in."""
    return [
        f"　{paragraph}"[at : at + letters]
        for paragraph in paragraphs
        for at in range(0, len(paragraph) + 1, letters)
    ]


def test_lines_that_run_downwards_are_read_from_the_right() -> None:
    document = read(pdf_of_signs([downwards(lines_of(TALKS, 20))]), "a.pdf")
    assert story(document) == TALKS
    assert "1 page with lines that run downwards: look at their order" in document.warnings
    assert document.facts.language == "ja"


def test_a_font_for_such_lines_is_read_alike() -> None:
    stream = "BT /F1 12 Tf " + "".join(
        f"1 0 0 1 {500 - 20 * n} 742 Tm <{line.encode('utf-16-be').hex()}> Tj\n"
        for n, line in enumerate(lines_of(TALKS, 20))
    ) + "ET"  # fmt: skip
    document = read(written([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [6 0 R] >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-V "
        b"/DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /DW 1000 /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Japan1) /Supplement 5 >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources "
        b"<< /Font << /F1 3 0 R >> >> >>",
    ]))  # fmt: skip
    assert story(document) == TALKS


def test_two_tiers_of_such_lines_are_read_the_upper_one_first() -> None:
    lines = lines_of(TALKS * 2, 18)
    half = (len(lines) + 1) // 2
    page = downwards(lines[:half], top=80) + downwards(lines[half:], top=326)
    assert story(read(pdf_of_signs([page]), "a.pdf")) == TALKS * 2


def test_heads_numbers_and_readings_beside_such_lines_are_left_out_and_told() -> None:
    page = downwards(lines_of(TALKS, 20))
    page += [Sign(50 + 12 * n, 40, sign) for n, sign in enumerate("年報二〇二四年版")]
    page += [Sign(290, 810, "1", 9), Sign(295, 810, "2", 9)]
    page += [Sign(513, 112 + 6 * n, sign, 6) for n, sign in enumerate("だいじん")]
    document = read(pdf_of_signs([page]), "a.pdf")

    assert story(document) == TALKS
    assert furniture(document) == {}
    left_out = "14 letters across such lines, or beside them as readings, are left out"
    assert left_out in document.warnings


def test_a_number_upright_in_such_a_line_and_words_on_their_side() -> None:
    said = "会談は12月に開かれ、IBM Corpの代表も出た。"
    page, y = downwards(lines_of(TALKS, 20), right=460), 100.0
    for part in ("会談は", "12", "月に開かれ、", "IBM Corp", "の代表も出た。"):
        if part == "12":
            page += [Sign(500, y, "1", 12), Sign(506, y, "2", 12)]
            y += 12
        elif part == "IBM Corp":
            page.append(Sign(503, y - 10, part, 12, turned=True))
            y += 48
        else:
            page += [Sign(500, y + 12 * row, sign, 12) for row, sign in enumerate(part)]
            y += 12 * len(part)
    assert story(read(pdf_of_signs([page]), "a.pdf")) == [said, *TALKS]


def test_lines_that_run_across_stay_so() -> None:
    lines = lines_of(TALKS, 30)
    page = [
        Sign(50 + 12 * place, 100 + 14 * row, sign, 12)
        for row, line in enumerate(lines)
        for place, sign in enumerate(line)
        if sign != "　"
    ]
    document = read(pdf_of_signs([page]), "a.pdf")
    assert "".join(story(document)) == "".join(TALKS)
    assert not [each for each in document.warnings if "downwards" in each]
