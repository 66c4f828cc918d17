"""The forms of a word: whichever of them stands in a text, none of the others is absent from it."""

from collections import defaultdict
from itertools import permutations
from pathlib import Path

import pytest

from briefing.evidence.texts.spellings import spellings
from briefing.library.library import Library
from briefing.search.language.stems import base, is_inflection
from briefing.search.language.words import words_in_order

ROOT = Path(__file__).resolve().parents[2]


def stands(word: str, text: str) -> bool:
    return spellings(word, "en").search(text) is not None


@pytest.mark.parametrize(
    "forms",
    [
        "tax taxes taxed taxing",
        "bus buses busses",
        "gas gases",
        "spy spies spied spying",
        "ban bans banned banning",
        "act acts acted acting",
        "cut cuts cutting",
        "pay pays paying paid",
        "add adds added adding",
        "end ends ended ending endings",
        "use uses used using",
        "age ages aged aging ageing",
        "control controls controlled controlling",
        "cancel cancels cancelled cancelling canceled canceling",
        "travel travels travelled travelling traveled traveling",
        "hero heroes",
        "veto vetoes vetoed vetoing",
        "go goes going gone went",
        "die dies died dying",
        "tie ties tied tying",
        "agree agrees agreed agreeing",
        "panic panics panicked panicking",
        "quiz quizzes quizzed",
        "crisis crises",
        "analysis analyses",
        "knife knives",
        "leaf leaves",
        "new newer newest",
        "big bigger biggest",
        "dry drier driest dries dried drying",
        "heavy heavier heaviest",
        "man men",
        "airman airmen",
        "box boxes boxed",
        "state states stated stating",
        "focus focuses focused focussed focusing",
        "visit visits visited visiting",
        "free frees freed freeing",
        "build builds built building buildings",
    ],
)
def test_each_form_of_a_word_finds_each_other(forms: str) -> None:
    missed = [
        (one, other) for one, other in permutations(forms.split(), 2) if not stands(one, other)
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("tax", "taxi"),
        ("bus", "busy"),
        ("act", "actor"),
        ("ban", "bank"),
        ("use", "us"),
        ("uses", "us"),
        ("us", "uses"),
        ("end", "endless"),
        ("add", "address"),
        ("let", "letter"),
        ("seed", "see"),
        ("herring", "her"),
        ("during", "dune"),
        ("this", "thing"),
        ("war", "ware"),
        ("EU", "eue"),
    ],
)
def test_other_words_are_no_forms(word: str, other: str) -> None:
    assert not stands(word, other)


def test_whatever_the_search_takes_for_a_form_is_one() -> None:
    """The words of a story against the stemmer of the search, which was written apart."""
    story = Library.open(ROOT).source("kyodo-2023-01")
    text = "\n".join(paragraph.text for paragraph in story.paragraphs)
    known = sorted({word for word in words_in_order(text) if word.isalpha() and word.isascii()})
    by_base = defaultdict(list)
    for word in known:
        by_base[base(word)].append(word)
    pairs = [
        pair for some in by_base.values() for pair in permutations(some, 2) if is_inflection(*pair)
    ]
    assert len(pairs) > 20
    assert [pair for pair in pairs if not stands(*pair)] == []
