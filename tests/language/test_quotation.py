"""Quotation marks of all languages, apostrophes, dialogue dashes, nesting and paragraphs."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.quotation.marks import CLOSERS, MARKS, has_mark, marks_of
from briefing.language.quotation.quotations import (
    Quotation,
    leaves_quotation,
    nested,
    quotations,
    unquoted,
)

TABLE = [
    # English
    ("en", "Abel called it “a disgrace”.", ["“a disgrace”"]),
    ("en", 'Abel called it "a disgrace".', ['"a disgrace"']),
    ("en", "Abel called it ‘a disgrace’.", ["‘a disgrace’"]),
    ("en", "Abel called it 'a disgrace'.", ["'a disgrace'"]),
    ("en", "Abel called it ''a disgrace''.", ["''a disgrace''"]),
    ("en", "Abel called it ``a disgrace''.", ["``a disgrace''"]),
    ("en", "Abel called it `a disgrace'.", ["`a disgrace'"]),
    ("en", "Abel called it ＂a disgrace＂.", ["＂a disgrace＂"]),
    ("en", "Abel called it ❝a disgrace❞.", ["❝a disgrace❞"]),
    ("en", "Abel called it “a disgrace“.", ["“a disgrace“"]),
    ("en", 'Abel called it “a disgrace".', ['“a disgrace"']),
    ("en", "“One,” he said, “and two.”", ["“One,”", "“and two.”"]),
    ("en", "“He said ‘no’ to it,” she said.", ["“He said ‘no’ to it,”", "‘no’"]),
    ("en", "‘He said “no” to it,’ she said.", ["‘He said “no” to it,’", "“no”"]),
    ("en", "\"He said 'no.'\" Then he left.", ["\"He said 'no.'\"", "'no.'"]),
    ("en", "“‘No,’ he said,” she said.", ["“‘No,’ he said,”", "‘No,’"]),
    ("en", "'We will not sign,' Abel said.", ["'We will not sign,'"]),
    ("en", "‘I don’t,’ he said, ‘it’s over’.", ["‘I don’t,’", "‘it’s over’"]),
    ("en", "'I don't,' he said, 'it's over'.", ["'I don't,'", "'it's over'"]),
    ("en", "I don't, James' hat, O’Brien, the students’ books.", []),
    ("en", "Rock ’n’ roll of the '90s and the ‘80s, and rock 'n' roll.", []),
    ("en", "Get 'em, 'tis the boys' own.", []),
    ("en", "‘The students’ books are here,’ he said.", ["‘The students’ books are here,’"]),
    ("en", "'The boys' and 'the girls' left.", ["'The boys'", "'the girls'"]),
    ("en", "‘The ’90s are over,’ she said.", ["‘The ’90s are over,’"]),
    ("en", "'Give 'em time,' he said.", ["'Give 'em time,'"]),
    ("en", "'24 hours to go,' he said in '24.", ["'24 hours to go,'"]),
    ("en", "'Round the clock,' he said.", ["'Round the clock,'"]),
    ("en", "The class of '24, of '98 and the '50s.", []),
    ("en", "‘Rock ’n’ roll is the boys’ own,’ she said.", ["‘Rock ’n’ roll is the boys’ own,’"]),
    ("en", 'A 6" pipe, 5\'10" tall, 5′ 10″ tall.', []),
    ("en", 'It was "a 6" pipe.', ['"a 6"']),
    ("en", '"I will not.', ['"I will not.']),
    ("en", "‘I will not.", ["‘I will not."]),
    ("en", "The ’bout and the ‘Abd and 'Umar were there", []),
    ("en", "“I will not.\n\n“I shall,” he said.", ["“I will not.", "“I shall,”"]),
    ("en", '"I will not.\n\n"I shall," he said.', ['"I will not.', '"I shall,"']),
    ("en", "“I will not. “I shall,” he said.", ["“I will not. ", "“I shall,”"]),
    ("en", '(“yes”) and ["no"]: “so”—"thus"', ["“yes”", '"no"', "“so”", '"thus"']),
    ("en", 'say " we resign " now', ['" we resign "']),
    ("en", "— The parties agreed, said Abel.", []),
    ("en", "Abel called it <<a disgrace>>.", ["<<a disgrace>>"]),
    ("en", "Where a << b, c >> d and <<e, and x>> left", ["<<e, and x>>"]),
    ("ar", 'قال المتحدث و"لن نوقع" أمس', ['"لن نوقع"']),
    ("ar", 'وصفها بـ «العار» وبال"عار" وبعد"ها', ["«العار»", '"عار"']),
    # German, Austrian, Swiss
    ("de", "Er sagte: „Nein“ und ging.", ["„Nein“"]),
    ("de", 'Er sagte: „Nein" und ging.', ['„Nein"']),
    ("de", "„Er rief ‚nein‘ und ging.“", ["„Er rief ‚nein‘ und ging.“", "‚nein‘"]),
    ("de", "»Nein«, sagte er, »das ›ist‹ so.«", ["»Nein«", "»das ›ist‹ so.«", "›ist‹"]),
    ("de", "Wie geht’s, Hans’ Hut und ’ne Sache.", []),
    ("de-CH", "Er sagte: «Nein» und «ja».", ["«Nein»", "«ja»"]),
    ("de", ",,Nein'', sagte er.", [",,Nein''"]),
    # French
    ("fr", "« Bonjour » dit-il, «non».", ["« Bonjour »", "«non»"]),
    ("fr", "«\xa0L’accès est «\xa0libre\xa0»\xa0», dit-il.", 2),
    ("fr", "L’accès, l'été, aujourd’hui, d’une qu'il", []),
    ("fr", "« Nous partons.\n\n» Nous revenons », dit-il.", 2),
    ("fr", "— Bonjour, dit-il. Je pars.", ["— Bonjour,", "Je pars."]),
    ("fr", "— Bonjour !", ["— Bonjour !"]),
    ("fr", 'L’«accord» et qu’“elles” à l\'"être".', ["«accord»", "“elles”", '"être"']),
    ("fr", "‘L’“accord” est là’, dit-il.", ["‘L’“accord” est là’", "“accord”"]),
    ("fr", "– L’accord est là, a déclaré Abel.", ["– L’accord est là,"]),
    # Spanish, Portuguese, Italian
    ("es", "—No firmaremos —dijo Abel—. Nos vamos.", ["—No firmaremos", "Nos vamos."]),
    ("es", "—¿No? —preguntó.", ["—¿No?"]),
    ("es", "Dijo «no “del todo”» y salió.", ["«no “del todo”»", "“del todo”"]),
    ("pt", "— Não assinamos — disse Abel.", ["— Não assinamos"]),
    ("it", "«L’accordo c’è», dice Abel.", ["«L’accordo c’è»"]),
    # Polish, Czech, Hungarian, Russian, Ukrainian
    ("pl", "– Nie podpiszemy – powiedział Abel. – To koniec.", ["– Nie podpiszemy", "To koniec."]),
    ("pl", "„Nie „to” tak” rzekł.", ["„Nie „to” tak”", "„to”"]),
    ("pl", "„Nie «to» tak” rzekł.", ["„Nie «to» tak”", "«to»"]),
    ("cs", "„Ne,“ řekl a ‚snad‘ šel.", ["„Ne,“", "‚snad‘"]),
    ("hu", "„Nem »az« lesz” – mondta.", ["„Nem »az« lesz”", "»az«"]),
    ("ru", "— Нет, — сказал Абель. — Всё.", ["— Нет,", "Всё."]),
    ("ru", "Он сказал: «Это „да“».", ["«Это „да“»", "„да“"]),
    ("uk", "Він сказав: «Об'єкт п’ять».", ["«Об'єкт п’ять»"]),
    # Swedish, Finnish, Danish, Norwegian
    ("sv", "Han sa ”aldrig” och ’nej’.", ["”aldrig”", "’nej’"]),
    ("sv", "– Vi skriver inte på, säger Abel, som gick.", ["– Vi skriver inte på,"]),
    ("sv", "- Vi skriver inte på, säger Abel.", ["- Vi skriver inte på,"]),
    ("sv", "Abel gick. – Vi skriver inte på, säger han.", ["– Vi skriver inte på,"]),
    ("sv", "Abel gick 2023 – han skrev inte på. – nej", []),
    ("ru", "Он сказал: «Да. — Нет»", ["«Да. — Нет»"]),
    ("fi", "Hän sanoi ”ei ’koskaan’ enää”.", ["”ei ’koskaan’ enää”", "’koskaan’"]),
    ("fi", "»Ei», hän sanoi, »koskaan».", ["»Ei»", "»koskaan»"]),
    ("da", "»Nej,« sagde han.", ["»Nej,«"]),
    # Dutch, Turkish, Arabic, Hebrew
    ("nl", "‘Nee’, zei hij om 's avonds in 't huis.", ["‘Nee’"]),
    ("nl", "„Nee”, zei hij.", ["„Nee”"]),
    ("tr", "Abel “Türkiye’nin yolu” dedi.", ["“Türkiye’nin yolu”"]),
    ("ar", "قال «نعم» ثم ”لا“.", ["«نعم»", "”لا“"]),
    ("he", 'הוא אמר "צה"ל כאן" והלך.', ['"צה"ל כאן"']),
    # Chinese, Japanese, Korean
    ("zh", "他说“你好”。", ["“你好”"]),
    ("zh", "他说‘你好’吗", ["‘你好’"]),
    ("zh", '他说"你好"吗', ['"你好"']),
    ("zh-TW", "他說「你『好』」。", ["「你『好』」", "『好』"]),
    ("ja", "首相は〝約束〟と「合意」を述べた。", ["〝約束〟", "「合意」"]),
    ("ja", "〝約束〞と｢合意｣", ["〝約束〞", "｢合意｣"]),
    ("ko", "그는 ‘안녕’이라고 《책》 〈글〉", ["‘안녕’", "《책》", "〈글〉"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), TABLE)
def test_quotations_of_all_languages(language: str, text: str, expected: list[str] | int) -> None:
    found = quotations(text, language)
    if isinstance(expected, int):
        assert len(found) == expected
    else:
        assert [text[each.start : each.end].strip() for each in found] == [
            each.strip() for each in expected
        ]


@pytest.mark.parametrize(
    ("text", "levels", "styles", "closed"),
    [
        ("“a ‘b “c” d’ e”", [1, 2, 3], ["double", "single", "double"], [True, True, True]),
        ("«a “b” c» 「d」", [1, 2, 1], ["angle", "double", "corner"], [True, True, True]),
        ("— a “b”, dit-il", [1, 2], ["dash", "double"], [True, True]),
        ("“a ‘b’", [1, 2], ["double", "single"], [False, True]),
        ("“a «b” c»", [1, 2], ["double", "angle"], [True, False]),
    ],
)
def test_levels_styles_and_ends(
    text: str, levels: list[int], styles: list[str], closed: list[bool]
) -> None:
    found = quotations(text)
    assert [each.level for each in found] == levels
    assert [each.style for each in found] == styles
    assert [each.closed for each in found] == closed


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("“a”", True),
        ("'a'", True),
        ("„a“", True),
        ("»a«", True),
        ("“a", False),
        ("’a’", False),
        ("“a“", False),
        ("— A", False),
        ("‘the boys’ hats,’", False),
    ],
)
def test_what_may_be_something_else_is_not_certain(text: str, certain: bool) -> None:
    assert [each.certain for each in quotations(text)] == [certain]


def test_the_words_are_told_from_their_marks_and_spaces() -> None:
    text = "Elle dit «\xa0oui\xa0», puis ''non''."
    assert [text[each.inner_start : each.inner_end] for each in quotations(text)] == ["oui", "non"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“We agree”", "We agree"),
        (" “We agree” ", "We agree"),
        ("''We agree''", "We agree"),
        ("« Nous voulons »", "Nous voulons"),
        ("»Ja«", "Ja"),
        ("「はい」", "はい"),
        ("“We ‘all’ agree”", "We ‘all’ agree"),
        ("““We agree””", "“We agree”"),
        ("“We agree” and “we sign”", "“We agree” and “we sign”"),
        ("“We agree”.", "“We agree”."),
        ("“We agree", "“We agree"),
        ("'90s music and the boys'", "'90s music and the boys'"),
        ("— We agree", "— We agree"),
        ("We agree", "We agree"),
        ("", ""),
    ],
)
def test_outer_marks_are_taken_off_a_whole_quotation_only(text: str, bare: str) -> None:
    assert unquoted(text) == bare


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("He said “no” to it", "He said ‘no’ to it"),
        ('He said "no" to it', "He said ‘no’ to it"),
        ("He said ‘no’ to it", "He said ‘no’ to it"),
        ("He's said 'no' to the boys' own", "He's said ‘no’ to the boys' own"),
        ("Er sagte „Nein ‚so‘ nicht“", "Er sagte ‘Nein “so” nicht’"),
        ("Il a dit «\xa0non\xa0» à l’autre", "Il a dit ‘\xa0non\xa0’ à l’autre"),
        ("他说「不」", "他说‘不’"),
        ("it ''is'' so", "it ‘\u034fis’\u034f so"),
        ("the end of it.” He left", "the end of it.’ He left"),
        ("“it goes on", "‘it goes on"),
        ('a 6" pipe of the ’90s', 'a 6" pipe of the ’90s'),
    ],
)
def test_inner_marks_are_drawn_single(text: str, drawn: str) -> None:
    assert nested(text) == drawn


@pytest.mark.parametrize(
    ("text", "before", "after", "language", "leaves"),
    [
        ("“We agree to act,” he said. “Soon.”", "We agree", "Soon", "en", True),
        ("“We agree to act,” he said. “Soon.”", "We agree", "to act", "en", False),
        ("“We agree,” he said.", "We agree,", "he said", "en", True),
        ("“We agree,” he said, by noon.", "he said", "noon", "en", False),
        ("He said “so” and “thus” again.", "He said", "again", "en", False),
        ("'We don't agree,' he said, 'to it'.", "We don't", "to it", "en", True),
        ("'We don't agree to it'.", "We", "to it", "en", False),
        ("»Wir wollen«, sagte er, »das nicht«.", "Wir", "das nicht", "de", True),
        ("„Wir wollen das“, sagte er.", "Wir", "sagte er", "de", True),
        ("”Vi vill”, sa han, ”inte”.", "Vi", "inte", "sv", True),
        ("– Vi vill inte, säger Abel.", "Vi vill", "Abel", "sv", True),
        ("—No vamos —dijo Abel—. Nunca.", "No", "Nunca", "es", True),
        ("we agree to it,” he said by noon", "we agree", "by noon", "en", True),
        ("“We ‘all’ agree to it”", "We ‘all", "to it", "en", True),
        ("“We ‘all’ agree to it”", "We", "to it", "en", False),
        ('“We agree to a 6" pipe,” he said', "We agree", "pipe", "en", False),
    ],
)
def test_an_ellipsis_that_leaves_a_quotation_is_seen(
    text: str, before: str, after: str, language: str, leaves: bool
) -> None:
    start = text.index(before) + len(before)
    assert leaves_quotation(text, start, text.index(after, start), language) is leaves


def test_there_is_one_list_of_marks() -> None:
    paired = "".join(sign for opening, closing in CLOSERS.items() for sign in (opening, *closing))
    letters = "ʹʻʼʽ"
    assert set(paired) - set(",<>") == set(MARKS) - set(letters)
    assert quotations("ʻa ʼb ʽc ʹd Hawaiʻi") == ()


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("“”„‟\"«»‹›「」『』《》‘’‚‛'`´＇＂′″—–- \xa0\n.,:!?s90nabÀц日안א"),
        st.characters(),
    ),
    max_size=80,
)


def _inside(inner: Quotation, outer: Quotation) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


@given(ANY_TEXT, st.sampled_from(["", "en", "fr", "es", "de", "sv", "he", "zh-TW"]))
def test_quotations_nest(text: str, language: str) -> None:
    around: list[Quotation] = []
    last = 0
    for each in quotations(text, language):
        assert last <= each.start < each.end <= len(text)
        assert each.start <= each.inner_start <= each.inner_end <= each.end
        last = each.start
        while around and around[-1].end <= each.start:
            around.pop()
        assert not around or _inside(each, around[-1])
        around.append(each)
        assert each.level == len(around)


@given(ANY_TEXT)
def test_a_text_with_marks_is_known_to_have_some(text: str) -> None:
    assert has_mark(text) or not marks_of(text, 0, len(text))


@given(ANY_TEXT)
def test_drawing_and_stripping_keep_the_words(text: str) -> None:
    drawn = nested(text)
    assert len(drawn) == len(text)
    assert [a for a, b in zip(text, drawn, strict=True) if a != b and a.isalnum()] == []
    assert unquoted(text) in text


@given(ANY_TEXT, st.data())
def test_leaving_is_told_for_any_two_places(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert leaves_quotation(text, start, end) in (True, False)
    assert not leaves_quotation(text, start, start)


def _calls(work: Callable[[], object]) -> int:
    """Count the calls that some work makes."""
    count = 0

    def seen(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "piece",
    ["“", "‘", "“a ", "'a ", "” ", "„a “b ", "‘a “b ", "the boys' ", "«", "'' ", "— a, dit-il. "],
)
def test_the_work_grows_with_the_length_only(piece: str) -> None:
    quotations(piece * 10, "fr")
    once = _calls(lambda: quotations(piece * 500, "fr"))
    assert _calls(lambda: quotations(piece * 2000, "fr")) < 5 * once
