"""Who speaks on what in a library of many series: drawn with a fixed seed, so that it is the same.

Topics are as common as words are: a few are spoken of everywhere, most in few places. Each series
has delegates of its own, who change; now and then somebody takes part in another.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

TOPICS = 300
DELEGATES = 8
"""Of each series, of whom five take part in a meeting."""
PRESENT = 5
VOICES = ("spoken", "spoken", "spoken", "spokesperson", "reported")
_RARE = 10
"""The larger, the more evenly topics are spoken of."""


class Line(NamedTuple):
    """What is said of one item of a card."""

    topics: tuple[str, ...]
    speaker: str
    voice: str
    by: tuple[str, ...]
    due: str
    """When it is due, for a commitment; empty for none."""
    promise: bool
    follows: str
    """Card and item that it takes up; empty for none."""


class Cast:
    """Assigns series, people, topics and dates to the cards of a library, one after another.

    Args:
        series: How many series.
    """

    def __init__(self, series: int) -> None:
        self.series = series
        self._random = random.Random(20230111)
        self._weights = [1 / (number + _RARE) for number in range(TOPICS)]
        self._promised: dict[str, str] = {}

    def topics(self) -> Iterator[str]:
        """Yield the ids of all topics."""
        return (f"topic-{number + 1:03}" for number in range(TOPICS))

    def speakers(self) -> Iterator[str]:
        """Yield the ids of all speakers."""
        for number in range(self.series):
            yield from (f"delegate-{number + 1:03}-{each + 1}" for each in range(DELEGATES))

    def series_of(self, number: int) -> str:
        """Return the series of a card by its 0-based number."""
        return f"series-{number % self.series + 1:03}"

    def people(self, number: int) -> list[str]:
        """Return who takes part in the meeting of a card."""
        home = number % self.series + 1
        present = self._random.sample(range(DELEGATES), PRESENT)
        people = [f"delegate-{home:03}-{each + 1}" for each in sorted(present)]
        if self._random.random() < 0.1:
            guest = self._random.randrange(self.series) + 1
            people[-1] = f"delegate-{guest:03}-1"
        return list(dict.fromkeys(people))

    def lines(self, number: int, card: str, year: int, people: list[str]) -> Iterator[Line]:
        """Yield what is said of each item of a card, without end.

        Args:
            number: The 0-based number of the card.
            card: Its id.
            year: Year of its meeting.
            people: Who takes part.
        """
        series, place = self.series_of(number), 0
        while True:
            place += 1
            topics = self._random.choices(range(TOPICS), self._weights, k=1 + place % 2)
            promise = place in (1, 7)
            due = f"{year + self._random.randint(1, 4)}" if place == 1 else ""
            follows = self._promised.pop(series, "") if place == 13 and number % 5 == 0 else ""
            if promise:
                self._promised[series] = f"{card}#item-{place}"
            yield Line(
                tuple(f"topic-{topic + 1:03}" for topic in dict.fromkeys(topics)),
                self._random.choice(people),
                self._random.choice(VOICES),
                tuple(people[:2] if place % 4 == 1 else people[:1]),
                due,
                promise,
                follows,
            )
