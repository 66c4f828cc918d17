"""What a field keeps and hides, and what is told of it."""

import pytest

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from tests.search.helpers import (
    library,
    lit,
    quote,
)


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        ("speaker:hayashi", ["quote"]),
        ("speaker:yoshimasa", ["quote"]),
        ("speaker:hayashi-san", ["quote"]),
        ("speaker:haya", ["quote"]),
        ("speaker:hayshi", ["quote"]),
        ('speaker:"antony blinken"', ["quote"]),
        ("speaker:hayashi speaker:blinken", ["quote", "quote"]),
        ("-speaker:hayashi", ["point", "quote", "paragraph"]),
        ("topic:beijing", ["quote"]),
        ("topic:space", ["quote"]),
        ("meeting:washington", ["quote", "point"]),
        ("meeting:2023", ["quote", "point"]),
        ("series:us-japan", ["quote", "quote", "point"]),
        ("date:2022", ["quote"]),
        ("date:2022-01-07", ["quote"]),
        ("date:2022..2023 kind:quote", ["quote", "quote"]),
        ("date:..2022", ["quote"]),
        ("kind:point", ["point"]),
        ("kind:commitment", ["point"]),
        ("kind:paragraph", ["paragraph"]),
        ("voice:joint", ["quote"]),
        ('voice:"joint statement"', ["quote"]),
        ("source:kyodo kind:quote", ["quote", "quote"]),
        ("side:japan", ["quote"]),
        ("side:united", ["quote"]),
        ("speaker:nobody", []),
    ],
)
def test_fields(condition: str, kept: list[str]) -> None:
    results = SearchEngine.build(library()).search(f"challenge {condition}")
    assert sorted(hit.entry.kind for hit in results.hits) == sorted(kept)
    # Without the field three are found, a quote standing for its paragraph; the rest is hidden.
    assert results.total == len(kept)
    assert results.hidden == max(0, 3 - len(kept))


def test_a_field_alone_lists_what_it_keeps() -> None:
    results = SearchEngine.build(library()).search("speaker:blinken")
    assert {hit.entry.kind for hit in results.hits} == {"quote", "speaker"}
    assert (results.total, results.hidden) == (2, 0)


def test_aliases_count_as_words() -> None:
    results = SearchEngine.build(library()).search("minister challenge")
    assert results.hits[0].entry.speaker == "hayashi"
    assert lit(results.hits[0]) == ["challenge"]


def test_a_value_read_with_slips_and_an_unknown_one_are_told_at_their_place() -> None:
    search = SearchEngine.build(library()).search
    query = "challenge speaker:hayshi"
    (note,) = search(query).notes
    assert query[note.start : note.end] == "speaker:hayshi"
    assert "Yoshimasa Hayashi" in note.message
    (note,) = search("challenge speaker:nobody").notes
    assert "no speaker is called 'nobody'" in note.message
    assert "blinken" in note.hint


def test_how_words_were_read_is_told_even_where_filters_hide_every_hit() -> None:
    results = SearchEngine.build(library()).search("chalenge speaker:nobody")
    assert (results.total, results.hits) == (0, ())
    assert results.hidden == 3
    assert results.corrected == {"chalenge": "challenge"}


@pytest.mark.parametrize("condition", ["kind:quote", "-kind:quote", "source:a", "date:2022"])
def test_what_fields_keep_and_hide_is_what_the_words_find(condition: str) -> None:
    entries: list[Entry] = []
    for number in range(60):
        said = quote(f"a challenge {number}", source="a", paragraph=number + 1)
        entries += [said, said._replace(kind="paragraph", text=f"a challenge {number} they said")]
    search = SearchEngine.build(entries).search
    results = search(f"challenge {condition}")
    assert results.total + results.hidden == search("challenge").total


def test_what_a_hidden_hit_holds_is_not_held_by_those_shown() -> None:
    entries = [quote("the treaty", speaker="a"), quote("the traety of the moon", speaker="b")]
    results = SearchEngine.build(entries).search("traety speaker:a")
    assert [hit.entry.text for hit in results.hits] == ["the treaty"]
    assert results.corrected == {"traety": "treaty"}
    (note,) = SearchEngine.build(entries).search("treaty moon speaker:a").notes
    assert "moon" in note.message


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("status:draft", "nothing here has the status 'draft'", ""),
        ("status:drft", "nothing here has the status 'draft'", "status:draft"),
        ("kind:fact ", "nothing here has the kind 'fact'", "what is here: quote, point, paragra"),
        ("kind:bottom_line", "nothing here has the kind 'bottom_line'", "what is here: quote"),
        ("-voice:document", "nothing here has the voice 'document'", "what is here: joint sta"),
        ("speaker:unclear", "nothing here has the speaker 'unclear'", ""),
        ("speaker:none", "nothing here has the speaker 'none'", ""),
        ("speaker:non ", "no speaker is called 'non'", "there is blinken, hayashi"),
        ("status:foo ", "no status is called 'foo'", "there is draft, reviewed, superseded, ret"),
        ("voice:zzz ", "no voice is called 'zzz'", "there is spoken, joint statement, document"),
    ],
)
def test_a_documented_value_that_nothing_has_is_not_unknown(
    query: str, message: str, hint: str
) -> None:
    (note,) = SearchEngine.build(library()).search(query).notes
    assert note.message == message
    assert note.hint.startswith(hint)
    assert bool(note.hint) is bool(hint)
    # Not even at the end of a query may typing on put right what is complete.
    assert not note.early


def test_the_beginning_of_a_value_means_those_that_something_has_first() -> None:
    search = SearchEngine.build(library()).search
    assert [hit.entry.voice for hit in search("voice:spoke ").hits] == ["spoken"]
    only_spoken_for = SearchEngine.build([quote("a hotline", voice="spokesperson")])
    assert only_spoken_for.search("voice:spok ").total == 1
    (note,) = only_spoken_for.search("voice:spoken ").notes
    assert note.message == "nothing here has the voice 'spoken'"
