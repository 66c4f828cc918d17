"""Sources laid out: what is counted, lit, folded and said of them."""

from briefing.library.library import Library
from briefing.tui.content.claims import claims_page
from briefing.tui.content.pages.lighting import evidence_marks
from briefing.tui.content.pages.source import claims, source_head, source_page
from tests.tui.content.pages import texts


def test_a_source_counts_claims_labels_furniture_and_knows_what_is_uncited(
    rough: Library,
) -> None:
    page = source_page(rough.source("paper"), rough.citations("paper"))
    gutters = ["".join(run.text for run in b.gutter).strip() for b in page.blocks[page.first :]]
    assert gutters == ["1 –", "2 ×3", "3 ×1", "4 ×1", "5 –", "6 –", ""]
    steps = [page.next_uncited(n, 1) for n in range(8)]
    assert steps == [1, 5, 5, 5, 5, 6, None, None]
    assert [page.next_uncited(n, -1) for n in range(8)] == [None, None, 1, 1, 1, 1, 5, 6]
    assert page.paragraph(page.first - 1) is None
    assert "caution: Re-worded ␛[31mby [sic] an aggregator" in texts(list(page.blocks))


def test_what_is_not_in_the_story_is_one_line_until_it_is_asked_for(rough: Library) -> None:
    folded = source_page(rough.source("paper"), {})
    assert folded.folded
    assert folded.blocks[-1].text == "1 block not in the story"
    assert folded.block(7) is None
    assert folded.paragraph(len(folded.blocks) - 1) is None
    page = source_page(rough.source("paper"), {}, folded, folded=False)
    assert not page.folded
    place = page.block(7)
    assert place is not None
    assert page.blocks[place].lead.text.strip() == "furniture"
    assert page.paragraph(place) == 7
    assert page.blocks[-1].text == "fold 1 block not in the story"
    whole = source_page(rough.source("plain"), {})
    assert (whole.folded, whole.furniture, len(whole.blocks)) == (False, 0, whole.first + 1)


def test_what_a_card_leaves_out_has_a_sign_of_its_own(rough: Library) -> None:
    page = source_page(rough.source("paper"), rough.citations("paper"), omitted={5, 2})
    gutters = ["".join(run.text for run in b.gutter).strip() for b in page.blocks[page.first :]]
    assert gutters[:6] == ["1 –", "2 ×3", "3 ×1", "4 ×1", "5 ┊", "6 –"]


def test_evidence_is_lit_the_wanted_piece_most(rough: Library) -> None:
    item = rough.card("rough").item("ports")
    assert item is not None
    page = source_page(rough.source("paper"), rough.citations("paper"))
    marks = evidence_marks(item, "paper", 0, page)
    (block, found), *others = marks.items()
    assert others == []
    assert [page.blocks[block].text[m.start : m.end] for m in found] == ["whatever may come"]
    assert [m.role for m in found] == ["evidence"]
    assert [m.role for m in evidence_marks(item, "paper", 1, page)[block]] == ["more-evidence"]


def test_an_item_that_rests_twice_on_a_paragraph_is_one_claim(rough: Library) -> None:
    citations = rough.citations("paper")[2]
    assert [c.item.id for c in claims((*citations, *citations))] == [
        "bottom-line",
        "ports",
        "drifted",
    ]
    blocks, places = claims_page(claims(citations), rough)
    assert [b.text for b in blocks if b.role == "heading"] == ["Rough [the President] ␛[2J talks"]
    assert [claim.item.id for claim in places.values()] == ["bottom-line", "ports", "drifted"]
    assert blocks[list(places)[2]].text.startswith("the ports will close")
    assert blocks[-1].text.startswith("Ann [/x] ␛[1mLee · Outcomes [b] ␛[1m · drifted")


def test_a_guessed_encoding_and_damage_are_said_above_the_source(rough: Library) -> None:
    source = rough.source("paper")._replace(encoding="cp1251", guessed=True, damaged=2)
    told = texts(list(source_head(source)))
    assert "read as windows-1251, a guess: other letters may be meant" in told
    assert "damaged in 2 places, shown as \ufffd" in told
    plain = texts(list(source_head(rough.source("paper"))))
    assert not any("guess" in line or "damaged" in line for line in plain)
