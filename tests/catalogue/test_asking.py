"""What a catalogue answers, beside what the library itself says."""

from pathlib import Path

import pytest
from platformdirs import user_cache_path

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.location import cache_folder, catalogue_folder
from briefing.catalogue.sync.batches import BatchSizes, bring_up_to_date
from briefing.catalogue.sync.sync import sync
from briefing.library.coverage import omitted_paragraphs
from briefing.library.entries import library_entries
from briefing.library.library import Library
from briefing.search.engine import SearchEngine
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import assert_no_orphans, assert_true, built

ROOT = Path(__file__).parent.parent.parent
LIBRARIES = [ROOT, ROOT / "tests/fixtures/library", ROOT / "tests/fixtures/broken"]


@pytest.fixture(scope="module", params=LIBRARIES, ids=["bundled", "fixture", "broken"])
def pair(request: pytest.FixtureRequest) -> tuple[Catalogue, Library]:
    """Return the same library twice: catalogued, and read."""
    catalogue = Catalogue.in_memory(request.param)
    sync(catalogue)
    return catalogue, Library.open(request.param)


def test_what_rests_on_a_paragraph_is_what_the_library_says(
    pair: tuple[Catalogue, Library],
) -> None:
    catalogue, library = pair
    for source in library.sources:
        expected = {
            number: [(c.card, c.item.id, c.evidence.passage.spans, c.evidence.state) for c in some]
            for number, some in library.citations(source).items()
        }
        found = {
            number: [(row.card, row.item, row.spans, row.state) for row in rows]
            for number, rows in catalogue.citations_on(source).items()
        }
        assert found == expected
        assert list(found) == sorted(found)
        counts = {n: len({(r[0], r[1]) for r in rows}) for n, rows in found.items()}
        assert catalogue.citation_counts(source) == counts
        left_out = omitted_paragraphs(library.cards()).get(source, set())
        assert catalogue.omitted_on(source) == left_out


def test_the_words_of_one_item_in_one_paragraph(pair: tuple[Catalogue, Library]) -> None:
    catalogue, library = pair
    for source in library.sources:
        for number, some in library.citations(source).items():
            for claim in some:
                expected = tuple(
                    span
                    for other in some
                    if (other.card, other.item.id) == (claim.card, claim.item.id)
                    for part, spans in other.evidence.passage.parts
                    if part == number
                    for span in spans
                )
                place = (claim.card, claim.item.id, source, number)
                assert catalogue.evidence_spans(*place) == expected
    assert catalogue.evidence_spans("no-card", "no-item", "no-source", 1) == ()


def test_a_citation_tells_all_a_reader_shows(pair: tuple[Catalogue, Library]) -> None:
    catalogue, library = pair
    for source in library.sources:
        for rows in catalogue.citations_on(source).values():
            for row in rows:
                card = library.card(row.card)
                item = card.items[row.position]
                assert (row.title, row.date) == (card.title, card.meeting.date)
                assert (row.item, row.type, row.section) == (item.id, item.type, item.section)
                assert (row.text, row.speaker) == (item.text, item.speaker)
                assert (row.kind, row.item_state) == (item.kind or "", item.state)


def test_names_and_cautions_are_the_library_s(pair: tuple[Catalogue, Library]) -> None:
    catalogue, library = pair
    for speaker in (*library.speakers, "unclear", "none", ""):
        assert catalogue.speaker_name(speaker) == library.speaker_name(speaker)
    for source in library.sources:
        assert catalogue.caution(source) == library.caution(source)
    assert catalogue.speaker_name("nobody-listed") == "nobody-listed"
    assert catalogue.caution("nothing-listed") == ""
    assert catalogue.citations_on("nothing-listed") == {}


def test_problems_are_the_library_s(pair: tuple[Catalogue, Library]) -> None:
    catalogue, library = pair

    assert catalogue.problems() == library.problems()


def test_a_search_finds_what_it_finds_without_a_catalogue(
    pair: tuple[Catalogue, Library],
) -> None:
    catalogue, library = pair
    plain = SearchEngine.build(library_entries(library))
    for query in ("river", "counterstirke", "the", "blinken space", '"share one"', "kind:point"):
        ours, theirs = catalogue.engine().search(query, 500), plain.search(query, 500)
        assert ours.total == theirs.total
        assert ours.corrected == theirs.corrected
        assert {(h.entry, h.spans) for h in ours.hits} == {(h.entry, h.spans) for h in theirs.hits}


def test_meetings_stand_newest_first_and_broken_ones_last() -> None:
    with Catalogue.in_memory(LIBRARIES[2]) as catalogue:
        sync(catalogue)
        rows = catalogue.meetings()

    dates = [row.date for row in rows if row.date]
    assert dates == sorted(dates, reverse=True)
    broken = [bool(row.broken) for row in rows]
    assert broken == sorted(broken)
    assert 0 < sum(broken) < len(broken)
    assert all(row.coverage == 0.0 and row.claims == 0 for row in rows if row.broken)


def test_an_empty_library_is_an_empty_catalogue(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "empty/content/meetings").mkdir(parents=True)
    with built(tmp_path / "empty", folder) as catalogue:
        assert catalogue.meetings() == ()
        assert not catalogue.engine().search("anything").hits
        assert sync(catalogue).read == 0


def test_two_paths_to_a_library_have_one_catalogue(tmp_path: Path, made: MadeLibrary) -> None:
    (tmp_path / "link").symlink_to(made.root)

    assert catalogue_folder(tmp_path / "link") == catalogue_folder(made.root)
    assert catalogue_folder(tmp_path / "other") != catalogue_folder(made.root)


@pytest.mark.parametrize("name", ["x" * 255, "a\nb\x1b[2J", "caf\udce9", "日本", "."])
def test_a_library_of_any_name_has_a_place(name: str, tmp_path: Path) -> None:
    place = catalogue_folder(tmp_path / name)

    assert place.parent == cache_folder()
    assert len(place.name) < 64
    assert place.name.isascii()
    assert place.name.isprintable()


def test_the_cache_lies_where_the_user_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache_folder() == Path.home() / "cache/briefing" == user_cache_path("briefing")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == user_cache_path("briefing", appauthor=False)
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path))

    assert cache_folder() == tmp_path


def test_an_owner_may_have_its_entries_in_several_segments(made: MadeLibrary, folder: Path) -> None:
    sizes = BatchSizes(entries=2)
    with Catalogue.open(made.root, folder) as catalogue:
        catalogue.segments.most = 100
        bring_up_to_date(catalogue, sizes=sizes)
        split = "SELECT owner FROM stretch GROUP BY owner HAVING count(DISTINCT segment) > 1"
        assert catalogue.database.rows(split)
        assert_true(catalogue)
        catalogue.verify()
        made.write_source(1, "second")
        bring_up_to_date(catalogue, sizes=sizes)
        assert_true(catalogue)
        catalogue.segments.most = 1
        made.write_card(2, "second")
        bring_up_to_date(catalogue, sizes=sizes)
        assert_true(catalogue)
        assert_no_orphans(catalogue)
