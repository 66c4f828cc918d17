"""The options that commands share, as the parser of the command line reads them."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

import click

from briefing.cli.session import Session

Format = Literal["text", "json", "sarif", "github"]
"""What `--format` may ask for."""

Command = TypeVar("Command", bound=Callable[..., Any])
Given = TypeVar("Given")


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    session = ctx.find_root().ensure_object(Session)
    if value not in (None, False) and param.name:
        setattr(session, param.name, value)


def shared_options(command: Command) -> Command:
    """Give a command the options that may be before or after its name."""
    options = (
        click.option(
            "--library",
            metavar="DIR",
            expose_value=False,
            callback=_remember,
            help="Read this library instead of the one that is found.",
        ),
        click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Print JSON, as documented in docs/cli.md.",
        ),
        click.option(
            "--plain",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Print one item a line, without colour or pager.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def fresh_option(command: Command) -> Command:
    """Give a command that opens the reader the option not to come back to where it was left."""
    return click.option(
        "--fresh",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Open the reader at the newest meeting, not where you left it.",
    )(command)


def format_option(command: Command) -> Command:
    """Give a command the option that chooses a form of output, for people or for programs."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", "sarif", "github"]),
        default=None,
        help="Print for people (text, if nothing is said), or for programs: JSON, SARIF 2.1.0, "
        "annotations of GitHub.",
    )(command)


def refuse_two_forms(session: Session, form: str | None) -> None:
    """Refuse to print in two forms at once.

    Args:
        session: The shared options.
        form: What `--format` asks for; None where it was not given.

    Raises:
        click.UsageError: `--format` asks for another form than `--json` or `--plain`.
    """
    for option, is_given, same in (
        ("--json", session.json, "json"),
        ("--plain", session.plain, "text"),
    ):
        if is_given and form not in (None, same):
            raise click.UsageError(f"{option} and --format ask for two forms; give one of them")


def not_empty(ctx: click.Context, param: click.Parameter, value: Given) -> Given:
    """Return what an option was given; the callback of those that name something.

    Raises:
        click.BadParameter: It was given an empty text, which would otherwise ask for everything.
    """
    if value == "" or (isinstance(value, tuple) and "" in value):
        raise click.BadParameter("nothing is named; is a variable empty?")
    return value


LIMIT = click.IntRange(min=1, max=10**9)
"""How many may be printed at most: a number that any part of the program can count to."""

pass_session = click.make_pass_decorator(Session, ensure=True)
"""Hand a command the session as its first argument."""
