"""House style and paper: what typesetting changes is typography, what changes a word is not."""

import pytest

from briefing.model.core import State
from tests.evidence.helpers import find, words_at

PAGES = (
    "The ministers agreed on a longer and better funded\n\n12\n\nANNUAL REPORT 2024\n\n"
    "plan for peace in the region. They left."
)
HEAD = "Annual Report of the Board"
HEARING = """ 1            CHAIRMAN: The committee will come to order. We have
 2   with us this morning Admiral Ruth Kessler.
 3            ADMIRAL KESSLER: Thank you. The read-
 4   iness of the fleet has improved, but it has not re-
 5   covered in all of the ports."""
HYPHENS = "The cap-\ntions came late, and the price-\ndetermining factors are un-\nknown to us."


@pytest.mark.parametrize(
    ("text", "exact", "difference"),
    [
        ("a word — another one", "a word—another one", ""),
        ("a word—another one", "a word - another one", ""),
        ("a word--another one", "a word – another one", ""),
        ("They agree, he said", "They agree.", "final mark"),
        ("They agree; he left", "They agree,", "final mark"),
        ("They agree and left", "They agree.", "final mark"),
        ("“They agree,” he said", "“They agree.”", "final mark"),
        ("then they agree now", "They agree now", "first letter"),
        ("They agree now", "they agree now", "first letter"),
        ("« l’accès » dit", "“l’accès” dit", ""),
        ("réunion : demain", "réunion: demain", ""),
        ("12,5 % de plus", "12,5% de plus", ""),
        (HYPHENS, "The captions came late", "line-end hyphen"),
        (HYPHENS, "the price-determining factors", "line-end hyphen"),
        (HYPHENS, "factors are unknown to us", "line-end hyphen"),
        (HEARING, "The readiness of the fleet has", "line-end hyphen, line number"),
        (HEARING, "it has not recovered in all", "line-end hyphen, line number"),
        (HEARING, "We have with us this morning", "line number"),
        (PAGES, "a longer and better funded plan for peace", "page break"),
        (PAGES.replace("ANNUAL REPORT 2024", HEAD), "better funded plan", "page break"),
        ("The ministers agreed on a longer\n\nplan for peace.", "longer plan for", "page break"),
        ("the treaty3 was signed", "the treaty was signed", "footnote mark"),
        ("the treaty.3 It was", "the treaty. It was", "footnote mark"),
        ("the treaty³ was signed", "the treaty was signed", "footnote mark"),
        ("“a good treaty”12 was signed", "“a good treaty” was", "footnote mark"),
        ("spent 1 250 000 euros", "spent 1,250,000 euros", "marks of thousands"),
        ("spent 1\u202f250\u202f000 euros", "spent 1250000 euros", "marks of thousands"),
        ("spent 1.250.000 euros", "spent 1,250,000 euros", "marks of thousands"),
        ("spent 1'250'000 euros", "spent 1,250,000 euros", "marks of thousands"),
        ("spent 1,250 euros", "spent 1250 euros", "marks of thousands"),
        ("a zero\u200bwidth\u2060d space", "a zerowidthd space", ""),
    ],
)
def test_typesetting_is_typography(text: str, exact: str, difference: str) -> None:
    passage = find(text, exact)
    assert passage.state is State.TYPOGRAPHY
    assert passage.differences == tuple(filter(None, difference.split(", ")))


@pytest.mark.parametrize(
    ("text", "exact", "language"),
    [
        ("grew — 5 percent more", "grew -5 percent more", "en"),
        ("Will they agree? Yes", "they agree.", "en"),
        ("spent 1.250 euros", "spent 1,250 euros", "en"),
        ("spent 1,250 euros", "spent 1250 euros", "de"),
        ("at the G20 talks", "at the G talks", "en"),
        ("in phase3 of it", "in phase of it", "en"),
        ("about 10² of them", "about 10 of them", "en"),
        ("some 40 m² of it", "some 40 m of it", "en"),
        ("the news co-op", "the news coop", "en"),
        ("they re-signed it", "they resigned it", "en"),
        ("nowhere to go", "now here to go", "en"),
        ('China\'s "provocative" acts', "China's provocative acts", "en"),
        ("Polish the text", "the Text", "en"),
        ("They came to an end.\n\nand left", "an end. and left", "en"),
        ("1 apple was good\n2 pears were bad", "good pears were", "en"),
        (PAGES.replace("plan for", "plan against"), "better funded plan for peace", "en"),
        (PAGES.replace("ANNUAL REPORT", "A report of the"), "funded plan for", "en"),
        (PAGES.replace("ANNUAL REPORT 2024", "Its Board Left."), "funded plan for", "en"),
        (HEARING, "the fleet has not improved", "en"),
        (HYPHENS, "factors are known to us", "en"),
    ],
)
def test_what_is_no_typography_is_not_verified(text: str, exact: str, language: str) -> None:
    assert not find(text, exact, language=language).state.verified


def test_words_over_a_page_break_say_both_paragraphs() -> None:
    passage = find(PAGES, "a longer and better funded plan for peace")
    assert passage.paragraph == 1
    assert passage.continued is not None
    assert passage.continued.paragraph == 4
    assert words_at(PAGES, passage) == ["a longer and better funded", "plan for peace"]


def test_paper_is_read_in_an_ellipsis_too() -> None:
    passage = find(HEARING, "The readiness of the fleet … has not recovered")
    assert passage.state is State.TYPOGRAPHY
    assert passage.gaps[0].words == 4


@pytest.mark.parametrize(
    ("text", "exact", "reason", "remedy"),
    [
        (
            "“We kept it. The boats came home.\n\n“And nobody was hurt. That counts.”",
            "The boats came home. And nobody was hurt.",
            "the words go over 2 paragraphs, 1 to 2",
            "split them: one quote a paragraph, the later ones with continues: true",
        ),
        (
            "The boats came home.\n\nAnd nobody was hurt. That counts.",
            "The boats came home. And nobody was hurt.",
            "the words go over 2 paragraphs, 1 to 2",
            "split them: one quote a paragraph, the later ones with continues: true",
        ),
        (
            "[00:00:05] ABEL: We will not\n[00:00:07] sign the treaty today.",
            "We will not sign the treaty today.",
            "time stamps are between the words",
            "quote the parts between them, or take the stamps out of the file",
        ),
        (
            "1\n00:00:01,000 --> 00:00:04,200\nWe have come\n\n2\n00:00:04,200 --> 00:00:08,900\n"
            "a long way since",
            "We have come a long way since",
            "the words are in several captions, with time stamps between",
            "quote one caption at a time, or take the stamps out of the file",
        ),
        (
            "he called the Right a mob",
            "the right a mob",
            "it differs in capitals: paragraph 1 has 'the Right a mob'",
            "copy the words as they are there",
        ),
        (
            "a “bold” new plan",
            "a bold new plan",
            "it differs in quotation marks or apostrophes: paragraph 1 has 'a 'bold' new plan'",
            "copy the words as they are there",
        ),
        (
            "One day.\n\nWe will nevr sign it.",
            "We will never sign",
            "the nearest words, in paragraph 2, are 'We will nevr sign'",
            "copy the words from the source",
        ),
        (
            "never\n\nOne day.\n\nWe will nevr sign it.",
            "We will never sign",
            "the nearest words, in paragraph 3, are 'We will nevr sign'",
            "copy the words from the source",
        ),
        (
            "the counterstrike plan",
            "strike plan",
            "the words are part of longer ones in paragraph 1: 'counterstrike plan'",
            "quote whole words",
        ),
    ],
)
def test_why_words_are_not_found_is_said(text: str, exact: str, reason: str, remedy: str) -> None:
    passage = find(text, exact)
    assert not passage.state.verified
    assert (passage.reason, passage.remedy) == (reason, remedy)
