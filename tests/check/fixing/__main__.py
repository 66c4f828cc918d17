"""Edit libraries by seeds, mend them, and say how often any byte stayed other than it was."""

import sys
from collections import Counter

from tests.check.fixing.edits import run, trial

count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
wrong = dict(run(range(count)))
for seed, text in wrong.items():
    print(f"seed {seed}:\n{text}")
kinds = Counter(kind for seed in range(count) for kind in trial(seed).kinds)
print(", ".join(f"{number:,} with {kind}" for kind, number in kinds.most_common()))
print(f"{count:,} edits, {len(wrong):,} not taken back byte by byte")
sys.exit(bool(wrong))
