"""What was said with its times, joined to paragraphs: captions, and lines with time stamps."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from briefing.importing.document import DocumentBlock, prose
from briefing.importing.prose.line_joining import join
from briefing.importing.prose.turns import turn_of

_SOUND: Final = re.compile(r"[\[(（♪♫].*[\])）♪♫]", re.DOTALL)
_SENTENCE_ENDS: Final = re.compile(r"[.!?…。！？؟][\"”’»)\]]*$")
_PAUSE: Final = 1.5
"""Seconds after which the next sentence begins a paragraph."""
_LONG_PAUSE: Final = 4.0
"""Seconds after which anything does."""
_ROOM: Final = 500
"""Code points after which the next sentence begins a paragraph."""
_MOST: Final = 2_000
"""Code points after which anything does: captions made by a machine have no sentences."""
_STAMPED: Final = re.compile(
    r"\s*[\[(]?(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?(?:\s*[-–]\s+|\s+)(?P<words>\S.*)"
)
_FEWEST: Final = 3
_SHARE: Final = 0.6


class Said(NamedTuple):
    """A stretch of speech."""

    start: float
    """Seconds from the beginning."""
    end: float
    voice: str
    """Who speaks, where the file names it apart from the words; else empty."""
    text: str
    fresh: bool
    """Whether it is marked as the beginning of someone's turn."""


def blocks_of(said: Iterable[Said]) -> Iterator[DocumentBlock]:
    """Yield what was said, a paragraph for each turn or each few sentences, with its time.

    Args:
        said: What was said, in order.
    """
    part: list[Said] = []
    length = 0
    for each in said:
        if part and _begins(part[-1], each, length):
            yield _block(part)
            part, length = [], 0
        part.append(each)
        length += len(each.text) + 1
    if part:
        yield _block(part)


def _begins(before: Said, after: Said, length: int) -> bool:
    pause = after.start - before.end
    if after.fresh or after.voice != before.voice or pause >= _LONG_PAUSE or length > _MOST:
        return True
    if _SOUND.fullmatch(before.text) or _SOUND.fullmatch(after.text):
        return True
    ended = _SENTENCE_ENDS.search(before.text) is not None
    return ended and not before.voice and (pause >= _PAUSE or length > _ROOM)


def _block(part: list[Said]) -> DocumentBlock:
    text = join([each.text for each in part], frozenset())
    if part[0].voice:
        text = f"{part[0].voice}: {text}"
    sound = "a sound" if _SOUND.fullmatch(text) else ""
    return prose(text, sound, _locator(part[0].start))


def _locator(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def seconds_of(stamp: str) -> float:
    """Return the seconds of a time such as `01:02:03.5` or `02:03`."""
    seconds = 0.0
    for part in stamp.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def is_stamped(source: Sequence[str]) -> bool:
    """Return whether the lines of a text begin with times that only grow.

    Args:
        source: The lines; empty ones do not matter.
    """
    filled = [line for line in source if line.strip()]
    found = [match for line in filled if (match := _STAMPED.match(line))]
    if len(found) < max(_FEWEST, _SHARE * len(filled)):
        return False
    times = [seconds_of(match["time"]) for match in found]
    return times == sorted(times)


def stamped(source: Sequence[str]) -> Iterator[Said]:
    """Yield what lines with time stamps say; a line without one goes on with the one before.

    Args:
        source: Lines of which `is_stamped` is true.
    """
    said: list[Said] = []
    for line in filter(str.strip, source):
        match = _STAMPED.match(line)
        start = seconds_of(match["time"]) if match else (said[-1].start if said else 0.0)
        text = match["words"].strip() if match else line.strip()
        said.append(Said(start, start, "", text, turn_of(text) is not None))
    for number, each in enumerate(said):
        # Nothing tells when a line ends: it is taken to last until the next one begins.
        yield each._replace(end=said[number + 1].start if number + 1 < len(said) else each.start)
