"""The mutation run makes the changes it should, and tells which of them are noticed."""

from pathlib import Path

import pytest

from tests.mutants.__main__ import ROOMS, ROOT, Mutant, is_noticed
from tests.mutants.covering import Covering, measure
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
        ("x = 0", {"x = 1"}),
        ("x = True", {"x = False"}),
        ("x = {'a', 'b'}", {"x = {'a', 'a'}"}),
        ("x = 'a' if a else 'b'", {"x = 'a' if (not (a)) else 'b'"}),
        ("x = 'a' if a in c else 'b'", {"x = 'a' if a not in c else 'b'"}),
        ("while not a:\n    b()\n", {"while a:\n    b()\n"}),
        ("for a in b:\n    continue\n", {"for a in b:\n    break\n"}),
        (
            "x = re.compile(r'(?:unless|except|only if)\\b')",
            {"x = re.compile(r'(?:unless|only if)\\b')", "x = re.compile(r'(?:unless|except)\\b')"},
        ),
        ("x = re.compile(rf'[{M}|,]*(?:a|b)')", {"x = re.compile(rf'[{M}|,]*(?:a)')"}),
        ("def f(x: Literal[1] | int) -> Literal[2]: ...", set()),
        ("if TYPE_CHECKING:\n    x = 1\n", set()),
        ("X: TypeAlias = Literal[1]", set()),
        ("X = Literal[1] | None", set()),
        ("@lru_cache(maxsize=2048)\ndef f(): ...", set()),
        ("X = {\n    'deux zwei': 2, 'trois drei': 3,\n}  # fmt: skip\n", set()),
        ('"""What it does: 1 < 2."""', set()),
    ],
)
def test_one_small_thing_is_changed_at_a_time(source: str, expected: set[str]) -> None:
    assert changed(source) == expected


def test_the_rooms_hold_many_changes_and_each_leaves_a_module() -> None:
    for room in ROOMS:
        for file in sorted((ROOT / "briefing" / room).rglob("*.py"))[:5]:
            source = file.read_text(encoding="utf-8")
            for change in mutations(source):
                compile(change.of(source), str(file), "exec")
                assert change.of(source) != source


@pytest.mark.parametrize(("added", "noticed"), [("raise ImportError\n", True), ("\n", False)])
def test_a_change_is_noticed_by_the_tests_it_is_shown_to(added: str, noticed: bool) -> None:
    mutant = Mutant("check", ROOT / "briefing/check/report.py", Mutation(0, 0, added))
    assert is_noticed(mutant, ("tests/check/test_check.py", "-k", "in_order")) is noticed


def test_a_line_is_shown_to_the_tests_that_run_it(tmp_path: Path) -> None:
    file = "tests/evidence/test_word_diff.py"
    covering = measure(ROOT, (file,), tmp_path)
    module = ROOT / "briefing/evidence/word_diff.py"
    lines = module.read_text(encoding="utf-8").splitlines()
    inside = next(n for n, line in enumerate(lines, 1) if line.startswith("    return"))
    assert covering.tests(module, inside)
    assert all(test.startswith(f"{file}::test_") for test in covering.tests(module, inside))
    assert covering.tests(ROOT / "briefing/tui/app.py", 20) == []


def test_what_runs_at_loading_is_shown_to_all_who_use_the_module() -> None:
    module = Path("m.py")
    covering = Covering({module: {1: [], 4: ["a", "b"], 5: ["b"]}})
    assert covering.tests(module, 1) == ["b", "a"]
    assert covering.tests(module, 4) == ["b", "a"]
    assert covering.tests(module, 5) == ["b"]


def test_tests_that_fail_as_they_are_say_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="deselected"):
        measure(ROOT, ("tests/evidence/test_word_diff.py", "-k", "nothing_is_called_so"), tmp_path)
