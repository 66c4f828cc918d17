"""Commitments by the time they are due, and below each what later meetings say on its topics."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from briefing.analysis.commitments import CommitmentRow, CommitmentView, Offer, by_state
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.names import ViewNames
from briefing.output.analysis.commitments import HEADINGS, NOTE, offer_words, state_words
from briefing.output.analysis.rows import words
from briefing.output.names import SourceNames
from briefing.output.wording import count
from briefing.tui.content.analysis.items import INDENT, item_facts, item_key, item_row, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.line import join, shown
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.roles import TextRole

Offers = Mapping[str, Sequence[Offer]]
"""What is offered for each commitment, by its address."""

_ROLES: Mapping[str, TextRole] = {"overdue": "caution", "due soon": "tag", "later": "label"}


def commitments_page(view: CommitmentView, offers: Offers, sources: SourceNames) -> TablePage:
    """Lay out what was promised or is planned by the time it is due.

    Args:
        view: The commitments, as seen from a day.
        offers: What later meetings say on the topics of each, as far as that was looked for.
        sources: What sources are called.
    """
    groups: list[TableGroup] = []
    for state, rows in by_state(view.rows).items():
        if rows:
            title = Run(f"{HEADINGS[state]} · {count(len(rows), 'item')}", "heading")
            made = (commitment_rows(row, offers, view.names, sources) for row in rows)
            groups.append(TableGroup(plain_head(title), tuple(chain.from_iterable(made))))
    return TablePage(
        groups, foot=(NOTE,), nothing="No card that was read so far has a commitment or a date."
    )


def commitment_rows(
    row: CommitmentRow, offers: Offers, names: ViewNames, sources: SourceNames
) -> Iterator[TableRow]:
    """Yield a commitment, and each later item that may take it up."""
    yield item_row(row.item, names, sources, before=_due(row), without=("due",))
    for offer in offers.get(row.item.address, ()):
        yield offer_row(offer, row.item, names, sources)


def _due(row: CommitmentRow) -> Iterator[Run | str]:
    state = state_words(row)
    if row.when:
        yield Run(state, _ROLES.get(state, "quiet"))
        yield Run(f"due {row.item.due}", "label")
        yield Run(row.when, "quiet")


def offer_key(offer: Offer, item: ItemRow) -> str:
    """Return what an offer is known by below its commitment."""
    return item_key(offer.item, item.address)


def offer_row(offer: Offer, item: ItemRow, names: ViewNames, sources: SourceNames) -> TableRow:
    """Return a later item on the same topic as a row below the commitment."""
    said = join([Run(offer_words(offer), "verbatim" if offer.confirmed else "quiet")])
    facts = item_facts(offer.item, names, sources)
    text = shown(words(offer.item))
    quote = offer.item.type == "quote" and offer.item.verified
    mark = Mark(len(said.text) + 2, len(said.text) + 2 + len(text), "quote" if quote else "")

    def lines(width: int) -> tuple[Block, ...]:
        lead = Run("↳ ", "gutter")
        first = Block(f"{said.text}: {text}", "", (*said.marks, mark), INDENT + 2, lead)
        under = Block(facts.text, "quiet", facts.marks, INDENT + 4, space_after=True)
        return spread([first, under])

    found_by = f"{said.text} {text} {facts.text}"
    return TableRow(offer_key(offer, item), found_by, lines)
