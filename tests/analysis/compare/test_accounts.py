"""Accounts of two rounds as newsrooms write them: which statements are laid beside each other.

The words are ours, after what is publicly known of such rounds; among them stand sentences that any
round has.
"""

from pathlib import Path

import pytest

from briefing.analysis.compare.comparison import Comparison, compare
from tests.analysis.libraries import make_library, opened, quote

Said = tuple[tuple[str, str], ...]
"""Topic and words of each statement."""

WARMER: Said = (
    ("coal", "Parties are called upon to speed up the phasedown of unabated coal power"),
    ("coal", "Ministers reaffirmed their strong commitment to work together on energy"),
    ("finance", "Rich countries are urged to double adaptation finance from 2019 levels by 2025"),
    ("finance", "The goal of mobilizing 100 billion dollars per year has not yet been met"),
    ("damage", "A dialogue was set up to discuss arrangements for loss and damage"),
    ("heat", "They resolved to limit the temperature increase to 1.5 degrees"),
    ("forests", "More than 130 leaders pledged to end deforestation by 2030"),
    ("methane", "Over a hundred countries joined the pledge to cut methane"),
)
WARMEST: Said = (
    ("coal", "Ministers agreed to strengthen cooperation and to work together on energy issues"),
    ("coal", "The decision repeats the call for the phasedown of unabated coal power"),
    ("finance", "Ministers reaffirmed the need for enhanced support and cooperation"),
    ("finance", "A report on doubling adaptation finance was requested"),
    ("finance", "Parties expressed concern that 100 billion dollars per year were not mobilized"),
    ("damage", "A fund for loss and damage will be set up, with a committee for its rules"),
    ("heat", "Emissions have to peak before 2025, several ministers said"),
    ("heat", "The resolve to limit the temperature increase to 1.5 degrees was repeated"),
    ("forests", "The new president promised an end of deforestation in the Amazon"),
)
BEFORE: Said = (
    ("war", "We will give financial, humanitarian and military support for as long as it takes"),
    ("war", "Leaders discussed the important situation in the region"),
    ("seas", "We oppose unilateral attempts to change the status quo by force or coercion"),
    ("seas", "We encourage cooperation on shared global challenges and seek dialogue"),
    ("oil", "A ban of services for seaborne crude oil above an agreed price will be weighed"),
    ("debt", "Creditors were urged to use the common framework, and Zambia was named"),
)
AFTER: Said = (
    ("war", "Leaders discussed the situation and stressed important cooperation in the region"),
    ("war", "Its assets will stay frozen until the damage is paid for"),
    ("war", "Financial, humanitarian and military support will last for as long as it takes"),
    ("seas", "We seek cooperation with the international community on global challenges"),
    ("seas", "Any unilateral attempts to change the status quo by force or coercion are opposed"),
    ("oil", "Price caps on seaborne crude work, and evasion will be countered"),
    ("debt", "Relief for Zambia under the common framework was welcomed"),
)


def compared(root: Path, earlier: Said, later: Said) -> Comparison:
    rounds = {"one": ("2021-11-01-round", earlier), "two": ("2022-11-01-round", later)}
    library = opened(
        make_library(
            root,
            {name: ".\n\n".join(words for _, words in said) for name, (_, said) in rounds.items()},
            {
                card: [quote(words, name, topic) for topic, words in said]
                for name, (card, said) in rounds.items()
            },
            {topic: [topic.title()] for topic, _ in (*earlier, *later)},
        )
    )
    return compare([library.card(card) for card in library.card_ids], library)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (
            WARMER,
            WARMEST,
            {
                "coal": [(1, 2)],
                "finance": [(4, 5), (3, 4)],
                "damage": [(5, 6)],
                "heat": [(6, 8)],
                "forests": [(7, 9)],
                "methane": [],
            },
        ),
        (BEFORE, AFTER, {"war": [(1, 3)], "seas": [(3, 5)], "oil": [(5, 6)], "debt": [(6, 7)]}),
    ],
)
def test_what_belongs_together_is_paired_and_what_any_round_has_is_not(
    tmp_path: Path, earlier: Said, later: Said, expected: dict[str, list[tuple[int, int]]]
) -> None:
    comparison = compared(tmp_path, earlier, later)
    found = {
        topic.topic: [
            (pair.earlier.number, pair.later.number) for step in topic.steps for pair in step.pairs
        ]
        for topic in comparison.topics
    }
    assert found == expected
