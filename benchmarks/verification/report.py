"""The tables of what was asked and answered."""

from collections import Counter
from collections.abc import Iterable, Mapping

from benchmarks.verification.judge import FINE, Verdict
from benchmarks.verification.question import Material
from benchmarks.verification.run import Results

SECTIONS = {
    "A": "Plain words",
    "B": "Insertions",
    "C": "Ellipses",
    "D": "Hints",
    "E": "House style and paper text",
}
_COLUMNS = (
    ("as wanted", FINE),
    ("told", {Verdict.TOLD, Verdict.ALARM}),
    ("ambiguous", {Verdict.OPEN}),
    ("missed", {Verdict.MISSED}),
    ("told wrongly", {Verdict.UNTOLD}),
    ("verified, warned", {Verdict.WARNED}),
    ("**verified, silent**", {Verdict.SILENT}),
    ("**at other words**", {Verdict.ELSEWHERE}),
)  # fmt: skip


def _count(counts: Mapping[str, int], verdicts: Iterable[Verdict]) -> int:
    return sum(counts.get(verdict, 0) for verdict in verdicts)


def _share(counts: Counter[str]) -> str:
    total = counts.total()
    return f"{100 * _count(counts, FINE) / total:.1f} %" if total else "–"


def summary(results: Results) -> str:
    """Return a line a kind, widest column first, for a terminal."""
    lines = []
    for kind in sorted(results.wanted):
        counts = results.total(kind=kind)
        rest = ", ".join(f"{verdict} {n}" for verdict, n in counts.most_common())
        lines.append(f"{kind:56} {results.wanted[kind]:8} {_share(counts):>8}  {rest}")
    everything = results.total()
    rest = ", ".join(f"{verdict} {n}" for verdict, n in everything.most_common())
    return "\n".join([*lines, f"all: {everything.total():,}: {rest}"])


def _table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    rule = ["---", *("---:" for _ in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)] + [""]


def _row(name: str, counts: Counter[str]) -> list[str]:
    numbers = [_count(counts, verdicts) for _, verdicts in _COLUMNS]
    return [
        name,
        f"{counts.total():,}",
        _share(counts),
        *(f"{n:,}" if n else "" for n in numbers[1:]),
    ]


def _kinds(results: Results, before: Results | None, section: str) -> list[str]:
    head = ["kind", "wanted", "asked", "as wanted", "held out", "before"]
    head += [name for name, _ in _COLUMNS[1:]]
    rows = []
    for kind in sorted(k for k in results.wanted if k[0] == section):
        counts = results.total(kind=kind)
        name, asked, share, *numbers = _row(kind[2:], counts)
        held_out = _share(results.total(kind=kind, held_out=True))
        earlier = _share(before.total(kind=kind)) if before else "–"
        rows.append([name, results.wanted[kind], asked, share, held_out, earlier, *numbers])
    return _table(head, rows)


def _languages(results: Results) -> list[str]:
    head = ["language", "asked", "as wanted", *(name for name, _ in _COLUMNS[1:])]
    languages = sorted({language for _, language, _ in results.verdicts})
    return _table(head, (_row(each, results.total(language=each)) for each in languages))


def _halves(results: Results, before: Results | None) -> list[str]:
    head = ["texts", "asked", "as wanted", *(name for name, _ in _COLUMNS[1:])]
    rows = [_row("tuning", results.total(held_out=False)),
            _row("held out", results.total(held_out=True))]  # fmt: skip
    if before:
        rows.append(_row("all, before", before.total()))
    return _table(head, rows)


def _peers(results: Results) -> list[str]:
    names = list(dict.fromkeys(name for name, _ in results.peers))
    rows = []
    for section in sorted({section for _, section in results.peers}):
        asked = results.peers[names[0], section][0]
        letter, wanted = section.split()
        ours: Counter[str] = Counter()
        for kind, want in results.wanted.items():
            if kind[0] == letter and (want == "found") == (wanted == "yes"):
                ours.update(results.total(kind=kind))
        yes = ours.total() - _count(ours, {Verdict.MISSED, Verdict.OPEN})
        if wanted == "no":
            yes = _count(ours, {Verdict.SILENT, Verdict.WARNED, Verdict.ELSEWHERE})
        said = [f"{100 * yes / ours.total():.1f} %" if ours.total() else "–"]
        for name in names:
            count, found = results.peers[name, section]
            said.append(f"{100 * found / count:.1f} %" if count else "–")
        what = "should be verified" if wanted == "yes" else "should not be verified"
        rows.append([f"{SECTIONS[letter]}: {what}", str(asked), *said])
    return _table(["questions", "put to peers", "Briefing", *names], rows)


def report(results: Results, texts: list[Material], seed: int, before: Results | None) -> str:
    """Return the whole report."""
    languages = Counter(text.language for text in texts)
    spread = ", ".join(f"{language} {count}" for language, count in sorted(languages.items()))
    lines = [
        "# Verification",
        "",
        "Written by `python -m benchmarks.verification --report docs/verification.md`; what is "
        "asked and how it is judged is said in [benchmarks/README.md](../benchmarks/README.md).",
        "",
        f"{results.total().total():,} questions of {len(texts)} texts ({spread}), seed {seed}. "
        "Every right answer is known by construction, and judged by the source's text alone.",
        "",
        *_halves(results, before),
        "*Silent*: verified without a warning, and should not be. *At other words*: verified, but "
        "what was found is other words, or the words of another place than the one that is meant. "
        "*Told wrongly*: verified rightly, but a bracket or gap is counted or told wrongly.",
        "",
    ]
    for section, name in SECTIONS.items():
        lines += [f"## {name}", "", *_kinds(results, before, section)]
    lines += ["## By language", "", *_languages(results)]
    if results.peers:
        lines += [
            "## What others answer", "",
            "The share that is said to be there. Peers answer yes or no and tell nothing more: "
            "exact search; exact search after compatible forms, blanks and quotation marks are "
            "made one; rapidfuzz's alignment with 95 of 100; difflib's ratio of 0.95 on the "
            "likeliest window; fuzzysearch with one edit in twenty letters.", "",
            *_peers(results),
        ]  # fmt: skip
    return "\n".join(lines).rstrip() + "\n"
