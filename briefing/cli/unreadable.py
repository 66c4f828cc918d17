"""Saying that an answer is not the whole one, because a card could not be read."""

from briefing.cli.failures import FINE, WRONG, error_lines
from briefing.cli.printing import complain
from briefing.library import Library


def complain_of_broken(library: Library) -> int:
    """Report every card that could not be read on standard error.

    Returns:
        The exit code: wrong if there is such a card, as the answer lacks what it would have held.
    """
    for error in library.broken.values():
        for line in error_lines(error):
            complain(line)
    return WRONG if library.broken else FINE
