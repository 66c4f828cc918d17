"""Cleaning keeps every offset, folding leads back to whole graphemes."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.core import Span
from briefing.text.cleaning import clean, clean_block
from briefing.text.folding import fold, is_word_edge

TRICKY = (
    "a1e\u0301\u0327 \xa0\u3000\t\n\r-–—\"“”'’«\xad\u200b\u200d\u200f\ufeff½²ﬁＡｶﾞが日本ㄱㅏ한é"
    "🇯🇵👩🔬.…¨゛\ud800\x1b\ufffd"
)
texts = st.text(st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=40)
quick = settings(max_examples=150, deadline=None)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("a\tb\nc\rd\x7f", "a␉b␊c␍d␡"),
        ("\x85\x9b\u2028\u2029", "\ufffd" * 4),
        ("\u202ereversed\u202c", "\ufffdreversed\ufffd"),
        ("\u2066a\u2069\u200e\u200f\u061c", "\ufffda\ufffd\ufffd\ufffd\ufffd"),
        ("zero\u200bwidth\u2060\ufeff", "zero\u034fwidth\u034f\u034f"),
        ("\ufff9\U000e0041\ud800\uffff", "\ufffd" * 4),
        ("می\u200cخواهم 👩\u200d🔬", "می\u200cخواهم 👩\u200d🔬"),
        ("no\xa0break soft\xadhyphen", "no\xa0break soft\xadhyphen"),
    ],
)
def test_clean_shows_what_a_terminal_could_obey(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_clean_block_makes_layout_spaces() -> None:
    assert clean_block("a\tb\r\nc\fd\u2029e\x1b") == "a b  c d e␛"
    assert clean_block("a\xa0b") == "a\xa0b"
    assert clean_block("a\xa0b\tc\xa0\x1b") == "a\xa0b c\xa0␛"


@given(texts)
@quick
def test_cleaning_keeps_offsets_and_is_done_at_once(text: str) -> None:
    for cleaned in (clean(text), clean_block(text)):
        assert len(cleaned) == len(text)
        assert clean(cleaned) == cleaned
        assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in cleaned)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("“Japan’s” «plan» ‘x’ „y‟ 5′ 3″", '"Japan\'s" "plan" \'x\' "y" 5\' 3"'),
        ("self‐defense self‑defense a–b—c−d --- e", "self-defense self-defense a-b-c-d - e"),
        ("a \xa0\u3000\n\t b", "a b"),
        ("counter\xadstrike\u200b\ufeff \u200eok", "counterstrike ok"),
        ("e\u0301e\u200b\u0301", "éé"),
        ("x\u0302", "x\u0302"),
        ("\u1112\u1161\u11ab ㄱㅏ ｶﾞ", "한 가 ガ"),
        ("ﬁne Ｇ－７ ２０２３年", "fine G-7 2023年"),
        ("10² 2½ ①", "10² 2½ ①"),
        ("｢反撃｣ 「反撃」", '"反撃" "反撃"'),
        ("反撃 能力\nを持つ", "反撃能力を持つ"),
        ("\x1b\u202e", "␛"),
        ("Case IS kept", "Case IS kept"),
    ],
)
def test_fold_makes_typography_equal(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@pytest.mark.parametrize(
    ("raw", "words", "original"),
    [
        ("the ﬁnal  word", "final word", "ﬁnal  word"),
        ("a ﬁ", "i", "ﬁ"),
        ("ein cafe\u0301 da", "café", "cafe\u0301"),
        ("x\u0302y", "x", "x\u0302"),
        ("go 👩\u200d🔬!", "👩", "👩\u200d🔬"),
        ("🇺🇸🇯🇵", "🇯", "🇯🇵"),
        ("soft\xadhyphen\xad.", "softhyphen", "soft\xadhyphen"),
        ("ｶﾞｽ", "ガ", "ｶﾞ"),
    ],
)
def test_original_is_whole_graphemes(raw: str, words: str, original: str) -> None:
    folded = fold(raw)
    start = folded.text.index(words)
    span = folded.original(start, start + len(words))
    assert raw[span.start : span.end] == original


def test_original_of_nothing_is_empty() -> None:
    assert fold("a–b").original(1, 1) == Span(1, 1)
    assert fold("").original(0, 0) == Span(0, 0)


@given(texts)
@quick
def test_folding_is_done_at_once(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


@given(texts)
@quick
def test_folding_does_not_see_cleaning_of_a_block(text: str) -> None:
    shown = clean_block(text)
    invisible = shown.count("\ufffd") - text.count("\ufffd")
    if not invisible:
        assert fold(shown).text == fold(text).text


@given(texts, st.data())
@quick
def test_offsets_rise_and_lead_back_into_the_text(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    offsets = list(folded.offsets)
    assert len(offsets) == len(folded.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.original(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if start < end:
        assert folded.text[start:end] in fold(text[span.start : span.end]).text
        assert not unicodedata.category((text + " ")[span.end]).startswith("M")


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("counter|strike", False),
        ("two |plus", True),
        ("two-|plus", True),
        ("3|.2", False),
        ("3.|2", False),
        ("1|,000", False),
        ("11|:30", False),
        ("in 2022|.", True),
        ("2022|年", True),
        ("日|本", True),
        ("20|22年", False),
        ("x|\u0302", False),
        ("می|\u200cخواهم", False),
        ("|word", True),
        ("word|", True),
    ],
)
def test_word_edges(text: str, edge: bool) -> None:
    index = text.index("|")
    assert is_word_edge(text.replace("|", ""), index) is edge
