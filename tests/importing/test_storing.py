"""Into the library: nothing overwritten, every other byte of the index kept, nothing half done."""

import hashlib
import json
from pathlib import Path

import pytest

from briefing.cardformat.yaml.nodes import Log
from briefing.cardformat.yaml.parsing import parse
from briefing.importing.document import DocumentError
from briefing.importing.storing.openings import openings_of
from briefing.importing.storing.splicing import scalar, with_entries
from briefing.importing.storing.store import plan, store
from briefing.library.library import Library
from briefing.library.locators import read_provenance
from tests.cli.libraries import write_library
from tests.importing.conftest import Run, read

TEXT = (
    "---\ntitle: 'Talks: open #1'\npublisher: Gazette\ndate: 2021-05-03\nlang: en\n---\n"
    "The ministers of water met on Monday for their second talks.\n\n"
    "They agreed to share the water in good and bad years alike.\n\nPhoto: the quay\n"
)
ENTRY = {"file": "seeds/new.txt", "publisher": "A: b #c", "furniture": ("One", "- two")}
INDEXES = {
    "none": "",
    "comment": "# ours\n",
    "no last newline": "a:\n  file: seeds/a.txt\n  publisher: P",
    "crlf": "a:\r\n  file: seeds/a.txt\r\n  publisher: P\r\n",
    "indented": "  a:\n    file: seeds/a.txt\n    publisher: P\n",
    "folded at the end": "a:\n  file: seeds/a.txt\n  publisher: >-\n    One\n    two\n",
    "flow": "{a: {file: seeds/a.txt, publisher: P}}  # so\n",
    "empty flow": "{}\n",
    "mistake that stays": "a:\n  file: seeds/a.txt\n  publisher: P\n  colour: red\n",
    "many blank lines": "a: {file: seeds/a.txt, publisher: P}\n\n\n",
}


@pytest.mark.parametrize("name", INDEXES)
def test_an_entry_is_spliced_in_and_every_other_byte_stays(name: str) -> None:
    before = INDEXES[name]
    after = with_entries(before, "content/sources.yaml", {"new": ENTRY, "newer": ENTRY})

    start = 0
    while start < len(before) and before[start] == after[start]:
        start += 1
    assert after.endswith(before[start:])
    assert len(after) > len(before)


@pytest.mark.parametrize(
    "index",
    [
        "a: {file: x\n",
        "a:\n  file: seeds/a.txt\n  publisher: P\n...\n",
        "- a\n",
        "new: {file: a}\n",
    ],
)
def test_an_index_that_cannot_be_gone_on_with_is_refused(index: str) -> None:
    with pytest.raises(DocumentError):
        with_entries(index, "content/sources.yaml", {"new": ENTRY})


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "12:30",
        "a: b",
        "a #b",
        "- a",
        "“q”",
        "'q",
        "a\\b",
        "ends:",
        "*a",
        "日本",
        "x" * 300,
        "?",
    ],
)
def test_any_value_is_read_as_it_was_meant(text: str) -> None:
    node = parse(f"key: {scalar(text)}\n", Log("f"))
    assert node is not None
    assert node.children[1].value == text  # type: ignore[union-attr]  # it is a mapping


def test_a_document_becomes_a_text_and_an_entry(library: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_text(TEXT)
    result = run(file, "--keep-original")

    assert result.exit_code == 0, result.output
    opened = Library.open(library)
    record = opened.sources["gazette-2021-05-03"]
    assert opened.index_problems == ()
    assert (record.title, str(record.published), record.language) == (
        "Talks: open #1",
        "2021-05-03",
        "en",
    )
    text = (library / record.file).read_bytes()
    assert record.sha256 == hashlib.sha256(text).hexdigest()
    source = opened.source(record.id)
    assert [each.furniture for each in source.paragraphs] == [False, False, True]
    assert (library / "seeds/gazette-2021-05-03.original.txt").read_text() == TEXT
    assert read_provenance(library, record.file)["original"]["name"] == "talks.txt"
    assert opened.problems() == ()


def test_the_same_document_is_noticed_and_a_changed_one_supersedes(
    library: Path, run: Run, tmp_path: Path
) -> None:
    first, again, near = (tmp_path / name for name in ("a", "b", "c"))
    first.write_text(TEXT)
    again.write_text(TEXT)
    near.write_text(TEXT.replace("Photo: the quay", "The level is told every day by them."))
    run(first)
    index = (library / "content/sources.yaml").read_bytes()
    assert "is in the library already" in run(again).stdout
    assert (library / "content/sources.yaml").read_bytes() == index

    record = json.loads(run(near, "--json").stdout)["documents"][0]
    assert (record["outcome"], record["supersedes"]) == ("version", "gazette-2021-05-03")
    listed = Library.open(library).sources
    assert listed[record["source"]].version == "2"
    assert listed[record["source"]].supersedes == "gazette-2021-05-03"


def test_a_later_version_names_the_cards_that_rest_on_the_earlier_one(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_library(tmp_path / "river")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    text = (root / "seeds/gazette.txt").read_text()
    changed = tmp_path / "gazette.txt"
    changed.write_text(text.replace("every day", "every week"))
    record = json.loads(run(changed, "--json").stdout)["documents"][0]

    assert record["supersedes"] == "gazette"
    assert record["cards"] == ["2023-02-06-river"]
    assert record["publisher"] == "River Gazette"
    # What is listed with the very bytes of the file is the same document.
    assert (
        json.loads(run(root / "seeds/gazette.txt", "--json").stdout)["documents"][0]["outcome"]
        == "same"
    )


def test_every_later_version_is_numbered_and_names_the_cards_of_all_before(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_library(tmp_path / "river")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    text = (root / "seeds/gazette.txt").read_text()
    changed = tmp_path / "gazette.txt"
    found = []
    for when in ("every week", "every month", "every year"):
        changed.write_text(text.replace("every day", when))
        found.append(json.loads(run(changed, "--json").stdout)["documents"][0])

    ids = [each["source"] for each in found]
    assert [each.rpartition("-")[2] for each in ids[1:]] == ["v3", "v4"]
    assert [each["supersedes"] for each in found] == ["gazette", *ids[:2]]
    assert [each["cards"] for each in found] == [["2023-02-06-river"]] * 3
    assert Library.open(root).sources[ids[2]].version == "4"


def test_ids_and_files_are_never_taken_twice(library: Path, run: Run, tmp_path: Path) -> None:
    (library / "seeds").mkdir()
    (library / "seeds/gazette-2021-05-03.txt").write_text("somebody's own text\n")
    for number in range(3):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"---\npublisher: Gazette\ndate: 2021-05-03\n---\nStory {number}, alone.\n")
        assert run(file).exit_code == 0

    assert list(Library.open(library).sources) == [
        "gazette-2021-05-03-2",
        "gazette-2021-05-03-3",
        "gazette-2021-05-03-4",
    ]
    assert (library / "seeds/gazette-2021-05-03.txt").read_text() == "somebody's own text\n"


def test_two_documents_in_one_import_get_two_ids(library: Path) -> None:
    documents = [read(f"Story {number}, told alone and at length.\n") for number in range(2)]
    planned = [each.id for each in plan(library, documents)]
    stored = [each.id for each in store(library, documents)]

    assert planned == stored == ["document", "document-2"]


def test_a_text_that_an_interrupted_import_left_is_taken_over(library: Path) -> None:
    document = read("A story that was told only half.\n")
    (library / "seeds").mkdir()
    (library / "seeds/document.txt").write_text(document.text)
    (library / "seeds/.document.txt.99.importing").write_text("A sto")
    (stored,) = store(library, [document])

    assert stored.id == "document"
    assert sorted(path.name for path in (library / "seeds").iterdir()) == [
        "document.import.json",
        "document.txt",
    ]


def test_seeds_may_not_lead_out_of_the_library(library: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "elsewhere").mkdir()
    (library / "seeds").symlink_to(tmp_path / "elsewhere")
    result = run("-", stdin="A story.\n")

    assert result.exit_code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert not (library / "content/sources.yaml").exists()


def test_a_broken_index_is_refused_before_anything_is_written(library: Path, run: Run) -> None:
    index = library / "content/sources.yaml"
    index.write_text("a: {file: x\n")
    result = run("-", stdin="A story.\n")

    assert result.exit_code == 2
    assert "fix it first" in result.stderr
    assert index.read_text() == "a: {file: x\n"
    assert list(library.glob("seeds/*")) == []


def test_furniture_is_named_by_words_that_open_nothing_else() -> None:
    document = read(
        "# One\n\nPhoto shows the ministers at the quay in Lyon\n\nA story about a river.\n\n"
        "Photo shows the ministers at the sea, said a man who was there, and much more so that it "
        + "is a paragraph of the story " * 14
        + "in the end.\n\n# A\n",
        "a.md",
    )
    openings = openings_of(document.blocks)

    assert openings.words == ("One", "Photo shows the ministers at the quay")
    assert openings.untold == (5,)


def test_pages_and_times_are_found_again(library: Path) -> None:
    document = read("[00:05] ABEL: No.\n[01:10] CAIN: Yes.\n[02:00] ABEL: No.\n[02:01] CAIN: So.\n")
    (stored,) = store(library, [document])

    assert Library.open(library).locators(stored.id, (1, 2, 3, 4)) == (
        "00:00:05",
        "00:01:10",
        "00:02:00",
        "00:02:01",
    )
