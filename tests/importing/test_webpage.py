"""A saved web page: the story, its breaks, tables and lists, and what the page states."""

import pytest

from briefing.importing.document import DocumentError
from briefing.importing.formats.markup import blocks_of_html
from tests.importing.conftest import furniture, needs, read, story

pytestmark = needs("trafilatura")

PAGE = """\
<!DOCTYPE html>
<!-- saved from url=(0031)https://gazette.example/saved/1 -->
<html lang="en-GB"><head><title>River talks open - Gazette</title>
<meta property="og:title" content="River talks open">
<meta property="og:site_name" content="Gazette"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2021-05-03T10:00:00Z">
<script>var tracked = "<p>never</p>";</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>River talks open</h1><p>By Jane Roe</p>
<p>The ministers of water met on Monday for their <b>second</b> talks, with the
River <a href="/x">Commission</a> as an observer, and agreed on nothing else at all.</p>
<p>Article 5.<br>Austin said that it applies to attacks from space as well as to those at sea, and
that nobody should doubt it.</p>
<figure><img src="q.jpg"><figcaption>Photo: the quay at low water</figcaption></figure>
<blockquote><p>“We share one river.”</p></blockquote>
<h2>What comes next</h2>
<ul><li>First the hotline, which opens in May.</li><li>Then the dam, which does not.</li></ul>
<table><tr><th>Year</th><th>Level</th></tr><tr><td>2021</td><td>3.1</td></tr></table>
<p>They agreed to share the water in good and bad years alike, they said in the evening.</p>
</article><aside>Related coverage <a href="/y">More on rivers</a></aside>
<footer>© Gazette</footer></body></html>
"""


def test_code_within_a_sentence_is_words_of_it_and_code_of_its_own_keeps_its_lines() -> None:
    page = PAGE.replace(
        "<h2>What comes next</h2>",
        "<h2>The <code>open</code> call<a href='#a'>¶</a></h2>"
        "<p>The call <code>open(2)</code>, as <code>read(2)</code> does, returns a number, and the"
        " <code>errno</code> says what went wrong on the way there.</p>"
        "<ul><li><code>EINTR</code> stands for a call that was interrupted.</li></ul>"
        "<pre><code>int fd;\nfd = open(path);\n</code></pre>",
    )
    document = read(page, "page.html")

    assert (
        "The call open(2), as read(2) does, returns a number, and the errno says what went wrong"
        " on the way there." in story(document)
    )
    assert "EINTR stands for a call that was interrupted." in story(document)
    assert "int fd;\nfd = open(path);" in story(document)
    assert furniture(document)["The open call"] == "a heading"


def test_longer_paragraphs_that_the_story_lacks_are_told() -> None:
    lost = "".join(
        f"<p>Box {n} tells at some length what the story itself leaves out, and what a reader of it"
        " may have wanted to know all the same.</p>"
        for n in range(3)
    )
    page = PAGE.replace("<h2>", f"<div class='sidebar' hidden>{lost}</div><h2>")
    document = read(page, "page.html")
    assert not any("Box 1" in text for text in story(document))
    (told,) = [each for each in document.warnings if "longer paragraphs" in each]
    assert told.startswith(
        "3 of 5 longer paragraphs of the page are not in the story, such as 'Box"
    )
    assert not [each for each in read(PAGE, "page.html").warnings if "longer" in each]


def test_a_page_with_examples_is_no_printed_text() -> None:
    example = "<pre>Depends: foo</pre>"
    first, rest = PAGE.split("<p>By Jane Roe</p>")
    page = f"{first}<p>By Jane Roe</p>{example}{rest}".replace("</article>", f"{example}</article>")
    assert "Then the dam, which does not." in story(read(page, "page.html"))


def test_the_story_of_a_page_and_its_facts() -> None:
    document = read(PAGE, "page.html")

    assert story(document) == [
        "The ministers of water met on Monday for their second talks, with the River Commission "
        "as an observer, and agreed on nothing else at all.",
        "Article 5.",
        "Austin said that it applies to attacks from space as well as to those at sea, and that "
        "nobody should doubt it.",
        "“We share one river.”",
        "First the hotline, which opens in May.",
        "Then the dam, which does not.",
        "Year | Level\n2021 | 3.1",
        "They agreed to share the water in good and bad years alike, they said in the evening.",
    ]
    assert furniture(document) == {
        "River talks open": "the headline",
        "By Jane Roe": "the byline",
        "What comes next": "a heading",
    }
    facts = document.facts
    assert facts[:4] == ("River talks open", "Gazette", "Jane Roe", "2021-05-03")
    assert (facts.language, facts.url) == ("en-GB", "https://gazette.example/saved/1")


@pytest.mark.parametrize(
    ("encoding", "lang", "words"),
    [
        ("shift_jis", "ja", "大臣は月曜日に会談し、河川の水位を毎日公表することで合意した。"),
        (
            "windows-1256",
            "ar",
            "اتفق الوزيران على تقاسم المياه في كل السنوات وإن الموعد هو الغد.",
        ),
    ],
)
def test_the_encoding_that_a_page_declares_is_no_guess(
    encoding: str, lang: str, words: str
) -> None:
    paragraphs = "".join(f"<p>{words}({number})</p>" for number in range(6))
    page = (
        f'<html lang="{lang}"><head><meta charset="{encoding}"><title>T</title></head>'
        f"<body><article>{paragraphs}</article></body></html>"
    )
    document = read(page.encode(encoding), "page.html")

    assert [text for text in story(document) if text.startswith(words)]
    assert document.facts.language == lang
    assert not [each for each in document.warnings if "guess" in each]


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><html><body></body></html>",
        "<!doctype html><html><body><script>1</script></body></html>",
        "<!doctype html>" + "<div>" * 20_000,
        "<!doctype html><html><body><p>" + "<b>" * 5_000,
    ],
)
def test_a_page_without_a_story_is_refused(page: str) -> None:
    with pytest.raises(DocumentError):
        read(page, "page.html")


def test_a_layout_table_gives_its_cells_as_paragraphs() -> None:
    long = "A sentence of the story that is long. " * 10
    blocks = blocks_of_html(
        f"<table><tr><td><p>{long}</p><p>Short.</p></td><td>x</td></tr></table>"
    )

    assert [block.text for block in blocks] == [long.strip(), "Short.", "x"]


def test_lines_of_verse_in_html_are_kept() -> None:
    (block,) = blocks_of_html("<p>Two roads diverged,<br>\nand I took <i>one</i>.</p>")
    assert (block.text, block.kind) == ("Two roads diverged,\nand I took one.", "lines")


def test_a_page_that_shows_a_plain_text_is_read_as_one() -> None:
    said = "We share one river and will not build a dam unless both of the sides agree to it, no."
    record = "".join(
        f"    Mr. {name}. {said}\n{said}\n" for name in ("Voss &amp; Co", "Lind", "Hale")
    )
    page = f"<html><title>Hearing</title><body><pre>\n{record}</pre></body></html>"
    document = read(page, "hearing.htm")

    assert story(document) == [
        f"Mr. {name}. {said} {said}" for name in ("Voss & Co", "Lind", "Hale")
    ]
    assert document.facts.title == "Hearing"


def test_the_marks_that_a_browser_shows_around_a_quotation_are_kept() -> None:
    document = read(PAGE.replace("for their <b>second</b> talks", "for <Q cite='/x'>talks</Q>"))
    assert "met on Monday for “talks”, with the" in document.text
    assert blocks_of_html("<p>One <q>of <q>two</q></q>.</p>")[0].text == "One “of “two””."


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ('<meta name="author" content="J. Roe">', "J. Roe"),
        ("<meta content='J. R. O&rsquo;Roe, Jr.' name='author'>", "J. R. O’Roe, Jr."),
        ("<meta name=author content='Jane Roe'>", "Jane Roe"),
    ],
)
def test_the_byline_is_as_the_page_has_it(stated: str, byline: str) -> None:
    page = PAGE.replace('<meta name="author" content="Jane Roe">', stated)
    assert read(page.replace("<p>By Jane Roe</p>", "")).facts.byline == byline


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("<p>Voss said <q>no</q> &ldquo;today&rdquo;.</p>", ["Voss said “no” “today”."]),
        ("<div>Voss said “no”.</div>", ["Voss said “no”."]),
        ("<ul><li>One went.</li><li>Two stayed.</li></ul>", ["One went.", "Two stayed."]),
    ],
)
def test_all_of_a_short_piece_is_taken(page: str, paragraphs: list[str]) -> None:
    document = read(page, "memo.html")
    assert story(document) == paragraphs
    assert document.warnings == ("the page is short, and all that it shows is taken",)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<div><script>load()</script>Please wait.</div>",
        "<nav><a href='/'>Home</a></nav>",
    ],
)
def test_a_page_that_shows_no_story_is_refused(page: str) -> None:
    with pytest.raises(DocumentError, match="no story is found"):
        read(page, "page.html")
