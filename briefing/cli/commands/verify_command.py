"""`briefing verify`: the quotations of any text against the sources of a library."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from briefing.cli.failures import FINDINGS, FINE, WRONG, unread_in
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import (
    Format,
    format_option,
    pass_session,
    refuse_two_forms,
    shared_options,
)
from briefing.cli.printing import complain, print_annotations, print_in_form
from briefing.cli.session import Session
from briefing.cli.streams.standard_input import read_standard_input
from briefing.errors import UnknownNameError
from briefing.importing.document import DocumentError
from briefing.importing.limits import read_bytes
from briefing.output.lines import PrintedLine
from briefing.text.cleaning import clean
from briefing.text.suggest import did_you_mean
from briefing.verifying import annotations, verdict_text
from briefing.verifying.memo import Memo
from briefing.verifying.reading import memo_of
from briefing.verifying.verdict import Verdict
from briefing.verifying.verifying import Verifier

_MOST_NAMED = 3

Verified = Sequence[tuple[Memo, Sequence[Verdict]]]


@click.command(
    "verify",
    cls=ExamplesCommand,
    examples=(
        ("briefing verify memo.md", "Look at every quotation of a memo."),
        ("pbpaste | briefing verify -", "Look at what you copied, such as an assistant's answer."),
        ("briefing verify memo.docx --source kyodo-2023-01", "Look in one source only."),
        ("briefing verify notes/*.md --format github", "Annotate a pull request."),
    ),
)
@click.argument("names", metavar="[FILE...]", nargs=-1)
@click.option("--source", "sources", metavar="ID", multiple=True, help="Look in this source only.")
@format_option
@shared_options
@pass_session
def verify_command(
    session: Session, names: tuple[str, ...], sources: tuple[str, ...], form: Format | None
) -> int:
    """Check the quotations of any text against the sources.

    FILE is a text, Markdown, Word file, web page or another document that can be imported, or - for
    standard input, as is nothing at all. Each quotation is said to be verbatim, drifted, cut before
    a turn, joined from two places, in several places or nowhere, and whom the text names is
    compared with who says it. The exit code is 0 if all hold, 1 if any does not, 2 if a file or a
    source cannot be read.
    """
    refuse_two_forms(session, form)
    if "" in names:
        raise DocumentError("a file has no name", hint="is a variable empty?")
    library = session.open_library()
    for source in sources:
        if source not in library.sources:
            listed = ", ".join(list(library.sources)[:_MOST_NAMED])
            otherwise = f"the library has {listed}" if listed else "the library has none"
            hint = did_you_mean(source, library.sources, otherwise)
            raise UnknownNameError(f"there is no source '{clean(source)}'", hint=hint)
    verifier = Verifier(library, sources)
    verified: list[tuple[Memo, Sequence[Verdict]]] = []
    failed = False
    for name in dict.fromkeys(names or ("-",)):
        try:
            memo = _memo(name)
        except DocumentError as error:
            failed = True
            complain(f"{_shown(name)}: {error}")
            continue
        verified.append((memo, list(verifier.verify(memo))))
        for warning in memo.warnings:
            complain(f"{_shown(name)}: note: {warning}")
    _print(session, form, verified)
    unread = unread_in(library, sources or library.sources)
    if unread.tell() or failed:
        return WRONG
    holds = all(verdict.holds for _, verdicts in verified for verdict in verdicts)
    return FINE if holds else FINDINGS


def _shown(name: str) -> str:
    return "standard input" if name == "-" else clean(name)


def _memo(name: str) -> Memo:
    if name == "-":
        return memo_of(read_standard_input(), "-")
    path = Path(name)
    try:
        return memo_of(read_bytes(path), path.name, shown=name)
    except (OSError, ValueError) as error:
        raise DocumentError(getattr(error, "strerror", None) or str(error)) from error


def _print(session: Session, form: Format | None, verified: Verified) -> None:
    """Print verdicts in the form that `--format` or the shared options ask for."""
    if form in ("sarif", "github"):
        print_annotations(form, annotations.RULES, annotations.annotations_of(verified))
        return
    session.json = session.json or form == "json"
    print_in_form(
        session,
        record=lambda: {"files": [verdict_text.memo_record(*each) for each in verified]},
        plain=lambda: _each(verdict_text.plain_lines, verified),
        page=lambda columns: _page(verified),
    )


def _each(lines: verdict_text.Lines, verified: Verified) -> Iterator[str]:
    for memo, verdicts in verified:
        yield from lines(memo, verdicts)


def _page(verified: Verified) -> Iterator[PrintedLine]:
    for memo, verdicts in verified:
        yield from verdict_text.page_lines(memo, verdicts)
