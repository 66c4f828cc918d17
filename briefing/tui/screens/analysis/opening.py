"""Which view a key opens, and what it begins with."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from briefing.tui.content.analysis.speakers import speaker_key
from briefing.tui.content.analysis.topics import topic_key
from briefing.tui.screens.analysis.commitments import CommitmentsScreen
from briefing.tui.screens.analysis.compare import CompareScreen
from briefing.tui.screens.analysis.context import Place, ViewContext
from briefing.tui.screens.analysis.speakers import SpeakersScreen
from briefing.tui.screens.analysis.timeline import TimelineScreen
from briefing.tui.screens.analysis.topics import TopicsScreen
from briefing.tui.screens.analysis.view_screen import ViewScreen

if TYPE_CHECKING:
    from briefing.model.card import Item

Maker = Callable[[ViewContext, "Item | None"], ViewScreen]


def today() -> date:
    """Return the day from which commitments are looked at."""
    return date.today()


def view_named(name: str, context: ViewContext, item: "Item | None") -> ViewScreen:
    """Return a view.

    Args:
        name: Its name, as the keys have it.
        context: What it is given.
        item: The item under the cursor, where one is.
    """
    return _MAKERS[name](context, item)


def _topics(context: ViewContext, item: "Item | None") -> ViewScreen:
    topic = item.topics[0] if item is not None and item.topics else ""
    return TopicsScreen(context, Place(key=topic_key(context.series, topic) if topic else ""))


def _speakers(context: ViewContext, item: "Item | None") -> ViewScreen:
    speaker = item.speakers[0] if item is not None and item.speakers else ""
    return SpeakersScreen(context, Place(key=speaker_key(context.series, speaker)))


def _commitments(context: ViewContext, item: "Item | None") -> ViewScreen:
    return CommitmentsScreen(context)


def _compare(context: ViewContext, item: "Item | None") -> ViewScreen:
    topic = item.topics[0] if item is not None and item.topics else ""
    key = f"{topic}\t{context.card}#{item.id}" if item is not None else ""
    return CompareScreen(context, Place(key=key))


_MAKERS: Mapping[str, Maker] = {
    "topics": _topics,
    "speakers": _speakers,
    "commitments": _commitments,
    "compare": _compare,
    "timeline": lambda context, item: TimelineScreen(context),
}
