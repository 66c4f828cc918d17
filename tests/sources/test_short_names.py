"""A source is called by its publisher, as short as it can be told from the others."""

import pytest

from briefing.model.core import PartialDate
from briefing.model.source import SourceRecord
from briefing.sources.short_names import LONGEST, short_name, short_names


def record(name: str, publisher: str, day: int = 0) -> SourceRecord:
    published = PartialDate(2023, 1, day) if day else None
    return SourceRecord(name, "seeds/x.txt", publisher, published=published)


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Kyodo", "Kyodo"),
        ("Reuters, via an unnamed aggregator", "Reuters"),
        ("Reuters via an aggregator", "Reuters"),
        ("Kyodo News (English)", "Kyodo News"),
        ("Agence France-Presse", "Agence France-Presse"),
        ("U.S. Department of State", "U.S. Department of State"),
        ("Ministry – press office", "Ministry"),
        ("(unnamed)", "(unnamed)"),
        ("", "the-id"),
        ("外務省", "外務省"),
        ("Federal Ministry for Economic Affairs and Climate Action", "Federal Ministry for…"),
        ("x" * 40, "x" * (LONGEST - 1) + "…"),
    ],
)
def test_the_name_of_a_publisher(publisher: str, expected: str) -> None:
    assert short_name(record("the-id", publisher)) == expected


def test_a_source_of_no_known_publisher_is_called_by_its_title() -> None:
    assert short_name(record("talk", "")._replace(title="Harbour talks end")) == "Harbour talks end"


def test_names_tell_the_sources_of_a_card_apart() -> None:
    records = [
        record("a", "Kyodo", 11),
        record("b", "Kyodo, in English", 12),
        record("c", "Reuters"),
        record("d", "Jiji"),
        record("e", "Jiji"),
    ]
    assert short_names(records) == {
        "a": "Kyodo 2023-01-11",
        "b": "Kyodo 2023-01-12",
        "c": "Reuters",
        "d": "d",
        "e": "e",
    }
