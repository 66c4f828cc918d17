"""Proves at run time what the import contracts promise: the toolkit loads for the reader only."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLKIT = {"textual", "rich"}
CORE = [
    "briefing.errors",
    "briefing.model.card",
    "briefing.text.folding",
    "briefing.sources.reading",
    "briefing.cardformat.parse",
    "briefing.evidence.matcher",
    "briefing.library.library",
    "briefing.library.entries",
    "briefing.search.completion",
    "briefing.analysis.prepare",
    "briefing.analysis.compare.comparison",
    "briefing.analysis.phrases.history",
    "briefing.check.report",
    "briefing.output.page",
]
REPORT = "import json, sys; print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"


def loaded_by(code: str) -> set[str]:
    """Run code in a new interpreter and return the top-level packages it loaded."""
    script = f"{code}\nsys.stdout = sys.__stdout__\n{REPORT}"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{script}"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_reader_loads_the_toolkit() -> None:
    assert loaded_by("import briefing.tui.app") >= TOOLKIT


def test_the_first_screen_loads_no_view_over_time() -> None:
    code = (
        "import sys, briefing.tui.screens.reader\n"
        "late = [m for m in sys.modules if m.startswith(('briefing.analysis', "
        "'briefing.tui.content.analysis', 'briefing.tui.screens.views', "
        "'briefing.output.analysis', 'briefing.catalogue.queries', "
        "'briefing.tui.live.editing'))]\n"
        "trail = {'briefing.tui.screens.views', 'briefing.tui.screens.views.trail'}\n"
        "assert set(late) <= trail, late\n"
    )
    loaded_by(code)


@pytest.mark.parametrize("module", CORE)
def test_the_core_never_loads_the_toolkit(module: str) -> None:
    assert not loaded_by(f"import {module}") & TOOLKIT


def test_the_command_line_starts_without_the_toolkit_and_without_numpy() -> None:
    assert not loaded_by("import briefing.cli.main") & (TOOLKIT | {"numpy"})


@pytest.mark.parametrize("arguments", [[], ["2022-"], ["--library", "."]])
def test_what_reads_a_library_waits_for_the_toolkit(arguments: list[str]) -> None:
    code = (
        "import os\n"
        "from briefing.cli.entry import main\n"
        "from briefing.tui import launch\n"
        "launch.open_reader = lambda library, start=None, fresh=False: 0\n"
        "os.environ['TEXTUAL_DRIVER'] = 'a.driver:Elsewhere'\n"
        f"sys.argv = ['briefing', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit as left: assert not left.code, left.code\n"
    )

    loaded = loaded_by(code)
    assert not loaded & (TOOLKIT | {"yaml", "rapidfuzz", "numpy", "platformdirs"})
    assert ("click" in loaded) == (arguments == ["2022-"])


@pytest.mark.parametrize(
    "arguments", [["list"], ["compare"], ["phrase", "space"], ["--version"], ["--help"]]
)
def test_printing_commands_never_load_the_toolkit(arguments: list[str]) -> None:
    code = (
        "from briefing.cli.entry import main\n"
        f"sys.argv = ['briefing', *{arguments!r}]\n"
        "import io; sys.stdout = io.StringIO()\n"
        "try: main()\n"
        "except SystemExit as left: assert not left.code, left.code\n"
    )

    assert not loaded_by(code) & TOOLKIT


def test_a_search_loads_neither_a_parser_nor_what_reads_cards() -> None:
    code = (
        "from briefing.cli.entry import main\n"
        "import sys, io\n"
        "sys.argv = ['briefing', 'search', 'treaty']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.stdout = sys.stderr = io.StringIO()\n"
    )
    loaded_by(code)  # so that the catalogue is there

    assert not loaded_by(code) & (TOOLKIT | {"click", "inspect", "yaml", "numpy"})
