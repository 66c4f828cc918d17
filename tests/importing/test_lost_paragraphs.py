"""What the extraction of a web page lost: put back among the story, or only told."""

from itertools import count

import pytest

from tests.importing.conftest import needs, read, story

pytestmark = needs("trafilatura")

WORDS = (
    "The ministers of water met here on Monday for their second talks with the River Commission",
    "They agreed to share the water in good and bad years alike and to tell each other the level",
    "A hotline between the two ministries opens next year and nobody will be asked to pay for it",
)


class Page:
    """A page that is being made; every paragraph of it says which part it is."""

    def __init__(self) -> None:
        self._parts = count(1)

    def paragraph(self) -> str:
        number = next(self._parts)
        return f"<p>{WORDS[number % 3]}, as part {number} says. {WORDS[(number + 1) % 3]}.</p>"

    def section(self, attributes: str = "", heading: str = "About it") -> str:
        inside = f"<h2>{heading}<a href='#x'>¶</a></h2>{self.paragraph()}{self.paragraph()}"
        return f"<section {attributes}>{inside}</section>"


def parts(html: str) -> tuple[list[int], tuple[str, ...]]:
    """Return which parts are in the story of a page, in order, and what the import says."""
    whole = f"<!doctype html><html><head><title>Talks</title></head><body>{html}</body></html>"
    document = read(whole, "page.html")
    found = [int(text.partition("as part ")[2].partition(" ")[0]) for text in story(document)]
    return found, document.warnings


@pytest.mark.parametrize(
    "attributes",
    [
        "class='tags'",
        "class='attachment'",
        "id='sharing-configuration-files'",
        "id='comments-on-the-tools'",
    ],
)
@pytest.mark.parametrize("main", ["main", "article", "div role='main'"])
def test_a_section_among_sections_of_the_story_is_put_back(main: str, attributes: str) -> None:
    page = Page()
    heading = attributes.partition("='")[2].strip("'").replace("-", " ").capitalize()
    sections = (page.section(), page.section(attributes, heading), page.section())
    found, warnings = parts(f"<{main}>{''.join(sections)}</{main.split()[0]}>")

    assert found == [1, 2, 3, 4, 5, 6]
    (said,) = [each for each in warnings if "put back" in each]
    assert said.startswith("2 paragraphs are put back that seemed no part of the story, such as '")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<aside>", "</aside>"),
        ("<section class='tags'><nav>", "</nav></section>"),
        ("<section class='sidebar'>", "</section>"),
        ("<section class='related-stories'>", "</section>"),
        ("<section class='newsletter-signup'>", "</section>"),
        ("<section class='outbrain'>", "</section>"),
        ("<section class='tags' hidden>", "</section>"),
        ("<section class='tags' style='display: none'>", "</section>"),
        ("<section id='related-coverage'><h2>Related coverage</h2>", "</section>"),
        ("<section class='tags'><div>", "</div></section>"),
    ],
)
def test_what_the_page_itself_sets_apart_is_not(opening: str, closing: str) -> None:
    page = Page()
    before = page.section()
    apart = f"{opening}{page.paragraph()}{page.paragraph()}{closing}"
    found, warnings = parts(f"<main>{before}{apart}{page.section()}</main>")

    assert found == [1, 2, 5, 6]
    assert "put back" not in "".join(warnings)


def test_references_and_what_stands_before_and_after_the_story_are_not() -> None:
    page = Page()
    linked = (
        page.section("class='tags'").replace("<p>", "<p><a href='/x'>").replace("</p>", "</a></p>")
    )
    first = page.section("class='tags'")
    middle = page.section() + linked + page.section()
    last = page.section("class='tags'")
    found, warnings = parts(f"<main>{first}{middle}{last}</main>")

    assert found == [5, 6, 7, 8]
    assert "put back" not in "".join(warnings)


def test_a_page_that_names_no_main_part_is_left_as_it_is() -> None:
    page = Page()
    sections = page.section() + page.section("class='tags'") + page.section()
    found, warnings = parts(f"<div>{sections}</div>")

    assert "put back" not in "".join(warnings)
    assert found in ([1, 2, 5, 6], [1, 2, 3, 4, 5, 6])
