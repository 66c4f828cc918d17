"""`kill -9` at any moment of `import`, `new` and `check --fix`: every file is whole, old or new."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from briefing.cardformat.parse import read_sources
from briefing.check.report import check
from briefing.library.library import Library
from tests.check.fixing.edits import library_in, trial
from tests.e2e.terminal import ROOT
from tests.hostile.outcome import Outcome

KILLS = 4
"""How often a trial kills."""
EACH = 6
"""How often each process begins to do all three."""
WRITER = """
import sys
from pathlib import Path
from briefing.check.fixing.fixing import fix
from briefing.drafting.making import draft_of, write_draft
from briefing.importing.reading import document_of
from briefing.importing.storing.store import store
from briefing.library.library import Library
root, first = Path(sys.argv[1]), int(sys.argv[2])
documents = {}
for number in range(first, first + int(sys.argv[3])):
    data = f"Story {number}, of 3 May 2021.\\n\\n“We will sign,” Ada Voss said.\\n".encode()
    documents[number] = document_of(data, f"story-{number}.txt"), data
library = Library.open(root)
list(library.cards())
print("ready", flush=True)
for number, (document, data) in documents.items():
    (planned,) = store(root, [document], [data])
    print(f"imported {planned.id}", flush=True)
    library = Library.open(root)
    write_draft(library, draft_of(library, [planned.id], card_id=f"draft-{number}"))
    print(f"drafted draft-{number}", flush=True)
    list(fix(library, [f"card-{number}"]))
    print(f"fixed card-{number}", flush=True)
"""


def killed_writing(random: Random, folder: Path) -> Outcome:
    """Kill processes that import, draft and mend, and look at every file after each."""
    outcome = Outcome()
    root = folder / "library"
    meetings = library_in(root).parent
    edited = {}
    for number in range(KILLS * EACH):
        made = trial(random.randrange(10**6))
        edited[f"card-{number}"] = made
        (meetings / f"card-{number}.yaml").write_bytes(made.edited)
    told: set[str] = set()
    for kill in range(KILLS):
        outcome.inputs += 1
        index = (root / "content/sources.yaml").read_text(encoding="utf-8")
        told |= _killed(root, kill * EACH, random.uniform(0, 0.25), outcome)
        _look_at_index(root, index, told, outcome)
        _look_at_cards(root, told, outcome)
        for card_id, made in edited.items():
            found = (meetings / f"{card_id}.yaml").read_bytes()
            wanted = (made.before,) if f"fixed {card_id}" in told else (made.before, made.edited)
            if found not in wanted:
                outcome.add("loss", f"{card_id} is neither old nor new: {found!r}")
    _look_at_what_follows(root, outcome)
    return outcome


def _killed(root: Path, first: int, after: float, outcome: Outcome) -> set[str]:
    """Let a process write for some seconds, kill it, and return what it said it had done."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(root), str(first), str(EACH)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    out, err = process.communicate()
    if err:
        outcome.add("traceback", err)
    # The last line may be half a line.
    return set(out.rpartition("\n")[0].splitlines())


def _look_at_index(root: Path, before: str, told: set[str], outcome: Outcome) -> None:
    text = (root / "content/sources.yaml").read_text(encoding="utf-8")
    parsed = read_sources(text, "sources.yaml")
    records = parsed.value or {}
    if not text.startswith(before) or parsed.problems:
        outcome.add("loss", f"the index is neither old nor new: {text}")
    for name in (said.partition(" ")[2] for said in told if said.startswith("imported ")):
        if name not in records:
            outcome.add("loss", f"{name} was imported, and the index does not list it")
    for record in records.values():
        path = root / record.file
        if not path.is_file() or not path.read_text(encoding="utf-8").endswith("\n"):
            outcome.add("loss", f"{record.file} is listed, and not whole")


def _look_at_cards(root: Path, told: set[str], outcome: Outcome) -> None:
    library = Library.open(root)
    library.cards()
    for card_id, error in library.broken.items():
        outcome.add("loss", f"{card_id} cannot be read: {error}")
    for said in told:
        if said.startswith("drafted ") and said.partition(" ")[2] not in library.card_ids:
            outcome.add("loss", f"{said}, and it is not there")


def _look_at_what_follows(root: Path, outcome: Outcome) -> None:
    """Do everything again: what was done is left alone, what was not is done, no half is left."""
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "check", str(root), "--fix"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        outcome.add("traceback", done.stderr)
    if any(problem.severity == "error" for problem in check(Library.open(root)).problems):
        outcome.add("loss", "an error was left")
