"""Which of several places a quotation means: the last version, and the words of whom it names."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.library.versions import earlier_versions, latest_version
from briefing.model.source import SourceRecord
from briefing.verifying.verdict import Verdict
from tests.verifying.conftest import COURIER, Verify


def _add(library: Path, name: str, text: str, keys: str) -> None:
    (library / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
    index = library / "content/sources.yaml"
    index.write_text(
        f"{index.read_text('utf-8')}{name}: {{file: seeds/{name}.txt, publisher: P{keys}}}\n",
        encoding="utf-8",
    )


def _only(verdicts: Sequence[Verdict]) -> Verdict:
    (verdict,) = verdicts
    return verdict


def test_a_later_version_goes_before_earlier_ones(library: Path, verify: Verify) -> None:
    _add(library, "courier-v2", COURIER.replace("fish", "boats"), ", supersedes: courier")
    _add(library, "courier-v3", COURIER.replace("fish", "ships"), ", supersedes: courier-v2")
    verdict = _only(verify("It said “We will sign by June unless the rains fail”."))
    assert (verdict.standing, verdict.source, verdict.told) == ("verbatim", "courier-v3", ())


def test_words_that_the_last_version_lost_are_told(library: Path, verify: Verify) -> None:
    _add(library, "courier-v2", COURIER.replace("fish", "boats"), ", supersedes: courier")
    verdict = _only(verify("They “met in Basel over fish”."))
    assert (verdict.standing, verdict.source) == ("verbatim", "courier")
    assert verdict.told == ("the later version courier-v2 does not have these words",)


def test_a_card_on_an_earlier_version_still_tells_who_speaks(library: Path, verify: Verify) -> None:
    later = COURIER.replace(" Minister Ada Voss said", "").replace("fish", "boats")
    _add(library, "courier-v2", later, ", supersedes: courier")
    verdict = _only(verify("Carl Moor said: “We will share the water in good years.”"))
    assert verdict.source == "courier-v2"
    assert verdict.speaker is not None
    assert (verdict.speaker.found, verdict.speaker.agrees) == ("Ada Voss", False)


@pytest.mark.parametrize(
    ("memo", "source", "agrees"),
    [
        ("Voss said: “Every reading goes to both capitals.”", "wire", True),
        ("Moor said: “Every reading goes to both capitals.”", "press", True),
    ],
)
def test_whom_a_memo_names_tells_which_copy_is_meant(
    library: Path, verify: Verify, memo: str, source: str, agrees: bool
) -> None:
    _add(library, "wire", "ADA VOSS: Every reading goes to both capitals.\n", "")
    verdict = _only(verify(memo))
    assert (verdict.standing, verdict.source) == ("verbatim", source)
    assert verdict.speaker is not None
    assert verdict.speaker.agrees is agrees


@pytest.mark.parametrize("name", ["Jo Berg", "She"])
def test_whoever_says_none_of_the_copies_tells_nothing(
    library: Path, verify: Verify, name: str
) -> None:
    _add(library, "wire", "ADA VOSS: Every reading goes to both capitals.\n", "")
    verdict = _only(verify(f"{name} said: “Every reading goes to both capitals.”"))
    assert verdict.standing == "ambiguous"


def test_versions_in_a_circle_end() -> None:
    records = {
        "a": SourceRecord("a", "a.txt", supersedes="b"),
        "b": SourceRecord("b", "b.txt", supersedes="a"),
        "c": SourceRecord("c", "c.txt", supersedes="gone"),
    }
    assert earlier_versions(records, "a") == ("b",)
    assert latest_version(records, "a") in ("a", "b")
    assert (earlier_versions(records, "c"), latest_version(records, "c")) == ((), "c")
    assert (earlier_versions(records, "no"), latest_version(records, "no")) == ((), "no")


def test_a_circle_of_versions_ends_a_verification_too(library: Path, verify: Verify) -> None:
    _add(library, "one", "A boat sails to the northern lights.\n", ", supersedes: two")
    _add(library, "two", "A boat sails to the northern lights.\n", ", supersedes: one")
    assert _only(verify("It said “sails to the northern lights”.")).holds
