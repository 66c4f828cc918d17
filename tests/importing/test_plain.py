"""Plain text and Markdown: paragraphs, hyphens, margins, turns, front matter, encodings."""

import textwrap

import pytest

from briefing.importing.document import DocumentBlock, DocumentError
from tests.importing.conftest import furniture, needs, read, story

PROSE = (
    "The ministers of water met here on Monday for their second talks, with the River Commission "
    "as an observer, and agreed to share the water in good and bad years alike."
)
SECOND = (
    "A hotline between the two ministries opens next year, they said, and the level of the river "
    "will be told every day by both sides. There is no other date on the table today."
)


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize(
    "lay_out",
    [
        lambda width: "\n\n".join(textwrap.fill(each, width) for each in (PROSE, SECOND)),
        lambda width: "\n".join(
            textwrap.fill(each, width, initial_indent="   ") for each in (PROSE, SECOND)
        ),
        lambda width: f"{PROSE}\n{SECOND}\n",
        lambda width: f"{PROSE}\r\n\r\n{SECOND}\r\n",
    ],
    ids=["blank lines", "indents", "a line each", "CRLF"],
)
def test_paragraphs_are_found_however_they_are_laid_out(lay_out, width: int) -> None:  # type: ignore[no-untyped-def]  # a lambda of the list above
    assert story(read(lay_out(width))) == [PROSE, SECOND]


def test_tables_and_verse_keep_their_lines() -> None:
    table = "Year    Level    Flow\n2021    3.1      40\n2022    2.9      38"
    verse = "Two roads diverged,\nand I took one,\nand that was that."
    document = read(f"{textwrap.fill(PROSE, 70)}\n\n{table}\n\n{verse}\n")

    assert [block.kind for block in document.blocks] == ["prose", "lines", "lines"]
    assert [block.text for block in document.blocks[1:]] == [table, verse]


def test_hyphens_at_line_ends_are_joined_only_where_the_document_knows_the_word() -> None:
    text = (
        "The captions came late to all the boats, and nobody knew about any of the cap-\n"
        "tions at all. A counter-strike was ruled out by both of them, and any counter-\n"
        "strike will be told before, as the price of it would be as high as the price-\n"
        "determining factors of this very long paper, which nobody has read so far yet."
    )
    document = read(text)

    assert "of the captions at all" in document.text
    assert "any counter-strike will" in document.text
    assert "the price-\ndetermining factors" in document.text
    assert any("1 hyphen at a line's end" in each for each in document.warnings)


def test_lines_of_japanese_are_joined_without_blanks() -> None:
    text = "大臣は月曜日に会談し、河川の水位を毎日公表することで合意したと述べた。" * 4
    wrapped = "\n".join(textwrap.wrap(text, 40))
    document = read(wrapped)

    assert story(document) == [text]
    assert (document.facts.language, document.language_told_by) == ("ja", "letters")


def test_arabic_is_kept_without_marks_of_direction() -> None:
    document = read("\u200fاتفق الوزيران على تقاسم المياه.\u200f\n\nالموعد الوحيد هو الغد.\n")

    assert story(document) == ["اتفق الوزيران على تقاسم المياه.", "الموعد الوحيد هو الغد."]
    assert document.facts.language == "ar"


HEARING = """\
 1            CHAIRMAN: The committee will come to order. We have
 2   with us this morning Admiral Ruth Kessler, who commands
 3   the ships.
 4            ADMIRAL KESSLER: Thank you. The read-
 5   iness of the fleet has improved, but it has not re-
 6   covered in all of the ports. Its readiness is low.
 7            CHAIRMAN: Is that so?
 8            ADMIRAL KESSLER: It is. 25 ships lie in port, and
 9   none of them is repaired.
"""


def test_a_hearing_loses_its_margin_and_gives_a_turn_a_paragraph() -> None:
    document = read(HEARING)

    assert document.format == "transcript"
    assert story(document) == [
        "CHAIRMAN: The committee will come to order. We have with us this morning Admiral Ruth "
        "Kessler, who commands the ships.",
        "ADMIRAL KESSLER: Thank you. The readiness of the fleet has improved, but it has not re-\n"
        "covered in all of the ports. Its readiness is low.",
        "CHAIRMAN: Is that so?",
        "ADMIRAL KESSLER: It is. 25 ships lie in port, and none of them is repaired.",
    ]
    assert "the numbers of lines in the margin are left out" in document.warnings


def test_a_transcript_with_times_keeps_them_as_locators() -> None:
    text = (
        "[00:00:05] ABEL: We will not\n[00:00:07] CAIN: Sign what?\n"
        "[00:01:10] ABEL (through an interpreter): The treaty.\n[00:01:12] CAIN: Ah.\n"
    )
    document = read(text)

    assert document.blocks[0] == DocumentBlock("ABEL: We will not", "prose", "", "00:00:05")
    assert story(document)[2] == "ABEL (through an interpreter): The treaty."
    assert document.facts.kind == "transcript"


def test_an_article_with_colons_is_no_transcript() -> None:
    text = "Note: this is new.\n\nThe talks: what is known\n\nSource: a paper, and nothing else.\n"
    assert read(text).format == "text"


def test_a_numbered_list_is_no_margin() -> None:
    text = "1 apple was good\n2 pears were bad\n3 plums fell\n"
    assert "3 plums fell" in read(text).text


MARKDOWN = """\
---
title: River talks
author: [Ada Voss, Bo Lind]
date: 3 May 2021
publisher: Gazette
url: https://gazette.example/river
lang: fr
---
# River talks

The **two** _ministers_ met [here](https://x.example/a_(b)) on
Monday; 2 \\* 3 is `six`.

> “We share *one* river.”

- first of it
- second of it

| a | b |
|---|---|
| 1 | 2 |

![The quay](quay.png)
"""


def test_markdown_loses_its_marks_and_gives_its_facts() -> None:
    document = read(MARKDOWN, "talks.md")

    assert story(document) == [
        "The two ministers met here on Monday; 2 * 3 is six.",
        "“We share one river.”",
        "first of it",
        "second of it",
        "| a | b |\n| 1 | 2 |",
    ]
    assert furniture(document) == {"River talks": "the headline", "The quay": "a caption"}
    assert document.facts._asdict() | {} == {
        "title": "River talks", "publisher": "Gazette", "byline": "Ada Voss, Bo Lind",
        "published": "2021-05-03", "retrieved": "", "language": "fr",
        "url": "https://gazette.example/river", "kind": "", "rights": "", "caution": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("東京、2023年1月12日。林外相は「署名しない。」と述べた。", ""),
        ("里昂，2021年5月3日。王毅说：“我们不会签署。”", ""),
        ("Lyon, 3 May 2021. They met again.", ""),
        ('On 3 May 2021 he said "no".', ""),
        ("2023年1月12日（木曜日）", "2023-01-12"),
        ("4. März 2024", "2024-03-04"),
        ("Updated: 3 May 2021. 14:00", "2021-05-03"),
    ],
)
def test_a_story_that_opens_with_its_day_is_no_line_above_it(opening: str, day: str) -> None:
    document = read(f"Title of the talks\n\n{opening}\n\n{PROSE}\n")

    assert document.facts.published == day
    assert story(document) == ([PROSE] if day else [opening, PROSE])


def test_what_stands_above_the_story_is_taken_and_told() -> None:
    document = read(f"River talks\n\nBy Jane Roe\n\nMay 3, 2021\n\n{PROSE}\n")

    facts = document.facts
    assert (facts.title, facts.byline, facts.published) == (
        "River talks",
        "Jane Roe",
        "2021-05-03",
    )
    told = [each for each in document.warnings if "above the story" in each]
    assert [each.partition(" is taken")[0] for each in told] == [
        "the title",
        "the byline",
        "the day",
    ]
    assert story(document) == [PROSE]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_a_marked_encoding_is_no_guess(encoding: str) -> None:
    document = read("Réunion à Lyon, déjà décidée.\n".encode(encoding))

    assert "Réunion à Lyon" in document.text
    assert document.warnings == ()


@needs("charset_normalizer")
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министры договорились сообщать об уровне воды в реке каждый день. " * 4),
        ("shift_jis", "大臣は月曜日に会談し、河川の水位を毎日公表することで合意した。" * 4),
        ("cp1252", "Les ministres se sont réunis à Lyon et ont décidé d’être présents. " * 4),
    ],
)
def test_a_guessed_encoding_is_told(encoding: str, text: str) -> None:
    document = read(text.encode(encoding))

    assert story(document) == [text.strip()]
    assert any("the encoding is a guess" in each for each in document.warnings)
    assert "guess" in document.facts.caution


def test_control_characters_are_left_out_and_told() -> None:
    document = read("A \x1b]0;title\x07 word and no more than that.\n")

    assert "\x1b" not in document.text
    assert "control characters are left out" in document.warnings


@pytest.mark.parametrize("data", [b"", b" \n\n ", b"\0" * 3000, bytes(range(256)) * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read(data)


@pytest.mark.parametrize(
    "stamp", ["[00:{:02}:05] ", "00:{:02}:05 - ", "00:{:02}:05\t", "({:02}:05) "]
)
def test_lines_with_times_are_joined_to_sentences(stamp: str) -> None:
    said = ["We share one", "river and will", "not build a dam.", "LIND: So be it."]
    minutes = (1, 1, 1, 2)
    lines = (stamp.format(minute) + words for minute, words in zip(minutes, said, strict=True))
    document = read("\n".join(lines))

    assert [block.text for block in document.blocks] == [
        "We share one river and will not build a dam.",
        "LIND: So be it.",
    ]
    assert document.blocks[1].locator.endswith("02:05")
