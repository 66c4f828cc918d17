"""The findings of a check as annotations for other programs, and what their codes mean."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.check.explaining import Explanation, explanations
from briefing.errors import Severity
from briefing.output.annotation_formats import Annotation, Rule
from briefing.output.lines import Piece, PrintedLine, Role, block

if TYPE_CHECKING:
    # Rules are listed without the rules that find something.
    from briefing.check.report import Report

_ROLES: dict[Severity, Role] = {"error": "error", "warning": "warning", "note": "dim"}


def rules() -> Iterator[Rule]:
    """Yield what findings of a check are reported under."""
    for page in explanations().values():
        yield Rule(page.code, page.about, page.text, page.plain)


def annotations_of(report: "Report", root: Path) -> Iterator[Annotation]:
    """Yield an annotation for each finding of a check.

    Args:
        report: What was found.
        root: The library's folder. Files are named as from the folder one is in, where the
            library is below it, as programs that annotate a project look for them there.
    """
    prefix = _from_here(root)
    for problem in report.problems:
        place = problem.place._replace(file=f"{prefix}{problem.place.file}")
        hint = f" ({problem.hint})" if problem.hint else ""
        yield Annotation(problem.code, problem.severity, place, f"{problem.message}{hint}")


def _from_here(root: Path) -> str:
    """Return what to put before a path inside the library."""
    here = Path(os.path.realpath(os.curdir))
    folder = Path(os.path.realpath(root))
    if folder == here:
        return ""
    shown = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return f"{shown.as_posix()}/"


def explanation_record(page: Explanation) -> dict[str, str]:
    """Return what a code means as JSON."""
    return dict(page._asdict())


def explanation_page(page: Explanation, columns: int) -> Iterator[PrintedLine]:
    """Yield what a code means, wrapped; examples keep their lines.

    Args:
        page: What the code means.
        columns: The most cells a line may take; examples may be wider.
    """
    yield (Piece(page.code, "title"), Piece(f"  {page.severity}", _ROLES[page.severity]))
    yield from block(page.about, "text", columns)
    for line in ("", *page.plain.split("\n")):
        if line.startswith("    "):
            yield (Piece(line, "quote"),)
        else:
            yield from block(line, "text", columns) if line else ((),)


def explanation_lines(page: Explanation) -> Iterator[str]:
    """Yield what a code means as plain lines."""
    yield f"{page.code} ({page.severity}): {page.about}"
    yield from page.plain.split("\n")
