"""`python -m benchmarks.memo`: what this program and its peers say of a memo, line by line."""

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.memo.expected import LINES, Line
from benchmarks.memo.peers import PEERS, SILENT, Said
from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.verifying.reading import memo_of
from briefing.verifying.verdict import Verdict
from briefing.verifying.verdict_text import message_of
from briefing.verifying.verifying import Verifier

MEMO = Path(__file__).parent / "memo.md"
SOURCE = "kyodo-2023-01"
PACKAGES = ("krokai", "quotecheck", "claims-cli")


def main() -> None:
    """Run everybody, print the table, write it where a file is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memo", description=__doc__)
    parser.add_argument("--peers", type=Path, metavar="DIR", help="a virtual environment with them")
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the tables")
    given = parser.parse_args()
    verdicts = ours()
    said: dict[str, Mapping[int, Said]] = {}
    said["briefing verify"] = {n: _ours(v) for n, v in verdicts.items()}
    versions: list[str] = []
    if given.peers:
        said |= theirs(given.peers, {n: v.text for n, v in verdicts.items()})
        versions = _versions(given.peers)
    text = _table(said) + "\n" + _counts(said) + "\n" + _reasons(verdicts)
    if versions:
        text += f"\nVersions: {', '.join(versions)}.\n"
    print(text)
    if given.table:
        given.table.write_text(text, encoding="utf-8")


def ours() -> dict[int, Verdict]:
    """Return our verdict on each line of the memo."""
    memo = memo_of(MEMO.read_bytes(), MEMO.name)
    verifier = Verifier(Library.open(bundled_library()), [SOURCE])
    return {verdict.line or 0: verdict for verdict in verifier.verify(memo)}


def theirs(environment: Path, quotes: Mapping[int, str]) -> dict[str, Mapping[int, Said]]:
    """Return what each peer says of each line, in a folder of its own."""
    source = bundled_library() / Library.open(bundled_library()).sources[SOURCE].file
    said: dict[str, Mapping[int, Said]] = {}
    for name, (program, run) in PEERS.items():
        binary = (environment / "bin" / program).absolute()
        if not binary.exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            memo = Path(folder) / MEMO.name
            shutil.copy(MEMO, memo)
            said[name] = run(binary, memo, source.absolute(), quotes)
    return said


def _versions(environment: Path) -> list[str]:
    python = environment / "bin/python"
    command = [str(python), "-m", "pip", "list", "--format=freeze"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    listed = dict(line.split("==") for line in done.stdout.splitlines() if "==" in line)
    return [f"{name} {listed[name]}" for name in PACKAGES if name in listed]


def _ours(verdict: Verdict) -> Said:
    other = verdict.speaker is not None and verdict.speaker.agrees is False
    word = "another speaker" if other else verdict.standing
    return f"{'holds' if verdict.holds else 'fails'} ({word})"


def _table(said: Mapping[str, Mapping[int, Said]]) -> str:
    head = ["line", "what is done to the words", "true", *said]
    rows = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for line in LINES:
        cells = [_cell(line, each.get(line.line, SILENT)) for each in said.values()]
        truth = "holds" if line.holds else "fails"
        rows.append(f"| {line.line} | {line.what} | {truth} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _cell(line: Line, said: Said) -> str:
    return said if _right(line, said) else f"**{said}**"


def _right(line: Line, said: Said) -> bool:
    return said.startswith("holds" if line.holds else "fails")


def _counts(said: Mapping[str, Mapping[int, Said]]) -> str:
    rows = [
        "| | right | false ones passed | true ones refused | passed over |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, each in said.items():
        right = sum(_right(line, each.get(line.line, SILENT)) for line in LINES)
        silent = sum(each.get(line.line, SILENT) == SILENT for line in LINES)
        passed = sum(not n.holds and each.get(n.line, SILENT).startswith("holds") for n in LINES)
        refused = sum(n.holds and each.get(n.line, SILENT).startswith("fails") for n in LINES)
        rows.append(f"| {name} | {right} of {len(LINES)} | {passed} | {refused} | {silent} |")
    return "\n".join(rows) + "\n"


def _reasons(verdicts: Mapping[int, Verdict]) -> str:
    rows = ["| line | what `briefing verify` says |", "|---|---|"]
    for line in LINES:
        if line.line in verdicts:
            rows.append(f"| {line.line} | {message_of(verdicts[line.line])} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
