"""Words with slips, run together or taken apart, and what is told of them."""

import pytest

from tests.search.helpers import (
    ALLIANCE,
    COUNTERSTRIKE,
    TEXTS,
    TREATY,
    engine,
    found,
    lit,
)


@pytest.mark.parametrize(
    ("query", "text", "corrected", "matched"),
    [
        ("counterstirke", COUNTERSTRIKE, {"counterstirke": "counterstrike"}, "counterstrike"),
        ("cuonterstrikee", COUNTERSTRIKE, {"cuonterstrikee": "counterstrike"}, "counterstrike"),
        ("alliacne", ALLIANCE, {"alliacne": "alliance"}, "alliance"),
        ("treatu space", TREATY, {"treatu": "treaty"}, "treaty"),
        ("jointstatement", TREATY, {"jointstatement": "joint statement"}, "statement"),
        ("counter strike", COUNTERSTRIKE, {"counter strike": "counterstrike"}, "counterstrike"),
        ("capabil ities", COUNTERSTRIKE, {"capabil ities": "capabilities"}, "capabilities"),
    ],
)
def test_what_was_corrected_is_told_and_lit(
    query: str, text: str, corrected: dict[str, str], matched: str
) -> None:
    results = engine(*TEXTS).search(query)
    assert results.hits[0].entry.text == text
    assert results.corrected == corrected
    assert matched in lit(results.hits[0])


@pytest.mark.parametrize("query", ["2023", "DPRX", "202 ", "DPR ", "taw", "xqztv"])
def test_numbers_acronyms_and_short_words_are_not_corrected(query: str) -> None:
    assert found(("in 2022 the DPRK fired", "a law was made"), query) == []


def test_a_swap_of_neighbours_is_one_slip() -> None:
    assert found(("the treaty holds",), "traety") == ["the treaty holds"]
    assert found(("the treaty holds",), "tareyt") == []


def test_a_slip_is_not_read_as_two_words() -> None:
    texts = ("the president spoke", "pres and dent are odd words")
    results = engine(*texts).search("presdent")
    assert results.hits[0].entry.text == texts[0]
    assert results.corrected == {"presdent": "president"}


@pytest.mark.parametrize(("times", "hits"), [(0, 1), (3, 1), (10, 1), (11, 12), (30, 31)])
def test_words_run_together_must_be_ten_times_as_common_as_a_word_one_slip_away(
    times: int, hits: int
) -> None:
    texts = ("the president spoke", *(f"pres and dent number {n}" for n in range(times)))
    assert len(found(texts, "presdent")) == hits


@pytest.mark.parametrize("times", [0, 9, 11, 50])
def test_a_word_that_stands_there_as_typed_is_not_taken_apart(times: int) -> None:
    texts = ("a donot of the old kind", *(f"do {n} not" for n in range(times)))
    assert found(texts, "donot") == [texts[0]]


def test_what_common_words_explain_is_read_as_them_too() -> None:
    texts = ("do not hesitate", "a donut for lunch", *(f"do {n} not" for n in range(20)))
    assert texts[0] in found(texts, "donot hesitate")


def test_the_commonest_letters_are_words_that_may_be_run_together() -> None:
    texts = ("she was solicitous of a measure", "solicitous of none", *(f"a {n}" for n in range(9)))
    results = engine(*texts).search("solicitous ofa")
    assert results.hits[0].entry.text == texts[0]
    assert results.corrected == {"ofa": "of a"}
    assert found(("of x", *(f"go {n}" for n in range(60))), "ofx") == []


def test_a_slip_does_not_empty_the_list_while_typing_on() -> None:
    for length in range(5, len("counterstirke") + 1):
        assert found(TEXTS, "counterstirke"[:length]) == [COUNTERSTRIKE]


@pytest.mark.parametrize("limit", [1, 3, 50])
def test_what_was_corrected_does_not_depend_on_how_many_hits_are_shown(limit: int) -> None:
    results = engine(*TEXTS).search("alliacne", limit)
    assert results.corrected == {"alliacne": "alliance"}


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("deterence", {"deterence": "deterrence"}),
        ("statment", {"statment": "statement"}),
        ("statements", {}),
        ("deterring", {}),
    ],
)
def test_a_slip_found_through_its_stem_is_told_and_an_inflection_is_not(
    query: str, corrected: dict[str, str]
) -> None:
    found = engine("The state of deterrence.", "A joint statement.", "To deter is not to stop.")
    results = found.search(query)
    assert results.hits
    assert results.corrected == corrected


def test_where_a_word_is_one_slip_away_a_shared_stem_finds_nothing() -> None:
    texts = ("The United States agreed.", "A state of alarm.", "A joint statement.")
    assert found(texts, "statment") == [texts[2]]
    assert "one nation" in found(("one nation", "a rational plan"), "national")


def test_a_word_with_the_same_base_that_is_no_inflection_is_told() -> None:
    texts = ("The war goes on.", "They were there.")
    assert engine(*texts).search("ware").corrected == {"ware": "were"}
    assert engine(*texts).search("wars").corrected == {}


def test_the_parts_of_a_hyphenated_word_are_not_joined_into_a_word_nobody_wrote() -> None:
    results = engine("a rules-based order", "no order").search("rules-based-order")
    assert results.hits[0].entry.text == "a rules-based order"
    assert results.corrected == {}


def test_a_slip_on_the_way_to_a_word_is_no_two_words() -> None:
    found = engine(COUNTERSTRIKE, "A counter offer.", "The stirring of stills.")
    for typed in ("counterst", "countersti", "counterstir", "counterstirk"):
        hits = found.search(typed).hits
        assert hits, typed
        assert hits[0].entry.text == COUNTERSTRIKE


@pytest.mark.parametrize(
    ("query", "found"),
    [("semi conductor", "semiconductor"), ("ransom ware", "ransomware")],
)
def test_a_word_written_apart_is_likelier_than_what_its_halves_could_be(
    query: str, found: str
) -> None:
    texts = [f"The semiconductor plant of region {n}." for n in range(30)]
    others = ["They conduct talks or end them.", "A ransomware attack.", "The ports were closed."]
    results = engine(*texts, *others).search(query)
    assert found in results.hits[0].entry.text
