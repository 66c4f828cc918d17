"""Evidence of cards, looked for in the sources: what depends on the item it belongs to."""

from pathlib import Path

from briefing.check.report import check
from briefing.library.library import Library
from tests.cli.libraries import write_library

RIVER = "2023-02-06-river"


def test_evidence_over_two_paragraphs_has_a_remedy_of_its_own(tmp_path: Path) -> None:
    exact = "and meet again. The levels were never published before"
    more = (
        f"- point: They meet.\n  evidence: [{{source: gazette, exact: '{exact}'}}]\n"
        f"- quote: '{exact}'\n  speaker: voss\n  source: gazette\n  voice: spoken\n"
    )
    library = Library.open(write_library(tmp_path, more=more))
    point, quote = (item.evidence[0].passage for item in library.card(RIVER).items[-2:])
    assert point.reason == quote.reason == "the words go over 2 paragraphs, 4 to 5"
    assert point.remedy == "split them: two pieces of evidence, each within one paragraph"
    assert quote.remedy.startswith("split them: one quote a paragraph")
    hints = [each.hint for each in check(library).problems if each.code == "evidence-missing"]
    assert hints == [point.remedy, quote.remedy]
