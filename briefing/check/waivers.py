"""Findings that an author has looked at and accepted, each with a reason."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from briefing.check.explaining import explanations
from briefing.check.extents import Extents
from briefing.check.findings import warning
from briefing.errors import Place, Problem
from briefing.model.card import Card, Waiver
from briefing.text.suggest import did_you_mean


class Accepted(NamedTuple):
    """An accepted finding, with the reason its author gives."""

    problem: Problem
    why: str


def sort_out(
    card: Card, found: Iterable[Problem], root: Path
) -> tuple[list[Problem], list[Accepted]]:
    """Tell the accepted findings of a card from the others.

    Errors are never accepted. A waiver that nothing needs is a finding of its own, so that none
    outlives its cause.

    Args:
        card: The card.
        found: What the rules found in it.
        root: The library's folder.

    Returns:
        The findings that remain, those about waivers among them, and the accepted ones.
    """
    waivers = [(item, waiver) for item in card.items for waiver in item.accept]
    extents = Extents(root, card) if waivers else None
    remaining: list[Problem] = []
    accepted: list[Accepted] = []
    needed: set[Waiver] = set()
    for problem in found:
        fitting = [
            waiver
            for item, waiver in waivers
            if extents and waiver.code == problem.code and extents.holds(item, problem)
        ]
        fitting += [waiver for waiver in card.accept if waiver.code == problem.code]
        if fitting and problem.severity != "error":
            needed.add(fitting[0])
            accepted.append(Accepted(problem, fitting[0].why))
        else:
            remaining.append(problem)
    for waiver in (*(waiver for _, waiver in waivers), *card.accept):
        if waiver not in needed:
            place = waiver.place or Place(card.file)
            remaining.append(warning("unused-waiver", place, *_unneeded(waiver.code)))
    return remaining, accepted


def _unneeded(code: str) -> tuple[str, str]:
    """Say of a code that no finding has, and what to do: it may be none that there is."""
    known = explanations()
    if code not in known:
        hint = did_you_mean(code, known, "'briefing explain' lists all codes")
        return f"'{code}' is accepted here, and no finding is called so", hint
    return f"'{code}' is accepted here, and nothing is found that needs it", "remove it"
