"""Which words near each other are a close variant of a phrase."""

import pytest

from briefing.analysis.phrases.asking import AskedPhrase, asked
from briefing.analysis.phrases.windows import found_uses, span_of
from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine


def found(phrase: str, text: str) -> list[str]:
    """Return the words of each use of a phrase in a text."""
    known = [Entry("paragraph", each, source="made", paragraph=1) for each in (phrase, text)]
    engine = SearchEngine.build(known)
    ready = asked(phrase, engine.lexicon)
    assert ready is not None
    uses, _ = found_uses(ready, engine)
    return [text[use.span.start : use.span.end] for use in uses if use.doc == 1]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("rules-based order", "A Rules-Based Order.", "Rules-Based Order"),
        ("rules-based order", "the rules based order", "rules based order"),
        ("rules-based order", "all rule-based orders", "rule-based orders"),
        ("rules-based order", "a rules-based global order", "rules-based global order"),
        (
            "rules-based order",
            "rules-based, free and open order",
            "rules-based, free and open order",
        ),
        ("rules-based order", "rules-based world trading order", "rules-based world trading order"),
        ("peace and security", "peace and world security", "peace and world security"),
        ("peace and security", "peace or security", "peace or security"),
        ("stability in the strait", "stability of the strait", "stability of the strait"),
        ("stability in the strait", "stability across the strait", "stability across the strait"),
        ("free and open Indo-Pacific", "an open Indo-Pacific", "open Indo-Pacific"),
        ("free and open Pacific", "an open and free Pacific", "open and free Pacific"),
        ("great challenge", "great and lasting challenge", "great and lasting challenge"),
        ("the U.S. forces", "all US forces", "US forces"),
        ("Köln talks", "die Köln talks", "Köln talks"),
    ],
)
def test_close_variants(phrase: str, text: str, words: str) -> None:
    assert found(phrase, text) == [words]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("rules-based order", "order based on rules"),
        ("rules-based order", "rules of a new order"),
        ("rules-based order", "rules-based. Order came."),
        ("rules-based order", "a rules-based but not lawless order"),
        ("rules-based order", "rules-based ways: order"),
        ("rules-based order", "rules-based ways, order"),
        ("rules-based order", "rules-based trade that may bring order"),
        ("rules-based order", "rules-based good old wooden order"),
        ("peace and security", "peace and the increased sense of security"),
        ("peace and security", "peace cannot exist without security"),
        ("peace and security", "peace or war, will provide security"),
        ("free and open Indo-Pacific", "a free and open debate"),
        ("free and open Indo-Pacific", "the Indo-Pacific"),
        ("strategic challenge", "a challenge"),
        ("strategic challenge", "strategic"),
    ],
)
def test_what_is_only_near_is_no_variant(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


@pytest.mark.parametrize(
    "text", ["Mr. Smith went", "in St. Petersburg", "on Jan. 7", "a U.S. Navy"]
)
def test_the_stop_of_a_short_form_ends_no_sentence(text: str) -> None:
    phrase = text.partition(" ")[2].replace(".", "") if text[0].islower() else "Mr Smith"
    assert len(found(phrase, text)) == 1


def test_a_phrase_is_taken_without_what_tells_nothing_at_its_ends() -> None:
    engine = SearchEngine.build([Entry("paragraph", "the order of the seas")])
    ready = asked("of the order of the seas, and", engine.lexicon)
    assert isinstance(ready, AskedPhrase)
    assert (ready.text, ready.words) == ("order of the seas", ("order", "of", "the", "seas"))
    assert ready.between == (frozenset(("of", "the")), frozenset())


def test_the_place_of_words_is_known_by_their_positions() -> None:
    text = "The “rules-based” order of 1,000 seas"
    assert [text[slice(*span_of(text, at, at + 1))] for at in range(7)] == [
        "The", "rules", "based", "order", "of", "1,000", "seas",
    ]  # fmt: skip
