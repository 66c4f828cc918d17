"""`kill -9` at any moment of an import: every file is whole, old or new, and the next import works.

A share of the trials runs here; `BRIEFING_KILLS=500` asks for more.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from briefing.cardformat.parse import read_sources
from briefing.importing.storing.store import plan, store
from briefing.library.library import Library
from tests.importing.conftest import read

TRIALS = int(os.environ.get("BRIEFING_KILLS", "6"))
EACH = 12
"""Documents that each process begins to import."""
IMPORTER = """
import sys
from pathlib import Path
from briefing.importing.storing.store import store
from briefing.importing.reading import document_of
root = Path(sys.argv[1])
documents = []
originals = []
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    data = f"Story {number}, told at length.\\n\\nIt has a second paragraph {number}.\\n".encode()
    documents.append(document_of(data, f"story-{number}.txt"))
    originals.append(data)
print("ready", flush=True)
for document, original in zip(documents, originals):
    list(store(root, [document], [original]))
    print(document.name, flush=True)
"""


def test_whoever_is_killed_leaves_whole_files(tmp_path: Path) -> None:
    random = Random(22)
    root = tmp_path / "library"
    (root / "content/meetings").mkdir(parents=True)
    (root / "content/sources.yaml").write_text("# ours\nold: {file: seeds/old.txt, publisher: P}\n")
    said: set[str] = set()
    for trial in range(TRIALS):
        before = (root / "content/sources.yaml").read_text()
        first = trial * EACH
        with _importer(root, first, first + EACH) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0, 0.06))
            process.send_signal(signal.SIGKILL)
            told = process.stdout.read().rpartition("\n")[0].splitlines()
        said.update(name.removesuffix(".txt") for name in told)
        _require_whole(root, before, said)
    _require_next_works(root)


def _importer(root: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", IMPORTER, str(root), str(first), str(last)],
        stdout=subprocess.PIPE,
        text=True,
    )


def _require_whole(root: Path, before: str, said: set[str]) -> None:
    text = (root / "content/sources.yaml").read_text()
    assert text.startswith(before)
    parsed = read_sources(text, "sources.yaml")
    assert parsed.problems == ()
    assert said <= set(parsed.value or {})
    for name, record in (parsed.value or {}).items():
        if name == "old":
            continue
        story = (root / record.file).read_text()
        assert story.startswith("Story ")
        assert story.endswith(".\n")
        assert story.count("\n\n") == 1
        original = root / record.file.replace(".txt", ".original.txt")
        assert original.read_text() == story
        json.loads((root / record.file.replace(".txt", ".import.json")).read_text())


def _require_next_works(root: Path) -> None:
    """Import everything that may have been interrupted again, and find each once."""
    documents = [
        read(f"Story {n}, told at length.\n\nIt has a second paragraph {n}.\n", f"story-{n}.txt")
        for n in range(TRIALS * EACH)
    ]
    list(store(root, documents))
    records = Library.open(root).sources
    assert len(records) == 1 + len(documents)
    assert [each.outcome for each in plan(root, documents[:20])] == ["same"] * 20
    assert not list(root.rglob("*.importing"))
    texts = {path.name for path in (root / "seeds").glob("*.txt") if "original" not in path.name}
    assert texts == {f"story-{n}.txt" for n in range(len(documents))}


def test_two_imports_at_once_lose_nothing(tmp_path: Path) -> None:
    root = tmp_path / "library"
    (root / "content/meetings").mkdir(parents=True)
    processes = [_importer(root, first, first + 12) for first in (0, 12, 24)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0

    assert len(Library.open(root).sources) == 36
