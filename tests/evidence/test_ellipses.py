"""What an ellipsis may skip, what is told of it, and what it may not join."""

import pytest

from briefing.evidence.strategies.places import MAX_GAP
from briefing.model.core import State
from briefing.model.evidence import Gap
from tests.evidence.helpers import find, words_at

TALK = "We agree, they said at last, to act together."


@pytest.mark.parametrize(
    ("text", "exact", "found"),
    [
        (TALK, "We agree … to act together", ["We agree", "to act together"]),
        (TALK, "We agree [...] to act together", ["We agree", "to act together"]),
        (TALK, "... We agree . . . to act together ....", ["We agree", "to act together"]),
        (TALK, "we agree … to act together,", ["We agree", "to act together"]),
        ("we pause … then act", "we pause ... then act", ["we pause … then act"]),
        ("we agree, we agree to act now", "we agree … act now", ["we agree", "act now"]),
        (
            "citing it, the Pentagon left at noon",
            "the Pentagon … at noon",
            ["the Pentagon", "at noon"],
        ),
        (TALK, "together … We agree", []),
        ("we disagree to act", "we … agree to act", []),
        ("We agree.\n\nTo act is good.", "We agree … To act", []),
        (TALK, "We … together", []),
        (
            "日本は反撃能力を速やかに保有することを決めた",
            "反撃能力を … 保有する",
            ["反撃能力を", "保有する"],
        ),
    ],
)
def test_fragments_follow_in_order(text: str, exact: str, found: list[str]) -> None:
    passage = find(text, exact)
    assert passage.state.verified is bool(found)
    assert words_at(text, passage) == found


@pytest.mark.parametrize(
    ("text", "exact", "little"),
    [
        ("I paid it at a cost", "I … a cost", "I"),
        ("We will sign it and they will not", "We will … not", "not"),
        ("They sign. They sign again, all of them", "sign … all of them", "sign"),
        (TALK, "We agree … at … act together", "at"),
    ],
)
def test_a_single_common_word_between_ellipses_is_too_little(
    text: str, exact: str, little: str
) -> None:
    passage = find(text, exact)
    assert passage.state is State.MISSING
    assert passage.reason == f"'{little}' between ellipses is too little to mean one place"
    assert passage.remedy == "quote two words at least"


def test_a_rare_word_may_stand_alone_between_ellipses() -> None:
    text = "Speaking in Hiroshima, he called the treaty a start."
    assert find(text, "Hiroshima … called the treaty").state is State.VERBATIM


@pytest.mark.parametrize(
    ("text", "exact", "gap"),
    [
        (TALK, "We agree … to act together", Gap(4)),
        (
            "We will, he said, not leave the region",
            "We will … leave the region",
            Gap(3, ("negation",)),
        ),
        (
            "We will sign it if they pay for the ships",
            "We will sign … for the ships",
            Gap(4, ("condition",)),
        ),
        (
            "“We will sign,” she said on Monday. “The treaty is good.”",
            "We will sign … The treaty is",
            Gap(4, ("quotation",)),
        ),
        (
            "Nous voulons, dit-il, ne pas signer ce texte",
            "Nous voulons … signer ce texte",
            Gap(3, ("negation",)),
        ),
        (
            "Wir wollen den Vertrag heute nicht mehr unterschreiben",
            "Wir wollen … mehr unterschreiben",
            Gap(4, ("negation",)),
        ),
        (
            "Tunataka sana mkataba huu wa leo kwa wote",
            "Tunataka sana … kwa wote",
            Gap(4, (), checked=False),
        ),
    ],
)
def test_what_is_skipped_is_counted_and_never_silent(text: str, exact: str, gap: Gap) -> None:
    language = {"N": "fr", "D": "de", "T": "sw"}.get(text[0], "en")
    language = "de" if text.startswith("Wir") else language
    passage = find(text, exact, language=language)
    assert passage.state is State.VERBATIM
    assert passage.gaps == (gap,)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        (
            '"China is a threat," Abel said. "I do not believe war is near," Baker replied.',
            "China is a threat … war is near",
        ),
        (
            "“China is a threat,” said Foreign Minister Abel. “The war is near,” added Baker.",
            "China is a threat … war is near",
        ),
        (
            "ABEL: We will sign.\nQ: Really?\nBAKER: We leave in spring.",
            "We will sign … leave in spring",
        ),
        ("Abel: We will sign. Baker: We leave in spring.", "We will sign … leave in spring"),
    ],
)
def test_an_ellipsis_never_joins_two_speakers(text: str, exact: str) -> None:
    passage = find(text, exact)
    assert passage.state is State.DRIFTED
    assert passage.reason == "the words before and after the ellipsis are said by two speakers"
    assert passage.remedy == "quote each speaker apart"


@pytest.mark.parametrize(
    "exact",
    [
        "We can win the war,” … “They will lose",
        "can win the war,” … They will lose",
        "can win the war,” […] said. “They will lose",
        "can win the … will lose the war",
    ],
)
def test_marks_within_the_fragments_hide_no_second_speaker(exact: str) -> None:
    text = "“We can win the war,” Adams said. “They will lose the war,” Baker said."
    assert find(text, exact).state is State.DRIFTED


@pytest.mark.parametrize(
    ("text", "exact", "language"),
    [
        ("Wir werden das keineswegs morgen noch tun", "Wir werden … noch tun", "de"),
        ("They have supposedly met in Rome twice", "They have … Rome twice", "en"),
        ("Nous sommes loin de tout cela ici", "Nous sommes … cela ici", "fr"),
    ],
)
def test_a_skipped_denial_is_told(text: str, exact: str, language: str) -> None:
    assert find(text, exact, language=language).gaps[0].risks == ("negation",)


def test_one_speaker_quoted_twice_is_no_change_of_speaker() -> None:
    text = "“We will sign,” Abel said. “The treaty is good,” Abel added."
    assert find(text, "We will sign … The treaty is good").state is State.VERBATIM


@pytest.mark.parametrize(
    "text",
    [
        "We agree. One thing is certain: to act together.",
        "We agree, and this is why: to act together.",
        "We agree. At 10: to act together.",
    ],
)
def test_a_colon_after_what_is_no_name_changes_no_speaker(text: str) -> None:
    passage = find(text, "We agree … to act together")
    assert passage.state is State.VERBATIM
    assert passage.gaps[0].risks == ()


def test_in_each_place_the_shortest_stretch_counts() -> None:
    text = "Here we agree to act now. Again we agree, we agree to act now."
    passage = find(text, "we agree … act now")
    assert (passage.state, passage.candidates) == (State.AMBIGUOUS, (1, 1))


def test_the_gap_is_bounded() -> None:
    words = " ".join(f"word{n}" for n in range(MAX_GAP + 1))
    passage = find(f"We agree {words} to act.", "We agree … to act")
    assert passage.state is State.DRIFTED
    assert passage.reason == "the ellipsis skips 81 words, and 80 are the most"
    assert (
        find(f"We agree {words.rpartition(' ')[0]} to act.", "We agree … to act").gaps[0].words
        == 80
    )
