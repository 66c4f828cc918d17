"""Several processes at one catalogue and at one notebook: all of them finish, nothing is lost."""

from pathlib import Path
from random import Random

from tests.catalogue.libraries import MadeLibrary
from tests.e2e.harbour import FIRST, write_library
from tests.e2e.terminal import MODULE, Pty
from tests.hostile.keeping import QUESTIONS, answer, answers, look_for_saved, start_writer
from tests.hostile.outcome import Outcome
from tests.hostile.running import finish, start
from tests.hostile.sessions import environment, leave


def building_together(random: Random, folder: Path) -> Outcome:
    """Start commands and a reader that build the same catalogue, and compare what they answer."""
    outcome = Outcome()
    made = MadeLibrary(folder / "library", random.randint(3, 60))
    environ = environment(folder, made.root)
    apart = {**environ, "BRIEFING_CACHE": str(folder / "apart")}
    truth = dict(zip(QUESTIONS, answers(apart, outcome, "a first build"), strict=True))
    chosen = [random.choice(QUESTIONS) for _ in range(random.randint(2, 4))]
    with Pty(MODULE, environ) as terminal:
        processes = [start(question, environ) for question in chosen]
        terminal.wait_for("Talks number")
        for question, process in zip(chosen, processes, strict=True):
            found = answer(finish(process), environ, outcome, f"{question} beside others")
            if found != truth[question]:
                outcome.add("loss", f"{question} beside others: {found!r:.900}")
        leave(terminal, outcome)
    _edit(made, random)
    processes = [start(question, environ) for question in chosen]
    _edit(made, random)
    for process in processes:
        # What is saved in this moment may not be found in this moment.
        answer(finish(process), environ, outcome, "beside others and an editor", (0, 1))
    after = answers(environ, outcome, "after all")
    alone = {**environ, "BRIEFING_CACHE": str(folder / "alone")}
    right = answers(alone, outcome, "built alone")
    for asked, one, other in zip(QUESTIONS, after, right, strict=True):
        if one != other:
            outcome.add("loss", f"after all, {asked}: {_differing(one, other)}")
    return outcome


def _differing(found: object, right: object) -> str:
    """Return what only one of two answers holds, short enough to be read."""
    if isinstance(found, list) and isinstance(right, list):
        found, right = (
            [each for each in found if each not in right],
            [each for each in right if each not in found],
        )
    return f"{found!r:.600} instead of {right!r:.600}"


def _edit(made: MadeLibrary, random: Random) -> None:
    """Save a card or a source anew, as an editor does: whole, under its name."""
    for number in random.sample(range(1, len(made.records) + 1), 2):
        path = random.choice((made.card_path, made.source_path))(number)
        part = path.with_name(f".{path.name}.part")
        part.write_text(path.read_text("utf-8").replace("Talks number", "Talks, number"), "utf-8")
        part.replace(path)


def saving_together(random: Random, folder: Path) -> Outcome:
    """Let processes and readers save searches in one notebook at once."""
    outcome = Outcome()
    environ = environment(folder, write_library(folder / "library"))
    notebook = Path(environ["XDG_DATA_HOME"], "briefing", "notebook.sqlite")
    count = random.randint(5, 60)
    writers = [start_writer(notebook, f"w{n}", count) for n in range(random.randint(2, 4))]
    saved = {f"w{n} {number}" for n in range(len(writers)) for number in range(count)}
    with Pty(MODULE, environ) as one, Pty(MODULE, environ) as two:
        for terminal, query in ((one, "tides"), (two, "harbour")):
            terminal.wait_for(FIRST)
            terminal.press(b"/", "searches" if notebook.exists() else "a phrase")
            terminal.press(query.encode(), "hit")
            terminal.press(b"\x13", "Saved this search")
            saved.add(query)
        for terminal in (one, two):
            leave(terminal, outcome)
    for writer in writers:
        outcome.inputs += count
        ended = finish(writer)
        if ended.status is None:
            outcome.add("hang", "a writer beside others")
        elif ended.status or ended.err:
            outcome.add("loss", f"{ended.status}: {ended.err.decode('utf-8', 'replace')}")
    look_for_saved(notebook, saved, outcome)
    return outcome
