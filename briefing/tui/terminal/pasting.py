"""What is pasted, as one line that a box can show and a search can use."""

from functools import cache
from typing import Final

from briefing.text.cleaning import INVISIBLE, clean_block

LONGEST: Final = 2000
"""Code points of a paste that are taken: a box holds one line, and a longer query finds nothing."""


def clean_paste(text: str) -> str:
    """Clean a paste as what a library holds is cleaned, and make one line of it.

    Args:
        text: What was pasted, whatever is in it.

    Returns:
        Its beginning without characters that nobody sees; those a terminal could obey are replaced.
    """
    return clean_block(text[:LONGEST].translate(_unseen()))


@cache
def _unseen() -> dict[int, None]:
    """Return what is pasted along with a word unseen, and shall not be in it as a sign."""
    return dict.fromkeys(map(ord, INVISIBLE))
