"""What is copied of an item and of a paragraph."""

from briefing.library.library import Library
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.content.line import shown
from tests.tui import libraries


def test_a_citation_carries_the_state_and_the_caution(rough: Library) -> None:
    card = rough.card("rough")
    item = card.item("drifted")
    assert item is not None
    copied = item_citation(item, card, rough).splitlines()
    assert copied[0] == shown(item.text)
    assert copied[1].startswith("Ann [/x] ␛[1mLee, Minister [sic] (spoken), Rough")
    assert "¶2" in copied[2]
    assert copied[3].startswith("Not verified: drifted")
    assert copied[4] == "The card is a draft."
    assert copied[5].startswith("Caution: Re-worded")


def test_a_copy_of_what_was_superseded_names_what_took_its_place() -> None:
    library = libraries.tidy()
    later, earlier = library.cards()[0], library.cards()[-1]
    for successor, words in (
        (later.id, f"The card is superseded by {later.title}."),
        ("2030-01-01-gone", "The card is superseded by 2030-01-01-gone."),
        ("", "The card is superseded."),
    ):
        card = earlier._replace(status="superseded", superseded_by=successor)
        assert words in item_citation(card.items[1], card, library).splitlines()


def test_a_verified_citation_is_quoted() -> None:
    library = libraries.tidy()
    card = library.cards()[-1]
    quote = next(item for item in card.items if item.text.startswith("[The President]"))
    copied = item_citation(quote, card, library)
    assert copied.startswith("“[The President] will sign by June,”\nÉlodie Façade, ")
    assert "3 May 2021" in copied
    assert "Not verified" not in copied
    unclear = next(item for item in library.cards()[0].items if item.speaker == "unclear")
    assert "\nspeaker unclear (reported), River talks, Tokyo, " in item_citation(
        unclear, library.cards()[0], library
    )
    source = library.source("kasen-kaigi-2022")
    assert "Caution: Part of" in paragraph_citation(source, 2)
