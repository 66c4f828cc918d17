"""`briefing why`: what is proven of an item, by which words, and what nobody has checked."""

import json
import re
from pathlib import Path

import pytest

from briefing.language.quotation.quotations import nested
from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.verifying.why import why
from briefing.verifying.why_text import why_page
from tests.cli.conftest import Run, run
from tests.cli.libraries import write_library

__all__ = ["run"]
CARD = "2023-02-06-river"


@pytest.fixture
def river(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    more = (
        "- quote: We will not build a dam unless both sides agree.\n"
        "  {speaker}\n  source: gazette\n  voice: spoken\n"
        "- point: 'Nobody knew all 7 levels.'\n"
        "  accept: [{code: number-not-in-evidence, why: Counted on the map.}]\n"
        "  evidence: [{source: gazette, exact: the levels are low}]\n"
        "- point: They share it.\n  evidence: [{source: gazette, exact: We share two rivers}]\n"
        "- open: Who pays?\n"
    ).replace("{speaker}", "speaker: voss")
    root = write_library(tmp_path / "river", more=more)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root


def test_a_quote_is_shown_within_its_sentence_and_its_speaker_compared(
    river: Path, run: Run
) -> None:
    result = run("why", f"{CARD}#2")
    lines = result.stdout.splitlines()

    assert result.exit_code == 0
    assert lines[0].endswith("· quote: “We share one river,”")
    assert lines[1] == (
        "Proven: verbatim, ¶3 of gazette (seeds/gazette.txt:5):"
        ' "“We share one river,”" Minister Ada Voss said. "We will not build a…'
    )
    by = "‘Minister Ada Voss said’ in paragraph 3 of gazette"
    assert f"Compared: who speaks: Minister Ada Voss, by {by}" in lines
    assert "Caution: Wording shortened by the paper." in lines
    assert "Not checked: the editor's judgement: spoken" in lines
    assert "Not checked: whether seeds/gazette.txt changed: no digest of it is recorded" in lines


def test_a_point_says_what_was_compared_and_what_is_accepted(river: Path, run: Run) -> None:
    lines = run("why", f"{CARD}#6").stdout.splitlines()

    assert "Compared: every date and name in it is in the words, or is the card's own" in lines
    (accepted,) = [line for line in lines if line.startswith("Accepted: ")]
    assert accepted.endswith("[number-not-in-evidence]: Counted on the map.")
    assert (
        "Not checked: whether the sentence says no more than the words: it is the card's" in lines
    )


def test_what_is_not_found_is_not_proven(river: Path, run: Run) -> None:
    result = run("why", f"{CARD}#7")
    assert result.exit_code == 1
    assert "\nNot proven: " in result.stdout
    assert "“" not in result.stdout
    assert not any(line.startswith("Compared: every") for line in result.stdout.splitlines())


def test_an_open_question_and_the_bottom_line(river: Path, run: Run) -> None:
    assert "\nProven: nothing: the question is open" in run("why", f"{CARD}#8").stdout
    assert f"{CARD}#bottom-line · bottom line: " in run("why", CARD).stdout


def test_the_record(river: Path, run: Run) -> None:
    said = json.loads(run("why", f"{CARD}#2", "--json").stdout)
    (proof,) = said["proofs"]

    assert (said["card"], said["holds"], said["item"]["type"]) == (CARD, True, "quote")
    assert (proof["file"], proof["line"], proof["words"]) == (
        "seeds/gazette.txt",
        5,
        ["We share one river,"],
    )
    assert said["speaker"]["agrees"] is True
    assert said["problems"] == []


def test_it_is_one_screen() -> None:
    library = Library.open(bundled_library())
    for card in library.cards():
        for item in card.items:
            page = list(why_page(why(library, card, item), library, 88))
            assert len(page) <= 24, (card.id, item.id)


def test_an_unknown_item_is_told(river: Path, run: Run) -> None:
    result = run("why", f"{CARD}#99")
    assert (result.exit_code, result.stdout) == (2, "")


def proven(river: Path, run: Run, exact: str) -> tuple[str, list[str]]:
    """Return what is printed as proven of a point, and the words in JSON."""
    more = f"- point: So it is.\n  evidence: [{{source: gazette, exact: '{exact}'}}]\n"
    card = next((river / "content/meetings").glob("*.yaml"))
    text = card.read_text(encoding="utf-8")
    indented = "".join(f"      {line}\n" for line in more.splitlines())
    card.write_text(f"{text.rstrip()}\n{indented}", encoding="utf-8")
    lines = run("why", f"{CARD}#9").stdout.splitlines()
    said = json.loads(run("why", f"{CARD}#9", "--json").stdout)
    (line,) = [each for each in lines if each.startswith("Proven: ")]
    return line, said["proofs"][0]["words"]


@pytest.mark.parametrize(
    ("exact", "shown", "words"),
    [
        (
            "agreed to publish … by 2025",
            "“agreed to publish” […] “by 2025”",
            ["agreed to publish", "by 2025"],
        ),
        (
            "The ministers met … agreed to publish … levels by 2025",
            "“The ministers met” […] “agreed to publish” […] “levels by 2025”",
            ["The ministers met", "agreed to publish", "levels by 2025"],
        ),
        ("agreed to publish", "“agreed to publish” the water levels", ["agreed to publish"]),
    ],
)
def test_what_an_ellipsis_skips_is_not_among_the_words(
    river: Path, run: Run, exact: str, shown: str, words: list[str]
) -> None:
    line, found = proven(river, run, exact)
    assert shown in line
    assert found == words


def test_a_long_proof_is_cut_between_quotations_and_not_within_one() -> None:
    library = Library.open(bundled_library())
    for card in library.cards():
        for item in card.items:
            answer = why(library, card, item)
            for line in ("".join(p.text for p in row) for row in why_page(answer, library, 10_000)):
                for inside in re.findall("“([^”]*)”", line):
                    sources = [library.source(e.source) for e in item.evidence]
                    texts = [p.text for source in sources for p in source.paragraphs]
                    texts += [item.text, *(nested(text) for text in texts)]
                    assert any(plain(inside) in plain(text) for text in texts), (line, inside)


def plain(text: str) -> str:
    return re.sub(r"[“”‘’\"']", "'", text)


def codes_of(run: Run, name: str) -> list[str]:
    return [each["code"] for each in json.loads(run("why", name, "--json").stdout)["problems"]]


NEIGHBOURS = """\
      # check: who says this
      - quote: We will not build a dam unless both sides agree.
        speaker: voss
        source: gazette
        voice: spoken
      - {point: Nobody knew all 7 levels., evidence: [{source: gazette, exact: the levels}]}
  - title: The "endless" talks
    items:
    - {point: All is well., evidence: [{source: gazette, exact: low}]}
omitted: [{source: gazette, starts: Nothing begins so, why: It is not there.}]
"""


def test_what_is_found_beside_an_item_is_not_told_of_it(river: Path, run: Run) -> None:
    card = river / f"content/meetings/{CARD}.yaml"
    text = card.read_text(encoding="utf-8").partition("      - quote: We will not build")[0]
    card.write_text(text + NEIGHBOURS, encoding="utf-8")
    every = json.loads(run("check", str(river), "--json").stdout)["problems"]

    assert {each["code"] for each in every} >= {
        "to-decide", "number-not-in-evidence", "quotation-in-own-words", "unmatched-omission",
    }  # fmt: skip
    assert codes_of(run, f"{CARD}#4") == []  # above the comment
    assert codes_of(run, f"{CARD}#5") == ["to-decide"]
    assert "number-not-in-evidence" in codes_of(run, f"{CARD}#6")
    assert "quotation-in-own-words" not in codes_of(run, f"{CARD}#6")  # above the title
    assert "unmatched-omission" not in codes_of(run, f"{CARD}#7")  # above `omitted`
    assert codes_of(run, CARD) == []


def test_items_on_one_line_have_their_own_findings(river: Path, run: Run) -> None:
    card = river / f"content/meetings/{CARD}.yaml"
    text = card.read_text(encoding="utf-8").partition("  - title: Outcomes")[0]
    one = "{point: There are 7 levels., evidence: [{source: gazette, exact: the levels are low}]}"
    two = "{point: The levels are low., evidence: [{source: gazette, exact: the levels are low}]}"
    card.write_text(f"{text}  - {{title: Outcomes, items: [{one}, {two}]}}\n", encoding="utf-8")

    assert codes_of(run, f"{CARD}#1") == ["number-not-in-evidence"]
    assert codes_of(run, f"{CARD}#2") == []
