"""The command palette: meetings, sections, topics, speakers, keys, libraries and themes, by name.

Texts reach the palette as `Content`, never as strings, because it reads strings as markup.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from rapidfuzz.distance import OSA
from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from briefing.library.locations import KnownLibrary
from briefing.model.core import Span
from briefing.text.cleaning import clean
from briefing.tui.content.line import date_words
from briefing.tui.content.outline import MeetingLine
from briefing.tui.keys.views import OPENING_KEYS
from briefing.tui.themes.themes import theme_names

DISCOVERED_MEETINGS = 12
"""How many meetings the palette offers before anything is typed."""
MOST_DAYS = 31
"""By how many of its days a meeting is found."""
DISCOVERED_NAMES = 6
"""How many topics, how many speakers, and how many libraries."""


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

    def topics(self) -> Sequence[tuple[str, str, str]]:
        """Return the ids and labels of topics, and what else each is called."""
        ...

    def speakers(self) -> Sequence[tuple[str, str, str]]:
        """Return the ids and names of speakers, and what else each is called."""
        ...

    def search_for(self, query: str) -> None:
        """Open the search with a query answered in it."""
        ...


@runtime_checkable
class Switches(Protocol):
    """An application that can be left for another library."""

    def libraries(self) -> Sequence[KnownLibrary]:
        """Return the other libraries that can be opened."""
        ...

    def open_library(self, root: Path) -> None:
        """Leave this library for another."""
        ...


@runtime_checkable
class ShowsViews(Protocol):
    """A screen that opens views over all meetings."""

    def action_view(self, name: str) -> None:
        """Open a view."""
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
    also: str = ""
    """What else it is found by, such as the day of a meeting."""
    is_motion: bool = False
    """Whether it is a single step somewhere; such offers come last."""


class ReaderCommands(Provider):
    """Offers what can be done now: places first, then keys, libraries and themes."""

    async def startup(self) -> None:
        """Gather the offers once, when the palette opens."""
        self._offers = tuple(offers(self.app, self.screen))
        self._reader = _reader(self.app)

    async def discover(self) -> Hits:
        """Yield what to offer before anything is typed: places a few of each kind, motions last."""
        shown = Counter[str]()
        for offer in sorted(self._offers, key=lambda offer: offer.is_motion):
            kind = next((kind for kind in _SHORTENED if offer.name.startswith(kind)), "")
            shown[kind] += 1
            if not kind or shown[kind] <= _SHORTENED[kind]:
                yield DiscoveryHit(_prompt(offer, ()), offer.run, text=offer.name)

    async def search(self, query: str) -> Hits:
        """Yield the offers in whose names every typed word is found.

        Args:
            query: What was typed.
        """
        for offer in self._offers:
            found = match_words(query, offer.name, offer.also)
            if found is not None:
                score, spans = found
                score = _SEARCH_SCORE * score if offer.is_motion else (1 + score) / 2
                prompt = _prompt(offer, spans)
                yield Hit(score, prompt, offer.run, text=offer.name)
        if self._reader is not None and (words := " ".join(query.split())):
            run = partial(_on_reader, self.app, partial(self._reader.search_for, words))
            search = Offer(f"{SEARCH}{words}", run)
            yield Hit(_SEARCH_SCORE, _prompt(search, ()), search.run, text=search.name)


MEETING = "Open meeting: "
SECTION = "Go to section: "
TOPIC = "Topic: "
SPEAKER = "Speaker: "
LIBRARY = "Open library: "
SEARCH = "Search for: "
THEME = "Theme: "
_SHORTENED = {
    MEETING: DISCOVERED_MEETINGS,
    TOPIC: DISCOVERED_NAMES,
    SPEAKER: DISCOVERED_NAMES,
    LIBRARY: DISCOVERED_NAMES,
}
_SEARCH_SCORE = 0.5
"""Below what is called so, above motions."""
_MOTIONS = (
    "view.", "card.", "source.", "claims.", "help.", "search.next", "search.previous",
    "reader.next", "reader.previous",
)  # fmt: skip
"""How the ids of keys begin that are single steps."""


def offers(app: App[Any], screen: Screen[Any]) -> Iterator[Offer]:
    """List all that the palette offers on a screen.

    Args:
        app: The application.
        screen: The screen the palette was opened on.

    Yields:
        Offers: meetings, sections, topics and speakers, then keys, those of the innermost focus
        first, then libraries and themes.
    """
    reader = _reader(app)
    if reader is not None:
        for offer in _place_offers(reader):
            yield replace(offer, run=partial(_on_reader, app, offer.run))
    yield from key_offers(app, screen)
    yield from _view_offers(app, screen)
    if isinstance(app, Switches):
        for root, why in app.libraries():
            path = clean(str(root))
            name = f"{LIBRARY}{clean(root.name) or path}"
            yield Offer(name, partial(app.open_library, root), f"{path}, {why}", also=path)
    for name in theme_names():
        yield Offer(f"{THEME}{name}", partial(setattr, app, "theme", name))


def _reader(app: App[Any]) -> Reads | None:
    return next((found for found in app.screen_stack if isinstance(found, Reads)), None)


def _on_reader(app: App[Any], run: Callable[[], object]) -> None:
    """Do something in the reader, and close what is before it."""
    reads = [isinstance(screen, Reads) for screen in app.screen_stack]
    for screen in reversed(app.screen_stack[reads.index(True) + 1 :]):
        screen.dismiss(None)
    run()


def _place_offers(reader: Reads) -> Iterator[Offer]:
    for line in reader.meetings():
        until = f" to {line.end}" if line.end else ""
        dated = ", ".join(filter(None, (f"{line.day or line.state}{until}", line.place)))
        days = " ".join(f"{day} {date_words(day)}" for day in days_of(line))
        run = partial(reader.open_card, line.card)
        yield Offer(f"{MEETING}{line.title}", run, dated, also=f"{days} {line.place}")
    for number, title in enumerate(reader.section_titles(), 1):
        yield Offer(f"{SECTION}{title}", partial(reader.go_to_section, number))
    for kind, field, names in (
        (TOPIC, "topic", reader.topics()),
        (SPEAKER, "speaker", reader.speakers()),
    ):
        for name, label, also in names:
            query = f"{field}:{name}"
            yield Offer(f"{kind}{label}", partial(reader.search_for, query), query, also=also)


def days_of(line: MeetingLine) -> Iterator[date]:
    """Yield the days of a meeting; of a very long one the first of them."""
    if line.day is not None:
        more = ((line.end or line.day) - line.day).days
        for number in range(min(more + 1, MOST_DAYS)):
            yield line.day + timedelta(days=number)


def _view_offers(app: App[Any], screen: Screen[Any]) -> Iterator[Offer]:
    """List the views, for a screen on which their keys do not act."""
    reader = next((found for found in app.screen_stack if isinstance(found, ShowsViews)), None)
    if reader is None or reader is screen:
        return
    for view, binding in OPENING_KEYS.items():
        run = partial(_on_reader, app, partial(reader.action_view, view))
        yield Offer(binding.description, run, binding.tooltip)


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
            is_motion=binding.id.startswith(_MOTIONS),
        )


def match_words(query: str, text: str, also: str = "") -> tuple[float, tuple[Span, ...]] | None:
    """Match typed words with a name: each as the start of a word, a part of one, or with a slip.

    Args:
        query: Words in any order and case; the last may be begun only, as may any.
        text: The name to match with.
        also: What else a word may be found in; nothing is lit for it.

    Returns:
        A score from 0 to 1 and the matched characters, or None unless every word was found.
    """
    words = query.split()
    found = [_match_word(word, text) or _match_also(word, also) for word in words]
    if not words or None in found:
        return None
    parts = [part for part in found if part is not None]
    spans = tuple(span for _, span in parts if span.end)
    nearness = 1 - min((span.start for span in spans), default=0) / (len(text) + 1)
    score = sum(score for score, _ in parts) / len(parts)
    return 0.9 * score + 0.1 * nearness, spans


def _match_also(word: str, text: str) -> tuple[float, Span] | None:
    """Find the start of a word in what is not shown."""
    found = bool(text) and re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE)
    return (1.0, Span(0, 0)) if found else None


def _match_word(word: str, text: str) -> tuple[float, Span] | None:
    for score, pattern in ((1.0, rf"\b{re.escape(word)}"), (0.7, re.escape(word))):
        if place := re.search(pattern, text, re.IGNORECASE):
            return score, Span(*place.span())
    slips = 0 if len(word) < 4 or any(map(str.isdigit, word)) else 1 if len(word) < 8 else 2
    if not slips:
        return None
    # As much of a word as was typed is compared, or a letter more where one was left out.
    begun = (
        (found, found.group()[: len(word) + more].lower())
        for found in re.finditer(r"\w+", text)
        for more in (0, 1)
    )
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
