"""The three index files: what can be read of them is kept, what is wrong is located."""

import pytest

from briefing.cardformat.parse import (
    read_sources,
    read_speakers,
    read_topics,
)


def test_index_files_keep_what_can_be_read() -> None:
    text = (
        "a: {name: A, knid: body}\nb: {kind: persn}\nC: {name: C}\nunclear: {name: U}\nd: {name: D}"
    )
    parsed = read_speakers(text, "s.yaml")
    assert parsed.value is not None
    assert [(s.id, s.name, s.kind) for s in parsed.value.values()] == [
        ("a", "A", "person"),
        ("b", "b", "person"),
        ("d", "D", "person"),
    ]
    assert [(p.place.line, p.place.column, p.code) for p in parsed.problems] == [
        (1, 14, "unknown-key"),
        (2, 4, "missing-key"),
        (2, 11, "bad-value"),
        (3, 1, "bad-id"),
        (4, 1, "bad-id"),
    ]


@pytest.mark.parametrize("text", ["", "# none yet\n", "{}"])
def test_an_index_file_may_list_nothing(text: str) -> None:
    parsed = read_topics(text, "t.yaml")
    assert (parsed.value, parsed.problems) == ({}, ())


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("file: ../secret.txt", 7, "a path inside the library"),
        ("file: /etc/passwd", 7, "a path inside the library"),
        ("file: a/../../b", 7, "a path inside the library"),
        ("file: 'a\\b'", 7, "a path inside the library"),
        ("file: C:/x", 7, "a path inside the library"),
        ("url: javascript:alert(1)", 6, "a web address"),
        (r'url: "https://x\e]0;title\a"', 6, "a web address"),
        (r'url: "https://x/\u202Efdp.exe"', 6, "a web address"),
        (r'file: "seeds/a\x9b.txt"', 7, "a path inside the library"),
        ("language: English (US)", 11, "a language tag"),
        ("sha256: abc", 9, "64 hexadecimal digits"),
        ("published: yesterday", 12, "a date such as"),
        ("furniture: Photo", 12, "expected a list"),
    ],
)
def test_values_of_a_source_are_checked(line: str, column: int, message: str) -> None:
    start = "" if line.startswith("file") else "  file: seeds/a.txt\n"
    parsed = read_sources(f"a:\n  publisher: P\n{start}  {line}\n", "s.yaml")
    (problem,) = parsed.problems
    assert problem.place.column == column + 2
    assert message in problem.message


@pytest.mark.parametrize("path", ["a.txt", "seeds/ä b/c.pdf", "seeds/..a", "seeds/a..txt"])
def test_paths_inside_the_library_are_fine(path: str) -> None:
    assert read_sources(f"a: {{publisher: P, file: {path}}}", "s.yaml").problems == ()
