"""Who is given words in the sources and is not listed: each person once, office apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.language.attribution.offices import titled


class Person(NamedTuple):
    """Someone whom the sources name and `speakers.yaml` does not."""

    name: str
    """The fullest name that the sources have, without office and form of address."""
    role: str
    """The first office that the sources have before it; empty where they have none."""


def people_of(certain: Iterable[str], others: Iterable[str] = ()) -> tuple[Person, ...]:
    """Return the people whom some names mean, in order of their first name.

    `Minister Ada Voss` and `Voss` are one person, unless two are called Voss.

    Args:
        certain: Names that surely are of someone who is given words.
        others: Further names of the sources, by which those of one word may be completed.
    """
    surely = [titled(each) for each in certain]
    known = [*surely, *(titled(each) for each in others)]
    sure = tuple(dict.fromkeys(each.name for each in surely))
    names = tuple(dict.fromkeys(each.name for each in known if " of " not in each.name))
    found: dict[str, str] = {}
    for office, name in surely:
        full = _full(name, sure if " " in name else names)
        found[full] = found.get(full, "") or office
    for office, name in known:
        full = _full(name, names)
        if full in found and not found[full]:
            found[full] = office
    return tuple(Person(name, role) for name, role in found.items())


def _full(name: str, names: Sequence[str]) -> str:
    """Return the only longer name that ends in a name; the name itself where there is none.

    Of names that end in one another the shortest: what is before it may be no part of a name.
    """
    longer = [each for each in names if each.endswith(f" {name}")]
    shortest = [each for each in longer if not any(each.endswith(f" {o}") for o in longer)]
    return shortest[0] if len(shortest) == 1 else name
