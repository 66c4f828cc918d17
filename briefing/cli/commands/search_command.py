"""`briefing search`: everything a library holds, by words."""

import click

from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import LIMIT, pass_session, shared_options
from briefing.cli.searching import DEFAULT_LIMIT, print_hits, query_of
from briefing.cli.session import Session

_PLAIN_WORDS = f"{__name__}.plain_words"
_OPTIONS = ("--library", "--json", "--plain", "--limit", "--quote", "--help")


class SearchCommand(ExamplesCommand):
    """The search, whose words may begin with two hyphens once `--` has ended the options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember which words are after the end of the options."""
        after = args.index("--") + 1 if "--" in args else len(args)
        ctx.meta[_PLAIN_WORDS] = frozenset(args[after:])
        return super().parse_args(ctx, args)


@click.command(
    "search",
    cls=SearchCommand,
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    examples=(
        ("briefing search counterstirke", "Slips are corrected, and what was corrected is said."),
        ("briefing search space speaker:blinken -china", "What Blinken said of space, no China."),
        ('briefing search --quote "an invasion is imminent"', "Where these words are."),
        ("briefing search '\"littoral regiment\"' --json", "An exact phrase, for a program."),
    ),
)
@click.argument("words", metavar="QUERY...", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="N",
    type=LIMIT,
    default=DEFAULT_LIMIT,
    show_default=True,
    help="Print at most so many hits.",
)
@click.option(
    "--quote",
    "quoted",
    is_flag=True,
    help="Find QUERY, taken as one quotation, in the sources.",
)
@shared_options
@pass_session
@click.pass_context
def search_command(
    ctx: click.Context, session: Session, words: tuple[str, ...], limit: int, quoted: bool
) -> int:
    """Search everything the library holds: quotes, points, paragraphs, topics, speakers.

    The words of QUERY may be in any order, and the last may be the beginning of one; "exact
    phrase", -not and fields such as speaker:, topic:, status:, date:2022..2023 and due:..2027
    narrow it. Fields alone list what they keep, the latest first. Without a hit the exit code is 1.
    """
    for word in words:
        if word.startswith("--") and word not in ctx.meta[_PLAIN_WORDS]:
            raise click.NoSuchOption(word, possibilities=_OPTIONS, ctx=ctx)
    query = query_of(words)
    if not query:
        raise click.UsageError("nothing is searched for; is a variable empty?", ctx)
    if quoted:
        from briefing.cli.quoting import print_places  # a search loads nothing of verifying

        return print_places(session, query, limit)
    return print_hits(session, query, limit)
