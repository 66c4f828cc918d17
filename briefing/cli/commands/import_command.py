"""`briefing import`: documents of many formats into a library, as texts with their entries."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.failures import FINE, WRONG
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import not_empty, pass_session, shared_options
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session
from briefing.cli.streams.progress_bar import BuildBar
from briefing.cli.streams.standard_input import read_standard_input
from briefing.importing.document import Document, DocumentError, Facts, canonical
from briefing.importing.limits import MAX_FILES, read_bytes
from briefing.importing.prose.facts import language_of
from briefing.importing.reading import document_of
from briefing.importing.records import import_lines, import_record
from briefing.importing.storing.store import Plan, plan, store
from briefing.model.core import PartialDate
from briefing.output.lines import Piece, PrintedLine, Role
from briefing.text.cleaning import clean
from briefing.text.width import cut

STANDARD_INPUT = "standard input"


@click.command(
    "import",
    cls=ExamplesCommand,
    examples=(
        ("briefing import article.html", "Import a saved page; on a terminal you are asked first."),
        (
            "briefing import statement.pdf --dry-run",
            "Show what would be made of it.",
        ),
        ("briefing import ~/hearings --library ~/notes", "Import all documents of a folder."),
        ("briefing import story.txt --publisher Kyodo --date 2023-01-12", "Say what it does not."),
        ("briefing import interview.docx --keep-original", "Keep the Word file beside its text."),
        ("pbpaste | briefing import - --yes", "Import what another program gives, unasked."),
    ),
)
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking, on a terminal too.")
@click.option("--keep-original", is_flag=True, help="Keep the original file beside its text.")
@click.option(
    "--publisher", callback=not_empty, help="Who published it, whatever the document says."
)
@click.option("--title", callback=not_empty, help="Its title, of a single document.")
@click.option("--date", "day", metavar="DATE", callback=not_empty, help="When it was published.")
@click.option(
    "--language", metavar="TAG", callback=not_empty, help="Its language, such as de or pt-BR."
)
@shared_options
@pass_session
def import_command(
    session: Session,
    names: tuple[str, ...],
    dry_run: bool,
    yes: bool,
    keep_original: bool,
    publisher: str | None,
    title: str | None,
    day: str | None,
    language: str | None,
) -> int:
    """Import documents into a library.

    FILE is a text, Markdown, web page, PDF, Word file, e-mail, EPUB book, captions or a transcript,
    a folder of such files, or - for standard input. Each becomes a text in seeds/ and an entry in
    sources.yaml; nothing is overwritten. The exit code is 2 if any could not be imported.
    """
    given = _given(publisher or "", title or "", day or "", language or "")
    root = session.root_to_write("import into")
    documents: list[Document] = []
    originals: list[bytes] = []
    failed = False
    for name in _files(names):
        try:
            data, label = _bytes(name)
            read = _document(data, label)
            documents.append(_completed(read, given))
            originals.append(data if keep_original else b"")
        except DocumentError as error:
            failed = True
            complain(f"{clean(str(name or STANDARD_INPUT))}: {error}")
    if given.title and len(documents) > 1:
        message = f"--title names one document, and these are {len(documents)}"
        raise DocumentError(message, hint="import them one by one")
    plans = list(plan(root, documents, keep_original=keep_original))
    # Whoever gives a document on standard input cannot answer there.
    asks = session.can_ask() and "-" not in names and not yes and not dry_run
    if asks and plans:
        _print(session, plans, written=False)
    if not dry_run and any(each.outcome != "same" for each in plans):
        if asks and not click.confirm("Write this into the library?", default=True, err=True):
            return WRONG if failed else FINE
        plans = list(store(root, documents, originals if keep_original else ()))
    if not asks:
        _print(session, plans, written=not dry_run)
    elif plans:
        for each in plans:
            click.echo(clean(next(import_lines(each, written=True))), err=True)
    return WRONG if failed else FINE


def _completed(document: Document, given: Facts) -> Document:
    """Return a document of which the user says something, whatever it says itself."""
    told_by = "" if given.language else document.language_told_by
    return replace(document, facts=given.over(document.facts), language_told_by=told_by)


def _given(publisher: str, title: str, day: str, language: str) -> Facts:
    """Return what the user says of the documents, as an index can hold it.

    Raises:
        DocumentError: The day or the language is none.
    """
    tag = ""
    try:
        published = str(PartialDate.parse(day)) if day else ""
    except ValueError:
        hint = "write 2023-01-31, 2023-01 or 2023"
        raise DocumentError(f"'{clean(day)}' is no date", hint=hint) from None
    if language and not (tag := language_of(language)):
        hint = "write a tag such as de, pt-BR or zh-Hant"
        raise DocumentError(f"'{clean(language)}' is no language", hint=hint)
    title, publisher = (" ".join(canonical(text).split()) for text in (title, publisher))
    return Facts(title=title, publisher=publisher, published=published, language=tag)


def _files(names: Iterable[str]) -> Iterator[Path | None]:
    """Yield every file that was named or is in a folder that was; None for standard input."""
    seen: set[Path | None] = set()
    for name in names:
        if not name:
            raise DocumentError("a file has no name", hint="is a variable empty?")
        path = Path(name)
        inside = _inside(path) if name != "-" and _is_folder(path) else [path]
        for each in [None] if name == "-" else inside:
            if each not in seen:
                seen.add(each)
                yield each


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except ValueError:
        return False  # a zero byte in its name


def _inside(folder: Path) -> Sequence[Path]:
    """Return the files of a folder and of those in it, hidden ones apart, in order of their names.

    Raises:
        DocumentError: There are none, or far too many.
    """
    found: list[Path] = []
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            found.append(path)
        if len(found) > MAX_FILES:
            message = f"'{clean(str(folder))}' holds more than {MAX_FILES:,} files"
            raise DocumentError(message, hint="import its folders one by one")
    if not found:
        raise DocumentError(f"'{clean(str(folder))}' holds no files")
    return sorted(found)


def _bytes(path: Path | None) -> tuple[bytes, str]:
    if path is None:
        return read_standard_input(), STANDARD_INPUT
    try:
        return read_bytes(path), path.name
    except (OSError, ValueError) as error:
        raise DocumentError(getattr(error, "strerror", None) or str(error)) from error


def _document(data: bytes, label: str) -> Document:
    with BuildBar(sys.stderr) as bar:

        def tell(share: float) -> None:
            words = f"reading {clean(label)}… {share * 100:.0f} %"
            bar.draw(lambda columns: cut(words, columns))

        return document_of(data, label, tell)


def _role(line: str) -> Role:
    """Return what a line about an import means."""
    if line.startswith("  note: "):
        return "warning"
    return "text" if line.startswith("  ") else "title"


def _print(session: Session, plans: Sequence[Plan], *, written: bool) -> None:
    def told() -> Iterator[str]:
        for each in plans:
            yield from import_lines(each, written=written)

    def page(columns: int) -> Iterator[PrintedLine]:
        return ((Piece(line, _role(line)),) for line in told())

    print_in_form(
        session,
        record=lambda: {"written": written, "documents": [import_record(each) for each in plans]},
        plain=told,
        page=page,
    )
