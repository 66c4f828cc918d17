"""Quoted words in our own text are in a source, and quotes are quoted there, in all marks."""

from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.errors import Problem
from briefing.library.library import Library
from briefing.model.core import State
from tests.evidence.helpers import find, words_at

STORY = "The parties met on Monday.\n\nAbel left early. “It’s over,” she said, “for good.”\n"
SOURCES = "s: {file: seeds/s.txt, publisher: P, kind: news story, language: en}\n"
CARD = """\
format: 1
title: T
meeting: {name: M, date: 2024-05-01}
participants:
  - {speaker: a}
bottom_line:
  text: Gist.
  evidence: [{source: s, exact: The parties met}]
sections:
  - title: S
    items:
"""
POINT = """\
      - point: >-
          WORDS
        evidence: [{source: s, exact: Abel left early}]
"""
QUOTE = """\
format: 1
title: T
meeting: {name: M, date: 2024-05-01}
participants:
  - {speaker: a}
bottom_line:
  text: Gist.
  evidence: [{source: s, exact: "EXACT"}]
sections:
  - title: S
    items:
      - quote: "EXACT"
        speaker: a
        source: s
        voice: spoken
"""


def problems(
    root: Path, card: str, *, story: str = STORY, sources: str = SOURCES, topics: str = ""
) -> list[Problem]:
    (root / "content" / "meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    files = {
        "seeds/s.txt": story,
        "content/sources.yaml": sources,
        "content/speakers.yaml": "a: {name: Ann Abel}\n",
        "content/meetings/2024-05-01-m.yaml": card,
    }
    if topics:
        files["content/topics.yaml"] = topics
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    report = check(Library.open(root))
    about_marks = ("quotation-in-own-words", "not-quoted-in-source", "unclosed-quotation")
    assert [each for each in report.problems if each.severity == "error"] == []
    return [each for each in report.problems if each.code in about_marks]


def places(found: list[Problem]) -> list[tuple[int | None, int | None]]:
    return [(each.place.line, each.place.column) for each in found]


STYLES = [
    "“a disgrace”", '"a disgrace"', "‘a disgrace’", "«a disgrace»", "„a disgrace“",
    "「a disgrace」", "''a disgrace''", "”a disgrace”", "'a disgrace'",
    "»a disgrace«", "« a disgrace »", "‹a disgrace›", "„a disgrace”", "‚a disgrace‘",
    "’a disgrace’", "『a disgrace』", "``a disgrace''", "`a disgrace'", "＂a disgrace＂",
    "〝a disgrace〟", "❝a disgrace❞", "“a disgrace“", "《a disgrace》",
    "<<a disgrace>>",
]  # fmt: skip


def test_invented_words_are_found_between_marks_of_any_kind(tmp_path: Path) -> None:
    points = (POINT.replace("WORDS", f"Abel called it {words}.") for words in STYLES)
    found = problems(tmp_path, CARD + "".join(points))
    first = CARD.count("\n") + 2
    assert places(found) == [(first + 3 * number, 26) for number in range(len(STYLES))]
    assert {each.code for each in found} == {"quotation-in-own-words"}
    assert {each.severity for each in found} == {"warning"}
    assert all("'a disgrace' is between quotation marks" in each.message for each in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Abel said “it’s over.", ["it’s over"]),
        ('Abel said "for good.', ["for good"]),
        ("Abel said «for good.", ["for good"]),
        ("Abel called it „a disgrace.", ["a disgrace"]),
        ("Abel said “for good” and “it’s over.", ["it’s over"]),
        ("Abel said it’s over for 6\" pipes and the parties' hats.", []),
    ],
)
def test_a_mark_that_is_never_closed_is_told(tmp_path: Path, words: str, said: list[str]) -> None:
    found = problems(tmp_path, CARD + POINT.replace("WORDS", words))
    assert [each.code for each in found] == ["unclosed-quotation"] * len(said)
    told = zip(said, found, strict=True)
    assert all(f"before '{each}' is never closed" in problem.message for each, problem in told)


@pytest.mark.parametrize(
    "words",
    [
        "Abel said “it’s over”.",
        "Abel said 'it's over'.",
        "Abel said «\xa0It's over\xa0».",
        "Abel said 「it’s over」, “for good.”",
        "Abel said ‘it’s over … for good’.",
        "Abel said ''for good''.",
        "The parties' hats, James’ own, rock 'n' roll of the '90s, l’accès and 6\" pipes.",
        "— We resign, said nobody: a dash in our words quotes nothing.",
    ],
)
def test_words_of_the_source_and_apostrophes_are_in_order(tmp_path: Path, words: str) -> None:
    assert problems(tmp_path, CARD + POINT.replace("WORDS", words)) == []


@pytest.mark.parametrize("words", ["the “deal”", "so-called 'peace'", "„Frieden“", "»freedom«"])
def test_a_single_word_is_quoted_like_any_other(tmp_path: Path, words: str) -> None:
    found = problems(tmp_path, CARD + POINT.replace("WORDS", words))
    assert [each.code for each in found] == ["quotation-in-own-words"]


OURS = """\
format: 1
title: Abel - “we resign”
meeting: {name: 'The “we resign” talks', date: 2024-05-01}
participants:
  - {speaker: a, role: '“shadow” minister'}
bottom_line:
  text: Gist.
  evidence: [{source: s, exact: The parties met}]
sections:
  - title: On “we resign”
    items:
      - point: Left.
        note: She said “we resign” to friends.
        evidence: [{source: s, exact: Abel left early}]
"""


def test_quoted_words_are_found_in_title_name_role_section_and_note(tmp_path: Path) -> None:
    found = problems(tmp_path, OURS)
    assert places(found) == [(2, 15), (3, 22), (5, 25), (10, 15), (13, 24)]
    assert {each.code for each in found} == {"quotation-in-own-words"}
    assert all(each.message.endswith("in none of the sources the card cites") for each in found)


MORE = """\
format: 1
title: T
note: A ‘made up’ note.
meeting:
  name: M
  date: 2024-05-01
  place: 「made up」
  mode: „made up“
  date_note: >-
    It was
    'made
    up' there.
participants:
  - speaker: a
    side: "the \\u201cmade up\\u201d side"
bottom_line:
  text: Gist.
  note: 'It''s "made up".'
  evidence: [{source: s, exact: The parties met}]
sections:
  - title: S
    items:
      - quote: It’s over
        note: »made up«
        speaker: a
        source: s
        voice: spoken
"""


def test_all_other_fields_of_a_card_are_looked_at_too(tmp_path: Path) -> None:
    expected = [(3, 9), (7, 10), (8, 9), (11, 5), (15, 22), (18, 16), (24, 15)]
    assert places(problems(tmp_path, MORE)) == expected


def test_topics_and_cautions_are_looked_at_and_headlines_are_not(tmp_path: Path) -> None:
    sources = SOURCES.replace(
        "language: en",
        "language: en, title: 'Abel: “We resign”', caution: 'Only “it’s over” is not “made up”'",
    )
    topics = "t:\n  label: The “made up”\n  note: No “left early”, but ‘made up’.\n"
    found = problems(tmp_path, CARD + POINT, sources=sources, topics=topics)
    column = sources.index("“made up”") + 1
    assert [(each.place.file, each.place.line, each.place.column) for each in found] == [
        ("content/sources.yaml", 1, column),
        ("content/topics.yaml", 2, 14),
        ("content/topics.yaml", 3, 30),
    ]


def test_a_point_quotes_its_own_sources_and_a_note_any_the_card_cites(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    sources = SOURCES + SOURCES.replace("s: {", "o: {").replace("s.txt", "o.txt")
    card = CARD + POINT.replace("WORDS", "Abel “met on Tuesday”.")
    card += "        note: They “met on Tuesday”.\n"
    card += '      - {point: So., evidence: [{source: o, exact: "met on Tuesday"}]}\n'
    root = tmp_path / "library"
    (root / "more").mkdir(parents=True)
    sources = sources.replace("seeds/o.txt", "more/o.txt")
    (root / "more" / "o.txt").write_text("They met on Tuesday.\n", encoding="utf-8")
    found = problems(root, card, sources=sources)
    assert [each.message for each in found] == [
        "'met on Tuesday' is between quotation marks, but none of the paragraphs the sentence "
        "cites has these words"
    ]


@pytest.mark.parametrize(
    ("language", "story", "exact"),
    [
        ("en", "‘We will not sign,’ Abel said, adding that ‘it’s over’.", "We will not sign"),
        ("en", "'We will not sign,' Abel said.", "We will not sign"),
        ("en", "‘We will not sign,’ Abel said, adding that ‘it’s over’.", "it’s over"),
        ("en", "Abel said 'it's the boys' treaty, not ours'.", "it's the boys' treaty"),
        ("en", "``We will not sign,'' Abel said.", "We will not sign"),
        ("en", "“We will not sign.\n\n“We leave,” Abel said.", "We will not sign"),
        ("en", "‘We will not sign.\n\n‘We leave,’ Abel said.", "We will not sign"),
        ("sv", "Abel sade ”vi skriver inte på”.", "vi skriver inte på"),
        ("sv", "– Vi skriver inte på, säger Abel.", "Vi skriver inte på"),
        ("fi", "»Emme allekirjoita», Abel sanoi.", "Emme allekirjoita"),
        ("de", "»Wir unterschreiben nicht«, sagte Abel.", "Wir unterschreiben nicht"),
        ("de", "„Wir unterschreiben nicht“, sagte Abel.", "Wir unterschreiben nicht"),
        ("fr", "« Nous ne signons pas », dit Abel.", "Nous ne signons pas"),
        ("fr", "— Nous ne signons pas, dit Abel.", "Nous ne signons pas"),
        ("es", "—No firmaremos —dijo Abel—. Nos vamos ya.", "Nos vamos ya"),
        ("pl", "– Nie podpiszemy – powiedział Abel. – To koniec.", "To koniec"),
        ("ru", "— Мы не подпишем, — сказал Абель.", "Мы не подпишем"),
        ("ja", "首相は「署名しない」と述べた。", "署名しない"),
        ("zh", "他说：“我们不签。”", "我们不签"),
    ],
)
def test_what_the_story_quotes_may_be_quoted(
    tmp_path: Path, language: str, story: str, exact: str
) -> None:
    sources = SOURCES.replace("language: en", f"language: {language}")
    card = QUOTE.replace("EXACT", exact)
    assert problems(tmp_path, card, story=story + "\n", sources=sources) == []


@pytest.mark.parametrize(
    ("language", "story", "exact"),
    [
        ("en", "‘No,’ Abel said, adding that it’s over for the boys’ own.", "it’s over"),
        ("en", "'No,' Abel said. They don't sign.", "They don't sign"),
        ("en", "Abel’s party won’t sign the boys’ treaty.", "won’t sign the boys"),
        ("en", "— The parties will not sign, said Abel.", "will not sign"),
        ("sv", "– Nej, säger Abel, som inte skriver på.", "som inte skriver på"),
        ("sv", "Abel skriver ”inte” på avtalet.", "på avtalet"),
        ("de", "»Nein«, sagte Abel, er »werde« nicht unterschreiben.", "nicht unterschreiben"),
        ("es", "—No —dijo Abel, que se va—. Nos vamos.", "que se va"),
        ("pl", "– Nie – powiedział Abel, który wyszedł.", "który wyszedł"),
        ("ja", "首相は「署名」しないと述べた。", "しないと述べた"),
    ],
)
def test_a_paraphrase_is_no_quotation_of_the_story(
    tmp_path: Path, language: str, story: str, exact: str
) -> None:
    sources = SOURCES.replace("language: en", f"language: {language}")
    found = problems(tmp_path, QUOTE.replace("EXACT", exact), story=story + "\n", sources=sources)
    assert [each.code for each in found] == ["not-quoted-in-source"]
    assert found[0].place.line == 12


@pytest.mark.parametrize(
    ("story", "exact", "state", "words"),
    [
        ("They said: we agree to it.", "“we agree”", State.VERBATIM, "we agree"),
        ("They said: we agree to it.", '"we agree"', State.VERBATIM, "we agree"),
        ("They said: we agree to it.", "'we agree'", State.VERBATIM, "we agree"),
        ("They said: we agree to it.", "« we agree »", State.VERBATIM, "we agree"),
        ("They said: we agree to it.", "「we agree」", State.VERBATIM, "we agree"),
        ("They said: we agree, at last, to it.", "“we agree … to it”", State.VERBATIM, "we agree"),
        ("They said: she agreed to it.", "“[Abel] agreed”", State.INSERTED, "she agreed"),
        ("They said: we’d agree to it.", "“we'd agree”", State.TYPOGRAPHY, "we’d agree"),
        ("They said “we agree” twice.", "“we agree”", State.VERBATIM, "“we agree”"),
    ],
)
def test_a_quote_may_carry_its_own_marks(story: str, exact: str, state: State, words: str) -> None:
    passage = find(story, exact)
    assert passage.state is state
    assert words_at(story, passage)[0] == words


@pytest.mark.parametrize("exact", ["“we” agree", "“they agree”", "“we agree” “to it”", "“we agree"])
def test_marks_around_less_or_other_words_are_not_taken_off(exact: str) -> None:
    assert not find("They said: we agree to it.", exact).state.verified
