"""`kill -9` at any moment: what was saved is there at the next start, what was built is right."""

import shutil
import signal
import time
from pathlib import Path
from random import Random

from tests.catalogue.libraries import MadeLibrary
from tests.e2e.harbour import FIRST, write_library
from tests.e2e.terminal import MODULE, Pty
from tests.hostile.keeping import QUESTIONS, answers, look_for_saved, start_writer
from tests.hostile.outcome import Outcome
from tests.hostile.running import start
from tests.hostile.sessions import environment, leave

SEARCHES = ("tides", "harbour", "shared", "autumn", "master", "talks")


def killed_saving(random: Random, folder: Path) -> Outcome:
    """Kill processes that save searches, then start a reader on the same notebook."""
    outcome = Outcome()
    environ = environment(folder, write_library(folder / "library"))
    notebook = Path(environ["XDG_DATA_HOME"], "briefing", "notebook.sqlite")
    saved: set[str] = set()
    for number in range(4):
        outcome.inputs += 1
        writers = [
            start_writer(notebook, f"{number}.{each}") for each in range(random.choice((1, 1, 2)))
        ]
        first = writers[0].stdout
        assert first is not None
        saved.add(first.readline().decode().strip())
        time.sleep(random.uniform(0, 0.05))
        for writer in writers:
            writer.kill()
        for writer in writers:
            out, err = writer.communicate()
            if err:
                outcome.add("traceback", err.decode("utf-8", "replace"))
            # The last line may be half a line.
            saved.update(out.decode().rpartition("\n")[0].splitlines())
        look_for_saved(notebook, saved - {""}, outcome)
    with Pty(MODULE, environ) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "Saved searches")
        leave(terminal, outcome)
    return outcome


def killed_reading(random: Random, folder: Path) -> Outcome:
    """Kill a reader some time after it said that a search was saved, and start it again."""
    outcome = Outcome()
    environ = environment(folder, write_library(folder / "library"))
    notebook = Path(environ["XDG_DATA_HOME"], "briefing", "notebook.sqlite")
    saved: set[str] = set()
    for _ in range(2):
        query = random.choice(sorted(set(SEARCHES) - saved))
        outcome.inputs += 1
        with Pty(MODULE, environ) as terminal:
            terminal.wait_for(FIRST)
            terminal.press(b"/", "a phrase" if not saved else "Saved searches")
            terminal.press(query.encode(), "hit")
            terminal.press(b"\x13", "Saved this search")
            saved.add(query)
            for _ in range(random.randint(0, 3)):
                terminal.send(random.choice((b"\r", b"\x15", b"n", b"\x1b[27u", b"tides", b"/")))
                terminal.read(random.uniform(0, 0.05))
            terminal.signal(signal.SIGKILL)
            terminal.wait_exit()
        look_for_saved(notebook, saved, outcome)
    with Pty(MODULE, environ) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "Saved searches")
        leave(terminal, outcome)
    return outcome


def killed_building(random: Random, folder: Path) -> Outcome:
    """Kill commands and readers that build a catalogue; the next start answers as if never."""
    outcome = Outcome()
    made = MadeLibrary(folder / "library", random.randint(3, 60))
    environ = environment(folder, made.root)
    began = time.monotonic()
    truth = answers({**environ, "BRIEFING_CACHE": str(folder / "other")}, outcome, "a first build")
    takes = (time.monotonic() - began) / len(QUESTIONS) * 1.3
    for _ in range(4):
        if random.random() < 0.5:
            shutil.rmtree(environ["XDG_CACHE_HOME"], ignore_errors=True)
        outcome.inputs += 1
        if random.random() < 0.3:
            _kill_reader(environ, random)
        else:
            _kill_command(environ, random.uniform(0.05, takes), random)
        if random.random() < 0.5:
            _compare(answers(environ, outcome, "after a kill"), truth, outcome)
    _compare(answers(environ, outcome, "after the last kill"), truth, outcome)
    return outcome


def _kill_command(environ: dict[str, str], after: float, random: Random) -> None:
    process = start(random.choice(QUESTIONS), environ)
    time.sleep(after)
    process.kill()
    process.communicate()


def _kill_reader(environ: dict[str, str], random: Random) -> None:
    with Pty(MODULE, environ) as terminal:
        terminal.wait_for("Talks number")
        end = time.monotonic() + random.uniform(0, 0.5)
        while time.monotonic() < end:
            terminal.read(0.01)
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()


def _compare(found: object, truth: object, outcome: Outcome) -> None:
    if found != truth:
        outcome.add("loss", f"the catalogue answers {found!r:.600} instead of {truth!r:.600}")
