"""The claims that rest on a paragraph, under the meetings they were made of."""

from collections.abc import Sequence

from briefing.library.library import Library
from briefing.model.card import Citation
from briefing.model.core import State
from briefing.output.wording import item_state_words, item_words, type_words
from briefing.tui.content.line import join, shown
from briefing.tui.lineview.blocks import Block, Run
from briefing.tui.lineview.roles import TextRole


def claims_page(
    claims: Sequence[Citation], library: Library
) -> tuple[list[Block], dict[int, Citation]]:
    """Lay claims out, each meeting named once.

    Args:
        claims: The claims; those of one card follow each other.
        library: Names cards and speakers.

    Returns:
        The blocks, and the claims by the index of the block that holds their words.
    """
    blocks: list[Block] = []
    places: dict[int, Citation] = {}
    card = ""
    for claim in claims:
        if claim.card != card:
            card = claim.card
            blocks.append(Block(shown(library.card(card).title), "heading"))
        places[len(blocks)] = claim
        item = claim.item
        role: TextRole = "quote" if item.type == "quote" and item.verified else ""
        blocks.append(Block(shown(item_words(item)), role, lead=Run("• ", "quiet"), stop=True))
        line = join(
            [
                library.speaker_name(item.speaker) if item.speaker else "",
                item.section or type_words(item.type),
                "" if item.state is State.VERBATIM else item_state_words(item),
            ]
        )
        blocks.append(Block(line.text, "quiet", line.marks, indent=2, attached=True))
    return blocks, places
