"""`briefing search`: everything a library holds, by words."""

from collections.abc import Mapping
from typing import NamedTuple

import click

from briefing.catalogue.catalogue import Catalogue
from briefing.cli.catalogue_access import ask, unread_of
from briefing.cli.failures import FINDINGS, FINE, Unread
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import LIMIT, Session, pass_session, shared_options
from briefing.model.source import Locators
from briefing.output import hits
from briefing.search.results import Results
from briefing.text.cleaning import INVISIBLE, clean_block

DEFAULT_LIMIT = 50
_PLAIN_WORDS = f"{__name__}.plain_words"
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
"""Invisible characters, which are pasted along with a word and are no part of it."""
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
    query = clean_block(" ".join(words).translate(_UNSEEN))
    if not query.strip():
        raise click.UsageError("nothing is searched for; is a variable empty?", ctx)
    if quoted:
        from briefing.cli.quoting import print_places  # a search loads nothing of verifying

        return print_places(session, query, limit)
    found = ask(
        session.library_root(), lambda catalogue: _find(catalogue, query, limit), searching=True
    )
    print_in_form(
        session,
        record=lambda: hits.search_record(found.results, found),
        plain=lambda: hits.result_lines(found.results, found),
        page=lambda columns: hits.result_page(found.results, found, columns),
    )
    _comment(session, found.results)
    return found.unread.tell() or (FINE if found.results.total else FINDINGS)


class _Found(NamedTuple):
    """An answer, and all that is needed to print it."""

    results: Results
    speakers: Mapping[str, str]
    cautions: Mapping[str, str]
    locators: Mapping[str, Locators]
    unread: Unread

    def speaker_name(self, speaker_id: str, /) -> str:
        """Return the name of the speaker of a hit."""
        return self.speakers[speaker_id]

    def caution(self, source_id: str, /) -> str:
        """Return the caution of the source of a hit."""
        return self.cautions[source_id]

    def locator(self, source_id: str, paragraph: int, /) -> str | None:
        """Return the page or time of a hit in its original; None where nobody knows."""
        return self.locators[source_id].of(paragraph)


def _find(catalogue: Catalogue, query: str, limit: int) -> _Found:
    results = catalogue.engine().search(query, limit)
    entries = [hit.entry for hit in results.hits]
    sources = {entry.source for entry in entries}
    return _Found(
        results,
        {name: catalogue.speaker_name(name) for e in entries for name in (e.speaker, *e.by)},
        {source: catalogue.caution(source) for source in sources},
        {source: catalogue.locators(source) for source in sources},
        unread_of(catalogue),
    )


def _comment(session: Session, results: Results) -> None:
    """Say on standard error what is odd about the query, and what plain lines leave unsaid."""
    for note in results.notes:
        hint = f" ({note.hint})" if note.hint else ""
        complain(f"query, character {note.start + 1}: {note.message}{hint}")
    if session.form == "plain":
        for line in hits.result_notes(results):
            complain(line)
