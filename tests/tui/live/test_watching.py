"""Watching a library: told by the system, or looked at where it tells nothing."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.tui.live import watching
from briefing.tui.live.watching import LibraryWatch, matters, stamps


@contextmanager
def watched(folder: Path, files: Callable[[], set[Path]]) -> Iterator[threading.Event]:
    seen = threading.Event()
    watch = LibraryWatch(lambda: {folder, *filter(Path.is_dir, folder.iterdir())}, files, seen.set)
    watch.start()
    try:
        yield seen
    finally:
        watch.stop()


def written_until(seen: threading.Event, file: Path) -> bool:
    """Write a file until that is seen: nobody knows when a thread begins to watch."""
    for number in range(100):
        file.write_text(str(number))
        if seen.wait(0.1):
            return True
    return False


@pytest.mark.parametrize("told", [True, False])
def test_a_changed_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    monkeypatch.setattr(watching, "can_be_watched", lambda _: told)
    monkeypatch.setattr(watching, "POLLING_SECONDS", 0.02)
    file = tmp_path / "a.yaml"
    with watched(tmp_path, lambda: {file}) as seen:
        assert written_until(seen, file)


def test_a_folder_made_later_is_watched_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "can_be_watched", lambda _: True)
    with watched(tmp_path, set) as seen:
        assert written_until(seen, tmp_path / "a.yaml")
        (tmp_path / "more").mkdir()
        seen.clear()
        assert written_until(seen, tmp_path / "more" / "b.yaml")


def test_without_the_watching_library_it_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLLING_SECONDS", 0.02)
    monkeypatch.setitem(__import__("sys").modules, "watchfiles", None)
    file = tmp_path / "a.yaml"
    with watched(tmp_path, lambda: {file}) as seen:
        assert written_until(seen, file)


@pytest.mark.parametrize(
    ("name", "does"),
    [("a.yaml", True), ("b.txt", True), (".a.yaml.swp", False), ("a.yaml~", False), ("#a#", False)],
)
def test_copies_that_editors_make_do_not_matter(name: str, does: bool) -> None:
    assert matters(f"/x/{name}") is does


def test_a_stamp_tells_gone_and_other_files(tmp_path: Path) -> None:
    file = tmp_path / "a"
    gone = stamps([file])
    file.write_text("one")
    assert stamps([file]) != gone
    assert gone[file] == (0, 0, 0)


def test_few_files_allowed_means_looking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda _: (24, 24))
    assert not watching.can_be_watched([tmp_path])


@pytest.mark.parametrize("told", [True, False])
def test_who_has_stopped_it_is_not_asked_for_files_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    monkeypatch.setattr(watching, "can_be_watched", lambda _: told)

    def folders() -> list[Path]:
        watch.stop()  # while it looks where to watch
        return [tmp_path]

    watch = LibraryWatch(folders, lambda: pytest.fail("it was stopped"), list)
    watch.run()


def test_who_has_stopped_it_before_is_asked_for_nothing(tmp_path: Path) -> None:
    watch = LibraryWatch(
        lambda: pytest.fail("it was stopped"), lambda: pytest.fail("it was stopped"), list
    )
    watch.stop()
    watch.run()
