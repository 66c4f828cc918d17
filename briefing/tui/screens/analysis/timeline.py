"""The line of time."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.analysis.timeline import Timeline, TimelineEntry, Zoom, grouped, timeline
from briefing.output.analysis import timeline as printed
from briefing.output.analysis.table import csv_text, markdown
from briefing.output.wording import count
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.analysis.timeline import entry_key, group_key, timeline_page
from briefing.tui.content.copying import paragraph_citation
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.item_screen import cited
from briefing.tui.screens.views.view_screen import AT_ONCE, ViewScreen

ZOOMS: tuple[Zoom, ...] = ("year", "month", "day")


class TimelineScreen(ViewScreen):
    """Shows meetings, what is due and the dates of the sources in order of time.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
        zoom: Whether a row is a year, a month, or one thing.
        whole: Whether all series are shown; None for all where there are few cards.
    """

    BINDING_GROUP_TITLE = "Timeline"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "plus,equals_sign",
            "zoom(1)",
            "Closer",
            id="timeline.closer",
            tooltip="Go closer: from years to months, from months to days",
        ),
        Binding(
            "minus",
            "zoom(-1)",
            "Wider",
            id="timeline.wider",
            tooltip="Step back: from days to months, from months to years",
        ),
        Binding(
            "a",
            "series",
            "All / this series",
            id="timeline.series",
            tooltip="Show all meetings, or only those of the open card's series",
        ),
    ]

    def __init__(
        self,
        context: ViewContext,
        place: Place | None = None,
        *,
        zoom: Zoom = "day",
        whole: bool | None = None,
    ) -> None:
        super().__init__(context, place)
        self._zoom: Zoom = zoom
        self._all = len(context.access.card_ids) <= AT_ONCE if whole is None else whole
        self._line: Timeline | None = None

    def again(self) -> "TimelineScreen":
        """Return the view as it is, to be opened once more."""
        return TimelineScreen(self.context, self.place, zoom=self._zoom, whole=self._all)

    def read(self) -> TablePage:
        """Ask for all that has a date."""
        catalogue = self.context.access.catalogue_sync.open()
        self._line = timeline(catalogue, series=None if self._all else self.context.series)
        if not self._place.key and self.context.card:
            self._place = self._place._replace(key=f"meeting\t{self.context.card}")
        return timeline_page(self._line, self._zoom, self.context.today)

    def heading(self) -> tuple[str, str]:
        """Return what the view is called, what it shows and how near."""
        number = len(self._line.entries) if self._line else 0
        where = "all series" if self._all else self.context.series or "meetings of no series"
        return "Timeline", f"{count(number, 'date')} · by {self._zoom} · {where}"

    def _entries(self) -> dict[str, TimelineEntry]:
        return {entry_key(entry): entry for entry in self._line.entries} if self._line else {}

    def action_zoom(self, direction: int) -> None:
        """Go closer or step back; the cursor stays at its time."""
        at = ZOOMS.index(self._zoom) + direction
        if self._line is None or not 0 <= at < len(ZOOMS):
            return
        row = self.table.row
        here = next((e for e in self._under(row) if row is not None), None)
        self._zoom = ZOOMS[at]
        self._place = self._place._replace(key=self._key_of(here) if here else "")
        self.show_again(timeline_page(self._line, self._zoom, self.context.today), self._place.key)

    def _under(self, row: TableRow | None) -> list[TimelineEntry]:
        """Return the entries that a row stands for."""
        if row is None or self._line is None:
            return []
        if self._zoom == "day":
            entry = self._entries().get(row.key)
            return [entry] if entry is not None else []
        groups = grouped(self._line.entries, self._zoom)
        return [entry for g in groups if group_key(g) == row.key for entry in g.entries]

    def _key_of(self, entry: TimelineEntry) -> str:
        if self._zoom == "day" or self._line is None:
            return entry_key(entry)
        groups = grouped(self._line.entries, self._zoom)
        return next((group_key(g) for g in groups if entry in g.entries), "")

    def action_series(self) -> None:
        """Show all series, or only that of the open card."""
        self._all = not self._all
        self.refresh_view()

    def open_row(self, row: TableRow) -> None:
        """Open what stands there beside its source; a year or month is looked at closer."""
        if self._zoom != "day":
            self.action_zoom(1)
            return
        entry, reader = self._entries().get(row.key), self.context.reader
        if entry is None:
            return
        if (meeting := entry.meeting) is not None:
            self.leave_for(lambda: reader.open_card(meeting.card))
        elif (item := entry.item) is not None:
            self.leave_for(lambda: reader.open_item(item.card, item.item))
        elif (event := entry.event) is not None:
            self.leave_for(lambda: reader.open_paragraph(event.source, event.paragraph))

    def citation(self, row: TableRow) -> str:
        """Return what stands there, with what it rests on."""
        found = self._under(row)
        if len(found) == 1 and self._zoom == "day":
            entry, library = found[0], self.context.access.library
            if entry.item is not None:
                return cited(entry.item, library)
            if entry.event is not None:
                return paragraph_citation(library.source(entry.event.source), entry.event.paragraph)
        if self._line is None:
            return ""
        return "\n".join(printed.timeline_lines(self._line._replace(entries=tuple(found))))

    def exported(self, form: Form) -> str:
        """Return what is shown as a file."""
        if self._line is None:
            return ""
        entries = tuple(entry for row in self.table.rows for entry in self._under(row))
        table = printed.timeline_table(self._line._replace(entries=entries))
        return csv_text(table) if form == "csv" else markdown([table])
