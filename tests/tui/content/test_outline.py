"""The list of meetings: blocks made when looked at, and measured without being made."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.content.outline import MeetingLine, outline_page
from briefing.tui.lineview.blocks import Layout

_WORDS = st.text("aé漢 -\u00a0\u0301", max_size=60) | st.text("ab ", max_size=90)
_DAYS = st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31))
_LINES = st.builds(
    MeetingLine,
    st.uuids().map(str),
    _WORDS,
    _DAYS,
    _DAYS,
    _WORDS,
    st.integers(0, 120_000),
    st.sampled_from(("", "draft", "superseded", "broken")),
)


@given(
    st.lists(_LINES, max_size=6),
    st.integers(-1, 6),
    st.lists(st.tuples(_WORDS, st.integers(0, 99)), max_size=4),
    st.integers(4, 60),
)
def test_a_list_is_as_high_as_its_blocks(
    meetings: list[MeetingLine], place: int, sections: list[tuple[str, int]], width: int
) -> None:
    card = meetings[place].card if 0 <= place < len(meetings) else "another"
    page = outline_page(meetings, card, sections)
    made = list(page.blocks)
    by_blocks, measured = Layout(made, width), Layout(page.blocks, width)
    assert len(made) == len(page.blocks)
    tops = [by_blocks.top(index) for index in range(len(made))]
    assert [measured.top(index) for index in range(len(made))] == tops
    assert measured.height == by_blocks.height


@given(st.lists(_LINES, min_size=1, max_size=4), st.integers(0, 3), st.integers(0, 3))
def test_a_block_stands_for_what_it_is_found_by(
    meetings: list[MeetingLine], place: int, many: int
) -> None:
    card = meetings[place % len(meetings)].card
    page = outline_page(meetings, card, [(f"Part {n}", n) for n in range(many)])
    wanted = [(each.card, None) for each in meetings] + [(card, n) for n in range(many)]
    blocks = [page.block_of(*target) for target in wanted]
    assert [page.target(block) for block in blocks if block is not None] == wanted
    assert [index for index, block in enumerate(page.blocks) if block.stop] == sorted(
        block for block in blocks if block is not None
    )
    assert page.block_of(card, many) is None
    assert page.block_of("another", None) is None
    assert page.target(len(page.blocks)) is None


def test_sections_are_between_their_meeting_and_the_next() -> None:
    meetings = [MeetingLine("a", "Talks"), MeetingLine("b", "Round"), MeetingLine("c", "End")]
    page = outline_page(meetings, "b", [("Outcomes", 3), ("Dates", 1)])
    assert [block.text for block in page.blocks if block.text] == [
        "Talks",
        "Round",
        "Outcomes  3",
        "Dates  1",
        "End",
    ]


def test_the_same_meetings_are_measured_once() -> None:
    meetings = (MeetingLine("a", "Talks"), MeetingLine("b", "Round"))
    before = outline_page(meetings, "a", [("Outcomes", 3)])
    first = Layout(before.blocks, 30)
    after = outline_page(meetings, "b", [("Dates", 1), ("Open", 2)], before)
    assert after.blocks.measured is before.blocks.measured
    assert Layout(after.blocks, 30).height == first.height + 1
    assert outline_page(meetings[:1], "a", [], after).blocks.measured[0] == 0
