"""After any edits in any order the catalogue is what a fresh one would be."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync, sync_with_recovery
from tests.catalogue.libraries import SPEAKERS, TOPICS, MadeLibrary, same_size
from tests.catalogue.truth import assert_no_orphans, assert_true

numbers = st.integers(1, 4)
words = st.sampled_from(["first", "second", "third"])
Edit = Callable[[MadeLibrary], object]


def after(times: int) -> Callable[[], bool]:
    """Return a function that is true after so many calls."""
    steps = iter(range(times))
    return lambda: next(steps, None) is None


def unlink(path: Path) -> None:
    path.unlink(missing_ok=True)


def rewrite(path: Path) -> None:
    """Write other bytes of the same number, at once."""
    if path.is_file():
        path.write_text(same_size(path.read_text("utf-8")), encoding="utf-8")


def list_source(made: MadeLibrary, number: int, **values: str) -> None:
    made.records.setdefault(f"report-{number}", {"file": f"seeds/report-{number}.txt"})
    made.records[f"report-{number}"].update(values)
    made.write_index()


def unlist_source(made: MadeLibrary, number: int) -> None:
    made.records.pop(f"report-{number}", None)
    made.write_index()


def toggle_speaker(made: MadeLibrary, name: str) -> None:
    if made.speakers.pop(name, None) is None:
        made.speakers[name] = []
    made.write_index()


def rename_alias(made: MadeLibrary, name: str, alias: str) -> None:
    if name in made.speakers:
        made.speakers[name] = [alias]
    made.write_index()


def relabel(made: MadeLibrary, topic: str, label: str) -> None:
    made.labels[topic] = label
    made.write_index()


def move(made: MadeLibrary, old: int, new: int) -> None:
    if made.card_path(old).is_file():
        made.card_path(old).rename(made.card_path(new))


edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda n, w: lambda s: s.write_card(n, w), numbers, words),
    st.builds(lambda n, m: lambda s: s.write_card(n, source=f"report-{m}"), numbers, numbers),
    st.builds(
        lambda n, w: lambda s: s.write_card(n, speaker=w),
        numbers,
        st.sampled_from([*SPEAKERS, "nobody"]),
    ),
    st.builds(lambda n, w: lambda s: s.write_source(n, w), numbers, words),
    st.builds(lambda n: lambda s: unlink(s.card_path(n)), numbers),
    st.builds(lambda n: lambda s: unlink(s.source_path(n)), numbers),
    st.builds(lambda n: lambda s: rewrite(s.card_path(n)), numbers),
    st.builds(lambda n: lambda s: rewrite(s.source_path(n)), numbers),
    st.builds(lambda n, m: lambda s: move(s, n, m), numbers, numbers),
    st.builds(
        lambda n, m: lambda s: list_source(s, n, file=f"seeds/report-{m}.txt"), numbers, numbers
    ),
    st.builds(lambda n, w: lambda s: list_source(s, n, caution=w), numbers, words),
    st.builds(lambda n: lambda s: unlist_source(s, n), numbers),
    st.builds(lambda name: lambda s: toggle_speaker(s, name), st.sampled_from(SPEAKERS)),
    st.builds(lambda n, w: lambda s: rename_alias(s, n, w), st.sampled_from(SPEAKERS), words),
    st.builds(lambda t, w: lambda s: relabel(s, t, w), st.sampled_from(TOPICS), words),
    st.just(lambda s: unlink(s.index_paths["speakers"])),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(edits, max_size=4), min_size=1, max_size=5), st.data())
def test_after_any_edits_it_is_what_a_fresh_one_would_be(
    rounds: list[list[Edit]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as place:
        made = MadeLibrary(Path(place) / "library")
        catalogue = Catalogue.open(made.root, Path(place) / "cache" / "library")
        for edits_of_round in rounds:
            for edit in edits_of_round:
                edit(made)
            if data.draw(st.booleans(), label="stopped on the way"):
                left = data.draw(st.integers(0, 6), label="after so many files")
                sync(catalogue, cancelled=after(left))
                catalogue.verify()
            if data.draw(st.booleans(), label="opened again"):
                catalogue.close()
                catalogue = Catalogue.open(made.root, Path(place) / "cache" / "library")
            catalogue, result = sync_with_recovery(catalogue)
            assert result.complete
            assert_true(catalogue)
            assert_no_orphans(catalogue)
        catalogue.close()
