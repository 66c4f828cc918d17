"""YAML text to nodes: places, syntax mistakes, and hostile input."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cardformat.yaml import parsing
from briefing.cardformat.yaml.composing import MAX_DEPTH
from briefing.cardformat.yaml.nodes import Log, Mapping, Scalar, Sequence
from briefing.cardformat.yaml.parsing import parse


def problems_of(text: str) -> list[tuple[int | None, int | None, str, str, str]]:
    log = Log("f.yaml")
    parse(text, log)
    return [(p.place.line, p.place.column, p.code, p.message, p.hint) for p in log.problems]


def test_scalars_stay_what_was_typed() -> None:
    node = parse("[NO, 12:30, 1.10, 0o17, 2023-01-11, ~, null, 1_000, 'x']", Log("f"))
    assert isinstance(node, Sequence)
    assert [child.value for child in node.children if isinstance(child, Scalar)] == [
        *("NO", "12:30", "1.10", "0o17", "2023-01-11", "~", "null", "1_000", "x")
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_places_count_code_points_from_one(start: str, newline: str) -> None:
    node = parse(start + f"a: 1{newline}日本\U0001f600: b", Log("f"))
    assert isinstance(node, Mapping)
    (_, _), (key, value) = node.pairs
    assert (key.line, key.column) == (2, 1)
    assert (value.line, value.column) == (2, 6)


@pytest.mark.parametrize("extra", ["\x85", "\u2028", "\u2029"])
def test_lines_are_the_lines_of_an_editor(extra: str) -> None:
    node = parse(f"a: 'x{extra}y'\nb: z", Log("f"))
    assert isinstance(node, Mapping)
    assert isinstance(node.children[1], Scalar)
    assert node.children[1].value == "x y"
    assert node.children[2].line == 2


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("", 1, 1, "empty", ""),
        ("# only a comment\n", 1, 1, "empty", ""),
        ("a: 1\n\tb: 2", 2, 1, "tab", "spaces"),
        ("a: |\n\tx", 2, 1, "tab", "spaces"),
        ("a: @x", 1, 4, "begin with '@'", "quotes"),
        ("a: b: c", 1, 5, "':' is not expected", "quotes"),
        ("a: - b", 1, 4, "'- ' is not expected", "of its own"),
        ("quote: [The President] will sign", 1, 24, "after the closing ']'", "in quotes"),
        ("a: 'it's'", 1, 7, "the apostrophe ends the value", "double the '"),
        ("a: 'x\nb: c\n", 1, 4, "never closed", "close it"),
        ("a: [x\nb: c", 1, 4, "'[' that opens here", "close it with ']'"),
        ("a: {x: y\nb: c", 1, 4, "'{' that opens here", "close it with '}'"),
        ("a: [", 1, 4, "never closed", "close it with ']'"),
        ('a: "\\q"', 1, 5, "unknown escape", "backslash"),
        ("a:\n - x\nb", 3, 1, "'key: value'", "put ':' after 'b'"),
        ("- a\nb: c", 2, 1, "a key among entries", "indentation"),
        ("a:\n  - x\n y: z", 3, 2, "not aligned", "'a' on line 1"),
        ("a: 1\n---\nb: 2", 2, 1, "second YAML document", "remove"),
        ("日: 1\nb: é\x00", 2, 5, "U+0000", "UTF-8"),
        ("a: x\x1b[2J", 1, 5, "U+001B", "remove it"),
        ("a: \ud800", 1, 4, "U+D800", "remove it"),
        ("a: \x9b1m", 1, 4, "U+009B", "remove it"),
        ("a: !!python/object:os.system x", 1, 4, "tag", "remove it"),
        ("%YAML 3.0\n---\na: b", 1, 1, "begin with '%'", "in quotes"),
    ],
)
def test_a_mistake_of_syntax_is_located(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    [(at_line, at_column, _, said, hinted)] = problems_of(text)
    assert (at_line, at_column) == (line, column)
    assert message in said
    assert hint in hinted


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\n\tb: 2", 2, 1, "tab"),
        ("quote: [The President] will sign", 1, 24, "after the closing ']'"),
        ("- a\nb: c", 2, 1, "a key among entries"),
        ("a:\n  - x\n y: z", 3, 2, "not aligned"),
        ("a: [", 1, 4, "never closed"),
        ("a: *b", 1, 4, "alias"),
        ('a: "\\U00110000"', None, None, "an escape names no character"),
        ("[" * 5_000, 1, MAX_DEPTH + 1, "nested"),
    ],
)
def test_the_parser_without_libyaml_gives_the_same(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int | None, column: int | None, message: str
) -> None:
    monkeypatch.setattr(parsing, "PARSER", yaml.BaseLoader)
    [(at_line, at_column, _, said, _)] = problems_of(text)
    assert (at_line, at_column) == (line, column)
    assert message in said


def test_an_empty_text_may_be_right() -> None:
    log = Log("f")
    assert parse("# nothing yet\n", log, may_be_empty=True) is None
    assert log.problems == []


def test_aliases_are_refused_where_they_stand_and_reading_goes_on() -> None:
    text = "a: &x [1]\nb: *x\nc: [*x, *y]"
    assert [problem[:3] for problem in problems_of(text)] == [
        (1, 4, "anchor"),
        (2, 4, "alias"),
        (3, 5, "alias"),
        (3, 9, "alias"),
    ]
    assert parse(text, Log("f")) is not None


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "- ? "])
def test_deep_nesting_is_refused_and_not_followed(opening: str) -> None:
    [(line, _, code, message, _)] = problems_of(opening * 100_000)
    assert (line, code) == (1, "too-deep")
    assert str(MAX_DEPTH) in message


def test_nesting_up_to_the_limit_is_read() -> None:
    assert problems_of("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert problems_of("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) != []


@settings(max_examples=150, deadline=None)
@given(st.text() | st.text(alphabet="ab:-?[]{}'\"\n\t &*!|>#%@,\\\r\x85\ud800é"))
def test_any_text_gives_a_node_or_a_located_problem(text: str) -> None:
    log = Log("f")
    node = parse(text, log)
    assert (node is None) <= bool(log.problems)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in log.problems:
        assert problem.place.line is not None
        assert 1 <= problem.place.line <= len(lines)
        assert problem.place.column is not None
        assert problem.place.column >= 1
        assert problem.message.isprintable()
