"""The made library is in order: what it lacks would be missing from every view."""

from pathlib import Path

from briefing.check.report import check
from briefing.library.library import Library
from tests.analysis.made import write_made


def test_a_check_finds_nothing_but_what_is_left_unused_on_purpose(tmp_path: Path) -> None:
    report = check(Library.open(write_made(tmp_path / "library")))

    assert {problem.code for problem in report.problems} <= {"unused-topic", "long-card"}
    assert {state.value for state, count in report.states.items() if count} == {"verbatim"}
