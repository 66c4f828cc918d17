"""From what was typed to the card and item that are meant, or to a good guess at what was meant.

An exact id wins, then one that begins so, then one that holds what was typed, then one that holds
each part of it (`2023-2plus2`); each only if it is the only one. Nothing is corrected: another
digit is another meeting.
"""

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from briefing.errors import UnknownNameError
from briefing.text.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from briefing.model.card import Card, Item


def split_name(typed: str) -> tuple[str, str]:
    """Split `CARD#ITEM`; the item is empty when there is none."""
    card, _, item = typed.partition("#")
    return card, item


def find_card_id(ids: Collection[str], typed: str, commands: Iterable[str] = ()) -> str:
    """Return the id of the card that is meant.

    Args:
        ids: The ids of all cards.
        typed: An id, its beginning, or parts of it.
        commands: Names of commands that could have been meant instead.

    Raises:
        UnknownNameError: No card, or more than one, can be meant.
    """
    if typed in ids:
        return typed
    found = _meant(typed.casefold(), ids)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError(f"'{typed}' can mean {len(found)} cards", hint=_listed(found))
    commands = tuple(commands)
    what = "no command and no card" if commands else "no card"
    raise UnknownNameError(
        f"{what} is called '{typed}'", hint=_guess(typed, (*commands, *ids), bool(commands))
    )


def _meant(wanted: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that begin so, or else hold the words, or else hold every part of them."""
    folded = {name: name.casefold() for name in ids} if wanted else {}
    parts = re.findall(r"\w+", wanted)
    for matches in (
        lambda text: text.startswith(wanted),
        lambda text: wanted in text,
        lambda text: bool(parts) and all(part in text for part in parts),
    ):
        if found := [name for name, text in folded.items() if matches(text)]:
            return found
    return []


def find_item(card: "Card", typed: str) -> "Item":
    """Return the item of a card that is meant.

    Args:
        card: The card.
        typed: An id, its beginning, or the number of the claim as `show` prints it.

    Raises:
        UnknownNameError: No item, or more than one, can be meant.
    """
    exact = card.item(typed)
    if exact is not None:
        return exact
    numbered = {str(number): item for number, item in enumerate(card.items) if number}
    if typed.lstrip("0") in numbered:
        return numbered[typed.lstrip("0")]
    ids = [item.id for item in card.items]
    found = [item for item in card.items if typed and item.id.startswith(typed)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError(
            f"'{typed}' can mean {len(found)} items of {card.id}",
            hint=_listed([item.id for item in found]),
        )
    numbers = f"items are numbered 1 to {len(card.items) - 1}"
    raise UnknownNameError(
        f"{card.id} has no item '{typed}'", hint=did_you_mean(typed, ids, otherwise=numbers)
    )


def _guess(typed: str, names: Iterable[str], any_word: bool) -> str:
    guess = nearest(typed, names)
    if guess is not None:
        return f"did you mean '{guess}'?"
    see = "'briefing list' shows the cards"
    return f"{see}, 'briefing --help' the commands" if any_word else see


def _listed(names: list[str], limit: int = 3) -> str:
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return f"{', '.join(names[:limit])}{more}"
