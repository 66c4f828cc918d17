"""Write the tables of keys in README and docs/settings.md from the bindings themselves.

Run by `make keys`; a test compares the tables with what this would write.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from textual.app import App
from textual.binding import Binding

from briefing.tui.keys.keymap import BoundKeys, all_bindings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SETTINGS = ROOT / "docs" / "settings.md"
_DISPLAY: App[None] = App()


def keys_table() -> str:
    """Return the keys as Markdown, one table for each place where they act."""
    parts = []
    for where, group in groupby(all_bindings(), key=lambda bound: bound.where):
        rows = "\n".join(_rows(group))
        parts.append(f"**{where}**\n\n| keys | what they do |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def ids_table() -> str:
    """Return the ids of all bindings with their keys and what they do, as Markdown."""
    head = "| id | keys as shipped | what they do |\n|---|---|---|\n"
    rows = (f"| `{b.id}` | {_shown(b.keys, b)} | {b.tooltip} |\n" for b in all_bindings())
    return head + "".join(rows)


def renewed(path: Path) -> str:
    """Return a document with its table made anew."""
    mark, table = ("keys", keys_table()) if path == README else ("ids", ids_table())
    place = re.compile(rf"(?<=<!-- {mark} -->\n).*?(?=<!-- /{mark} -->)", re.DOTALL)
    return place.sub(lambda _: f"\n{table}\n", path.read_text(encoding="utf-8"))


def _rows(bindings: Iterable[BoundKeys]) -> Iterator[str]:
    """Yield a row a binding; those that differ only in a number share one."""
    for (_, tooltip), group in groupby(bindings, key=_numbered):
        alike = list(group)
        first, last = alike[0], alike[-1]
        if len(alike) == 1:
            yield f"| {_shown(first.keys, first)} | {first.tooltip} |"
        else:
            yield f"| {_shown(first.keys, first)} … {_shown(last.keys, last)} | {tooltip} |"


def _numbered(bound: BoundKeys) -> tuple[str, str]:
    """Return what bindings that differ only in a number have in common."""
    tooltip = re.sub(r"\d+", "*n*", bound.tooltip)
    return (bound.id if tooltip == bound.tooltip else "", tooltip)


def _shown(keys: Iterable[str], bound: BoundKeys) -> str:
    names = (_DISPLAY.get_key_display(Binding(key, bound.action)) for key in keys)
    return " ".join(f"`{name}`" for name in names)


def main() -> None:
    """Write both tables."""
    for path in (README, SETTINGS):
        path.write_text(renewed(path), encoding="utf-8")


if __name__ == "__main__":
    main()
