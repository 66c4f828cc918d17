"""The keys that every line view understands: those a terminal reader's hands expect."""

from textual.binding import Binding, BindingType

READING_KEYS: list[BindingType] = [
    Binding(
        "j,down",
        "step(1)",
        "Next",
        id="view.next",
        tooltip="Go to the next item or paragraph, through this one first if it is long",
    ),
    Binding(
        "k,up",
        "step(-1)",
        "Previous",
        id="view.previous",
        show=False,
        tooltip="Go to the item or paragraph before",
    ),
    Binding(
        "g",
        "begin_top",
        "Top (gg)",
        id="view.top",
        show=False,
        tooltip="Pressed twice: go to the first item or paragraph",
    ),
    Binding(
        "home",
        "top",
        "Top",
        id="view.home",
        show=False,
        tooltip="Go to the first item or paragraph",
    ),
    Binding(
        "G,end",
        "bottom",
        "Bottom",
        id="view.bottom",
        show=False,
        tooltip="Go to the last item or paragraph",
    ),
    Binding(
        "ctrl+d",
        "pages(0.5)",
        "Half a screen down",
        id="view.half-down",
        show=False,
        tooltip="Move the text and the cursor half a screen down",
    ),
    Binding(
        "ctrl+u",
        "pages(-0.5)",
        "Half a screen up",
        id="view.half-up",
        show=False,
        tooltip="Move the text and the cursor half a screen up",
    ),
    Binding(
        "space,pagedown",
        "pages(1)",
        "Screen down",
        id="view.page-down",
        show=False,
        tooltip="Move the text and the cursor a screen down",
    ),
    Binding(
        "b,pageup",
        "pages(-1)",
        "Screen up",
        id="view.page-up",
        show=False,
        tooltip="Move the text and the cursor a screen up",
    ),
    Binding(
        "enter",
        "activate",
        "Open",
        id="view.open",
        tooltip="Open an item's source, a paragraph's claims, or a meeting",
    ),
]
"""Moving by stops and by screens, and opening what is under the cursor."""
