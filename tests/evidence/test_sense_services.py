"""What single words and skipped texts carry, for brackets and ellipses."""

import pytest

from briefing.evidence.sense.checks import (
    RISKS,
    has_lists,
    is_function_word,
    is_generic_noun,
    is_pronoun,
    signs,
    skipped_risks,
)
from briefing.evidence.sense.languages.word_lists import PLAIN, lexicon

LANGUAGES = ("en", "fr", "de", "es", "ru", "ar", "ja")


@pytest.mark.parametrize(
    ("language", "text", "sign"),
    [
        ("en", "two", ("number", "2")),
        ("en", "2.5 million", ("number", "2500000")),
        ("en", "1,250,000", ("number", "1250000")),
        ("en", "cannot", ("negation", "not")),
        ("en", "we'll", ("modal", "will")),
        ("en", "in May 2024", ("date", "m5")),
        ("en", "so long as they pay", ("condition", "provided")),
        ("en", "every man", ("quantity", "all")),
        ("en", "prices were falling", ("direction", "down")),
        ("en", "basis points", ("unit", "points")),
        ("fr", "soixante-dix-sept", ("number", "77")),
        ("fr", "quatre-vingt-dix", ("number", "90")),
        ("fr", "l'année prochaine", ("date", "next")),
        ("de", "dreihundert", ("number", "300")),
        ("de", "es sei denn", ("condition", "unless")),
        ("es", "treinta y cinco", ("number", "35")),
        ("es", "a menos que", ("condition", "unless")),
        ("ru", "двести пять", ("number", "205")),
        ("ru", "при условии, что", ("condition", "provided")),
        ("ar", "٢٥", ("number", "25")),
        ("ar", "وبالقاهرة", ("name", "cairo")),
        ("ar", "إلا إذا", ("condition", "unless")),
        ("ja", "二十五", ("number", "25")),
        ("ja", "三百万", ("number", "3000000")),
        ("ja", "かもしれません", ("modal", "may")),
        ("ja", "ない限り", ("condition", "unless")),
    ],
)
def test_signs(language: str, text: str, sign: tuple[str, str]) -> None:
    assert sign in signs(text, language)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "ten five", {"10", "5"}),
        ("en", "two three", {"2", "3"}),
        ("en", "twenty-one three", {"21", "3"}),
        ("en", "forty twelve", {"40", "12"}),
        ("en", "thousand hundred", {"1000", "100"}),
        ("en", "five and twenty", {"25"}),
        ("fr", "quarante douze", {"40", "12"}),
        ("fr", "soixante douze", {"72"}),
    ],
)
def test_numbers_side_by_side_are_one_where_the_language_says_them_so(
    language: str, text: str, numbers: set[str]
) -> None:
    assert {value for kind, value in signs(text, language) if kind == "number"} == numbers


@pytest.mark.parametrize(
    ("language", "text", "risks", "checked"),
    [
        ("en", "and later that day", (), True),
        ("en", "not", ("negation",), True),
        ("en", "a hopeless case", ("negation",), True),
        ("en", "nonetheless", (), True),
        ("en", "unless they pay", ("condition",), True),
        ("fr", "sauf si on ne paie pas", ("negation", "condition"), True),
        ("de", "falls sie keine haben", ("negation", "condition"), True),
        ("es", "si no quieren", ("negation", "condition"), True),
        ("ru", "если не придут", ("negation", "condition"), True),
        ("ar", "إذا لم يوافق", ("negation", "condition"), True),
        ("ja", "賛成しない場合", ("negation", "condition"), True),
        ("zh", "不同意", ("negation",), False),
        ("it", "se non vuole", (), False),
        ("en", "만약 원하지 않으면", (), False),
    ],
)
def test_skipped_words(language: str, text: str, risks: tuple[str, ...], checked: bool) -> None:
    assert skipped_risks(text, language) == (risks, checked)


@pytest.mark.parametrize(
    ("phrase", "generic"),
    [
        ("the country", True),
        ("the two sides", True),
        ("The Minister", True),
        ("this agreement", True),
        ("their prime minister", True),
        ("companies", True),
        ("the", False),
        ("a banana", False),
        ("the brave", False),
        ("Russia", False),
    ],
)
def test_generic_nouns(phrase: str, generic: bool) -> None:
    assert is_generic_noun(phrase) is generic


def test_words_that_may_give_way() -> None:
    assert all(is_pronoun(word) for word in ("He", "their", "it", "those"))
    assert not any(is_pronoun(word) for word in ("Russia", "not", "may"))
    assert all(is_function_word(word) for word in ("the", "of", "is", "however"))
    assert not any(is_function_word(word) for word in ("not", "all", "tax", "if only"))
    assert is_pronoun("elle", "fr")
    assert is_pronoun("это", "en")
    assert not is_pronoun("lui", "it")
    assert not is_function_word("di", "it")
    assert not is_generic_noun("il paese", "it")


def test_languages_with_lists() -> None:
    assert all(map(has_lists, LANGUAGES))
    assert has_lists("pt-BR") is False
    assert has_lists("de-AT")
    assert not has_lists("zh")


@pytest.mark.parametrize("language", [*LANGUAGES, "zh"])
def test_tables_hold_known_categories(language: str) -> None:
    tables = lexicon(language).tables
    assert set(tables.signs) <= {*RISKS, PLAIN}
    for value in tables.signs.get("opposite", ()):
        other = value[:-1] + ("-" if value.endswith("+") else "+")
        assert other in tables.signs["opposite"], value
