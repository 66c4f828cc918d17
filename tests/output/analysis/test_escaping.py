"""Tables that a spreadsheet does not run, and Markdown in which text stays text."""

import csv
import io

import pytest

from briefing.output.analysis.escaping import csv_lines, markdown_text


def test_rows_come_back_as_they_were() -> None:
    rows = [["a,b", 'say "yes"'], ["two\nlines", "金"]]
    lines = csv_lines(["first", "second"], rows)
    text = "\n".join(lines)
    assert list(csv.reader(io.StringIO(text))) == [["first", "second"], *rows]
    assert lines[0] == "first,second"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_formula_is_text(cell: str) -> None:
    assert csv_lines(["a"], [[cell]])[1:] == [f"'{cell}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, 2 % of it", "plain words, 2 % of it"),
        ("*loud* _soft_ `code`", r"\*loud\* \_soft\_ \`code\`"),
        ("[here](there)", r"\[here\](there)"),
        ("<script> &amp;", r"\<script\> \&amp;"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("see https://a.example or www.a.example", r"see https\://a.example or www\.a.example"),
        ("a@b.example", r"a\@b.example"),
        ("a | b ~ c", r"a \| b \~ c"),
        (r"back\slash", r"back\\slash"),
        ("a $5 fine, then $6", r"a \$5 fine, then \$6"),
        ("one\n- two\n+ three", "one\n\\- two\n\\+ three"),
        ("one\n12. two\n3) three", "one\n12\\. two\n3\\) three"),
        ("one\n===\ntwo\n:--", "one\n\\===\ntwo\n\\:--"),
        ("one\n\n    two\n\t- three", "one\n\ntwo\n\\- three"),
    ],
)
def test_nothing_is_read_as_markdown(text: str, expected: str) -> None:
    assert markdown_text(text) == expected
