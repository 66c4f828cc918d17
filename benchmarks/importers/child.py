"""One import in a process of its own, so that its time and its memory are its own."""

import json
import resource
import sys
import time
from pathlib import Path

from briefing.importing.reading import document_of


def main() -> None:
    """Import the files that are named, and print what came of them as JSON."""
    story: list[str] = []
    left = 0
    spent = 0.0
    for name in sys.argv[1:]:
        path = Path(name)
        data = path.read_bytes()
        start = time.process_time()
        document = document_of(data, path.name)
        spent += time.process_time() - start
        story += [block.text for block in document.blocks if not block.furniture]
        left += sum(bool(block.furniture) for block in document.blocks)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"story": story, "furniture": left, "seconds": spent, "peak": peak}))


if __name__ == "__main__":
    main()
