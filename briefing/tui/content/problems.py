"""What is wrong with files that were edited while they were read."""

from collections.abc import Sequence

from briefing.errors import Problem
from briefing.tui.content.line import join, shown
from briefing.tui.lineview.blocks import Block, Run


def problems_page(problems: Sequence[Problem]) -> tuple[list[Block], dict[int, Problem]]:
    """Lay problems out, each with its place, its cause and what to do.

    Args:
        problems: The problems; those of one file follow each other.

    Returns:
        The blocks, and the problems by the index of the block that names their place.
    """
    blocks: list[Block] = []
    places: dict[int, Problem] = {}
    for problem in problems:
        places[len(blocks)] = problem
        where = f"{problem.place}: " if problem.place.file else ""
        blocks.append(Block(shown(f"{where}{problem.message}"), stop=True))
        line = join([Run(problem.severity, "error"), problem.hint, problem.code])
        blocks.append(Block(line.text, "quiet", line.marks, 2, attached=True))
    return blocks, places
