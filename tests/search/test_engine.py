"""What a search promises."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from briefing.search.index.numpy_kernel import NumpyKernel
from briefing.search.index.plain_kernel import PlainKernel
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.search.helpers import engine, found, lit, quote

COUNTERSTRIKE = "Tokyo is on a path to acquiring counterstrike capabilities."
ALLIANCE = (
    "The two-plus-two talks showed that China\u2019s growing power worries the U.S. alliance."
)
OKINAWA = "Marines on Ōkinawa will get anti-ship missiles by 2025, the ministers said."
TREATY = "An attack in space can invoke the security treaty, the joint statement said."
THAI = "\u0e04\u0e27\u0e32\u0e21\u0e21\u0e31\u0e48\u0e19\u0e04\u0e07"
ARABIC = "\u0627\u0644\u0623\u0645\u0646 \u0641\u064a \u0634\u064e\u0631\u0652\u0642"
HEBREW = "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd \u05e8\u05d1"
TEXTS = (COUNTERSTRIKE, ALLIANCE, OKINAWA, TREATY)


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


def test_what_common_words_explain_is_read_as_them_too() -> None:
    texts = ("do not hesitate", "a donut for lunch", *(f"do {n} not" for n in range(20)))
    assert texts[0] in found(texts, "donot hesitate")


def test_the_commonest_letters_are_words_that_may_be_run_together() -> None:
    texts = ("she was solicitous of a measure", "solicitous of none", *(f"a {n}" for n in range(9)))
    results = engine(*texts).search("solicitous ofa")
    assert results.hits[0].entry.text == texts[0]
    assert results.corrected == {"ofa": "of a"}
    assert found(("of x", *(f"go {n}" for n in range(60))), "ofx") == []


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


def test_a_slip_does_not_empty_the_list_while_typing_on() -> None:
    for length in range(5, len("counterstirke") + 1):
        assert found(TEXTS, "counterstirke"[:length]) == [COUNTERSTRIKE]


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


def library() -> list[Entry]:
    """Return a little of everything."""
    day = datetime.date(2023, 1, 11)
    card = "2023-us-japan"
    said = quote(
        "China is the greatest strategic challenge",
        card=card,
        item="a",
        source="kyodo-2023",
        paragraph=1,
        speaker="hayashi",
        topics=("china", "strategy"),
        series="us-japan",
        date=day,
        voice="spoken",
        sides=("Japan",),
        extra="Yoshimasa Hayashi\nForeign Minister Hayashi",
    )
    paragraph = "He said China is the greatest strategic challenge of all, and left."
    point = "The challenge is met by 2027"
    return [
        said,
        replace(
            said,
            text="a challenge to the treaty",
            item="b",
            paragraph=2,
            speaker="blinken",
            topics=("space-law",),
            voice="joint statement",
            sides=("United States",),
            date=datetime.date(2022, 1, 7),
            card="2022-us-japan",
            extra="Antony Blinken",
        ),
        Entry("paragraph", paragraph, source="kyodo-2023", paragraph=1, date=day),
        Entry("point", point, card=card, item_kind="commitment", series="us-japan", date=day),
        Entry("meeting", "U.S.\u2013Japan two-plus-two, Washington", card=card, date=day),
        Entry("speaker", "Yoshimasa Hayashi", speaker="hayashi", extra="Hayashi-san\nJapan"),
        Entry("speaker", "Antony Blinken", speaker="blinken", extra="Secretary Blinken"),
        Entry("topic", "China policy", topics=("china",), extra="PRC\nBeijing"),
    ]


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        ("speaker:hayashi", ["quote"]),
        ("speaker:yoshimasa", ["quote"]),
        ("speaker:hayashi-san", ["quote"]),
        ("speaker:haya", ["quote"]),
        ("speaker:hayshi", ["quote"]),
        ('speaker:"antony blinken"', ["quote"]),
        ("speaker:hayashi speaker:blinken", ["quote", "quote"]),
        ("-speaker:hayashi", ["point", "quote", "paragraph"]),
        ("topic:beijing", ["quote"]),
        ("topic:space", ["quote"]),
        ("meeting:washington", ["quote", "point"]),
        ("meeting:2023", ["quote", "point"]),
        ("series:us-japan", ["quote", "quote", "point"]),
        ("date:2022", ["quote"]),
        ("date:2022-01-07", ["quote"]),
        ("date:2022..2023 kind:quote", ["quote", "quote"]),
        ("date:..2022", ["quote"]),
        ("kind:point", ["point"]),
        ("kind:commitment", ["point"]),
        ("kind:paragraph", ["paragraph"]),
        ("voice:joint", ["quote"]),
        ('voice:"joint statement"', ["quote"]),
        ("source:kyodo kind:quote", ["quote", "quote"]),
        ("side:japan", ["quote"]),
        ("side:united", ["quote"]),
        ("speaker:nobody", []),
    ],
)
def test_fields(condition: str, kept: list[str]) -> None:
    results = SearchEngine.build(library()).search(f"challenge {condition}")
    assert sorted(hit.entry.kind for hit in results.hits) == sorted(kept)
    # Without the field three are found, a quote standing for its paragraph; the rest is hidden.
    assert results.total == len(kept)
    assert results.hidden == max(0, 3 - len(kept))


def test_a_field_alone_lists_what_it_keeps() -> None:
    results = SearchEngine.build(library()).search("speaker:blinken")
    assert {hit.entry.kind for hit in results.hits} == {"quote", "speaker"}
    assert (results.total, results.hidden) == (2, 0)


def test_aliases_count_as_words() -> None:
    results = SearchEngine.build(library()).search("minister challenge")
    assert results.hits[0].entry.speaker == "hayashi"
    assert lit(results.hits[0]) == ["challenge"]


def test_a_quote_and_its_own_paragraph_are_one_hit() -> None:
    results = SearchEngine.build(library()).search("greatest strategic challenge")
    kinds = [hit.entry.kind for hit in results.hits if hit.entry.paragraph == 1]
    assert kinds == ["quote"]
    found_more = SearchEngine.build(library()).search("greatest challenge left")
    assert [hit.entry.kind for hit in found_more.hits if hit.entry.paragraph == 1] == ["paragraph"]


def test_a_value_read_with_slips_and_an_unknown_one_are_told_at_their_place() -> None:
    search = SearchEngine.build(library()).search
    query = "challenge speaker:hayshi"
    (note,) = search(query).notes
    assert query[note.start : note.end] == "speaker:hayshi"
    assert "Yoshimasa Hayashi" in note.message
    (note,) = search("challenge speaker:nobody").notes
    assert "no speaker is called 'nobody'" in note.message
    assert "blinken" in note.hint


def test_the_total_counts_beyond_the_limit() -> None:
    results = engine(*(f"treaty number {n}" for n in range(200))).search("treaty", limit=5)
    assert (len(results.hits), results.total) == (5, 200)


def test_equal_hits_keep_their_order() -> None:
    texts = tuple(f"treaty {letter}" for letter in "abcdefgh")
    assert found(texts, "treaty") == list(texts)


VOCABULARY = """joint statement treaty traety space China\u2019s U.S. two-plus-two 2022 2023 DPRK
the of co-operation cooperation Ōkinawa 日米同盟 同盟 jointstatement counter strike counterstrike
Köln koeln 1\u202f000 1000 2/3 F-35A 1990s 1990"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
QUERIES = st.one_of(
    SENTENCES,
    st.tuples(SENTENCES, SENTENCES).map(lambda pair: f'"{pair[0]}" -{pair[1]}'),
    st.tuples(SENTENCES, st.sampled_from(["speaker:a", "date:2022", "-speaker:a"])).map(" ".join),
)


def entries_of(texts: list[str]) -> list[Entry]:
    return [quote(text, speaker="ab"[n % 2], item=str(n)) for n, text in enumerate(texts)]


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=12), QUERIES)
def test_both_kernels_agree(texts: list[str], query: str) -> None:
    segment = Segment(build(entries_of(texts)))
    plain = SearchEngine((segment,), kernel=PlainKernel()).search(query, 10)
    assert plain == SearchEngine((segment,), kernel=NumpyKernel()).search(query, 10)


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=12), QUERIES, st.data())
def test_main_and_delta_are_as_one(texts: list[str], query: str, data: st.DataObject) -> None:
    entries = entries_of(texts)
    cut = data.draw(st.integers(1, len(entries) - 1))
    whole = SearchEngine.build(entries)
    parts = SearchEngine((Segment(build(entries[:cut])), Segment(build(entries[cut:]))))
    assert parts.search(query, 20) == whole.search(query, 20)


@settings(max_examples=40, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=10), QUERIES, st.data())
def test_what_is_gone_is_not_found(texts: list[str], query: str, data: st.DataObject) -> None:
    entries = entries_of(texts)
    gone = data.draw(st.sets(st.integers(0, len(entries) - 1)))
    segment = Segment(build(entries))
    results = SearchEngine((segment,), gone=(gone,)).search(query, 20)
    left = [entry for number, entry in enumerate(entries) if number not in gone]
    alone = SearchEngine.build(left).search(query, 20)
    assert results == alone
    assert not {int(hit.entry.item) for hit in results.hits} & gone


ODD = st.text(alphabet='ab1:"-\u2019.,日\u0e31\u0301\u00ad\u05b8\ud800 speakrdt', max_size=24)


@settings(max_examples=120, deadline=None)
@given(st.one_of(ODD, st.text(max_size=24)), ODD)
def test_anything_may_be_typed_and_spans_stay_inside(query: str, text: str) -> None:
    results = SearchEngine.build([*library(), quote(text)]).search(query)
    assert results.total >= len(results.hits)
    for hit in results.hits:
        ends = [edge for span in hit.spans for edge in (span.start, span.end)]
        assert ends == sorted(set(ends))
        assert all(0 <= edge <= len(hit.entry.text) for edge in ends)
        assert 0 <= hit.score <= 100


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


def test_how_words_were_read_is_told_even_where_filters_hide_every_hit() -> None:
    results = SearchEngine.build(library()).search("chalenge speaker:nobody")
    assert (results.total, results.hits) == (0, ())
    assert results.hidden == 3
    assert results.corrected == {"chalenge": "challenge"}


@pytest.mark.parametrize("condition", ["kind:quote", "-kind:quote", "source:a", "date:2022"])
def test_what_fields_keep_and_hide_is_what_the_words_find(condition: str) -> None:
    entries: list[Entry] = []
    for number in range(60):
        said = quote(f"a challenge {number}", source="a", paragraph=number + 1)
        entries += [said, replace(said, kind="paragraph", text=f"a challenge {number} they said")]
    search = SearchEngine.build(entries).search
    results = search(f"challenge {condition}")
    assert results.total + results.hidden == search("challenge").total


def test_what_a_hidden_hit_holds_is_not_held_by_those_shown() -> None:
    entries = [quote("the treaty", speaker="a"), quote("the traety of the moon", speaker="b")]
    results = SearchEngine.build(entries).search("traety speaker:a")
    assert [hit.entry.text for hit in results.hits] == ["the treaty"]
    assert results.corrected == {"traety": "treaty"}
    (note,) = SearchEngine.build(entries).search("treaty moon speaker:a").notes
    assert "moon" in note.message


def test_a_word_that_no_hit_holds_is_named_at_its_place() -> None:
    results = engine(*TEXTS).search("alliance xqzzv")
    assert results.hits
    (note,) = results.notes
    assert (note.start, note.end) == (9, 14)
    assert "xqzzv" in note.message


def test_negations_alone_list_what_does_not_hold_them() -> None:
    results = engine("China and Japan", "Japan alone").search("-china")
    assert [hit.entry.text for hit in results.hits] == ["Japan alone"]


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
