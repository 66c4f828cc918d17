"""What the list of hits and the preview say of a hit."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.text.cleaning import NOTHING
from briefing.tui.content.hits import hits_page
from tests.cli.libraries import DOCUMENT, write_library
from tests.tui import libraries
from tests.tui.helpers import control_characters, drawn
from tests.tui.search_host import reading


async def test_a_field_alone_lists_by_card_with_what_is_due() -> None:
    async with reading() as at:
        await at.search_for("due:..2027")
        headings = [block.text for block in at.search.found.blocks if block.role == "heading"]
        assert headings[0].startswith("Hayashi–Blinken meeting · 11 Jan 2023 · ")
        assert headings[1].startswith("U.S.–Japan two-plus-two, Washington · 11 Jan 2023 · ")
        under = [block.text for block in at.search.found.blocks if block.attached]
        assert all("due " in line for line in under)


async def test_an_open_question_is_called_one_and_leaves_no_gap() -> None:
    async with reading() as at:
        await at.search_for("kind:open")
        blocks = at.search.found.blocks
        under = [block.text for block in blocks if block.attached]
        assert under
        assert all(line.startswith("open question") for line in under)
        assert not any(block.attached and not block.text for block in blocks)


async def test_a_hit_names_its_card_and_the_preview_fills_its_pane() -> None:
    async with reading() as at:
        await at.search_for("taiwan strait")
        under = [block.text for block in at.search.found.blocks if block.attached]
        assert "U.S.–Japan two-plus-two, " in under[0]
        preview = at.search.preview
        assert preview.lines.height >= preview.size.height
        await at.search_for_more("kind:meeting")
        assert len([row for row in drawn(preview) if row.strip()]) > 3


async def test_no_key_reads_a_card_to_light_what_a_hit_rests_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading() as at:
        await at.search_for("strait")
        monkeypatch.setattr(Library, "card", lambda *_: pytest.fail("a card was read"))
        await at.search_for_more("kind:quote counterstrike")
        hit, preview = at.search.hit, at.search.preview
        assert hit is not None
        assert hit.entry.item
        line = preview.lines.top(preview.cursor or 0)
        lit = preview.app.theme_variables["evidence-background"]
        found = [
            segment.text
            for y in range(line, preview.size.height)
            for segment in preview.render_line(y)
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == lit.lower()
        ]
        assert "counterstrike" in "".join(found)


@pytest.mark.parametrize("size", [(160, 45), (120, 40), (80, 24), (60, 18), (30, 8)])
async def test_nothing_of_a_hostile_library_is_obeyed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    libraries.rough(tmp_path)
    async with reading(tmp_path, size) as at:
        for query in ("ports", "day", "kind:paragraph", '"[sic]"', "[/x]", "topic:"):
            await at.search_for(query)
            await at.press("down", "down")
            shown = [*drawn(at.search.found), *drawn(at.search.preview), at.said]
            assert control_characters("\n".join(shown)) == []
            await at.press("escape")


async def test_a_quotation_that_was_not_found_stands_without_marks(tmp_path: Path) -> None:
    libraries.rough(tmp_path)
    async with reading(tmp_path) as at:
        await at.search_for("will close before the fifth")
        shown = "\n".join(drawn(at.search.found))
        assert "drifted" in shown
        assert "“the ports will close" not in shown


async def test_a_caution_travels_with_every_hit_from_its_source() -> None:
    async with reading() as at:
        await at.search_for("kind:quote provocative")
        under = [block.text for block in at.search.found.blocks if block.attached]
        sources = [hit.entry.source for hit in at.search.page.hits]
        assert len(set(sources)) == 2
        assert [("caution" in line) for line in under] == [s.startswith("reuters") for s in sources]


async def test_of_a_source_that_is_dated_by_month_no_day_is_made_up() -> None:
    async with reading() as at:
        await at.search_for("kind:paragraph littoral")
        under = [block.text for block in at.search.found.blocks if block.attached]
        assert under[0].replace("\u00a0", " ") == "¶14 · Kyodo · Jan 2023"
        await at.search_for_more("source:kyodo")
        titles = [b.text for b in at.search.found.blocks if b.role == "heading"]
        assert any(title.startswith("Kyodo · Jan 2023 · ") for title in titles)


async def test_the_preview_keeps_the_rows_of_a_table(tmp_path: Path) -> None:
    root = write_library(
        tmp_path,
        document=f"{DOCUMENT}\nPort\t2022\t2023\nAven\t1,200\t1,310\nTotal\t4,125\t4,170\n",
    )
    async with reading(root) as at:
        await at.search_for("aven")
        rows = [row.strip(" ▏▌") for row in drawn(at.search.preview)]
        assert [row.split() for row in rows if "Aven" in row] == [["Aven", "1,200", "1,310"]]


JAPANESE = """\
港の会議は月曜日に開かれ、両国は力による
一方的な現状変更に反対した。

林 芳正大臣は会議の後に記者団に対し成果を
詳しく語った。

The ministers met on
Monday.
"""


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("一方的", "両国は力による一方的な現状変更に反対した。"),
        ("芳正", "林 芳正大臣は会議の後に記者団に対し成果を詳しく語った。"),
        ("ministers", "The ministers met on Monday."),
    ],
)
async def test_joined_lines_have_a_blank_only_where_their_script_has_one(
    tmp_path: Path, query: str, shown: str
) -> None:
    root = write_library(tmp_path, document=f"{DOCUMENT}\n{JAPANESE}")
    async with reading(root) as at:
        await at.search_for(f"kind:paragraph {query}")
        texts = [block.text.replace(NOTHING, "") for block in at.search.found.blocks if block.stop]
        assert [text for text in texts if shown in text], texts


async def test_a_document_that_changed_since_takes_nothing_out_of_a_hit(tmp_path: Path) -> None:
    root = write_library(tmp_path, document=f"{DOCUMENT}\n{JAPANESE}")
    async with reading(root) as at:
        await at.search_for("kind:paragraph 一方的")
        hit = at.search.hit
        assert hit is not None
        path = root / "seeds/gazette.txt"
        path.write_text(path.read_text("utf-8").replace("現状変更", "変更現状"), "utf-8")
        page = hits_page(at.search.results, Library.open(root))
        assert hit.entry.text in [block.text for block in page.blocks]
