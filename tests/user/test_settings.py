"""The config file: values, and mistakes at their places."""

from pathlib import Path

import pytest
from platformdirs import user_config_path

from briefing.errors import Place
from briefing.user.settings import Settings, SettingsError, config_file, load_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_missing_file_says_nothing(file: Path) -> None:
    assert load_settings(file) == Settings()


def test_everything_is_read(file: Path) -> None:
    file.write_text('library = "lib"\ntheme = "dawn"\n[keys]\nnext-item = "j,down"\n')
    settings = load_settings(file)
    assert settings.library == file.parent / "lib"
    assert settings.theme == "dawn"
    assert settings.keys == {"next-item": "j,down"}
    assert settings.file == file


def test_a_library_may_be_absolute_or_at_home(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    file.write_text('library = "/a/b"')
    assert load_settings(file).library == Path("/a/b")
    file.write_text('library = "~/b"')
    assert load_settings(file).library == Path("/somewhere/b")


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ('libary = "x"', 1, 1, "unknown key 'libary'", "did you mean 'library'?"),
        ('theme = "a"\n\nzzz = 1', 3, 1, "unknown key 'zzz'", "known keys: library, theme, keys"),
        ("theme = 3", 1, 1, "expected text for 'theme'", 'write theme = "…"'),
        ('library = ""', 1, 1, "expected text for 'library'", 'write library = "…"'),
        ("keys = 1", 1, 1, "expected a table of keys", "write [keys]"),
        ('theme = "t"\n[keys]\nnext = "j"\n  theme = 1', 4, 3, "expected text for 'theme'", ""),
        ('[kyes]\nnext = "j"', 1, 2, "unknown key 'kyes'", "did you mean 'keys'?"),
        ('[keys]\n"a.b" = []', 2, 1, "expected text for 'a.b'", ""),
        ('[keys]\na.b = "j"', 2, 1, "'a.b' is not in quotes", 'write "a.b" = "…"'),
        ("theme = ", 1, 9, "not readable as TOML", ""),
        ('theme = "a"\ntheme = "b"', 2, 12, "not readable as TOML", ""),
    ],
)
def test_a_mistake_is_located(
    file: Path, text: str, line: int, column: int, message: str, hint: str
) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert caught.value.place == Place(str(file), line, column)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_what_no_parser_can_hold_is_one_mistake(file: Path) -> None:
    file.write_text(f"theme = {'[' * 5000}")
    with pytest.raises(SettingsError, match="nested too deeply"):
        load_settings(file)


def test_a_home_that_nobody_has_is_a_folder_that_is_not_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('library = "~no-such-user/b"')
    assert load_settings(file).library == file.parent / "~no-such-user/b"
    monkeypatch.setenv("BRIEFING_CONFIG", "~no-such-user/c")
    assert load_settings() == Settings()


def test_all_mistakes_come_at_once(file: Path) -> None:
    file.write_text("theme = 1\nlibary = 2\n")
    with pytest.raises(SettingsError, match=r"config.toml:1:1: .*, and 1 more") as caught:
        load_settings(file)
    assert [problem.place.line for problem in caught.value.problems] == [1, 2]


def test_a_file_that_is_no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="not UTF-8 text"):
        load_settings(file)


def test_a_file_that_cannot_be_read(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingsError, match="cannot be read: Is a directory"):
        load_settings(file)


def test_the_environment_names_another_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_CONFIG", str(file))
    assert config_file() == file
    file.write_text('theme = "dusk"')
    assert load_settings().theme == "dusk"


def test_the_usual_file_lies_in_the_users_config_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_CONFIG", raising=False)
    for variable in ({}, {"XDG_CONFIG_HOME": " "}, {"XDG_CONFIG_HOME": "~/elsewhere"}):
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        for name, value in variable.items():
            monkeypatch.setenv(name, value)
        usual = user_config_path("briefing", appauthor=False)
        assert config_file() == usual.expanduser() / "config.toml"
