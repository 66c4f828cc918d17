"""The user's editor in the reader's terminal, and files that are edited beside it."""

import os
from pathlib import Path

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, window

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("tmux")]
EDITOR = """\
#!/bin/sh
trap 'echo interrupted' INT
echo "EDITING $1 $(basename "$2")"
until read line; do :; done
sed -i "s/$line/" "$2"
"""


@pytest.fixture
def editor(bare: dict[str, str], tmp_path: Path) -> dict[str, str]:
    script = tmp_path / "my editor"
    script.write_text(EDITOR)
    script.chmod(0o755)
    return {**bare, "EDITOR": f"'{script}'", "PATH": os.environ["PATH"]}


def test_a_key_opens_the_editor_at_the_line_and_what_it_writes_is_shown(
    editor: dict[str, str],
) -> None:
    with window(editor) as terminal:
        terminal.run(MODULE)
        terminal.wait_for(FIRST)
        terminal.wait_for("bottom line")
        terminal.press("j")
        terminal.wait_for("1/2")
        terminal.press("C-e")
        terminal.wait_for("EDITING +12 2023-01-11-harbour.yaml")
        terminal.press("C-c")
        terminal.wait_for("interrupted")
        terminal.type("Another meeting comes before/One more meeting comes ahead of")
        terminal.press("Enter")
        terminal.wait_for("One more meeting comes ahead of the autumn")
        terminal.wait_for("1/2")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_a_broken_file_is_walked_to_and_mended_in_the_editor(editor: dict[str, str]) -> None:
    card = Path(editor["BRIEFING_LIBRARY"]) / "content/meetings/2023-01-11-harbour.yaml"
    with window(editor, columns=160) as terminal:
        terminal.run(MODULE)
        terminal.wait_for(FIRST)
        terminal.press("C-e")  # whatever is open, watching has begun when it is come back from
        terminal.wait_for("EDITING")
        terminal.type("voice: spoken/voice: sung")
        terminal.press("Enter")
        terminal.wait_for("Broken on disk: 1 problem")
        terminal.wait_for("The two sides will meet again.")
        terminal.press("Tab")
        terminal.wait_for("claims rest on it")
        terminal.press("Tab")
        terminal.wait_gone("claims rest on it")
        terminal.press("Enter")
        terminal.wait_for("EDITING +21 2023-01-11-harbour.yaml")
        terminal.type("voice: sung/voice: spoken")
        terminal.press("Enter")
        terminal.wait_for("q Leave")  # the reader has its terminal back
        terminal.wait_gone("Broken on disk")
        terminal.wait_for("q Leave")
        terminal.press("C-q")
        assert terminal.exit_status() == 0
    assert "voice: spoken" in card.read_text(encoding="utf-8")
