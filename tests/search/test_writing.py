"""One thing written in several ways is found by each of them, and by nothing that is another."""

import pytest

from briefing.search.engine import SearchEngine
from briefing.search.index.kernel import Kernel
from briefing.search.index.numpy_kernel import NumpyKernel
from briefing.search.index.plain_kernel import PlainKernel
from tests.search.helpers import engine, found, lit, quote

JETS = "The F-35A jet and the MiG-29s flew."
SUMMIT = "The G20 met, and the G-7 did not."
SHARES = "The fund holds 2/3 of the sum, at 10:30, in 2022\u201323."
BOATS = "In the 1990s the 12th round named 1,200 boats and $2.5bn."
ENVOY = "The U. N. envoy spoke."
COUNCIL = "The UN council spoke."
CITIES = "Büros in Köln und Düsseldorf, Tromsø und Århus."
TEXTS = (JETS, SUMMIT, SHARES, BOATS, ENVOY, COUNCIL, CITIES)
MILLION = "cost 1250000 francs"


@pytest.mark.parametrize(
    ("query", "text", "matched"),
    [
        ("f35", JETS, ["F-35A"]),
        ("F-35", JETS, ["F-35"]),
        ("f 35", JETS, ["F-35"]),
        ("f35 flew", JETS, ["F-35A", "flew"]),
        ("mig29 flew", JETS, ["MiG-29s", "flew"]),
        ("MiG 29", JETS, ["MiG-29"]),
        ("G 20", SUMMIT, ["G20", "G"]),
        ("g-20", SUMMIT, ["G20"]),
        ("g7 met", SUMMIT, ["met", "G-7"]),
        ("2/3", SHARES, ["2/3"]),
        ("2022-23", SHARES, ["2022\u201323"]),
        ("2022/23 ", SHARES, ["2022", "23"]),
        ("10:30", SHARES, ["10:30"]),
        ("1990", BOATS, ["1990"]),
        ("1990 round", BOATS, ["1990s", "round"]),
        ("12 round", BOATS, ["12th", "round"]),
        ("1 200 boats", BOATS, ["1,200", "boats"]),
        ("1200 ", BOATS, ["1,200"]),
        ("2,5bn", BOATS, ["2.5bn"]),
        ("U. N.", ENVOY, ["U. N"]),
        ("köln", CITIES, ["Köln"]),
        ("koln", CITIES, ["Köln"]),
        ("koeln", CITIES, ["Köln"]),
        ("tromsoe aarhus", CITIES, ["Tromsø", "Århus"]),
        ("koel", CITIES, ["Köln"]),
    ],
)
def test_the_writing_is_no_obstacle(query: str, text: str, matched: list[str]) -> None:
    results = engine(*TEXTS).search(query)
    assert results.hits[0].entry.text == text
    assert lit(results.hits[0]) == matched
    assert not results.corrected


@pytest.mark.parametrize("query", ["1030", "202223", "1.5m", "25bn ", "120 ", "3/2"])
def test_other_numbers_are_not_found(query: str) -> None:
    results = engine(*TEXTS).search(query)
    assert (results.hits, dict(results.corrected)) == ((), {})


@pytest.mark.parametrize("query", ["UN", "un", "u.n.", "U. N."])
def test_an_acronym_is_found_with_points_and_blanks(query: str) -> None:
    assert set(found(TEXTS, query)[:2]) == {ENVOY, COUNCIL}


@pytest.mark.parametrize(
    "written",
    [
        "1250000", "1,250,000", "1'250'000", "1\u2019250\u2019000", "1.250.000", "12,50,000",
        "1 250 000", "1\u00a0250\u00a0000", "1\u202f250\u202f000", "1\u2009250\u2009000",
        "\uff11,\uff12\uff15\uff10,\uff10\uff10\uff10",
    ],
)  # fmt: skip
def test_a_number_is_one_however_its_digits_are_grouped(written: str) -> None:
    text = f"cost {written} francs"
    for query in ("1250000 ", f"{written} ", '"1250000 francs"', f'"cost {written} francs"'):
        assert found((text, "no cost"), query)[:1] == [text], query
        assert found((MILLION, "no cost"), f'"{written} francs"') == [MILLION]
    assert found((text, "it cost less"), "cost -1250000") == ["it cost less"]


def test_a_point_before_three_digits_may_group_them() -> None:
    for query in ("1.250 ", "1250 ", "1,250 "):
        assert found(("1.250 Euro", "1.25 Euro"), query) == ["1.250 Euro"]


def test_a_decimal_comma_is_a_decimal_point() -> None:
    texts = ("soit 12,5 % de plus", "page 12, line 5")
    assert found(texts, "12,5") == found(texts, "12.5") == [texts[0]]


@pytest.mark.parametrize("kernel", [PlainKernel(), NumpyKernel()])
@pytest.mark.parametrize("typed", ["Köln", "koln", "koeln"])
def test_umlauts_written_as_two_letters_hold_in_phrases_and_exclusions(
    typed: str, kernel: Kernel
) -> None:
    index = SearchEngine.build(map(quote, ("Büros in Köln.", "Büros in Bonn.")))
    index = SearchEngine(index.segments, kernel=kernel)

    def texts(query: str) -> list[str]:
        return [hit.entry.text for hit in index.search(query).hits]

    assert texts(typed) == texts(f'"in {typed}"') == ["Büros in Köln."]
    assert texts(f"in -{typed}") == texts(f'in -"in {typed}"') == ["Büros in Bonn."]


@pytest.mark.parametrize("query", ["köln", '"in köln"', "koeln"])
def test_a_text_without_umlauts_is_found_with_them(query: str) -> None:
    assert found(("in Koeln", "in Bonn"), query) == ["in Koeln"]


@pytest.mark.parametrize(("typed", "other"), [("poet", "pot"), ("duel", "dul"), ("toe", "to")])
def test_two_letters_are_an_umlaut_only_where_one_stands(typed: str, other: str) -> None:
    assert not engine(f"the {other} here").search(f'"the {typed} here"').hits


def test_a_phrase_is_found_with_a_hyphen_and_without() -> None:
    texts = ("a co-operation agreement", "a cooperation agreement")
    for phrase in ("co-operation agreement", "a co-operation"):
        assert set(found(texts, f'"{phrase}"')) == set(texts)


def test_the_last_word_is_a_beginning_until_a_blank_follows() -> None:
    index = engine("It ended in the naïve 1200s.", "NAIV is a stock.")
    assert len(index.search("NAIV").hits) == 2
    assert len(index.search("NAIV ").hits) == 1
    assert index.search("12").hits
    assert not index.search("12 ").hits


def test_digits_that_a_sign_parts_have_to_stand_together() -> None:
    assert found(("two of 2 then 3", "it is 2/3"), "2/3") == ["it is 2/3"]
    assert not found(("it is 2/3",), "23")
