"""A host for the shell's tests: the real application around a screen of a few lines."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from briefing.model.card import (
    Card,
    Item,
    Meeting,
    Section,
)
from briefing.model.evidence import Evidence
from briefing.tui.app import BriefingApp
from briefing.tui.content.outline import MeetingLine

HOSTILE = "Talks [sic] [/x] [@click=app.quit]in[/] Rome"


def card(card_id: str, title: str, *sections: str) -> Card:
    item = Item("one", "point", "Words.", evidence=(Evidence("paper", "Words"),))
    return Card(
        id=card_id,
        file=f"content/meetings/{card_id}.yaml",
        title=title,
        meeting=Meeting(title, date(2023, 1, 11), "Washington"),
        bottom_line=item,
        sections=tuple(Section(name, (item,)) for name in sections),
    )


class HostScreen(Screen[None]):
    """Stands for the reader and records what the shell asked of it."""

    BINDING_GROUP_TITLE = "Host"
    BINDINGS = [
        Binding("j", "next_item", "Next item", id="host.next", tooltip="Go to the next item")
    ]

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self.shown = cards[0]
        self.cards = cards
        self.asked: list[object] = []

    def compose(self) -> ComposeResult:
        yield Static(Content(self.shown.title))

    def action_next_item(self) -> None:
        self.asked.append("next")

    def open_card(self, card_id: str) -> None:
        self.asked.append(("card", card_id))

    def meetings(self) -> Sequence[MeetingLine]:
        return [MeetingLine.of(card) for card in self.cards]

    def section_titles(self) -> Sequence[str]:
        return [section.title for section in self.shown.sections]

    def go_to_section(self, number: int) -> None:
        self.asked.append(("section", number))

    def topics(self) -> Sequence[tuple[str, str, str]]:
        return [("space", "Outer space", "orbit G7")]

    def speakers(self) -> Sequence[tuple[str, str, str]]:
        return [("austin", "Lloyd Austin", "secretary")]

    def search_for(self, query: str) -> None:
        self.asked.append(("search", query))


class HostApp(BriefingApp):
    """The application with a host screen in the reader's place."""

    def __init__(
        self, *cards: Card, theme: str = "briefing-dark", keymap: Mapping[str, str] | None = None
    ) -> None:
        kept = cards or (card("one", "Two-plus-two", "Outcomes", "Reactions"), card("two", HOSTILE))
        self.host = HostScreen(kept)
        super().__init__(Path(), None, theme=theme, keymap=keymap)

    def first_screen(self) -> Screen[None]:
        return self.host
