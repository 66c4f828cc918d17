"""The keys of the views over all meetings."""

from textual.binding import Binding, BindingType

# At once, so that what a fast typist types next goes to the view and not to the reader.
OPENING_KEYS: dict[str, Binding] = {
    "topics": Binding(
        "t",
        "view('topics')",
        "Topics",
        id="reader.topics",
        priority=True,
        tooltip="Show all topics by meeting; the item's own topic is where the cursor stands",
    ),
    "speakers": Binding(
        "s",
        "view('speakers')",
        "Speakers",
        id="reader.speakers",
        priority=True,
        tooltip="Show everyone who speaks or undertakes, by meeting",
    ),
    "commitments": Binding(
        "d",
        "view('commitments')",
        "Commitments, what is due",
        id="reader.commitments",
        priority=True,
        tooltip="Show commitments and what is due, by the time it is due",
    ),
    "compare": Binding(
        "c",
        "view('compare')",
        "Compare",
        id="reader.compare",
        priority=True,
        tooltip="Compare the meeting with the one before it in its series, topic by topic",
    ),
    "timeline": Binding(
        "T",
        "view('timeline')",
        "Timeline",
        id="reader.timeline",
        priority=True,
        show=False,
        tooltip="Show meetings, what is due and the dates of the sources on one line of time",
    ),
    "prepare": Binding(
        "p",
        "view('prepare')",
        "Prepare the next round",
        id="reader.prepare",
        priority=True,
        show=False,
        tooltip="Show what to have read before the next meeting of the series",
    ),
    "phrase": Binding(
        "w",
        "view('phrase')",
        "Trace a phrase, its wording",
        id="reader.phrase",
        priority=True,
        show=False,
        tooltip="Trace the selected words, or the item's, through all sources and cards",
    ),
}
"""What opens each view from the reader."""

VIEW_KEYS: list[BindingType] = [
    Binding(
        "slash",
        "filter",
        "Filter",
        id="views.filter",
        tooltip="Show only the rows that hold every word you type",
    ),
    Binding(
        "y",
        "copy_row",
        "Copy",
        id="views.copy",
        tooltip="Copy the row with what it rests on",
    ),
    Binding(
        "x",
        "export",
        "Export",
        id="views.export",
        tooltip="Write the rows that are shown to a file, as Markdown or CSV",
    ),
    Binding(
        "escape",
        "leave",
        "Back",
        id="views.back",
        show=False,
        tooltip="Take the filter off, or go back to where the view was opened",
    ),
    Binding(
        "down",
        "step(1)",
        "Next row",
        id="views.next",
        show=False,
        tooltip="Go to the next row, also while you type a filter",
    ),
    Binding(
        "up",
        "step(-1)",
        "Previous row",
        id="views.previous",
        show=False,
        tooltip="Go to the row before, also while you type a filter",
    ),
]
"""What every view does."""

COLUMN_KEYS: list[BindingType] = [
    Binding(
        "left,h",
        "column(-1)",
        "Meeting",
        id="views.column-left",
        tooltip="Choose the meeting before; enter then opens the row there",
    ),
    Binding(
        "right,l",
        "column(1)",
        "Next meeting",
        id="views.column-right",
        show=False,
        tooltip="Choose the next meeting; right of the last one is the whole row",
    ),
]
"""What a view with a column for each meeting does besides."""

SIDE_KEYS: list[BindingType] = [
    Binding(
        "tab",
        "side('')",
        "Other side",
        id="views.other-side",
        tooltip="Go to what stands beside the row, in the other column",
    ),
    Binding(
        "left,h",
        "side('left')",
        "Left side",
        id="views.left-side",
        show=False,
        tooltip="Go to what stands beside the row on the left",
    ),
    Binding(
        "right,l",
        "side('right')",
        "Right side",
        id="views.right-side",
        show=False,
        tooltip="Go to what stands beside the row on the right",
    ),
]
"""What a view of two columns does besides."""
