"""What holds of the resolver for any source: found where it stands, never where it does not."""

from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.evidence.matcher import SourceMatcher
from briefing.model.core import State
from briefing.model.evidence import Evidence, Passage
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import split_paragraphs
from briefing.text.folding import fold

quick = settings(max_examples=80, deadline=None)

MIXED = """
the alliance will not deepen “cooperation” with Japan’s U.S. forces in 2023, said Mr. Abe
re-establish 3.2 percent… [sic] (both) can't – cafe\u0301 ﬁnal naïve Ōkinawa, 日本 反撃能力を
"""
words = st.sampled_from(MIXED.split())
paragraphs = st.lists(words, min_size=1, max_size=25).map(" ".join)
documents = st.lists(paragraphs, min_size=1, max_size=5)

DISTINCT = """
alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa
quebec romeo sierra tango uniform victor whiskey xray yankee zulu
"""
"""Words that have little in common, so that a paragraph is like no other by chance."""


def source_of(*texts: str) -> Source:
    text = "\n\n".join(texts)
    return Source(SourceRecord("made", "made.txt", "us"), text, split_paragraphs(text))


def find(source: Source, exact: str) -> Passage:
    return SourceMatcher(source).find(Evidence("made", exact))


def words_at(source: Source, passage: Passage) -> str:
    assert passage.paragraph is not None
    text = source.paragraph(passage.paragraph).text
    return " … ".join(text[span.start : span.end] for span in passage.spans)


@dataclass(frozen=True)
class Quotation:
    """Words taken from a document."""

    texts: tuple[str, ...]
    index: int
    """0-based paragraph they were taken from."""
    exact: str


@st.composite
def quotations(draw: st.DrawFn, length: int = 1) -> Quotation:
    """Draw a document and a run of whole words out of one of its paragraphs."""
    texts = draw(documents)
    index = draw(st.integers(0, len(texts) - 1))
    tokens = texts[index].split()
    assume(len(tokens) >= length)
    start = draw(st.integers(0, len(tokens) - length))
    end = draw(st.integers(start + length, len(tokens)))
    return Quotation(tuple(texts), index, " ".join(tokens[start:end]))


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[str], int]:
    """Draw paragraphs of distinct words in their own order, and the index of one of them."""
    count = draw(st.integers(2, 5))
    shuffled = [draw(st.permutations(DISTINCT.split())) for _ in range(count)]
    return [" ".join(each) for each in shuffled], draw(st.integers(0, count - 1))


@given(quotations())
@quick
def test_what_stands_there_is_found(quotation: Quotation) -> None:
    source = source_of(*quotation.texts)
    passage = find(source, quotation.exact)
    if passage.state is State.AMBIGUOUS:
        assert quotation.index + 1 in passage.candidates
        assert len(passage.candidates) > 1
    else:
        assert passage.state is State.VERBATIM
        assert passage.paragraph == quotation.index + 1
        assert words_at(source, passage) == quotation.exact


@given(quotations())
@quick
def test_a_bare_paragraph_never_changes_what_is_found(quotation: Quotation) -> None:
    source = source_of(*quotation.texts)
    hinted = Evidence("made", quotation.exact, paragraph=quotation.index + 1)
    assert SourceMatcher(source).find(hinted) == find(source, quotation.exact)


RESTYLED = str.maketrans({"“": '"', "”": '"', "’": "‘", "'": "’", "-": "\u2011", "–": "—"})


@given(quotations(), st.sampled_from(["\xa0", "  ", " \n", "\u3000", "\u200b "]))
@quick
def test_typography_does_not_lose_the_words(quotation: Quotation, space: str) -> None:
    source = source_of(*(text.translate(RESTYLED).replace(" ", space) for text in quotation.texts))
    passage = find(source, quotation.exact)
    assert passage.state.verified or passage.state is State.AMBIGUOUS
    if passage.state.verified:
        found = words_at(source, passage).replace("\u034f", "")
        assert (
            fold(found.replace('"', "'")).text
            == fold(quotation.exact.translate(RESTYLED).replace('"', "'")).text
        )


@given(quotations())
@quick
def test_what_is_verified_stands_there(quotation: Quotation) -> None:
    source = source_of(*quotation.texts)
    for exact in (quotation.exact[1:], quotation.exact[:-1], quotation.exact.upper()):
        passage = find(source, exact)
        if passage.state is State.VERBATIM and "[" not in exact and "…" not in exact:
            assert words_at(source, passage) == exact.strip()


@given(quotations(length=2), st.data())
@quick
def test_a_negation_put_in_is_never_verified(quotation: Quotation, data: st.DataObject) -> None:
    tokens = quotation.exact.split()
    assume(not any(mark in quotation.exact for mark in "…[]"))
    at = data.draw(st.integers(1, len(tokens) - 1))
    source = source_of(*(text for text in quotation.texts if "never" not in text))
    passage = find(source, " ".join([*tokens[:at], "never", *tokens[at:]]))
    assert passage.state in (State.DRIFTED, State.MISSING)
    if passage.state is State.DRIFTED:
        assert "negation" in passage.risks


@given(orders(), st.data())
@quick
def test_a_deleted_paragraph_is_found_nowhere_else(
    drawn: tuple[list[str], int], data: st.DataObject
) -> None:
    texts, index = drawn
    tokens = texts[index].split()
    start = data.draw(st.integers(0, len(tokens) - 6))
    exact = " ".join(tokens[start : start + 6])
    rest = [text for text in texts if exact not in text]
    assert not find(source_of("First.", *rest), exact).state.verified
    assert find(source_of(*texts), exact).state in (State.VERBATIM, State.AMBIGUOUS)


@given(orders(), st.data())
@quick
def test_one_changed_word_in_a_long_quotation_drifts_to_its_own_place(
    drawn: tuple[list[str], int], data: st.DataObject
) -> None:
    texts, index = drawn
    tokens = texts[index].split()
    at = data.draw(st.integers(1, len(tokens) - 2))
    exact = " ".join([*tokens[:at], "zzzz", *tokens[at + 1 :]])
    source = source_of(*texts)
    passage = find(source, exact)
    assert passage.state in (State.DRIFTED, State.MISSING)
    if passage.state is State.DRIFTED:
        assert passage.paragraph == index + 1
        assert passage.found in texts[index]
        assert passage.score >= 88


@given(orders(), st.data())
@quick
def test_fragments_of_a_quotation_are_found_in_order(
    drawn: tuple[list[str], int], data: st.DataObject
) -> None:
    texts, index = drawn
    tokens = texts[index].split()
    left = data.draw(st.integers(2, len(tokens) - 3))
    right = data.draw(st.integers(left + 1, len(tokens) - 2))
    fragments = [" ".join(tokens[:left]), " ".join(tokens[right:])]
    source = source_of(*texts)
    passage = find(source, " … ".join(fragments))
    assert passage.state in (State.VERBATIM, State.AMBIGUOUS)
    if passage.state is State.AMBIGUOUS:
        assert index + 1 in passage.candidates
        return
    assert passage.paragraph == index + 1
    assert words_at(source, passage) == " … ".join(fragments)
    assert [gap.words for gap in passage.gaps] == [right - left]
    assert all(a.end <= b.start for a, b in zip(passage.spans, passage.spans[1:], strict=False))
