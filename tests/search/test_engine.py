"""What a search promises."""

import pytest

from briefing.search.engine import SearchEngine
from tests.search.helpers import (
    ALLIANCE,
    COUNTERSTRIKE,
    OKINAWA,
    TEXTS,
    TREATY,
    engine,
    found,
    library,
    lit,
)

THAI = "\u0e04\u0e27\u0e32\u0e21\u0e21\u0e31\u0e48\u0e19\u0e04\u0e07"
ARABIC = "\u0627\u0644\u0623\u0645\u0646 \u0641\u064a \u0634\u064e\u0631\u0652\u0642"
HEBREW = "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd \u05e8\u05d1"


@pytest.mark.parametrize(
    ("query", "text", "matched"),
    [
        ("COUNTERSTRIKE", COUNTERSTRIKE, ["counterstrike"]),
        ("okinawa", OKINAWA, ["Ōkinawa"]),
        ("Ōkinawa", OKINAWA, ["Ōkinawa"]),
        ("china's power", ALLIANCE, ["China", "power"]),
        ("china power", ALLIANCE, ["China", "power"]),
        ("two plus two", ALLIANCE, ["two", "plus", "two"]),
        ("two\u2010plus\u2010two", ALLIANCE, ["two-plus-two"]),
        ("twoplustwo", ALLIANCE, ["two-plus-two"]),
        ("counter-strike", COUNTERSTRIKE, ["counterstrike"]),
        ("antiship", OKINAWA, ["anti-ship"]),
        ("u.s. alliance", ALLIANCE, ["U.S", "alliance"]),
        ("US alliance", ALLIANCE, ["U.S", "alliance"]),
        ("statements", TREATY, ["statement"]),
        ("invoked", TREATY, ["invoke"]),
        ("minister say", OKINAWA, ["ministers", "said"]),
        ("missile 2025", OKINAWA, ["missiles", "2025"]),
    ],
)
def test_case_marks_hyphens_and_forms_are_no_obstacle(
    query: str, text: str, matched: list[str]
) -> None:
    results = engine(*TEXTS).search(query)
    assert results.hits[0].entry.text == text
    assert set(matched) <= set(lit(results.hits[0]))
    assert not results.corrected


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("talks", 30),
        ("harbour", 1),
        ("talks harbour", 1),
        ("talks xqx yzy", 0),
        ("harbour zebra giraffe treaty", 0),
        ("harbour zebra", 2),
        ("the harbour was closed xqx", 1),
    ],
)
def test_an_entry_that_holds_little_of_what_was_asked_is_no_hit(query: str, hits: int) -> None:
    rare = ("the harbour was closed", "the zebra of the east", "a giraffe and the moon")
    texts = (*rare, "the treaty on missiles", *(f"the talks of {n}" for n in range(30)))
    assert len(found(texts, query)) == hits


def test_words_cut_short_are_found_although_the_stubs_are_rare_words_themselves() -> None:
    wanted = [f"system calls of application number {n}" for n in range(40)]
    texts = ("syst is a word", "applic is one too", *wanted, *(f"go {n}" for n in range(3000)))
    assert found(texts, "syst applic numb")[0] in wanted


def test_all_words_beat_one_rare_one() -> None:
    common = [f"the harbour of {n}" for n in range(60)]
    texts = ("slid", *common, "the harbour slider is active")
    assert found(texts, "slid harb activ")[0] == texts[-1]


def test_exact_beats_beginning_beats_corrected() -> None:
    texts = ("he deterrd them", "deterred for good", "deterre is the word")
    assert found(texts, "deterre") == [texts[2], texts[1], texts[0]]


def test_the_last_word_may_be_a_beginning_while_typing() -> None:
    results = engine(*TEXTS).search("joint stat")
    assert results.hits[0].entry.text == TREATY
    assert lit(results.hits[0]) == ["joint", "stat"]
    assert found(TEXTS, "u") == [ALLIANCE]


def test_all_words_beat_some_and_order_beats_disorder() -> None:
    texts = ("space treaty attack", "attack in space", "the treaty on an attack in space")
    assert found(texts, "attack in space treaty")[0] == texts[2]
    assert found(("space attack now", "attack space now"), "attack space")[0] == "attack space now"


def test_a_wrong_word_does_not_lose_the_entry() -> None:
    assert found(TEXTS, "marines anti-ship missiles tomorrow")[0] == OKINAWA


@pytest.mark.parametrize(
    ("text", "query", "matched"),
    [
        ("日米同盟の強化", "日米同盟", "日米同盟"),
        ("中国的挑战", "挑战", "挑战"),
        ("中国的挑战", "中", "中"),
        (THAI, THAI[4:], THAI[4:]),
        (ARABIC, "\u0634\u0631\u0642", ARABIC[9:]),
        (HEBREW, "\u05e9\u05dc\u05d5\u05dd", HEBREW[:7]),
        ("министры сказали", "МИНИСТРЫ", "министры"),
    ],
)
def test_other_scripts_are_found_and_lit(text: str, query: str, matched: str) -> None:
    results = engine(text, *TEXTS).search(query)
    assert [hit.entry.text for hit in results.hits] == [text]
    assert lit(results.hits[0]) == [matched]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ('"joint statement"', [TREATY]),
        ('"statement joint"', []),
        ('"two plus two talks"', [ALLIANCE]),
        ('"marines on okinawa"', [OKINAWA]),
        ('"china growing"', [ALLIANCE]),
        ('"chinas growing power"', [ALLIANCE]),
        ('said alliance -"chinas growing power"', [OKINAWA, TREATY]),
        ('"the joint stat', [TREATY]),
        ('said -"joint statement"', [OKINAWA]),
        ("said -marines", [TREATY]),
        ("said -anti-ship", [TREATY]),
    ],
)
def test_phrases_and_exclusions(query: str, texts: list[str]) -> None:
    assert found(TEXTS, query) == texts


def test_a_phrase_is_lit_as_one() -> None:
    hit = engine(*TEXTS).search('"joint statement"').hits[0]
    assert lit(hit) == ["joint statement"]


def test_a_phrase_in_a_script_without_spaces() -> None:
    texts = ("日米同盟", "同盟と日米")
    assert found(texts, '"日米同"') == [texts[0]]


def test_nothing_is_found_for_hopeless_words_but_the_nearest_are_named() -> None:
    results = engine(*TEXTS).search("trxxtyy")
    assert (results.hits, results.total) == ((), 0)
    assert results.nearest[0] == "treaty"


@pytest.mark.parametrize(
    ("query", "corrected", "nearest"),
    [
        ("jointstatement speaker:nobody", {"jointstatement": "joint statement"}, ()),
        ("counterstirke -tokyo", {"counterstirke": "counterstrike"}, ()),
        ('traety "space attack"', {"traety": "treaty"}, ()),
        ('treaty "joint statmxnt"', {}, ("statement",)),
        ("treaty -treaty", {}, ()),
        ("trxxtyy speaker:nobody", {}, ("treaty",)),
    ],
)
def test_without_hits_it_is_still_told_how_words_are_read(
    query: str, corrected: dict[str, str], nearest: tuple[str, ...]
) -> None:
    results = engine(*TEXTS).search(query)
    assert (results.hits, results.total) == ((), 0)
    assert results.corrected == corrected
    assert results.nearest[:1] == nearest


def test_an_empty_query_finds_nothing() -> None:
    for query in ("", "   ", "...", "-", '""'):
        results = engine(*TEXTS).search(query)
        assert (results.hits, results.total, results.notes) == ((), 0, ())


def test_a_quote_and_its_own_paragraph_are_one_hit() -> None:
    results = SearchEngine.build(library()).search("greatest strategic challenge")
    kinds = [hit.entry.kind for hit in results.hits if hit.entry.paragraph == 1]
    assert kinds == ["quote"]
    found_more = SearchEngine.build(library()).search("greatest challenge left")
    assert [hit.entry.kind for hit in found_more.hits if hit.entry.paragraph == 1] == ["paragraph"]


def test_the_total_counts_beyond_the_limit() -> None:
    results = engine(*(f"treaty number {n}" for n in range(200))).search("treaty", limit=5)
    assert (len(results.hits), results.total) == (5, 200)


def test_equal_hits_keep_their_order() -> None:
    texts = tuple(f"treaty {letter}" for letter in "abcdefgh")
    assert found(texts, "treaty") == list(texts)


def test_a_word_that_no_hit_holds_is_named_at_its_place() -> None:
    results = engine(*TEXTS).search("alliance xqzzv")
    assert results.hits
    (note,) = results.notes
    assert (note.start, note.end) == (9, 14)
    assert "xqzzv" in note.message


def test_negations_alone_list_what_does_not_hold_them() -> None:
    results = engine("China and Japan", "Japan alone").search("-china")
    assert [hit.entry.text for hit in results.hits] == ["Japan alone"]
