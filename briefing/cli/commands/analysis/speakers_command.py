"""`briefing speakers`: who speaks where and how, and all that one or two of them said."""

import click

from briefing.analysis.speakers import (
    all_speakers,
    side_by_side,
    speaker_matrices,
    speaker_words,
)
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_speaker, find_topic
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain
from briefing.cli.session import Session, pass_session, shared_options
from briefing.cli.views import answer, format_option, print_view, require_one_form, series_option
from briefing.output.analysis import speaker_records, speakers

_MOST_SPEAKERS = 2


@click.command(
    "speakers",
    cls=ExamplesCommand,
    examples=(
        ("briefing speakers", "Everyone who speaks or undertakes, by meeting."),
        ("briefing speakers blinken", "Everything Blinken said, his own words first."),
        ("briefing speakers blinken hayashi --topic china", "Two of them on one topic."),
    ),
)
@click.argument("names", metavar="[SPEAKER [SPEAKER]]", nargs=-1)
@click.option("--topic", metavar="TOPIC", default="", help="Only what is filed under this topic.")
@series_option
@format_option("markdown", "csv")
@shared_options
@pass_session
def speakers_command(
    session: Session, names: tuple[str, ...], topic: str, series: str | None, form: str | None
) -> int:
    """Show who speaks at which meeting, or all they said.

    SPEAKER is the id of a speaker, a name or an alias, or words that only one has; two are side
    by side. Own words are apart from joint and reported ones, and from what a card tells in its
    own words.
    """
    require_one_form(session, form)
    if len(names) > _MOST_SPEAKERS:
        raise click.UsageError("two speakers at most can be side by side")
    if topic and not names:
        raise click.UsageError("--topic asks what a speaker said; name one speaker, or two")
    if len(names) > 1 and series:
        raise click.UsageError("--series goes with one speaker, or with none")
    if not names:
        return _print_matrices(session, series, form)
    if len(names) > 1:
        return _print_pair(session, names, topic, form)
    return _print_words(session, names[0], topic, series, form)


def _print_matrices(session: Session, series: str | None, form: str | None) -> int:
    (everyone, matrices), code = answer(
        session,
        lambda catalogue: (
            all_speakers(catalogue),
            speaker_matrices(catalogue, [find_series(catalogue, series)] if series else None),
        ),
    )
    print_view(
        session,
        form,
        record=lambda: speaker_records.speakers_record(everyone, matrices),
        plain=lambda: speakers.speakers_lines(matrices),
        page=lambda columns: speakers.speakers_page(matrices, columns),
        tables=lambda: speakers.speakers_tables(matrices),
        table=lambda: speakers.speakers_long_table(matrices),
    )
    if not any(matrix.rows for matrix in matrices):
        complain("nobody speaks or takes part")
    return code


def _print_words(
    session: Session, name: str, topic: str, series: str | None, form: str | None
) -> int:
    words, code = answer(
        session,
        lambda catalogue: speaker_words(
            catalogue,
            find_speaker(catalogue, name),
            topic=_topic(catalogue, topic),
            series=find_series(catalogue, series) if series else None,
        ),
    )
    print_view(
        session,
        form,
        record=lambda: speaker_records.words_record(words),
        plain=lambda: speakers.words_lines(words),
        page=lambda columns: speakers.words_page(words, columns),
        tables=lambda: speakers.words_tables(words),
        table=lambda: speakers.words_table(words),
    )
    if not words.items:
        complain(f"nothing of {words.row.speaker.name} is there")
    return code


def _print_pair(session: Session, names: tuple[str, ...], topic: str, form: str | None) -> int:
    pair, code = answer(
        session,
        lambda catalogue: side_by_side(
            catalogue,
            find_speaker(catalogue, names[0]),
            find_speaker(catalogue, names[1]),
            _topic(catalogue, topic),
        ),
    )
    print_view(
        session,
        form,
        record=lambda: speaker_records.pair_record(pair),
        plain=lambda: speakers.pair_lines(pair),
        page=lambda columns: speakers.pair_page(pair, columns),
        tables=lambda: [speakers.pair_table(pair)],
    )
    if not pair.meetings:
        complain(f"nothing of {pair.one.name} or {pair.other.name} is there")
    return code


def _topic(catalogue: Catalogue, typed: str) -> str:
    return find_topic(catalogue, typed) if typed else ""
