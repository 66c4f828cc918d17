"""Topics by meeting, and all that is said on one."""

from briefing.analysis.topics import topic_matrices, topic_matrix, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.topics import all_topics
from briefing.model.core import Span, State


def test_every_topic_is_counted_the_withdrawn_card_apart(made: Catalogue) -> None:
    assert [(row.label, row.meetings, row.items) for row in all_topics(made)] == [
        ("Water", 7, 9),
        ("Fish", 6, 6),
        ("Dam", 5, 6),
        ("Hotline", 3, 3),
        ("Ferry", 2, 3),
        ("Border", 0, 0),
    ]


def test_a_matrix_has_the_meetings_of_a_series_in_order_of_date(made: Catalogue) -> None:
    matrix = topic_matrix(made, "harbour")

    assert [meeting.date.isoformat()[:7] for meeting in matrix.meetings] == [
        "2018-03", "2018-09", "2019-03", "2019-09", "2020-03", "2020-09",
        "2021-03", "2021-09", "2022-03", "2022-09", "2023-03", "2023-09",
    ]  # fmt: skip
    assert {row.topic.id: row.counts for row in matrix.rows} == {
        "water": (1, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 3),
        "dam": (0, 1, 0, 0, 1, 1, 1, 2, 0, 0, 0, 0),
        "hotline": (1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        "ferry": (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0),
    }
    assert [row.topic.id for row in matrix.rows] == ["water", "dam", "hotline", "ferry"]


def test_series_stand_apart_and_what_is_of_none_comes_last(made: Catalogue) -> None:
    matrices = topic_matrices(made)

    assert [(each.series, len(each.meetings)) for each in matrices] == [
        ("fishery", 6),
        ("harbour", 12),
        ("", 2),
    ]
    assert {row.topic.id: row.counts for row in matrices[2].rows} == {
        "hotline": (1, 0),
        "ferry": (0, 1),
    }


def test_a_thread_runs_across_series_in_order_of_date(made: Catalogue) -> None:
    thread = topic_thread(made, "hotline")

    assert [(row.date.isoformat(), row.series, row.item) for row in thread.items][:2] == [
        ("2018-03-05", "harbour", "hotline"),
        ("2019-03-04", "harbour", "opened"),
    ]
    assert [row.text for row in thread.items] == [
        "A hotline will open in 2019.",
        "The hotline opened in February 2019.",
        "Lind expects a hotline for the ports.",
    ]
    assert thread.total == 3
    assert thread.related == ()
    assert thread.names.speaker_name("okafor") == "Ben Okafor"


def test_each_row_names_what_it_rests_on(made: Catalogue) -> None:
    first, second = topic_thread(made, "dam", series="harbour").items[:2]

    assert (first.card, first.position, first.who) == ("2018-09-03-harbour", 1, ("okafor",))
    assert (first.source, first.paragraph, first.spans, first.state) == (
        "report-2018-09-03-harbour",
        2,
        (Span(1, 33),),
        State.VERBATIM,
    )
    assert (second.item, second.kind, second.due, second.topics) == (
        "survey",
        "commitment",
        "2021-06",
        ("dam",),
    )
    assert second.due_last is not None
    assert second.due_last.isoformat() == "2021-06-30"


def test_an_open_question_rests_on_nothing(made: Catalogue) -> None:
    row = topic_thread(made, "dam").items[-1]

    assert (row.type, row.source, row.paragraph, row.state) == ("open", "", None, None)


def test_related_topics_share_items(made: Catalogue) -> None:
    assert [(r.label, r.items) for r in topic_thread(made, "water").related] == [
        ("Dam", 1),
        ("Fish", 1),
    ]


def test_a_thread_may_be_cut_to_its_latest_items(made: Catalogue) -> None:
    thread = topic_thread(made, "water", most=2)

    assert [row.text for row in thread.items] == [
        "They will meet again.",
        "Who speaks for the ports.",
    ]
    assert thread.total == 9


def test_a_topic_that_nothing_is_filed_under_is_an_empty_thread(made: Catalogue) -> None:
    thread = topic_thread(made, "border")

    assert (thread.items, thread.total, thread.topic.note) == ((), 0, "Nothing is filed under it.")
