"""Numbers, dates, names and `due` of an item against what its evidence says."""

import json
from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.errors import Problem
from briefing.library.library import Library

RULES = (
    "commitment-without-date",
    "due-not-in-evidence",
    "due-before-meeting",
    "number-not-in-evidence",
    "date-not-in-evidence",
    "name-not-in-evidence",
)
SPEAKERS = """\
voss: {name: Ada Voss, aliases: [Minister Voss], country: Norway}
brandt: {name: Karl Brandt, country: Denmark}
"""
CARD = """\
format: 1
title: River talks
meeting: {{name: River talks, date: 2024-05-01, place: Quay}}
participants: [{{speaker: voss, role: Minister of Water}}, {{speaker: brandt}}]
bottom_line: {{text: Gist., evidence: [{{source: s, exact: Gist of it}}]}}
sections:
  - title: Outcomes
    items:
      - {{point: Everybody left., evidence: [{{source: other, exact: 会談した}}]}}
      - {item}
"""


def findings(
    root: Path,
    text: str,
    said: str,
    *,
    exact: str = "",
    language: str = "en",
    published: str = "",
    **fields: str,
) -> list[Problem]:
    """Check a card with one point over a document of one paragraph, and return what concerns it.

    Another point stands before it, whose languages cannot be compared, so that it is passed over.

    Args:
        root: An empty folder.
        text: The point.
        said: The document's paragraph.
        exact: The evidence; all of the paragraph when empty.
        language: Of the document.
        published: When the document was, if that is known.
        fields: Further keys of the point.
    """
    (root / "content" / "meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds" / "s.txt").write_text(f"Gist of it.\n\n{said}\n", encoding="utf-8")
    source = {"file": "seeds/s.txt", "publisher": "Dockside Times", "language": language}
    source["title"] = "On the Ebbe"
    if published:
        source["published"] = published
    (root / "seeds" / "other.txt").write_text("会談した。\n", encoding="utf-8")
    other = {"file": "seeds/other.txt", "publisher": "O", "language": "ja"}
    index = json.dumps({"s": source, "other": other}, ensure_ascii=False)
    (root / "content" / "sources.yaml").write_text(index, encoding="utf-8")
    (root / "content" / "speakers.yaml").write_text(SPEAKERS, encoding="utf-8")
    evidence = [{"source": "s", "exact": exact or said}]
    item = json.dumps({"point": text, **fields, "evidence": evidence}, ensure_ascii=False)
    card = root / "content" / "meetings" / "2024-05-01-m.yaml"
    card.write_text(CARD.format(item=item), encoding="utf-8")
    return [problem for problem in check(Library.open(root)).problems if problem.code in RULES]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("the hotline opens by June 30, 2025", "add due: 2025-06-30"),
        ("The fund starts on 1 July 2025", "add due: 2025-07-01"),
        ("A report is due by the end of 2026", "add due: 2026"),
        ("La réunion suivante aura lieu le 1er octobre 2025", "add due: 2025-10-01"),
        ("Das Treffen findet am 3. Oktober 2025 statt", "add due: 2025-10-03"),
        ("The plan ends in fiscal 2027", "add due: FY2027"),
        ("It opens within 90 days", "add due: 2024-07-30 (90 days from 2024-05-01)"),
        (
            "It opens next spring",
            "add due: 2025-spring (counted from 2024-05-01)",
        ),
        ("The fund opens in the third quarter of 2025", "add due: 2025-Q3"),
        ("It opens on 2025-11-03", "add due: 2025-11-03"),
        (
            "Boats stay until 03/04/2025",
            "add due: 2025-04-03 or 2025-03-04, whichever is meant",
        ),
        ("It opens by the end of next year", "add due: 2025 (counted from 2024-05-01)"),
        ("2026年末までに設置する", "add due: 2026"),
        ("бюджет будет удвоен до конца 2026 года", "add due: 2026"),
    ],
)
def test_a_commitment_whose_evidence_sets_a_date_is_told_what_to_add(
    tmp_path: Path, said: str, hint: str
) -> None:
    (problem,) = findings(tmp_path, "P.", said, kind="commitment")

    assert problem.code == "commitment-without-date"
    assert problem.hint == hint


@pytest.mark.parametrize(
    "said",
    [
        "They agreed on Wednesday to keep the peace",
        "It has been open since October 2021",
        "They renewed the treaty of 2019",
        "They will work on Agenda 2030",
        "It is the first rise in two years",
        "They agreed the 2025 budget",
        "They met in May and agreed to go on",
        "Article 5 may be invoked",
        "They will deepen cooperation in the coming years",
    ],
)
def test_a_date_that_sets_nothing_asks_for_no_due(tmp_path: Path, said: str) -> None:
    assert findings(tmp_path, "P.", said, kind="commitment") == []


def test_a_relative_date_is_counted_from_the_day_of_publication(tmp_path: Path) -> None:
    (problem,) = findings(
        tmp_path, "P.", "It opens by tomorrow", kind="commitment", published="2024-05-03"
    )

    assert problem.hint == "add due: 2024-05-04 (counted from 2024-05-03)"


def test_a_date_the_evidence_stops_right_before_is_told(tmp_path: Path) -> None:
    said = "The line opens by June 2025, and taxes fall by 2030."
    (problem,) = findings(tmp_path, "P.", said, exact="The line opens", kind="commitment")

    assert problem.code == "commitment-without-date"
    assert "stops right before 'by June 2025'" in problem.message
    assert problem.hint == "take that into the evidence and add due: 2025-06"


def test_a_date_elsewhere_in_the_sentence_is_not(tmp_path: Path) -> None:
    said = "The line opens, and taxes fall by 2030."

    assert findings(tmp_path, "P.", said, exact="The line opens", kind="commitment") == []


@pytest.mark.parametrize("due", ["2025", "2025-06", "2025-06-30", "2025-Q2"])
def test_a_due_that_says_the_same_or_less_fits(tmp_path: Path, due: str) -> None:
    assert findings(tmp_path, "P.", "It opens by June 30, 2025", due=due) == []


@pytest.mark.parametrize(
    ("said", "due", "message", "hint"),
    [
        (
            "It opens by June 30, 2025",
            "2026",
            "due is 2026, but the evidence has 'by June 30, 2025'",
            "write due: 2025-06-30, or cite the words that set it",
        ),
        (
            "It opens in 2025",
            "2025-06",
            "due is 2025-06, but the evidence has 'in 2025'",
            "write due: 2025, or cite the words that set it",
        ),
        (
            "It opens in fiscal 2027",
            "2027",
            "due is 2027, but the evidence has 'in fiscal 2027'",
            "write due: FY2027, or cite the words that set it",
        ),
        (
            "It opens soon",
            "2025",
            "due is 2025, but the evidence sets no such date",
            "cite the words that set it, or leave due out",
        ),
    ],
)
def test_a_due_that_the_evidence_does_not_set_is_found(
    tmp_path: Path, said: str, due: str, message: str, hint: str
) -> None:
    (problem,) = findings(tmp_path, "P.", said, due=due)

    assert (problem.code, problem.message, problem.hint) == ("due-not-in-evidence", message, hint)


@pytest.mark.parametrize("due", ["2019", "2020-H2", "FY2018"])
def test_a_due_that_was_over_at_the_meeting_is_found(tmp_path: Path, due: str) -> None:
    said = {"2019": "It opened in 2019", "2020-H2": "It opened in the second half of 2020"}
    problems = findings(tmp_path, "P.", said.get(due, "It opened in fiscal 2018"), due=due)
    (problem,) = [each for each in problems if each.code == "due-before-meeting"]
    assert problem.message.startswith(f"due is {due}, before the meeting of 20")
    assert problem.hint.startswith("correct the year")


def test_a_due_from_elsewhere_in_the_paragraph_is_told_where_it_stands(tmp_path: Path) -> None:
    said = "The line opens, he said. It is to be ready by 2025."
    (problem,) = findings(tmp_path, "P.", said, exact="The line opens", due="2025")

    assert "that date is in paragraph 2 of s, but not in the evidence" in problem.message
    assert problem.hint == "lengthen the evidence, so that it has the date"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Spending rises to two percent.", "spending rises to 2 percent"),
        ("Spending rises to 2%.", "spending rises to two per cent"),
        ("They gave 1.25 million euros.", "une enveloppe de 1 250 000 euros"),
        ("They gave 1,250,000 euros.", "ein Betrag von 1.250.000 Euro"),
        ("They gave $3bn.", "they gave three billion dollars"),
        ("They gave 35 posts.", "三十五人を採用する"),
        ("They gave 1.2 trillion yen.", "予算は1兆2000億円である"),
        ("It is the tenth rise.", "it is the 10th rise"),
        ("About 1.3 million came.", "1,267,890 people came"),
        ("Half of the ships sail.", "50 percent of the ships sail"),
        ("Spending doubles.", "a target of doubling the budget"),
        ("The two countries agreed.", "Norway and Denmark agreed"),
        ("The four confirmed it.", "they confirmed it"),
        ("One of them left.", "somebody left"),
        ("The half of them left.", "they left"),
        ("The third of them left.", "they left"),
        ("The dozen left.", "they left"),
        ("It is the first visit.", "he came"),
        ("The Group of Seven met.", "the G-7 met"),
        ("It opens on 30 June 2025.", "it opens by June 30, 2025"),
        ("It opens in June 2025.", "it opens by June 30, 2025"),
        ("It opens in 2025.", "it opens by June 30, 2025"),
        ("They agreed on Friday [26 April].", "they agreed on Friday"),
        ("The parties meet again on 1 October.", "Prochaine réunion : 1er octobre 2024"),
        ("On 1 May the sides agreed.", "the sides agreed"),
    ],
)
def test_the_same_number_or_date_in_another_form_is_no_finding(
    tmp_path: Path, text: str, said: str
) -> None:
    assert findings(tmp_path, text, said) == []


@pytest.mark.parametrize(
    ("text", "said", "code", "named"),
    [
        ("Spending rises to 3 percent.", "spending rises to 2 percent", "number", "'3'"),
        ("They gave 1.25 billion.", "they gave 1.25 million", "number", "'1.25 billion'"),
        ("It is the ninth rise.", "it is the 10th rise", "number", "'ninth'"),
        ("Spending is tripling.", "they will double it", "number", "'tripling'"),
        ("They sent thousands of men.", "they sent hundreds of men", "number", "'thousands'"),
        ("A six-country trip.", "a five-country trip", "number", "'six'"),
        ("予算は1,300億円。", "予算は1,200億円である", "number", "'1,300億'"),
        ("It opens by 2026.", "it opens by 2025", "date", "'by 2026'"),
        ("It opens in July 2025.", "it opens by June 30, 2025", "date", "'in July 2025'"),
        ("It opens in June 2025.", "it opens in 2025", "date", "'in June 2025'"),
        ("It opens in late 2025.", "it opens in early 2025", "date", "'in late 2025'"),
        ("They agreed on Tuesday.", "they agreed on Friday", "date", "'on Tuesday'"),
    ],
)
def test_a_number_or_date_that_the_evidence_has_not_is_found(
    tmp_path: Path, text: str, said: str, code: str, named: str
) -> None:
    (problem,) = findings(tmp_path, text, said)

    assert problem.code == f"{code}-not-in-evidence"
    assert named in problem.message
    assert "is not in the evidence, nor near it in s" in problem.message
    assert problem.hint


@pytest.mark.parametrize("text", ["They gave 40 ships.", "It opens by 2030."])
def test_what_stands_elsewhere_in_the_paragraph_asks_for_longer_evidence(
    tmp_path: Path, text: str
) -> None:
    said = "They gave ships and it opens. It was 40 by 2030."
    (problem,) = findings(tmp_path, text, said, exact="They gave ships and it opens")

    assert "is in paragraph 2 of s, but not in the evidence" in problem.message
    assert problem.hint == "lengthen the evidence, so that it has it"


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        ("Voss said that Japan agreed.", "Minister Voss said the Japanese agreed", "en"),
        ("Voss met the British.", "Voss met them in the U.K.", "en"),
        ("Washington and NATO agreed.", "the U.S. and its partners in NATO agreed", "en"),
        ("They raised GDP.", "they raised gross domestic product", "en"),
        ("The North Atlantic Treaty Organization met.", "NATO met", "en"),
        ("Officials said that talks go on.", "the talks go on, officials said", "en"),
        ("Approval of the plan is near.", "the plan is soon approved", "en"),
        ("Denmark thanked the Minister of Water.", "he thanked her", "en"),
        ("They met on the Quay.", "they met", "en"),
        ("They told the Dockside Times.", "they told us", "en"),
        ("They saw the Ebbe.", "they saw it", "en"),
        ("Der Plan von Herrn Schulze ist gut.", "der Plan ist gut", "de"),
        ("The plan for France is there.", "le plan pour la Belgique est là", "fr"),
        ("大臣は東京で会談した。", "大臣は会談した", "ja"),
    ],
)
def test_a_name_that_is_there_or_listed_or_not_comparable_is_no_finding(
    tmp_path: Path, text: str, said: str, language: str
) -> None:
    assert findings(tmp_path, text, said, language=language) == []


@pytest.mark.parametrize(
    ("text", "said", "language", "named"),
    [
        ("The minister met the Tanaka group.", "the minister met the group", "en", "'Tanaka'"),
        ("Tanaka said that it is done.", "it is done, he said", "en", "'Tanaka'"),
        ("The ships sail to Peru.", "the ships sail to Chile", "en", "'Peru'"),
        ("They warned North Korea.", "they warned South Korea", "en", "'North Korea'"),
        ("They met Prime Minister Bo Li.", "they met the prime minister", "en", "'Prime"),
        ("They asked the IMF.", "they asked the fund", "en", "'IMF'"),
        ("They asked the Bank of Peru.", "they asked somebody", "en", "'Bank of Peru'"),
        ("In March they ask Peru.", "in March, they ask Chile", "en", "'Peru'"),
        ("By FY2027 they ask Peru.", "by FY2027, they ask Chile", "en", "'Peru'"),
        ("Le plan de la France est là.", "le plan de la Belgique est là", "fr", "'France'"),
    ],
)
def test_a_name_that_neither_evidence_nor_card_has_is_found(
    tmp_path: Path, text: str, said: str, language: str, named: str
) -> None:
    (problem,) = findings(tmp_path, text, said, language=language)

    assert problem.code == "name-not-in-evidence"
    assert named in problem.message


def test_a_name_from_the_same_paragraph_means_a_pronoun_of_the_evidence(tmp_path: Path) -> None:
    said = "Kowalski came late. He left soon."

    assert findings(tmp_path, "Kowalski left.", said, exact="He left soon") == []


def test_one_listed_person_put_for_another_is_found(tmp_path: Path) -> None:
    (problem,) = findings(tmp_path, "Brandt doubts that.", "Voss said she doubts that")

    assert problem.code == "name-not-in-evidence"
    assert problem.message == "the evidence names Ada Voss, not Karl Brandt"


def test_the_bundled_cards_claim_nothing_that_their_evidence_has_not() -> None:
    root = Path(__file__).parents[2]

    assert [p for p in check(Library.open(root)).problems if p.code in RULES] == []
