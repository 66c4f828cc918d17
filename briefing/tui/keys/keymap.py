"""Every key of the reader in one list, and the user's changes to it.

The list is read from the `BINDINGS` of the app, its screens and widgets. Help, the README's table
and the check of the user's keymap all derive from it, so a key is described in one place only.
"""

import pkgutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys
from textual.screen import ModalScreen, Screen

from briefing.text.suggest import did_you_mean

MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
"""Modifiers a key may be written with, as in `ctrl+shift+a`."""

_OWNERS = (
    ("briefing.tui.screens", "briefing.tui.screens.views", "briefing.tui.screens.analysis"),
    (
        "briefing.tui.widgets",
        "briefing.tui.widgets.inputs",
        "briefing.tui.widgets.source",
        "briefing.tui.widgets.table",
        "briefing.tui.lineview",
    ),
)
"""Packages whose classes bind keys; they are named, as screens and widgets import their keys."""

NAMED_KEYS = frozenset(key.value for key in Keys if not key.value.startswith("<"))
"""Keys that are known by a name, such as `escape`, `pagedown` or `f1`."""


@dataclass(frozen=True, slots=True)
class BoundKeys:
    """One action of the reader and the keys that run it."""

    id: str
    """Stable name, as the user's keymap has it, such as `app.help`."""
    keys: tuple[str, ...]
    """Keys in Textual's spelling, such as `question_mark` or `ctrl+p`."""
    action: str
    """The action's name, for running it."""
    description: str
    """A word or two, as in the footer."""
    tooltip: str
    """A sentence that says what happens."""
    where: str
    """Where the keys act, such as `Everywhere` or `Card`."""
    owner: type[DOMNode]
    """The app, screen or widget class that declares them."""


def bindings_of(owner: type[DOMNode]) -> tuple[BoundKeys, ...]:
    """List what a class itself binds, in the order of its `BINDINGS`.

    Args:
        owner: An app, screen or widget class. What it inherits is left out.

    Returns:
        One entry for each `Binding` with an id.
    """
    declared = owner.__dict__.get("BINDINGS", ())
    where = owner.BINDING_GROUP_TITLE or owner.__name__
    return tuple(
        BoundKeys(
            id=binding.id,
            keys=_normalised(binding.key),
            action=binding.action,
            description=binding.description,
            tooltip=binding.tooltip,
            where=where,
            owner=owner,
        )
        for binding in declared
        if isinstance(binding, Binding) and binding.id
    )


@cache
def binding_classes() -> tuple[type[DOMNode], ...]:
    """List the reader's own classes that declare bindings.

    The app comes first, then screens, then their widgets; dialogs, which are apart, come last.
    """
    modules = ["briefing.tui.app"]
    for packages in _OWNERS:
        found = [name for package in packages for name in _modules_in(package)]
        modules.extend(sorted(found, key=lambda name: name.rpartition(".")[2]))
    owners = [owner for name in modules for owner in _declaring_classes(name)]
    return tuple(sorted(owners, key=lambda owner: issubclass(owner, ModalScreen)))


def all_bindings() -> tuple[BoundKeys, ...]:
    """List every key of the reader as shipped, grouped by the class that declares it."""
    return tuple(bound for owner in binding_classes() for bound in bindings_of(owner))


def with_keymap(
    bindings: tuple[BoundKeys, ...], keymap: Mapping[str, str]
) -> tuple[BoundKeys, ...]:
    """Return the bindings as a user's keymap changes them.

    Args:
        bindings: The bindings as shipped.
        keymap: Binding id to keys, separated by commas; must have passed `check_keymap`.

    Returns:
        The bindings in the same order.
    """
    return tuple(
        replace(bound, keys=_normalised(keymap[bound.id])) if bound.id in keymap else bound
        for bound in bindings
    )


def check_keymap(bindings: tuple[BoundKeys, ...], keymap: Mapping[str, str]) -> Mapping[str, str]:
    """Find what is wrong with a user's keymap.

    Args:
        bindings: The bindings as shipped.
        keymap: Binding id to keys, separated by commas.

    Returns:
        Binding id to a sentence on what is wrong and what to do; empty when all is well.
    """
    wrong = {
        binding_id: said
        for binding_id, keys in keymap.items()
        if (said := _wrong_entry(binding_id, keys, bindings))
    }
    sound = {binding_id: keys for binding_id, keys in keymap.items() if binding_id not in wrong}
    changed = with_keymap(bindings, sound)
    for bound in changed:
        if bound.id in sound and (said := _conflict(bound, changed)):
            wrong[bound.id] = said
    return wrong


def _modules_in(package: str) -> Iterator[str]:
    path = import_module(package).__path__
    return (found.name for found in pkgutil.iter_modules(path, f"{package}."))


def _declaring_classes(module_name: str) -> Iterator[type[DOMNode]]:
    for found in vars(import_module(module_name)).values():
        if (
            isinstance(found, type)
            and issubclass(found, DOMNode)
            and found.__module__ == module_name
            and "BINDINGS" in found.__dict__
        ):
            yield found


def _normalised(keys: str) -> tuple[str, ...]:
    return tuple(binding.key for binding in Binding.make_bindings([Binding(keys, "none")]))


def _wrong_entry(binding_id: str, keys: str, bindings: tuple[BoundKeys, ...]) -> str:
    known = [bound.id for bound in bindings]
    if binding_id not in known:
        hint = did_you_mean(binding_id, known, f"the bindings: {', '.join(known)}")
        return f"there is no key binding '{binding_id}' ({hint})"
    for key in keys.split(","):
        if not is_key(key.strip()):
            return f"'{key.strip()}' is not a key (write 'x', 'ctrl+x', 'f1', 'slash', 'escape')"
    return ""


def is_key(key: str) -> bool:
    """Return whether a key is written as the terminal could report it.

    Args:
        key: One key, such as `x`, `?`, `ctrl+x`, `question_mark` or `f1`.
    """
    if key in NAMED_KEYS or (len(key) == 1 and key.isprintable()):
        return True
    *modifiers, last = key.split("+")
    if not MODIFIERS.issuperset(modifiers) or not last:
        return False
    return last in NAMED_KEYS or (len(last) == 1 and last.isprintable()) or _is_named(last)


def _is_named(name: str) -> bool:
    """Return whether Textual's name of a character, such as `question_mark`, is one."""
    for spelling in (name.replace("_", " "), name.replace("_", "-")):
        try:
            unicodedata.lookup(spelling.upper())
        except KeyError:
            continue
        return True
    return name in {"plus", "minus", "slash", "backslash", "at", "underscore"}


def _conflict(bound: BoundKeys, bindings: tuple[BoundKeys, ...]) -> str:
    for other in bindings:
        if other.id == bound.id or not _meet(bound.owner, other.owner):
            continue
        for key in bound.keys:
            if key in other.keys:
                return (
                    f"'{key}' for '{bound.id}' is already the key of '{other.id}'"
                    f" ({other.description}; give that one another key too)"
                )
    return ""


def _meet(one: type[DOMNode], other: type[DOMNode]) -> bool:
    """Return whether bindings of two classes can be active together: one hides the other."""
    if one is other:
        return True
    if any(issubclass(owner, ModalScreen) for owner in (one, other)):
        return False
    if any(issubclass(owner, App) for owner in (one, other)):
        return True
    return issubclass(one, Screen) != issubclass(other, Screen)
