"""Findings that an author has looked at and accepted, each with a reason."""

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.check.findings import warning
from briefing.errors import Place, Problem
from briefing.model.card import Card, Item, Waiver


class Accepted(NamedTuple):
    """An accepted finding, with the reason its author gives."""

    problem: Problem
    why: str


class _Scope(NamedTuple):
    """A waiver and the lines of the card's file that it speaks of."""

    waiver: Waiver
    first: int
    last: int

    def covers(self, problem: Problem) -> bool:
        line = problem.place.line or 1
        in_lines = self.first <= line <= self.last
        return problem.code == self.waiver.code and in_lines


def sort_out(card: Card, found: Iterable[Problem]) -> tuple[list[Problem], list[Accepted]]:
    """Tell the accepted findings of a card from the others.

    Errors are never accepted. A waiver that nothing needs is a finding of its own, so that none
    outlives its cause.

    Args:
        card: The card.
        found: What the rules found in it.

    Returns:
        The findings that remain, those about waivers among them, and the accepted ones.
    """
    scopes = list(_scopes(card))
    remaining: list[Problem] = []
    accepted: list[Accepted] = []
    needed: set[Waiver] = set()
    for problem in found:
        fitting = [scope.waiver for scope in scopes if scope.covers(problem)]
        if fitting and problem.severity != "error":
            needed.add(fitting[0])
            accepted.append(Accepted(problem, fitting[0].why))
        else:
            remaining.append(problem)
    for scope in scopes:
        if scope.waiver not in needed:
            place = scope.waiver.place or Place(card.file)
            message = f"'{scope.waiver.code}' is accepted here, and nothing is found that needs it"
            remaining.append(warning("unused-waiver", place, message, "remove it"))
    return remaining, accepted


def lines_of(card: Card, item: Item) -> tuple[int, int]:
    """Return the first and the last line of an item in its card's file, as far as items go on."""
    starts = sorted(each.place.line or 1 for each in card.items if each.place)
    first = (item.place.line if item.place else None) or 1
    following = [line for line in starts if line > first]
    return first, following[0] - 1 if following else sys.maxsize


def _scopes(card: Card) -> Iterator[_Scope]:
    """Yield the waivers of items, then those of the card as a whole."""
    for item in card.items:
        for waiver in item.accept:
            yield _Scope(waiver, *lines_of(card, item))
    for waiver in card.accept:
        yield _Scope(waiver, 1, sys.maxsize)
