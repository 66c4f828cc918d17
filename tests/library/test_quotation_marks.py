"""Quotation marks on a card are true: “ ” around what stands in a source, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.library.library import Library
from briefing.model.evidence import Evidence
from briefing.output.page import card_page as printed_page
from briefing.output.plain import card_lines, item_line
from briefing.tui.content.copying import item_citation
from briefing.tui.content.pages.card import card_page

SOURCE = """The parties met on Monday. “We resign,” Abel said, and called it a ‘shadow’ fight.

Abel left early."""
CARD = """format: 1
title: {title}
meeting: {{name: {name}, date: 2024-05-01}}
participants:
  - {{speaker: a, role: {role}}}
bottom_line:
  text: Gist.
  evidence: [{{source: s, exact: The parties met}}]
sections:
  - title: {section}
    items:
      - {item}
"""
PLAIN = {
    "title": "Talks",
    "name": "Talks",
    "role": "Minister",
    "section": "All",
    "item": "{point: They met., evidence: [{source: s, exact: Abel left early}]}",
}


def library(tmp_path: Path, **fields: str) -> Library:
    meetings = tmp_path / "content/meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/s.txt").write_text(SOURCE, encoding="utf-8")
    sources = "s: {file: seeds/s.txt, publisher: P, kind: news story}\n"
    (tmp_path / "content/sources.yaml").write_text(sources, encoding="utf-8")
    (tmp_path / "content/speakers.yaml").write_text("a: {name: Ann Abel}\n", encoding="utf-8")
    card = CARD.format(**{**PLAIN, **fields})
    (meetings / "2024-05-01-m.yaml").write_text(card, encoding="utf-8")
    return Library.open(tmp_path)


MARKED = set("“”‘’«»„「」\u034f")
MARKS = ["“{}”", '"{}"', "‘{}’", "«{}»", "„{}“", "「{}」", "''{}''", "”{}”", "»{}«", "’{}’", "„{}”"]


@pytest.mark.parametrize("marks", MARKS)
def test_an_invented_quotation_in_a_point_is_found_in_any_marks(tmp_path: Path, marks: str) -> None:
    text = f"Abel called it {marks.format('a disgrace')}."
    quote = "'" if '"' in marks else '"'
    item = f"{{point: {quote}{text}{quote}, evidence: [{{source: s, exact: Abel left early}}]}}"
    opened = library(tmp_path, item=item)

    (problem,) = [p for p in check(opened).problems if p.code == "quotation-in-own-words"]
    assert problem.place.line == 12
    assert "'a disgrace'" in problem.message
    drawn = opened.card("2024-05-01-m").items[1]
    assert drawn.unfound == ("a disgrace",)
    assert not MARKED & set(drawn.text)
    assert "not in the paragraphs of its evidence: a disgrace" in item_line(drawn, opened)


@pytest.mark.parametrize("marks", MARKS)
def test_words_of_the_source_stand_between_curly_marks_however_typed(
    tmp_path: Path, marks: str
) -> None:
    text = f"Abel said {marks.format('We resign')} and left."
    quote = "'" if '"' in marks else '"'
    item = f"{{point: {quote}{text}{quote}, evidence: [{{source: s, exact: We resign}}]}}"
    opened = library(tmp_path, item=item)

    codes = [problem.code for problem in check(opened).problems]
    assert "quotation-in-own-words" not in codes
    drawn = opened.card("2024-05-01-m").items[1]
    assert drawn.text == "Abel said “We resign” and left."
    assert drawn.unfound == ()


@pytest.mark.parametrize("mark", ["“", '"', "«", "„"])
def test_a_mark_that_is_never_closed_stays_straight(tmp_path: Path, mark: str) -> None:
    quote = "'" if '"' in mark else '"'
    point = f"{quote}Abel said {mark}We resign{quote}"
    item = f"{{point: {point}, evidence: [{{source: s, exact: We resign}}]}}"
    drawn = library(tmp_path, item=item).card("2024-05-01-m").items[1]
    assert drawn.text == 'Abel said "We resign'
    assert (drawn.quoted, drawn.unfound) == ((), ())


@pytest.mark.parametrize(
    ("field", "text", "line"),
    [
        ("title", "Abel - “we quit”", 2),
        ("name", "'The “we quit” talks'", 3),
        ("role", "'“quiet” minister'", 5),
        ("section", "On “we quit”", 10),
        ("item", "{point: Left., note: She said “we quit” to friends., "
         "evidence: [{source: s, exact: Abel left early}]}", 12),
    ],
)  # fmt: skip
def test_every_field_of_ours_is_checked(tmp_path: Path, field: str, text: str, line: int) -> None:
    opened = library(tmp_path, **{field: text})
    (problem,) = check(opened).problems
    assert (problem.code, problem.place.line) == ("quotation-in-own-words", line)
    card = opened.card("2024-05-01-m")
    shown = (card.title, card.meeting.name, card.participants[0].role, card.sections[0].title)
    assert not any("“" in each for each in (*shown, card.items[1].note))


def test_a_title_may_quote_a_source_of_the_card(tmp_path: Path) -> None:
    opened = library(tmp_path, title="“We resign”", role="'\"shadow\" minister'")
    assert check(opened).problems == ()
    card = opened.card("2024-05-01-m")
    assert card.title == "“We resign”"
    assert card.participants[0].role == "“shadow” minister"


@pytest.mark.parametrize("typed", ['"“We resign”"', "'\"We resign\"'", "«We resign»"])
def test_a_quote_typed_with_its_marks_has_them_once(tmp_path: Path, typed: str) -> None:
    item = f"{{quote: {typed}, speaker: a, source: s, voice: spoken}}"
    opened = library(tmp_path, item=item)
    quote = opened.card("2024-05-01-m").items[1]
    assert quote.verified
    assert "“We resign”" in item_line(quote, opened)
    assert "““" not in item_line(quote, opened)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘We will not sign,’ Abel said, adding that ‘it’s over’.", True),
        ("'We will not sign,' Abel said, adding that 'it's over'.", True),
        ("”We will not sign”, sa Abel.", True),
        ("»We will not sign«, sagte Abel.", True),
        ("「We will not sign」とアベルは述べた。", True),
        ("Abel's aides said that We will not sign was meant.", False),
        ("Abel said 'no'. We will not sign, aides 'said'.", False),
    ],
)
def test_a_story_quotes_in_the_marks_of_its_language(
    tmp_path: Path, text: str, quoted: bool
) -> None:
    item = "{quote: We will not sign, speaker: a, source: s, voice: spoken}"
    opened = library(tmp_path, item=item)
    (tmp_path / "seeds/s.txt").write_text(f"{text}\n\n{SOURCE}", encoding="utf-8")
    codes = [p.code for p in check(Library.open(opened.root)).problems]
    assert ("not-quoted-in-source" not in codes) is quoted


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize(
    "words", ["We never {}", "We called it a {} fight, and we will call it one again"]
)
def test_a_quote_that_was_not_found_shows_none_of_its_marks(
    tmp_path: Path, words: str, marks: str
) -> None:
    typed = words.format(marks.format("shade"))
    quote = "'" if '"' in marks else '"'
    item = f"{{quote: {quote}{typed}{quote}, speaker: a, source: s, voice: spoken}}"
    opened = library(tmp_path, item=item)
    drawn = opened.card("2024-05-01-m").items[1]
    assert not drawn.verified
    assert drawn.text == words.format('"shade"')
    assert not MARKED & set(item_line(drawn, opened).partition(":")[2].partition(" [")[0])
    problems = [each.message for each in check(opened).problems if each.place.line == 12]
    assert problems
    assert not any(MARKED & set(message.partition("paragraph 1 has")[0]) for message in problems)


@pytest.mark.parametrize(
    ("exact", "line"),
    [
        ("“We resign,”", "[evidence: “We resign,”]"),
        ("“We resign,” Abel said", "[evidence: “‘We resign,’ Abel said”]"),
        ("called it a «shadow» fight", "[evidence: “called it a ‘shadow’ fight”]"),
    ],
)
def test_evidence_typed_with_marks_has_one_pair_of_outer_ones(
    tmp_path: Path, exact: str, line: str
) -> None:
    item = f"{{point: They left., evidence: [{{source: s, exact: '{exact}'}}]}}"
    opened = library(tmp_path, item=item)
    assert line in item_line(opened.card("2024-05-01-m").items[1], opened)


def test_names_and_headlines_keep_their_marks_as_straight_ones(tmp_path: Path) -> None:
    opened = library(tmp_path)
    source = "s: {file: seeds/s.txt, publisher: The ‘P’ Post, title: Abel says “we go”}\n"
    (tmp_path / "content/sources.yaml").write_text(source, encoding="utf-8")
    speaker = "a: {name: 'Ann “The Rock” O’Abel'}\n"
    (tmp_path / "content/speakers.yaml").write_text(speaker, encoding="utf-8")
    opened = Library.open(tmp_path)
    assert opened.speaker_name("a") == 'Ann "The Rock" O’Abel'
    assert opened.sources["s"].title == 'Abel says "we go"'
    assert opened.sources["s"].publisher == 'The "P" Post'


def test_what_differs_is_marked_in_a_quote_with_marks_of_its_own(tmp_path: Path) -> None:
    typed = "“and called it a «bitter ‘shadow’ brawl» in the end and left early”"
    opened = library(tmp_path, item=f"{{quote: {typed}, speaker: a, source: s, voice: spoken}}")
    (tmp_path / "seeds/s.txt").write_text(
        "Abel met them and called it a “bitter ‘shadow’ fight” in the end and left early.\n\n"
        "The parties met on Monday.",
        encoding="utf-8",
    )
    opened = Library.open(tmp_path)
    (block,) = [
        b for b in card_page(opened.card("2024-05-01-m"), opened).blocks if "brawl" in b.text
    ]
    assert block.text == "and called it a \"bitter 'shadow' brawl\" in the end and left early"
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["brawl"]


def test_a_copy_names_quoted_words_that_stand_nowhere(tmp_path: Path) -> None:
    item = "{point: Abel said “no” and “no”., evidence: [{source: s, exact: Abel left early}]}"
    opened = library(tmp_path, item=item)
    card = opened.card("2024-05-01-m")
    copied = item_citation(card.items[1], card, opened)
    assert copied.count("not in the paragraphs of its evidence: no.") == 1
    assert not MARKED & set(copied)


EVERYWHERE = """format: 1
title: A “zzz” talk
series: talks
status: superseded
superseded_by: 2024-05-01-m
author: Ida “zzz” Holm
reviewed_by: Leif “zzz” Strand
meeting:
  {name: A “zzz” round, date: 2024-05-01, place: “zzz”, mode: in “zzz”, date_note: Of “zzz”}
participants: [{speaker: a, role: The “zzz”, side: “zzz”}]
quoted: [{speaker: b, role: The “zzz”}]
related: [{card: 2024-05-01-m, why: For “zzz”}]
note: About “zzz”
accept: [{code: long-card, why: By “zzz”}]
bottom_line:
  text: The “zzz” of it.
  note: Of “zzz”
  evidence: [{source: s, exact: The parties met}]
sections:
  - title: The “zzz”
    items:
      - point: It is “zzz”
        note: Of “zzz”
        by: [a]
        topics: [t]
        evidence: [{source: s, exact: Abel left}]
      - quote: We resign
        speaker: a
        source: s
        voice: spoken
        note: Of “zzz”
        accept: [{code: long-card, why: By “zzz”}]
        translation: {text: We “zzz”, language: de, by: Ida “zzz” Holm}
      - {open: What of “zzz”?, evidence: [{source: s, absent: [“zzz”]}]}
omitted: [{source: s, starts: “zzz” is, why: Of “zzz”}]
"""
INDEXES = {
    "sources": "s: {file: seeds/s.txt, publisher: A “zzz”, title: “zzz”, kind: a “zzz” story,"
    " byline: I. “zzz” H., version: “zzz”, rights: “zzz”, caution: Of “zzz”}\n",
    "speakers": "a: {name: A “zzz”, aliases: [“zzz” A], country: “zzz”}\nb: {name: B}\n",
    "topics": "t: {label: The “zzz”, aliases: [“zzz” T], note: Of “zzz”}\n",
}


def strings(value: object) -> Iterator[str]:
    """Yield every text within a value, those of evidence apart, which are the source's words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, Evidence):
        for each in value:
            yield from strings(each)


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", "„{}“"])
def test_no_field_of_any_file_shows_marks_around_what_no_source_has(
    tmp_path: Path, marks: str
) -> None:
    library(tmp_path)
    texts = {f"content/{name}.yaml": text for name, text in INDEXES.items()}
    texts["content/meetings/2024-05-01-n.yaml"] = EVERYWHERE
    for file, text in texts.items():
        (tmp_path / file).write_text(text.replace("“zzz”", marks.format("zzz")), encoding="utf-8")
    opened = Library.open(tmp_path)
    assert opened.problems() == ()
    card = opened.card("2024-05-01-n")
    indexes = (*opened.sources.values(), *opened.speakers.values(), *opened.topics.values())
    omitted = {omission.starts for omission in card.omitted}
    marked = [text for text in strings((card, indexes)) if "zzz" in text and MARKED & set(text)]
    assert set(marked) <= omitted
    shown = [*card_lines(card, opened)]
    shown += ["".join(piece.text for piece in line) for line in printed_page(card, opened, 200)]
    shown += [block.text for block in card_page(card, opened).blocks]
    shown += [item_citation(item, card, opened) for item in card.items]
    wrong = [marks.format("zzz")[:1] + "zzz", "zzz" + marks.format("zzz")[-1:], "“zzz", "zzz”"]
    assert [text for text in shown if any(mark in text for mark in wrong)] == []
    assert sum("zzz" in text for text in shown) > 40
