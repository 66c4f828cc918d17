"""Topics by meeting, and the thread of one topic."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from briefing.analysis.topics import TopicMatrix, TopicThread, topic_matrices, topic_thread
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.topics import TopicRow, all_topics
from briefing.output.analysis import topics as printed
from briefing.output.analysis.table import Table, csv_text, markdown
from briefing.output.wording import count
from briefing.tui.content.analysis.grid import EVERYWHERE, ColumnChoice
from briefing.tui.content.analysis.items import item_key
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.analysis.topics import TOPIC, thread_page, topics_page
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.counts import Counted, CountForms
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.grid_screen import GridScreen, series_shown
from briefing.tui.screens.views.item_screen import ItemScreen
from briefing.tui.session.library.library_access import LibraryAccess

MOST_ITEMS = 500
"""How many items of a topic are listed, the latest ones."""


CountedTopics = Counted[TopicMatrix, TopicRow]
"""The counts of topics."""


def _counted(
    access: LibraryAccess, series: str, choice: ColumnChoice
) -> tuple[CountedTopics, TablePage]:
    catalogue = access.catalogue_sync.open()
    ids, whole = series_shown(catalogue, series, access.at_once)
    matrices = topic_matrices(catalogue, ids)
    found = CountedTopics(matrices, () if whole else all_topics(catalogue))
    return found, topics_page(matrices, choice, found.totals)


class TopicsScreen(GridScreen[TopicMatrix, TopicRow]):
    """Shows all topics with counts by meeting, series apart, that of the open card first.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
        of: Ids of the topics of the item one came from, which are named where they are several.
    """

    def __init__(
        self, context: ViewContext, place: Place | None = None, *, of: Sequence[str] = ()
    ) -> None:
        super().__init__(context, place)
        self._of = tuple(of)

    def again(self) -> "TopicsScreen":
        """Return the view as it is, to be opened once more."""
        return TopicsScreen(self.context, self.place, of=self._of)

    def question(self) -> Question[CountedTopics]:
        """Return what counts the topics of all meetings."""
        return partial(_counted, self.context.access, self.context.series, self.choice)

    @property
    def forms(self) -> CountForms[TopicMatrix, TopicRow]:
        """How topics are written down."""
        return FORMS

    def total_line(self, total: TopicRow) -> str:
        """Return how much there is on a topic."""
        items, meetings = count(total.items, "item"), count(total.meetings, "meeting")
        return f"{total.label}, {items}, {meetings}"

    def heading(self) -> tuple[str, str]:
        """Return what the view is called, how much it has, and what the item is filed under."""
        listed = self.context.access.library.topics
        labels = [listed[topic].label if topic in listed else topic for topic in self._of]
        filed = f" · the item's: {', '.join(labels)}" if len(labels) > 1 else ""
        matrices, totals = self.counts
        if totals:
            return "Topics", f"{count(len(totals), 'topic')}{filed}"
        topics = {row.topic.id for matrix in matrices for row in matrix.rows}
        meetings = sum(len(matrix.meetings) for matrix in matrices)
        return "Topics", f"{count(len(topics), 'topic')} in {count(meetings, 'meeting')}{filed}"

    def open_row(self, row: TableRow) -> None:
        """Show all that is said on the topic, at the chosen meeting where one is chosen."""
        topic, card = self.counts.matrix(row)[1], self.chosen_card(row)
        self.app.push_screen(ThreadScreen(self.context, topic, card=card))


def _total_table(totals: Sequence[TopicRow]) -> Table:
    """Return the topics of all meetings as a table."""
    rows = tuple((r.id, r.label, str(r.items), str(r.meetings)) for r in totals)
    return Table(EVERYWHERE, ("topic", "label", "items", "meetings"), rows, frozenset({2, 3}))


FORMS: Final = CountForms(
    printed.topics_lines, printed.topics_tables, printed.topics_long_table, _total_table
)


def _thread(access: LibraryAccess, topic: str) -> tuple[TopicThread, TablePage]:
    thread = topic_thread(access.catalogue_sync.open(), topic, most=MOST_ITEMS)
    return thread, thread_page(thread, access.source_names())


class ThreadScreen(ItemScreen[TopicThread]):
    """Shows all that is said on one topic in order of date, across series.

    Args:
        context: What there is to ask, and where rows are opened.
        topic: Id of the topic.
        place: Where somebody was in the view.
        card: Id of a card, at whose first item the cursor is to stand.
    """

    def __init__(
        self, context: ViewContext, topic: str, place: Place | None = None, *, card: str = ""
    ) -> None:
        super().__init__(context, place)
        self._topic, self._card = topic, card

    def again(self) -> "ThreadScreen":
        """Return the view as it is, to be opened once more."""
        return ThreadScreen(self.context, self._topic, self.place)

    def question(self) -> Question[TopicThread]:
        """Return what asks for all items on the topic."""
        return partial(_thread, self.context.access, self._topic)

    def start_key(self) -> str:
        """Return the key of the first item of the card that was named."""
        rows = self.found.items if self.found else ()
        return next((item_key(row) for row in rows if row.card == self._card), "")

    def heading(self) -> tuple[str, str]:
        """Return the topic, and how much there is on it."""
        if self.found is None:
            return self._topic, ""
        name, _, items = printed.thread_head(self.found).rpartition(": ")
        return name, f"{items} in {count(self.found.topic.meetings, 'meeting')}"

    def items(self) -> Mapping[str, ItemRow]:
        """Return the items by the keys of their rows."""
        return {item_key(row): row for row in self.found.items} if self.found else {}

    def open_row(self, row: TableRow) -> None:
        """Open the item beside its source, or show another topic."""
        if row.key.startswith(TOPIC):
            self.app.push_screen(ThreadScreen(self.context, row.key.removeprefix(TOPIC)))
        else:
            super().open_row(row)

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return f"topic-{self._topic}"

    def exported(self, form: Form) -> str:
        """Return the items that are shown as a file."""
        if self.found is None:
            return ""
        items = tuple(self.shown_items())
        table = printed.thread_table(self.found._replace(items=items))
        return csv_text(table) if form == "csv" else markdown([table])
