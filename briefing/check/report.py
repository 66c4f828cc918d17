"""Running every rule over a library and gathering what they find."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from briefing.check import (
    card_rules,
    date_rules,
    evidence_rules,
    library_rules,
    point_rules,
    quotation_rules,
)
from briefing.coverage import Coverage, library_coverage
from briefing.errors import MOST_PROBLEMS, Problem, capped
from briefing.library import Library
from briefing.model import Card, State

CardRule = Callable[[Card, Library], Iterator[Problem]]
LibraryRule = Callable[[Library], Iterator[Problem]]

CARD_RULES: tuple[CardRule, ...] = (
    evidence_rules.unverified,
    evidence_rules.in_furniture,
    evidence_rules.cut_negation,
    evidence_rules.risky_ellipsis,
    evidence_rules.inserted_words,
    quotation_rules.not_quoted_in_source,
    card_rules.long_bottom_line,
    card_rules.voice_and_speaker,
    card_rules.repeated_quote,
    quotation_rules.quotation_in_own_words,
    date_rules.commitment_without_date,
    date_rules.due_not_in_evidence,
    point_rules.number_not_in_evidence,
    point_rules.date_not_in_evidence,
    point_rules.name_not_in_evidence,
)
"""What is looked for in each readable card."""

LIBRARY_RULES: tuple[LibraryRule, ...] = (
    library_rules.unmatched_furniture,
    quotation_rules.quotation_in_index,
    library_rules.doubtful_text,
)
"""What is looked for in a library as a whole."""

WHOLE_LIBRARY_RULES: tuple[LibraryRule, ...] = (
    library_rules.uncited_paragraphs,
    library_rules.unused_source,
    library_rules.unused_speaker,
    library_rules.unused_topic,
)
"""What can be said only when every card was read: nobody knows what a broken card cites."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    problems: tuple[Problem, ...]
    """By file, line and column."""
    coverage: tuple[Coverage, ...]
    """One for each readable source, by id."""
    states: Mapping[State, int]
    """How often each state occurs in the evidence of all readable cards; every state is there."""

    @property
    def wrong(self) -> bool:
        """Whether anything is wrong or asks for a second look: notes do not."""
        return any(problem.severity != "note" for problem in self.problems)


def check(library: Library, most: int = MOST_PROBLEMS) -> Report:
    """Look for everything that is wrong with a library or asks for a second look.

    Errors come from reading the files; the rules of the trade add warnings.

    Args:
        library: The library, opened.
        most: How many problems of each file to say.

    Returns:
        The report; it has no problems when there is nothing to say.
    """
    cards = library.cards()
    found = set(library.problems())
    for card_rule in CARD_RULES:
        for card in cards:
            found.update(card_rule(card, library))
    rules = LIBRARY_RULES if library.broken else LIBRARY_RULES + WHOLE_LIBRARY_RULES
    for rule in rules:
        found.update(rule(library))
    problems = _folded(sorted(found, key=_order), library)
    by_file = groupby(problems, lambda problem: problem.place.file)
    told = tuple(p for _, of_file in by_file for p in capped(list(of_file), most))
    return Report(told, library_coverage(library), _states(cards))


def _folded(problems: list[Problem], library: Library) -> list[Problem]:
    """Tell with the first error of an index file what its being broken leaves unchecked."""
    left = dict(library.unchecked)
    for number, problem in enumerate(problems):
        count = left.pop(problem.place.file, 0) if problem.severity == "error" else 0
        if count:
            many = f"{count} references that cannot" if count > 1 else "a reference that cannot"
            message = f"{problem.message}; and {many} be checked until this is mended"
            problems[number] = problem._replace(message=message)
    return problems


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.place
    return (place.file, place.line or 0, place.column or 0, problem.code, problem.message)


def _states(cards: tuple[Card, ...]) -> dict[State, int]:
    states = dict.fromkeys(State, 0)
    for card in cards:
        for item in card.items:
            for evidence in item.evidence:
                states[evidence.state] += 1
    return states
