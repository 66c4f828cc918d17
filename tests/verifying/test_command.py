"""`briefing verify` and `briefing search --quote`: formats, exit codes, files and mistakes."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.importing.conftest import needs
from tests.verifying.conftest import Run

GOOD = "It reads “Every reading goes to both capitals”.\n"
BAD = "“Every reading goes to both capitals,” Ada Voss said.\n"
CUT = "It said “We will sign by June”.\n"


@pytest.mark.parametrize(("memo", "code"), [(GOOD, 0), ("No quotations.\n", 0), (BAD, 1), (CUT, 1)])
def test_the_exit_code_says_whether_all_hold(library: Path, run: Run, memo: str, code: int) -> None:
    assert run("verify", "-", stdin=memo).exit_code == code


def test_a_line_says_state_place_and_speaker(library: Path, run: Run, tmp_path: Path) -> None:
    memo = tmp_path / "memo.md"
    memo.write_text(BAD, encoding="utf-8")
    lines = run("verify", memo).stdout.splitlines()

    assert lines == [
        f"{memo}:1:2: another speaker, typography ¶3 of press; the memo gives it to Ada Voss,"
        " but it is CARL MOOR by paragraph 3 of press; caution: Typed by hand.:"
        " 'Every reading goes to both capitals,'",
        "0 of 1 quotation holds",
    ]


@pytest.mark.parametrize(
    "memo",
    [
        "“The ministers met in Basel over fish,” Ada Voss said.\n",
        "Moor said “the talks will succeed this year”.\n",
        "According to Ada Voss, “the ministers met in Lyon”.\n",
    ],
)
def test_a_name_that_nothing_confirms_is_said_to_be_the_memos(
    library: Path, run: Run, memo: str
) -> None:
    line = run("verify", "-", stdin=memo).stdout.splitlines()[0]
    assert "neither a card nor the words beside it tell who said it" in line


def test_the_record(library: Path, run: Run) -> None:
    said = json.loads(run("verify", "-", "--json", stdin=BAD).stdout)

    (memo,) = said["files"]
    assert (memo["file"], memo["holds"]) == ("-", False)
    (quotation,) = memo["quotations"]
    assert (quotation["source"], quotation["source_paragraph"]) == ("press", 3)
    assert quotation["speaker"]["named"] == "Ada Voss"
    assert quotation["speaker"]["agrees"] is False
    assert (
        run("verify", "-", "--format", "json", stdin=BAD).stdout
        == run("verify", "-", "--json", stdin=BAD).stdout
    )


def test_sarif_has_a_result_for_each_finding(library: Path, run: Run, tmp_path: Path) -> None:
    memo = tmp_path / "my memo.md"
    memo.write_text(GOOD.replace("capitals", "towns") + "\n" + CUT, encoding="utf-8")
    result = run("verify", memo, "--format", "sarif")

    log = json.loads(result.stdout)
    assert (result.exit_code, log["version"]) == (1, "2.1.0")
    results = log["runs"][0]["results"]
    assert [(each["ruleId"], each["level"]) for each in results] == [
        ("drifted", "error"),
        ("truncated", "error"),
    ]
    listed = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert {each["ruleId"] for each in results} <= listed
    place = results[1]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 10}
    assert place["artifactLocation"]["uri"].endswith("my%20memo.md")


def test_annotations_escape_what_would_end_them(library: Path, run: Run, tmp_path: Path) -> None:
    memo = tmp_path / "a,b.md"
    memo.write_text("It said “100 % of the fish: gone, all of it”.\n", encoding="utf-8")
    (line,) = run("verify", memo, "--format", "github").stdout.splitlines()

    assert line.startswith("::error file=")
    assert "a%2Cb.md,line=1,col=10,title=missing::not found" in line
    assert "100 %25 of" in line


def test_one_source_can_be_named(library: Path, run: Run) -> None:
    assert run("verify", "-", "--source", "press", stdin=GOOD).exit_code == 0
    assert run("verify", "-", "--source", "courier", stdin=GOOD).exit_code == 1
    result = run("verify", "-", "--source", "pres", stdin=GOOD)
    assert (result.exit_code, "did you mean 'press'?" in result.stderr) == (2, True)


def test_what_cannot_be_read_is_told_and_the_rest_verified(
    library: Path, run: Run, tmp_path: Path
) -> None:
    memo = tmp_path / "memo.txt"
    memo.write_text(GOOD, encoding="utf-8")
    result = run("verify", tmp_path / "none.md", memo)

    assert result.exit_code == 2
    assert "none.md: No such file" in result.stderr
    assert "1 of 1 quotation holds" in result.stdout


@needs("trafilatura")
def test_a_web_page_is_read(library: Path, run: Run, tmp_path: Path) -> None:
    page = tmp_path / "memo.html"
    page.write_text(
        "<html><head><title>Memo</title></head><body><article><p>The memo of the day is about the"
        " river and has more than a few words in it.</p><p>It reads “Every reading goes to both"
        " capitals”, and nothing else is said here today.</p></article></body></html>",
        encoding="utf-8",
    )
    assert "1 of 1 quotation holds" in run("verify", page).stdout


@needs("mammoth")
def test_a_word_file_is_read(library: Path, run: Run, tmp_path: Path) -> None:
    memo = tmp_path / "memo.docx"
    memo.write_bytes(_docx("It reads “Every reading goes to both capitals”."))
    assert "1 of 1 quotation holds" in run("verify", memo).stdout


def test_search_finds_the_place_of_a_quotation(library: Path, run: Run) -> None:
    result = run("search", "--quote", "“Every reading goes to both capitals”", "--json")
    (place,) = json.loads(result.stdout)["places"]
    assert (place["source"], place["paragraph"], place["state"]) == ("press", 3, "verbatim")

    near = run("search", "--quote", "Every writing goes to both capitals")
    assert (near.exit_code, near.stdout.startswith("press, paragraph 3, drifted")) == (1, True)
    none = run("search", "--quote", "nobody ever wrote a sentence like this one")
    assert (none.exit_code, "nothing like it" in none.stdout) == (1, True)


def _docx(text: str) -> bytes:
    """Return a Word file of one paragraph."""
    schema = "http://schemas.openxmlformats.org"
    word = f"{schema}/wordprocessingml/2006/main"
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    document = f'<w:document xmlns:w="{word}"><w:body>{paragraph}</w:body></w:document>'
    types = (
        f'<Types xmlns="{schema}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>'
    )
    office = f"{schema}/officeDocument/2006/relationships/officeDocument"
    links = (
        f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", links)
        archive.writestr("word/document.xml", document)
    return made.getvalue()


@pytest.mark.parametrize(
    ("source", "hint"),
    [("pres", "did you mean 'press'?"), ("", "the library has "), ("xyz", "the library has ")],
)
def test_a_source_that_is_not_there_is_told_with_those_that_are(
    library: Path, run: Run, source: str, hint: str
) -> None:
    result = run("verify", "-", "--source", source, stdin=GOOD)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"briefing: there is no source '{source}' (")
    assert hint in result.stderr
