"""A large source takes a bounded share of memory, measured in a process of its own."""

import sys
from pathlib import Path

import pytest

from benchmarks.sources import BUDGET, SORTS, Sort, cost, make_library

MIB = 6

pytestmark = pytest.mark.skipif("linux" not in sys.platform, reason="the peak is read from /proc")


@pytest.mark.parametrize("sort", SORTS[:4], ids=lambda sort: sort.name)
def test_a_source_laid_out_takes_no_more_than_a_few_times_its_size(
    sort: Sort, tmp_path: Path
) -> None:
    tiny = cost("page", make_library(sort, 0.002, tmp_path / "tiny"))
    large = cost("page", make_library(sort, MIB, tmp_path / "large"))
    assert (large.peak - tiny.peak) / MIB <= BUDGET


def test_a_source_indexed_takes_no_more_than_the_budget(tmp_path: Path) -> None:
    tiny = cost("catalogue", make_library(SORTS[2], 0.002, tmp_path / "tiny"))
    large = cost("catalogue", make_library(SORTS[2], MIB, tmp_path / "large"))
    assert (large.peak - tiny.peak) / MIB <= BUDGET
