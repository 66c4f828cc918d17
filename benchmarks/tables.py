"""Numbers and tables as the reports write them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def number(value: float | None, digits: int = 1) -> str:
    """Write a number for a table: three figures or so, a dash where there is none."""
    if value is None or math.isnan(value):
        return "–"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:,.{digits}f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a Markdown table; every column but the first is set flush right."""
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]


def busy(machine: Mapping[str, str]) -> list[str]:
    """Say that other work ran beside the measurements, where it did."""
    load, cores = float(machine["load"].split()[0]), int(machine["cores"])
    if load < cores / 2:
        return []
    return [
        f"**Other work was running on all {cores} cores meanwhile. Read every time as an upper "
        "bound, and a missed budget as not shown to hold; recall and memory do not depend on it.**",
        "",
    ]
