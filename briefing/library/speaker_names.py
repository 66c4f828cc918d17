"""Which listed speakers a name in a text may mean."""

import re
from collections.abc import Iterable

from briefing.language.attribution.offices import titled
from briefing.model.card import Speaker
from briefing.text.folding import is_unsegmented

_TITLES = frozenset(
    """
    mr mrs ms dr sir lord lady president minister prime foreign defense defence secretary general
    chancellor senator the of herr frau monsieur madame señor señora sr sra m mme
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Words of titles that stand elsewhere than before a name in capitals."""


def called(name: str, speakers: Iterable[Speaker]) -> tuple[str, ...]:
    """Return the ids of the speakers whom a name fits.

    A name or alias that is the name to the letter wins; then one whose last word is in the
    name and all of whose words in the name are its own, titles aside.

    Args:
        name: As a text has it: `Blinken`, `Defense Minister Nobuo Kishi`, `林氏`.
        speakers: The listed ones.

    Returns:
        The ids, none where nobody fits, several where the name tells no more.
    """
    wanted, bare = _plain(name), _plain(titled(name).name)
    listed = list(speakers)
    exact = [each.id for each in listed if any(_plain(n) == wanted for n in _names(each))]
    if exact:
        return tuple(exact)
    return tuple(
        each.id for each in listed if any(_fits(wanted, bare, _plain(n)) for n in _names(each))
    )


def _names(speaker: Speaker) -> tuple[str, ...]:
    return speaker.name, *speaker.aliases


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _fits(wanted: str, bare: str, name: str) -> bool:
    if name and is_unsegmented(name[0]):
        return len(name) > 1 and name in wanted
    words = [word for word in bare.split() if word not in _TITLES]
    own = name.split()
    if not words or not own:
        return False
    within = set(own) <= set(wanted.split())
    return within or (own[-1] in words and words[-1] in own and set(words) <= set(own))
