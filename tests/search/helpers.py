"""Small indexes and short ways to ask them."""

import datetime
from collections.abc import Iterable

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from briefing.search.results import Hit

COUNTERSTRIKE = "Tokyo is on a path to acquiring counterstrike capabilities."
ALLIANCE = (
    "The two-plus-two talks showed that China\u2019s growing power worries the U.S. alliance."
)
OKINAWA = "Marines on Ōkinawa will get anti-ship missiles by 2025, the ministers said."
TREATY = "An attack in space can invoke the security treaty, the joint statement said."
TEXTS = (COUNTERSTRIKE, ALLIANCE, OKINAWA, TREATY)


def quote(text: str, **fields: object) -> Entry:
    """Return a quote with this text."""
    return Entry(kind="quote", text=text, **fields)  # type: ignore[arg-type]  # fields are checked by the dataclass itself


def engine(*texts: str | Entry) -> SearchEngine:
    """Return an index of quotes, one for each text."""
    return SearchEngine.build(quote(text) if isinstance(text, str) else text for text in texts)


def found(texts: Iterable[str | Entry], query: str) -> list[str]:
    """Return the texts a query finds, best first."""
    return [hit.entry.text for hit in engine(*texts).search(query).hits]


def lit(hit: Hit) -> list[str]:
    """Return the stretches of a hit's text that are lit."""
    return [hit.entry.text[span.start : span.end] for span in hit.spans]


def library() -> list[Entry]:
    """Return a little of everything."""
    day = datetime.date(2023, 1, 11)
    card = "2023-us-japan"
    said = quote(
        "China is the greatest strategic challenge",
        card=card,
        item="a",
        source="kyodo-2023",
        paragraph=1,
        speaker="hayashi",
        topics=("china", "strategy"),
        series="us-japan",
        date=day,
        voice="spoken",
        sides=("Japan",),
        extra="Yoshimasa Hayashi\nForeign Minister Hayashi",
    )
    paragraph = "He said China is the greatest strategic challenge of all, and left."
    point = "The challenge is met by 2027"
    return [
        said,
        said._replace(
            text="a challenge to the treaty",
            item="b",
            paragraph=2,
            speaker="blinken",
            topics=("space-law",),
            voice="joint statement",
            sides=("United States",),
            date=datetime.date(2022, 1, 7),
            card="2022-us-japan",
            extra="Antony Blinken",
        ),
        Entry("paragraph", paragraph, source="kyodo-2023", paragraph=1, date=day),
        Entry("point", point, card=card, item_kind="commitment", series="us-japan", date=day),
        Entry("meeting", "U.S.\u2013Japan two-plus-two, Washington", card=card, date=day),
        Entry("speaker", "Yoshimasa Hayashi", speaker="hayashi", extra="Hayashi-san\nJapan"),
        Entry("speaker", "Antony Blinken", speaker="blinken", extra="Secretary Blinken"),
        Entry("topic", "China policy", topics=("china",), extra="PRC\nBeijing"),
    ]
