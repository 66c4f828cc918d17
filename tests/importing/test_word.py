"""Word files: which view of tracked changes was taken, notes, tables, boxes, breaks."""

import pytest

from briefing.importing.document import DocumentError
from tests.importing.archives import archive, docx, paragraph
from tests.importing.conftest import furniture, needs, read, story

pytestmark = needs("mammoth")

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
)
CHANGED = (
    '<w:p><w:r><w:t xml:space="preserve">We </w:t></w:r>'
    '<w:ins w:id="1"><w:r><w:t xml:space="preserve">strongly </w:t></w:r></w:ins>'
    '<w:del w:id="2"><w:r><w:delText xml:space="preserve">barely </w:delText></w:r></w:del>'
    '<w:commentRangeStart w:id="5"/><w:r><w:t>oppose it.</w:t></w:r><w:commentRangeEnd w:id="5"/>'
    '<w:r><w:commentReference w:id="5"/></w:r></w:p>'
)


def test_tracked_insertions_are_taken_and_told() -> None:
    comment = '<w:comment w:id="5"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>'
    document = read(docx(CHANGED, comments=comment), "memo.docx")

    assert story(document) == ["We strongly oppose it."]
    assert "tracked changes: the view with 1 insertion accepted and 1 deletion gone" in (
        document.warnings
    )
    assert "1 comment in the margin left out" in document.warnings
    assert "accepted" in document.facts.caution


def test_headings_tables_notes_breaks_and_hyphens() -> None:
    body = (
        paragraph("River talks", "Title")
        + paragraph("Article 5", "H1")
        + "<w:p><w:r><w:t>The treaty</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r>"
        '<w:t xml:space="preserve"> was co</w:t><w:softHyphen/><w:t>operated on.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Two roads,</w:t><w:br/><w:t>one river.</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent>" + paragraph("In a control.") + "</w:sdtContent></w:sdt>"
        "<w:tbl><w:tr><w:tc>" + paragraph("Year") + "</w:tc><w:tc>" + paragraph("Level")
        + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("2021") + "</w:tc><w:tc>" + paragraph("3.1")
        + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    note = '<w:footnote w:id="2">' + paragraph("See the annex.") + "</w:footnote>"
    core = "<dc:title>Microsoft Word - x</dc:title><dc:creator>Ada Voss</dc:creator>"
    document = read(docx(body, styles=STYLES, footnotes=note, core=core), "a.docx")

    assert story(document) == [
        "The treaty¹ was cooperated on.",
        "Two roads,\none river.",
        "In a control.",
        "Year | Level\n2021 | 3.1",
    ]
    assert furniture(document) == {
        "River talks": "the headline",
        "Article 5": "a heading",
        "¹ See the annex.": "a footnote",
    }
    assert document.facts[:3] == ("River talks", "", "Ada Voss")


def test_an_arabic_and_a_japanese_file() -> None:
    for text in ("اتفق الوزيران على تقاسم المياه.", "大臣は合意したと述べた。"):
        assert story(read(docx(paragraph(text)))) == [text]


@pytest.mark.parametrize(
    "data",
    [
        docx("")[:-40],
        docx(""),
        docx("<w:p>"),
        archive({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document/>"}),
        archive({"word/document.xml": "no xml"}),
        archive({"word/document.xml": b"\0" * 5_000_000}),
        archive({"xl/workbook.xml": "<x/>"}),
    ],
)
def test_a_file_that_is_damaged_empty_or_hostile_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read(data, "a.docx")
