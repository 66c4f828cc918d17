"""The page before the next round."""

from datetime import date
from pathlib import Path

import pytest

from briefing.analysis.prepare import prepare
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from briefing.errors import UnknownNameError
from briefing.library.library import Library
from tests.analysis.libraries import make_library, point, quote

TODAY = date(2024, 2, 10)


def test_the_page_has_what_the_last_meetings_left(made: Catalogue) -> None:
    page = prepare(made, "harbour", TODAY)

    assert page.before is not None
    assert (page.before.card, page.last.card) == ("2023-03-06-harbour", "2023-09-04-harbour")
    assert page.bottom_line.text == "They met on 2023-09-04."
    assert [each.row.item.due for each in page.due] == ["2019", "2021-06", "2024", "FY2026"]
    assert [each.row.item.item for each in page.undated] == ["again"]
    assert [row.text for row in page.open] == [
        "Who speaks for the ports.",
        "Who pays for the ferry.",
    ]


def test_one_later_item_at_most_is_offered_for_each(made: Catalogue) -> None:
    page = prepare(made, "harbour", TODAY)

    assert [[o.item.item for o in each.offers] for each in page.due][:2] == [["opened"], ["over"]]
    assert [len(each.offers) for each in page.due] == [1, 1, 1, 0]


def test_who_changed_office_is_who_the_cards_list_otherwise(made: Catalogue) -> None:
    changes = prepare(made, "harbour", TODAY).offices

    assert [
        (
            change.kind,
            change.before.speaker if change.before else "",
            change.after.speaker if change.after else "",
        )
        for change in changes
    ] == [
        ("other office", "voss", "voss"),
        ("successor", "reyes", "lind"),
        ("other office", "lind", "lind"),
        ("successor", "lind", "okafor"),
    ]


def test_topics_tell_what_each_of_the_last_two_meetings_has(made: Catalogue) -> None:
    page = prepare(made, "harbour", TODAY)

    assert [(each.topic.id, each.before, each.last) for each in page.topics] == [
        ("water", 0, 3),
        ("ferry", 2, 0),
    ]


def test_a_series_that_is_not_there_has_no_page(made: Catalogue) -> None:
    with pytest.raises(UnknownNameError, match="has no meeting"):
        prepare(made, "no-such-series", TODAY)


def test_the_sources_of_moved_phrases_have_their_cautions(tmp_path: Path) -> None:
    texts = {
        "one": "They reaffirmed peace and stability across the whole wide strait in May.",
        "aside": "Both want peace and stability in the strait.",
        "two": "They called for peace and stability in the strait once more.",
    }
    # What says most of the point is not found word for word: the phrase is in the other source.
    first = point("They reaffirmed peace and stability in the strait.", "one", "", "strait")
    first["evidence"] = [
        {"source": "one", "exact": "They reaffirmed peace and stability across the wide strait"},
        {"source": "aside", "exact": "want peace and stability in the strait"},
    ]
    cards = {
        "2020-01-01-river": [first],
        "2021-01-01-river": [quote(texts["two"], "two", "strait")],
    }
    root = make_library(tmp_path, texts, cards, {"strait": ["Strait"]})
    path = root / "content/sources.yaml"
    text = path.read_text(encoding="utf-8")
    caution = "aside:\n  caution: Heard over the telephone.\n"
    path.write_text(text.replace("aside:\n", caution), encoding="utf-8")
    with Catalogue.in_memory(root) as catalogue:
        sync(catalogue)
        page = prepare(catalogue, "river", TODAY, library=Library.open(root))

    (moved,) = page.phrases
    assert (moved.earlier.source, moved.later.source) == ("aside", "two")
    assert page.names.caution("aside") == "Heard over the telephone."
    assert page.names.caution("two") == ""
