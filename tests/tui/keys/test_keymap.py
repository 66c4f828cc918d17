"""The one list of keys, and what is said of a user's keymap."""

import re

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from briefing.tui.keys.keymap import (
    BoundKeys,
    all_bindings,
    binding_classes,
    bindings_of,
    check_keymap,
    is_key,
    with_keymap,
)


class SomeApp(App[None]):
    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS = [Binding("q", "back", "Back", id="app.back", tooltip="Go back")]


class SomeScreen(Screen[None]):
    BINDINGS = [Binding("slash", "search", "Search", id="screen.search", tooltip="Search")]


class SomeModal(ModalScreen[None]):
    BINDINGS = [Binding("escape,x", "dismiss", "Close", id="modal.close", tooltip="Close")]


class SomeWidget(Widget):
    BINDINGS = [
        Binding("j,down", "down", "Down", id="widget.down", tooltip="Go down"),
        Binding("k", "up", "Up", id="widget.up", tooltip="Go up"),
        Binding("z", "unnamed", "No id"),
    ]


OWNERS = (SomeApp, SomeScreen, SomeModal, SomeWidget)
BOUND = tuple(bound for owner in OWNERS for bound in bindings_of(owner))


def test_bindings_are_read_with_all_their_keys_and_where_they_act() -> None:
    by_id = {bound.id: bound for bound in BOUND}

    assert by_id["widget.down"].keys == ("j", "down")
    assert by_id["app.back"].where == "Everywhere"
    assert by_id["widget.up"].where == "SomeWidget"
    assert all("z" not in bound.keys for bound in BOUND), "a binding without an id has no name"


@pytest.mark.parametrize(
    "keymap",
    [
        {},
        {"widget.down": "n"},
        {"widget.down": "?"},
        {"widget.down": "ctrl+n, f2"},
        {"widget.down": "k", "widget.up": "j"},
        {"modal.close": "q"},
        {"widget.up": "x"},
    ],
)
def test_sound_keymaps_pass(keymap: dict[str, str]) -> None:
    assert check_keymap(BOUND, keymap) == {}


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"widget.dwon": "n"}, "there is no key binding 'widget.dwon' (did you mean 'widget.down'"),
        ({"zzzzzzzz": "n"}, "there is no key binding 'zzzzzzzz' (the bindings: app.back,"),
        ({"widget.down": "nonsense"}, "'nonsense' is not a key"),
        ({"widget.down": "crtl+n"}, "'crtl+n' is not a key"),
        ({"widget.down": "n,"}, "'' is not a key"),
        ({"widget.down": ""}, "'' is not a key"),
        ({"widget.down": "k"}, "'k' for 'widget.down' is already the key of 'widget.up' (Up"),
        ({"widget.down": "q"}, "'q' for 'widget.down' is already the key of 'app.back'"),
        ({"screen.search": "j"}, "'j' for 'screen.search' is already the key of 'widget.down'"),
        ({"app.back": "/"}, "'slash' for 'app.back' is already the key of 'screen.search'"),
    ],
)
def test_a_wrong_keymap_is_explained(keymap: dict[str, str], said: str) -> None:
    wrong = check_keymap(BOUND, keymap)

    assert list(wrong) == list(keymap)
    assert said in next(iter(wrong.values()))


def test_one_wrong_entry_does_not_hide_another() -> None:
    assert set(check_keymap(BOUND, {"nothing": "n", "widget.up": "j"})) == {"nothing", "widget.up"}


@pytest.mark.parametrize("key", ["a", "?", "é", "escape", "f12", "ctrl+x", "shift+left", "slash"])
def test_keys_are_known(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", "esc ape", "ctrl+", "ctlr+x", "f99", "\x1b", "entre"])
def test_other_words_are_not_keys(key: str) -> None:
    assert not is_key(key)


def test_a_keymap_changes_only_what_it_names() -> None:
    changed = {bound.id: bound for bound in with_keymap(BOUND, {"widget.up": "?,u"})}

    assert changed["widget.up"].keys == ("question_mark", "u")
    assert changed["widget.down"].keys == ("j", "down")


def test_every_class_of_the_reader_that_binds_is_found() -> None:
    names = {owner.__name__ for owner in binding_classes()}

    assert {"BriefingApp", "ReaderScreen", "LineView", "HelpScreen"} <= names


def test_the_app_comes_first_and_dialogs_last() -> None:
    order = [owner.__name__ for owner in binding_classes()]

    assert order[0] == "BriefingApp"
    assert order.index("ReaderScreen") < order.index("LineView") < order.index("HelpScreen")


@pytest.mark.parametrize("bound", all_bindings(), ids=lambda bound: bound.id)
def test_every_key_is_described(bound: BoundKeys) -> None:
    assert re.fullmatch(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+", bound.id)
    assert bound.description
    assert bound.tooltip
    assert not bound.tooltip.endswith(".")
    assert bound.where


def test_every_binding_has_an_id() -> None:
    without = [
        (owner.__name__, binding)
        for owner in binding_classes()
        for binding in owner.__dict__["BINDINGS"]
        if not (isinstance(binding, Binding) and binding.id)
    ]

    assert without == []


def test_ids_are_unique() -> None:
    ids = [bound.id for bound in all_bindings()]

    assert len(ids) == len(set(ids))


def test_no_class_binds_a_key_twice() -> None:
    for owner in binding_classes():
        keys = [key for bound in bindings_of(owner) for key in bound.keys]
        assert len(keys) == len(set(keys)), owner.__name__
