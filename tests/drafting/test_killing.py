"""`kill -9` at any moment of `briefing new`: the card is whole or not there, and can be made again.

A share of the trials runs here; `BRIEFING_KILLS=500` asks for more.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from briefing.drafting.making import draft_of, write_draft
from briefing.library.library import Library

TRIALS = int(os.environ.get("BRIEFING_KILLS", "6"))
EACH = 12
"""Drafts that each process begins to write."""
DRAFTER = """
import sys
from pathlib import Path
from briefing.drafting.making import draft_of, write_draft
from briefing.library.library import Library
library = Library.open(Path(sys.argv[1]))
first = int(sys.argv[2])
drafts = [draft_of(library, ["courier"], card_id=f"card-{n}") for n in range(first, first + 12)]
print("ready", flush=True)
for draft in drafts:
    write_draft(library, draft)
    print(draft.id, flush=True)
"""


def test_whoever_is_killed_leaves_whole_cards(library: Path) -> None:
    random = Random(24)
    said: set[str] = set()
    for trial in range(TRIALS):
        arguments = [sys.executable, "-c", DRAFTER, str(library), str(trial * EACH)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            told = process.stdout.read().rpartition("\n")[0].splitlines()
        said.update(told)
        _require_whole(library, range(trial * EACH, trial * EACH + EACH), said)
    _require_next_works(library)


def _require_whole(root: Path, numbers: range, said: set[str]) -> None:
    library = Library.open(root)
    assert said <= set(library.card_ids)
    for card_id in {f"card-{number}" for number in numbers} & set(library.card_ids):
        assert library.card(card_id).status == "draft"


def _require_next_works(root: Path) -> None:
    """Write every draft that may have been interrupted, once."""
    before = Library.open(root)
    for number in range(TRIALS * EACH):
        if f"card-{number}" not in before.card_ids:
            write_draft(before, draft_of(before, ["courier"], card_id=f"card-{number}"))
    after = Library.open(root)
    assert len(after.card_ids) == TRIALS * EACH
    assert after.problems() == ()
    assert not list(root.rglob("*.importing"))
