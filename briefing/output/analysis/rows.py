"""An item in a view over time: its words, who, how well found, and where it is."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypedDict

from briefing.output.analysis.table import Table
from briefing.output.lines import DATED, PrintedLine, Role, block, dated
from briefing.output.names import SpeakerRecord
from briefing.output.records import LinkRecord
from briefing.output.wording import enumeration, type_words

if TYPE_CHECKING:
    from briefing.catalogue.db.rows import ItemRow
    from briefing.catalogue.queries.names import ViewNames

INDENT = 5


class RowRecord(TypedDict):
    """One item of a view."""

    card: str
    item: str
    position: int
    title: str
    date: str
    series: str | None
    type: str
    section: str | None
    text: str
    who: list[SpeakerRecord]
    voice: str | None
    kind: str | None
    due: str | None
    topics: list[str]
    state: str | None
    source: str | None
    paragraph: int | None
    spans: list[list[int]]
    caution: str | None
    follows: LinkRecord | None


def row_record(row: "ItemRow", names: "ViewNames") -> RowRecord:
    """Return one ROW of the documented shape."""
    return {
        "card": row.card,
        "item": row.item,
        "position": row.position,
        "title": row.title,
        "date": row.date.isoformat(),
        "series": row.series or None,
        "type": row.type,
        "section": row.section or None,
        "text": row.text,
        "who": [{"id": who, "name": names.speaker_name(who)} for who in row.who],
        "voice": row.voice or None,
        "kind": row.kind or None,
        "due": row.due or None,
        "topics": list(row.topics),
        "state": row.state.value if row.state else None,
        "source": row.source or None,
        "paragraph": row.paragraph,
        "spans": [[span.start, span.end] for span in row.spans],
        "caution": names.caution(row.source) or None,
        "follows": {"card": row.follows[0], "item": row.follows[1]} if row.follows else None,
    }


def words(row: "ItemRow") -> str:
    """Return the words of an item; a quote is in quotation marks only if it was verified."""
    return f"“{row.text}”" if row.type == "quote" and row.verified else row.text


def who_words(row: "ItemRow", names: "ViewNames") -> str:
    """Name whoever says a quote, or says or undertakes what a point tells."""
    return enumeration([name for who in row.who if (name := names.speaker_name(who))])


def state_words(row: "ItemRow") -> str:
    """Say how well the words were found.

    Empty for a sentence of ours whose evidence holds: it is the evidence that was found.
    """
    if row.state is None or (row.type != "quote" and row.state.holds):
        return ""
    return row.state.value


def place_words(row: "ItemRow") -> str:
    """Say where a quote is, or what a point rests on; empty where nothing was found."""
    if not row.source or row.paragraph is None:
        return ""
    resting = "" if row.type == "quote" else "rests on "
    return f"{resting}{row.source} paragraph {row.paragraph}"


def address(row: "ItemRow") -> str:
    """Return what `briefing show` takes to print the item."""
    return f"{row.card}#{row.position}" if row.position else row.card


def row_line(row: "ItemRow", names: "ViewNames", *, without: tuple[str, ...] = ()) -> str:
    """Return an item as one plain line.

    Args:
        row: The item.
        names: The names behind its ids.
        without: Facts that are elsewhere: `who`, `due`.
    """
    facts = ", ".join(fact for fact in _facts(row, names, without) if fact)
    caution = names.caution(row.source)
    return f"{facts}: {words(row)}" + (f" [caution: {caution}]" if caution else "")


def row_page(
    row: "ItemRow", names: "ViewNames", columns: int, *, without: tuple[str, ...] = ()
) -> Iterator[PrintedLine]:
    """Yield an item as a page: its words, and below them who, how well found, and where."""
    role: Role = "quote" if row.type == "quote" and row.verified else "text"
    yield from block(words(row), role, columns, INDENT)
    facts = " · ".join(fact for fact in _facts(row, names, (*without, "date")) if fact)
    holds = row.state is None or row.state.holds
    yield from block(facts, "dim" if holds else "error", columns, INDENT)
    if caution := names.caution(row.source):
        yield from block(f"Caution: {caution}", "warning", columns, INDENT)


def dated_page(
    row: "ItemRow", names: "ViewNames", columns: int, *, without: tuple[str, ...] = ()
) -> Iterator[PrintedLine]:
    """Yield an item under a head line with the day and the title of its card."""
    yield from dated(row.date.isoformat(), block(row.title, "title", columns, DATED))
    yield from row_page(row, names, columns, without=without)


def items_table(title: str, items: "Iterable[ItemRow]", names: "ViewNames") -> Table:
    """Return items as a table: when, who, what, how well found, where, and what to be wary of."""
    return Table(
        title,
        (
            "date", "meeting", "who", "type", "voice", "kind", "words", "state", "rests on", "item",
            "caution",
        ),
        tuple(
            (
                row.date.isoformat(), row.title, who_words(row, names), type_words(row.type),
                row.voice, row.kind, words(row), row.state.value if row.state else "",
                place_words(row).removeprefix("rests on "), address(row),
                names.caution(row.source),
            )
            for row in items
        ),
    )  # fmt: skip


def _facts(row: "ItemRow", names: "ViewNames", without: tuple[str, ...]) -> Iterator[str]:
    if "date" not in without:
        yield row.date.isoformat()
    if "who" not in without:
        yield who_words(row, names)
    yield type_words(row.type)
    yield row.voice
    yield row.kind
    if row.due and "due" not in without:
        yield f"due {row.due}"
    yield state_words(row)
    yield place_words(row)
    yield address(row)
