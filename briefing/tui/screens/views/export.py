"""Writing the rows of a view to a file that is not there yet."""

import os
import re
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from briefing.errors import BriefingError
from briefing.output.wording import enumeration
from briefing.text.atomic_files import create
from briefing.text.cleaning import clean
from briefing.tui.screens.closing import ClosingScreen
from briefing.tui.screens.views.context import STYLES
from briefing.tui.widgets.inputs.line_input import LineInput

Form = Literal["markdown", "csv", "calendar"]
ENDINGS: Mapping[str, Form] = {".md": "markdown", ".csv": "csv"}
"""Which form is written to a file of which ending, the usual one first."""
_LONGEST = 80
"""Code points of a name that is offered, without its ending."""


class ExportScreen(ClosingScreen[str | None]):
    """Asks for the name of a file, writes it, and gives the name; None where nothing was written.

    Args:
        name: What to offer as the name, without its ending.
        exported: Makes the text of the file.
        endings: Which forms there are, by the ending of the name.
    """

    CSS_PATH = STYLES
    BINDING_GROUP_TITLE = "Export"
    BINDINGS = [
        Binding(
            "escape",
            "dismiss",
            "Close",
            id="export.close",
            tooltip="Go back without writing anything",
        ),
        Binding(
            "tab",
            "other_form",
            "Other form",
            id="export.form",
            tooltip="Change the ending, and so the form: Markdown, CSV, of dates a calendar",
        ),
    ]

    line = query_one("#file", LineInput)
    said = query_one("#dialog-said", Static)

    def __init__(
        self,
        name: str,
        exported: Callable[[Form], str],
        endings: Mapping[str, Form] = ENDINGS,
    ) -> None:
        super().__init__()
        self._endings = endings
        self._stem = file_stem(name)
        self._exported = exported

    def compose(self) -> ComposeResult:
        """Lay out the line for the name under what it is for."""
        with Vertical(id="dialog"):
            yield Static(Content("Write these rows to a new file"), id="dialog-title")
            yield LineInput(unused_name(self._stem, ".md"), select_on_focus=False, id="file")
            yield Static(Content(""), id="dialog-said")

    def on_mount(self) -> None:
        """Say where the file will stand."""
        self._say("")

    @on(Input.Changed, "#file")
    def _forget_mistake(self) -> None:
        self._say("")

    def _say(self, mistake: str) -> None:
        if mistake:
            self.said.update(Content.styled(clean(mistake), "$error"))
        else:
            folder = clean(str(Path.cwd()))
            help_ = f"enter writes it in {folder}, tab changes between {self._forms()}"
            self.said.update(Content.styled(help_, "$text-quiet"))

    def _forms(self) -> str:
        return enumeration(list(self._endings))

    def action_other_form(self) -> None:
        """Change the ending of the name."""
        path = Path(self.line.value.strip() or self._stem)
        endings = list(self._endings)
        at = endings.index(path.suffix) if path.suffix in endings else -1
        ending = endings[(at + 1) % len(endings)]
        offered = path.name == unused_name(self._stem, path.suffix)
        self.line.value = unused_name(self._stem if offered else path.stem, ending)
        self.line.cursor_position = len(self.line.value)

    @on(Input.Submitted, "#file")
    def _write(self) -> None:
        name = self.line.value.strip()
        form = self._endings.get(Path(name).suffix.lower())
        if not name or form is None:
            self._say(f"the ending says the form: write a name in {self._forms()}")
            return
        try:
            create(_path(name), self._exported(form).encode("utf-8"))
        except FileExistsError:
            self._say(
                f"{_short(name)} is there already and is not overwritten; choose another name"
            )
        except (OSError, BriefingError, sqlite3.Error, UnicodeError) as error:
            self._say(
                f"{_short(name)} cannot be written: {getattr(error, 'strerror', None) or error}"
            )
        else:
            self.dismiss(name)


def file_stem(name: str) -> str:
    """Return a name without what would lead to another folder, and no longer than a line."""
    return re.sub(r"[^\w.-]+", "-", name).strip(".-")[:_LONGEST] or "rows"


def _path(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # it begins as the home of somebody who has none
        return Path(name)


def _short(name: str) -> str:
    """Return a name, or so much of it that there is room to say what is wrong with it."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST // 2]}…"


def unused_name(stem: str, ending: str) -> str:
    """Return a name for a file in this folder that is not there yet."""
    name, number = f"{stem}{ending}", 1
    while os.path.lexists(name):
        number += 1
        name = f"{stem}-{number}{ending}"
    return name
