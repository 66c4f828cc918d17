"""Text to words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.search.language.case_folding import fold
from briefing.search.language.chunks import pieces
from briefing.search.language.placed_words import placed_words
from briefing.search.language.words import plain_word, span_of_prefix, tokens, units, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joint Statement", ["joint", "statement"]),
        ("co-operation", ["co", "operation", "cooperation"]),
        ("two-plus-two", ["two", "plus", "two", "twoplustwo"]),
        ("non\u2011proliferation", ["non", "proliferation", "nonproliferation"]),
        ("China's", ["china"]),
        ("China\u2019s", ["china"]),
        ("ministers' words", ["ministers", "words"]),
        ("don\u2019t", ["dont"]),
        ("l\u2019alliance", ["l", "alliance", "lalliance"]),
        ("U.S.", ["us"]),
        ("U.S.\u2013Japan", ["us", "japan"]),
        ("1,000 or 3.5", ["1000", "or", "3.5"]),
        ("Tokyo,Japan", ["tokyo", "japan"]),
        ("F-35", ["f", "35", "f35"]),
        ("R&D", ["r", "d", "rd"]),
        ("Ōkinawa", ["okinawa"]),
        ("O\u0304kinawa", ["okinawa"]),
        ("Straße", ["strasse"]),
        ("Łódź", ["lodz"]),
        ("ＦＵＬＬ", ["full"]),
        ("３．５ or ３.５", ["3.5", "or", "3.5"]),
        ("１，０００", ["1000"]),
        ("１２：３０", ["12:30"]),
        ("Ｕ．Ｓ．", ["us"]),
        ("Ｆ－３５", ["f", "35", "f35"]),
        ("Ｒ＆Ｄ", ["r", "d", "rd"]),
        ("日，米：中．", ["日", "米", "中"]),
        ("tai\u200bwan \u200btai\u2060wan\ufeff", ["taiwan", "taiwan"]),
        ("_emphasis_", ["emphasis"]),
        ("日米", ["日", "日米", "米"]),
        ("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", ["\u05e9\u05dc\u05d5\u05dd"]),
        ("\u0634\u064e\u0631\u0652\u0642", ["\u0634\u0631\u0642"]),
        ("1,250,000 and 1'250'000", ["1250000", "and", "1250000"]),
        ("1.250.000 and 12,50,000", ["1250000", "and", "1250000"]),
        ("1\u202f250\u202f000 and 1\u00a0250", ["1250000", "and", "1250"]),
        ("1 250 000", ["1", "250", "000", "1250000"]),
        ("May 12 300 boats", ["may", "12", "300", "12300", "boats"]),
        ("in 2022 300 boats", ["in", "2022", "300", "boats"]),
        ("1.250.000,50 and 1,250,000.50", ["1250000.50", "and", "1250000.50"]),
        ("12,5 and 12.5", ["12.5", "and", "12.5"]),
        ("1.250", ["1.250", "1250"]),
        ("0.250", ["0.250"]),
        ("$2.5bn, PM2.5", ["2.5bn", "pm2.5"]),
        ("Articles 5,6,7", ["articles", "5", "6", "7"]),
        ("4.12.2023 at 10:30", ["4.12.2023", "at", "10:30"]),
        ("2/3 of 2022\u201323", ["2", "3", "2/3", "of", "2022", "23", "2022-23"]),
        ("3\u00bd", ["3", "1/2"]),
        ("\u0662\u0660\u0662\u0664", ["2024"]),
        ("\uff11\uff0c\uff12\uff10\uff10億円", ["1200", "億", "億円", "円"]),
        ("the U. N. envoy", ["the", "u", "n", "un", "envoy"]),
        ("Köln", ["koln", "koeln"]),
        ("Ko\u0308ln", ["koln", "koeln"]),
        ("Tromsø, Århus", ["tromso", "tromsoe", "arhus", "aarhus"]),
        ("Æther, Weiß", ["aether", "weiss"]),
        ("...", []),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert [token.word for token in tokens(text)] == expected


def test_a_joined_word_stands_at_its_first_part() -> None:
    found = {token.word: token.position for token in tokens("the two-plus talks")}
    assert found == {"the": 0, "two": 1, "plus": 2, "twoplus": 1, "talks": 3}


def test_decomposed_and_composed_kana_are_the_same() -> None:
    assert words("がっ") == words("か\u3099っ")


@pytest.mark.parametrize(
    ("text", "exact"),
    [("2022", True), ("DPRK", True), ("U.S.", True), ("Japan", False), ("dprk", False)],
)
def test_numbers_and_acronyms_are_taken_exactly(text: str, exact: bool) -> None:
    assert [unit.exact for unit in units(text)] == [exact]


def test_units_know_their_place_in_the_query() -> None:
    query = "  China\u2019s two-plus ３．５ １，０００"
    found = [query[unit.start : unit.end] for unit in units(query)]
    assert found == ["China", "two-plus", "３．５", "１，０００"]


def test_the_span_of_a_prefix_counts_folded_letters() -> None:
    text = "in O\u0304kinawa"
    token = tokens(text)[1]
    span = span_of_prefix(text, token, 3)
    assert text[span.start : span.end] == "O\u0304ki"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_tokens_stay_inside_any_text(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.word
    assert words(text) == {token.word for token in tokens(text)}


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.sampled_from("aZ1é日ـ́­_-'"), st.characters()), max_size=4))
def test_a_plain_word_is_the_only_one_of_its_text(text: str) -> None:
    word = plain_word(text)
    assert word is None or [token.word for token in tokens(text)] == [word]


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("(China\u2019s", ["china"]),
        ("5's", ["5"]),
        ("we’d", ["wed"]),
        ("fs/bdev_size", ["fs", "bdev", "size", "=fsbdevsize"]),
        ("__all__", ["all"]),
        ("_", []),
        ("a-b-c-d-e-f", ["a", "b", "c", "d", "e", "f", "=abcdef"]),
        ("a-b-c-d-e-f-g", ["a", "b", "c", "d", "e", "f", "g"]),
        ("1918-1988", ["1918", "1988", "=1918-1988"]),
        ("log4.net", ["log4", "net", "=log4net"]),
        ("javax.swing.u", ["javax", "swing", "u", "=javaxswingu"]),
        ("U.S.", ["us"]),
        ("1.250", ["1.250", "=1250"]),
        ("Köln", ["koln", "=koeln"]),
        ("日米。", ["日", "=日米", "米"]),
        ("か\u3099き", ["が", "=がき", "き"]),
        ("U. N.", ["u", "n", "=un"]),
    ],
)
def test_words_in_the_place_of_the_one_before(piece: str, expected: list[str]) -> None:
    found = [f"={word}" if is_same_place else word for word, is_same_place in placed_words(piece)]
    assert found == expected


_IN_PIECES = st.one_of(
    st.sampled_from("aBsÖé日カが5７_-/.,:'’&@+“” \u00a0\u0301\u3099"), st.characters()
)


@settings(max_examples=300, deadline=None)
@given(st.text(_IN_PIECES, max_size=12))
def test_placed_words_are_the_tokens_of_a_text(text: str) -> None:
    expected, last = [], -1
    for token in tokens(text):
        expected.append((token.word, token.position <= last))
        last = max(last, token.position)
    assert [word for piece in pieces(text) for word in placed_words(piece)] == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
