"""Where a phrase was first used, where again, and how its words changed."""

from collections.abc import Sequence

from briefing.analysis.phrases.history import MeetingUses, PhraseHistory, PhraseUse, PhraseVariant
from briefing.evidence.word_diff import DiffPart
from briefing.output.analysis.phrases.wording import (
    around,
    bar_words,
    claims_words,
    most_uses,
    notes_of,
    place_words,
    variant_words,
    voice_words,
)
from briefing.output.names import Names
from briefing.output.wording import count
from briefing.tui.content.analysis.items import INDENT, KEPT_TOGETHER, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.line import TextLine, join, shown
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.roles import TextRole

MEETING, VARIANT, USE = "meeting\t", "variant\t", "use\t"
"""What the keys of rows begin with; the number of the row follows."""
_PARTS: dict[str, TextRole] = {"removed": "removed", "added": "added"}


def phrase_page(history: PhraseHistory, names: Names) -> TablePage:
    """Lay out the history of a phrase: a bar a meeting, its variants, and its uses by date.

    Args:
        history: What was found.
        names: Where names and cautions are.
    """
    most = most_uses(history)
    groups = [
        _group("Uses by meeting", [_meeting(n, m, most) for n, m in enumerate(history.meetings)]),
        _group("Close variants", [_variant(n, v) for n, v in enumerate(history.variants)]),
        _group("Uses by date", [_use(n, u, history, names) for n, u in enumerate(history.uses)]),
    ]
    notes = notes_of(history)
    return TablePage(
        (group for group in groups if group.rows),
        foot=notes,
        nothing=notes[0].capitalize() if notes else "These words stand nowhere together.",
    )


def _group(title: str, rows: Sequence[TableRow]) -> TableGroup:
    return TableGroup(plain_head(Run(title, "heading")), tuple(rows), title)


def _meeting(number: int, meeting: MeetingUses, most: int) -> TableRow:
    lead = Run(f"{meeting.date.isoformat() if meeting.date else 'undated':<10}  ", "label")
    title = meeting.title if meeting.card else f"no claim in {meeting.title}"
    bar = Run(bar_words(meeting, most), "verbatim")
    uses = count(meeting.exact + meeting.variants, "use")
    line = join([bar, Run(uses, "quiet"), Run(title, "" if meeting.card else "quiet")], "  ")
    block = Block(line.text, "", line.marks, INDENT, lead, stop=True)
    return TableRow(f"{MEETING}{number}", f"{lead.text}{line.text}", lambda width: (block,))


def _variant(number: int, variant: PhraseVariant) -> TableRow:
    lead = Run(f"{variant.first.isoformat() if variant.first else 'undated':<10}  ", "label")
    said = _differences(variant.differences)
    uses = f"{KEPT_TOGETHER}{count(variant.uses, 'use')}"
    mark = Mark(len(said.text), len(said.text) + len(uses), "quiet")
    block = Block(said.text + uses, "", (*said.marks, mark), INDENT, lead, stop=True)
    return TableRow(f"{VARIANT}{number}", f"{lead.text}{variant.words}", lambda width: (block,))


def _differences(parts: Sequence[DiffPart]) -> TextLine:
    """Return a variant beside the phrase: what left struck through, what came underlined."""
    text, marks = "", list[Mark]()
    for part in parts:
        words = shown(part.text)
        start = len(text) + len(words) - len(words.lstrip())
        role = _PARTS.get(part.kind, "")
        marks += [Mark(start, len(text) + len(words.rstrip()), role)] if role else []
        text += words
    return TextLine(text, tuple(marks))


def _use(number: int, use: PhraseUse, history: PhraseHistory, names: Names) -> TableRow:
    lead = Run(f"{use.date.isoformat() if use.date else 'undated':<10}  ", "label")
    before, words, after = map(shown, around(use))
    lit = Mark(len(before), len(before) + len(words), "hit")
    first = Block(before + words + after, "", (lit,), INDENT, lead)
    late = "" if use.of_meeting or use.date is None else "published then at the earliest"
    caution = "caution" if use.source and names.caution(use.source) else ""
    facts = join(
        [
            Run(variant_words(history, use), "tag"),
            late,
            place_words(use),
            Run(voice_words(use, names), "speaker"),
            claims_words(use),
            Run(caution, "caution"),
        ],
        KEPT_TOGETHER,
    )
    indent = INDENT + len(lead.text)
    under = Block(facts.text, "quiet", facts.marks, indent, space_after=True)
    made = spread([first, under])
    found_by = f"{lead.text}{first.text} {facts.text} {use.series}"
    return TableRow(f"{USE}{number}", found_by, lambda width: made)
