"""How many entries hold a word: what was edited or taken out counts as it is now."""

from pathlib import Path

import pytest

from briefing.analysis.compare.weighing import counting_in
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import built

WORDS = ("harbour", "river1", "river2", "second", "nowhere", "the")


@pytest.mark.parametrize("edited", [False, True])
def test_words_are_counted_as_the_search_counts_them(
    edited: bool, made: MadeLibrary, folder: Path
) -> None:
    with built(made.root, folder) as catalogue:
        if edited:
            made.write_source(1, "second")
            made.card_path(2).unlink()
            sync(catalogue)
        lexicon = catalogue.engine().lexicon
        counts = catalogue.word_counter().count(WORDS)

        assert counts.entries == lexicon.entries
        assert counts.held == {word: lexicon.count(word) for word in WORDS}
        assert (counts.held["second"] > 0) is edited
        assert counts.held["nowhere"] == 0


def test_words_are_counted_also_once_the_catalogue_is_closed(
    made: MadeLibrary, folder: Path
) -> None:
    with built(made.root, folder) as catalogue:
        counted = counting_in(catalogue)
    counts = counted(["harbour"])
    assert counts is not None
    assert counts.held["harbour"] > 0


@pytest.mark.parametrize("harm", ["gone", "cut", "zeros"])
def test_of_a_damaged_index_nothing_is_told(harm: str, made: MadeLibrary, folder: Path) -> None:
    built(made.root, folder).close()
    segment = next(folder.glob("*.segment"))
    if harm == "gone":
        segment.unlink()
    else:
        kept = segment.read_bytes()[: segment.stat().st_size // 2]
        segment.write_bytes(kept if harm == "cut" else bytes(len(kept)))
    with Catalogue.open(made.root, folder) as catalogue:
        assert counting_in(catalogue)(["harbour"]) is None
