"""Tables of a PDF: rows stay lines, cells that go on are one again, and empty ones keep a place."""

from collections.abc import Collection, Sequence

import pytest

from tests.importing.conftest import needs, read, story
from tests.importing.papers import Print, pdf, set_in_columns
from tests.importing.test_pdf import PARAGRAPHS

pytestmark = needs("pypdfium2")

_ADVANCE = 0.6 * 9


def table(
    rows: Sequence[Sequence[str]], places: Sequence[float], right: Collection[int] = ()
) -> list[Print]:
    """Return the cells of a table.

    Args:
        rows: Its rows; an empty cell is not printed.
        places: Where each column begins; where it ends for one that is set flush right.
        right: Which columns are.
    """
    return [
        Print(places[column] - (len(cell) * _ADVANCE if column in right else 0), 400 + 12 * y, cell)
        for y, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    ]


def joined(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(" | ".join(row) for row in rows)


NUMBERS = [("Bank", "2021", "2022"), ("Upper", "3.1", "12.9"), ("Lower", "113.4", "9")]
TWO = [("Bank", "2021"), ("Upper", "3.1"), ("Lower", "113.4"), ("Both", "116.5")]
LONG = [
    (f"Agreement {n} on the water", f"signed by the ministers in {2000 + n}") for n in range(12)
]
THREE = [(f"Treaty number {n} here", f"the upper bank {n}", f"in force {n}") for n in range(12)]
GAPS = [("Year", "Level", "Flow"), ("2021", "", "40"), ("2022", "2.9", "38"), ("2023", "3.0", "41")]


@pytest.mark.parametrize(
    ("rows", "places", "right"),
    [
        (NUMBERS, (60, 260, 360), (1, 2)),
        (TWO, (60, 260), ()),
        (TWO, (60, 260), (1,)),
        (LONG, (60, 320), ()),
        (THREE, (60, 230, 400), ()),
        (GAPS, (60, 180, 300), ()),
    ],
    ids=["numbers", "two columns", "flush right", "long cells", "three columns", "an empty cell"],
)
@pytest.mark.parametrize("below", [True, False], ids=["below a text", "alone"])
def test_rows_are_lines(
    rows: list[tuple[str, ...]], places: tuple[float, ...], right: tuple[int, ...], below: bool
) -> None:
    text = set_in_columns(PARAGRAPHS[:3], 1, 40)[0] if below else []
    document = read(pdf([[*text, *table(rows, places, right)]]), "paper.pdf")

    assert story(document) == [*(PARAGRAPHS[:3] if below else []), joined(rows)]
    assert document.blocks[-1].kind == "lines"
    told = "1 table is kept in rows: look whether each cell is in its place"
    assert told in document.warnings


def test_a_cell_that_goes_over_several_lines_is_one() -> None:
    rows = [
        ("Measure", "What it does", "When"),
        ("Hotline", "connects the two ministries by day", "2024"),
        ("", "and by night, at no cost to either", ""),
        ("Dam", "is not built unless both of the", "2025"),
        ("", "sides agree to it in writing, and", ""),
        ("", "publish it", ""),
    ]
    text = set_in_columns(PARAGRAPHS[:3], 1, 40)[0]
    document = read(pdf([[*text, *table(rows, (60, 160, 400))]]), "paper.pdf")

    assert story(document)[-1] == joined(
        [
            ("Measure", "What it does", "When"),
            (
                "Hotline",
                "connects the two ministries by day and by night, at no cost to either",
                "2024",
            ),
            (
                "Dam",
                "is not built unless both of the sides agree to it in writing, and publish it",
                "2025",
            ),
        ]
    )


@pytest.mark.parametrize(("columns", "apart"), [(2, 0), (2, 30), (3, 0)])
def test_columns_of_text_are_no_table(columns: int, apart: int) -> None:
    pages = [
        [line._replace(x=line.x + apart * (line.x > 250)) for line in page]
        for page in set_in_columns(PARAGRAPHS, columns, 36)
    ]
    document = read(pdf(pages), "paper.pdf")
    assert story(document) == PARAGRAPHS
    assert not [each for each in document.warnings if "table" in each]
