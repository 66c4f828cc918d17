"""Which libraries there are to choose from."""

import os
from pathlib import Path

import pytest

from briefing.library.locations import MEETINGS, bundled_library, known_libraries
from briefing.user.last_place import LeftOff, StateFolder


def library(folder: Path) -> Path:
    (folder / MEETINGS).mkdir(parents=True)
    return folder


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that is no library, with settings that name none."""
    monkeypatch.setenv("BRIEFING_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(opened: Path, *before: Path) -> list[tuple[str, str]]:
    return [(known.root.name, known.why) for known in known_libraries(opened, before)]


BUNDLED = (bundled_library().name, "comes with the program")


def test_they_are_named_with_how_they_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("named", "set", "here", "before"):
        library(tmp_path / name)
    (tmp_path / "config.toml").write_text('library = "set"', encoding="utf-8")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "named"))
    monkeypatch.chdir(tmp_path / "here")

    assert names(tmp_path, tmp_path / "before") == [
        BUNDLED,
        ("named", "named by $BRIEFING_LIBRARY"),
        ("set", "named in the settings"),
        ("here", "the current folder"),
        ("before", "opened before"),
    ]


def test_each_is_named_once_and_the_open_one_never(tmp_path: Path) -> None:
    one, two = library(tmp_path / "one"), library(tmp_path / "two")
    link = tmp_path / "link"
    link.symlink_to(one)

    assert names(two, one, link, two, one) == [BUNDLED, ("one", "opened before")]
    assert names(link, one, two) == [BUNDLED, ("two", "opened before")]
    assert names(bundled_library(), one) == [("one", "opened before")]


def test_what_is_gone_or_no_library_any_more_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "emptied").mkdir()
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "gone"))
    loop = tmp_path / "loop"
    loop.symlink_to(loop)

    assert names(tmp_path, tmp_path / "gone", tmp_path / "emptied", loop) == [BUNDLED]


@pytest.mark.parametrize("settings", ["library = 7", "library = [", 'them = "x"'])
def test_settings_with_mistakes_name_none(settings: str, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(settings, encoding="utf-8")

    assert names(tmp_path) == [BUNDLED]


def test_those_left_last_come_first(tmp_path: Path) -> None:
    state = StateFolder(tmp_path / "state")
    odd = tmp_path / "two  blanks\x1b[31m\nand a line"
    roots = [tmp_path / "one", odd, tmp_path / "two"]
    for root in roots:
        state.keep_place(root, LeftOff("card"))
    for file in (tmp_path / "state" / "places").iterdir():
        text = file.read_text(encoding="utf-8")
        age = next(age for age, name in enumerate(("one", "blanks", "two")) if name in text)
        os.utime(file, (age, age))

    assert state.libraries() == roots[::-1]


@pytest.mark.parametrize(
    "text",
    ["", "card\tx\n", "library\trelative\n", "library\t/elsewhere\n", "library\t/x\nfolder\tzz\n"],
)
def test_a_file_that_does_not_say_which_library_it_is_about_counts_as_none(
    text: str, tmp_path: Path
) -> None:
    places = tmp_path / "state" / "places"
    places.mkdir(parents=True)
    (places / "0123abcd").write_text(text, encoding="utf-8")
    (places / ".half").write_text("library\t/x\n", encoding="utf-8")

    assert StateFolder(tmp_path / "state").libraries() == []


def test_without_a_state_folder_there_are_none(tmp_path: Path) -> None:
    assert StateFolder(tmp_path / "nothing").libraries() == []
