"""Hostile and damaged documents of every format through `import`, `new` and `verify`."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from random import Random

from briefing.library.library import Library
from tests.hostile.libraries import struck
from tests.hostile.outcome import Outcome
from tests.hostile.running import Ended, look, run
from tests.hostile.sessions import environment
from tests.hostile.texts import hostile_text, leaks_in_print
from tests.importing.archives import docx, epub, paragraph
from tests.importing.papers import Print, pdf

_SAID = "“We will share the water in good years,” Minister Ada Voss said on 3 May 2021."
_STATUSES = {"import": (0, 2), "new": (0, 2), "verify": (0, 1, 2)}


def hostile_documents(random: Random, folder: Path) -> Outcome:
    """Import a document, draft a card about what came of it, and verify it as a memo."""
    outcome = Outcome()
    library = folder / "library"
    (library / "content" / "meetings").mkdir(parents=True)
    environ = environment(folder, library)
    for _ in range(2):
        name = random.choice(tuple(_MAKERS))
        data = _MAKERS[name](random)
        for _ in range(random.choice((0, 0, 1, 3))):
            data = struck(data, random)
        document = folder / random.choice((name, f"a\x1b[2J\u202e{name}", "no-suffix"))
        document.write_bytes(data)
        options = random.choice(((), ("--json",), ("--keep-original",), ("--dry-run",)))
        _ended("import", [str(document), *options], outcome, environ)
        for source_id in Library.open(library).sources:
            card_id = f"card-{random.randrange(10**6)}"
            _ended("new", [source_id, "--date", "2021-05-03", "--id", card_id], outcome, environ)
        form = random.choice(("text", "json", "sarif", "github"))
        _ended("verify", [str(document), "--format", form], outcome, environ)
        _look_at_library(library, name, outcome)
    return outcome


def _ended(command: str, words: list[str], outcome: Outcome, environ: dict[str, str]) -> None:
    ended = run([command, *words], environ)
    # Whatever was done is told on standard error too, beside messages: only what is printed counts.
    told = [line for line in ended.err.splitlines(keepends=True) if line.startswith(b"briefing: ")]
    kept = ended.err if b"Traceback" in ended.err else b"".join(told)
    look(
        f"{command} {words}",
        Ended(ended.status, ended.out, kept),
        outcome,
        environ,
        _STATUSES[command],
    )
    for leak in leaks_in_print(ended.err)[:2]:
        outcome.add("leak", f"{command} {words}, to standard error: {leak!r}")


def _look_at_library(root: Path, name: str, outcome: Outcome) -> None:
    """Note what was half-written, and what a text holds that no text of a library may."""
    library = Library.open(root)
    library.cards()
    for problem in library.problems():
        if problem.severity == "error":
            outcome.add("loss", f"{name}: what was written is wrong: {problem}")
    for file in (root / "seeds").glob("*.txt"):
        if ".original." in file.name:
            continue
        for leak in leaks_in_print(file.read_bytes().replace(b"\t", b" "))[:2]:
            outcome.add("leak", f"{name}: {file.name} holds {leak!r}")
    for part in root.rglob("*.importing"):
        outcome.add("loss", f"{name}: {part.name} was left")


def _text(random: Random) -> str:
    return (
        f"{hostile_text(random, 'the ministers met')}\n\n{_SAID} {hostile_text(random, 'Later')}\n"
    )


def _plain(random: Random) -> bytes:
    return _text(random).encode(random.choice(("utf-8", "utf-16", "cp1251", "utf-32")), "replace")


def _markdown(random: Random) -> bytes:
    head = f"---\ntitle: {hostile_text(random, 'Talks')}\ndate: 2021-05-03\n---\n\n# A\n\n"
    return (head + _text(random)).encode("utf-8", "replace")


def _page(random: Random) -> bytes:
    text = "".join(f"<p>{escape(part)}</p>" for part in _text(random).split("\n\n"))
    title = escape(hostile_text(random, "Talks"))
    return f"<!doctype html><html><title>{title}</title><body><article>{text}{text}".encode()


def _paper(random: Random) -> bytes:
    def letters(text: str) -> str:
        return text.encode("cp1252", "replace").decode("cp1252")

    title = letters(hostile_text(random, "Talks")).translate({40: None, 41: None, 92: None})
    rows = [
        Print(50, 100 + 12 * n, letters(_text(random))[:90]) for n in range(random.randint(0, 60))
    ]
    return pdf([rows, rows], info=f"/Title ({title})")


def _word(random: Random) -> bytes:
    visible = _text(random).translate(dict.fromkeys((*range(32), 0xFFFF, 0xFDD0)))
    return docx(paragraph(escape(visible)) * random.randint(1, 3))


def _book(random: Random) -> bytes:
    return epub({"a.xhtml": f"<p>{escape(_text(random))}</p>"}, escape(hostile_text(random, "B")))


def _mail(random: Random) -> bytes:
    subject = hostile_text(random, "Talks").replace("\n", " ").replace("\r", " ")
    head = f"From: Ada <a@example.org>\nSubject: {subject}\nDate: Mon, 3 May 2021 10:00:00 +0000\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{_text(random)}".encode(
        "utf-8", "replace"
    )


def _captions(random: Random) -> bytes:
    cues = "".join(
        f"{n + 1}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{hostile_text(random, 'we met')}\n\n"
        for n in range(5)
    )
    return cues.encode("utf-8", "replace")


def _hearing(random: Random) -> bytes:
    turns = (f"{who}: {hostile_text(random, 'Will you sign')}?" for who in ("Q", "MS. VOSS") * 4)
    return "\n\n".join(turns).encode("utf-8", "replace")


_MAKERS: dict[str, Callable[[Random], bytes]] = {
    "a.txt": _plain,
    "a.md": _markdown,
    "a.html": _page,
    "a.pdf": _paper,
    "a.docx": _word,
    "a.epub": _book,
    "a.eml": _mail,
    "a.srt": _captions,
    "b.txt": _hearing,
}
