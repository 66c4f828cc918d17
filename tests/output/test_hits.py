"""Why a search without words found nothing, in words."""

import pytest

from briefing.output.hits import why_empty
from briefing.search.engine import SearchEngine
from briefing.search.results import Alone
from tests.search.helpers import library


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "topic:space kind:point",
            "No entry fits both: topic:space has 1 hit, kind:point 1",
        ),
        (
            "-voice:joint topic:space",
            "No entry fits both: -voice:joint has 6 hits, topic:space 1",
        ),
        (
            "topic:space kind:point date:2022..2023",
            "No entry fits all three: topic:space has 1 hit, kind:point 1, date:2022..2023 4",
        ),
        (
            "topic:space topic:china kind:point",
            "No entry fits both: topic:space or topic:china has 3 hits, kind:point 1",
        ),
        (
            "-kind:quote -kind:paragraph topic:space",
            "No entry fits both: -kind:quote -kind:paragraph has 5 hits, topic:space 1",
        ),
        ("-challenge topic:space", "No entry fits both: topic:space has 1 hit, -challenge 4"),
        ("date:2031 kind:quote", "No entry fits date:2031"),
        ("date:2031", "No entry fits date:2031"),
        (
            "status:draft kind:quote date:2031",
            "No entry fits status:draft, and none date:2031",
        ),
    ],
)
def test_fields_that_find_nothing_together_are_counted_apart(query: str, said: str) -> None:
    search = SearchEngine.build(library()).search
    results = search(query)
    assert why_empty(results.alone) == said
    # The number is what the field alone answers.
    assert [search(one.query).total for one in results.alone] == [o.total for o in results.alone]


def test_of_very_many_the_number_is_about_right() -> None:
    conditions = [Alone((f"kind:{n}",), 1200 + n, exact=False) for n in range(4)]
    assert why_empty(conditions) == (
        "No entry fits all of these: kind:0 has about 1,200 hits, "
        "kind:1 about 1,201, kind:2 about 1,202, kind:3 about 1,203"
    )


@pytest.mark.parametrize("query", ["challenge date:2031", "xylophone kind:quote", "kind:quote", ""])
def test_words_and_what_is_found_need_no_such_counts(query: str) -> None:
    assert not SearchEngine.build(library()).search(query).alone
