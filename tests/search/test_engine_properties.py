"""What holds of any texts and any query."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from briefing.search.index.numpy_kernel import NumpyKernel
from briefing.search.index.plain_kernel import PlainKernel
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.search.helpers import (
    library,
    quote,
)

VOCABULARY = """joint statement treaty traety space China\u2019s U.S. two-plus-two 2022 2023 DPRK
the of co-operation cooperation Ōkinawa 日米同盟 同盟 jointstatement counter strike counterstrike
Köln koeln 1\u202f000 1000 2/3 F-35A 1990s 1990"""


WORDS = st.sampled_from(VOCABULARY.split())


SENTENCES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)


QUERIES = st.one_of(
    SENTENCES,
    st.tuples(SENTENCES, SENTENCES).map(lambda pair: f'"{pair[0]}" -{pair[1]}'),
    st.tuples(SENTENCES, st.sampled_from(["speaker:a", "date:2022", "-speaker:a"])).map(" ".join),
)


def entries_of(texts: list[str]) -> list[Entry]:
    return [quote(text, speaker="ab"[n % 2], item=str(n)) for n, text in enumerate(texts)]


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=12), QUERIES)
def test_both_kernels_agree(texts: list[str], query: str) -> None:
    segment = Segment(build(entries_of(texts)))
    plain = SearchEngine((segment,), kernel=PlainKernel()).search(query, 10)
    assert plain == SearchEngine((segment,), kernel=NumpyKernel()).search(query, 10)


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=12), QUERIES, st.data())
def test_main_and_delta_are_as_one(texts: list[str], query: str, data: st.DataObject) -> None:
    entries = entries_of(texts)
    cut = data.draw(st.integers(1, len(entries) - 1))
    whole = SearchEngine.build(entries)
    parts = SearchEngine((Segment(build(entries[:cut])), Segment(build(entries[cut:]))))
    assert parts.search(query, 20) == whole.search(query, 20)


@settings(max_examples=40, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=10), QUERIES, st.data())
def test_what_is_gone_is_not_found(texts: list[str], query: str, data: st.DataObject) -> None:
    entries = entries_of(texts)
    gone = data.draw(st.sets(st.integers(0, len(entries) - 1)))
    segment = Segment(build(entries))
    results = SearchEngine((segment,), gone=(gone,)).search(query, 20)
    left = [entry for number, entry in enumerate(entries) if number not in gone]
    alone = SearchEngine.build(left).search(query, 20)
    assert results == alone
    assert not {int(hit.entry.item) for hit in results.hits} & gone


ODD = st.text(alphabet='ab1:"-\u2019.,日\u0e31\u0301\u00ad\u05b8\ud800 speakrdt', max_size=24)


@settings(max_examples=120, deadline=None)
@given(st.one_of(ODD, st.text(max_size=24)), ODD)
def test_anything_may_be_typed_and_spans_stay_inside(query: str, text: str) -> None:
    results = SearchEngine.build([*library(), quote(text)]).search(query)
    assert results.total >= len(results.hits)
    for hit in results.hits:
        ends = [edge for span in hit.spans for edge in (span.start, span.end)]
        assert ends == sorted(set(ends))
        assert all(0 <= edge <= len(hit.entry.text) for edge in ends)
        assert 0 <= hit.score <= 100
