"""Commitments in their printed forms: by the time they are due, as seen from a day."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict

from briefing.output.analysis.rows import (
    RowRecord,
    address,
    place_words,
    row_line,
    row_page,
    row_record,
    who_words,
    words,
)
from briefing.output.analysis.table import Table
from briefing.output.lines import PrintedLine, block
from briefing.output.wording import count

if TYPE_CHECKING:
    from briefing.analysis.commitments import CommitmentRow, CommitmentView, Offer
    from briefing.analysis.due import DueState
    from briefing.catalogue.queries.names import ViewNames

    Offers = Mapping[str, Sequence[Offer]]
    """What is offered for each item, by its address."""

NOTE = (
    "Overdue means that the date is past; whether it was kept is for the cards to say."
    " What may take it up is offered by shared topics, and certain only where confirmed."
)
_OFFER_INDENT = 7
HEADINGS: "dict[DueState, str]" = {
    "overdue": "Overdue or past",
    "due soon": "Due soon",
    "later": "Later",
    "undated": "Undated",
}


class OfferRecord(TypedDict):
    """A later item on the same topic."""

    confirmed: bool
    same_series: bool
    topics: list[str]
    words: list[str]
    row: RowRecord


class CommitmentRecord(TypedDict):
    """A commitment, or another item that a time is set for."""

    due_state: str
    when: str | None
    due_first: str | None
    due_last: str | None
    promised: bool
    row: RowRecord
    taken_up_in: list[OfferRecord]


class CommitmentsRecord(TypedDict):
    """The answer of `commitments`."""

    today: str
    soon: int
    total: int
    commitments: list[CommitmentRecord]


def commitments_record(view: "CommitmentView", offers: "Offers") -> CommitmentsRecord:
    """Return what `commitments --json` says."""
    return {
        "today": view.today.isoformat(),
        "soon": view.soon,
        "total": view.total,
        "commitments": [
            commitment_record(row, offers.get(row.item.address, ()), view.names)
            for row in view.rows
        ],
    }


def commitment_record(
    row: "CommitmentRow", offers: "Sequence[Offer]", names: "ViewNames"
) -> CommitmentRecord:
    """Return one commitment with what is offered for it."""
    item = row.item
    return {
        "due_state": row.due_state,
        "when": row.when or None,
        "due_first": item.due_first.isoformat() if item.due_first else None,
        "due_last": item.due_last.isoformat() if item.due_last else None,
        "promised": row.promised,
        "row": row_record(item, names),
        "taken_up_in": [
            {
                "confirmed": offer.confirmed,
                "same_series": offer.same_series,
                "topics": list(offer.topics),
                "words": list(offer.words),
                "row": row_record(offer.item, names),
            }
            for offer in offers
        ],
    }


def commitments_lines(view: "CommitmentView", offers: "Offers") -> Iterator[str]:
    """Yield one commitment a line, and below it a line for each later item that is offered."""
    for row in view.rows:
        yield commitment_line(row, view.names)
        for offer in offers.get(row.item.address, ()):
            yield f"  {offer_words(offer)}: {row_line(offer.item, view.names)}"


def commitment_line(row: "CommitmentRow", names: "ViewNames") -> str:
    """Return one commitment as a plain line: when, who, what, and what it rests on."""
    state = state_words(row)
    due = f"{state}, due {row.item.due} ({row.when})" if row.when else state
    return f"{due}, {row_line(row.item, names, without=('due',))}"


def state_words(row: "CommitmentRow") -> str:
    """Say how the time is to today; what nobody promised is past and not overdue."""
    return "past" if row.due_state == "overdue" and not row.promised else row.due_state


def commitments_page(
    view: "CommitmentView", offers: "Offers", columns: int
) -> Iterator[PrintedLine]:
    """Yield commitments under what they are: overdue, due soon, later, undated."""
    yield from block(f"As seen on {view.today.isoformat()}", "dim", columns)
    state = ""
    for row in view.rows:
        if row.due_state != state:
            state = row.due_state
            some = sum(each.due_state == state for each in view.rows)
            yield ()
            heading = f"{HEADINGS[row.due_state]} · {count(some, 'item')}"
            yield from block(heading, "heading", columns)
        yield ()
        yield from commitment_page(row, offers.get(row.item.address, ()), view.names, columns)
    if len(view.rows) < view.total:
        yield ()
        yield from block(f"{len(view.rows)} of {view.total} shown", "heading", columns)
    yield ()
    yield from block(NOTE, "dim", columns)


def commitment_page(
    row: "CommitmentRow", offers: "Sequence[Offer]", names: "ViewNames", columns: int
) -> Iterator[PrintedLine]:
    """Yield one commitment: when and at which meeting, its words, and what is offered for it."""
    head = f"{state_words(row)} · due {row.item.due}, {row.when}" if row.when else "no date set"
    meeting = f"{row.item.date.isoformat()} {row.item.title}"
    yield from block(f"{head} · {meeting}", "title", columns)
    yield from row_page(row.item, names, columns, without=("due",))
    for offer in offers:
        item = offer.item
        later = f"{offer_words(offer)}: {item.date.isoformat()}, {who_words(item, names)}"
        yield from block(later.rstrip(", "), "good" if offer.confirmed else "dim", columns, 5)
        facts = ", ".join(fact for fact in (place_words(item), address(item)) if fact)
        yield from block(f"{words(item)} ({facts})", "dim", columns, _OFFER_INDENT)


def offer_words(offer: "Offer") -> str:
    """Say what a later item is to a commitment, and who says so."""
    if offer.confirmed:
        return "taken up in, as its author confirms"
    where = "same series" if offer.same_series else "another series"
    return f"offered, same topic, {where}"


def commitments_table(view: "CommitmentView", offers: "Offers") -> Table:
    """Return commitments as a table."""
    return Table(
        f"Commitments, as seen on {view.today.isoformat()}",
        (
            "due", "state", "when", "who", "words", "kind", "meeting", "date", "evidence",
            "rests on", "item", "taken up in (confirmed)", "same topic later (offered)", "caution",
        ),
        tuple(
            (
                row.item.due, state_words(row), row.when, who_words(row.item, view.names),
                words(row.item), row.item.kind, row.item.title, row.item.date.isoformat(),
                row.item.state.value if row.item.state else "",
                place_words(row.item).removeprefix("rests on "), address(row.item),
                *_offered(offers.get(row.item.address, ())), view.names.caution(row.item.source),
            )
            for row in view.rows
        ),
        notes=(NOTE,),
    )  # fmt: skip


def _offered(offers: "Sequence[Offer]") -> tuple[str, str]:
    """Return where a commitment is taken up as confirmed, and where as offered."""
    sure = ", ".join(address(offer.item) for offer in offers if offer.confirmed)
    return sure, ", ".join(address(offer.item) for offer in offers if not offer.confirmed)
