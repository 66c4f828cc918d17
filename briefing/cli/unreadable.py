"""Saying that an answer is not the whole one, because a card could not be read."""

from briefing.cli.failures import FINE, WRONG
from briefing.cli.printing import complain
from briefing.library import Library


def complain_of_broken(library: Library) -> int:
    """Report on standard error why cards could not be read, faults of the index files included.

    Returns:
        The exit code: wrong if there is such a card, as the answer lacks what it would have held.
    """
    if not library.broken:
        return FINE
    for problem in library.problems():
        if problem.severity == "error":
            complain(str(problem))
    return WRONG
