"""A command group that loads a command when it is called, and takes a card for a command."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import click

from briefing.cli.failures import FINE
from briefing.cli.parser.usage import report_misuse
from briefing.cli.streams.standard_output import forget_output, speak_utf8


class LazyCommand(NamedTuple):
    """A command that is not loaded yet."""

    module: str
    """Name of the module."""
    name: str
    """Name of the command in it."""
    summary: str
    """What it does, for the list of commands."""


class BriefingGroup(click.Group):
    """The `briefing` command.

    Args:
        lazy: The commands by name.
        otherwise: Name of the hidden command that takes a first word that is no command.
        examples: Pairs of what to type and what it does, for the end of the help.
    """

    def __init__(
        self,
        *args: Any,
        lazy: Mapping[str, LazyCommand],
        otherwise: str,
        examples: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
        self.lazy = lazy
        self.otherwise = otherwise

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands to show, in the order of the table."""
        return [name for name in self.lazy if name != self.otherwise]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        entry = self.lazy.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(entry.module), entry.name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first word, or take the word as the name of a card."""
        word = args[0]
        if word in self.list_commands(ctx) or word.startswith("-"):
            return super().resolve_command(ctx, args)
        return self.otherwise, self.get_command(ctx, self.otherwise), args

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        rows = [(name, self.lazy[name].summary) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        write_examples(self.examples, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; every mistake ends in one clear line and an exit code."""
        run: Callable[..., Any] = super().main
        if not standalone_mode:
            return run(args, prog_name, complete_var, standalone_mode=False, **extra)
        speak_utf8()
        try:
            code = run(args, prog_name, complete_var, standalone_mode=False, **extra)
        except SystemExit:
            # Click leaves so, and in no other case here, when nobody reads its help any more.
            forget_output()
            code = FINE
        except Exception as error:
            code = report_misuse(error)
        raise SystemExit(code if isinstance(code, int) else FINE)


class ExamplesCommand(click.Command):
    """A command whose help ends in examples.

    Args:
        examples: Pairs of what to type and what it does.
    """

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; a mistake in them knows its command, whose help it names."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        write_examples(self.examples, formatter)


def write_examples(examples: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    """Write examples, each with what it does below it.

    Args:
        examples: Pairs of what to type and what it does.
        formatter: Where to write.
    """
    with formatter.section("Examples"):
        for typed, says in examples:
            formatter.write(f"{'':>{formatter.current_indent}}{typed}\n")
            formatter.write(f"{'':>{formatter.current_indent + 4}}{says}\n")
