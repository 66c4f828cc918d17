"""Reading the files of a library, one by itself: values, and every mistake at its place."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cardformat.parse import (
    BOTTOM_LINE,
    derived_id,
    read_card,
    read_sources,
    read_speakers,
    read_topics,
)
from briefing.cardformat.scalars import slug
from briefing.errors import Place
from briefing.model.card import Card

LIBRARY = Path(__file__).parents[1] / "fixtures" / "library"

CARD = """\
format: 1
title: Talks
series: talks
status: reviewed
meeting: {name: Talks, date: 2021-05-03}
participants:
  - {speaker: facade, role: Minister}
bottom_line:
  text: They agreed.
  evidence: [{source: paper, exact: agreed}]
sections:
  - title: Outcomes
    items:
      - point: Readings are exchanged.
        kind: commitment
        due: 2022
        topics: [water]
        evidence: [{source: paper, exact: readings}]
      - quote: We will sign,
        speaker: facade
        source: paper
        voice: spoken
      - quote: by June.
        speaker: facade
        source: paper
        voice: spoken
        continues: true
"""


def read(text: str) -> Card:
    parsed = read_card(text, "c.yaml", "c")
    assert parsed.problems == ()
    assert parsed.value is not None
    return parsed.value


def mistakes(text: str) -> list[tuple[int | None, int | None, str]]:
    parsed = read_card(text, "c.yaml", "c")
    assert (parsed.value is None) == bool(parsed.problems)
    return [(p.place.line, p.place.column, p.code) for p in parsed.problems]


def test_a_card_says_what_its_file_says() -> None:
    card = read(CARD)
    assert (card.id, card.file, card.title, card.series) == ("c", "c.yaml", "Talks", "talks")
    assert card.meeting.date == date(2021, 5, 3)
    assert [item.type for item in card.items] == ["bottom_line", "point", "quote", "quote"]
    _, point, quote, goes_on = card.items
    assert (point.kind, point.due, point.topics) == ("commitment", "2022", ("water",))
    assert (quote.speaker, quote.voice, quote.section) == ("facade", "spoken", "Outcomes")
    assert goes_on.continues
    assert not quote.continues


def test_a_quote_is_its_own_evidence() -> None:
    text = CARD.replace("voice: spoken\n      -", "voice: spoken\n        paragraph: 3\n      -")
    quote = read(text).items[2]
    (evidence,) = quote.evidence
    assert (evidence.source, evidence.exact, evidence.paragraph) == ("paper", "We will sign,", 3)
    assert evidence.place == Place("c.yaml", 19, 16)
    assert quote.place == Place("c.yaml", 19, 9)


def test_what_is_left_out_is_empty() -> None:
    text = CARD.replace("series: talks\nstatus: reviewed\n", "")
    card = read(text)
    assert (card.series, card.status, card.note) == ("", "draft", "")
    assert card.items[2].kind is None


def test_references_say_what_has_to_exist() -> None:
    references = read_card(CARD, "c.yaml", "c").references
    assert {(r.kind, r.id) for r in references} == {
        ("speaker", "facade"),
        ("source", "paper"),
        ("topic", "water"),
    }
    assert references[0].place == Place("c.yaml", 7, 15)


@pytest.mark.parametrize("special", ["unclear", "none"])
def test_a_quote_may_have_no_known_speaker_but_a_participant_has_a_name(special: str) -> None:
    text = CARD.replace("speaker: facade", f"speaker: {special}")
    references = read_card(text, "c.yaml", "c").references
    assert [r.place.line for r in references if r.kind == "speaker"] == [7]


@pytest.mark.parametrize("typed", ["NO", "12:30", "1.10", "2023-01-11", "~", "[sic] [/x]", "null"])
def test_text_stays_what_was_typed(typed: str) -> None:
    value = f"'{typed}'" if typed.startswith("[") else typed
    assert read(CARD.replace("title: Talks", f"title: {value}")).title == typed


@pytest.mark.parametrize("style", [">", "|", ">-", "|+"])
def test_a_block_of_text_becomes_one_line(style: str) -> None:
    block = f"quote: {style}\n          We will\n          sign,\n"
    assert read(CARD.replace("quote: We will sign,\n", block)).items[2].text == "We will sign,"


@pytest.mark.parametrize(
    ("escape", "shown"), [("\\e[2J", "␛[2J"), ("\\u202e", "\ufffd"), ("\\0", "␀"), ("\\t", " ")]
)
def test_text_is_cleaned_where_it_enters(escape: str, shown: str) -> None:
    assert read(CARD.replace("title: Talks", f'title: "a{escape}b"')).title == f"a{shown}b"


@pytest.mark.parametrize(
    ("before", "after", "line", "column", "code", "message", "hint"),
    [
        ("format: 1\n", "", 1, 1, "missing-key", "a card needs 'format'", "add 'format: …'"),
        ("format: 1", "format: one", 1, 9, "bad-value", "expected '1', found 'one'", ""),
        ("format: 1", "format: 2", 1, 9, "other-format", "made for format 2", "newer briefing"),
        ("title: Talks", "title:", 2, 7, "bad-value", "expected text, found nothing", ""),
        ("title: Talks", "title: [sic]", 2, 8, "wrong-shape", "found a list", "in quotes"),
        ("title: Talks", "title: {a: b}", 2, 8, "wrong-shape", "found a mapping", "in quotes"),
        ("title: Talks", "titel: Talks", 2, 1, "unknown-key", "'titel'", "mean 'title'?"),
        ("series: talks", "zzz: 1", 3, 1, "unknown-key", "'zzz'", "known keys: format, title"),
        ("series: talks", "title: B", 3, 1, "duplicate-key", "'title'", "keep one"),
        ("series: talks", "[a]: 1", 3, 1, "wrong-shape", "expected a key, found a list", ""),
        ("series: talks", "series: U.S. Talks", 3, 9, "bad-id", "expected an id", "'us-talks'"),
        (
            "reviewed",
            "reviewd",
            4,
            9,
            "bad-value",
            "'draft', 'reviewed', 'superseded' or 'retracted'",
            "'reviewed'?",
        ),
        ("2021-05-03", "3 May 2021", 5, 30, "bad-date", "expected a date such as", ""),
        ("2021-05-03", "2021-05-03/04", 5, 30, "bad-date", "a date", "into 'end'"),
        ("2021-05-03", "2021-02-30", 5, 30, "bad-date", "found '2021-02-30'", "month"),
        ("2021-05-03", "20210503", 5, 30, "bad-date", "expected a date such as", ""),
        (", date: 2021-05-03", "", 5, 10, "missing-key", "a meeting needs 'date'", "add"),
        ("2021-05-03}", "2021-05-03, mod: x}", 5, 42, "unknown-key", "'mod'", "'mode'?"),
        ("- {speaker: facade, role: Minister}", "facade", 7, 3, "bad-value", "a list", "[one"),
        ("{speaker: facade, role", "{role", 7, 5, "missing-key", "participant needs", "speaker"),
        ("text: They agreed.", "text: ''", 9, 9, "bad-value", "found nothing", ""),
        ("[{source: paper, exact: agreed}]", "[]", 10, 13, "empty-list", "at least one", ""),
        ("source: paper, exact: agreed", "source: paper", 10, 14, "missing-key", "'exact'", ""),
        ("  evidence: [{source: paper, exact: agreed}]\n", "", 9, 3, "missing-key", "needs", ""),
        ("exact: agreed", "exat: agreed", 10, 30, "unknown-key", "'exat'", "mean 'exact'?"),
        ("point: Readings", "piont: Readings", 14, 9, "unknown-key", "'piont'", "'point'?"),
        (
            "point: Readings",
            "claim: Readings",
            14,
            9,
            "missing-key",
            "'point', 'quote' or 'open'",
            "",
        ),
        ("kind: comm", "quote: comm", 15, 9, "two-in-one", "never both", "two of it"),
        ("kind: commitment", "kind: promise", 15, 15, "bad-value", "'fact'", ""),
        ("kind: commitment", "kind: comitment", 15, 15, "bad-value", "", "'commitment'?"),
        ("kind: commitment", "voice: spoken", 15, 9, "unknown-key", "a point has no", "known"),
        ("due: 2022", "due: soon", 16, 14, "bad-date", "2025-spring or FY2025", ""),
        ("due: 2022", "due: 2022-13", 16, 14, "bad-date", "expected 2025,", ""),
        ("due: 2022", "due: 2022-02-30", 16, 14, "bad-date", "a date such as", "month"),
        ("topics: [water]", "topics: water", 17, 17, "bad-value", "expected a list", "e [water]"),
        ("topics: [water]", "by: unclear", 17, 13, "bad-value", "found 'unclear'", "e [unclear]"),
        ("topics: [water]", "by: facade, b", 17, 13, "bad-value", "a list", "[facade, b]"),
        ("topics: [water]", "topics: Water!", 17, 17, "bad-value", "expected a list", "[one"),
        ("[water]", "[water, water]", 17, 25, "duplicate-entry", "already", "remove"),
        ("[water]", "[water, '']", 17, 25, "bad-value", "the id of a topic", ""),
        ("kind: commitment", "id: bottom-line", 15, 13, "duplicate-id", "the bottom line", ""),
        ("kind: commitment", "paragraph: 0", 15, 9, "unknown-key", "'paragraph'", ""),
        ("        voice: spoken\n      -", "      -", 19, 9, "missing-key", "'voice'", ""),
        ("voice: spoken\n      -", "voice: heard\n      -", 22, 16, "bad-value", "'joint", ""),
        ("kind: commitment", "note: ", 15, 14, "bad-value", "expected text", ""),
        ("continues: true", "continues: yes", 27, 20, "bad-value", "'true' or 'false'", ""),
    ],
)
def test_a_mistake_is_located_and_says_what_was_expected(
    before: str, after: str, line: int, column: int, code: str, message: str, hint: str
) -> None:
    assert before in CARD
    parsed = read_card(CARD.replace(before, after, 1), "c.yaml", "c")
    (problem,) = parsed.problems
    assert (problem.place, problem.code) == (Place("c.yaml", line, column), code)
    assert message in problem.message
    assert hint in problem.hint
    assert parsed.value is None


@pytest.mark.parametrize("typed", ["0", "-1", "1.0", "two", "٣", "9999999999"])
def test_a_paragraph_hint_is_a_whole_number(typed: str) -> None:
    text = CARD.replace("exact: agreed", f"exact: agreed, paragraph: {typed}")
    (problem,) = read_card(text, "c.yaml", "c").problems
    assert problem.place == Place("c.yaml", 10, 56)
    assert problem.message == f"expected a whole number from 1, found '{typed}'"


def test_three_mistakes_are_three_located_errors() -> None:
    text = CARD.replace("reviewed", "reviewd").replace("2021-05-03", "May 3").replace("kind", "knd")
    assert mistakes(text) == [
        (4, 9, "bad-value"),
        (5, 30, "bad-date"),
        (15, 9, "unknown-key"),
    ]
    problem = read_card(text, "c.yaml", "c").problems[0]
    assert str(problem) == (
        "c.yaml:4:9: expected 'draft', 'reviewed', 'superseded' or 'retracted', found 'reviewd'"
        " (did you mean 'reviewed'?)"
    )


def test_a_newer_format_says_only_that() -> None:
    text = CARD.replace("format: 1", "format: 7").replace("title", "heading")
    assert mistakes(text) == [(1, 9, "other-format")]


def test_messages_are_cleaned() -> None:
    text = CARD.replace("series: talks", '"x\\e]0;t\\a": 1')
    (problem,) = read_card(text, "c.yaml", "c").problems
    assert problem.message == "a card has no key 'x␛]0;t␇'"


def test_messages_are_one_short_line() -> None:
    text = CARD.replace("series: talks", f'? "a\\n{"b" * 5000}"\n: 1')
    (problem,) = read_card(text, "c.yaml", "c").problems
    assert problem.message == f"a card has no key 'a {'b' * 37}…{'b' * 20}'"


@pytest.mark.parametrize("text", ["- a", "just words", "---", "42"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    (problem,) = read_card(text, "c.yaml", "c").problems
    assert problem.place == Place("c.yaml", 1, 1) or text == "---"
    assert "expected a card as a mapping" in problem.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("quote: We will sign,", "quote: We will sign,\n        id: x\n        due: 2022-06"),
        ("due: 2022", "due: FY2027"),
        ("due: 2022", "due: 2022-Q3"),
        ("due: 2022", "due: 2022-02-28"),
    ],
)
def test_other_spellings_that_are_right(before: str, after: str) -> None:
    read(CARD.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "source: paper\n        voice: spoken\n        cont",
            "source: other\n        voice: spoken\n        cont",
        ),
        ("      - quote: by", "  - title: T\n    items:\n      - quote: by"),
        (
            "      - quote: We will sign,\n        speaker: facade\n        source: paper\n",
            "      - point: They will.\n        evidence: [{source: paper, exact: will}]\n",
        ),
    ],
    ids=["other source", "other section", "after a point"],
)
def test_a_quote_continues_a_quote_of_the_same_speaker_and_source(before: str, after: str) -> None:
    assert before in CARD
    text = CARD.replace(before, after, 1).replace("t: will}]\n        voice: spoken", "t: will}]")
    assert [code for _, _, code in mistakes(text)] == ["continues-nothing"]


def test_ids_given_twice_are_a_mistake() -> None:
    text = CARD.replace("continues: true", "id: a").replace("kind: commitment", "id: a")
    (problem,) = read_card(text, "c.yaml", "c").problems
    assert (problem.place.line, problem.code) == (27, "duplicate-id")
    assert "the item on line 14" in problem.message


def test_derived_ids_are_stable_and_unique() -> None:
    text = CARD.replace("by June.", "We will sign,").replace("        continues: true\n", "")
    ids = [item.id for item in read(text).items]
    assert ids[0] == BOTTOM_LINE
    assert ids[2] == derived_id("We will sign,") == "we-will-sign-2909d0"
    assert ids[3] == f"{ids[2]}-2"


@given(st.text(alphabet="ab-'. \u00e9\u0301\u4e2d", min_size=80, max_size=140))
def test_a_derived_id_begins_with_the_first_words_of_the_whole_text(text: str) -> None:
    assert derived_id(text).rsplit("-", 1)[0] == "-".join(slug(text).split("-")[:5]).strip("-")


def test_a_derived_id_gives_way_to_one_given_by_hand() -> None:
    wanted = derived_id("We will sign,")
    card = read(CARD.replace("continues: true", f"continues: true\n        id: {wanted}"))
    assert [item.id for item in card.items[2:]] == [f"{wanted}-2", wanted]


@pytest.mark.parametrize(
    ("text", "start"),
    [("次の会議は秋に開く", ""), ("Élodie Façade’s plan", "elodie-facades-plan-")],
)
def test_derived_ids_are_ids_in_any_script(text: str, start: str) -> None:
    found = derived_id(text)
    assert found.startswith(start)
    assert found.isascii()
    assert len(found) == len(start) + 6


def test_the_fixture_library_reads_without_a_mistake() -> None:
    for file in sorted((LIBRARY / "content" / "meetings").iterdir()):
        assert read_card(file.read_text("utf-8"), file.name, file.stem).problems == ()
    for reader, name in (
        (read_sources, "sources"),
        (read_speakers, "speakers"),
        (read_topics, "topics"),
    ):
        text = (LIBRARY / "content" / f"{name}.yaml").read_text("utf-8")
        parsed = reader(text, name)
        assert parsed.problems == ()
        assert parsed.value


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_gives_problems_and_never_an_exception(text: str) -> None:
    for reader in (read_sources, read_speakers, read_topics):
        reader(text, "f.yaml")
    parsed = read_card(text, "f.yaml", "f")
    assert parsed.value is None
    assert parsed.problems


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_card_gives_problems_and_never_an_exception(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(CARD)))
    end = data.draw(st.integers(start, min(len(CARD), start + 12)))
    damage = data.draw(
        st.sampled_from(["", "[", "}", ": ", "- ", "\n", "'", "x", "? ", "&a ", "*a"])
    )
    parsed = read_card(CARD[:start] + damage + CARD[end:], "c.yaml", "c")
    assert (parsed.value is None) == bool(parsed.problems)
    assert all(problem.place.line is not None for problem in parsed.problems)
