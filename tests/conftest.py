"""What every test gets: a home of its own and a terminal that nobody configured."""

from pathlib import Path

import pytest

TERMINAL_VARIABLES = (
    "NO_COLOR",
    "COLORTERM",
    "COLORFGBG",
    "FORCE_COLOR",
    "TMUX",
    "BRIEFING_LIBRARY",
    "BRIEFING_CONFIG",
    "BRIEFING_CACHE",
    "BRIEFING_NOTEBOOK",
    "BRIEFING_STATE",
    "TEXTUAL_DRIVER",
    "TEXTUAL_THEME",
)
"""Variables of the developer's own terminal that would change what is shown."""


def pytest_configure() -> None:
    """Let the test pilot look at the app more often than its usual 50 times a second.

    Textual offers no public way to set it, so a version without this name keeps its own pace.
    """
    try:
        from textual import _wait
    except ImportError:
        return
    if hasattr(_wait, "SLEEP_GRANULARITY"):
        _wait.SLEEP_GRANULARITY = 0.005


@pytest.fixture(autouse=True)
def isolated_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give the test empty folders for settings, cache and data, and a plain terminal.

    Returns:
        The folder that stands for the user's home.
    """
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in TERMINAL_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return home
