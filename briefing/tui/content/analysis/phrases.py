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
from briefing.output.names import Names, SourceNames
from briefing.output.wording import count
from briefing.tui.content.analysis.items import INDENT, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.line import KEPT_TOGETHER, TextLine, join, shown
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.roles import TextRole

_PARTS: dict[str, TextRole] = {"removed": "removed", "added": "added"}


def meeting_key(meeting: MeetingUses) -> str:
    """Return what a meeting is known by; of a source that no card rests on, the source."""
    return f"meeting\t{meeting.card}\t{meeting.title}"


def variant_key(variant: PhraseVariant) -> str:
    """Return what a variant is known by."""
    return f"variant\t{variant.words}"


def use_key(use: PhraseUse) -> str:
    """Return what a use is known by: where it stands."""
    # Two quotations of one item have but their words to tell them apart.
    words = use.text if use.card else ""
    place = (use.source, use.paragraph, use.card, use.item, use.kind, use.span.start, words)
    return "\t".join(("use", *map(str, place)))


def phrase_page(history: PhraseHistory, names: Names, sources: SourceNames) -> TablePage:
    """Lay out the history of a phrase: a bar a meeting, its variants, and its uses by date.

    Args:
        history: What was found.
        names: Where names and cautions are.
        sources: What sources are called.
    """
    most = most_uses(history)
    groups = [
        _group("Uses by meeting", [_meeting(each, most, sources) for each in history.meetings]),
        _group("Close variants", [*map(_variant, history.variants)]),
        _group("Uses by date", [_use(each, history, names, sources) for each in history.uses]),
    ]
    groups = [group for group in groups if group.rows]
    notes = notes_of(history, "the earliest")
    # A single note says why there is nothing.
    nothing = "" if notes else "These words stand nowhere together."
    return TablePage(groups, foot=notes, nothing=nothing)


def _group(title: str, rows: Sequence[TableRow]) -> TableGroup:
    return TableGroup(plain_head(Run(title, "heading")), tuple(rows), title)


def _meeting(meeting: MeetingUses, most: int, sources: SourceNames) -> TableRow:
    lead = Run(f"{meeting.date.isoformat() if meeting.date else 'undated':<10}  ", "label")
    title = meeting.title if meeting.card else f"no claim in {sources(meeting.title)}"
    bar = Run(bar_words(meeting, most), "verbatim")
    uses = count(meeting.exact + meeting.variants, "use")
    line = join([bar, Run(uses, "quiet"), Run(title, "" if meeting.card else "quiet")], "  ")
    block = Block(line.text, "", line.marks, INDENT, lead, stop=True)
    return TableRow(meeting_key(meeting), f"{lead.text}{line.text}", lambda width: (block,))


def _variant(variant: PhraseVariant) -> TableRow:
    lead = Run(f"{variant.first.isoformat() if variant.first else 'undated':<10}  ", "label")
    said = _differences(variant.differences)
    uses = f"{KEPT_TOGETHER}{count(variant.uses, 'use')}"
    mark = Mark(len(said.text), len(said.text) + len(uses), "quiet")
    block = Block(said.text + uses, "", (*said.marks, mark), INDENT, lead, stop=True)
    return TableRow(variant_key(variant), f"{lead.text}{variant.words}", lambda width: (block,))


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


def _use(use: PhraseUse, history: PhraseHistory, names: Names, sources: SourceNames) -> TableRow:
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
            place_words(use, sources),
            Run(voice_words(use, names), "speaker"),
            claims_words(use),
            Run(caution, "caution"),
        ],
        KEPT_TOGETHER,
    )
    indent = INDENT + len(lead.text)
    under = Block(facts.text, "quiet", facts.marks, indent, space_after=True)
    made = spread([first, under])
    found_by = f"{lead.text}{first.text} {facts.text} {use.series} {use.source}"
    return TableRow(use_key(use), found_by, lambda width: made)
