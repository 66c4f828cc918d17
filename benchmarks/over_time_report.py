"""The part of the report on views over time: their tables, beside what others answer."""

from benchmarks import analysis, views
from benchmarks.tables import Row, busy, number, table

OVER_TIME = "## Meetings over time"


def analysis_section(found: Row) -> list[str]:
    """Return the table of the views over time, beside the same questions asked otherwise."""
    machine = found["machine"]
    ways = (analysis.MEDIAN, analysis.OURS, analysis.PROCESSOR, analysis.SQL, analysis.GREP)
    rows = [
        [
            view["view"],
            f"{view['rows']:,}",
            *(number(view.get(way)) for way in ways),
        ]
        for view in found["views"]
    ]
    head = ("view", "rows", "median ms", "least", "processor", "plain SQL with FTS5", "grep")
    return [
        OVER_TIME,
        "",
        f"A library of {found['cards']:,} cards in {found['series']} series, {found['items']:,} "
        "items; each view warm, with all the rows it shows. The median of several askings is "
        "what a reader waits for; the least is set beside the least of the others; *processor* is "
        "the least that the process itself worked. "
        "*Plain SQL* asks one table of all items with FTS5 over words, people and topics, without "
        "other indexes; *grep* looks through the YAML files and gives lines, not items. A dash: "
        f"it cannot be asked in one question. Load {machine['load']}; the same short work took "
        f"{found['noise']:.2f} times its median at the 95th percentile.",
        "",
        *busy(machine),
        *table(head, rows),
    ]


def views_section(found: Row) -> list[str]:
    """Return the table of keys to pictures of the views over time."""
    rows = [
        [name, *(number(times.get(part)) for part in ("p50", "p95", "max", views.PROCESSOR))]
        for name, times in found["views"].items()
    ]
    return [
        "### From the key to the picture",
        "",
        f"The reader on the same library, in a pseudo-terminal of 120 by 40, {found['mb']:.0f} MB "
        "at the end: from the key to the last change of the screen, each view opened "
        f"{next(iter(found['views'].values()))['count']:.0f} times after a first one; *processor* "
        "is the least that the reader itself worked by then, all its threads together. "
        f"Load {found['machine']['load']}; noise {found['noise']:.2f}.",
        "",
        *busy(found["machine"]),
        *table(("view", "median ms", "95th percentile", "longest", "processor"), rows),
    ]


def over_time_section(asked: Row, painted: Row) -> list[str]:
    """Return the part on views over time, as far as it was measured."""
    lines = analysis_section(asked) if asked else []
    return [*lines, *(views_section(painted) if painted else ())]
