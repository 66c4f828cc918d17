"""fzf without its screen: `--filter` reads all lines and prints the matching ones, best first."""

import subprocess
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.competitors.base import Competitor, is_phrase, plain
from benchmarks.passages import Text


class Fzf(Competitor):
    """One process a query; reading the lines is part of it, as it is for who uses it so."""

    note = "a process a query, lines read each time; all words must match, in order of letters"

    def version(self) -> str:
        """Return its name and version."""
        done = subprocess.run(["fzf", "--version"], capture_output=True, text=True, check=True)
        return f"fzf {done.stdout.strip()}"

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Write the lines, each with its index before a tab."""
        with (folder / "lines.tsv").open("w", encoding="utf-8") as file:
            file.writelines(f"{index}\t{entry.text}\n" for index, entry in enumerate(texts))

    def open(self, folder: Path) -> None:
        """Remember where the lines are."""
        self._lines = folder / "lines.tsv"

    def search(self, query: str, limit: int) -> Sequence[int]:
        """Answer a finished query."""
        wanted = f"'{plain(query)}" if is_phrase(query) else plain(query)
        wanted = wanted.replace(" ", "\\ ") if is_phrase(query) else wanted
        command = ["fzf", "--filter", wanted, "--delimiter", "\t", "--nth", "2.."]
        with (
            self._lines.open("rb") as lines,
            subprocess.Popen(command, stdin=lines, stdout=subprocess.PIPE, text=True) as running,
        ):
            assert running.stdout is not None
            best = islice(running.stdout, limit)
            found = [int(line.partition("\t")[0]) for line in best]
            running.kill()
        return found
