"""`briefing report`: what the program wrote down when it crashed."""

from collections.abc import Iterator

import click

from briefing.cli.crash import reports
from briefing.cli.failures import FINDINGS, FINE
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, shared_options
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session
from briefing.output.lines import Piece


@click.command(
    "report",
    cls=ExamplesCommand,
    examples=(
        ("briefing report", "Print the report of the last crash."),
        ("briefing report --path", "Print only which file it is."),
        ("BRIEFING_REPORT=full briefing", "Read on; a crash is reported with all its values."),
    ),
)
@click.option("--path", "path_only", is_flag=True, help="Print only which file the report is.")
@shared_options
@pass_session
def report_command(session: Session, path_only: bool) -> int:
    """Print the report of the last crash, if there ever was one.

    It holds places in the code and versions, and nothing of what was read, unless
    BRIEFING_REPORT=full was set. Without a report the exit code is 1.
    """
    found = reports()
    if not found:
        complain("no crash was reported")
        return FINDINGS
    file = found[0]
    text = "" if path_only else file.read_text(encoding="utf-8", errors="replace")

    def lines() -> Iterator[str]:
        yield str(file)
        yield from text.splitlines()

    print_in_form(
        session,
        record=lambda: {"file": str(file), "text": text or None},
        plain=lines,
        page=lambda columns: [(Piece(line),) for line in lines()],
    )
    return FINE
