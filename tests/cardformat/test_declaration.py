"""The declaration of the format: its JSON Schema says the same as its reading."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from briefing.cardformat.declaration import FileKind, json_schema
from briefing.cardformat.parse import (
    Parsed,
    read_card,
    read_sources,
    read_speakers,
    read_topics,
)
from briefing.check.report import check
from briefing.library.library import Library

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "tests" / "fixtures" / "library" / "content"
KINDS = get_args(FileKind)
READERS: dict[str, Callable[[str, str], Parsed[Any]]] = {
    "sources": read_sources,
    "speakers": read_speakers,
    "topics": read_topics,
}

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}

CARD = """\
format: 1
title: Talks
meeting: {name: Talks, date: 2021-05-03}
bottom_line: {text: T, evidence: [{source: paper, exact: agreed}]}
sections:
  - title: Outcomes
    items:
      - point: P
        evidence: [{source: paper, exact: readings}]
      - quote: Q
        speaker: facade
        source: paper
        voice: spoken
"""


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do before they apply a schema, with dates as text."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def is_valid(value: Any, schema: dict[str, Any]) -> bool:
    """Apply the keywords of JSON Schema that the format uses, and fail at any other."""
    checks: dict[str, Callable[[Any], bool]] = {
        "type": lambda kinds: any(
            isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
            for kind in ([kinds] if isinstance(kinds, str) else kinds)
        ),
        "enum": lambda options: value in options,
        "const": lambda constant: value == constant and type(value) is type(constant),
        "pattern": lambda text: not isinstance(value, str) or re.search(text, value) is not None,
        "minLength": lambda least: not isinstance(value, str) or len(value) >= least,
        "maxLength": lambda most: not isinstance(value, str) or len(value) <= most,
        "minimum": lambda least: not isinstance(value, int) or value >= least,
        "maximum": lambda most: not isinstance(value, int) or value <= most,
        "minItems": lambda least: not isinstance(value, list) or len(value) >= least,
        "uniqueItems": lambda _: not isinstance(value, list) or len(set(value)) == len(value),
        "items": lambda each: not isinstance(value, list) or all(is_valid(v, each) for v in value),
        "oneOf": lambda options: sum(is_valid(value, option) for option in options) == 1,
        "not": lambda other: not is_valid(value, other),
        "required": lambda keys: not isinstance(value, dict) or all(k in value for k in keys),
        "properties": lambda keys: (
            not isinstance(value, dict)
            or all(is_valid(value[key], form) for key, form in keys.items() if key in value)
        ),
        "propertyNames": lambda form: (
            not isinstance(value, dict) or all(is_valid(key, form) for key in value)
        ),
        "additionalProperties": lambda form: (
            not isinstance(value, dict)
            or all(
                form is not False and is_valid(value[key], form)
                for key in value.keys() - schema.get("properties", {}).keys()
            )
        ),
    }
    notes = {"$schema", "title", "description", "format"}
    return all(checks[word](argument) for word, argument in schema.items() if word not in notes)


def as_editor(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


@pytest.mark.parametrize("file", sorted((LIBRARY / "meetings").iterdir()), ids=lambda f: f.stem)
def test_cards_that_read_are_valid(file: Path) -> None:
    assert is_valid(as_editor(file.read_text("utf-8")), json_schema("card"))


@pytest.mark.parametrize("kind", ["sources", "speakers", "topics"])
def test_index_files_that_read_are_valid(kind: FileKind) -> None:
    text = (LIBRARY / f"{kind}.yaml").read_text("utf-8")
    assert is_valid(as_editor(text), json_schema(kind))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("format: 1", "format: 2"),
        ("format: 1\n", ""),
        ("title: Talks", "title: ''"),
        ("title: Talks", "title: [sic]"),
        ("title: Talks", "title: Talks\nseries: U.S."),
        ("title: Talks", "title: Talks\nstatus: done"),
        ("title: Talks", "title: Talks\nextra: 1"),
        ("date: 2021-05-03", "date: May 3"),
        (", date: 2021-05-03", ""),
        ("[{source: paper, exact: agreed}]", "[]"),
        ("exact: agreed", "exact: agreed, paragraph: 0"),
        ("point: P", "point: P\n        by: unclear"),
        ("point: P", "point: P\n        by: []"),
        ("exact: agreed", "exact: agreed, paragraph: two"),
        ("point: P", "point: P\n        quote: Q"),
        ("point: P", "point: P\n        kind: promise"),
        ("point: P", "point: P\n        due: soon"),
        ("point: P", "point: P\n        due: FY27"),
        ("point: P", "point: P\n        voice: spoken"),
        ("point: P", "point: P\n        topics: water"),
        ("point: P", "point: P\n        topics: [a, a]"),
        ("point: P", "claim: P"),
        ("voice: spoken", "voice: heard"),
        ("        voice: spoken\n", ""),
        ("voice: spoken", "voice: spoken\n        continues: 1"),
    ],
)
def test_what_does_not_read_is_not_valid(before: str, after: str) -> None:
    schema = json_schema("card")
    assert read_card(CARD, "c", "c").problems == ()
    assert is_valid(as_editor(CARD), schema)
    text = CARD.replace(before, after, 1)
    assert read_card(text, "c", "c").problems
    assert not is_valid(as_editor(text), schema)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Talks", "title: 2023"),
        ("title: Talks", "title: 1.10"),
        ("title: Talks", "title: true"),
        ("point: P", "point: P\n        due: 2025"),
        ("point: P", "point: P\n        due: 2025-Q4"),
        ("point: P", "point: P\n        by: [unclear]"),
        ("voice: spoken", "voice: spoken\n        continues: false\n        id: 7"),
        ("title: Talks", "title: Talks\nparticipants: []"),
    ],
)
def test_what_reads_is_valid(before: str, after: str) -> None:
    text = CARD.replace(before, after, 1)
    assert read_card(text, "c", "c").problems == ()
    assert is_valid(as_editor(text), json_schema("card"))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sources", "a: {file: ../x, publisher: P}"),
        ("sources", "a: {file: x/./y, publisher: P}"),
        ("sources", "a: {file: x, publisher: P, url: ftp://x}"),
        ("sources", "a: {file: x, publisher: P, sha256: 12}"),
        ("sources", "a: {publisher: P}"),
        ("speakers", "A: {name: A}"),
        ("speakers", "unclear: {name: A}"),
        ("speakers", "a: {name: A, kind: man}"),
        ("topics", "a: {label: A, aliases: [x, x]}"),
        ("topics", "a: A"),
        ("topics", "- a"),
    ],
)
def test_mistakes_in_index_files_are_not_valid(kind: FileKind, text: str) -> None:
    assert READERS[kind](text, "f").problems
    assert not is_valid(as_editor(text), json_schema(kind))


def keys_of(schema: Any) -> set[str]:
    """Return every key that a schema knows, at any depth."""
    if isinstance(schema, list):
        return {key for each in schema for key in keys_of(each)}
    if not isinstance(schema, dict):
        return set()
    own = set(schema.get("properties", {}))
    return own | {key for each in schema.values() for key in keys_of(each)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_for_authors_names_every_key(kind: FileKind) -> None:
    reference = (ROOT / "docs" / "card-format.md").read_text("utf-8")
    missing = {key for key in keys_of(json_schema(kind)) if f"`{key}`" not in reference}
    assert not missing


REFERENCE = (ROOT / "docs" / "card-format.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", REFERENCE, re.MULTILINE | re.DOTALL)


def test_the_examples_for_authors_read() -> None:
    examples = EXAMPLES
    cards = [text for text in examples if text.startswith("format:")]
    assert cards
    for text in cards:
        assert read_card(text, "example", "example").problems == ()
    for kind, reader in READERS.items():
        (index,) = [text for text in examples if text.startswith(f"# content/{kind}.yaml")]
        assert reader(index, kind).problems == ()
        assert reader(index, kind).value


def test_the_model_card_is_true_to_its_evidence(tmp_path: Path) -> None:
    """The card, the document and the three index files of the reference make a flawless library."""
    (document,) = re.findall(r"^```text\n(.*?)^```", REFERENCE, re.MULTILINE | re.DOTALL)
    (tmp_path / "content/meetings").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/river-talks.txt").write_bytes(document.encode())
    for text in EXAMPLES:
        index = re.match(r"# (content/\w+\.yaml)\n", text)
        if index is None and not text.startswith("format:"):
            continue  # a few lines of a card
        file = index[1] if index else "content/meetings/2021-05-03-river-talks.yaml"
        (tmp_path / file).write_text(text, "utf-8")
    report = check(Library.open(tmp_path))

    assert report.problems == ()
    assert sum(report.states.values()) == 7
    assert all(state.holds for state, count in report.states.items() if count)


def traps() -> list[tuple[str, str]]:
    """Return the rows of the table of traps: what is typed, and what is said."""
    table = REFERENCE.partition("## Traps")[2].partition("## ")[0]
    rows = re.findall(r"^\| (`+)(.+?)\1 \| (.+) \|$", table, re.MULTILINE)
    return [
        (typed.strip().replace("\\|", "|"), said.replace("\\|", "|")) for _, typed, said in rows
    ]


@pytest.mark.parametrize(("typed", "said"), traps())
def test_every_trap_is_told_as_the_reference_says(typed: str, said: str) -> None:
    dash = "" if typed.startswith("-") else "- "
    if typed.startswith("evidence"):
        typed = f"point: P\n        {typed}"
    text = CARD.replace(
        "      - point: P\n        evidence: [{source: paper, exact: readings}]\n", ""
    )
    text = text.replace("- quote: Q", f"{dash}{typed}")
    (first, *_) = read_card(text, "c.yaml", "c").problems
    assert said in f"{first.message} ({first.hint})"


def test_the_table_of_traps_is_there() -> None:
    assert len(traps()) > 30
