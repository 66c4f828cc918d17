"""A process that searches while the files it searches are cut short under its hands.

`python -m tests.catalogue.cutting LIBRARY FOLDER WHO ROUNDS SMALL SEED`: one thread asks, as WHO
does, and another cuts, empties, removes and overwrites whatever lies in the folder, as often as it
comes to run. Files of more than SMALL bytes are read in stretches. At last, left alone, it has to
answer like new.
"""

import os
import random
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import recovered, sync_with_recovery
from briefing.errors import BriefingError
from briefing.search.index import array_file
from briefing.tui.session.library.catalogue_sync import CatalogueSync
from tests.catalogue.truth import assert_true

QUERIES = ("water talks", "harbuor", '"old harbour"', "speaker:voss", "date:2020", "kind:quote")


class Harm(Thread):
    """Does harm to files of a folder until it is told to stop."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        super().__init__(daemon=True)
        self._folder, self._dice = folder, dice
        self.over = Event()
        self.done = 0

    def run(self) -> None:
        """Harm one file after the other."""
        while not self.over.is_set():
            with suppress(OSError, IndexError, ValueError):
                self._harm(self._dice.choice(list(self._folder.iterdir())))
                self.done += 1
            self.over.wait(self._dice.random() / 100)

    def _harm(self, path: Path) -> None:
        size = path.stat().st_size
        kind = self._dice.choice(("cut", "cut", "empty", "write", "remove"))
        if kind == "cut":
            os.truncate(path, self._dice.randrange(size))
        elif kind == "empty":
            os.truncate(path, 0)
        elif kind == "remove":
            path.unlink()
        else:
            with path.open("r+b") as file:
                file.seek(self._dice.randrange(size))
                file.write(self._dice.randbytes(64))


def ask_reader(root: Path, folder: Path, rounds: int, dice: random.Random) -> int:
    """Ask as the reader does, which mends what it can; return how many answers there were."""
    catalogue_sync = CatalogueSync(root)
    answers = 0
    for _ in range(rounds):
        catalogue_sync.run(lambda _: None)
        for query in dice.sample(QUERIES, 3):
            answers += catalogue_sync.answer(query) is not None
        catalogue_sync = _on_disk(catalogue_sync, root)
    return answers


def _on_disk(catalogue_sync: CatalogueSync, root: Path) -> CatalogueSync:
    """Return one that keeps files, where one has given up keeping any."""
    held = catalogue_sync.catalogue()
    return catalogue_sync if held is not None and held.folder is not None else CatalogueSync(root)


def ask_catalogue(root: Path, folder: Path, rounds: int, dice: random.Random) -> int:
    """Ask as the command line does; return how many answers there were."""
    answers = 0
    catalogue = Catalogue.open(root, folder)
    for _ in range(rounds):
        try:
            catalogue, _ = sync_with_recovery(catalogue)
            for query in dice.sample(QUERIES, 3):
                catalogue.engine().search(query)
                catalogue.meetings()
                answers += 1
        except (BriefingError, sqlite3.Error, OSError, IndexError, ValueError) as error:
            catalogue = recovered(catalogue, error)
        if catalogue.folder is None:
            catalogue.close()
            catalogue = Catalogue.open(root, folder)
    catalogue.close()
    return answers


def main(root: Path, folder: Path, who: str, rounds: int, small: int, seed: int) -> None:
    """Ask under harm, then make sure that all is well once it is over."""
    setattr(array_file, "_READ_WHOLE_BYTES", small)  # noqa: B010  # a constant of the module
    sys.setswitchinterval(1e-5)
    harm = Harm(folder, random.Random(seed))
    sync_with_recovery(Catalogue.open(root, folder))[0].close()
    harm.start()
    ask = {"reader": ask_reader, "catalogue": ask_catalogue}[who]
    answers = ask(root, folder, rounds, random.Random(seed + 1))
    harm.over.set()
    harm.join()
    catalogue, _ = sync_with_recovery(Catalogue.open(root, folder))
    try:
        catalogue.verify()
    except (BriefingError, sqlite3.Error, OSError) as error:
        catalogue, _ = sync_with_recovery(recovered(catalogue, error))
    assert_true(catalogue, besides=("record",))
    print(answers, harm.done)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], *map(int, sys.argv[4:]))
