"""The only place where library text becomes terminal text.

Everything from a library passes through `shown` on its way into a block or a line, and becomes
plain text with named looks over stretches of it: nothing in it is ever read as markup or obeyed as
a terminal escape. Quotation marks stand only around words that were just found in their source.
"""

from briefing.tui.content.card import CardPage, broken_page, card_page, empty_page
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.content.lighting import evidence_marks, find_words, word_marks, words_at
from briefing.tui.content.line import TextLine, date_words, shown
from briefing.tui.content.outline import MeetingLine, OutlinePage, meeting_lines, outline_page
from briefing.tui.content.source import SourcePage, claim_line, claims, source_page, unreadable_page
from briefing.tui.content.status import (
    StatusPart,
    broken_status,
    card_status,
    fit,
    progress_status,
    source_status,
)

__all__ = [
    "CardPage",
    "MeetingLine",
    "OutlinePage",
    "SourcePage",
    "StatusPart",
    "TextLine",
    "broken_page",
    "broken_status",
    "card_page",
    "card_status",
    "claim_line",
    "claims",
    "date_words",
    "empty_page",
    "evidence_marks",
    "find_words",
    "fit",
    "item_citation",
    "meeting_lines",
    "outline_page",
    "paragraph_citation",
    "progress_status",
    "shown",
    "source_page",
    "source_status",
    "unreadable_page",
    "word_marks",
    "words_at",
]
