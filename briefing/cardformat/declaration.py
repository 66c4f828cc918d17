"""The format of a library's YAML files, declared once: reading and JSON Schema follow from it.

`docs/card-format.md` says the same to authors.
"""

from typing import Any, Final, Literal, TypeAlias, get_args

from briefing.cardformat.composites import ById, Key, ListOf, OneOf, Record
from briefing.cardformat.date_scalars import Day, Due, Hour, PartialDay
from briefing.cardformat.scalars import (
    Choice,
    Constant,
    Encoding,
    Flag,
    Form,
    Id,
    LinkToItem,
    Matching,
    RefersTo,
    Text,
    Whole,
)
from briefing.model.card import (
    Kind,
    SpeakerKind,
    Status,
    Voice,
)
from briefing.model.core import NOBODY, UNCLEAR

FileKind: TypeAlias = Literal["card", "sources", "speakers", "topics"]

VERSION: Final = "1"
"""The version of the card format that is read."""

_FILE: Final = Matching(
    "a path inside the library, such as seeds/report.txt",
    r"(?!.*(^|/)\.{1,2}(/|$))[^/\\:\x00-\x1f]+(/[^/\\:\x00-\x1f]+)*",
    "folders are parted by '/', and '..' does not lead out",
    free=True,
)
_LANGUAGE: Final = Matching(
    "a language tag such as en or pt-BR", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
)
_DIGEST: Final = Matching("64 hexadecimal digits", "[0-9a-f]{64}", "see 'sha256sum FILE'")
_URL: Final = Matching("a web address that begins with https:// or http://", r"https?://[^\s/]\S*")

_ZONE: Final = Matching(
    "a time zone such as Asia/Tokyo, UTC or +09:00",
    r"UTC|[+-](0[0-9]|1[0-4]):[0-5][0-9]|"
    r"(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)"
    r"(/[A-Za-z0-9_+-]+)+",
)
_CODE: Final = Matching("the code of a finding, such as due-not-in-evidence", "[a-z]+(-[a-z]+)*")

_DAYS: Final = "of several days the first goes here, the last into 'end'"
_NO_DAY: Final = "a month or a year will do; leave it out where neither is known"

_TOPICS: Final = Key("topics", ListOf(RefersTo("topic"), unique=True), "Ids of topics.")
_NOTE: Final = Key("note", Text(), "An editor's remark, in our words.")
_SOURCE: Final = Key("source", RefersTo("source"), "Id of a source in sources.yaml.", required=True)
_SELECTOR: Final = (
    Key("prefix", Text(), "The words before, where the exact words occur in several places."),
    Key("suffix", Text(), "The words after, where the exact words occur in several places."),
    Key("paragraph", Whole(), "The paragraph meant, where the words occur in several."),
)
_PIECE: Final = OneOf(
    "a piece of evidence",
    exact=Record(
        "a piece of evidence",
        _SOURCE,
        Key("exact", Text(), "The shortest words that support it.", required=True),
        *_SELECTOR,
    ),
    absent=Record(
        "evidence of absence",
        _SOURCE,
        Key(
            "absent",
            ListOf(Text(), at_least=1, unique=True),
            "Words that occur nowhere in the source.",
            required=True,
        ),
    ),
)
_EVIDENCE: Final = Key(
    "evidence",
    ListOf(_PIECE, at_least=1),
    "Exact words in sources that support it, or words that are absent from them.",
    required=True,
)
_ACCEPT: Final = Key(
    "accept",
    ListOf(
        Record(
            "an accepted finding",
            Key("code", _CODE, "The code that 'briefing check' gives it.", required=True),
            Key("why", Text(), "Why it is accepted.", required=True),
        )
    ),
    "Findings of 'briefing check' that were reviewed and accepted.",
)
_EVERY_ITEM: Final = (
    Key("id", Id(), "A lasting name within the card; derived from the text when left out."),
    Key("key", Flag(), "Whether it belongs to the three-minute brief; seven at most do."),
    _TOPICS,
    Key("follows", LinkToItem(), "The item of an earlier meeting that it takes up, CARD#ITEM."),
    _NOTE,
    _ACCEPT,
)
_STATEMENT: Final = (
    Key("kind", Choice(*get_args(Kind)), "What sort of statement it is."),
    Key("due", Due(), "When it is to be done, as the source sets it."),
    *_EVERY_ITEM,
)
_POINT: Final = Record(
    "a point",
    Key("point", Text(), "A statement in our words.", required=True),
    Key(
        "by",
        ListOf(RefersTo("speaker", besides=(UNCLEAR,)), at_least=1, unique=True),
        "Ids of the speakers who say, decide or undertake it; [unclear] if the text does not say.",
    ),
    *_STATEMENT,
    _EVIDENCE,
)
_OPEN: Final = Record(
    "an open question",
    Key("open", Text(), "What these sources do not say.", required=True),
    *_EVERY_ITEM,
    _EVIDENCE._replace(required=False),
)
_TRANSLATION: Final = Record(
    "a translation",
    Key("text", Text(), "What the words say in another language.", required=True),
    Key("language", _LANGUAGE, "The language it is in.", required=True),
    Key("by", Text(), "Who translated it."),
)
_QUOTE: Final = Record(
    "a quote",
    Key("quote", Text(), "The source's exact words, their own evidence.", required=True),
    Key(
        "speaker",
        RefersTo("speaker", besides=(UNCLEAR, NOBODY)),
        "Id of a speaker; 'unclear' if the text does not say, 'none' for a term in scare quotes.",
        required=True,
    ),
    _SOURCE,
    Key("voice", Choice(*get_args(Voice)), "How the words reached the source.", required=True),
    Key("continues", Flag(), "Whether it goes on from the quote before, split by its attribution."),
    Key("translation", _TRANSLATION, "Our reading of the words; never shown as a quotation."),
    *_SELECTOR,
    *_STATEMENT,
)
_MEETING: Final = Record(
    "a meeting",
    Key("name", Text(), "What the meeting is called.", required=True),
    Key("date", Day(_DAYS), "The day it was held, where it was held.", required=True),
    Key("date_note", Text(), "What the date alone gets wrong, as '6 January in Washington'."),
    Key("end", Day(), "The last day, of a meeting of several days."),
    Key("time", Hour(), "When it began."),
    Key("timezone", _ZONE, "The time zone of that time."),
    Key("sequence", Whole(), "Its number among the meetings of its series."),
    Key("place", Text(), "Where it was held."),
    Key("mode", Text(), "How it was held, such as 'in person' or 'virtual'."),
)
_PARTICIPANT: Final = Record(
    "a participant",
    Key("speaker", RefersTo("speaker"), "Id of a speaker in speakers.yaml.", required=True),
    Key("role", Text(), "The office held that day."),
    Key("side", Text(), "The country or party represented."),
)
_QUOTED: Final = Record(
    "a person quoted",
    Key("speaker", RefersTo("speaker"), "Id of a speaker in speakers.yaml.", required=True),
    Key("role", Text(), "The office held that day."),
)
_RELATED: Final = Record(
    "a related card",
    Key("card", RefersTo("card"), "Id of the other card.", required=True),
    Key("why", Text(), "What the two have to do with each other.", required=True),
)
_OMITTED: Final = Record(
    "an omitted paragraph",
    _SOURCE,
    Key("starts", Text(), "Its opening words.", required=True),
    Key("why", Text(), "Why it is left out.", required=True),
)
_BOTTOM_LINE: Final = Record(
    "a bottom line",
    Key("text", Text(), "What to know if there is time for four lines.", required=True),
    _TOPICS,
    _NOTE,
    _ACCEPT,
    _EVIDENCE,
)
_SECTION: Final = Record(
    "a section",
    Key("title", Text(), "The heading.", required=True),
    Key(
        "items",
        ListOf(OneOf("an item", point=_POINT, quote=_QUOTE, open=_OPEN), at_least=1),
        "Points (our words), quotes (theirs) and open questions, in reading order.",
        required=True,
    ),
)
CARD: Final = Record(
    "a card",
    Key("format", Constant(VERSION), "The version of this format.", required=True),
    Key("title", Text(), "The title shown in lists.", required=True),
    Key("series", Id(), "What this meeting's repetitions share, such as us-japan-2plus2."),
    Key("status", Choice(*get_args(Status)), "How far the card is; 'draft' when left out."),
    Key("meeting", _MEETING, "What the card is about.", required=True),
    Key("superseded_by", RefersTo("card"), "Id of the card that took its place."),
    Key("author", Text(), "Who wrote the card."),
    Key("reviewed_by", Text(), "Who reviewed it."),
    Key("reviewed", Day(), "The day it was reviewed."),
    Key("participants", ListOf(_PARTICIPANT), "Who took part."),
    Key("quoted", ListOf(_QUOTED), "Who is quoted without taking part."),
    Key("related", ListOf(_RELATED), "Cards to read with this one."),
    Key("bottom_line", _BOTTOM_LINE, "The gist, in four lines at most.", required=True),
    Key("sections", ListOf(_SECTION, at_least=1), "The statements, by subject.", required=True),
    Key("omitted", ListOf(_OMITTED), "Paragraphs of the story left out on purpose."),
    _ACCEPT,
    _NOTE,
)
_ALIASES: Final = Key("aliases", ListOf(Text(), unique=True), "Other words a search finds it by.")
SOURCES: Final = ById(
    Record(
        "a source",
        Key("file", _FILE, "Path of the document inside the library.", required=True),
        Key("publisher", Text(), "Who published it, if that is known."),
        Key("title", Text(), "Its title."),
        Key("kind", Text(), "What sort of document it is, such as 'news story'."),
        Key("byline", Text(), "Who wrote it, as the document says."),
        Key("published", PartialDay(_NO_DAY), "The day, month or year it was published."),
        Key("retrieved", PartialDay(_NO_DAY), "When it was fetched from there."),
        Key("version", Text(), "Which of several editions it is."),
        Key("supersedes", RefersTo("source"), "Id of the source it is a later version of."),
        Key("language", _LANGUAGE, "Its language; 'en' when left out."),
        Key("url", _URL, "Where it was published."),
        Key("rights", Text(), "Who holds the rights, and what they allow."),
        Key("sha256", _DIGEST, "Digest of the file, so that a change is noticed."),
        Key(
            "furniture",
            ListOf(Text(), unique=True),
            "Opening words of blocks that are in the file but not in the story.",
        ),
        Key("encoding", Encoding(), "The file's encoding, where it is neither UTF-8 nor marked."),
        Key("caution", Text(), "What to know before trusting the wording; shown at every quote."),
    )
)
SPEAKERS: Final = ById(
    Record(
        "a speaker",
        Key("name", Text(), "The name shown.", required=True),
        Key("kind", Choice(*get_args(SpeakerKind)), "What can be quoted; 'person' when left out."),
        _ALIASES,
        Key("country", Text(), "The country, for people and bodies that have one."),
    ),
    reserved=(UNCLEAR, NOBODY),
)
TOPICS: Final = ById(
    Record(
        "a topic",
        Key("label", Text(), "The name shown.", required=True),
        _ALIASES,
        _NOTE,
    )
)
_FILES: Final[dict[FileKind, Form[Any]]] = {
    "card": CARD,
    "sources": SOURCES,
    "speakers": SPEAKERS,
    "topics": TOPICS,
}


def json_schema(kind: FileKind) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of a kind of file, for editors and other tools.

    What reads without a mistake is valid by it, unless a number or a flag is in quotes. It
    cannot say that ids exist, which days a month has, and what a quote may continue.
    """
    schema = _FILES[kind].schema()
    if kind != "card":
        # An index that lists nothing yet is a file without a value.
        schema = {**schema, "type": ["object", "null"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Briefing {kind}, format {VERSION}",
        **schema,
    }
