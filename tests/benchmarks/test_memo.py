"""The memo of the benchmark: what is true of its lines, and what is said of them."""

from benchmarks.memo.__main__ import ours
from benchmarks.memo.expected import LINES


def test_every_quotation_of_the_memo_has_its_truth() -> None:
    assert sorted(ours()) == [line.line for line in LINES]


def test_no_false_line_is_passed() -> None:
    verdicts = ours()
    assert [line.what for line in LINES if verdicts[line.line].holds and not line.holds] == []


def test_true_lines_are_refused_only_where_the_page_says_so() -> None:
    verdicts = ours()
    refused = [line.line for line in LINES if line.holds and not verdicts[line.line].holds]
    assert refused == [13]
