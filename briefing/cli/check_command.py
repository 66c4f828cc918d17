"""`briefing check`: a library against its sources and the rules of the trade."""

import sys

import click

from briefing.check import check
from briefing.check.pinning import pin_library
from briefing.check.placing import shortened
from briefing.cli.failures import FINDINGS, FINE
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import print_in_form
from briefing.cli.session import Session, pass_session, shared_options
from briefing.errors import MOST_PROBLEMS
from briefing.output import page, plain, records


@click.command(
    "check",
    cls=ExamplesCommand,
    examples=(
        ("briefing check", "Check the library you stand in, or the bundled one."),
        ("briefing check ~/notes", "Check another library."),
        ("briefing check --plain | grep warning", "Findings one a line, each with its place."),
    ),
)
@click.option(
    "--pin",
    is_flag=True,
    help="First write prefix and suffix into the cards for words that stand in several places and "
    "name their paragraph.",
)
@click.argument("folder", metavar="[LIBRARY]", required=False)
@click.option("--all", "every", is_flag=True, help=f"Say all of a file, not {MOST_PROBLEMS} only.")
@shared_options
@pass_session
@click.pass_context
def check_command(
    ctx: click.Context, session: Session, folder: str | None, pin: bool, every: bool
) -> int:
    """Check a library against its sources and the rules of the trade.

    Errors are what cannot be read, warnings what an editor would send back. Then comes how much of
    each source is cited, and how well the words of the cards were found. With any finding the exit
    code is 1.
    """
    if folder is not None:
        if session.library is not None:
            raise click.UsageError("LIBRARY and --library name the same thing; give one", ctx)
        session.library = folder
    if pin:
        _pin(session)
    most = sys.maxsize if every else MOST_PROBLEMS
    report = check(session.open_library(most), most)
    print_in_form(
        session,
        record=lambda: records.check_record(report),
        plain=lambda: plain.report_lines(report),
        page=lambda columns: page.report_page(report, columns),
    )
    return FINDINGS if report.wrong else FINE


def _pin(session: Session) -> None:
    """Write what tells copies of words apart, and say where."""
    for pinned in pin_library(session.open_library()):
        words = " and ".join(filter(None, (pinned.prefix and "prefix", pinned.suffix and "suffix")))
        click.echo(f"{pinned.place}: wrote the {words} of '{shortened(pinned.exact)}'", err=True)
