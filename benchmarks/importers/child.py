"""One import in a process of its own, so that its time and its memory are its own."""

import json
import resource
import sys
from pathlib import Path

from briefing.importing.reading import document_of

_ALL = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
"""A PDF is read in a process of its own."""


def _processor_time() -> float:
    used = [resource.getrusage(who) for who in _ALL]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    """Import the files that are named, and print what came of them as JSON."""
    story: list[str] = []
    left = 0
    spent = 0.0
    for name in sys.argv[1:]:
        path = Path(name)
        data = path.read_bytes()
        start = _processor_time()
        document = document_of(data, path.name)
        spent += _processor_time() - start
        story += [block.text for block in document.blocks if not block.furniture]
        left += sum(bool(block.furniture) for block in document.blocks)
    peak = max(resource.getrusage(who).ru_maxrss for who in _ALL)
    print(json.dumps({"story": story, "furniture": left, "seconds": spent, "peak": peak}))


if __name__ == "__main__":
    main()
