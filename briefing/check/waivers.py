"""Findings that an author has looked at and accepted, each with a reason."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.check.findings import warning
from briefing.errors import Place, Problem
from briefing.model.card import Card, Waiver


class Accepted(NamedTuple):
    """An accepted finding, with the reason its author gives."""

    problem: Problem
    why: str


class _Scope(NamedTuple):
    """A waiver and the lines of the card's file that it speaks of."""

    waiver: Waiver
    first: int
    last: int | None
    """None for the end of the file."""

    def covers(self, problem: Problem) -> bool:
        line = problem.place.line or 1
        in_lines = self.first <= line and (self.last is None or line <= self.last)
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


def _scopes(card: Card) -> Iterator[_Scope]:
    """Yield the waivers of items, then those of the card as a whole."""
    starts = [item.place.line or 1 for item in card.items if item.place]
    for item in card.items:
        first = (item.place.line if item.place else None) or 1
        for waiver in item.accept:
            yield _Scope(waiver, first, _line_before_next(first, starts))
    for waiver in card.accept:
        yield _Scope(waiver, 1, None)


def _line_before_next(first: int, starts: Sequence[int]) -> int | None:
    following = [line for line in starts if line > first]
    return min(following) - 1 if following else None
