"""The tutorial, typed word for word: files are written, commands run, what they print compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(console|text|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"
FINDINGS = {"briefing verify memo.md": 1}
"""Commands that end with another code than 0."""


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a shell would, with the program under test as `briefing`."""
    program = f'briefing() {{ "{sys.executable}" -m briefing "$@"; }}\n'
    return subprocess.run(
        ["bash", "-c", program + command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def steps(console: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a block, each with the lines it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for line in console.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def are_printed(said: list[str], printed: list[str]) -> bool:
    """Tell whether lines are printed as is said, some left out where it says so."""
    if not said:
        return not printed
    first, *rest = said
    if first == LEFT_OUT:
        return any(are_printed(rest, printed[skipped:]) for skipped in range(len(printed) + 1))
    return bool(printed) and printed[0] == first and are_printed(rest, printed[1:])


def test_the_tutorial_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    folder, commands = tmp_path, 0
    for block in BLOCK.finditer(TUTORIAL):
        kind, body = block.groups()
        if kind != "console":
            name = re.findall(r"`([\w./-]+\.(?:txt|yaml|md))`", TUTORIAL[: block.start()])[-1]
            (folder / name).write_text(body, encoding="utf-8")
            continue
        for command, said in steps(body):
            commands += 1
            if command.startswith("cd "):
                folder = folder / command.removeprefix("cd ")
                continue
            done = typed(command, folder)
            assert (done.returncode, done.stderr) == (FINDINGS.get(command, 0), ""), command
            assert are_printed(said, done.stdout.splitlines()), done.stdout
    assert commands == 9


def test_what_is_left_out_is_found_around() -> None:
    assert are_printed(["a", LEFT_OUT, "d"], ["a", "b", "c", "d"])
    assert not are_printed(["a", LEFT_OUT, "d"], ["a", "b", "c"])
    assert not are_printed(["a"], ["a", "b"])
