"""Who speaks where and how, and one speaker's words in order of date."""

from typing import Any

import pytest

from briefing.analysis.speakers import (
    all_speakers,
    side_by_side,
    speaker_matrix,
    speaker_words,
)
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.speakers import SpeakerSum, speaker_sums
from briefing.model.core import Manner


def test_everyone_is_counted_by_manner(made: Catalogue) -> None:
    rows = {row.speaker.id: row for row in all_speakers(made)}

    assert {name: (row.items, row.meetings, row.took_part) for name, row in rows.items()} == {
        "voss": (8, 6, 12),
        "council": (6, 6, 6),
        "okafor": (4, 4, 7),
        "reyes": (3, 3, 5),
        "lind": (2, 2, 4),
        "statement": (1, 1, 0),
        "unclear": (1, 1, 0),
    }
    assert rows["voss"].by_manner == {Manner.OWN: 3, Manner.TOLD: 5}
    assert rows["council"].by_manner == {Manner.OWN: 3, Manner.REPORTED: 1, Manner.TOLD: 2}
    assert rows["reyes"].by_manner == {Manner.IN_POINT: 1, Manner.TOLD: 2}
    assert rows["statement"].by_manner == {Manner.JOINT: 1}
    assert rows["unclear"].speaker.name == "speaker unclear"


def test_who_takes_part_and_is_never_quoted_is_said_to_be(made: Catalogue) -> None:
    assert [row.speaker.name for row in all_speakers(made) if row.silent] == ["Cara Lind"]


def test_the_office_is_the_one_held_last(made: Catalogue) -> None:
    offices = {row.speaker.id: row.office for row in all_speakers(made)}

    assert offices["voss"] is not None
    assert (offices["voss"].role, offices["voss"].card) == ("Prime Minister", "2023-09-04-harbour")
    assert offices["council"] is None


def test_a_list_of_all_sums_up_what_is_known_of_each(made: Catalogue) -> None:
    rows = all_speakers(made)

    assert speaker_sums(made) == tuple(
        SpeakerSum(
            row.id, row.speaker.name, row.items, row.meetings, row.took_part, row.quoted_alone,
            row.office.role if row.office else "",
        )
        for row in rows
    )  # fmt: skip
    assert [row.name for row in speaker_sums(made) if row.silent] == ["Cara Lind"]


def test_a_matrix_tells_silence_from_absence(made: Catalogue) -> None:
    matrix = speaker_matrix(made, "harbour")
    cells = {each.row.speaker.id: each.cells for each in matrix.rows}

    assert [cell.took_part for cell in cells["lind"]] == [False] * 9 + [True] * 3
    assert [cell.items for cell in cells["lind"]] == [0] * 11 + [1]
    assert [cell.items for cell in cells["okafor"]] == [1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert cells["voss"][0].by_manner == {Manner.OWN: 1, Manner.TOLD: 1}
    assert "council" not in cells


def test_counts_of_a_series_are_its_own(made: Catalogue) -> None:
    (lind,) = (each.row for each in speaker_matrix(made, "").rows if each.row.speaker.id == "lind")
    assert (lind.items, lind.meetings, lind.took_part) == (1, 1, 1)


def test_own_words_stand_apart_from_reported_ones_and_from_ours(made: Catalogue) -> None:
    words = speaker_words(made, "okafor")

    assert {manner: [row.text for row in rows] for manner, rows in words.items.items()} == {
        Manner.OWN: ["There is no dam without consent."],
        Manner.REPORTED: ["We wait for the survey."],
        Manner.TOLD: ["A hotline will open in 2019.", "The hotline opened in February 2019."],
    }
    assert list(words.items) == [Manner.OWN, Manner.REPORTED, Manner.TOLD]
    assert words.topics == (("dam", 2), ("hotline", 2), ("water", 1))
    assert [(o.date.isoformat(), o.role) for o in words.offices][-2:] == [
        ("2020-09-07", "Minister"),
        ("2023-09-04", "Observer"),
    ]


def test_words_may_be_those_on_one_topic_or_in_one_series(made: Catalogue) -> None:
    on_dam = speaker_words(made, "voss", topic="dam").items
    assert [row.item for rows in on_dam.values() for row in rows] == ["survey", "over"]
    single = speaker_words(made, "lind", series="").items
    assert [row.text for rows in single.values() for row in rows] == [
        "Lind expects a hotline for the ports."
    ]


def test_two_speakers_stand_side_by_side_on_a_topic(made: Catalogue) -> None:
    pair = side_by_side(made, "voss", "reyes", "water")

    assert [
        (m.card, [r.text for r in m.one], [r.text for r in m.other]) for m in pair.meetings
    ] == [
        ("2018-03-05-harbour", ["The river belongs to both banks."], []),
        (
            "2022-03-07-harbour",
            ["Both sides will share water data by the end of 2024."],
            ["Both sides will share water data by the end of 2024."],
        ),
        ("2022-09-05-harbour", ["The data flow slowly."], []),
        (
            "2023-09-04-harbour",
            ["The river still belongs to both banks.", "They will meet again."],
            [],
        ),
    ]


def test_the_topics_of_both_are_counted_for_each(made: Catalogue) -> None:
    assert side_by_side(made, "voss", "reyes").shared == (("water", 5, 1), ("dam", 2, 1))
    assert side_by_side(made, "voss", "council").shared == (("water", 5, 1),)


def test_somebody_who_is_not_listed_has_no_words(made: Catalogue) -> None:
    words = speaker_words(made, "nobody-known")

    assert (words.row.speaker.name, words.row.items, words.items) == ("nobody-known", 0, {})


def test_a_matrix_asks_as_often_for_many_meetings_as_for_one(
    made: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = made.database.rows

    def counted(query: str, *values: object) -> list[tuple[Any, ...]]:
        asked.append(query)
        return ask(query, *values)

    monkeypatch.setattr(made.database, "rows", counted)
    speaker_matrix(made, "no-such-series")
    few = len(asked)
    speaker_matrix(made, "harbour")
    assert len(asked) == 2 * few
