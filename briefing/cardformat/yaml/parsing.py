"""Reading a text as often as it takes to get past its mistakes of syntax.

A YAML parser stops at the first one. Here the lines that a mistake makes unreadable are taken out,
as few as the indentation tells, and the text is read again: nothing is guessed, and every other
line is read as it is.
"""

import re
from typing import Final

import yaml

from briefing.cardformat.yaml.composing import NodeBuilder, Stopped
from briefing.cardformat.yaml.cutting import Cuts
from briefing.cardformat.yaml.nodes import Log, Node
from briefing.errors import Place

PARSER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_EXTRA_LINE_BREAKS: Final = {0x85: " ", 0x2028: " ", 0x2029: " "}
# What a file may not hold, and not all that it may: a set of nearly everything takes ten times as
# long to compile, as long as starting Python does.
_UNREADABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MOST_READINGS: Final = 60
_MOST_READ: Final = 2**24
"""How many code points all readings of a text may take together: large files are read less often,
so that the time stays in proportion to the size."""


def parse(text: str, log: Log, may_be_empty: bool = False) -> Node | None:
    """Read a YAML document into nodes.

    Args:
        text: The text of the file; a byte order mark at its start is skipped.
        log: Receives every mistake.
        may_be_empty: Whether a text without any value is no mistake.

    Returns:
        The root node, with `Refused` nodes where lines could not be read; None when nothing could.
    """
    text = text.removeprefix("\ufeff").translate(_EXTRA_LINE_BREAKS)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNREADABLE.search(text) is not None:
        if not _report_characters(text, log):
            return None
        text = _UNREADABLE.sub("\ufffd", text)
    cuts = Cuts(text)
    readings = max(1, min(_MOST_READINGS, _MOST_READ // (len(text) + 1)))
    for _ in range(readings):
        builder = NodeBuilder(log.file, cuts)
        try:
            _feed(builder, cuts.text)
        except Stopped as stop:
            mistake = stop.mistake
        except yaml.MarkedYAMLError as error:
            from briefing.cardformat.yaml.syntax_errors import (
                explain,  # most files have no such mistake
            )

            mistake = explain(error, cuts.lines)
        else:
            return _finished(builder, log, cuts, may_be_empty)
        log.lost = True
        if cuts.is_news(mistake):
            place = Place(log.file, mistake.row + 1, mistake.column + 1)
            log.error(place, mistake.code, mistake.message, mistake.hint)
            log.spoilt.add(mistake.row + 1)
        if not cuts.cut(mistake):
            return None
    message = "too many mistakes to read on: what else is wrong shows when these are fixed"
    log.error(Place(log.file), "bad-yaml", message)
    return None


def _feed(builder: NodeBuilder, text: str) -> None:
    parser = PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            builder.add(event)
    except ValueError:  # the parser without libyaml lets escapes beyond Unicode through
        builder.refuse_escape()
    finally:
        parser.dispose()


def _finished(builder: NodeBuilder, log: Log, cuts: Cuts, may_be_empty: bool) -> Node | None:
    """Hand over what the last reading found: the others found the same, up to their mistake."""
    for place, code, message, hint in builder.found:
        log.error(place, code, message, hint)
    if builder.root is None and not may_be_empty and not cuts.made:
        log.error(Place(log.file, 1, 1), "empty-file", "the file is empty")
    return builder.root


def _report_characters(text: str, log: Log) -> bool:
    """Note the characters that no YAML file may hold; return whether to read on without them."""
    line, start = 1, 0
    for match in _UNREADABLE.finditer(text):
        line += text.count("\n", start, match.start())
        start = match.start()
        place = Place(log.file, line, start - text.rfind("\n", 0, start))
        message = f"U+{ord(match[0]):04X} is a character that a YAML file may not hold"
        if match[0] == "\0":
            hint = "remove it; a file with NUL characters may be UTF-16, save it as UTF-8"
            log.error(place, "bad-character", message, hint)
            log.lost = True
            return False
        log.error(place, "bad-character", message, "remove it")
        log.spoilt.add(line)
    return True
