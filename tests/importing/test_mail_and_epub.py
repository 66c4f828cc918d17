"""Messages, pages saved as messages, and books."""

from email.message import EmailMessage

import pytest

from briefing.importing.document import DocumentError
from tests.importing.archives import archive, epub
from tests.importing.conftest import furniture, needs, read, story
from tests.importing.test_webpage import PAGE

BODY = """\
Dear all,

the ministers of water met here on Monday for their second talks, and they agreed on
nothing at all.

On Monday, Bo Lind wrote:
> What have they agreed on, and will they meet
> again?

They will.
--\x20
Ada Voss
Ministry of Water
"""


def message(body: str = BODY, charset: str = "utf-8") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ada Voß <ada@river.example>"
    made["To"] = "press@river.example"
    made["Subject"] = "River talks: réunion"
    made["Date"] = "Mon, 03 May 2021 23:30:00 +0900"
    made.set_content(body, charset=charset)
    return made


def test_a_message_with_what_it_quotes_and_its_signature() -> None:
    mail = message()
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="statement.pdf")
    document = read(mail.as_bytes(), "message")

    assert story(document) == [
        "Dear all,",
        "the ministers of water met here on Monday for their second talks, and they agreed on "
        "nothing at all.",
        "They will.",
    ]
    assert furniture(document) == {
        "On Monday, Bo Lind wrote:": "quoted from an earlier message",
        "What have they agreed on, and will they meet again?": "quoted from an earlier message",
        "Ada Voss Ministry of Water": "a signature",
    }
    facts = document.facts
    assert (facts.title, facts.byline, facts.published, facts.kind) == (
        "River talks: réunion",
        "Ada Voß",
        "2021-05-03",
        "e-mail",
    )
    assert "attachments left out: 1 (statement.pdf)" in document.warnings


@pytest.mark.parametrize("charset", ["iso-2022-jp", "shift_jis", "utf-8"])
def test_a_japanese_message(charset: str) -> None:
    words = "大臣は月曜日に会談し、河川の水位を毎日公表することで合意した。"
    assert story(read(message(f"{words}\n", charset).as_bytes())) == [words]


def test_a_message_in_html_needs_no_extra() -> None:
    mail = message("x")
    mail.set_content("<html lang=fr><p>Bonjour.<p>Au revoir.</html>", subtype="html")

    assert story(read(mail.as_bytes())) == ["Bonjour.", "Au revoir."]
    assert read(mail.as_bytes()).facts.language == "fr"


@needs("trafilatura")
def test_a_page_saved_as_a_message_is_a_page() -> None:
    mail = EmailMessage()
    mail["From"] = "<Saved by a browser>"
    mail["Snapshot-Content-Location"] = "https://gazette.example/river"
    mail["Date"] = "Tue, 04 May 2021 08:00:00 +0000"
    mail["MIME-Version"] = "1.0"
    mail.set_content(PAGE.replace("saved from", "was saved from"), subtype="html")
    mail.make_related()
    document = read(mail.as_bytes(), "page.mhtml")

    assert document.format == "web page"
    assert "“We share one river.”" in story(document)
    assert document.facts.url == "https://gazette.example/river"
    assert document.facts.retrieved == "2021-05-04"


def test_a_mailbox_is_refused() -> None:
    one = b"From ada@river.example Mon May  3 2021\n" + message().as_bytes()
    with pytest.raises(DocumentError, match="mailbox of 2 messages"):
        read(one + b"\n" + one, "box.eml")


def test_a_book_in_reading_order() -> None:
    document = read(
        epub({
            "two.xhtml": "<h1>Two</h1><p>First in order.</p>",
            "cover.xhtml": "<img src='c.jpg'/>",
            "one.xhtml": "<p>Then a verse<br/>of two lines.</p><p>日本語の段落。</p>",
        })
    )  # fmt: skip

    assert [(block.locator, block.text) for block in document.blocks] == [
        ("part 1", "Two"),
        ("part 1", "First in order."),
        ("part 2", "Then a verse\nof two lines."),
        ("part 2", "日本語の段落。"),
    ]
    assert document.facts[:6] == ("A Book", "Quay Press", "Ada Voss", "2021-05-03", "", "en")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (epub({})[:200], "damaged"),
        (epub({"a.xhtml": ""}), "no text"),
        (epub({"../../../etc/passwd": "<p>x</p>"}), "missing"),
        (archive({"mimetype": "application/epub+zip", "META-INF/container.xml": "<c/>"}), "say"),
        (
            archive({"mimetype": "application/epub+zip",
                     "META-INF/container.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}),
            "entities",
        ),
    ],
    ids=["cut short", "empty", "missing", "says no book", "entities"],
)  # fmt: skip
def test_a_book_that_is_damaged_or_hostile_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        read(data, "a.epub")
