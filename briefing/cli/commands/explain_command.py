"""`briefing explain`: what a code of `check` means, and what to do."""

from collections.abc import Iterator

import click

from briefing.check.explaining import Explanation, explain, explanations
from briefing.cli.failures import FINE
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, shared_options
from briefing.cli.printing import print_in_form
from briefing.cli.session import Session
from briefing.output.findings import explanation_lines, explanation_page, explanation_record
from briefing.output.lines import Piece, PrintedLine


@click.command(
    "explain",
    cls=ExamplesCommand,
    examples=(
        ("briefing explain cut-negation", "What the finding means, and what to do about it."),
        ("briefing explain", "All codes, one a line."),
    ),
)
@click.argument("codes", metavar="[CODE...]", nargs=-1)
@shared_options
@pass_session
def explain_command(session: Session, codes: tuple[str, ...]) -> int:
    """Say what a code of check means, and what to do.

    CODE is what is in brackets at the end of a finding. Without one all are listed.
    """
    pages = [explain(code) for code in dict.fromkeys(codes)] or list(explanations().values())
    print_in_form(
        session,
        record=lambda: [explanation_record(page) for page in pages],
        plain=lambda: _lines(pages) if codes else _list(pages),
        page=lambda columns: (
            _pages(pages, columns) if codes else ((Piece(line),) for line in _list(pages))
        ),
    )
    return FINE


def _list(pages: list[Explanation]) -> Iterator[str]:
    width = max(len(page.code) for page in pages)
    for page in pages:
        yield f"{page.code:<{width}}  {page.about}"


def _lines(pages: list[Explanation]) -> Iterator[str]:
    for number, page in enumerate(pages):
        yield from ("",) if number else ()
        yield from explanation_lines(page)


def _pages(pages: list[Explanation], columns: int) -> Iterator[PrintedLine]:
    for number, page in enumerate(pages):
        yield from ((),) if number else ()
        yield from explanation_page(page, columns)
