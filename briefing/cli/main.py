"""The `briefing` command: shared options, and the table of what it can do."""

import click

from briefing import __version__
from briefing.cli.parser.group import BriefingGroup
from briefing.cli.parser.options import fresh_option, pass_session, shared_options
from briefing.cli.parser.registry import COMMANDS, OTHERWISE
from briefing.cli.session import Session

EXAMPLES = (
    ("briefing", "Open the reader where you left it; at first, at the newest meeting."),
    ("briefing 2023-01-11-us-japan-2plus2", "Open a card; the beginning of its id is enough."),
    ("briefing search counterstirke", "Search as you would type; slips are corrected."),
    ("briefing --library ~/notes list --json", "List another library for a program."),
)


@click.group(
    cls=BriefingGroup,
    lazy=COMMANDS,
    otherwise=OTHERWISE,
    examples=EXAMPLES,
    invoke_without_command=True,
    subcommand_metavar="[CARD[#ITEM] | COMMAND]",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@fresh_option
@shared_options
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
@pass_session
@click.pass_context
def briefing(ctx: click.Context, session: Session) -> int | None:
    """Read briefing cards whose every quotation is checked at its source.

    Without a command the reader opens, at CARD if one is named, and otherwise where you left it.
    With --json or --plain what would have been opened is printed instead.
    """
    if ctx.invoked_subcommand is not None:
        return None
    from briefing.cli.commands.open_command import read_or_print

    return read_or_print(session, None)
