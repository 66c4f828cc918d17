"""The mutation run makes the changes it should, and tells which of them are noticed."""

import pytest

from tests.mutants.__main__ import ROOT, TESTS, Mutant, is_noticed
from tests.mutants.mutations import Mutation, mutations


def changed(source: str) -> set[str]:
    return {change.of(source) for change in mutations(source)}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", {"x = a <= b"}),
        ("x = a == b", {"x = a != b"}),
        ("x = a not in b", {"x = a in b"}),
        ("x = a and b or c", {"x = a or b or c", "x = a and b and c"}),
        ("x = not a", {"x = a"}),
        ("x = é < ñ", {"x = é <= ñ"}),
        ("x = a + b", {"x = a - b"}),
        ("COMMONER = 10", {"COMMONER = 0", "COMMONER = (10 * 1000 + 1)"}),
        ("x = True", {"x = False"}),
        ("x = {'a', 'b'}", {"x = {'a', 'a'}"}),
        ("x = 'a' if a else 'b'", {"x = 'a' if (not (a)) else 'b'"}),
        ("for a in b:\n    continue\n", {"for a in b:\n    break\n"}),
        (
            "x = re.compile(r'(?:unless|except|only if)\\b')",
            {"x = re.compile(r'(?:unless|only if)\\b')", "x = re.compile(r'(?:unless|except)\\b')"},
        ),
        ("x = re.compile(rf'[{M}|,]*(?:a|b)')", {"x = re.compile(rf'[{M}|,]*(?:a)')"}),
        ("def f(x: Literal[1] | int) -> Literal[2]: ...", set()),
        ("if TYPE_CHECKING:\n    x = 1\n", set()),
        ('"""What it does: 1 < 2."""', set()),
    ],
)
def test_one_small_thing_is_changed_at_a_time(source: str, expected: set[str]) -> None:
    assert changed(source) == expected


def test_the_rooms_hold_many_changes_and_each_leaves_a_module() -> None:
    for room in TESTS:
        for file in sorted((ROOT / "briefing" / room).rglob("*.py"))[:5]:
            source = file.read_text(encoding="utf-8")
            for change in mutations(source):
                compile(change.of(source), str(file), "exec")
                assert change.of(source) != source


@pytest.mark.parametrize(("added", "noticed"), [("raise ImportError\n", True), ("\n", False)])
def test_a_change_is_noticed_by_the_tests_of_its_room(
    added: str, noticed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TESTS, "check", ("tests/check/test_check.py", "-k", "in_order"))
    mutant = Mutant("check", ROOT / "briefing/check/report.py", Mutation(0, 0, added))
    assert is_noticed(mutant) is noticed
