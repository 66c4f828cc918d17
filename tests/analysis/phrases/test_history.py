"""A phrase over time: its uses, its close variants, and who rests on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.analysis.phrases.history import PhraseHistory, trace
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync_with_recovery
from briefing.library.library import Library
from tests.analysis.libraries import make_library, point, quote

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def catalogue_of(root: Path) -> Iterator[Catalogue]:
    catalogue, _ = sync_with_recovery(Catalogue.in_memory(root), searching=True)
    with catalogue:
        yield catalogue


def traced(root: Path, phrase: str, most: int = 50) -> PhraseHistory:
    with catalogue_of(root) as catalogue:
        history = trace(phrase, catalogue.engine(), catalogue, most)
    assert history is not None
    return history


def uses_of(history: PhraseHistory) -> list[tuple[str, str, int | None, str]]:
    """Return day, source, paragraph and words of each use."""
    return [
        (use.date.isoformat() if use.date else "", use.source, use.paragraph, use.words)
        for use in history.uses
    ]


def test_the_bundled_order() -> None:
    history = traced(ROOT, "rules-based order")
    assert (history.exact, history.varied) == (1, 1)
    assert uses_of(history) == [
        ("2022-01-07", "reuters-2022-01-07", 4, "rules-based order"),
        ("2023-01-11", "kyodo-2023-01", 26, "rules-based, free and open international order"),
    ]
    first, second = history.uses
    assert history.first is first
    assert [(c.card, c.number) for c in first.claims] == [("2022-01-07-us-japan-2plus2", 2)]
    assert [(c.card, c.number) for c in second.claims] == [
        ("2023-01-11-us-japan-foreign-ministers", 0),
        ("2023-01-11-us-japan-foreign-ministers", 2),
    ]
    (variant,) = history.variants
    assert [(part.kind, part.text) for part in variant.differences] == [
        ("same", "rules-based"),
        ("added", ", free and open international "),
        ("same", "order"),
    ]
    assert [(m.card, m.exact, m.variants) for m in history.meetings] == [
        ("2022-01-07-us-japan-2plus2", 1, 0),
        ("2023-01-11-us-japan-foreign-ministers", 0, 1),
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "rules-based order",
        "peace and stability",
        "strike capabilities",
        "provocative",
        "space",
        "the",
    ],
)
def test_every_span_lies_in_its_paragraph_and_says_its_words(phrase: str) -> None:
    library = Library.open(ROOT)
    history = traced(ROOT, phrase, 1000)
    assert len(history.uses) == history.exact + history.varied
    for use in history.uses:
        assert use.text[use.span.start : use.span.end] == use.words
        if use.kind == "paragraph":
            assert use.paragraph is not None
            assert library.source(use.source).paragraph(use.paragraph).text == use.text
        else:
            item = library.card(use.card).item(use.item)
            assert item is not None
            assert item.text == use.text
            assert library.card(use.card).items[use.number or 0] is item


def test_an_item_is_told_by_itself_only_where_its_paragraph_has_not_the_words() -> None:
    history = traced(ROOT, "peace and stability in the Taiwan Strait")
    ours, theirs = history.uses
    assert (ours.kind, ours.card, ours.number) == ("point", "2022-01-07-us-japan-2plus2", 4)
    assert ours.who == ("hayashi", "kishi", "blinken")
    assert (theirs.kind, theirs.paragraph, theirs.variant) == ("paragraph", 18, 0)


TEXTS = {
    "old": "The rules-based order holds.",
    "gazette-2020-03-01": 'She said "the rule-based order must stand". They met.\n\nNo order.',
    "gazette-2021-04-01": (
        "The rules-based international order matters.\n\n"
        "A rules-based, multilateral and open trading order.\n\n"
        "It is not rules-based. Order was restored.\n\n"
        "They want a rules-based but not a lawless order.\n\n"
        "The international rules-based order, and rules-based order again."
    ),
}
CARDS = {
    "2020-03-02-river": [quote("the rule-based order must stand", "gazette-2020-03-01", "order")],
    "2021-04-02-river": [
        point("They praised the rules-based order.", "gazette-2021-04-01", "matters", "order"),
    ],
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return make_library(tmp_path / "made", TEXTS, CARDS, {"order": ["Order"]})


def test_uses_and_variants_by_date(made: Path) -> None:
    history = traced(made, "the rules-based order")
    listed = "rules-based, multilateral and open trading order"
    assert uses_of(history) == [
        ("2020-03-02", "gazette-2020-03-01", 1, "rule-based order"),
        ("2021-04-01", "gazette-2021-04-01", 1, "rules-based international order"),
        ("2021-04-01", "gazette-2021-04-01", 2, listed),
        ("2021-04-01", "gazette-2021-04-01", 5, "rules-based order"),
        ("2021-04-01", "gazette-2021-04-01", 5, "rules-based order"),
        ("2021-04-02", "gazette-2021-04-01", 1, "rules-based order"),
        ("", "old", 1, "rules-based order"),
    ]
    assert history.phrase.text == "rules-based order"
    assert (history.exact, history.varied) == (4, 3)
    assert [(v.words, v.uses, str(v.first)) for v in history.variants] == [
        ("rule-based order", 1, "2020-03-02"),
        ("rules-based international order", 1, "2021-04-01"),
        (listed, 1, "2021-04-01"),
    ]


def test_a_quote_gives_its_words_to_its_speaker_and_the_rest_is_nobodys(made: Path) -> None:
    history = traced(made, "rule-based order")
    first = history.uses[0]
    assert (first.kind, first.who, first.of_meeting) == ("paragraph", ("voss",), True)
    assert [claim.number for claim in first.claims] == [0, 1]
    undated = history.uses[-1]
    assert (undated.date, undated.source, undated.who, undated.claims) == (None, "old", (), ())


def test_meetings_and_sources_that_no_claim_rests_on(made: Path) -> None:
    history = traced(made, "rules-based order")
    assert [(m.card, m.title, m.exact, m.variants) for m in history.meetings] == [
        ("2020-03-02-river", "Talks of 2020-03-02", 0, 1),
        ("", "gazette-2021-04-01", 2, 2),
        ("2021-04-02-river", "Talks of 2021-04-02", 1, 0),
        ("", "old", 1, 0),
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            "rules-based international order",
            ["rules-based international order", "rules-based order"],
        ),
        ("international rules-based order", ["international rules-based order"]),
    ],
)
def test_one_part_may_be_left_out_or_moved(made: Path, phrase: str, expected: list[str]) -> None:
    words = {use.words for use in traced(made, phrase).uses}
    assert words >= set(expected)
    assert "No order" not in words


def test_the_earliest_are_given_and_all_are_counted(made: Path) -> None:
    whole, some = traced(made, "rules-based order"), traced(made, "rules-based order", 2)
    assert some.uses == whole.uses[:2]
    assert (some.exact, some.varied, some.meetings) == (whole.exact, whole.varied, whole.meetings)


def test_a_word_that_stands_nowhere_is_named_with_the_nearest(made: Path) -> None:
    history = traced(made, "rulez-based ordr")
    assert (history.exact, history.varied, history.uses) == (0, 0, ())
    assert history.phrase.unknown == ("rulez", "ordr")
    assert history.phrase.nearest == ("rules", "rule", "order")


@pytest.mark.parametrize("text", ["", "…", " ".join(["one"] * 13)])
def test_what_is_no_phrase_is_none(made: Path, text: str) -> None:
    with catalogue_of(made) as catalogue:
        assert trace(text, catalogue.engine(), catalogue, 10) is None


def test_scripts_without_spaces_are_found_as_they_stand(tmp_path: Path) -> None:
    texts = {"one": "両国は平和と安定を重視した。", "two": "平和及び地域の安定。"}
    cards = {"2020-01-01-river": [quote("平和と安定を重視した", "one", "order")]}
    root = make_library(tmp_path, texts, cards, {"order": ["秩序"]}, language="ja")
    history = traced(root, "平和と安定")
    assert [(use.source, use.words) for use in history.uses] == [("one", "平和と安定")]


def test_a_long_phrase_without_spaces_is_traced(tmp_path: Path) -> None:
    words = "自由で開かれたインド太平洋の実現"
    texts = {"one": f"両国は{words}を目指す。", "two": "自由で開かれた海。"}
    cards = {"2020-01-01-river": [quote(words, "one", "order")]}
    root = make_library(tmp_path, texts, cards, {"order": ["秩序"]}, language="ja")
    history = traced(root, words)
    assert [(use.source, use.words) for use in history.uses] == [("one", words)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("rules-based zorbish order", ["rules-based international order", "rules-based order"]),
        ("zorbish rules-based order", ["rule-based order", "rules-based order"]),
        ("zorbish international order", ["international order"]),
    ],
)
def test_a_word_that_may_be_missing_may_be_unknown(
    made: Path, phrase: str, expected: list[str]
) -> None:
    history = traced(made, phrase)
    assert history.phrase.unknown == ("zorbish",)
    assert history.exact == 0
    assert {use.words for use in history.uses} >= set(expected)


@pytest.mark.parametrize("status", ["superseded", "retracted"])
def test_a_card_that_stands_for_no_meeting_says_nothing(made: Path, status: str) -> None:
    for card in CARDS:
        path = made / f"content/meetings/{card}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("status: reviewed", f"status: {status}"), encoding="utf-8")
    history = traced(made, "rules-based order")
    assert {use.kind for use in history.uses} == {"paragraph"}
    assert [(use.of_meeting, use.claims, use.who) for use in history.uses] == [
        (False, (), ())
    ] * len(history.uses)
    assert {meeting.card for meeting in history.meetings} == {""}
    assert (history.exact, history.varied) == (3, 3)


@pytest.mark.parametrize(
    ("phrase", "uses"), [("the of", (0, 0)), ("of the", (2, 0)), ("that the", (0, 0))]
)
def test_words_that_tell_nothing_are_found_as_they_stand(
    tmp_path: Path, phrase: str, uses: tuple[int, int]
) -> None:
    words = "The mouth of the river and the banks of the lake are deep"
    root = make_library(
        tmp_path, {"one": words}, {"2020-01-01-river": [quote(words, "one", "river")]},
        {"river": ["River"]},
    )  # fmt: skip
    history = traced(root, phrase)
    assert (history.exact, history.varied) == uses
