"""A card as the blocks of a line view."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.errors import CardError
from briefing.evidence.remarks import told_of
from briefing.evidence.word_diff import word_diff
from briefing.language.quotation.quotations import unquoted
from briefing.library.cards.brief import dates_ahead
from briefing.library.cards.main_passage import main_piece
from briefing.library.library import Library
from briefing.library.quotation_marks import straight
from briefing.model.card import Card, Item, Omission
from briefing.model.core import State
from briefing.model.evidence import Evidence
from briefing.output.wording import (
    absence_words,
    and_others,
    cautions,
    cited_sources,
    count,
    doubts,
    evidence_words,
    item_state_words,
    locator_words,
    office_words,
    source_name,
    through_words,
    topic_labels,
    translation_words,
)
from briefing.sources.short_names import short_names
from briefing.tui.content.line import join, shown
from briefing.tui.content.pages.card_head import card_head, card_notes, card_people
from briefing.tui.content.pages.page import CardPage
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.roles import TextRole

_INDENT = 2
_BULLETS = {"point": "• ", "open": "? "}


def card_page(
    card: Card, library: Library, *, brief: bool = False, record_key: str = "v"
) -> CardPage:
    """Lay out a card: its whole record, or its three-minute brief.

    Args:
        card: The card, its evidence resolved.
        library: Gives names, topics and cautions.
        brief: Whether to show the bottom line, the key items and the dates ahead alone.
        record_key: The key that shows the record, as a brief names it.
    """
    page = _Page(card, library)
    page.add_item(card.bottom_line, "Bottom line")
    if brief:
        _lay_brief(page, card, record_key)
    page.add_blocks([*card_people(card, library), *card_notes(card)])
    if not brief:
        _lay_record(page, card)
    return page.done()


def _lay_record(page: "_Page", card: Card) -> None:
    for number, section in enumerate(card.sections, 1):
        page.add_section(number, section.title, section.items)
    for title, lines in (
        ("Related", [f"{page.library.title(r.card)}: {r.why}" for r in card.related]),
        ("Left out on purpose", _omissions(card, page.library)),
    ):
        page.add_lines(title, lines)


def _lay_brief(page: "_Page", card: Card, record_key: str) -> None:
    key = [item for item in card.key_items if item.type != "open"]
    questions = [item for item in card.key_items if item.type == "open"]
    ahead = [each.item for each in dates_ahead(card) if not each.item.key]
    for title, items in (("Key items", key), ("Dates ahead", ahead), ("Open", questions)):
        if items:
            page.add_section(None, title, items)
    left = len(card.items) - 1 - len(key) - len(ahead) - len(questions)
    if left:
        page.add_lines("", [f"{count(left, 'more item')} in the record: press {record_key}"])


def has_brief(card: Card) -> bool:
    """Whether a card says what its brief is: without key items it opens on its record."""
    return any(item.key for item in card.items)


def _omissions(card: Card, library: Library) -> list[str]:
    """Say what of its sources a card leaves out; they are named where there are several."""
    sources = dict.fromkeys(each.source for each in card.omitted)
    records = [library.sources[name] for name in sources if name in library.sources]
    names = short_names(records) if len(sources) > 1 else {}
    return [_omission(each, names.get(each.source, "")) for each in card.omitted]


def _omission(omission: Omission, source: str) -> str:
    where = ", ".join(f"¶{number}" for number in omission.paragraphs)
    named = where or straight(omission.starts)
    return f"{f'{source} {named}'.strip()}: {omission.why}"


class _Page:
    """Collects the blocks of a card, and which of them is what."""

    def __init__(self, card: Card, library: Library) -> None:
        self._card, self.library = card, library
        self._blocks = card_head(card, library)
        self._items: dict[int, Item] = {}
        self._places: dict[str, int] = {}
        self._shifts: dict[int, int] = {}
        self._sections: list[tuple[str, int]] = []
        cited = cited_sources(card)
        records = (library.sources[name] for name in cited if name in library.sources)
        self._names = short_names(records) if len(cited) > 1 else {}
        self._source = ""

    def add_section(self, number: int | None, title: str, items: Sequence[Item]) -> None:
        """Add a titled group of items; one with a number can be jumped to."""
        self._blocks.append(_section_heading(number, title, len(items)))
        self._sections.append((shown(title), len(self._blocks)))
        for item in items:
            self.add_item(item)

    def add_item(self, item: Item, heading: str = "") -> None:
        """Add an item, below a heading of its own if it has one."""
        if heading:
            self._blocks.append(Block(heading, "heading"))
        if item.continues and self._blocks[-1].attached | self._blocks[-1].stop:
            self._blocks[-1] = self._blocks[-1]._replace(space_after=False)
        self._items[len(self._blocks)] = item
        self._places.setdefault(item.id, len(self._blocks))
        if item.type == "quote" and item.verified:
            self._shifts[len(self._blocks)] = 1
        self._blocks.extend(item_blocks(item, self._card, self.library, self._new_source(item)))

    def _new_source(self, item: Item) -> str:
        """Return what an item's source is called where the item before has another."""
        source = item.evidence[main_piece(item)].source if item.evidence else self._source
        before, self._source = self._source, source
        return self._names.get(source, "") if source != before else ""

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Add blocks that are no items."""
        self._blocks.extend(blocks)

    def add_lines(self, title: str, lines: Sequence[str]) -> None:
        """Add lines that nothing rests on, below a heading; nothing without lines."""
        if lines and title:
            self._blocks.append(Block(title, "heading"))
        blocks = [Block(shown(line), "quiet", indent=_INDENT) for line in lines]
        self._blocks += [*blocks[:-1], *(each._replace(space_after=True) for each in blocks[-1:])]

    def done(self) -> CardPage:
        """Return the page."""
        sections = tuple(self._sections)
        return CardPage(tuple(self._blocks), self._items, self._places, sections, self._shifts)


def broken_page(card_id: str, error: CardError) -> CardPage:
    """Lay out what is wrong with a card that could not be read.

    Args:
        card_id: The card.
        error: Every reason, each with its place; a file that all of them share is named once.
    """
    files = {problem.place.file for problem in error.problems}
    shared = shown(next(iter(files))) if len(files) == 1 else ""
    blocks = [
        Block(shown(card_id), "title"),
        Block(
            "broken: this card cannot be shown until its file is fixed",
            "error",
            space_after=not shared,
        ),
    ]
    if shared:
        blocks.append(Block(shared, "quiet", space_after=True))
    for problem in error.problems:
        place = str(problem.place)
        if shared:
            place = place.removeprefix(problem.place.file).removeprefix(":")
        where = f"{place}: " if place else ""
        blocks.append(Block(shown(f"{where}{problem.message}"), stop=True))
        line = join([Run(problem.severity, "error"), problem.hint, problem.code])
        blocks.append(Block(line.text, "quiet", line.marks, _INDENT, attached=True))
        blocks[-1] = blocks[-1]._replace(space_after=True)
    if not error.problems:
        blocks.append(Block(shown(str(error)), stop=True))
    return CardPage(tuple(blocks), {}, {}, (), {})


def item_blocks(item: Item, card: Card, library: Library, source: str = "") -> list[Block]:
    """Lay out an item: its words, who and how, and what a reader must know of it.

    Args:
        item: The item.
        card: The card it is on.
        library: Gives names and cautions.
        source: What its source is called, where that has to be said.
    """
    attached = [
        *_facts(item, card, library, source),
        *_translation(item),
        *_told(item),
        *(_note(words) for words in absence_words(item, library)),
        *_doubts(item, library),
        *([_note(f"note: {item.note}")] if item.note else []),
    ]
    words = _words(item)._replace(tail=Run(_paragraphs(item), "gutter"))
    blocks = [words, *attached]
    return [*blocks[:-1], blocks[-1]._replace(space_after=True)]


def _paragraphs(item: Item) -> str:
    """Return the paragraph an item rests on first of all, with a sign for more."""
    piece = item.evidence[main_piece(item)] if item.evidence else None
    if piece is None or piece.passage.paragraph is None:
        return ""
    others = {e.passage.paragraph for e in item.evidence} - {piece.passage.paragraph, None}
    return f"¶{piece.passage.paragraph}{'+' if others else ''}"


def _words(item: Item) -> Block:
    text = shown(item.text)
    if item.type == "quote":
        lead = Run("↳ ", "quiet") if item.continues else Run("  ")
        if item.verified:
            return Block(f"“{text}”", "quote", lead=lead, stop=True)
        marks = _removed(text, item.evidence[0]) if item.evidence else ()
        return Block(text, "doubtful", marks, lead=lead, stop=True)
    quoted = tuple(Mark(w.span.start - 1, w.span.end + 1, "quote") for w in item.quoted)
    bullet = Run(_BULLETS.get(item.type, "  "), "quiet")
    return Block(text, marks=quoted, lead=bullet, stop=True)


def _translation(item: Item) -> Iterator[Block]:
    if item.translation is not None:
        yield _note(translation_words(item.translation))


def _removed(text: str, evidence: Evidence) -> tuple[Mark, ...]:
    """Mark in a quote what the source does not have.

    The quote's own quotation marks are drawn straight, so its words are looked up where the card
    has them, as long as each mark is one sign in both.
    """
    words = unquoted(evidence.exact)
    if len(words) != len(text):
        return _diff_marks(text, evidence, "removed", "removed")
    shift = -evidence.exact.index(words)
    marks = _diff_marks(evidence.exact, evidence, "removed", "removed", shift)
    return tuple(mark for mark in marks if mark.start >= 0 and mark.end <= len(text))


def item_details(item: Item, library: Library) -> list[str]:
    """Return what is said of the item under the cursor alone: page, by whom, kind, topics.

    Its voice too, and the meeting of which it takes something up.

    Whose words a quote is, is shown below it.
    """
    who = and_others(library.speaker_name(item.by[0]), len(item.by) - 1) if item.by else ""
    kind = item.kind if item.kind not in (None, "commitment") else ""
    topics = ", ".join(topic_labels(item, library))
    follows = f"follows {shown(library.title(item.follows.card))}" if item.follows else ""
    details = (_pages(item, library), who, kind, item.voice, follows, topics)
    return [detail for detail in details if detail]


def _pages(item: Item, library: Library) -> str:
    """Return the pages or times of all that an item rests on in the source it rests on most."""
    if not item.evidence:
        return ""
    source = item.evidence[main_piece(item)].source
    passages = [each.passage for each in item.evidence if each.source == source]
    numbers = sorted({number for passage in passages for number, _ in passage.parts})
    return shown(locator_words(library.locators(source, numbers)))


def _facts(item: Item, card: Card, library: Library, source: str) -> Iterator[Block]:
    """Say in one line whose words these are, what is due, and how well they were found.

    What is the normal case is not said: that words are verbatim, that a point is a fact.
    """
    verbatim = item.state is State.VERBATIM
    # Above the bottom line the caution stands in full.
    cautioned = item.type != "bottom_line" and bool(cautions(item, library))
    line = join(
        [
            Run(office_words(item.speaker, card, library), "speaker"),
            through_words(item, library),
            Run("commitment" if item.kind == "commitment" else "", "tag"),
            Run(f"due {item.due}" if item.due else "", "tag"),
            Run("" if verbatim else item_state_words(item), _state_look(item.state)),
            Run("caution" if cautioned else "", "caution"),
            source,
        ]
    )
    if line.text:
        yield Block(line.text, "quiet", line.marks, _INDENT, attached=True)


def _state_look(state: State | None) -> TextRole:
    roles: dict[State, TextRole] = {
        State.VERBATIM: "verbatim",
        State.TYPOGRAPHY: "typography",
        State.INSERTED: "inserted",
        State.DRIFTED: "drifted",
        State.AMBIGUOUS: "ambiguous",
        State.MISSING: "missing",
        State.ABSENT: "absent",
        State.PRESENT: "present",
    }
    return roles[state] if state else ""


def _told(item: Item) -> Iterator[Block]:
    """Say what brackets in a quote stand for, and what its ellipses skip."""
    for told in told_of(item):
        role: TextRole = "caution" if told.risky else "quiet"
        yield Block(shown(told.text), role, indent=_INDENT, attached=True)


def _doubts(item: Item, library: Library) -> Iterator[Block]:
    """Say of each piece of evidence that was not found what is in the source instead."""
    for evidence in item.evidence:
        passage = evidence.passage
        if passage.state is State.DRIFTED:
            opening = "the source reads: "
            marks = _diff_marks(passage.found, evidence, "added", "added", len(opening))
            yield _note(f"{opening}{shown(passage.found)}", marks)
        elif passage.state is State.AMBIGUOUS:
            several = "these words occur in several places, and nothing says which is meant"
            once = "these words are there, but not where their context says"
            yield _note(several if len(passage.candidates) > 1 else once)
        elif passage.state is State.MISSING and evidence.exact:
            words = f": {evidence_words(evidence)}" if item.type != "quote" else ""
            yield _note(f"not found in {source_name(evidence.source, library)}{words}")
    for why in doubts(item):
        yield _note(why)


def _note(text: str, marks: Iterable[Mark] = ()) -> Block:
    return Block(shown(text), "quiet", tuple(marks), _INDENT, attached=True)


def _diff_marks(
    text: str, evidence: Evidence, kind: str, role: TextRole, shift: int = 0
) -> tuple[Mark, ...]:
    """Mark in one of two wordings what the other has not; none unless the evidence drifted."""
    if evidence.passage.state is not State.DRIFTED:
        return ()
    marks, place = [], 0
    for part in word_diff(evidence.exact, evidence.passage.found):
        if part.kind not in ("same", kind):
            continue
        start = text.find(part.text, place)
        if start < 0:
            continue
        place = start + len(part.text)
        if part.kind == kind and (words := part.text.strip()):
            start = text.index(words, start)
            marks.append(Mark(start + shift, start + len(words) + shift, role))
    return tuple(marks)


def _section_heading(number: int | None, title: str, items: int) -> Block:
    """Lay out the title of a section, with its number and how many items it has.

    A group of a brief has neither.
    """
    if number is None:
        return Block(shown(title), "heading")
    line = join([title, Run(count(items, "item"), "quiet")], "  ")
    return Block(line.text, "heading", line.marks, lead=Run(f"{number} ", "quiet"))
