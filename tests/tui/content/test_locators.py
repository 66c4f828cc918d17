"""Pages and times of the originals in the reader: beside paragraphs, in details and in copies."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.content.pages.card import item_details
from briefing.tui.content.pages.source import source_page
from briefing.tui.content.status import source_status
from tests.cli.libraries import write_library, write_provenance

CARD = "2023-02-06-river"


@pytest.fixture
def river(tmp_path: Path) -> Library:
    more = (
        "- point: They publish.\n  evidence:\n"
        "    - {source: gazette, exact: agreed to publish the water levels}\n"
        "    - {source: gazette, exact: The levels were never published before}\n"
    )
    root = write_library(tmp_path, more=more)
    write_provenance(root, [[1, "p. 4"], [4, "p. 5"], [5, "p. 7"]])
    return Library.open(root)


def test_a_page_is_beside_the_first_paragraph_that_is_on_it(river: Library) -> None:
    source = river.source("gazette")
    for folded in (True, False):
        page = source_page(source, {}, folded=folded)
        labels = {
            page.paragraph(n): page.blocks[n].lead for n in range(page.first, len(page.blocks))
        }
        assert {number: run.text.strip() for number, run in labels.items() if number != 1} == {
            2: "p. 4", 3: "", 4: "p. 5", 5: "p. 7", None: "▸" if folded else "▾",
        }  # fmt: skip
        assert labels[2].role == "quiet"
        assert folded or labels[1].text.strip() == "furniture"


@pytest.mark.parametrize("width", [12, 30, 80])
def test_what_is_measured_is_what_is_drawn(river: Library, width: int) -> None:
    from briefing.tui.lineview.blocks import Layout

    folded = source_page(river.source("gazette"), {})
    page = source_page(river.source("gazette"), {}, folded, folded=False)
    for blocks in (folded.blocks, page.blocks):
        layout, plain = Layout(blocks, width), Layout(tuple(blocks), width)
        tops = range(len(blocks))
        assert [layout.top(n) for n in tops] == [plain.top(n) for n in tops]


def test_the_status_line_names_the_page_of_the_paragraph_under_the_cursor(river: Library) -> None:
    source = river.source("gazette")
    said = [part.run.text for part in source_status(source, 3, 0, follows=True)]
    assert said[:2] == ["¶3 of 5", "p. 4"]


def test_the_details_of_an_item_name_all_its_pages(river: Library) -> None:
    items = river.card(CARD).items
    assert [item_details(item, river)[0] for item in items[1:]] == [
        "p. 5", "p. 4", "p. 5", "p. 7", "pp. 4, 7",
    ]  # fmt: skip


def test_copies_name_the_page_after_the_paragraph(river: Library) -> None:
    card = river.card(CARD)
    assert "River Gazette, ¶3, p. 4, seeds/gazette.txt." in item_citation(
        card.items[2], card, river
    )
    assert "River Gazette, ¶2, ¶5, pp. 4, 7, seeds/gazette.txt." in item_citation(
        card.items[5], card, river
    )
    copied = paragraph_citation(river.source("gazette"), 4)
    assert "River Gazette, ¶4, p. 5, seeds/gazette.txt." in copied


def test_a_text_without_pages_is_shown_as_ever(tmp_path: Path) -> None:
    library = Library.open(write_library(tmp_path))
    page = source_page(library.source("gazette"), {})
    assert {page.blocks[n].lead.text for n in range(page.first, len(page.blocks) - 1)} == {""}
    assert ", ¶4, seeds/gazette.txt." in paragraph_citation(library.source("gazette"), 4)
