"""Text that is selected with the mouse."""

from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from briefing.tui.lineview.blocks import Block, Mark
from briefing.tui.lineview.line_view import LineView
from tests.tui.lineview.view_host import WORDS, host, stops


async def select(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(LineView, offset=start)
    await pilot.hover(LineView, offset=end)
    await pilot.mouse_up(LineView, offset=end)
    await pilot.pause()


async def test_selected_text_comes_without_the_line_breaks_of_the_screen() -> None:
    app = host(stops(4))
    async with app.run_test(size=(30, 12)) as pilot:
        await select(pilot, (4, 0), (4, 2))
        assert app.screen.get_selected_text() == f"{WORDS[:48]} ele"


async def test_selecting_over_several_blocks_and_after_a_resize() -> None:
    app = host([Block("alpha beta", stop=True), Block("gamma delta", stop=True)])
    async with app.run_test(size=(30, 12)) as pilot:
        await select(pilot, (8, 0), (6, 1))
        assert app.screen.get_selected_text() == "beta\ngamma"
        chosen = app.screen.get_component_rich_style("screen--selection").bgcolor
        styles = {segment.text: segment.style for segment in app.view.render_line(0)}
        assert (style := styles["beta"]) is not None
        assert style.bgcolor == chosen
        await pilot.resize_terminal(12, 12)
        assert app.screen.get_selected_text() == "beta\ngamma"


async def test_select_all() -> None:
    app = host([Block("alpha"), Block("beta")])
    async with app.run_test(size=(30, 12)):
        app.view.text_select_all()
        assert app.screen.get_selected_text() == "alpha\nbeta"
        app.view.show_blocks([Block("new")])
        assert app.screen.get_selected_text() is None


async def test_without_colours_evidence_and_selection_can_still_be_told() -> None:
    app = host([Block("alpha beta", stop=True), Block("gamma delta", stop=True)])
    app.no_color = True
    async with app.run_test(size=(30, 12)) as pilot:
        app.view.light({0: [Mark(0, 5, "evidence")]})
        await select(pilot, (8, 0), (6, 1))
        styles = {segment.text: segment.style for segment in app.view.render_line(0)}
        assert (lit := styles["alpha"]) is not None
        assert lit.reverse
        assert (selected := styles["beta"]) is not None
        assert selected.reverse
        assert selected.underline


async def test_only_a_line_that_is_asked_for_alone_tells_the_place_of_its_text() -> None:
    block = Block("alpha beta", marks=(Mark(6, 10, "hit"),), space_after=True)
    padded = Block("a b", pads=((1, 2),))
    app = host([block, padded])
    async with app.run_test(size=(30, 12)):
        alone = [places(app.view.render_line(y)) for y in range(3)]
        painted = [places(strip) for strip in app.view.render_lines(Region(0, 0, 30, 3))]

    assert alone == [
        {"alpha ": (0, 0), "beta": (6, 0)},
        {" " * 29: (10, 0)},
        {"a": (0, 1), " b": (1, 1)},
    ]
    assert painted == [{}, {}, {}]


def places(strip: Strip) -> dict[str, tuple[int, int]]:
    """Return the place that each stretch of a line carries, as Textual looks for it."""
    styled = [(text, style.meta) for text, style, _ in strip if style is not None]
    return {text: meta["offset"] for text, meta in styled if "offset" in meta}
