"""What becomes of each kind of quotation in a memo."""

from pathlib import Path

import pytest

from briefing.verifying.verdict import Verdict
from tests.verifying.conftest import Verify


def _only(verify: Verify, text: str) -> Verdict:
    (verdict,) = verify(text)
    return verdict


@pytest.mark.parametrize(
    ("memo", "standing", "holds"),
    [
        ('They “will share the water in good years”.', "verbatim", True),
        ("They ‘will share the *water* in **good** years’.", "verbatim", True),
        ('"We will share the water in good years," they wrote.', "verbatim", True),
        ('It reads "Every reading goes to both capitals".', "verbatim", True),
        ('It is about "fish".', "ambiguous", False),
        ('They met in Basel over "fish".', "verbatim", True),
        ('It said “The dam on the upper river is planned.”', "drifted", False),
        ('It said "We will share the wine in good years".', "drifted", False),
        ('It said "the treaty will hold".', "truncated", False),
        ('It may not be that "the treaty will hold"; I doubt it.', "verbatim", True),
        ('It said "We will sign by June".', "truncated", False),
        ('It said "We will sign by June unless the rains fail".', "verbatim", True),
        ('It said "the talks will succeed this year".', "truncated", False),
        (
            'It said "We will share the water in good years and every reading goes to both'
            ' capitals".',
            "joined",
            False,
        ),
        ('It said "We will share … goes to both capitals".', "joined", False),
        ('It said "nobody ever wrote a sentence like this one".', "missing", False),
        ('It said “[they] will share the water in good years”.', "inserted", True),
        ("> Every reading goes to both capitals.", "verbatim", True),
        ("> Every reading goes to neither capital.", "drifted", False),
    ],
)  # fmt: skip
def test_what_becomes_of_a_quotation(verify: Verify, memo: str, standing: str, holds: bool) -> None:
    verdict = _only(verify, memo)
    assert (verdict.standing, verdict.holds) == (standing, holds)


def test_a_dropped_word_is_shown_and_named(verify: Verify) -> None:
    verdict = _only(verify, "It said “The dam on the upper river is planned.”")
    added = [part.text.strip() for part in verdict.difference if part.kind == "added"]
    assert added == ["not"]
    assert verdict.passage is not None
    assert verdict.passage.risks == ("negation",)


@pytest.mark.parametrize(
    ("memo", "told"),
    [
        ('It said "the treaty will hold".', "goes on in the source: ‘but I seriously doubt …’"),
        ('It said "We will sign by June".', "goes on in the source: ‘unless …’"),
        ('It said "the talks will succeed this year".', "left out before it: ‘Nobody"),
    ],
)
def test_what_was_cut_off_is_told(verify: Verify, memo: str, told: str) -> None:
    verdict = _only(verify, memo)
    assert any(told in each for each in verdict.told)


@pytest.mark.parametrize(
    ("memo", "agrees", "by"),
    [
        ("“We will share the water in good years,” Ada Voss said.", True, "card talks"),
        ("Voss said: “We will share the water in good years.”", True, "card talks"),
        ("“We will share the water in good years,” said Carl Moor.", False, "card talks"),
        ("According to Moor, “we will share the water in good years”.", False, "card talks"),
        ("“The dam on the upper river is not planned,” Ada Voss said.", None, ""),
        ("“Every reading goes to both capitals,” Moor said.", True, "paragraph 3 of press"),
        ("“Every reading goes to both capitals,” Ada Voss said.", False, "paragraph 3 of press"),
        ("“Every reading goes to both capitals,” Dora Stern said.", False, "paragraph 3 of press"),
    ],
)
def test_whom_the_memo_names_is_compared(
    verify: Verify, memo: str, agrees: bool | None, by: str
) -> None:
    verdict = _only(verify, memo)
    assert verdict.speaker is not None
    if agrees is not None:
        assert (verdict.speaker.agrees, verdict.speaker.by) == (agrees, by)
    assert verdict.holds == (verdict.speaker.agrees is not False)


@pytest.mark.parametrize(
    ("by", "named", "agrees"),
    [
        ("[moor]", "Carl Moor", True),
        ("[moor]", "Ada Voss", False),
        ("[voss, moor]", "Ada Voss", True),
        ("[voss]", "Carl Moor", False),
    ],
)
def test_words_quoted_within_a_point_are_those_of_whom_it_names(
    library: Path, verify: Verify, by: str, named: str, agrees: bool
) -> None:
    card = library / "content/meetings/talks.yaml"
    point = f"""\
      - point: The talks end with “I seriously doubt it”.
        by: {by}
        evidence: [{{source: courier, exact: but I seriously doubt it}}]
"""
    card.write_text(f"{card.read_text(encoding='utf-8')}{point}", encoding="utf-8")
    verdict = _only(verify, f"“I seriously doubt it,” {named} said.")
    assert verdict.speaker is not None
    assert (verdict.speaker.agrees, verdict.speaker.by) == (agrees, "card talks")
    assert verdict.holds == agrees


@pytest.mark.parametrize(
    "memo",
    [
        "“We will share the water in good years,” he said.",
        "Carl Moor was there. “We will share the water in good years.”",
        "“We will share the water in good years.”",
        # In a sentence before, a name is a reading of ours and no claim of the memo.
        "会談ののち、山田外相は記者団に語った。「We will share the water in good years」",
        "会谈结束后，王明回答了大家的问题。“We will share the water in good years.”",
    ],
)
def test_who_is_not_named_is_not_compared(verify: Verify, memo: str) -> None:
    assert _only(verify, memo).speaker is None


def test_a_title_that_is_nowhere_fails_nothing(verify: Verify) -> None:
    verdict = _only(verify, "See the film “The Long Dry Summer” for more.")
    assert (verdict.standing, verdict.title, verdict.holds) == ("missing", True, True)


def test_a_caution_goes_with_the_words(verify: Verify) -> None:
    assert _only(verify, "It reads “the hotline opens in 2022”.").caution == "Typed by hand."


def test_a_quotation_has_its_place_in_the_file(verify: Verify) -> None:
    text = (
        "# Notes\n\n- One.\n- A **very** [bold](https://example.org) line:\n  it is “the treaty”.\n"
    )
    verdict = _only(verify, text)
    assert (verdict.line, verdict.column) == (5, 10)
    assert text.split("\n")[4][9:].startswith("the treaty")


def test_code_is_not_read(verify: Verify) -> None:
    assert verify("```\nprint(“the treaty”)\n```\n") == []
