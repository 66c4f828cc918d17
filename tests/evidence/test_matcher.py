"""Every state of evidence, by example: found whole, found close, or not found."""

from functools import cache
from pathlib import Path

import pytest

from briefing.evidence.matcher import SourceMatcher
from briefing.model.core import Span, State
from briefing.model.evidence import Evidence, Passage
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import read_source, split_paragraphs

ROOT = Path(__file__).parents[2]
KYODO = "000_ae1ad4bda5082fb4.txt"
REUTERS = "004_1385e5d573d3216b.txt"


def source_of(text: str, *furniture: str) -> Source:
    return Source(SourceRecord("made", "made.txt", "us"), text, split_paragraphs(text, furniture))


def find(
    text: str, exact: str, *, prefix: str = "", suffix: str = "", paragraph: int = 0
) -> Passage:
    evidence = Evidence("made", exact, prefix, suffix, paragraph or None)
    return SourceMatcher(source_of(text)).find(evidence)


def words_at(source: Source, passage: Passage) -> list[str]:
    if passage.paragraph is None:
        return []
    text = source.paragraph(passage.paragraph).text
    return [text[span.start : span.end] for span in passage.spans]


@cache
def seed(file: str) -> SourceMatcher:
    return SourceMatcher(seed_source(file))


@cache
def seed_source(file: str) -> Source:
    return read_source(SourceRecord("seed", f"seeds/{file}", "agency"), ROOT)


@pytest.mark.parametrize(
    ("text", "exact", "state"),
    [
        ("They will prevail.", "will prevail", State.VERBATIM),
        ("They will prevail.", "  will prevail\n", State.VERBATIM),
        ("They “will”\nprevail.", "“will” prevail", State.VERBATIM),
        ("They “will” prevail.", '"will" prevail', State.TYPOGRAPHY),
        ("He said “they ‘will’ do it”.", "“they “will” do it”", State.TYPOGRAPHY),
        ("a re-established norm", "re–established norm", State.TYPOGRAPHY),
        ("a  wide\xa0gap", "a wide gap", State.TYPOGRAPHY),
        ("the cafe\u0301 talks", "café talks", State.TYPOGRAPHY),
        ("counter\xadstrike\u200b now", "counterstrike now", State.TYPOGRAPHY),
        ("in ２０２３年に", "2023年に", State.TYPOGRAPHY),
        ("日本は反撃能力を\n保有する。", "反撃能力を保有する", State.TYPOGRAPHY),
        ("counter\u200estrike", "counter\ufffdstrike", State.VERBATIM),
        ("counter\u200bstrike", "counter\u034fstrike", State.VERBATIM),
        ("they will act", "They will act", State.TYPOGRAPHY),
        ("they will act", "they Will act", State.MISSING),
        ("the counterstrike plan", "counter", State.MISSING),
        ("the counterstrike plan", "strike plan", State.MISSING),
        ("up 3.2 percent", "2 percent", State.MISSING),
        ("some 1,000 troops", "000 troops", State.MISSING),
        ("10² of them", "102 of them", State.MISSING),
        ("we can't accept", "we can", State.MISSING),
        ("they say “we can’t”", "say “we can”", State.MISSING),
        ("non-nuclear states", "nuclear states", State.MISSING),
        ("a nuclear-free zone", "nuclear", State.MISSING),
        ("a de-escalation path", "escalation path", State.MISSING),
        ("growth of −5 percent", "5 percent", State.MISSING),
        ("growth of .5 percent", "5 percent", State.MISSING),
        ("9-10 people", "10 people", State.VERBATIM),
        ("1\u202f000 troops", "000 troops", State.MISSING),
        ("1\u202f000 troops", "some 1", State.MISSING),
        ("1’000 troops", "000 troops", State.MISSING),
        ("in 2023 500 troops", "500 troops", State.VERBATIM),
        ("三十億円を", "十億円", State.MISSING),
        ("三十億円を", "三十", State.MISSING),
        ("三十億円を", "三十億", State.VERBATIM),
        ("三十億円を", "円", State.VERBATIM),
        ("不同意である", "同意", State.MISSING),
        ("保有しない", "保有し", State.MISSING),
        ("保有しない", "保有しない", State.VERBATIM),
        ("Japan's budget", "Japan", State.VERBATIM),
        ("the Japan-U.S. alliance", "U.S. alliance", State.VERBATIM),
        ("x\u0302 marks", "x", State.MISSING),
        ("The first part.\n\nsecond part", "part. second", State.MISSING),
        ("anything", "", State.MISSING),
        ("anything", "\u200b", State.MISSING),
        ("anything", "…", State.MISSING),
        ("anything", "[sic]", State.MISSING),
        ("", "anything", State.MISSING),
    ],
)
def test_words_stand_there_whole_or_not_at_all(text: str, exact: str, state: State) -> None:
    passage = find(text, exact)
    assert passage.state is state
    assert (passage.paragraph == 1 and passage.score == 100) is state.verified
    assert bool(passage.spans) is state.verified


TWICE = """Before it peace matters here.

He said peace matters there.

Now peace matters, peace matters."""


@pytest.mark.parametrize(
    ("prefix", "suffix", "hint", "paragraph", "candidates"),
    [
        ("", "", 0, None, (1, 2, 3, 3)),
        ("Before it", "", 0, 1, ()),
        ("", "there", 0, 2, ()),
        ("Before  it", "", 0, 1, ()),
        ("never stood", "", 2, None, (1, 2, 3, 3)),
        ("here.  He said", "", 0, 2, ()),
        ("Before it", "there", 0, None, (1, 2, 3, 3)),
        ("", "", 2, None, (1, 2, 3, 3)),
        ("", "matters", 0, None, (1, 2, 3, 3)),
        ("Now", "", 3, 3, ()),
        ("", "", 9, None, (1, 2, 3, 3)),
        ("never stood", "there", 2, None, (1, 2, 3, 3)),
        ("He said", "there", 1, 2, ()),
    ],
)
def test_several_places_need_a_reason_to_choose(
    prefix: str, suffix: str, hint: int, paragraph: int | None, candidates: tuple[int, ...]
) -> None:
    passage = find(TWICE, "peace matters", prefix=prefix, suffix=suffix, paragraph=hint)
    assert passage.paragraph == paragraph
    assert passage.candidates == candidates
    assert passage.state is (State.AMBIGUOUS if candidates else State.VERBATIM)


def test_the_story_goes_before_its_furniture() -> None:
    source = source_of("Photo shows peace matters\n\nThey say peace matters\n\nEnd", "Photo")
    assert SourceMatcher(source).find(Evidence("made", "peace matters")).paragraph == 2
    assert SourceMatcher(source).find(Evidence("made", "Photo shows")).paragraph == 1


def test_a_paragraph_alone_decides_nothing_and_costs_nothing() -> None:
    assert find("one place only", "place", paragraph=7).paragraph == 1


@pytest.mark.parametrize(
    ("prefix", "suffix", "state"),
    [
        ("one", "only", State.VERBATIM),
        ("one", "changed since", State.AMBIGUOUS),
        ("elsewhere", "", State.AMBIGUOUS),
        ("elsewhere", "and there", State.AMBIGUOUS),
    ],
)
def test_a_single_place_must_not_contradict_its_context(
    prefix: str, suffix: str, state: State
) -> None:
    passage = find("one place only", "place", prefix=prefix, suffix=suffix)
    assert passage.state is state
    assert passage.candidates == (() if state.verified else (1,))


def test_a_hint_chooses_among_copies_whose_context_agrees() -> None:
    text = "A said: we agree.\n\nB said: we agree.\n\nA said: we agree."
    assert find(text, "we agree", prefix="A said:", paragraph=3).paragraph == 3
    assert find(text, "we agree", prefix="A said:").candidates == (1, 3)
    assert find(text, "we agree", prefix="A said:", paragraph=2).candidates == (1, 3)


LONG = "The ministers will deepen cooperation on space and cyber defense in 2023, Hayashi said."


@pytest.mark.parametrize(
    ("exact", "found", "risks"),
    [
        (
            "The ministers would deepen cooperation on space and cyber defense",
            "The ministers will deepen cooperation on space and cyber defense",
            ("modal",),
        ),
        (
            "ministers will [not] deepen cooperation on space and cyber defense",
            "ministers will deepen cooperation on space and cyber defense",
            ("negation",),
        ),
        (
            "ministers will not deepen cooperation on space and cyber defense",
            "ministers will deepen cooperation on space and cyber defense",
            ("negation",),
        ),
        (
            "cooperation on space and cyber defense in 2024, Hayashi said",
            "cooperation on space and cyber defense in 2023, Hayashi said",
            ("number", "date"),
        ),
        (
            "cooperation on space and cyber defense in 2023, Kishida said",
            "cooperation on space and cyber defense in 2023, Hayashi said",
            ("name",),
        ),
        (
            "deepen the cooperation on space and cyber defense … Hayashi said",
            "deepen cooperation on space and cyber defense … Hayashi said",
            (),
        ),
        (
            "deepen cooperation on space and cyber defence in 2023, Hayashi",
            "deepen cooperation on space and cyber defense in 2023, Hayashi",
            (),
        ),
        ("deepen the co-operation on space and security", None, ()),
        ("The ministers did", None, ()),
        ("A wholly different sentence about the weather in spring", None, ()),
    ],
)
def test_drift_is_shown_with_what_stands_there_instead(
    exact: str, found: str | None, risks: tuple[str, ...]
) -> None:
    source = source_of(f"Something else stands here.\n\n{LONG}\n\nAnd something after it.")
    passage = SourceMatcher(source).find(Evidence("made", exact))
    if found is None:
        assert passage.state is State.MISSING
        return
    assert (passage.state, passage.paragraph) == (State.DRIFTED, 2)
    assert passage.found == found == " … ".join(words_at(source, passage))
    assert passage.risks == risks
    assert 88 <= passage.score < 100


def test_the_ends_of_a_very_long_drift_are_found_in_few_tries() -> None:
    words = [f"word{number * 7919 % 1000}" for number in range(1500)]
    changed = " ".join([*words[:700], "other", *words[701:]])
    passage = find("Before it. " + " ".join(words) + " After it.", changed)
    assert (passage.state, passage.found) == (State.DRIFTED, " ".join(words))


def test_drift_in_two_places_alike_is_nowhere() -> None:
    twin = LONG.replace("Hayashi", "Kishida")
    exact = "ministers might deepen cooperation on space and cyber defense"
    assert find(f"{LONG}\n\nOther.", exact).state is State.DRIFTED
    assert find(f"{LONG}\n\n{twin}", exact).state is State.MISSING
    assert find(f"{LONG} {twin}", exact).state is State.MISSING


def test_drift_never_crosses_paragraphs() -> None:
    exact = "ministers might deepen cooperation on space and cyber defense"
    assert find(LONG.replace("on space", "\n\non space"), exact).state is State.MISSING


def test_drift_shows_the_word_that_a_cut_would_hide() -> None:
    passage = find(
        "They want all non-nuclear weapon states to disarm.", "nuclear weapon states to disarm"
    )
    assert passage.state is State.DRIFTED
    assert passage.found.startswith("non-nuclear")
    assert passage.risks == ("negation",)


def test_drift_in_japanese_needs_fewer_characters() -> None:
    source = source_of("政府は新たな戦略を閣議決定した。\n\n反撃能力の保有は認めない。")
    close = SourceMatcher(source).find(Evidence("made", "政府は新たな戦略を閣議で決定した"))
    assert (close.state, close.paragraph) == (State.DRIFTED, 1)
    assert words_at(source, close) == ["政府は新たな戦略を閣議決定した"]
    assert SourceMatcher(source).find(Evidence("made", "新しい戦略を")).state is State.MISSING


def test_spans_are_offsets_into_the_paragraph_as_shown() -> None:
    text = "Intro.\n\n\u200b  It’s\tthe  “ﬁnal”\u200b word."
    source = source_of(text)
    passage = SourceMatcher(source).find(Evidence("made", 'the "final" word'))
    assert words_at(source, passage) == ["the  “ﬁnal”\u034f word"]
    assert passage.spans == (Span(5, 22),)


@pytest.mark.parametrize(
    ("file", "exact", "state", "paragraph"),
    [
        (KYODO, "greatest strategic challenge", State.VERBATIM, 1),
        (KYODO, "“greatest strategic challenge”", State.TYPOGRAPHY, 1),
        (KYODO, "This behavior is of serious concern to the alliance", State.VERBATIM, 5),
        (KYODO, "Article 5 of their security treaty", State.VERBATIM, 12),
        (KYODO, "Article 9 of their security treaty", State.DRIFTED, 12),
        (KYODO, "should target the interests of third parties", State.DRIFTED, 20),
        (KYODO, "Japan", State.AMBIGUOUS, None),
        (KYODO, "counter", State.MISSING, None),
        (REUTERS, "There is no coded messaging here", State.VERBATIM, 21),
        (REUTERS, 'China\'s "provocative" actions', State.MISSING, None),
        (REUTERS, 'Beijing\'s "provocative" actions', State.TYPOGRAPHY, 13),
        (REUTERS, "must not only strengthen … but also develop new ones", State.VERBATIM, 13),
        (REUTERS, "must only strengthen the tools we have", State.DRIFTED, 13),
    ],
)
def test_the_real_documents(file: str, exact: str, state: State, paragraph: int | None) -> None:
    passage = seed(file).find(Evidence("seed", exact))
    assert (passage.state, passage.paragraph) == (state, paragraph)


@pytest.mark.parametrize(("file", "other"), [(KYODO, REUTERS), (REUTERS, KYODO)])
def test_no_sentence_of_one_document_is_found_in_the_other(file: str, other: str) -> None:
    for paragraph in seed_source(file).paragraphs:
        for sentence in paragraph.text.split(". "):
            own = seed(file).find(Evidence("seed", sentence))
            assert own.state in (State.VERBATIM, State.AMBIGUOUS)
            if len(sentence) > 16:
                assert seed(other).find(Evidence("seed", sentence)).state is State.MISSING
