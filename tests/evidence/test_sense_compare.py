"""A change of words is told by what it does to the sense, in every language that has lists."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence.sense.checks import RISKS, SenseCheck, check_sense
from briefing.evidence.sense.likeness import slipped

quick = settings(max_examples=100, deadline=None)
words = st.sampled_from(
    [
        "will",
        "not",
        "China",
        "May",
        "may",
        "3.2",
        "percent",
        "rose",
        "fell",
        "and",
        "нет",
        "三",
        "x",
    ]
)
phrases = st.lists(words, max_size=9).map(" ".join)

FLAGGED = [
    ("en", "two ships sailed", "three ships sailed", "number"),
    ("en", "a total of 1,000,000", "a total of 1,200,000", "number"),
    ("en", "two ships and three planes", "three ships and two planes", "number"),
    ("en", "they will prevail", "they will not prevail", "negation"),
    ("en", "an honest answer", "a dishonest answer", "negation"),
    ("en", "they shall act", "they should act", "modal"),
    ("en", "China attacked Japan", "Japan attacked China", "name"),
    ("en", "Austin met him", "They met him", "name"),
    ("en", "they met last year", "they met next year", "date"),
    ("en", "they act only if Congress pays", "they act if Congress pays", "condition"),
    ("en", "they act, provided that all agree", "they act", "condition"),
    ("en", "all members agreed", "some members agreed", "quantity"),
    ("en", "inflation edged down", "inflation resumed its advance", "direction"),
    ("en", "exports rose and imports fell", "exports fell and imports rose", "direction"),
    ("en", "a solid pace", "a moderate pace", "degree"),
    ("en", "it rose sharply", "it rose slightly", "degree"),
    ("en", "by 2 percent", "by 2 percentage points", "unit"),
    ("en", "six tonnes", "six pounds", "unit"),
    ("en", "they support the bill", "they oppose the bill", "opposite"),
    ("en", "he spoke for the bill", "he spoke against the bill", "opposite"),
    ("en", "ships and planes", "ships or planes", "connective"),
    ("en", "before the vote", "after the vote", "time"),
    ("en", "he said so", "he denied so", "attribution"),
    ("fr", "il n'est pas venu", "il est venu", "negation"),
    ("fr", "il peut venir", "il doit venir", "modal"),
    ("fr", "le taux est en hausse", "le taux est en baisse", "direction"),
    ("fr", "sauf en hiver, on vient", "on vient", "condition"),
    ("fr", "quatre-vingt-dix jours", "quatre-vingts jours", "number"),
    ("de", "er wird kommen", "er wird nicht kommen", "negation"),
    ("de", "einundzwanzig Tage", "zweiundzwanzig Tage", "number"),
    ("de", "sie kann kommen", "sie muss kommen", "modal"),
    ("de", "sie fuhr nach Frankreich", "sie fuhr nach Italien", "name"),
    ("de", "Kanzlerin Angela Merkel sprach", "Kanzlerin Angela Müller sprach", "name"),
    ("es", "no puede venir", "puede venir", "negation"),
    ("es", "si llueve, vamos", "porque llueve, vamos", "condition"),
    ("es", "todos los miembros", "algunos miembros", "quantity"),
    ("ru", "он не придёт", "он придёт", "negation"),
    ("ru", "он должен прийти", "он может прийти", "modal"),
    ("ru", "если согласны", "хотя согласны", "condition"),
    ("ar", "لم يكن هذا صحيحا", "كان هذا صحيحا", "negation"),
    ("ar", "يجب العمل", "يمكن العمل", "modal"),
    ("ar", "زار القاهرة أمس", "زار دمشق أمس", "name"),
    ("ja", "反撃する", "反撃しない", "negation"),
    ("ja", "反撃能力を never 保有する", "反撃能力を保有する", "negation"),
    ("ru", "он сказал: not today", "он сказал: today", "negation"),
    ("ja", "賛成した場合は実施する", "賛成したので実施する", "condition"),
    ("ja", "一部の議員が反対した", "すべての議員が反対した", "quantity"),
    ("ja", "物価が上昇した", "物価が下落した", "direction"),
]


@pytest.mark.parametrize(("language", "expected", "found", "risk"), FLAGGED)
def test_a_change_of_sense_is_named(language: str, expected: str, found: str, risk: str) -> None:
    assert risk in check_sense(expected, found, language).risks
    assert risk in check_sense(found, expected, language).risks


@pytest.mark.parametrize(
    ("language", "expected", "found"),
    [
        ("en", "Nonetheless, the economy grew", "The economy grew"),
        ("en", "they won't prevail", "they will not prevail"),
        ("en", "two hundred and five thousand men", "205,000 men"),
        ("en", "the defense of labor", "the defence of labour"),
        ("en", "it indeed grew", "it grew"),
        ("en", "the goverment agreed", "the government agreed"),
        ("en", "re-establish order", "reestablish order"),
        ("en", "Yesterday they met in Rome", "They met in Rome yesterday"),
        ("en", "In May they met Austin", "They met Austin in May"),
        ("en", "in Rome they met", "they met at Rome"),
        ("en", "exports increased", "exports incresed"),
        ("en", "the act", "the acts"),
        ("en", "He rose early", "he rose early"),
        ("en", "exports rose", "exports increased"),
        ("en", "the countries of the world", "the country of the world"),
        ("fr", "Toutefois, l'État décide", "L'Etat décide"),
        ("fr", "lorsque la loi passe", "quand la loi passe"),
        ("fr", "les systèmes du pays", "le système du pays"),
        ("de", "die Regierung der Länder", "die Regierungen der Länder"),
        ("de", "die Bundesregierung plant", "die Bundes-Regierung plant"),
        ("de", "die regierung plant", "die Regierung plant"),
        ("de", "Der Ausschuss tagt", "Ein Ausschuss tagt"),
        ("de", "Die Straße ist lang", "Die Strasse ist lang"),
        ("es", "el período de paz", "el periodo de paz"),
        ("es", "Sin embargo, el país vota", "El país vota"),
        ("ru", "ещё одна система", "еще одна система"),
        ("ru", "система закона", "системы закона"),
        ("ar", "إلى المدينة", "الى المدينة"),
        ("ar", "مَدِينَة كبيرة", "مدينة كبيرة"),
        ("ja", "使用する。", "使用します。"),
        ("ja", "すべての人", "全ての人"),
    ],
)
def test_a_harmless_change_is_no_alarm(language: str, expected: str, found: str) -> None:
    assert check_sense(expected, found, language) == SenseCheck((), True)


@pytest.mark.parametrize(
    ("language", "expected", "found"),
    [
        ("en", "deep cooperation", "close cooperation"),
        ("en", "they signed the paper", "they burned the paper"),
        ("en", "a visit by Andersen", "a visit by Anderson"),
        ("de", "die Regierung plant", "die Opposition plant"),
        ("it", "la casa è grande", "la cosa è grande"),
        ("en", "정부는 동의했다", "정부는 반대했다"),
        ("en", "уряд їх підтримує", "уряд їх засуджує"),
        ("zh", "政府支持改革", "政府支持方案"),
    ],
)
def test_what_no_list_knows_is_not_checked(language: str, expected: str, found: str) -> None:
    assert check_sense(expected, found, language) == SenseCheck((), False)


@pytest.mark.parametrize(
    ("expected", "found", "risk"),
    [
        ("он не придёт", "он придёт", "negation"),
        ("لن يأتي", "سوف يأتي", "negation"),
        ("行かない", "行く", "negation"),
        ("三个国家", "二个国家", "number"),
    ],
)
def test_the_script_counts_more_than_the_tag(expected: str, found: str, risk: str) -> None:
    assert risk in check_sense(expected, found, "en").risks


@pytest.mark.parametrize(("language", "expected", "found", "risk"), FLAGGED)
def test_what_stands_around_a_change_does_not_hide_it(
    language: str, expected: str, found: str, risk: str
) -> None:
    words = {"ja": "わが国は平和を守る。", "ru": "слово и дело. ", "ar": "كلمة طيبة. "}
    around = words.get(language, "x y z. ") * 30
    before, after = (f"{around}{text}. {around}" for text in (expected, found))
    assert risk in check_sense(before, after, language).risks


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("government", "goverment", True),
        ("minister", "ministre", True),
        ("stroke", "stoke", True),
        ("ships", "shipss", True),
        ("minister", "mnisterr", False),
        ("fighting", "righting", False),
        ("ships", "hips", False),
        ("house", "horse", False),
        ("form", "from", False),
        ("cat", "coat", False),
    ],
)
def test_one_slip_in_a_long_word_leaves_it_the_same(word: str, other: str, expected: bool) -> None:
    assert slipped(word, other) is expected
    assert slipped(other, word) is expected


def test_numbers_are_compared_in_every_language() -> None:
    assert check_sense("περίπου 25 χώρες", "περίπου 26 χώρες", "el").risks == ("number",)


@given(phrases, phrases, st.sampled_from(["en", "fr", "de", "es", "ru", "ar", "ja", "it"]))
@quick
def test_risks_are_known_and_the_same_both_ways(expected: str, found: str, language: str) -> None:
    there, back = (
        check_sense(expected, found, language),
        check_sense(found, expected, language),
    )
    assert set(there.risks) <= set(RISKS)
    assert list(there.risks) == [risk for risk in RISKS if risk in there.risks]
    assert there.checked == back.checked
    assert check_sense(expected, expected, language) == SenseCheck((), True)
