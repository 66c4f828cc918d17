"""The palette offers what can be done now, and reads no library text as markup."""

from datetime import date

import pytest
from textual.command import CommandPalette
from textual.content import Content
from textual.widgets import OptionList

from briefing.model.core import Span
from briefing.tui.content.line import date_words
from briefing.tui.content.outline import MeetingLine
from briefing.tui.screens.commands import (
    MEETING,
    SECTION,
    SPEAKER,
    THEME,
    TOPIC,
    days_of,
    match_words,
    offers,
)
from tests.tui.shell import HOSTILE, HostApp, card


@pytest.mark.parametrize(
    ("query", "text", "lit"),
    [
        ("help", "Help", ["Help"]),
        ("pal", "Palette", ["Pal"]),
        ("wash two", "Two-plus-two, Washington", ["Wash", "Two"]),
        ("ington", "Washington", ["ington"]),
        ("wahsington", "Washington, January", ["Washington"]),
        ("palete", "Open palette", ["palette"]),
        ("tawan", "Go to section: Taiwan", ["Taiwan"]),
        ("[sic]", HOSTILE, ["[sic]"]),
        ("(", "A (b)", ["("]),
        ("日本", "日本と米国", ["日本"]),
    ],
)
def test_typed_words_are_found(query: str, text: str, lit: list[str]) -> None:
    found = match_words(query, text)

    assert found is not None
    score, spans = found
    assert 0 < score <= 1
    assert [text[span.start : span.end] for span in spans] == lit


@pytest.mark.parametrize(
    ("query", "text"), [("", "Help"), ("   ", "Help"), ("xyz", "Help"), ("help xyz", "Help")]
)
def test_what_is_not_there_is_not_found(query: str, text: str) -> None:
    assert match_words(query, text) is None


@pytest.mark.parametrize(
    ("better", "worse"), [("Search", "Research"), ("Research", "Serach it"), ("Go on", "Let's go")]
)
def test_the_start_of_a_word_beats_its_middle_and_that_beats_a_slip(
    better: str, worse: str
) -> None:
    query = "go" if "Go" in better else "search"
    first, second = match_words(query, better), match_words(query, worse)

    assert first is not None
    assert second is not None
    assert first[0] > second[0]


@pytest.mark.parametrize(
    "query",
    ["11 january 2023", "2023-01", "jan 2023", "2023-01-11", "january two-plus", "wash 2023"],
)
def test_a_meeting_is_found_by_its_day_in_any_form(query: str) -> None:
    also = "2023-01-11 11 January 2023 Washington"
    assert match_words(query, "Two-plus-two", also)
    assert not match_words(query, "Two-plus-two", "2022-02-07 7 February 2022 Rome")


@pytest.mark.parametrize(
    ("first", "last", "query", "found"),
    [
        ((2025, 3, 30), (2025, 4, 2), "31 march", True),
        ((2025, 3, 30), (2025, 4, 2), "2025-04-02", True),
        ((2025, 3, 30), (2025, 4, 2), "5 april", False),
        ((2025, 3, 30), None, "30 march", True),
        ((2025, 3, 30), None, "31 march", False),
        ((9999, 12, 31), None, "9999-12-31", True),
    ],
)
def test_a_meeting_of_several_days_is_found_by_each(
    first: tuple[int, int, int], last: tuple[int, int, int] | None, query: str, found: bool
) -> None:
    line = MeetingLine("c", "Talks", date(*first), date(*last) if last else None)
    also = " ".join(f"{day} {date_words(day)}" for day in days_of(line))
    assert bool(match_words(query, "Talks", also)) is found


def test_spans_are_code_points() -> None:
    found = match_words("b", "😀 b")

    assert found is not None
    assert found[1] == (Span(2, 3),)


async def test_offers_come_from_keys_sections_meetings_and_themes() -> None:
    app = HostApp()
    async with app.run_test():
        names = [offer.name for offer in offers(app, app.screen)]

    assert names.index(f"{MEETING}{HOSTILE}") < names.index(f"{SECTION}Outcomes")
    assert names.index(f"{SECTION}Outcomes") < names.index(f"{TOPIC}Outer space")
    assert names.index(f"{TOPIC}Outer space") < names.index(f"{SPEAKER}Lloyd Austin")
    assert names.index(f"{SPEAKER}Lloyd Austin") < names.index("Next item")
    assert f"{THEME}briefing-light" in names
    assert "Palette" not in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("next item", "next"),
        ("reactions", ("section", 2)),
        ("rome", ("card", "two")),
        ("outer", ("search", "topic:space")),
        ("austin", ("search", "speaker:austin")),
        ("g7", ("search", "topic:space")),
        ("orbit", ("search", "topic:space")),
        ("secretary", ("search", "speaker:austin")),
        ("missile gap", ("search", "missile gap")),
    ],
)
async def test_choosing_an_offer_does_it(typed: str, asked: object) -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *(key.replace(" ", "space") for key in typed))
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()

        assert app.host.asked == [asked]


async def test_choosing_a_theme_changes_it() -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"briefing-light")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()

        assert app.theme == "briefing-light"


async def test_a_hostile_title_is_shown_as_it_stands() -> None:
    app = HostApp(card("one", HOSTILE, "[bold]Section[/bold] [/y]"))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        listing = app.screen.query_one(OptionList)
        prompts = [option.prompt for option in listing.options]

    texts = [prompt.plain for prompt in prompts if isinstance(prompt, Content)]
    assert f"{SECTION}[bold]Section[/bold] [/y]" in texts
    assert any(text.startswith(f"{MEETING}{HOSTILE}\n") for text in texts)
