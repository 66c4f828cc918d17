"""What a draft of a card holds: what was found, where, and what someone has to decide."""

from dataclasses import dataclass
from typing import NamedTuple

from briefing.drafting.people import Person
from briefing.errors import BriefingError
from briefing.model.card import Speaker, Voice


class DraftError(BriefingError):
    """No draft can be made."""


class Finding(NamedTuple):
    """A value for a key of the card, and the words it was read from."""

    value: str
    source: str
    """Id of the source."""
    why: str
    """Where it comes from, as words: `the day of publication`, `paragraph 2: ‘Lyon, 3 May’`."""


class Meant(NamedTuple):
    """Who may have said some words."""

    name: str
    """As the source has it."""
    words: str
    """What it was read from, such as `said Hayashi`."""
    certain: bool
    speakers: tuple[str, ...]
    """Ids of listed speakers so called; more than one where the name fits several."""


class DraftQuote(NamedTuple):
    """A quotation that was found again by the search for evidence."""

    text: str
    source: str
    paragraph: int
    """1-based."""
    voice: Voice
    meant: Meant | None
    continues: bool
    doubt: str
    """Why it may be nobody's words; empty where it is a quotation."""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that goes into a draft."""

    id: str
    title: Finding
    held: Finding
    place: Finding | None
    sources: tuple[str, ...]
    lead: tuple[str, str]
    """A source and the words its story begins with, which the bottom line can cite for now."""
    quotes: tuple[DraftQuote, ...]
    people: tuple[Person, ...]
    """Who is given words and is not listed, in order."""
    listed: tuple[Speaker, ...]
    """Listed speakers who are given words, in order."""
    left_out: int
    """Quotations that the search for evidence did not find again as one place."""
    beyond: int
    """Quotations past the number that a draft holds."""
