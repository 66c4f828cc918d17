"""The line of time."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from briefing.analysis.timeline import Timeline, TimelineEntry, Zoom, timeline
from briefing.output.analysis import timeline as printed
from briefing.output.analysis.table import csv_text, markdown
from briefing.output.wording import count
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.analysis.timeline import entries_under, meeting_key, timeline_page
from briefing.tui.content.copying import paragraph_citation
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.item_screen import cited
from briefing.tui.screens.views.view_screen import ViewScreen
from briefing.tui.session.library.library_access import LibraryAccess

ZOOMS: tuple[Zoom, ...] = ("year", "month", "day")


class ZoomedTimeline(NamedTuple):
    """What stands on the line, and the scale it was laid out at."""

    line: Timeline
    zoom: Zoom


def _asked(
    access: LibraryAccess, series: str | None, zoom: Zoom, today: date
) -> tuple[ZoomedTimeline, TablePage]:
    line = timeline(access.catalogue_sync.open(), series=series)
    return ZoomedTimeline(line, zoom), timeline_page(line, zoom, today, access.source_names())


class TimelineScreen(ViewScreen[ZoomedTimeline]):
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
        self._all = context.access.fits_in_a_frame if whole is None else whole

    def again(self) -> "TimelineScreen":
        """Return the view as it is, to be opened once more."""
        return TimelineScreen(self.context, self.place, zoom=self._zoom, whole=self._all)

    def question(self) -> Question[ZoomedTimeline]:
        """Return what asks for all that has a date."""
        context = self.context
        series = None if self._all else context.series
        return partial(_asked, context.access, series, self._zoom, context.today)

    def show_answer(self, page: TablePage, *, anew: bool) -> None:
        """Show the line at the scale that was chosen last.

        Args:
            page: The rows at the scale that was chosen when it was asked.
            anew: Whether something was asked for.
        """
        if self.found is not None and self.found.zoom != self._zoom:
            page = self._page(self.found.line)
        super().show_answer(page, anew=anew)

    def _page(self, line: Timeline) -> TablePage:
        sources = self.context.access.source_names()
        return timeline_page(line, self._zoom, self.context.today, sources)

    def start_key(self) -> str:
        """Return the key of the open meeting."""
        return meeting_key(self.context.card)

    def heading(self) -> tuple[str, str]:
        """Return what the view is called, what it shows and how near."""
        number = len(self.found.line.entries) if self.found else 0
        where = "all series" if self._all else self.context.series or "meetings of no series"
        return "Timeline", f"{count(number, 'date')} · by {self._zoom} · {where}"

    def _under(self) -> Mapping[str, Sequence[TimelineEntry]]:
        """Return the entries that each row stands for, by its key."""
        return entries_under(self.found.line.entries, self._zoom) if self.found else {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the scales that there are.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        beyond = {ZOOMS[0]: (-1,), ZOOMS[-1]: (1,)}
        if action == "zoom" and parameters == beyond.get(self._zoom):
            return False
        return super().check_action(action, parameters)

    def action_zoom(self, direction: int) -> None:
        """Go closer or step back; the cursor stays at its time."""
        at = ZOOMS.index(self._zoom) + direction
        if self.found is None or not 0 <= at < len(ZOOMS):
            return
        row = self.table.row
        here = next(iter(self._under().get(row.key, ())), None) if row is not None else None
        self._zoom = ZOOMS[at]
        self.refresh_bindings()
        key = next((key for key, some in self._under().items() if here in some), "")
        self.show_again(self._page(self.found.line), key)

    def action_series(self) -> None:
        """Show all series, or only that of the open card."""
        self._all = not self._all
        self.ask()

    def open_row(self, row: TableRow) -> None:
        """Open what stands there beside its source; a year or month is looked at closer."""
        if self._zoom != "day":
            self.action_zoom(1)
            return
        entry, reader = next(iter(self._under().get(row.key, ())), None), self.context.reader
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
        found = tuple(self._under().get(row.key, ()))
        if len(found) == 1 and self._zoom == "day":
            entry, library = found[0], self.context.access.library
            if entry.item is not None:
                return cited(entry.item, library)
            if entry.event is not None:
                return paragraph_citation(library.source(entry.event.source), entry.event.paragraph)
        if self.found is None:
            return ""
        return "\n".join(printed.timeline_lines(self.found.line._replace(entries=found)))

    def exported(self, form: Form) -> str:
        """Return what is shown as a file."""
        if self.found is None:
            return ""
        under = self._under()
        entries = tuple(entry for row in self.table.rows for entry in under[row.key])
        table = printed.timeline_table(self.found.line._replace(entries=entries))
        return csv_text(table) if form == "csv" else markdown([table])
