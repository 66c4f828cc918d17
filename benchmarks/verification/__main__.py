"""`python -m benchmarks.verification`: ask, count, print."""

import argparse
import json
import time
from pathlib import Path

from benchmarks.verification.documents import materials
from benchmarks.verification.findings import findings
from benchmarks.verification.report import report, summary
from benchmarks.verification.run import Results, questions, run

EACH = 9


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verification", description=__doc__)
    parser.add_argument("--texts", type=Path, metavar="DIR", help="NAME.LANG.txt files to use too")
    parser.add_argument("--seed", type=int, default=1, help="decides all that is drawn")
    parser.add_argument("--quick", action="store_true", help="an eighth of the questions")
    parser.add_argument("--each", type=int, default=EACH, help="questions a kind and text")
    parser.add_argument("--only", default="", metavar="KIND", help="kinds that begin so")
    parser.add_argument("--no-peers", action="store_true", help="leave the others out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the counts")
    parser.add_argument("--before", type=Path, metavar="FILE", help="counts to compare with")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the report")
    parser.add_argument("--findings", type=Path, metavar="FILE", help="write the failures")
    return parser.parse_args()


def main() -> None:
    """Ask all questions, print the table, write what was asked for."""
    given = _arguments()
    start = time.monotonic()
    texts = materials(given.seed, given.texts, quick=given.quick)
    asked = questions(texts, given.seed, given.each, given.only)
    results = run(asked, peers=not given.no_peers)
    before = Results.read(given.before) if given.before else None
    print(summary(results))
    print(f"{len(results.seconds):,} questions in {time.monotonic() - start:.0f} s")
    if given.json:
        given.json.write_text(json.dumps(results.plain()), encoding="utf-8")
    if given.report:
        given.report.write_text(report(results, texts, given.seed, before), encoding="utf-8")
    if given.findings:
        given.findings.write_text(findings(results), encoding="utf-8")


if __name__ == "__main__":
    main()
