"""`briefing check`: a library against its sources and the editorial rules."""

import sys
from pathlib import Path

import click

from briefing.check.fixing.fixing import fix
from briefing.check.report import Report, check, check_cards
from briefing.cli.failures import FINDINGS, FINE
from briefing.cli.parser import card_argument
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import (
    Format,
    format_option,
    pass_session,
    refuse_two_forms,
    shared_options,
)
from briefing.cli.printing import print_annotations, print_in_form
from briefing.cli.session import Session
from briefing.errors import MOST_PROBLEMS
from briefing.library.library import Library
from briefing.output import findings, page, plain, records
from briefing.text.cleaning import clean


@click.command(
    "check",
    cls=ExamplesCommand,
    examples=(
        ("briefing check", "Check the library of the current folder, or the bundled one."),
        ("briefing check ~/notes", "Check another library."),
        ("briefing check 2023-01-11-us-japan-2plus2", "Check one card; its file's path will do."),
        ("briefing check --fix", "Fix what is safe first; nothing else in a file changes."),
        ("briefing check --format github", "Annotate a pull request."),
        ("briefing check --strict", "Fail of warnings too, as before something is published."),
        ("briefing check --plain | grep warning", "Findings one a line, each with its place."),
    ),
)
@click.option(
    "--fix",
    "fixes",
    is_flag=True,
    help="First fix what is safe: marks and dashes as the source has them, prefix and suffix, "
    "digests of documents in which all that is cited is still found.",
)
@click.option(
    "--pin",
    is_flag=True,
    help="First write prefix and suffix into the cards for words that occur in several places and "
    "name their paragraph.",
)
@click.argument("names", metavar="[LIBRARY | CARD…]", nargs=-1)
@click.option("--strict", is_flag=True, help="Let warnings fail the check as errors do.")
@click.option("--all", "every", is_flag=True, help=f"Say all of a file, not {MOST_PROBLEMS} only.")
@format_option
@shared_options
@pass_session
@click.pass_context
def check_command(
    ctx: click.Context,
    session: Session,
    names: tuple[str, ...],
    strict: bool,
    pin: bool,
    fixes: bool,
    every: bool,
    form: Format | None,
) -> int:
    """Check a library, or some of its cards.

    They are held against their sources and the editorial rules. Errors are what cannot be read,
    warnings what an editor would send back, notes what is correct but good to know. Then comes
    how much of each source is cited, and how well the words of the cards were found. The exit code
    is 1 with any error, and with --strict with any warning.
    """
    refuse_two_forms(session, form)
    names = tuple(Path(name).stem if name.endswith(".yaml") else name for name in names)
    if len(names) == 1 and (Path(names[0]).is_dir() or "/" in names[0]):
        if session.library is not None:
            raise click.UsageError("LIBRARY and --library name the same thing; give one", ctx)
        session.library = names[0]
        names = ()
    if pin or fixes:
        _fix(session, names, pins_only=not fixes)
    most = sys.maxsize if every else MOST_PROBLEMS
    library = session.open_library(most)
    report = _report(library, names, most)
    _print(session, form, report, library)
    return FINDINGS if report.fails(strict=strict) else FINE


def _print(session: Session, form: Format | None, report: Report, library: Library) -> None:
    """Print a report in the form that `--format` or the shared options ask for."""
    if form in ("sarif", "github"):
        print_annotations(form, findings.rules(), findings.annotations_of(report, library.root))
        return
    session.json = session.json or form == "json"
    print_in_form(
        session,
        record=lambda: records.check_record(report),
        plain=lambda: plain.report_lines(report),
        page=lambda columns: page.report_page(report, columns),
    )


def _report(library: Library, names: tuple[str, ...], most: int) -> Report:
    """Check the cards that are named, or the whole library where none is."""
    if not names:
        return check(library, most)
    card_ids = [card_argument.find_card_id(library.card_ids, name) for name in names]
    return check_cards(library, list(dict.fromkeys(card_ids)), most)


def _fix(session: Session, names: tuple[str, ...], *, pins_only: bool) -> None:
    """Fix what is safe, and say where.

    Raises:
        LibraryError: The library is the bundled one, and nobody named it.
    """
    library = session.open_library(root=session.root_to_write("fix"))
    card_ids = [card_argument.find_card_id(library.card_ids, name) for name in names] or None
    for place, words in fix(library, card_ids, pins_only=pins_only):
        click.echo(clean(f"{place}: {words}"), err=True)
