"""The JSON shapes: key for key, in the documented order, and documented in docs/cli.md."""

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from briefing.cardformat.composites import ListOf, OneOf, Record
from briefing.cardformat.declaration import CARD, SOURCES
from briefing.cardformat.scalars import Form
from briefing.model.core import State
from briefing.output import evidence_records, hits, meetings, names, records
from briefing.output.analysis.compare import records as comparing
from briefing.output.analysis.phrases import records as phrases
from tests.cli import libraries
from tests.cli.conftest import ROOT, Run
from tests.cli.libraries import write_library

LIST = ["id", "title", "date", "end", "place", "series", "status", "items", "coverage"]
SHOW = [
    "id", "title", "name", "date", "end", "time", "timezone", "date_note", "place", "mode",
    "series", "sequence", "status", "superseded_by", "author", "reviewed_by", "reviewed", "note",
    "bottom_line", "participants", "quoted", "related", "omitted", "accept", "sources",
    "items",
]  # fmt: skip
ITEM = [
    "id", "type", "section", "text", "key", "speaker", "by", "voice", "kind", "due", "topics",
    "continues", "translation", "note", "quoted", "unfound", "accept",
    "follows", "evidence",
]  # fmt: skip
EVIDENCE = [
    "source", "file", "paragraph", "locator", "start", "end", "exact", "prefix", "suffix",
    "paragraph_hint", "absent", "state", "score",
    "insertions", "gaps", "differences", "sense_checked", "continued", "reason", "caution",
]  # fmt: skip
SEARCH = ["query", "corrected", "total", "exact", "hidden", "hits"]
HIT = [
    "type", "text", "spans", "score", "card", "item", "title", "kind", "status", "due",
    "speaker", "by", "source", "paragraph", "locator",
]  # fmt: skip
CHECK = ["problems", "accepted", "coverage", "states"]
PROBLEM = ["severity", "code", "file", "line", "column", "message", "hint"]
COVERAGE = ["source", "cited", "total", "uncited", "omitted"]


COMPARE: dict[type, list[str]] = {
    comparing.ComparisonRecord: ["meetings", "topics"],
    comparing.MeetingRecord: [
        "id", "title", "date", "series", "status", "bottom_line", "sources",
    ],
    comparing.TopicRecord: ["id", "label", "standing", "stages", "steps"],
    comparing.StageRecord: ["card", "standing", "statements", "looked"],
    comparing.LookedRecord: ["names", "sources", "unread", "nowhere", "places"],
    comparing.StatementRecord: [
        "card", "date", "series", "number", "item", "type", "text", "state", "who", "kind",
        "voice", "wordings", "verbs", "absences",
    ],
    comparing.WordingRecord: ["source", "paragraph", "spans", "words", "state", "caution"],
    comparing.VerbRecord: [
        "word", "strength", "source", "paragraph", "start", "end", "hedge", "hedge_word",
        "hedge_start", "hedge_end",
    ],
    comparing.AbsenceRecord: ["source", "words", "holds"],
    comparing.StepRecord: ["earlier", "later", "pairs", "only_earlier", "only_later"],
    comparing.PairRecord: [
        "earlier", "later", "likeness", "shared_words", "shared_topics", "follows", "lead",
        "same_words", "shared",
        "differences", "verb_earlier", "verb_later", "change",
    ],
    comparing.DifferenceRecord: ["kind", "earlier", "later", "words"],
}  # fmt: skip
PHRASE: dict[type, list[str]] = {
    phrases.PhraseRecord: [
        "phrase", "words", "exact", "varied", "partial", "unknown", "nearest", "meetings",
        "variants", "uses",
    ],
    phrases.MeetingUsesRecord: ["card", "title", "date", "series", "exact", "variants"],
    phrases.VariantRecord: ["words", "uses", "first", "differences"],
    phrases.UseRecord: [
        "date", "of_meeting", "type", "source", "paragraph", "start", "end", "words", "text",
        "variant", "series", "card", "item", "number", "who", "state", "claims", "caution",
    ],
    phrases.ClaimRecord: ["card", "number", "item", "type", "state"],
}  # fmt: skip


def test_list(river: Path, run: Run) -> None:
    result = run("list", "--json")

    assert result.exit_code == 0
    (card,) = json.loads(result.stdout)
    assert list(card) == LIST
    assert card == {
        "id": "2023-02-06-river",
        "title": "River talks",
        "date": "2023-02-06",
        "end": None,
        "place": "Quay",
        "series": "river",
        "status": "reviewed",
        "items": 4,
        "coverage": 1.0,
    }


def test_show(river: Path, run: Run) -> None:
    card = json.loads(run("show", "2023-02-06-river", "--json").stdout)

    assert list(card) == SHOW
    assert card["participants"] == [
        {"id": "voss", "name": "Ada Voss", "role": "Minister", "side": "Upper bank"}
    ]
    assert list(card["participants"][0]) == ["id", "name", "role", "side"]
    assert card["bottom_line"]["type"] == "bottom_line"
    assert card["bottom_line"]["section"] is None
    assert [item["type"] for item in card["items"]] == ["point", "quote", "quote", "point"]
    for item in (card["bottom_line"], *card["items"]):
        assert list(item) == ITEM
        for evidence in item["evidence"]:
            assert list(evidence) == EVIDENCE


def test_a_quote_and_its_passage(river: Path, run: Run) -> None:
    (item,) = json.loads(run("show", "2023-02-06-river#2", "--json").stdout)["items"]

    assert item["text"] == "We share one river,"
    assert item["speaker"] == {"id": "voss", "name": "Ada Voss"}
    assert item["voice"] == "spoken"
    assert item["kind"] is None
    assert item["due"] is None
    assert item["evidence"] == [
        {
            "source": "gazette",
            "file": "seeds/gazette.txt",
            "paragraph": 3,
            "locator": None,
            "start": 1,
            "end": 20,
            "exact": "We share one river,",
            "prefix": None,
            "suffix": None,
            "paragraph_hint": None,
            "absent": [],
            "state": "verbatim",
            "score": 100.0,
            "insertions": [],
            "gaps": [],
            "differences": [],
            "sense_checked": True,
            "continued": None,
            "reason": None,
            "caution": "Wording shortened by the paper.",
        }
    ]


def test_words_that_are_not_there_have_no_place(tmp_path: Path, run: Run) -> None:
    more = "- quote: We own the whole river and its banks.\n  speaker: unclear\n"
    more += "  source: gazette\n  voice: spoken\n"
    root = write_library(tmp_path, more=more)

    card = json.loads(run("--library", str(root), "show", "2023-02-06-river#5", "--json").stdout)
    (item,) = card["items"]
    assert item["speaker"] == {"id": "unclear", "name": "speaker unclear"}
    (evidence,) = item["evidence"]
    assert evidence["state"] == "missing"
    assert (evidence["paragraph"], evidence["start"], evidence["end"]) == (None, None, None)


@pytest.mark.parametrize("query", ["levels", "kind:point", "speaker:kay", "publish"])
def test_a_hit_of_several_names_them_all(tmp_path: Path, run: Run, query: str) -> None:
    more = "- point: Levels are published.\n  by: [statement, kay, lee]\n"
    more += "  evidence: [{source: gazette, exact: publish the water levels by 2025}]\n"
    root = write_library(tmp_path, more=more)
    speakers = root / "content/speakers.yaml"
    known = speakers.read_text(encoding="utf-8")
    speakers.write_text(f"{known}\nkay: {{name: Kay}}\nlee: {{name: Lee}}\n", encoding="utf-8")

    hits = json.loads(run("--library", str(root), "search", query, "--json").stdout)["hits"]
    hit = next(hit for hit in hits if hit["text"] == "Levels are published.")
    assert [speaker["name"] for speaker in hit["by"]] == ["Joint statement", "Kay", "Lee"]
    assert hit["speaker"]["name"] == "Joint statement"


def test_search(river: Path, run: Run) -> None:
    result = run("search", "one", "rivr", "--json")

    found = json.loads(result.stdout)
    assert list(found) == SEARCH
    assert found["query"] == "one rivr"
    assert found["corrected"] == {"rivr": "river"}
    assert found["total"] >= len(found["hits"]) > 0
    for hit in found["hits"]:
        assert list(hit) == HIT
        assert all(0 <= start < end <= len(hit["text"]) for start, end in hit["spans"])
    best = next(hit for hit in found["hits"] if hit["type"] == "quote")
    assert best["speaker"] == {"id": "voss", "name": "Ada Voss"}
    assert (best["card"], best["source"], best["paragraph"]) == ("2023-02-06-river", "gazette", 3)
    assert [best["text"][start:end] for start, end in best["spans"]] == ["one", "river"]


@pytest.mark.parametrize("query", ["teilen einen Fluss", '"einen Fluss"', "flus kind:quote"])
def test_a_quote_is_found_by_the_words_of_its_translation(
    tmp_path: Path, run: Run, query: str
) -> None:
    more = "- quote: the levels are low\n  speaker: unclear\n  source: gazette\n  voice: reported\n"
    more += "  translation: {text: Wir teilen einen Fluss, language: de}\n"
    root = write_library(tmp_path, more=more)
    hits = json.loads(run("--library", str(root), "search", query, "--json").stdout)["hits"]
    assert [hit["text"] for hit in hits] == ["the levels are low"]


@pytest.mark.parametrize(
    ("published", "found", "not_found"),
    [
        ("2023-02", ("2023-02-01", "2023-02-17", "2023-02-28", "2023"), ("2023-01-31", "2023-03")),
        ("2024", ("2024-01-01", "2024-07", "2024-12-31"), ("2023", "2025-01-01")),
        ("2023-02-17", ("2023-02-17", "2023-02"), ("2023-02-16", "2023-02-18")),
    ],
)
def test_a_source_is_found_by_each_day_on_which_it_may_have_been_published(
    tmp_path: Path, run: Run, published: str, found: tuple[str, ...], not_found: tuple[str, ...]
) -> None:
    sources = libraries.SOURCES.replace(
        "  language: en", f"  language: en\n  published: {published}"
    )
    root = write_library(tmp_path, sources=sources)
    for date in (*found, *not_found):
        query = f"date:{date} kind:paragraph"
        hits = json.loads(run("--library", str(root), "search", query, "--json").stdout)["hits"]
        assert bool(hits) is (date in found), date


def test_check(tmp_path: Path, run: Run) -> None:
    root = write_library(tmp_path, topics="water: {label: Water}\nfish: {label: Fish}\n")
    assert run("check", str(root)).exit_code == 0
    result = run("check", str(root), "--strict", "--json")

    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert list(report) == CHECK
    (problem,) = report["problems"]
    assert list(problem) == PROBLEM
    assert (problem["code"], problem["line"], problem["hint"]) == (
        "unused-topic",
        2,
        "remove the entry",
    )
    assert [list(one) for one in report["coverage"]] == [COVERAGE]
    assert list(report["states"]) == [state.value for state in State]


def test_other_scripts_stay_readable(tmp_path: Path, run: Run) -> None:
    root = write_library(tmp_path, bottom_line="水位を公表する")

    assert "水位を公表する" in run("--json", "--library", str(root), "show", "2023").stdout


@pytest.mark.parametrize(
    ("shape", "keys"),
    [
        (meetings.CardSummary, LIST),
        (records.CardRecord, SHOW),
        (records.ItemRecord, ITEM),
        (evidence_records.EvidenceRecord, EVIDENCE),
        (hits.SearchRecord, SEARCH),
        (hits.HitRecord, HIT),
        (records.CheckRecord, CHECK),
        (records.ProblemRecord, PROBLEM),
        (records.CoverageRecord, COVERAGE),
        (records.ParticipantRecord, ["id", "name", "role", "side"]),
        (names.SpeakerRecord, ["id", "name"]),
        *COMPARE.items(),
        *PHRASE.items(),
    ],
)
def test_every_key_is_documented(shape: type, keys: list[str]) -> None:
    documented = set(re.findall(r"`(\w+)`", (ROOT / "docs/cli.md").read_text("utf-8")))

    assert list(get_type_hints(shape)) == keys
    assert set(keys) <= documented


def keys_in(form: Form[Any], *path: str) -> set[str]:
    """Return the keys that the format knows at the end of a way from key to key."""
    while isinstance(form, ListOf):
        form = form.form
    if isinstance(form, OneOf):
        return set().union(*(keys_in(each, *path) for each in form.records.values()))
    assert isinstance(form, Record)
    return keys_in(form.keys[path[0]].form, *path[1:]) if path else set(form.keys)


@pytest.mark.parametrize(
    ("form", "path", "shape", "otherwise"),
    [
        # The version is that of the file; days and names of a meeting are told as the card's own.
        (CARD, (), records.CardRecord, {"format", "meeting", "sections"}),
        (CARD, ("meeting",), records.CardRecord, set()),
        (CARD, ("participants",), records.ParticipantRecord, {"speaker"}),
        (CARD, ("quoted",), records.QuotedSpeakerRecord, {"speaker"}),
        (CARD, ("related",), records.RelatedRecord, set()),
        (CARD, ("omitted",), records.OmissionRecord, set()),
        (CARD, ("accept",), records.WaiverRecord, set()),
        (CARD, ("bottom_line",), records.ItemRecord, set()),
        (CARD, ("bottom_line", "evidence"), evidence_records.EvidenceRecord, {"paragraph"}),
        (SOURCES.record, (), records.SourceRecordOfCard, set()),
    ],
)
def test_show_holds_every_key_of_the_format(
    form: Form[Any], path: tuple[str, ...], shape: type, otherwise: Collection[str]
) -> None:
    assert keys_in(form, *path) - set(otherwise) <= set(get_type_hints(shape))


def test_show_holds_every_key_of_an_item() -> None:
    told_as = {"point": "text", "quote": "text", "open": "text", "source": "evidence"}
    of_evidence = {"prefix", "suffix", "paragraph"}
    keys = {told_as.get(key, key) for key in keys_in(CARD, "sections", "items") - of_evidence}
    assert keys <= set(get_type_hints(records.ItemRecord))


def test_show_says_what_a_source_and_a_piece_of_evidence_have(tmp_path: Path, run: Run) -> None:
    root = write_library(
        tmp_path,
        more="- point: L.\n  evidence: [{source: gazette, exact: the levels, paragraph: 5}]\n",
    )
    card = json.loads(run("--library", str(root), "show", "2023", "--json").stdout)
    (source,) = card["sources"]
    assert source["furniture"] == ["River Gazette, evening"]
    assert (source["sha256"], source["encoding"]) == (None, None)
    assert [e["paragraph_hint"] for e in card["items"][-1]["evidence"]] == [5]
