"""`kill -9` at any moment of `import`, `new` and `check --fix`: every file is whole, old or new."""

import subprocess
import sys
from pathlib import Path
from random import Random

from briefing.cardformat.parse import read_sources
from briefing.check.report import check
from briefing.library.library import Library
from tests.check.fixing.edits import library_in, trial
from tests.e2e.terminal import ROOT
from tests.hostile.outcome import Outcome

KILLS = 10
"""How often a trial kills."""
EACH = 4
"""How often each process begins to do all three."""
WRITER = """
import os, signal, sys, time
from pathlib import Path
from briefing.check.fixing.fixing import fix
from briefing.drafting.making import draft_of, write_draft
from briefing.importing.reading import document_of
from briefing.importing.storing.store import store
from briefing.library.library import Library

def write(root, first, count):
    for number in range(first, first + count):
        data = f"Story {number}, of 3 May 2021.\\n\\n“We will sign,” Ada Voss said.\\n".encode()
        (planned,) = store(root, [document_of(data, f"story-{number}.txt")], [data])
        print(f"imported {planned.id}", flush=True)
        library = Library.open(root)
        write_draft(library, draft_of(library, [planned.id], card_id=f"draft-{number}"))
        print(f"drafted draft-{number}", flush=True)
        list(fix(library, [f"card-{number}"]))
        print(f"fixed card-{number}", flush=True)

root, count = Path(sys.argv[1]), int(sys.argv[2])
write(Path(sys.argv[3]), 0, 1)  # loads all that the others need, in a library of its own
print("ready", flush=True)
for line in sys.stdin:
    first, after = line.split()
    child = os.fork()
    if not child:
        write(root, int(first), count)
        os._exit(0)
    time.sleep(float(after))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print("\\nkilled", flush=True)
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
        (meetings / f"card-{number}.yaml").write_bytes(made.edited.card)
    library_in(folder / "other").with_name("card-0.yaml").write_bytes(made.edited.card)
    told: set[str] = set()
    with _writer(root, folder / "other") as writer:
        for kill in range(KILLS):
            outcome.inputs += 1
            index = (root / "content/sources.yaml").read_text(encoding="utf-8")
            told |= _killed(writer, kill * EACH, random.uniform(0, 0.25))
            _look_at_index(root, index, told, outcome)
            _look_at_cards(root, told, outcome)
            for card_id, made in edited.items():
                found = (meetings / f"{card_id}.yaml").read_bytes()
                wanted = [made.before.card]
                if f"fixed {card_id}" not in told:
                    wanted.append(made.edited.card)
                if found not in wanted:
                    outcome.add("loss", f"{card_id} is neither old nor new: {found!r}")
        _, err = writer.communicate()
        if err:
            outcome.add("traceback", err)
    _look_at_what_follows(root, outcome)
    return outcome


def _writer(root: Path, other: Path) -> subprocess.Popen[str]:
    """Start a process that has others write, and kills them."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(root), str(EACH), str(other)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    while (line := writer.stdout.readline()) != "ready\n":
        assert line, "the writer has ended"
    return writer


def _killed(writer: subprocess.Popen[str], first: int, after: float) -> set[str]:
    """Have a process write for some seconds and killed, and return what it said it had done."""
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(f"{first} {after}\n")
    writer.stdin.flush()
    told: list[str] = []
    while (line := writer.stdout.readline()) != "killed\n":
        assert line, "the writer has ended"
        told.append(line)
    # The last line may be half a line, which the end of another was put behind.
    whole = [line.strip() for line in told if line.strip()]
    return {line for line in whole if line.partition(" ")[2]}


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
