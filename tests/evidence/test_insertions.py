"""What a bracket in a quotation may stand for: all is told, and nothing made up is verified."""

import pytest

from briefing.model.core import State
from briefing.model.evidence import Insertion
from tests.evidence.helpers import find, words_at

SPEECH = (
    '"We will increase defense spending next year," he told reporters. Then he said that Russia '
    "must leave. They support the plan only if Congress pays. The minister commits to it."
)
BRACKETS = "They said [laughter] that the [CDU] must act at once. The [SPD] left the room [sic]."


@pytest.mark.parametrize(
    ("text", "exact", "told", "found"),
    [
        (SPEECH, "[T]hen he said", [], "Then he said"),
        (SPEECH, "[t]hen he said", [("t", "T")], "Then he said"),
        ("the chiefs said so", "[T]he chiefs said", [("T", "t")], "the chiefs said"),
        (SPEECH, "[Japan] will increase", [("Japan", "We")], "We will increase"),
        (SPEECH, "[The ministers] support the plan", [("The ministers", "They")], "They support"),
        (SPEECH, "They [the allies] support", [("the allies", "")], "They support"),
        (SPEECH, "he [Austin] said that", [("Austin", "")], "he said that"),
        (SPEECH, "[Kishi] commits to it", [("Kishi", "The minister")], "The minister commits"),
        (SPEECH, "support the plan [sic] only", [("sic", "")], "support the plan only"),
        (SPEECH, "Russia must leave [sic]", [("sic", "")], "Russia must leave"),
        (SPEECH, "minister commit[ted] to it", [("ted", "s")], "minister commits to it"),
        (SPEECH, "they support[ed] the plan", [("ed", "")], "They support the plan"),
        ("The vote is near.", "The vote [was] near", [("was", "is")], "The vote is near"),
        (
            "the SDF will go",
            "the [Self-Defense Forces] will go",
            [("Self-Defense Forces", "SDF")],
            "the SDF will go",
        ),
        (
            "told Austin of it",
            "told [Lloyd Austin] of it",
            [("Lloyd Austin", "Austin")],
            "told Austin of it",
        ),
        (
            "he said on Thursday that",
            "said on Thursday [12 January] that",
            [("12 January", "")],
            "said on Thursday that",
        ),
        (BRACKETS, "They said [laughter] that the [CDU] must act", [], "They said [laughter]"),
        (BRACKETS, "[They] said [laughter] that", [], "They said [laughter] that"),
        (BRACKETS, "left the room [sic]", [], "left the room [sic]"),
        (BRACKETS, "said [laughter] that the [CDU] must act [sic] at", [("sic", "")], "said"),
    ],
)
def test_a_clarification_is_verified_and_told(
    text: str, exact: str, told: list[tuple[str, str]], found: str
) -> None:
    passage = find(text, exact)
    assert passage.state.verified, passage
    assert (passage.state is State.INSERTED) is bool(told)
    assert [(each.text, each.masked) for each in passage.insertions] == told
    assert words_at(text, passage)[0].startswith(found)


@pytest.mark.parametrize(
    ("text", "exact", "found"),
    [
        ("The minister commits. He left.", "The minister commit[ted]", "The minister commits"),
        ("They are unchanged now.", "[un]changed now", "unchanged now"),
        ("They support them. He left.", "They support [the allies]", "They support them"),
        ("He left. They support it.", "[The allies] support it", "They support it"),
    ],
)
def test_what_a_bracket_at_an_edge_stands_for_belongs_to_the_words(
    text: str, exact: str, found: str
) -> None:
    passage = find(text, exact)
    assert passage.state.verified
    assert words_at(text, passage) == [found]


@pytest.mark.parametrize(
    ("text", "exact", "masked"),
    [
        ("It rained. Big Russia must leave.", "[Ukraine] must leave", "Big Russia"),
        ("It rained! Big Russia must leave.", "[Ukraine] must leave", "Big Russia"),
        ("It met Dr. Big Russia must leave.", "[Ukraine] must leave", "Russia"),
        ("Russia must leave soon. It rains.", "Russia must [stay]", "leave soon"),
        ("Russia must leave soon.' It rains.", "Russia must [stay]", "leave soon"),
    ],
)
def test_a_bracket_at_an_edge_stands_for_words_of_its_sentence(
    text: str, exact: str, masked: str
) -> None:
    passage = find(text, exact)
    assert passage.state is State.DRIFTED
    assert [each.masked for each in passage.insertions] == [masked]


def test_house_style_at_the_edges_is_told_beside_a_bracket() -> None:
    passage = find(SPEECH, "they [the allies] support the plan.")
    assert passage.state is State.INSERTED
    assert set(passage.differences) == {"first letter", "final mark"}


def test_house_style_beside_a_bracket_leaves_the_ellipsis_told() -> None:
    text = "They agreed, he said, to leave Rome now, all"
    passage = find(text, "they [sic] agreed … to leave Rome now.")
    assert passage.differences == ("first letter", "final mark")
    assert words_at(text, passage) == ["They agreed", "to leave Rome now"]
    assert [gap.words for gap in passage.gaps] == [2]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        (SPEECH, "[Nobody should ever] increase [taxes to pay for this war]"),
        (SPEECH, "he said that [Ukraine] must leave"),
        (SPEECH, "[Ukraine] must leave"),
        (SPEECH, "They support the plan [happily]"),
        (SPEECH, "They [oppose] the plan"),
        (SPEECH, "They [happily] support the plan"),
        (SPEECH, "We will [never] increase defense spending"),
        (SPEECH, "We [do not] increase"),
        (SPEECH, "[All of us] will increase"),
        (SPEECH, "[Critics say they] will increase"),
        (SPEECH, "We will [with China] increase defense spending"),
        (SPEECH, "We will increase [our pensions] next year"),
        (SPEECH, "We [may] increase defense spending"),
        ("He spoke before the new Congress met.", "before the new [Senate] met"),
        ("They asked the Administration for it.", "They asked the [Shuttle] for it"),
        ("They read a letter to them.", "They read a letter to [Recognizing]"),
        ("They raise the cost of it.", "They raise the … [and the Court laughed]"),
        ("He said so at last.", "[She] said so at last"),
        ("They left at noon.", "[We] left at noon"),
        ("Some 5 of them left.", "Some 5[m] of them left"),
        ("Il a dit cela hier.", "[Elle] a dit cela hier"),
        (SPEECH, "Russia must [not] leave"),
        (SPEECH, "We will increase [12 January] defense"),
        (SPEECH, "[Two ministers] support the plan"),
        (SPEECH, "[China and Japan] will increase"),
        (SPEECH, "they support the plan [if] only"),
        (SPEECH, "The minister [un]commits to it"),
        ("it is hopeless now", "it is hope[ful] now"),
        ("it is changed now", "it is [un]changed now"),
        ("they sent fifty ships to the strait", "they sent [five] ships to the strait"),
        ("they sent 50 ships to the strait", "they sent [some] ships to the strait"),
        ("they may act together soon", "they [shall] act together soon"),
        ("we do not agree to it", "we [all] agree to it"),
        ("we agree to it", "we [do not] agree to it"),
        ("the bestates agree", "the state[s]"),
        (BRACKETS, "the [SPD] must act"),
        (BRACKETS, "The [CDU] left the room"),
        (BRACKETS, "They said [applause] that the"),
        (BRACKETS, "The party [SPD] left the room"),
        ("Die Regierung stimmt dem Plan zu.", "Die Regierung [lehnt] dem Plan zu"),
    ],
)
def test_what_is_made_up_in_brackets_is_never_verified(text: str, exact: str) -> None:
    assert not find(text, exact).state.verified


@pytest.mark.parametrize("language", ["de", "fr", "ru", "ja", "sw"])
def test_no_word_of_the_source_may_be_replaced_in_any_language(language: str) -> None:
    text = "Alpha bravo charlie delta echo foxtrot golf."
    assert not find(text, "bravo [zulu] delta echo", language=language).state.verified
    assert not find(text, "bravo charlie [zulu] delta", language=language).state.verified
    assert not find(text, "[zulu] delta echo foxtrot", language=language).state.verified


def test_a_bracket_at_the_end_that_masks_nothing_is_refused_with_what_to_do() -> None:
    passage = find("Russia must leave.", "[Surely] Russia must leave")
    assert passage.state is State.DRIFTED
    assert passage.insertions == (Insertion("Surely"),)
    assert passage.reason == "the bracket [Surely] stands for nothing that is there"
    assert passage.remedy == "drop the bracket"


def test_a_turned_sense_is_told_with_the_masked_words() -> None:
    passage = find(SPEECH, "[Ukraine] must leave")
    assert (passage.state, passage.paragraph) == (State.DRIFTED, 1)
    assert passage.insertions[0][:2] == ("Ukraine", "Russia")
    assert passage.risks == ("name",)
    assert passage.found == "Russia must leave"
    assert passage.reason == "the bracket [Ukraine] stands for 'Russia'"


def test_many_insertions_among_repeated_words_do_not_take_for_ever() -> None:
    assert not find("a " * 90, "a " + "[sic] a " * 20 + "z").state.verified
    assert find("a " * 90 + "z", "a " + "[sic] a " * 20 + "z").state is State.INSERTED
