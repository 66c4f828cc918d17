"""Other checkers of quotations, run as their users run them, and what they say of each line."""

import hashlib
import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

Said = str
"""`holds`, `fails` or `silent`, with the peer's own word for it in brackets."""
SILENT = "silent"

KROKAI_GOOD = ("VERIFIED", "PUNCTUATION", "TYPESETTING")
"""What krokai does not count among what needs a human."""


def quotecheck(
    binary: Path, memo: Path, source: Path, quotes: Mapping[int, str]
) -> Mapping[int, Said]:
    """Run `quotecheck SOURCE --batch MEMO`, which finds the quotations itself."""
    command = [str(binary), str(source), "--batch", str(memo), "--json"]
    said = {row["line"]: row["status"] for row in json.loads(_run(command, memo.parent))}
    return {n: _told(said[n], said[n] == "found") if n in said else SILENT for n in quotes}


def krokai_check(
    binary: Path, memo: Path, source: Path, quotes: Mapping[int, str]
) -> Mapping[int, Said]:
    """Run `krokai check` over a folder with the source as a law and the memo as a filing."""
    home = _matter(binary, memo, source, "check")
    (home / "case" / memo.name).write_bytes(memo.read_bytes())
    _run([str(binary), "check"], home)
    (report,) = home.glob("reports/*/result.json")
    rows = json.loads(report.read_text(encoding="utf-8"))["rows"]
    said = {_plain(row["quote"]): row["verdict"] for row in rows}
    return {
        n: _told(said[_plain(quote)], said[_plain(quote)] in KROKAI_GOOD)
        if _plain(quote) in said
        else SILENT
        for n, quote in quotes.items()
    }


def krokai_quote(
    binary: Path, memo: Path, source: Path, quotes: Mapping[int, str]
) -> Mapping[int, Said]:
    """Run `krokai quote` for each quotation."""
    home = _matter(binary, memo, source, "quote")
    said: dict[int, Said] = {}
    for number, quote in quotes.items():
        found = re.search(r"^[A-Z][A-Z ]+$", _run([str(binary), "quote", quote], home), re.M)
        verdict = found.group() if found else ""
        said[number] = _told(verdict, verdict in KROKAI_GOOD) if verdict else SILENT
    return said


def claims(binary: Path, memo: Path, source: Path, quotes: Mapping[int, str]) -> Mapping[int, Said]:
    """Declare each quotation in a manifest and run `claims verify`: it finds none itself."""
    home = memo.parent / "manifest"
    home.mkdir()
    (home / "source.txt").write_bytes(source.read_bytes())
    digest = {"algorithm": "sha256", "value": hashlib.sha256(source.read_bytes()).hexdigest()}
    artifact = {"id": "source", "path": "source.txt", "media_type": "text/plain", "digest": digest}
    said: dict[int, Said] = {}
    for number, quote in quotes.items():
        evidence = {"kind": "quote", "artifact": "source", "text": quote}
        manifest = {
            "schema_version": "repro/1",
            "project": "memo",
            "artifacts": [artifact],
            "claims": [{"id": f"line-{number}", "text": quote, "evidence": [evidence]}],
        }
        (home / "repro.yaml").write_text(json.dumps(manifest), encoding="utf-8")
        command = [str(binary), "verify"]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        said[number] = _told(f"exit {done.returncode}", done.returncode == 0)
    return said


def _matter(binary: Path, memo: Path, source: Path, name: str) -> Path:
    home = memo.parent / name
    home.mkdir()
    _run([str(binary), "init"], home)
    (home / "law/source.txt").write_bytes(source.read_bytes())
    return home


def _told(word: str, good: bool) -> Said:
    return f"{'holds' if good else 'fails'} ({word.casefold().replace('_', ' ')})"


def _plain(quote: str) -> str:
    return re.sub(r"[\W_]+", " ", quote).strip().casefold()


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    return done.stdout


PEERS: Mapping[
    str, tuple[str, Callable[[Path, Path, Path, Mapping[int, str]], Mapping[int, Said]]]
] = {
    "krokai check": ("krokai", krokai_check),
    "krokai quote": ("krokai", krokai_quote),
    "quotecheck": ("quotecheck", quotecheck),
    "claims verify": ("claims", claims),
}
"""Each peer's program and how it is run."""
