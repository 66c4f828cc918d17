"""Verbs of strength: which count, how firm they are, and what makes them plain no more."""

import pytest

from briefing.analysis.compare.verbs import Strength, StrengthVerb, strength_verbs
from briefing.model.core import Span


def verbs(text: str, language: str = "en") -> list[StrengthVerb]:
    return list(strength_verbs(text, [Span(0, len(text))], "made", 1, language))


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(v.word, v.strength.name.lower(), v.hedge, v.hedge_word) for v in verbs(text)]


@pytest.mark.parametrize(
    ("text", "word", "strength"),
    [
        ("They noted the report.", "noted", "noted"),
        ("While noting that ships came", "noting", "noted"),
        ("He acknowledged the delay.", "acknowledged", "noted"),
        ("The two discussed next steps.", "discussed", "discussed"),
        ("They reaffirmed the treaty.", "reaffirmed", "reaffirmed"),
        ("the four confirmed the basic positions", "confirmed", "reaffirmed"),
        ("It was agreed on Monday.", "agreed", "agreed"),
        ("The ministers concurred that it rains.", "concurred", "agreed"),
        ("We agree that it rains.", "agree", "agreed"),
        ("They decided to work together", "decided", "decided"),
        ("They resolved to act.", "resolved", "decided"),
        ("Both remain committed to peace.", "committed", "committed"),
        ("Japan vowed to raise its budget", "vowed", "committed"),
        ("vowing to reinforce deterrence", "vowing", "committed"),
        ("They undertook to pay.", "undertook", "committed"),
        ("They committed 2,000 troops.", "committed", "committed"),
        ("Both committed themselves to peace.", "committed", "committed"),
        ("They are yet agreed on it.", "agreed", "agreed"),
        ("they pledge support", "pledge", "committed"),
        ("AGREED: no more dams.", "AGREED", "agreed"),
        ("They agreed not to build.", "agreed", "agreed"),
        ("Not only did they meet, they agreed.", "agreed", "agreed"),
        ("They did not meet but agreed on it.", "agreed", "agreed"),
        ("There was no change, they reaffirmed.", "reaffirmed", "reaffirmed"),
    ],
)
def test_a_plain_verb_is_what_it_says(text: str, word: str, strength: str) -> None:
    assert told(text) == [(word, strength, "", "")]


@pytest.mark.parametrize(
    ("text", "word", "hedge", "by"),
    [
        ("They did not agree.", "agree", "negated", "not"),
        ("They didn't agree.", "agree", "negated", "didn't"),
        ("They have not yet decided.", "decided", "negated", "not yet"),
        ("They never committed to it.", "committed", "negated", "never"),
        ("They failed to agree.", "agree", "negated", "failed"),
        ("He refused to commit.", "commit", "negated", "refused"),
        ("They met without agreeing on terms.", "agreeing", "negated", "without"),
        ("Have not, they said, agreed.", "agreed", "negated", "not"),
        ("Nobody agreed.", "agreed", "negated", "Nobody"),
        ("He denied that they had agreed.", "agreed", "negated", "denied"),
        ("They will agree.", "agree", "planned", "will"),
        ("They are expected to agree.", "agree", "planned", "expected to"),
        ("They plan to discuss it.", "discuss", "planned", "plan to"),
        ("They would have agreed.", "agreed", "planned", "would"),
        ("They could commit troops.", "commit", "planned", "could"),
        ("If agreed, work begins.", "agreed", "planned", "If"),
        ("Once agreed, work begins.", "agreed", "planned", "Once"),
        ("They have yet to agree.", "agree", "negated", "yet to"),
        ("They are considering committing troops.", "committing", "planned", "considering"),
        ("They agreed to consider it.", "agreed", "tentative", "to consider"),
        ("They agreed to further explore it.", "agreed", "tentative", "to further explore"),
        ("They agreed to disagree.", "agreed", "tentative", "to disagree"),
        ("They agreed in principle.", "agreed", "tentative", "in principle"),
        (
            "He promised in October to revise the strategy to consider all options.",
            "promised",
            "tentative",
            "to consider",
        ),
    ],
)
def test_a_verb_that_is_hedged_is_not_plain(text: str, word: str, hedge: str, by: str) -> None:
    first = next(verb for verb in verbs(text) if verb.word == word)
    assert (first.hedge, first.hedge_word, first.plain) == (hedge, by, False)


@pytest.mark.parametrize(
    "text",
    [
        "the agreed framework",
        "a newly agreed plan",
        "Japan's commitments and an agreement",
        "new pledges of support",
        "the ministers' pledge",
        "his notes",
        "They resolved the dispute.",
        "resolving those problems",
        "He committed a crime.",
        "crimes committed by them",
        "the projects undertaken there",
        "this important undertaking",
        "They disagreed.",
        "a committed partner",
        "They met and spoke.",
    ],
)
def test_nouns_and_adjectives_are_no_verbs(text: str) -> None:
    assert told(text) == []


def test_only_verbs_inside_the_words_count_but_what_hedges_them_may_stand_beside() -> None:
    text = "They did not agree to it, and decided to wait."
    start = text.index("agree")
    found = list(strength_verbs(text, [Span(start, start + 11)], "made", 7))
    assert [(v.word, v.hedge, v.hedge_span, v.paragraph) for v in found] == [
        ("agree", "negated", Span(9, 12), 7)
    ]


def test_verbs_are_known_for_english_only() -> None:
    assert verbs("Sie haben agreed gesagt", "de") == []
    assert [v.word for v in verbs("They agreed.", "en-GB")] == ["agreed"]


def test_the_ladder_is_the_one_that_is_documented() -> None:
    names = ["noted", "discussed", "reaffirmed", "agreed", "decided", "committed"]
    assert [each.name.lower() for each in sorted(Strength)] == names


def test_every_span_says_its_word() -> None:
    text = "They noted — “we’ve not agreed” — that nobody pledged, or decided to study it."
    for verb in verbs(text):
        assert text[verb.span.start : verb.span.end] == verb.word
        if verb.hedge_span:
            assert text[verb.hedge_span.start : verb.hedge_span.end] == verb.hedge_word
