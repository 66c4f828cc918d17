"""What is wrong with the command line itself, in one line."""

import click
from click.exceptions import NoArgsIsHelpError

from briefing.cli.failures import INTERRUPTED, WRONG, report_failure
from briefing.cli.printing import complain
from briefing.text.suggest import one_of


def report_misuse(error: Exception) -> int:
    """Say on standard error what went wrong with a command, its own words included.

    Args:
        error: What the parser raised, or any other failure.

    Returns:
        The exit code.

    Raises:
        Exception: The error itself, when it is a fault of the program's own.
    """
    match error:
        case click.Abort():
            return INTERRUPTED
        case NoArgsIsHelpError():
            error.show()
        case click.UsageError():
            complain(usage_line(error))
        case click.ClickException():
            complain(error.format_message())
        case _:
            return report_failure(error)
    return WRONG


def usage_line(error: click.UsageError) -> str:
    """Return a mistake in the command itself, with what was probably meant."""
    possibilities = getattr(error, "possibilities", None)
    message = error.message if possibilities else error.format_message()
    message = message.rstrip(".")
    named = error.ctx and error.ctx.parent and not error.ctx.command.hidden
    command = error.ctx.info_name if error.ctx and named else None
    path = f"briefing {command}" if command else "briefing"
    hint = f"did you mean {one_of(possibilities)}?" if possibilities else f"see '{path} --help'"
    where = f"{command}: " if command else ""
    # A word in capitals is the name of an argument.
    start = message[:1] if message[1:2].isupper() else message[:1].lower()
    return f"{where}{start}{message[1:]} ({hint})"
