"""Quotation marks of many languages: what is quoted, what is an apostrophe, and how it is drawn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quotation import (
    leaves_quotation,
    nested,
    quotations,
    redrawn,
    straightened,
    unquoted,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # English
        ("He said “we go” now.", ["we go"]),
        ('He said "we go" now.', ["we go"]),
        ("He said ‘we go’ now.", ["we go"]),
        ("He said 'we go' now.", ["we go"]),
        ("He said ''we go'' now.", ["we go"]),
        ("He said ``we go'' now.", ["we go"]),
        ("He said `we go' now.", ["we go"]),
        ("‘We will not,’ he said, adding that ‘it’s over’.", ["We will not,", "it’s over"]),
        ("don't say 'it's over' now", ["it's over"]),
        ("“a ‘b’ c”", ["a ‘b’ c", "b"]),
        ("‘a “b” c’", ["a “b” c", "b"]),
        ("\"a 'b' c\"", ["a 'b' c", "b"]),
        ("(“so”)", ["so"]),
        ("—“so”—", ["so"]),
        ("“runs on", ["runs on"]),
        ("“one\n\n“two”", ["one", "two"]),
        ("“one”“two”", ["one", "two"]),
        ("He said 'the students' union' won", ["the students' union"]),
        ("the 'West'", ["West"]),
        ("‘’90s music’", ["’90s music"]),
        # no quotations
        ("don't, can’t, James' book", []),
        ("the students' books and the teachers' rooms", []),
        ("rock ’n’ roll in the ’90s", []),
        ("O’Brien’s l’accès d'eau", []),
        ("5' 10\" tall", []),
        ("'Tis the season, 'twas", []),
        ("the '90s and the '80s", []),
        ("no marks at all", []),
        ("", []),
        ("Hawai‘i and Ka‘u", []),
        # German
        ("Er sagte „wir gehen“ dazu.", ["wir gehen"]),
        ("Er sagte »wir gehen« dazu.", ["wir gehen"]),
        ("„a ‚b‘ c“", ["a ‚b‘ c", "b"]),
        ("»a ›b‹ c«", ["a ›b‹ c", "b"]),
        ("Hans' Auto und Peters’ Haus", []),
        # French
        ("Il dit « on part » hier.", [" on part "]),
        ("Il dit «\u202fon part\u202f» hier.", ["\u202fon part\u202f"]),
        ("« a “b” c »", [" a “b” c ", "b"]),
        ("qu’il aujourd’hui n’a", []),
        ("— On part, dit-il.", ["On part, dit-il."]),
        # Spanish, Italian, Portuguese
        ("Dijo «nos vamos» ayer.", ["nos vamos"]),
        ("—Nos vamos —dijo ella—. Ya.", ["Nos vamos —dijo ella—. Ya."]),
        ("Ha detto «andiamo» all’alba", ["andiamo"]),
        ("Disse “vamos” ontem.", ["vamos"]),
        ("–¿Vamos? –dijo", ["¿Vamos? –dijo"]),
        # Polish, Czech, Hungarian, Romanian
        ("Powiedział „idziemy” wczoraj.", ["idziemy"]),
        ("Řekl „jdeme“ včera a ‚ne‘.", ["jdeme", "ne"]),
        ("Azt mondta, „megyünk” és »nem«.", ["megyünk", "nem"]),
        # Swedish, Finnish, Danish
        ("Han sa ”vi går” nu.", ["vi går"]),
        ("Hän sanoi ’mennään’ nyt.", ["mennään"]),
        ("Han sagde »vi går« nu.", ["vi går"]),
        # Russian, Ukrainian
        ("Он сказал «мы идём» вчера.", ["мы идём"]),
        ("«a „b“ c»", ["a „b“ c", "b"]),
        ("— Идём, — сказал он.", ["Идём, — сказал он."]),
        # Japanese, Chinese, Korean
        ("「反撃能力」を『保有』", ["反撃能力", "保有"]),
        ("「ルールに『基づく』秩序」", ["ルールに『基づく』秩序", "基づく"]),
        ("他说“我们走”了。", ["我们走"]),
        ("他说：“我们走。”", ["我们走。"]),
        ("《人民日报》说", ["人民日报"]),
        ("그는 “가자”고 말했다", ["가자"]),
        # Arabic, Hebrew, Greek
        ("قال «نذهب» أمس", ["نذهب"]),
        ("قال “نذهب” أمس", ["نذهب"]),
        ('הוא אמר "נלך" אתמול', ["נלך"]),
        ("Είπε «πάμε» χθες.", ["πάμε"]),
    ],
)
def test_what_stands_between_quotation_marks(text: str, words: list[str]) -> None:
    assert [quotation.words(text) for quotation in quotations(text)] == words


MARKED = st.text(alphabet="ab s'\"“”„‘’‚«»‹›「」`-—\n", max_size=60)


@given(MARKED)
def test_quotations_hold_one_another_or_stand_apart(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        assert 0 <= quotation.start <= quotation.inner_start <= quotation.inner_end
        assert quotation.inner_end <= quotation.end <= len(text)
    for first, second in pairwise(found):
        assert first.start <= second.start
        assert first.end <= second.start or second.end <= first.end


@given(MARKED, st.booleans())
def test_drawing_keeps_the_length_and_every_letter(text: str, holds: bool) -> None:
    for drawn in (redrawn(text, lambda words: holds)[0], nested(text), straightened(text)):
        assert len(drawn) == len(text)
        assert [c for c in drawn if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“We go”", "We go"),
        (" « We go » ", "We go"),
        ("「行く」", "行く"),
        ('"We go," he said. "Now"', '"We go," he said. "Now"'),
        ("“We” go", "“We” go"),
        ("We go", "We go"),
        ("— Bonjour", "— Bonjour"),
        ("“open", "“open"),
    ],
)
def test_marks_around_all_of_a_text_are_taken_off(text: str, bare: str) -> None:
    assert unquoted(text) == bare


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a “b” c", "a ‘b’ c"),
        ('a "b ‘c’ d" e', "a ‘b “c” d’ e"),
        ("it’s «b»", "it’s ‘b’"),
        ("反撃「能力」", "反撃‘能力’"),
    ],
)
def test_marks_within_a_quotation_are_nested(text: str, drawn: str) -> None:
    assert nested(text) == drawn


@pytest.mark.parametrize(
    ("text", "drawn", "missing"),
    [
        ("He said «yes» and “no”.", 'He said “yes” and "no".', ("no",)),
        ("He said „yes“ and ''no''.", 'He said “yes” and "\u034fno"\u034f.', ("no",)),
        ("He said “a ‘b’ no”.", "He said \"a 'b' no\".", ("a ‘b’ no",)),
        ("don’t", "don’t", ()),
        ("— said", "— said", ()),
    ],
)
def test_only_what_was_found_stands_between_curly_marks(
    text: str, drawn: str, missing: tuple[str, ...]
) -> None:
    assert redrawn(text, lambda words: words == "yes") == (drawn, missing)


@pytest.mark.parametrize(
    ("text", "start", "end", "leaves"),
    [
        ("“We go,” he said. “Now.”", 4, 20, True),
        ("“We go,” he said. “Now.”", 7, 20, True),
        ("“We go and come.”", 4, 10, False),
        ("He said “we go”.", 2, 16, False),
        ("„Wir gehen“, sagte er. „Jetzt.“", 5, 25, True),
        ("「行く」と言った「今」", 2, 9, True),
    ],
)
def test_words_that_leave_a_quotation(text: str, start: int, end: int, leaves: bool) -> None:
    assert leaves_quotation(text, start, end) is leaves
