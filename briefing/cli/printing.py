"""The only place that writes to standard output: in the form asked for, and never in anger.

A reader that stops reading (a quit pager, `head`) is no mistake: the rest is dropped quietly and
the command keeps its exit code.
"""

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from briefing.cli.session import Session
from briefing.cli.streams.standard_output import forget_output
from briefing.output.lines import PrintedLine, Role
from briefing.text.cleaning import clean_block
from briefing.text.width import READING_WIDTH

if TYPE_CHECKING:
    from briefing.output.annotation_formats import Annotation, Rule  # most output is none

_LOOKS: dict[Role, dict[str, str | bool]] = {
    "text": {},
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "cyan"},
    "quote": {"fg": "yellow"},
    "dim": {"dim": True},
    "good": {"fg": "green"},
    "warning": {"fg": "yellow"},
    "error": {"fg": "red"},
    "hit": {"bold": True, "underline": True},
}

_LONGEST_COMPLAINT = 1_000
"""Code points of a line about something that went wrong, as when a whole text was typed."""

PAGER_OPTIONS = "-RFX"
"""For less: pass colours on, leave at once what fits a screen, keep the text on the screen."""


def print_in_form(
    session: Session,
    *,
    record: Callable[[], object],
    plain: Callable[[], Iterable[str]],
    page: Callable[[int], Iterable[PrintedLine]],
) -> None:
    """Print a value in the form the session asks for; only that form is made.

    Args:
        session: The shared options.
        record: Makes the value's JSON record.
        plain: Makes its plain lines.
        page: Makes its lines for a terminal of that many columns.
    """
    if session.form == "json":
        print_json(record())
    elif session.form == "plain":
        _write("".join(f"{clean_block(line)}\n" for line in plain()))
    else:
        import shutil  # loads compressors; a pipe needs no size

        size = shutil.get_terminal_size()
        lines = [_painted(line) for line in page(max(1, min(READING_WIDTH, size.columns)))]
        _show("".join(f"{line}\n" for line in lines), paged=len(lines) >= size.lines)


def print_json(record: object) -> None:
    """Print a record as JSON, whatever form the session asks for."""
    from briefing.output.jsontext import json_text  # most output is none

    _write(json_text(record))


def print_text(text: str) -> None:
    """Print a text that is ready for another program, as it is.

    Args:
        text: Its library text is clean, and its last line ended.
    """
    _write(text)


def print_annotations(
    form: Literal["sarif", "github"], rules: Iterable["Rule"], annotations: Iterable["Annotation"]
) -> None:
    """Print findings for a program that shows them beside their lines.

    Args:
        form: What the program reads.
        rules: Every rule that a finding names, each once.
        annotations: The findings.
    """
    from briefing.output.annotation_formats import github_lines, sarif

    if form == "sarif":
        print_json(sarif(rules, annotations))
    else:
        _write("".join(f"{line}\n" for line in github_lines(annotations)))


def complain(line: str) -> None:
    """Print one line about something that went wrong to standard error, cut amid a long value."""
    text = clean_block(line)
    if len(text) > _LONGEST_COMPLAINT:
        half = _LONGEST_COMPLAINT // 2
        text = f"{text[:half]}…{text[-half:]}"
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"briefing: {text}\n")
        sys.stderr.flush()
    except OSError:
        return  # nobody is left to complain to


def _painted(line: PrintedLine) -> str:
    return "".join(_painted_piece(piece.text, piece.role) for piece in line).rstrip(" ")


def _painted_piece(text: str, role: Role) -> str:
    import click  # only a terminal needs its colours

    look = _LOOKS[role]
    return click.style(clean_block(text), **look) if look else clean_block(text)  # type: ignore[arg-type]  # looks are keyword arguments of several types


def _write(text: str) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        forget_output()


def _show(text: str, *, paged: bool) -> None:
    """Write coloured text to a terminal."""
    import click  # only a terminal needs its pager

    os.environ.setdefault("LESS", PAGER_OPTIONS)
    try:
        click.echo_via_pager(text, color=True) if paged else click.echo(text, nl=False)
    except BrokenPipeError:
        forget_output()
