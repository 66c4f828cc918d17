"""A draft holds what was found, decides nothing, and is written once."""

import json
from pathlib import Path

import pytest

from briefing.drafting.people import people_of
from briefing.library.library import Library
from briefing.model.core import State
from tests.drafting.conftest import STORY, Run

ID = "2021-05-03-river-talks-open-in-lyon"


def test_a_draft_loads_and_every_quotation_is_found_again(library: Path, run: Run) -> None:
    result = run("new", "courier", "--json")

    assert (result.exit_code, result.stderr) == (0, "")
    card = Library.open(library).card(ID)
    assert card.status == "draft"
    assert card.meeting.date.isoformat() == "2021-05-03"
    assert card.meeting.place == "Lyon"
    assert card.participants == ()
    assert {item.state for item in card.items} == {State.VERBATIM}
    said = json.loads(result.stdout)
    assert said["left_out"] == 0
    assert [(each["text"], each["paragraph"]) for each in said["quotes"]] == [
        ("We will share the water,", 3),
        ("And we will tell each other the level.", 3),
        ("We expect # the dam by June.", 4),
        ("Nobody else will build: no one.", 5),
        ("will be told every day", 6),
        ("dam", 6),
        ("No,", 7),
        ("No,", 7),
    ]


def test_no_speaker_is_a_fact_and_check_asks_for_each(library: Path, run: Run) -> None:
    run("new", "courier")

    card = Library.open(library).card(ID)
    assert {item.speaker for item in card.items if item.type == "quote"} <= {"unclear", "none"}
    checked = run("check", ID, "--plain", "--all")
    asked = [line for line in checked.stdout.splitlines() if "[to-decide]" in line]
    lines = (library / card.file).read_text(encoding="utf-8").splitlines()
    marked = [n for n, line in enumerate(lines, 1) if line.lstrip().startswith("# check:")]
    assert [int(line.split(":")[1]) for line in asked] == marked
    told = "seems to be voss, by the words ‘said Minister Ada Voss’"
    assert any(told in line for line in asked)
    assert any("‘Carl Moor’, not in speakers.yaml" in line for line in asked)
    assert any("may be words set apart" in line for line in asked)


def test_what_only_the_attribution_splits_goes_on(library: Path, run: Run) -> None:
    run("new", "courier")

    card = Library.open(library).card(ID)
    assert [item.text[:6] for item in card.items if item.continues] == ["And we", "Nobody"]


def test_copies_of_words_are_told_apart(library: Path, run: Run) -> None:
    run("new", "courier")

    card = Library.open(library).card(ID)
    twice = [item.evidence[0] for item in card.items if item.text == "No,"]
    assert [each.state for each in twice] == [State.VERBATIM, State.VERBATIM]
    assert twice[0].passage.spans != twice[1].passage.spans


def test_decided_lines_are_asked_for_no_more(library: Path, run: Run) -> None:
    run("new", "courier")
    path = library / f"content/meetings/{ID}.yaml"
    kept = [x for x in path.read_text("utf-8").splitlines() if "# check:" not in x]
    path.write_text("\n".join(kept), encoding="utf-8")

    assert "[to-decide]" not in run("check", ID, "--plain", "--all").stdout


def test_a_comment_within_words_is_no_comment(library: Path, run: Run) -> None:
    run("new", "courier")
    path = library / f"content/meetings/{ID}.yaml"
    kept = [x for x in path.read_text("utf-8").splitlines() if "# check:" not in x]
    text = "\n".join(kept).replace("is not written yet.", "is not\n    # check: written\n    yet.")
    path.write_text(text.replace("text: The", "text: >-\n    The"), encoding="utf-8")

    assert "[to-decide]" not in run("check", ID, "--plain", "--all").stdout


def test_nothing_is_written_over(library: Path, run: Run) -> None:
    run("new", "courier")
    path = library / f"content/meetings/{ID}.yaml"
    before = path.read_bytes()

    again = run("new", "courier")
    assert (again.exit_code, again.stdout) == (2, "")
    assert f"there is a card '{ID}' already" in again.stderr
    assert "--id" in again.stderr
    assert path.read_bytes() == before
    assert run("new", "courier", "--id", "other").exit_code == 0


def test_a_dry_run_prints_the_card_and_writes_nothing(library: Path, run: Run) -> None:
    result = run("new", "courier", "--dry-run")

    assert result.stdout.startswith("# A draft by 'briefing new'.")
    assert list((library / "content/meetings").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["curier"], "did you mean 'courier'?"),
        (["courier", "--date", "May"], "write it as 2023-01-31"),
        (["courier", "--id", "A card"], "cannot be the id of a card"),
    ],
)
def test_mistakes_are_told_in_one_line(
    library: Path, run: Run, arguments: list[str], words: str
) -> None:
    result = run("new", *arguments)

    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_source_without_a_day_asks_for_one(library: Path, run: Run) -> None:
    (library / "seeds/courier.txt").write_text(
        STORY.replace(", 3 May 2021", " again"), encoding="utf-8"
    )
    index = library / "content/sources.yaml"
    index.write_text(index.read_text("utf-8").replace("2021-05-04", "2021-05"), encoding="utf-8")

    assert "give it with --date" in run("new", "courier").stderr
    assert run("new", "courier", "--date", "2021-05-03").exit_code == 0


def test_a_story_without_quotations_is_a_card_with_an_open_question(
    library: Path, run: Run
) -> None:
    text = "Lyon, 3 May 2021. The ministers met here on Monday and said nothing.\n"
    (library / "seeds/courier.txt").write_text(text, encoding="utf-8")
    run("new", "courier")

    card = Library.open(library).card(ID)
    assert [item.type for item in card.sections[0].items] == ["open"]
    written = (library / card.file).read_text("utf-8")
    assert "no source names a speaker" in written
    assert "# participants:" not in written


@pytest.mark.parametrize(
    "words",
    ["a: b", "- x", '\'tis "so"', "# no", "{x}", "[sic] y", "*a*", "&b", "!c", "% d", "| e", "> f"],
)
def test_no_words_of_a_source_upset_the_card(library: Path, run: Run, words: str) -> None:
    text = (
        f"Lyon, 3 May 2021. The ministers met.\n\n“We say {words} and mean it,” said Carl Moor.\n"
    )
    (library / "seeds/courier.txt").write_text(text, encoding="utf-8")
    assert run("new", "courier").exit_code == 0

    card = Library.open(library).card(ID)
    quotes = [item for item in card.items if item.type == "quote"]
    assert all(item.verified for item in quotes)
    assert any(words.split()[0] in item.text for item in quotes)


def test_suggested_speakers_are_named_without_their_office(library: Path, run: Run) -> None:
    text = (
        "Lyon, 3 May 2021. The ministers met.\n\n"
        "“We will share the water,” said Prime Minister Jo Berg. “We go home,” Berg said.\n\n"
        "“We will tell each other the level,” Sudland Defense Minister Oren Dahl said.\n\n"
        "“We are late,” Ines Falk said.\n"
    )
    (library / "seeds/courier.txt").write_text(text, encoding="utf-8")
    run("new", "courier")

    written = (library / f"content/meetings/{ID}.yaml").read_text("utf-8")
    assert "‘Prime Minister Jo Berg’, not in speakers.yaml" in written
    assert written[written.index("# participants:\n") :].startswith(
        "# participants:\n"
        "#   - speaker: jo-berg\n"
        "#     role: Prime Minister\n"
        "#   - speaker: oren-dahl\n"
        "#     role: Sudland Defense Minister\n"
        "#   - speaker: ines-falk\n\n"
    )
    assert written.partition("# For content/speakers.yaml")[2].count("\n# ") == 9
    assert "# jo-berg:\n#   name: Jo Berg\n#   kind: person\n" in written


@pytest.mark.parametrize(
    ("certain", "others", "wanted"),
    [
        (["Minister Ada Voss", "Voss"], [], [("Ada Voss", "Minister")]),
        (["Voss", "Minister Ada Voss"], [], [("Ada Voss", "Minister")]),
        (["Ada Voss", "Jo Voss", "Voss"], [], [("Ada Voss", ""), ("Jo Voss", ""), ("Voss", "")]),
        (["Voss"], ["Secretary of State Ada Voss"], [("Ada Voss", "Secretary of State")]),
        (["Mr. Voss", "Dr. Voss"], [], [("Voss", "")]),
        (["Voss"], ["President Oren Dahl"], [("Voss", "")]),
        (["President Voss", "Prime Minister Voss"], [], [("Voss", "President")]),
        ([], ["Ada Voss"], []),
        (["Ada Voss"], ["President of Finland Ada Voss"], [("Ada Voss", "")]),
        (["Voss"], ["Foreign Trade Ada Voss", "Ada Voss"], [("Ada Voss", "")]),
        (["Voss"], ["Minister of Water Ada Voss"], [("Voss", "")]),
    ],
)
def test_one_person_is_suggested_once(
    certain: list[str], others: list[str], wanted: list[tuple[str, str]]
) -> None:
    assert list(people_of(certain, others)) == wanted


@pytest.mark.parametrize(
    ("story", "lead"),
    [
        (
            'Minister Ada Voss told reporters in Lyon on Monday, "We will not sign." She left.',
            'Minister Ada Voss told reporters in Lyon on Monday, "We will not sign."',
        ),
        (
            "La ministre a redit lundi devant la presse à Lyon : « Nous ne signons pas.» Puis.",
            "La ministre a redit lundi devant la presse à Lyon : « Nous ne signons pas.»",
        ),
        (f"{'大臣は語った' * 11}。「署名しない。」と述べた。", f"{'大臣は語った' * 11}。"),
    ],
)
def test_the_lead_is_a_whole_sentence(library: Path, run: Run, story: str, lead: str) -> None:
    (library / "seeds/courier.txt").write_text(f"{story}\n", encoding="utf-8")
    run("new", "courier", "--date", "2021-05-03")

    (evidence,) = Library.open(library).card(ID).bottom_line.evidence
    assert (evidence.exact, evidence.state) == (lead, State.VERBATIM)


def test_quotations_past_what_a_draft_holds_are_counted_apart(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("briefing.drafting.making", "briefing.cli.commands.new_command"):
        monkeypatch.setattr(f"{module}.MOST_QUOTES", 6)
    said = run("new", "courier").stdout
    assert "a draft of 6 quotations" in said
    assert "note: 2 quotations left out: a draft holds 6; import the document in parts" in said
    assert "not found as one place" not in said


def test_whoever_a_transcript_names_is_suggested_as_a_participant(library: Path, run: Run) -> None:
    text = (
        "SECRETARY BERG: We sign on 3 May 2021, as I have said before.\n\n"
        "QUESTION: And the fish?\n\nADA VOSS: They stay.\n\nQ: Where?\n\n"
        "MR. DAHL (via telephone): In the lake.\n\nSECRETARY BERG: Yes.\n"
    )
    (library / "seeds/courier.txt").write_text(text, encoding="utf-8")
    index = library / "content/sources.yaml"
    index.write_text(index.read_text("utf-8").replace("news story", "transcript"), "utf-8")
    run("new", "courier")

    written = (library / f"content/meetings/{ID}.yaml").read_text("utf-8")
    assert written[written.index("# participants:\n") :].startswith(
        "# participants:\n#   - speaker: voss\n#   - speaker: berg\n#     role: Secretary\n"
        "#   - speaker: dahl\n\n"
    )
