"""What is around a query: what is wrong with it, what could complete it, earlier ones."""

from collections.abc import Sequence

from textual.content import Content

from briefing.search.completion import Completion
from briefing.search.results import QueryNote
from briefing.tui.content.line import shown
from briefing.tui.lineview.blocks import Block


def note_line(note: QueryNote, query: str) -> Content:
    """Say what is wrong at a place of the query, and what was probably meant.

    Args:
        note: What to say.
        query: The query the note is about.
    """
    place = shown(query[note.start : note.end])
    hint = f" ({note.hint})" if note.hint else ""
    return Content.assemble((place, "$caution underline"), f"  {shown(note.message + hint)}")


def offers_line(offers: Completion) -> Content:
    """List what `tab` would put in the place of the word being typed, the first one first."""
    first, *others = map(shown, offers.options)
    rest = "".join(f"  {option}" for option in others)
    if offers.more:
        rest += f"  and {offers.more:,} more"
    return Content.assemble(("tab ", "$text-quiet"), (first, "$accent"), (rest, "$text-quiet"))


def searches_page(searches: Sequence[tuple[str, bool]]) -> list[Block]:
    """Lay out earlier searches; saved ones come first.

    Args:
        searches: Queries, and whether each is saved.
    """
    blocks: list[Block] = []
    for title, wanted in (("Saved searches", True), ("Recent searches", False)):
        chosen = [shown(query) for query, saved in searches if saved is wanted]
        if chosen:
            blocks.append(Block(title, "heading"))
            blocks += [Block(query, indent=1, stop=True) for query in chosen[:-1]]
            blocks.append(Block(chosen[-1], indent=1, stop=True, space_after=True))
    return blocks or [Block("Type to search everything: quotes, points, sources, people.", "quiet")]
