"""Running every rule over a library and gathering what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.check.extents import Extents
from briefing.check.rules import (
    card_rules,
    draft_rules,
    due_and_date_rules,
    evidence_rules,
    inline_quotation_rules,
    library_rules,
    omission_rules,
    point_rules,
    quotation_rules,
    series_rules,
    taken_up_rules,
)
from briefing.check.waivers import Accepted, sort_out
from briefing.errors import MOST_PROBLEMS, CardError, Problem, capped
from briefing.library.coverage import Coverage, cards_coverage, library_coverage
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.core import State

CardRule = Callable[[Card, Library], Iterator[Problem]]
LibraryRule = Callable[[Library], Iterator[Problem]]

CARD_RULES: tuple[CardRule, ...] = (
    draft_rules.left_to_decide,
    evidence_rules.unverified,
    evidence_rules.in_furniture,
    evidence_rules.cut_negation,
    evidence_rules.risky_ellipsis,
    evidence_rules.inserted_words,
    evidence_rules.across_paragraphs,
    quotation_rules.not_quoted_in_source,
    inline_quotation_rules.inline_not_quoted_in_source,
    inline_quotation_rules.quoted_from_another,
    inline_quotation_rules.repeated_inline,
    card_rules.long_bottom_line,
    card_rules.voice_and_speaker,
    card_rules.repeated_quote,
    card_rules.listed_twice,
    quotation_rules.quotation_in_own_words,
    quotation_rules.unclosed_quotation,
    due_and_date_rules.commitment_without_date,
    due_and_date_rules.due_not_in_evidence,
    due_and_date_rules.due_before_meeting,
    point_rules.number_not_in_evidence,
    point_rules.date_not_in_evidence,
    point_rules.name_not_in_evidence,
    omission_rules.unmatched_omission,
    omission_rules.needless_omission,
    omission_rules.long_card,
    series_rules.wrong_date_in_name,
    series_rules.unknown_time_zone,
    series_rules.replaced_card,
    taken_up_rules.follows_nothing,
)
"""What is looked for in each readable card."""

LIBRARY_RULES: tuple[LibraryRule, ...] = (
    library_rules.unmatched_furniture,
    library_rules.no_publisher,
    library_rules.own_source,
    quotation_rules.quotation_in_index,
    library_rules.doubtful_text,
    series_rules.card_in_subfolder,
)
"""What is looked for in a library as a whole."""

WHOLE_LIBRARY_RULES: tuple[LibraryRule, ...] = (
    library_rules.uncited_paragraphs,
    library_rules.unused_source,
    library_rules.unused_speaker,
    library_rules.unused_topic,
    series_rules.series_of_one,
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
    accepted: tuple[Accepted, ...] = ()
    """Findings that the cards accept, by file, line and column."""

    def fails(self, *, strict: bool) -> bool:
        """Whether something is wrong: an error, or when strict also what asks for a second look."""
        failing = ("error", "warning") if strict else ("error",)
        return any(problem.severity in failing for problem in self.problems)


def check(library: Library, most: int = MOST_PROBLEMS) -> Report:
    """Look for everything that is wrong with a library or asks for a second look.

    Errors come from reading the files; the editorial rules add warnings and notes.

    Args:
        library: The library, opened.
        most: How many problems of each file to say.

    Returns:
        The report; it has no problems when there is nothing to say.
    """
    cards = library.cards()
    found = set(library.problems())
    accepted: list[Accepted] = []
    for card in cards:
        remaining, of_card = sort_out(card, _found_in(card, library), library.root)
        found.update(remaining)
        accepted += of_card
    rules = LIBRARY_RULES if library.broken else LIBRARY_RULES + WHOLE_LIBRARY_RULES
    for rule in rules:
        found.update(rule(library))
    problems = _folded(sorted(found, key=_order), library)
    accepted.sort(key=lambda each: _order(each.problem))
    states = _states(cards)
    return Report(_capped(problems, most), library_coverage(library), states, tuple(accepted))


def check_cards(library: Library, card_ids: Sequence[str], most: int = MOST_PROBLEMS) -> Report:
    """Look for what is wrong with some cards, and leave the others unread.

    Args:
        library: The library, opened.
        card_ids: Ids of the cards.
        most: How many problems of each card to say.

    Returns:
        The report; its coverage is that of these cards alone, of the sources they cite.

    Raises:
        UnknownNameError: There is no such card.
    """
    found: set[Problem] = set()
    accepted: list[Accepted] = []
    cards: list[Card] = []
    for card_id in card_ids:
        try:
            cards.append(library.card(card_id))
        except CardError as error:
            found.update(error.problems)
    for card in cards:
        remaining, of_card = sort_out(card, _found_in(card, library), library.root)
        found.update(remaining)
        accepted += of_card
    problems = sorted(found, key=_order)
    coverage = cards_coverage(cards, library)
    return Report(_capped(problems, most), coverage, _states(cards), tuple(accepted))


def findings_of_item(
    library: Library, card: Card, item: Item
) -> tuple[list[Problem], list[Accepted]]:
    """Look for what is wrong with one item of a card.

    Args:
        library: Where the card is.
        card: The card.
        item: The item.

    Returns:
        What was found where it is written, and what of that the card accepts.
    """
    remaining, accepted = sort_out(card, _found_in(card, library), library.root)
    extents = Extents(library.root, card)
    inside = [problem for problem in remaining if extents.holds(item, problem)]
    return inside, [each for each in accepted if extents.holds(item, each.problem)]


def _found_in(card: Card, library: Library) -> list[Problem]:
    """Return what the rules find in a card, each finding once."""
    return list(dict.fromkeys(p for rule in CARD_RULES for p in rule(card, library)))


def _capped(problems: list[Problem], most: int) -> tuple[Problem, ...]:
    by_file = groupby(problems, lambda problem: problem.place.file)
    return tuple(p for _, of_file in by_file for p in capped(list(of_file), most))


def _folded(problems: list[Problem], library: Library) -> list[Problem]:
    """Tell with the first error of an index file what its being broken leaves unchecked."""
    left = dict(library.unchecked)
    for number, problem in enumerate(problems):
        count = left.pop(problem.place.file, 0) if problem.severity == "error" else 0
        if count:
            many = f"{count} references that cannot" if count > 1 else "a reference that cannot"
            message = f"{problem.message}; and {many} be checked until this is fixed"
            problems[number] = problem._replace(message=message)
    return problems


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.place
    return (place.file, place.line or 0, place.column or 0, problem.code, problem.message)


def _states(cards: Iterable[Card]) -> dict[State, int]:
    states = dict.fromkeys(State, 0)
    for card in cards:
        for item in card.items:
            for evidence in item.evidence:
                states[evidence.state] += 1
    return states
