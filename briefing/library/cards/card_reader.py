"""Cards from their files, each by itself: as written, with everything that is wrong with it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.cardformat.scalars import is_id
from briefing.cardformat.yaml.nodes import by_place
from briefing.errors import CardError, Problem, UnknownNameError, capped
from briefing.library.cards.card_names import bad_card_name
from briefing.library.cards.parsed_cards import ParsedCards
from briefing.library.cards.references import References
from briefing.library.locations import MEETINGS
from briefing.model.card import Card
from briefing.text.cleaning import clean
from briefing.text.files import read_text
from briefing.text.suggest import did_you_mean


class CardReader:
    """Reads the cards of a library; no document is looked into for it.

    A card that was only looked at is kept until it is taken.

    Args:
        root: The library's folder.
        files: Names of the cards' files, by id.
        references: What the cards may refer to.
        most: How many problems of each file to say.

    Attributes:
        unchecked: How many references of each card that was read cannot be checked, by the index
            file that is to be fixed.
        parsed: What was parsed of their files.
    """

    def __init__(
        self, root: Path, files: Mapping[str, str], references: References, most: int
    ) -> None:
        self._root = root
        self._files = files
        self._references = references
        self._most = most
        self._kept: dict[str, Card] = {}
        self.unchecked: dict[str, Counter[str]] = {}
        self.parsed = ParsedCards()

    def file(self, card_id: str) -> str:
        """Return the path, inside the library, of a card's file."""
        return f"{MEETINGS}/{self._files[card_id]}"

    def look_at(self, card_id: str) -> Card:
        """Return a card as its file has it now, and keep it for `take`.

        Raises:
            CardError: The card cannot be read; its `problems` say every reason.
            UnknownNameError: There is no such card.
        """
        self._kept[card_id] = card = self._read(card_id)
        return card

    def seen(self, card_id: str) -> Card:
        """Return a card as it was looked at last, or else as its file has it; it is kept.

        Raises:
            CardError: The card cannot be read; its `problems` say every reason.
            UnknownNameError: There is no such card.
        """
        return self._kept.get(card_id) or self.look_at(card_id)

    def take(self, card_id: str, *, keep: bool) -> Card:
        """Return a card as it was looked at, or else as its file has it.

        Args:
            card_id: The card.
            keep: Whether to keep what is parsed of its file.

        Raises:
            CardError: The card cannot be read; its `problems` say every reason.
            UnknownNameError: There is no such card.
        """
        return self._kept.pop(card_id, None) or self._read(card_id, keep=keep)

    def _read(self, card_id: str, *, keep: bool = True) -> Card:
        if card_id not in self._files:
            hint = did_you_mean(card_id, self._files, "'briefing list' shows all cards")
            raise UnknownNameError(f"there is no card '{clean(card_id)}'", hint=hint)
        file = self.file(card_id)
        text = read_text(self._root, file)
        if isinstance(text, Problem):
            raise _card_error((text,))
        parsed = self.parsed.read(text, clean(file), card_id, self._most, keep=keep)
        unknown = self._references.unknown(parsed.references)
        room = max(0, self._most - len(parsed.problems))
        problems = [*parsed.problems, *map(self._references.problem, unknown[:room])]
        self.unchecked[card_id] = self._references.unchecked(parsed.references)
        if not is_id(card_id):
            problems.insert(0, bad_card_name(card_id, file))
        if parsed.value is None or problems:
            more = parsed.more + len(unknown[room:])
            raise _card_error(capped(sorted(problems, key=by_place), self._most, more))
        return parsed.value


def _card_error(problems: Sequence[Problem]) -> CardError:
    first, *others = problems
    more = f", and {len(others)} more" if others else ""
    return CardError(first.message + more, hint=first.hint, place=first.place, problems=problems)
