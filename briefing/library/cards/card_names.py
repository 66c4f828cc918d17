"""What is wrong with the name of a card's file."""

from briefing.cardformat.scalars import slug
from briefing.errors import Place, Problem
from briefing.library.locations import MEETINGS
from briefing.text.cleaning import clean


def misnamed_card(name: str) -> Problem:
    """Return what is wrong with a file that looks like a card's but has not a card's name."""
    place = Place(f"{MEETINGS}/{clean(name)}")
    message = f"the name of a card's file ends in '.yaml', so this one{_escaped(name)} is not read"
    stem = name.rpartition(".")[0]
    return Problem("error", "bad-card-name", place, message, f"rename it to '{clean(stem)}.yaml'")


def bad_card_name(card_id: str, file: str) -> Problem:
    """Return what is wrong with a card's file whose name is no id.

    Args:
        card_id: What stands for its id.
        file: Its path inside the library, as the system has it.
    """
    name = _escaped(file.rpartition("/")[2])
    message = (
        f"the name of a card's file{name} is its id: lower-case letters a-z, digits, single hyphens"
    )
    hint = f"rename it to '{slug(card_id)}.yaml'" if slug(card_id) else "rename it"
    return Problem("error", "bad-card-name", Place(clean(file)), message, hint)


def _escaped(name: str) -> str:
    """Return the name of a file for who cannot see all of it: with escapes, if it needs any."""
    return "" if name.isprintable() else f", {name!a},"
