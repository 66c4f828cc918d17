"""`briefing new`: a library where there is none, or the draft of a card from sources."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from briefing.cli.failures import FINE
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import not_empty, pass_session, shared_options
from briefing.cli.printing import print_in_form
from briefing.cli.session import Session
from briefing.drafting.draft import Draft, DraftError
from briefing.drafting.making import MOST_QUOTES, draft_of, text_of, write_draft
from briefing.drafting.new_library import found_library
from briefing.errors import LibraryError
from briefing.library.library import Library
from briefing.library.locations import is_library
from briefing.output.lines import Piece, PrintedLine
from briefing.text.cleaning import clean

_MOST_NAMED = 8


@click.command(
    "new",
    cls=ExamplesCommand,
    examples=(
        ("briefing new --library ~/notes", "Make a library in a folder that is none yet."),
        ("briefing new courier-2021-05-03", "Draft a card from a source of the library."),
        ("briefing new press pool-report --date 2023-01-31", "From two, for a day you know."),
        ("briefing new courier-2021-05-03 --dry-run", "Print the draft, and write nothing."),
    ),
)
@click.argument("sources", metavar="[SOURCE...]", nargs=-1)
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the meeting.")
@click.option("--id", "card_id", metavar="ID", callback=not_empty, help="The id of the card.")
@click.option("--dry-run", is_flag=True, help="Print the draft, and write nothing.")
@shared_options
@pass_session
def new_command(
    session: Session,
    sources: tuple[str, ...],
    day: str | None,
    card_id: str | None,
    dry_run: bool,
) -> int:
    """Make a library, or the draft of a card from sources.

    Without SOURCE a library is made, in the folder that --library names or in the empty folder you
    are in. With the ids of sources a card is drafted: title, day and place as they were found,
    every quotation with who may say it. 'briefing check' lists what is left to decide. Nothing is
    written over.
    """
    if not sources:
        return _new_library(session, dry_run=dry_run)
    library = session.open_library(root=session.root_to_write("write a card into"))
    draft = draft_of(library, sources, day=_day(day), card_id=card_id or "")
    text = text_of(library, draft)
    if dry_run and session.form != "json":
        click.echo(text, nl=False)
        return FINE
    file = f"content/meetings/{draft.id}.yaml" if dry_run else write_draft(library, draft)
    _tell(session, draft, file, text, written=not dry_run)
    return FINE


def _new_library(session: Session, *, dry_run: bool) -> int:
    named = session.library
    root = Path(named).expanduser() if named else Path.cwd()
    if named == "":
        raise LibraryError("the folder of the library has no name", hint="is a variable empty?")
    if named is None and not is_library(root) and any(root.iterdir()):
        raise LibraryError(
            "this folder is not empty", hint="name the folder of the library with --library DIR"
        )
    if named is None and is_library(root) and (unused := _uncited(Library.open(root))):
        names = ", ".join(unused[:_MOST_NAMED])
        raise LibraryError(
            "this folder is a library already", hint=f"draft a card from a source: {names}"
        )
    if dry_run:
        raise LibraryError("--dry-run is for drafts", hint="name a source")
    written = found_library(root)
    shown = clean(str(root))
    lines = [f"{shown}: a library", *(f"  {file}" for file in written)]
    lines.append(f"next: briefing import FILE --library {shown}")

    def page(columns: int) -> Iterator[PrintedLine]:
        return ((Piece(line, "title" if n == 0 else "text"),) for n, line in enumerate(lines))

    print_in_form(
        session,
        record=lambda: {"library": str(root), "files": list(written)},
        plain=lambda: lines,
        page=page,
    )
    return FINE


def _uncited(library: Library) -> Sequence[str]:
    cited = {e.source for card in library.cards() for item in card.items for e in item.evidence}
    return [name for name in library.sources if name not in cited]


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"'{clean(text)}' is no day"
        raise DraftError(message, hint="write it as 2023-01-31") from None


def _tell(session: Session, draft: Draft, file: str, text: str, *, written: bool) -> None:
    left = sum(line.lstrip().startswith("# check:") for line in text.splitlines())
    known = sum(1 for quote in draft.quotes if quote.meant and quote.meant.certain)
    lines = [
        f"{file}: a draft of {_count(len(draft.quotes), 'quotation')}, {known} with a sure speaker",
        f"  {_count(left, 'thing')} to decide",
    ]
    if draft.left_out:
        lines.append(
            f"  note: {_count(draft.left_out, 'quotation')} left out: not found as one place"
        )
    if draft.beyond:
        lines.append(
            f"  note: {_count(draft.beyond, 'quotation')} left out: a draft holds {MOST_QUOTES:,};"
            " import the document in parts"
        )
    lines.append(f"next: briefing check {draft.id}")
    print_in_form(
        session,
        record=lambda: _record(draft, file, left, written=written),
        plain=lambda: lines,
        page=lambda columns: (
            (Piece(line, "title" if n == 0 else "text"),) for n, line in enumerate(lines)
        ),
    )


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _record(draft: Draft, file: str, left: int, *, written: bool) -> dict[str, object]:
    return {
        "card": draft.id,
        "file": file,
        "written": written,
        "to_decide": left,
        "left_out": draft.left_out,
        "beyond": draft.beyond,
        "quotes": [
            {
                "text": quote.text,
                "source": quote.source,
                "paragraph": quote.paragraph,
                "doubt": quote.doubt or None,
                "suggested": None
                if quote.meant is None
                else {
                    "name": quote.meant.name,
                    "speakers": list(quote.meant.speakers),
                    "words": quote.meant.words,
                    "certain": quote.meant.certain,
                },
            }
            for quote in draft.quotes
        ],
    }
