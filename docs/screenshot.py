"""Make the README's screenshot: the program itself draws it, after a search for a misspelt word.

Run by `make screenshot`.
"""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.app import BriefingApp

SIZE = (160, 42)
"""Columns and rows."""
QUERY = "provocatve behavor"
"""Misspelt on purpose: the quote it leads to is what the picture shows."""
_WEB_FONT = re.compile(r",?\s*url\([^)]*\)(?:\s*format\([^)]*\))?")
"""Rich names a font on the network; whoever opens the picture shall not be seen doing it."""
TARGET = Path(__file__).parent / "images" / "reader.svg"


async def draw() -> str:
    """Drive the reader and return its screen as SVG."""
    app = BriefingApp(Library.open(bundled_library()), theme="briefing-dark")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("slash", *("space" if letter == " " else letter for letter in QUERY))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        return _WEB_FONT.sub("", app.export_screenshot(title="briefing"))


def main() -> None:
    """Write the picture beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        # The picture must not depend on what the person who makes it has searched for.
        os.environ["BRIEFING_CACHE"] = folder
        os.environ["BRIEFING_NOTEBOOK"] = f"{folder}/notebook.sqlite"
        picture = asyncio.run(draw())
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
