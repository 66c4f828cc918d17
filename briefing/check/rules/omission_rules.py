"""Rules about what a card leaves out: omissions that are there, and the words it may have."""

from collections.abc import Iterator

from briefing.check.findings import place_of, shortened, warning
from briefing.errors import Place, Problem, SourceError
from briefing.library.coverage import card_words, cited_paragraphs, story_words
from briefing.library.library import Library
from briefing.model.card import Card, Omission

MOST_OF_STORY = 0.5
"""The share of its story's words that a card may have."""
SHORT_STORY = 200
"""Words of a story up to which a card may be as long as it likes."""


def unmatched_omission(card: Card, library: Library) -> Iterator[Problem]:
    """Find omissions that name no paragraph of their source, or one that the card cites."""
    cited = cited_paragraphs((card,))
    for omission in card.omitted:
        words = f"'{shortened(omission.starts)}'"
        if not _readable(omission.source, library):
            continue
        if not omission.paragraphs:
            yield warning(
                "unmatched-omission",
                _place(omission, card),
                f"no paragraph of {omission.source} begins with {words}",
                "name it by its opening words, exactly as in the document",
            )
        elif cited.get(omission.source, set()).issuperset(omission.paragraphs):
            yield warning(
                "cited-omission",
                _place(omission, card),
                f"paragraph {omission.paragraphs[0]} of {omission.source}, {words}, is listed as "
                "omitted, but the card rests on it",
                "take it off the list, or drop what rests on it",
            )


def needless_omission(card: Card, library: Library) -> Iterator[Problem]:
    """Find omissions of what is no part of the story, and of what is listed already."""
    listed: set[tuple[str, int]] = set()
    for omission in card.omitted:
        if not omission.paragraphs or not _readable(omission.source, library):
            continue
        source = library.source(omission.source)
        here = {(omission.source, number) for number in omission.paragraphs}
        number = omission.paragraphs[0]
        if all(source.paragraph(each).furniture for each in omission.paragraphs):
            why = "is furniture, which no card has to leave out"
        elif here <= listed:
            why = "is listed as omitted twice"
        else:
            why = ""
        listed |= here
        if why:
            yield warning(
                "needless-omission",
                _place(omission, card),
                f"paragraph {number} of {omission.source}, '{shortened(omission.starts)}', {why}",
                "take it off the list",
            )


def _place(omission: Omission, card: Card) -> Place:
    return omission.place or Place(card.file)


def _readable(source_id: str, library: Library) -> bool:
    try:
        library.source(source_id)
    except SourceError:
        return False
    return True


def long_card(card: Card, library: Library) -> Iterator[Problem]:
    """Find a card that has more than half the words of its story."""
    story, words = story_words(card, library), card_words(card)
    if story > SHORT_STORY and words > story * MOST_OF_STORY:
        yield warning(
            "long-card",
            place_of(card, card.bottom_line),
            f"the card has {words:,} words for a story of {story:,}",
            f"a briefing has at most half: {int(story * MOST_OF_STORY):,}",
        )
