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
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, refuse_two_forms, shared_options
from briefing.cli.session import Session
from briefing.cli.views import (
    answer,
    format_option,
    print_view,
    series_option,
    tables_as,
    topic_option,
)
from briefing.errors import UnknownNameError
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
@topic_option
@series_option
@format_option("markdown", "csv")
@shared_options
@pass_session
def speakers_command(
    session: Session,
    names: tuple[str, ...],
    topic: str | None,
    series: str | None,
    form: str | None,
) -> int:
    """Show who speaks at which meeting, or all they said.

    SPEAKER is the id of a speaker, a name or an alias, or words that only one has; two are side
    by side. Own words are apart from joint and reported ones, and from what a card tells in its
    own words.
    """
    refuse_two_forms(session, form)
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
    (everyone, matrices), unread = answer(
        session,
        lambda catalogue: (
            all_speakers(catalogue),
            speaker_matrices(catalogue, [find_series(catalogue, series)] if series else None),
        ),
    )
    listed = any(matrix.rows for matrix in matrices)
    nothing = "" if listed else "nobody speaks or takes part"
    print_view(
        session,
        form,
        record=lambda: speaker_records.speakers_record(everyone, matrices),
        plain=lambda: speakers.speakers_lines(matrices),
        page=lambda columns: speakers.speakers_page(matrices, columns),
        exports=tables_as(
            lambda: speakers.speakers_tables(matrices),
            lambda: speakers.speakers_long_table(matrices),
            nothing,
        ),
        nothing=nothing,
    )
    return unread.tell()


def _print_words(
    session: Session, name: str, topic: str | None, series: str | None, form: str | None
) -> int:
    words, unread = answer(
        session,
        lambda catalogue: speaker_words(
            catalogue,
            find_speaker(catalogue, name),
            topic=_topic(catalogue, topic),
            series=find_series(catalogue, series) if series else None,
        ),
    )
    nothing = "" if words.items else f"nothing of {words.row.speaker.name} is there"
    print_view(
        session,
        form,
        record=lambda: speaker_records.words_record(words),
        plain=lambda: speakers.words_lines(words),
        page=lambda columns: speakers.words_page(words, columns),
        exports=tables_as(
            lambda: speakers.words_tables(words), lambda: speakers.words_table(words), nothing
        ),
        nothing=nothing,
    )
    return unread.tell()


def _print_pair(
    session: Session, names: tuple[str, ...], topic: str | None, form: str | None
) -> int:
    pair, unread = answer(
        session,
        lambda catalogue: side_by_side(
            catalogue, *_two_speakers(catalogue, names), _topic(catalogue, topic)
        ),
    )
    there = f"nothing of {pair.one.name} or {pair.other.name} is there"
    nothing = "" if pair.meetings else there
    print_view(
        session,
        form,
        record=lambda: speaker_records.pair_record(pair),
        plain=lambda: speakers.pair_lines(pair),
        page=lambda columns: speakers.pair_page(pair, columns),
        exports=tables_as(lambda: [speakers.pair_table(pair)], nothing=nothing),
        nothing=nothing,
    )
    return unread.tell()


def _two_speakers(catalogue: Catalogue, names: tuple[str, ...]) -> tuple[str, str]:
    """Return the ids of two speakers.

    Raises:
        UnknownNameError: One of the names means nobody or several, or both mean the same.
    """
    one, other = (find_speaker(catalogue, name) for name in names)
    if one == other:
        hint = "name another one, or one alone for all that they said"
        raise UnknownNameError(f"'{names[0]}' and '{names[1]}' both mean {one}", hint=hint)
    return one, other


def _topic(catalogue: Catalogue, typed: str | None) -> str:
    return find_topic(catalogue, typed) if typed else ""
