"""Which view a key opens, and what it begins with."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.app import App

from briefing.analysis.phrases.asking import is_phrase
from briefing.tui.content.analysis.grid import counted_key
from briefing.tui.screens.analysis.commitments import CommitmentsScreen
from briefing.tui.screens.analysis.compare import CompareScreen
from briefing.tui.screens.analysis.phrase import PhraseDialog, PhraseScreen
from briefing.tui.screens.analysis.prepare import PrepareScreen
from briefing.tui.screens.analysis.speakers import SpeakersScreen
from briefing.tui.screens.analysis.timeline import TimelineScreen
from briefing.tui.screens.analysis.topics import TopicsScreen
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.view_screen import AnyView

if TYPE_CHECKING:
    from briefing.model.card import Item

Maker = Callable[[ViewContext, "Item | None"], AnyView]


def today() -> date:
    """Return the day from which commitments are looked at."""
    return date.today()


def open_view(
    name: str, app: App[None], context: ViewContext, item: "Item | None", selected: str
) -> None:
    """Open a view.

    Args:
        name: Its name, as the keys have it.
        app: Where it is shown.
        context: What it is given.
        item: The item under the cursor, where one is.
        selected: The text that is selected; empty where none is.
    """
    if name != "phrase":
        app.push_screen(_MAKERS[name](context, item))
    elif selected:
        app.push_screen(PhraseScreen(context, " ".join(selected.split())))
    else:

        def trace(phrase: str | None) -> None:
            if phrase:
                app.push_screen(PhraseScreen(context, phrase))

        app.push_screen(PhraseDialog(phrase_of(item) if item is not None else ""), trace)


def phrase_of(item: "Item") -> str:
    """Return the words of an item that may be a phrase: quoted ones, the longest first."""
    quoted = [item.text] if item.type == "quote" else re.findall(r"“([^“”]+)”", item.text)
    fitting = [words for words in quoted if is_phrase(words)]
    return max(fitting, key=len, default="")


def _topics(context: ViewContext, item: "Item | None") -> AnyView:
    topics = item.topics if item is not None else ()
    place = Place(key=counted_key(context.series, topics[0]) if topics else "")
    return TopicsScreen(context, place, of=topics)


def _speakers(context: ViewContext, item: "Item | None") -> AnyView:
    speaker = item.speakers[0] if item is not None and item.speakers else ""
    return SpeakersScreen(context, Place(key=counted_key(context.series, speaker)))


def _commitments(context: ViewContext, item: "Item | None") -> AnyView:
    return CommitmentsScreen(context)


def _compare(context: ViewContext, item: "Item | None") -> AnyView:
    topic = item.topics[0] if item is not None and item.topics else ""
    key = f"{topic}\t{context.card}#{item.id}" if item is not None else ""
    return CompareScreen(context, Place(key=key))


_MAKERS: Mapping[str, Maker] = {
    "topics": _topics,
    "speakers": _speakers,
    "commitments": _commitments,
    "compare": _compare,
    "timeline": lambda context, item: TimelineScreen(context),
    "prepare": lambda context, item: PrepareScreen(context),
}
