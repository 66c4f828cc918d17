"""The command palette: every active key, every section and meeting, and the themes, by name.

Texts reach the palette as `Content`, never as strings, because it reads strings as markup.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, runtime_checkable

from rapidfuzz.distance import OSA
from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from briefing.basics import Span
from briefing.tui.content.outline import MeetingLine
from briefing.tui.themes import theme_names

DISCOVERED_MEETINGS = 12
"""How many meetings the palette offers before anything is typed."""


@runtime_checkable
class Reads(Protocol):
    """A screen on which meetings and sections can be opened."""

    def open_card(self, card_id: str) -> None:
        """Show a card from its top."""
        ...

    def meetings(self) -> Sequence[MeetingLine]:
        """Return the meetings that can be opened, newest first."""
        ...

    def section_titles(self) -> Sequence[str]:
        """Return the titles of the shown card's sections, in order."""
        ...

    def go_to_section(self, number: int) -> None:
        """Move to a section, counted from 1."""
        ...


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette."""

    name: str
    """What it is called; this is what typing is matched with."""
    run: Callable[[], object]
    """What choosing it does."""
    help: str = ""
    """A sentence under the name."""
    key: str = ""
    """The key that does the same, as shown to the user."""


class ReaderCommands(Provider):
    """Offers what can be done now: keys first, then sections, meetings and themes."""

    async def startup(self) -> None:
        """Gather the offers once, when the palette opens."""
        self._offers = tuple(offers(self.app, self.screen))

    async def discover(self) -> Hits:
        """Yield what to offer before anything is typed."""
        meetings = 0
        for offer in self._offers:
            meetings += offer.name.startswith(MEETING)
            if not offer.name.startswith(MEETING) or meetings <= DISCOVERED_MEETINGS:
                yield DiscoveryHit(_prompt(offer, ()), offer.run, text=offer.name)

    async def search(self, query: str) -> Hits:
        """Yield the offers in whose names every typed word is found.

        Args:
            query: What was typed.
        """
        for offer in self._offers:
            found = match_words(query, offer.name)
            if found is not None:
                score, spans = found
                prompt = _prompt(offer, spans)
                yield Hit(score, prompt, offer.run, text=offer.name)


MEETING = "Open meeting: "
SECTION = "Go to section: "
THEME = "Theme: "


def offers(app: App[Any], screen: Screen[Any]) -> Iterator[Offer]:
    """List all that the palette offers on a screen.

    Args:
        app: The application.
        screen: The screen the palette was opened on.

    Yields:
        Offers, the keys of the innermost focus first.
    """
    yield from key_offers(app, screen)
    reader = next((found for found in app.screen_stack if isinstance(found, Reads)), None)
    if reader is not None:
        for number, title in enumerate(reader.section_titles(), 1):
            yield Offer(f"{SECTION}{title}", partial(reader.go_to_section, number))
        for line in reader.meetings():
            dated = ", ".join(filter(None, (str(line.day or line.state), line.place)))
            yield Offer(f"{MEETING}{line.title}", partial(reader.open_card, line.card), dated)
    for name in theme_names():
        yield Offer(f"{THEME}{name}", partial(setattr, app, "theme", name))


def key_offers(app: App[Any], screen: Screen[Any]) -> Iterator[Offer]:
    """List the keys that act on a screen now, one offer for each action.

    Args:
        app: The application.
        screen: The screen whose focus decides which bindings are active.

    Yields:
        Offers that run the action where its binding was declared.
    """
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or binding.id in seen or not active.enabled:
            continue
        if binding.action in ("command_palette", "app.command_palette"):
            continue
        seen.add(binding.id)
        yield Offer(
            name=binding.description,
            run=partial(app.run_action, binding.action, active.node),
            help=binding.tooltip,
            key=app.get_key_display(binding),
        )


def match_words(query: str, text: str) -> tuple[float, tuple[Span, ...]] | None:
    """Match typed words with a name: each as the start of a word, a part of one, or with a slip.

    Args:
        query: Words in any order and case; the last may be begun only, as may any.
        text: The name to match with.

    Returns:
        A score from 0 to 1 and the matched characters, or None unless every word was found.
    """
    words = query.split()
    found = [_match_word(word, text) for word in words]
    if not words or None in found:
        return None
    parts = [part for part in found if part is not None]
    nearness = 1 - min(span.start for _, span in parts) / (len(text) + 1)
    score = sum(score for score, _ in parts) / len(parts)
    return 0.9 * score + 0.1 * nearness, tuple(span for _, span in parts)


def _match_word(word: str, text: str) -> tuple[float, Span] | None:
    for score, pattern in ((1.0, rf"\b{re.escape(word)}"), (0.7, re.escape(word))):
        if place := re.search(pattern, text, re.IGNORECASE):
            return score, Span(*place.span())
    slips = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    if not slips:
        return None
    begun = ((found, found.group()[: len(word)].lower()) for found in re.finditer(r"\w+", text))
    near = (
        (OSA.distance(word.lower(), start, score_cutoff=slips), found) for found, start in begun
    )
    distance, place = min(near, key=lambda one: one[0], default=(slips + 1, None))
    if place is None or distance > slips:
        return None
    return 0.5 / distance, Span(*place.span())


def _prompt(offer: Offer, spans: Iterable[Span]) -> Content:
    name = Content(offer.name)
    for span in spans:
        name = name.stylize("bold underline", span.start, span.end)
    parts: list[Content | tuple[str, str]] = [name]
    if offer.key:
        parts.append((f"  {offer.key}", "$accent"))
    if offer.help:
        parts.append((f"\n{offer.help}", "$text-quiet not bold"))
    return Content.assemble(*parts)
