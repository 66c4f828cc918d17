"""`briefing search`: everything a library holds, by words."""

import click

from briefing.cli.failures import FINDINGS, FINE
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session, pass_session, shared_options
from briefing.cli.unreadable import complain_of_broken
from briefing.entries import library_entries
from briefing.output import page, plain, records
from briefing.search.engine import SearchEngine
from briefing.search.results import Results
from briefing.text import clean_block

DEFAULT_LIMIT = 50
_OPTIONS = ("--library", "--json", "--plain", "--limit", "--help")


@click.command(
    "search",
    cls=ExamplesCommand,
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    examples=(
        ("briefing search counterstirke", "Slips are healed, and said to be."),
        ("briefing search space speaker:blinken -china", "What Blinken said of space, no China."),
        ("briefing search '\"littoral regiment\"' --json", "An exact phrase, for a program."),
    ),
)
@click.argument("words", metavar="QUERY...", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="Print at most so many hits.",
)
@shared_options
@pass_session
@click.pass_context
def search_command(ctx: click.Context, session: Session, words: tuple[str, ...], limit: int) -> int:
    """Search everything the library holds: quotes, points, paragraphs, topics, speakers.

    The words of QUERY may stand in any order; "exact phrase", -not and fields such as speaker:,
    topic:, series: and date:2022..2023 narrow it. Without a hit the exit code is 1.
    """
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word, possibilities=_OPTIONS, ctx=ctx)
    library = session.open_library()
    query = clean_block(" ".join(words))
    results = SearchEngine.build(library_entries(library)).search(query, limit)
    print_in_form(
        session,
        record=lambda: records.search_record(results, library),
        plain=lambda: plain.result_lines(results, library),
        page=lambda columns: page.result_page(results, library, columns),
    )
    _comment(session, results)
    return complain_of_broken(library) or (FINE if results.total else FINDINGS)


def _comment(session: Session, results: Results) -> None:
    """Say on standard error what is odd about the query, and what plain lines leave unsaid."""
    for note in results.notes:
        hint = f" ({note.hint})" if note.hint else ""
        complain(f"query, character {note.start + 1}: {note.message}{hint}")
    if session.form == "plain":
        for line in plain.result_notes(results):
            complain(line)
