"""What an author is told about each of YAML's traps: the place, the cause and the cure."""

import re
from pathlib import Path

import pytest
import yaml

from briefing.cardformat.parse import read_card, read_speakers, read_topics
from briefing.cardformat.yaml import parsing
from briefing.errors import Problem

ROOT = Path(__file__).parents[2]

CARD = """\
format: 1
title: Talks
meeting: {name: Talks, date: 2021-05-03}
bottom_line: {text: T, evidence: [{source: paper, exact: agreed}]}
sections:
  - title: Outcomes
    items:
      - point: The fee is waived
        kind: fact
        evidence: [{source: paper, exact: no fee}]
      - quote: We will sign
        speaker: facade
        source: paper
        voice: spoken
        note: Ours.
"""

POINT, KIND, EVIDENCE, QUOTE, SPEAKER = 8, 9, 10, 11, 12
"""The lines of the card that are damaged below."""

EVIDENCE_START = "        evidence: [{source: paper, exact: "
QUOTED = "put the value in quotes"
STRAIGHT = "put the value in straight quote marks"

# Line, its new text, column, cause and cure.
# fmt: off
TRAPS: list[tuple[int, str, int, str, str]] = [
    # A comment, where the words go on.
    (QUOTE, "      - quote: We accept annex #4 only if", 32, "begins a comment", "in quotes"),
    (QUOTE, "      - quote: #4 is out", 16, "begins a comment", "in quotes"),
    (POINT, "      - point: Fees fall # says who", 26, "begins a comment", "line of its own"),
    (QUOTE, "      - quote: We accept\n          annex #4 only", 17, "a comment", "in quotes"),
    (QUOTE, "      - quote: We accept\n          #4 only", 11, "begins a comment", "in quotes"),
    (QUOTE, "      - quote: We accept #4\n          only if", 26, "begins a comment", "in quotes"),
    (EVIDENCE, EVIDENCE_START + "annex #4 only}]", 49, "begins a comment", "in quotes"),
    # Characters that mean something at the beginning of a value.
    (QUOTE, "      - quote: >50 boats were lost", 16, "'>' at its beginning", QUOTED),
    (QUOTE, "      - quote: |x| is positive", 16, "'|' at its beginning", QUOTED),
    (QUOTE, "      - quote: @ministry will post it", 16, "cannot begin with '@'", QUOTED),
    (QUOTE, "      - quote: `so be it`", 16, "cannot begin with '`'", QUOTED),
    (QUOTE, "      - quote: %5 of it", 16, "cannot begin with '%'", QUOTED),
    (QUOTE, "      - quote: * Terms apply", 16, "cannot begin with '*'", QUOTED),
    (QUOTE, "      - quote: *Terms apply", 16, "cannot begin with '*'", QUOTED),
    (QUOTE, "      - quote: *Terms", 16, "'*Terms' is a YAML alias", "in quotes"),
    (QUOTE, "      - quote: & theirs", 16, "cannot begin with '&'", QUOTED),
    (QUOTE, "      - quote: &theirs are ours", 16, "'&theirs' is a YAML anchor", "in quotes"),
    (QUOTE, "      - quote: !important note", 16, "'!important' is a YAML tag", "in quotes"),
    (QUOTE, "      - quote: !a!b note", 16, "cannot begin with '!'", QUOTED),
    (QUOTE, "      - quote: ? what", 16, "cannot begin with '?'", QUOTED),
    (QUOTE, "      - quote: - and we mean it -", 16, "'- ' is not expected", QUOTED),
    (QUOTE, "      - quote: -", 16, "'- ' is not expected", QUOTED),
    (QUOTE, "      - quote: , she said", 16, "cannot begin with ','", QUOTED),
    (QUOTE, "      - quote: ] he said", 16, "cannot begin with ']'", QUOTED),
    (QUOTE, "      - quote: [The President] will sign", 32, "after the closing ']'", "in quotes"),
    (QUOTE, "      - quote: {sic} he said", 22, "after the closing '}'", "in quotes"),
    (QUOTE, "      - quote: [sic]", 16, "expected text, found a list", "put it in quotes"),
    (EVIDENCE, EVIDENCE_START + "@fee}]", 43, "cannot begin with '@'", QUOTED),
    (EVIDENCE, EVIDENCE_START + "*fee is}]", 43, "cannot begin with '*'", QUOTED),
    (EVIDENCE, EVIDENCE_START + "- fee}]", 43, "cannot begin with '-'", QUOTED),
    # Colons.
    (QUOTE, "      - quote: The rule is simple: no deal", 34, "':' is not expected", QUOTED),
    (QUOTE, "      - quote: As follows:", 26, "':' is not expected", QUOTED),
    (QUOTE, "      - quote: “simple: no deal”", 23, "':' is not expected", STRAIGHT),
    (EVIDENCE, EVIDENCE_START + "simple: no deal}]", 49, "':' is not expected", QUOTED),
    (QUOTE, "      - quote no deal, no fish", 9, "found 'quote no deal, no fish'", "put ': '"),
    (QUOTE, "      - quote:no deal", 15, "space is missing after 'quote:'", "'quote: …'"),
    (SPEAKER, "        speaker facade", 9, "found 'speaker facade'", "put ': ' after 'speaker'"),
    (SPEAKER, "        speaker:facade", 17, "space is missing", "write 'speaker: …'"),
    (SPEAKER, "        speaker： facade", 16, "'：' is no colon", "a colon and a space"),
    (SPEAKER, "        'speaker: facade'", 9, "in quotes together", "quote the value alone"),
    (KIND, "        kind fact", 9, "found 'kind fact'", "put ': ' after 'kind'"),
    (EVIDENCE, "        evidence: [{source:paper, exact: x}]", 21, "'source:paper'", "'source: …'"),
    # Quote marks.
    (QUOTE, "      - quote: 'Tis a fair deal", 16, "never closed", "goes in double quotes"),
    (QUOTE, '      - quote: "We will sign', 16, "never closed", "close it"),
    (QUOTE, "      - quote: 'it's no deal'", 19, "the apostrophe ends the value", "double the '"),
    (QUOTE, r"      - quote: 'it\'s no deal'", 20, "the apostrophe ends the value", "double the '"),
    (QUOTE, '      - quote: "No" she said', 21, 'the closing "', 'write each " inside as \\"'),
    (QUOTE, '      - quote: "No", "never"', 20, 'the closing "', "all of the value in quotes"),
    (QUOTE, "      - quote: ''No'' she said", 18, "the closing '", "all of the value in quotes"),
    (QUOTE, '      - quote: "a \\quote"', 19, "unknown escape", "double the backslash"),
    (QUOTE, '      - quote: "a \\xZZ"', 19, "unknown escape", "double the backslash"),
    (EVIDENCE, EVIDENCE_START + "'it's free'}]", 46, "the apostrophe ends", "double the '"),
    # Brackets and commas between them.
    (EVIDENCE, EVIDENCE_START + "no fee, estimated at 5}]", 51, "'estimated at 5'", "a comma ends"),
    (EVIDENCE, EVIDENCE_START + "1,000 boats}]", 45, "no key '000 boats'", "'exact' in quotes"),
    (EVIDENCE, EVIDENCE_START + "no fee]", 49, "expected '}' for the '{'", "close it with '}'"),
    (EVIDENCE, EVIDENCE_START + "no fee}", 19, "the '[' that opens here is never closed", "']'"),
    (EVIDENCE, EVIDENCE_START + "no fee}]]", 51, "the ']' here closes nothing", "remove it"),
    # Indentation.
    (KIND, "\tkind: fact", 1, "a tab cannot indent", "with spaces"),
    (KIND, "      \tkind: fact", 7, "a tab cannot indent", "with spaces"),
    (KIND, "        \xa0kind: fact", 9, "", "U+00A0"),
    (KIND, "         kind: fact", 10, "'kind' is not aligned", "'point' on line 8, in column 9"),
    (KIND, "       kind: fact", 8, "'kind' is not aligned", "'point' on line 8, in column 9"),
    (QUOTE, "      -\tquote: We will sign", 8, "a tab cannot follow '-'", "with a space"),
    (QUOTE, "      -quote: We will sign", 8, "a space is missing after '-'", "write '- …'"),
    (QUOTE, "       - quote: We will sign", 8, "'-' is not aligned", "'-' on line 8, in column 7"),
    (QUOTE, "      - - quote: We will sign", 11, "'quote' is not aligned", "one '- ' too many"),
    (QUOTE, "      - quote: |\n        We", 16, "is not indented", "deeper than the key"),
    (POINT, "      - point: |\n            x\n          y", 11, "less than the block", "alike"),
    # Keys.
    (KIND, "        kind: fact\n        kind: fact", 9, "'kind' is already given", "keep one"),
    (KIND, "        \u200bkind: fact", 9, "no key", "U+200B"),
    (KIND, "        knd: fact", 9, "no key 'knd'", "did you mean 'kind'?"),
    (KIND, "        <<: *base", 9, "no key '<<'", "known keys"),
    (KIND, "---", 1, "a second YAML document", "remove the '---'"),
    (KIND, "...", 1, "ends a YAML document", "remove it"),
    (KIND, "        kind: fact\x07", 19, "U+0007", "remove it"),
]
# fmt: on


def damaged(line: int, text: str) -> str:
    lines = CARD.split("\n")
    lines[line - 1] = text
    return "\n".join(lines)


def where(line: int, text: str) -> int:
    """Return the line of the mistake: the last of several, unless it lies in how they begin."""
    begins = text.endswith(("\n        We", "\n          only if"))
    return line if begins else line + text.count("\n")


def problems_of(text: str) -> tuple[Problem, ...]:
    return read_card(text, "c.yaml", "c").problems


def test_the_card_itself_has_no_mistake() -> None:
    assert problems_of(CARD) == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("line", "text", "column", "cause", "cure"), TRAPS)
def test_a_trap_is_told_with_cause_and_cure(
    newline: str, line: int, text: str, column: int, cause: str, cure: str
) -> None:
    found = problems_of("\ufeff" + damaged(line, text).replace("\n", newline))
    first = found[0]
    assert (first.place.line, first.place.column) == (where(line, text), column), first
    assert cause in first.message
    assert cure in first.hint
    assert len(found) == 1 or "- - quote" in text or "<<" in text, found


@pytest.mark.parametrize(("line", "text", "column", "cause", "cure"), TRAPS)
def test_the_parser_without_libyaml_tells_the_same(
    monkeypatch: pytest.MonkeyPatch, line: int, text: str, column: int, cause: str, cure: str
) -> None:
    expected = problems_of(damaged(line, text))
    monkeypatch.setattr(parsing, "PARSER", yaml.BaseLoader)
    assert problems_of(damaged(line, text)) == expected


def test_all_mistakes_of_syntax_in_a_file_are_told_at_once() -> None:
    lines = CARD.split("\n")
    lines[1] = "title: The rule: no deal"
    lines[POINT - 1] = "      - point The fee is waived"
    lines[EVIDENCE - 1] = EVIDENCE_START + "simple: no}]"
    lines[QUOTE - 1] = "      - quote: 'Tis a fair deal"
    lines[SPEAKER - 1] = "        speaker: [facade"
    lines[13] = "        voice: shouted"
    lines[14] = "         note: Ours."
    found = [(p.place.line, p.code) for p in problems_of("\n".join(lines))]
    assert found == [
        (2, "bad-yaml"),
        (POINT, "bad-yaml"),
        (QUOTE, "bad-yaml"),
        (SPEAKER, "bad-yaml"),
        (14, "bad-value"),
        (15, "bad-yaml"),
    ]


def test_a_mistake_of_an_index_file_costs_its_own_entry() -> None:
    text = "a: {name: A}\nb: {name: 'B}\nc:\n  name: C: D\n  kind: body\nd: {name: D}\n"
    parsed = read_speakers(text, "s.yaml")
    assert parsed.value is not None
    assert {s.id: (s.name, s.kind) for s in parsed.value.values()} == {
        "a": ("A", "person"),
        "b": ("b", "person"),
        "c": ("c", "body"),
        "d": ("D", "person"),
    }
    assert [p.place.line for p in parsed.problems] == [2, 4]
    assert parsed.lost


def value_lines() -> list[int]:
    """Return the lines of the bundled card that hold a key with a value in plain words."""
    plain = re.compile(r" *(?:- )*[\w-]+: +[^\[{>|\s'\"]")
    found: list[int] = []
    folded = -1
    for number, line in enumerate(BUNDLED):
        indent = len(line) - len(line.lstrip())
        if folded >= 0 and (not line.strip() or indent > folded):
            continue  # a line of text, which may look like a key
        folded = indent if line.endswith(">-") else -1
        if plain.match(line):
            found.append(number)
    return found


BUNDLED = (ROOT / "content/meetings/2023-01-11-us-japan-2plus2.yaml").read_text("utf-8").split("\n")
VALUES = ["'{}", '"{}', "ab: {}", "@{}", ">5 {}", "'it's so'"]
VALUES += ["[{}", "{{x: {}", "- {}", '"a" {}', "%{}"]


@pytest.mark.parametrize("value", VALUES)
def test_wherever_a_value_is_damaged_exactly_that_is_told(value: str) -> None:
    for number in value_lines()[::7]:
        key, _, old = BUNDLED[number].partition(": ")
        lines = [*BUNDLED]
        lines[number] = f"{key}: {value.format(old.strip())}"
        assert [p.place.line for p in problems_of("\n".join(lines))] == [number + 1], lines[number]


@pytest.mark.parametrize("damage", [": →  ", ": → :", ": → ："])
def test_wherever_a_colon_is_damaged_exactly_that_is_told(damage: str) -> None:
    for number in value_lines()[::7]:
        lines = [*BUNDLED]
        lines[number] = lines[number].replace(": ", damage.partition("→ ")[2], 1)
        assert [p.place.line for p in problems_of("\n".join(lines))] == [number + 1], lines[number]


def test_ids_dates_and_words_may_carry_a_comment() -> None:
    text = CARD.replace("kind: fact", "kind: fact  # checked").replace(
        "speaker: facade", "speaker: facade # the minister"
    )
    text = text.replace("note: Ours.", 'note: "Ours."  # of May\n        # and this')
    assert problems_of(text) == ()


def test_a_comment_on_a_line_of_its_own_is_no_mistake() -> None:
    text = CARD.replace("        speaker", "        # who said it\n        speaker")
    assert problems_of(text + "# the end\n") == ()


def test_the_time_stays_in_proportion_to_the_size() -> None:
    many = "".join(f"t{number}: {{label: a: b}}\n" for number in range(20_000))
    parsed = read_topics(many, "t.yaml", limit=10)
    assert len(parsed.problems) <= 11
    assert parsed.lost
