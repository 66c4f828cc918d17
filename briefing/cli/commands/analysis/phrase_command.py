"""`briefing phrase`: where a phrase was first used, where again, and how its words changed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from briefing.catalogue.catalogue import Catalogue
from briefing.cli.failures import FINDINGS, FINE
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import LIMIT, pass_session, refuse_two_forms, shared_options
from briefing.cli.printing import complain
from briefing.cli.session import Session
from briefing.cli.views import answer, format_option, lines_as, print_view
from briefing.text.cleaning import clean_block

if TYPE_CHECKING:
    from briefing.analysis.phrases.history import PhraseHistory

DEFAULT_LIMIT = 50


@click.command(
    "phrase",
    cls=ExamplesCommand,
    examples=(
        ('briefing phrase "rules-based order"', "First and later uses, and close variants."),
        ('briefing phrase "strike capabilities" --limit 5', "The first five uses."),
        ('briefing phrase "growing power" --format csv', "A row a use, for a spreadsheet."),
    ),
)
@click.argument("words", metavar="PHRASE...", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="N",
    type=LIMIT,
    default=DEFAULT_LIMIT,
    show_default=True,
    help="Print at most so many uses, the earliest first.",
)
@format_option("markdown", "csv")
@shared_options
@pass_session
def phrase_command(session: Session, words: tuple[str, ...], limit: int, form: str | None) -> int:
    """Trace a phrase and its close variants over time.

    Found are its uses in all sources and on all cards, by date. A variant has other inflections,
    few words inserted, or one part of three or more left out or moved. Each use names its source,
    paragraph and claims; what a card says in our words is said to be ours. Without a use the exit
    code is 1.
    """
    refuse_two_forms(session, form)
    text = clean_block(" ".join(words))
    found, unread = answer(session, lambda each: _find(each, text, limit), searching=True)
    if found.history is None:
        raise click.UsageError("a phrase has one word at least and twelve at most")
    history = found.history
    _print(session, form, history, found)
    from briefing.output.analysis.phrases.wording import notes_of

    if form is not None or session.form != "page":
        for note in notes_of(history):
            complain(note)
    return unread.tell() or (FINE if history.exact + history.varied else FINDINGS)


class _Found(NamedTuple):
    """An answer, and all that is needed to print it."""

    history: "PhraseHistory | None"
    speakers: Mapping[str, str]
    cautions: Mapping[str, str]

    def speaker_name(self, speaker_id: str, /) -> str:
        """Return the name of a speaker."""
        return self.speakers[speaker_id]

    def caution(self, source_id: str, /) -> str:
        """Return the caution of a source."""
        return self.cautions[source_id]


def _find(catalogue: Catalogue, text: str, limit: int) -> _Found:
    from briefing.analysis.phrases.history import trace  # not needed for help

    history = trace(text, catalogue.engine(), catalogue, limit)
    uses = history.uses if history else ()
    return _Found(
        history,
        {who: catalogue.speaker_name(who) for use in uses for who in use.who},
        {source: catalogue.caution(source) for source in {use.source for use in uses}},
    )


def _print(session: Session, form: str | None, history: "PhraseHistory", names: _Found) -> None:
    """Print a history in the form that `--format` or the shared options ask for."""
    from briefing.output.analysis.phrases import exports, page, plain, records

    print_view(
        session,
        form,
        record=lambda: records.history_record(history, names),
        plain=lambda: plain.history_lines(history, names),
        page=lambda columns: page.history_page(history, names, columns),
        exports=lines_as(
            lambda: exports.history_markdown(history, names),
            lambda: exports.history_csv(history, names),
        ),
    )
