"""A folder opened as a library: what is in it, and what is wrong with it."""

import os
import shutil
from pathlib import Path

import pytest

from briefing.errors import CardError, LibraryError, Place, SourceError, UnknownNameError
from briefing.library.library import Library
from briefing.library.locations import bundled_library, find_library, is_library
from briefing.model.core import State
from briefing.text.files import MAX_BYTES
from tests.cli.libraries import write_card, write_library

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def library() -> Library:
    return Library.open(FIXTURES / "library")


@pytest.fixture
def broken() -> Library:
    return Library.open(FIXTURES / "broken")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small library, to change."""
    return shutil.copytree(FIXTURES / "library", tmp_path / "library")


LYON = "content/meetings/2021-05-03-river-talks.yaml"


def test_cards_come_newest_first_with_their_evidence_found(library: Library) -> None:
    assert library.card_ids == ("2021-05-03-river-talks", "2022-06-09-river-talks")
    tokyo, lyon = library.cards()
    assert (tokyo.id, lyon.id) == tuple(reversed(library.card_ids))
    assert {item.state for card in (tokyo, lyon) for item in card.items} == {
        State.VERBATIM,
        State.TYPOGRAPHY,
    }
    assert library.problems() == ()
    assert library.broken == {}


def test_a_passage_is_where_the_words_stand(library: Library) -> None:
    card = library.card("2021-05-03-river-talks")
    quote = card.sections[1].items[0]
    passage = quote.evidence[0].passage
    assert passage.paragraph == 3
    text = library.source("river-talks-2021").paragraph(3).text
    assert text[passage.start : passage.end] == "[The President] will sign by June,"
    assert card.file == LYON


def test_cards_and_sources_are_read_once(library: Library) -> None:
    assert library.card(library.card_ids[0]) is library.card(library.card_ids[0])
    assert library.source("river-talks-2021") is library.source("river-talks-2021")


def test_citations_lead_from_a_paragraph_to_its_claims(library: Library) -> None:
    citations = library.citations("river-talks-2021")
    assert [(c.card[:4], c.item.type) for c in citations[4]] == [
        ("2022", "point"),
        ("2021", "point"),
        ("2021", "point"),
        ("2021", "quote"),
    ]
    assert 1 not in citations
    every = [
        c for source in library.sources for cs in library.citations(source).values() for c in cs
    ]
    assert len(every) == sum(len(i.evidence) for card in library.cards() for i in card.items)


def test_names_and_cautions(library: Library) -> None:
    assert library.speaker_name("sato") == "Satō Jun"
    assert library.speaker_name("unclear") == "speaker unclear"
    assert library.speaker_name("none") == library.speaker_name("") == ""
    assert library.caution("kasen-kaigi-2022").startswith("Part of the story")
    assert library.caution("river-talks-2021") == ""


def test_what_is_not_there_has_a_nearest_name(library: Library) -> None:
    for ask, wrong, meant in (
        (library.card, "2021-05-03-river-talk", "2021-05-03-river-talks"),
        (library.source, "river-talks-2012", "river-talks-2021"),
        (library.citations, "river-talks", ""),
        (library.caution, "kasen-kaigi-202", "kasen-kaigi-2022"),
        (library.speaker_name, "satou", "sato"),
    ):
        with pytest.raises(UnknownNameError, match=wrong) as caught:
            ask(wrong)
        assert caught.value.hint == (f"did you mean '{meant}'?" if meant else "")


def test_one_broken_card_never_hides_the_others(broken: Library) -> None:
    assert [card.id for card in broken.cards()] == ["2023-02-02-lost-source", "2023-02-01-good"]
    assert sorted(broken.broken) == [
        "2023-02-03-unknown-names",
        "2023-02-04-three-mistakes",
        "2023-02-05-syntax",
        "2023-02-06-latin-1",
        "2023-02-07-empty",
        "Ferry Talks",
    ]
    assert set(broken.card_ids) == set(broken.broken) | {card.id for card in broken.cards()}


def test_three_mistakes_are_three_located_errors(broken: Library) -> None:
    with pytest.raises(CardError) as caught:
        broken.card("2023-02-04-three-mistakes")
    file = "content/meetings/2023-02-04-three-mistakes.yaml"
    assert [(p.place, p.code) for p in caught.value.problems] == [
        (Place(file, 3, 36), "bad-date"),
        (Place(file, 4, 1), "unknown-key"),
        (Place(file, 13, 16), "bad-value"),
    ]
    assert str(caught.value) == (
        f"{file}:3:36: expected a date such as 2023-01-31, found '3 Feb', and 2 more"
        " (of several days the first goes here, the last into 'end')"
    )


def test_everything_wrong_is_a_problem_at_its_place(broken: Library) -> None:
    meetings = "content/meetings/"
    assert [
        (str(p.place).removeprefix(meetings), p.severity, p.code) for p in broken.problems()
    ] == [
        ("content/sources.yaml:11:3", "error", "unknown-key"),
        ("content/speakers.yaml:1:31", "error", "bad-value"),
        ("content/topics.yaml:1:1", "error", "wrong-shape"),
        ("2023-02-09-ending.yml", "error", "bad-card-name"),
        ("content/sources.yaml:2:3", "warning", "source-changed"),
        ("content/sources.yaml:6:3", "error", "unreadable-source"),
        ("2023-02-03-unknown-names.yaml:11:18", "error", "unknown-speaker"),
        ("2023-02-03-unknown-names.yaml:12:17", "error", "unknown-source"),
        ("2023-02-04-three-mistakes.yaml:3:36", "error", "bad-date"),
        ("2023-02-04-three-mistakes.yaml:4:1", "error", "unknown-key"),
        ("2023-02-04-three-mistakes.yaml:13:16", "error", "bad-value"),
        ("2023-02-05-syntax.yaml:2:8", "error", "bad-yaml"),
        ("2023-02-06-latin-1.yaml:2:11", "error", "unreadable-file"),
        ("2023-02-07-empty.yaml:1:1", "error", "empty-file"),
        ("Ferry Talks.yaml", "error", "bad-card-name"),
    ]
    hints = {problem.code: problem.hint for problem in broken.problems()}
    assert hints["unknown-speaker"] == "did you mean 'pilot'?"
    assert hints["unknown-source"] == "did you mean 'gazette'?"
    assert hints["bad-card-name"] == "rename it to 'ferry-talks.yaml'"


def test_a_lost_source_leaves_its_card_readable(broken: Library) -> None:
    card = broken.card("2023-02-02-lost-source")
    assert [item.state for item in card.items] == [State.VERBATIM, State.MISSING]
    for _ in range(2):
        with pytest.raises(SourceError, match=r"seeds/lost\.txt"):
            broken.source("lost")


def test_the_recorded_digest_is_compared(folder: Path) -> None:
    index = folder / "content" / "sources.yaml"
    digest = Library.open(FIXTURES / "broken").problems()[4].hint.rpartition(" ")[2]
    shutil.copy(FIXTURES / "broken" / "seeds" / "gazette.txt", folder / "seeds")
    index.write_text(f"g: {{file: seeds/gazette.txt, publisher: G, sha256: {digest}}}")
    shutil.rmtree(folder / "content" / "meetings")
    (folder / "content" / "meetings").mkdir()
    assert Library.open(folder).problems() == ()


def test_an_empty_library_is_one(tmp_path: Path) -> None:
    (tmp_path / "content" / "meetings").mkdir(parents=True)
    library = Library.open(tmp_path)
    assert (library.cards(), library.problems(), dict(library.sources)) == ((), (), {})


def test_hidden_files_and_folders_are_no_cards(folder: Path) -> None:
    meetings = folder / "content" / "meetings"
    (meetings / ".draft.yaml").write_text("x")
    (meetings / "notes.txt").write_text("x")
    (meetings / "old").mkdir()
    assert len(Library.open(folder).card_ids) == 2
    assert Library.open(folder).problems() == ()


@pytest.mark.parametrize("name", ["content/meetings/x.yaml", "content/topics.yaml"])
def test_no_file_is_read_through_a_link_that_leaves(
    folder: Path, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: {label: Secret}")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(outside)
    problems = Library.open(folder).problems()
    said = [p for p in problems if str(p.place) == name]
    assert [p.message for p in said] == ["the file is outside the library"]
    assert "secret" not in Library.open(folder).topics


def test_a_link_inside_the_library_is_followed(folder: Path) -> None:
    (folder / "content" / "meetings" / "again.yaml").symlink_to(folder / LYON)
    assert Library.open(folder).card("again").title == "River talks, Lyon"


def test_unusual_files_are_problems(folder: Path) -> None:
    meetings = folder / "content" / "meetings"
    os.mkfifo(meetings / "a-pipe.yaml")
    (meetings / "b-folder.yaml").mkdir()
    (meetings / "c-dangling.yaml").symlink_to("nowhere")
    (meetings / "d-loop.yaml").symlink_to("d-loop.yaml")
    with (meetings / "e-large.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    library = Library.open(folder)
    assert len(library.cards()) == 2
    said = {name: error.message for name, error in library.broken.items()}
    assert said["a-pipe"] == said["b-folder"] == "this is no plain file"
    assert said["c-dangling"] == "there is no such file"
    assert "d-loop" in said
    assert said["e-large"].startswith("larger than 8 MiB")


def test_names_of_files_are_cleaned(folder: Path) -> None:
    (folder / "content" / "meetings" / "a\x1b]0;t\x07.yaml").write_text("x")
    (folder / "content" / "meetings" / os.fsdecode(b"b\xff.yaml")).write_text("x")
    library = Library.open(folder)
    assert library.card_ids[2:] == ("a␛]0;t␇", "b\ufffd")
    for problem in library.problems():
        assert str(problem).isprintable()


def test_a_source_without_a_file_is_reported_once(folder: Path) -> None:
    (folder / "content" / "sources.yaml").write_text("lone: {publisher: P}")
    problems = [p for p in Library.open(folder).problems() if "sources" in p.place.file]
    assert [(p.code, p.place.line) for p in problems] == [("missing-key", 1)]


def test_a_folder_that_is_no_library(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path, message in (
        (tmp_path, "is no library"),
        (tmp_path / "nowhere", "there is no folder"),
        (tmp_path / "file", "is a file, not a library"),
        (Path("nul\0"), "there is no folder 'nul␀'"),
    ):
        assert not is_library(path)
        with pytest.raises(LibraryError, match=message):
            Library.open(path)
    with pytest.raises(LibraryError) as caught:
        Library.open(folder / "content" / "meetings")
    assert caught.value.hint == f"did you mean '{folder}'?"


def test_the_bundled_library_is_a_library() -> None:
    assert is_library(bundled_library())


def test_the_library_that_is_found_is_the_first_one_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, here, configured = (shutil.copytree(folder, tmp_path / name) for name in "nhc")
    config = tmp_path / "config.toml"
    monkeypatch.setenv("BRIEFING_CONFIG", str(config))
    monkeypatch.chdir(tmp_path)
    assert find_library(None) == bundled_library()
    config.write_text('library = "c"')
    assert find_library(None) == configured
    monkeypatch.chdir(here)
    assert find_library(None) == here
    monkeypatch.setenv("BRIEFING_LIBRARY", str(named))
    assert find_library(None) == named
    assert find_library(folder) == folder


def test_a_named_library_that_is_none_is_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('library = "gone"')
    monkeypatch.setenv("BRIEFING_CONFIG", str(config))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LibraryError, match=r"gone', named by .*config\.toml"):
        find_library(None)
    monkeypatch.setenv("BRIEFING_LIBRARY", "nowhere")
    with pytest.raises(LibraryError, match=r"'nowhere', named by \$BRIEFING_LIBRARY"):
        find_library(None)
    with pytest.raises(LibraryError, match="there is no folder 'missing'"):
        find_library(Path("missing"))


def test_meetings_of_one_day_are_ordered_by_their_number(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    text = (root / "content/meetings/2023-02-06-river.yaml").read_text("utf-8")
    for number in (2, 10):
        numbered = text.replace("place: Quay", f"place: Quay, sequence: {number}")
        write_card(root, f"session-{number}", numbered)
    library = Library.open(root)
    assert [card.id for card in library.cards()] == [
        "session-10",
        "session-2",
        "2023-02-06-river",
    ]
