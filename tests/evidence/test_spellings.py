"""The ways in which a word may be spelled: what counts as standing there, and what does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence.texts.spellings import is_part_of_number, spellings
from briefing.text.folding import fold


def found(words: str, text: str, language: str = "en") -> str | None:
    folded = fold(text).text
    for match in spellings(words, language).finditer(folded):
        if not is_part_of_number(folded, match.start(), match.end()):
            return match[0]
    return None


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("G7", "at the G-7 summit", "G-7"),
        ("G 20", "the G20 leaders", "G20"),
        ("g-7", "the G7", "G7"),
        ("US", "the U.S. forces", "U.S."),
        ("U.S.", "the US forces", "US"),
        ("un", "the U. N. council", "U. N."),
        ("US forces", "the U.S. forces", "U.S. forces"),
        ("F35", "an F-35A jet", "F-35A"),
        ("F-35", "an F-35A jet", "F-35A"),
        ("f 35", "an F35 jet", "F35"),
        ("cooperation", "close co-operation", "co-operation"),
        ("co operation", "close cooperation", "cooperation"),
        ("cooperation", "close co operation", "co operation"),
        ("hot-line", "a hotline", "hotline"),
        ("hotline", "a hot line", "hot line"),
        ("nuclear", "on nu-\nclear arms", "nu- clear"),
        ("nuclear", "on nu\u00adclear arms", "nuclear"),
        ("so called", "a so-called plan", "so-called"),
        ("so-called", "a so  called plan", "so called"),
        ("decision-maker", "all decision-makers", "decision-makers"),
        ("decision makers", "one decisionmaker", "decisionmaker"),
        ("northkorea", "on North Korea", "North Korea"),
        ("two plus two", "the two-plus-two talks", "two-plus-two"),
        ("Japan and China", "Japan, and China", "Japan, and China"),
        ("R&D", "on R & D there", "R & D"),
        ("aaa.s0", "x, aaa.s0, y", "aaa.s0"),
        ("file.s3", "in file.s3 there", "file.s3"),
        ("plan.es", "at plan.es today", "plan.es"),
    ],
)
def test_signs_between_letters_are_no_obstacle(words: str, text: str, expected: str) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Koeln", "in Köln today", "Köln"),
        ("koln", "in Köln today", "Köln"),
        ("koln", "in Koeln today", "Koeln"),
        ("Köln", "in Koln today", "Koln"),
        ("Köln", "in Koeln today", "Koeln"),
        ("tromsoe", "from Tromsø on", "Tromsø"),
        ("Tromsø", "from Tromsoe on", "Tromsoe"),
        ("aarhus", "in Århus", "Århus"),
        ("strasse", "eine Straße", "Straße"),
        ("Straße", "eine STRASSE", "STRASSE"),
        ("okinawa", "on Ōkinawa", "Ōkinawa"),
        ("Łódź", "in Lodz", "Lodz"),
        ("שלום", "שָׁלוֹם", "שָׁלוֹם"),
        ("G7", "the Ｇ７", "G7"),
    ],
)
def test_accents_and_umlauts_are_no_obstacle(words: str, text: str, expected: str) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize("text", ["1,250,000", "1'250'000", "1.250.000", "12,50,000", "1 250 000"])
@pytest.mark.parametrize("words", ["1250000", "1,250,000", "1 250 000"])
def test_groupings_of_numbers_are_no_obstacle(words: str, text: str) -> None:
    assert found(words, f"cost {text} yen") == text


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("12.5", "rose 12,5 percent", "12,5"),
        ("1990", "in the 1990s", "1990s"),
        ("12", "the 12th", "12th"),
        ("27", "٢٧ ships", "٢٧"),
        ("250", "cost 1,250,000", None),
        ("1,250", "cost 1,250,000", None),
        ("2022", "in 2023", None),
        ("3", "in 2023", None),
        ("250", "in 2,250 or 250 cases", "250"),
        ("102", "Rooms 101,102,103", "102"),
        ("205", "in 101.205", "205"),
        ("11", "on 10,11,120 days", "11"),
        ("345", "cost 12,345,678", None),
        ("500", "cost 750,500 yen", None),
    ],
)
def test_one_number_is_one_word(words: str, text: str, expected: str | None) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Chinas", "China's rise", "China's"),
        ("China's", "of China", "China"),
        ("China", "China’s rise", "China's"),
        ("cost", "the costs", "costs"),
        ("costs", "the cost", "cost"),
        ("costing", "the cost", "cost"),
        ("cost", "costing it", "costing"),
        ("policies", "one policy", "policy"),
        ("policy", "two policies", "policies"),
        ("agree", "they agreed", "agreed"),
        ("agreed", "they agree", "agree"),
        ("planning", "they plan it", "plan"),
        ("decide", "deciding that", "deciding"),
        ("agreed", "an agreement", "agreement"),
        ("deciding", "they decide", "decide"),
        ("studies", "studying it", "studying"),
        ("dams", "one dam", "dam"),
        ("boxes", "a box", "box"),
        ("NATO", "NATO's", "NATO's"),
    ],
)
def test_forms_of_a_word_are_no_obstacle(words: str, text: str, expected: str) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("news", "a new plan"),
        ("riv", "the river"),
        ("line", "a hotline"),
        ("pot", "a poet"),
        ("G7", "the G77"),
        ("G7", "the G8"),
        ("F-35", "an F-16"),
        ("US", "the bus used"),
        ("uso", "tell us. Ok"),
        ("nuclear", "unclear"),
        ("another", "a notherd"),
        ("evening", "even so"),
        ("planning", "this planet"),
        ("party", "a partial answer"),
        ("exceed", "all except one"),
        ("policy", "the police"),
        ("cost", "the coast"),
        ("co-operation", "corporation"),
        ("one dam", "one. A dam"),
    ],
)
def test_other_words_do_not_count(words: str, text: str) -> None:
    assert found(words, text) is None


def test_words_in_scripts_without_spaces_are_found_anywhere() -> None:
    assert found("公表", "水位は毎日公表される。", "ja") == "公表"
    assert found("公開", "水位は毎日公表される。", "ja") is None


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=12))
def test_any_words_can_be_looked_for(words: str) -> None:
    assert spellings(words, "en").search("") is None


SIGNS = st.sampled_from([*"abcdeostuyABSTÖéß0123456789", " ", "-", "'", ".", "co-op", "U.S."])


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS, min_size=1, max_size=8).map("".join))
def test_words_are_found_where_they_stand_as_they_are(words: str) -> None:
    wanted = words.strip(" -'.")
    if any(map(str.isalnum, wanted)):
        assert found(wanted, f"x, {wanted}, y") is not None
