"""The keys that act everywhere."""

from collections.abc import Mapping

from textual.binding import Binding

EVERYWHERE = ("app.help", "app.palette", "app.back", "app.copy")
"""Ids of the keys that also act on screens which let no other key of the app through."""

APP_KEYS: list[Binding] = [
    Binding(
        "question_mark",
        "help",
        "Help",
        id="app.help",
        tooltip="Show every key and what it does",
    ),
    Binding(
        "f1",
        "help",
        "Help while typing",
        id="app.help-anywhere",
        show=False,
        priority=True,
        tooltip="Show every key and what it does, from where ? would be typed too",
    ),
    Binding(
        "ctrl+p",
        "command_palette",
        "Palette",
        id="app.palette",
        tooltip="Find a command, a meeting or a section by name",
    ),
    Binding(
        "q",
        "back",
        "Leave",
        id="app.back",
        tooltip="Go back one screen; on the first screen, leave the program",
    ),
    Binding(
        "escape",
        "close",
        "Close",
        id="app.close",
        show=False,
        tooltip="Go back one screen, never out of the program",
    ),
    Binding(
        "ctrl+q",
        "quit",
        "Quit",
        id="app.quit",
        show=False,
        priority=True,
        tooltip="Leave the program from anywhere",
    ),
    Binding(
        "ctrl+c",
        "copy",
        "Copy selection",
        id="app.copy",
        show=False,
        tooltip="Copy the text selected with the mouse",
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        "Suspend",
        id="app.suspend",
        show=False,
        priority=True,
        tooltip="Go back to the shell; its command fg returns here",
    ),
]
"""Help, palette, the ways back and out, and the clipboard."""


def keys_everywhere(keymap: Mapping[str, str]) -> dict[str, str]:
    """Return which key runs which action of the app on every screen.

    Args:
        keymap: The user's keys, binding id to keys.
    """
    return {
        made.key: made.action
        for binding in APP_KEYS
        if binding.id in EVERYWHERE
        for made in Binding.make_bindings(
            [Binding(keymap.get(binding.id, binding.key), binding.action)]
        )
    }
