"""Every command of the command line, with any library and any words, into anything."""

import json
import os
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.e2e.harbour import write_library
from tests.hostile.libraries import damaged_library, hostile_library
from tests.hostile.outcome import Outcome
from tests.hostile.running import DESTINATIONS, Ended, look, run
from tests.hostile.sessions import environment
from tests.hostile.texts import CONFUSING, HIDING, STEERING, hostile_text

STATUSES = {
    "list": (0, 2),
    "show": (0, 2),
    "search": (0, 1, 2),
    "topics": (0, 2),
    "speakers": (0, 2),
    "commitments": (0, 2),
    "timeline": (0, 2),
    "prepare": (0, 2),
    "compare": (0, 2),
    "phrase": (0, 1, 2),
    "check": (0, 1, 2),
    "why": (0, 1, 2),
    "explain": (0, 2),
    "schema": (0, 2),
    "verify": (0, 1, 2),
    "report": (0, 1, 2),
    "open": (0, 2),
}
"""The exit statuses each command may end with, as docs/cli.md lists them."""
PAGERS = ("cat", "head -n 2", "true", "sh -c 'exit 3'", "no-such-pager", "")
FORMS = ((), (), ("--json",), ("--plain",), ("--json", "--plain"))


def every_command(random: Random, folder: Path) -> Outcome:
    """Run commands on a library that was damaged or is hostile, wherever their output may go."""
    name = random.choice(("library", "library", "lib\x1b[2J\u202e\u200brary\x07", "l\udcffib"))
    make = random.choice((damaged_library, damaged_library, hostile_library))
    library = make(folder / name, random)
    environ = {**environment(folder, library), "PAGER": random.choice(PAGERS)}
    if random.random() < 0.3:
        _leave_report(Path(environ["XDG_STATE_HOME"]), random)
    outcome = Outcome()
    before = contents(library)
    for _ in range(6):
        command = random.choice(tuple(STATUSES))
        arguments = _arguments(command, library, random)
        if command in ("compare", "phrase"):
            environ = {**environ, "PAGER": "cat"}  # these are long, and nobody leaves the pager
        to = random.choice(DESTINATIONS)
        ended = run(arguments, environ, to)
        said = f"{arguments} into a {to}"
        look(said, ended, outcome, environ, STATUSES[command])
        _look_at_form(said, arguments, ended, outcome)
    if contents(library) != before:
        outcome.add("loss", "the library was written to")
    return outcome


def contents(library: Path) -> dict[str, str]:
    """Return what lies in a library, by path."""
    found = {}
    for path in sorted(library.rglob("*")):
        plain = path.is_file() and not path.is_symlink()
        found[os.fsdecode(path)] = sha256(path.read_bytes()).hexdigest() if plain else ""
    return found


def _look_at_form(said: str, arguments: list[str], ended: Ended, outcome: Outcome) -> None:
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if ended.to == "pipe" and "--json" in options and ended.out:
        try:
            json.loads(ended.out)
        except ValueError as error:
            outcome.add("status", f"{said}: no JSON: {error}: {ended.out[:300]!r}")
    if ended.to == "full disk" and ended.status == 0:
        outcome.add("loss", f"{said}: nothing was written, and nothing was said")


def _arguments(command: str, library: Path, random: Random) -> list[str]:
    form = list(random.choice(FORMS))
    match command:
        case "show":
            words = ["show", _card(library, random)]
        case "search":
            words = ["search", *form, "--", *(_word(random) for _ in range(random.randint(1, 3)))]
            form = []
        case "topics" | "speakers" | "prepare":
            words = [command, *(_name(random) for _ in range(random.randint(0, 2)))]
            words += random.choice(((), (), ("--format", random.choice(("markdown", "csv")))))
        case "commitments" | "timeline":
            words = [command, *random.choice(((), (), ("--format", random.choice(("csv", "ics")))))]
            words += random.choice(((), (), ("--series", _name(random))))
        case "compare":
            cards = [_card(library, random) for _ in range(random.randint(0, 2))]
            words = ["compare", *random.choice((cards, ["--series", _word(random)]))]
        case "phrase":
            words = ["phrase", *form, "--", *(_word(random) for _ in range(random.randint(1, 3)))]
            form = []
        case "why":
            words = ["why", _card(library, random)]
        case "explain":
            words = ["explain", random.choice(("cut-negation", _word(random) or "x"))]
        case "schema":
            words = ["schema", random.choice(("card", "topics", _word(random)))]
        case "verify":
            form_of = ("--format", random.choice(("text", "sarif", "github")))
            words = ["verify", _document(library, random), *random.choice(((), form_of))]
        case "check":
            options = ((), (), ("--all",), ("--format", "sarif"), ("--format", "github"))
            words = ["check", *random.choice(options)]
        case "report":
            words = ["report", *random.choice(((), ("--path",)))]
        case "open":
            words = [_card(library, random), random.choice(("--plain", "--json"))]
        case _:
            words = [command]
    if random.random() < 0.1:
        words.append(random.choice(("--no", "--limit", "more", f"--{_word(random)}")))
    return [*form, *words] if random.random() < 0.5 else [*words, *form]


def _card(library: Path, random: Random) -> str:
    meetings = library / "content" / "meetings"
    stems = [path.stem for path in meetings.glob("*")] if meetings.is_dir() else []
    name = random.choice((*stems, "2022", "harbour", _word(random)))
    if random.random() < 0.4:
        name += "#" + random.choice(("1", "0", "99999999999999999999", "-1", _word(random)))
    return name or "harbour"


def _name(random: Random) -> str:
    """Return what may be the name of a topic, a speaker or a series."""
    return random.choice(("tides", "harbour", "a", "voss", _word(random)))


def _document(library: Path, random: Random) -> str:
    files = [str(path) for path in library.glob("seeds/*")]
    return random.choice((*files, "-", str(library), "nowhere.txt"))


def _word(random: Random) -> str:
    fields = ("speaker:", "topic:", "date:2022..2023 ", "kind:", '"', "-", "series:", "date:9..")
    words = ("tides", "tieds", "harbour", "shared concern", "x" * 3000, "²", "")
    hostile = random.choice((*STEERING, *HIDING, *CONFUSING))
    kinds = (random.choice(words), random.choice(fields) + random.choice(words), hostile)
    return random.choice(kinds).replace("\x00", "")


def _leave_report(state: Path, random: Random) -> None:
    folder = state / "briefing"
    folder.mkdir(parents=True)
    report = hostile_text(random, "a report that somebody else has written")
    (folder / "crash-20200101T000000.000000Z-1.txt").write_text(report, "utf-8", "replace")


def sound_commands(random: Random, folder: Path) -> Outcome:
    """Run commands on a sound library: what is right is told by the exit status."""
    environ = environment(folder, write_library(folder / "library"))
    outcome = Outcome()
    expected = (
        (["list"], 0),
        (["show", "2023-01-11-harbour"], 0),
        (["show", "2023-01-11-harbour#2"], 0),
        (["search", "tides"], 0),
        (["search", "xylophone"], 1),
        (["check"], 0),
        (["check", "--strict"], 1),
        (["report"], 1),
        (["show", "nowhere"], 2),
        (["2023-01-11", "--plain"], 0),
        (["--help"], 0),
        (["--version"], 0),
    )
    for arguments, status in random.sample(expected, 5):
        form = random.choice(((), ("--json",), ("--plain",)))
        to = random.choice(tuple(place for place in DESTINATIONS if place != "full disk"))
        ended = run([*form, *arguments], environ, to)
        look(f"{arguments} {form} into a {to}", ended, outcome, environ, (status,))
    return outcome
