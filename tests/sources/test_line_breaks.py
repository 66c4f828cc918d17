"""Line breaks that carry meaning are told from those that only end a full line."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.sources.line_breaks import full_line, kept_breaks, silent_breaks
from briefing.sources.reading import split_paragraphs

PROSE = (
    "In the face of serious threats the ministers agreed to modernize the alliance at a meeting in"
    " the capital. The talks, last held in January, took place just weeks after the country had"
    " endorsed new documents, which put it on a path to acquiring the ability to strike back should"
    " the need arise, with the purchase of hundreds of missiles that were made elsewhere."
)
RAGGED = """Collinses were come themselves to Lucas Lodge. The reason of this
sudden removal was soon evident. Lady Catherine had been rendered
so exceedingly angry by the contents of her nephew's letter, that
Charlotte, really rejoicing in the match, was anxious to get away till
the storm was blown over."""
VERSE = """From fairest creatures we desire increase,
That thereby beauty's rose might never die,
But as the riper should by time decease,
His tender heir might bear his memory:"""
LONG_VERSE = """I celebrate myself, and sing myself, and what I assume you shall assume,
For every atom belonging to me as good belongs to you, and so it is,
I loafe and invite my soul, I lean and loafe at my ease observing,
My tongue, every atom of my blood, form'd from this soil, this air."""
ADDRESS = "Bundesministerium der Finanzen\nWilhelmstraße 97\n10117 Berlin"
TABS = "Port\t2022\t2023\nAven\t1,200\t1,310\nTotal\t4,125\t4,170"
COLUMNS = "Port        2022    2023\n----------  ------  ------\nAven         1,200   1,310"
MAIL = "> We can live with it provided that the\n> date of 30 June is kept.\n>> And they?"
JAPANESE = (
    "令和６年４月３日、日本国政府は、太平洋における漁業資源の\n保護について、関係国と協議した。"
)
HEAD = 'From: "Desk" <desk@ministry.example>\nTo: analyst@ministry.example\nSubject: quota'
ALL = None


def wrapped(width: int) -> str:
    return textwrap.fill(PROSE, width)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("one line", []),
        (wrapped(60), []),
        (wrapped(72), []),
        (wrapped(100), []),
        (RAGGED, []),
        (RAGGED.upper(), []),
        (textwrap.indent(RAGGED, "    ").strip(), []),
        (JAPANESE, []),
        (VERSE, ALL),
        (LONG_VERSE, ALL),
        (ADDRESS, ALL),
        (TABS, ALL),
        (COLUMNS, ALL),
        (MAIL, ALL),
        (HEAD, ALL),
        ("MODERATOR: Good morning.\nQ: And the 1,200 tonnes?\nA: Not ours.", ALL),
        ("00:00:04,200 --> 00:00:08,900\na very long way since Lisbon and", ALL),
        (f"Dear all,\n{wrapped(70)}", [0]),
        (f"- {wrapped(70)}\n- {wrapped(70)}", [5]),
        (f"1. {wrapped(70)}\n2. {wrapped(70)}", [5]),
        (wrapped(70).replace("\n", "\n- ", 1), []),
        (f"{wrapped(70)}\n   {wrapped(70)}", [5]),
    ],
)
def test_which_breaks_are_kept(raw: str, lines: list[int] | None) -> None:
    ends = [place for place, char in enumerate(raw) if char == "\n"]
    expected = ends if lines is ALL else [ends[n] for n in lines]
    assert list(kept_breaks(raw)) == expected


def test_narrow_prose_is_known_by_the_rest_of_the_document() -> None:
    narrow = textwrap.fill(PROSE, 40)
    assert kept_breaks(narrow) != ()
    assert full_line([narrow, narrow]) in range(36, 41)
    assert kept_breaks(narrow, full_line([narrow, narrow])) == ()


@pytest.mark.parametrize(
    "blocks", [[], ["one line"], [VERSE], [TABS, COLUMNS, MAIL], [ADDRESS, ADDRESS, ADDRESS]]
)
def test_a_document_without_full_lines_says_nothing(blocks: list[str]) -> None:
    assert full_line(blocks) == 0


def test_the_document_decides_for_a_heading_of_two_lines() -> None:
    heading = "A Statement of the Ministers on\nthe Fisheries of the North"
    text = f"{heading}\n\n{wrapped(72)}\n\n{wrapped(72)}\n\n{wrapped(72)}"
    paragraphs = split_paragraphs(text)
    assert paragraphs.breaks(0) == (31,)
    assert [paragraphs.breaks(n) for n in (1, 2, 3)] == [(), (), ()]


@given(st.text(alphabet="ab C.\n\t-1>字", max_size=80), st.integers(0, 90))
@settings(max_examples=200, deadline=None)
def test_what_is_kept_is_a_line_break(raw: str, full: int) -> None:
    kept = kept_breaks(raw, full)
    assert list(kept) == sorted(set(kept))
    assert all(raw[place] == "\n" for place in kept)


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        ("力による\n一方的な", "力による一方的な"),
        ("述べた。 \n 大臣は", "述べた。大臣は"),
        ("「秩序」\n「連携」", "「秩序」「連携」"),
        ("カタカナ\nひらがな\n漢字", "カタカナひらがな漢字"),
        ("約\n１２", "約１２"),
        ("第\n3回", "第\n3回"),
        ("ship\n船", "ship\n船"),
        ("one\ntwo", "one\ntwo"),
        ("한국\n정부", "한국\n정부"),
        ("終わり。\n　次に", "終わり。\n　次に"),
        ("東京 大阪", "東京 大阪"),
    ],
)
def test_lines_of_a_script_without_spaces_are_joined_without_one(raw: str, joined: str) -> None:
    text, shift = raw, 0
    for start, end in silent_breaks(raw):
        text = text[: start - shift] + text[end - shift :]
        shift += end - start
    assert text == joined
