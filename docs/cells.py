"""Write the table of cell widths in briefing/text/cell_table.py from the terminal toolkit's.

Run by `make cells` when the toolkit knows a new version of Unicode; a test says so.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.cells import cell_len

TARGET = Path(__file__).parent.parent / "briefing" / "text" / "cell_table.py"
_CONTROLS = frozenset((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))
"""What text that is shown never holds."""
_HEAD = '''"""How many cells characters take; written by `make cells`.

Each entry is a code point or a run of them, in hexadecimal; all others take one cell.
"""

'''


def table() -> str:
    """Return the module's text."""
    parts = [
        ("NONE", "Characters that take no cell of their own.", lambda code: _width(code) == 0),
        ("TWO", "Characters that take two cells.", lambda code: _width(code) == 2),
        ("WIDENED", "Characters that U+FE0F after them makes two cells wide.", _is_widened),
    ]
    return _HEAD + "\n".join(
        f'{name} = """\n{"".join(_lines(is_one))}"""\n"""{says}"""\n'
        for name, says, is_one in parts
    )


def _width(code: int) -> int:
    return cell_len(chr(code))


def _is_widened(code: int) -> bool:
    return _width(code) == 1 and cell_len(f"{chr(code)}\ufe0f") == 2


def _lines(is_one: Callable[[int], bool]) -> Iterator[str]:
    line = ""
    for first, last in _runs(is_one):
        run = f"{first:x}" if first == last else f"{first:x}-{last:x}"
        if len(line) + len(run) > 98:
            yield f"{line.rstrip()}\n"
            line = ""
        line += f"{run} "
    yield f"{line.rstrip()}\n"


def _runs(is_one: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    first = None
    for code in range(sys.maxunicode + 2):
        inside = code <= sys.maxunicode and code not in _CONTROLS and is_one(code)
        if inside and first is None:
            first = code
        elif not inside and first is not None:
            yield first, code - 1
            first = None


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
