"""Captions: cues joined to what was said, each with its time; a voice that is named speaks."""

import html
import io
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from briefing.importing.document import Block, Facts, prose
from briefing.importing.encodings import decoded
from briefing.importing.extras import needed
from briefing.importing.joining import join
from briefing.importing.plain import Read
from briefing.importing.turns import turn_of

_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG: Final = re.compile(r"</?[A-Za-z0-9][^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_DASH: Final = re.compile(r"[-–—]\s*(?=\w)")
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


class _Said(NamedTuple):
    """A stretch of one cue."""

    start: float
    end: float
    voice: str
    """Who speaks, where the file names it."""
    text: str
    fresh: bool
    """Whether it is marked as somebody's turn."""


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read captions, SubRip or WebVTT.

    Args:
        data: Their bytes.
        progress: Not told: captions are short.

    Raises:
        DocumentError: They are no text, or the extra is missing.
    """
    webvtt = needed("webvtt", "a file of captions")
    found = decoded(data)
    text = found.text.lstrip("\ufeff \n")
    if text.startswith("WEBVTT"):
        cues = webvtt.from_string(text)
    else:
        cues = webvtt.WebVTT.from_buffer(io.StringIO(text), format="srt")
    language = re.match(r"WEBVTT[^\n]*\n(?:[^\n]+\n)*?Language:\s*([A-Za-z-]{2,20})", text)
    blocks = tuple(map(_block, _paragraphs(_without_repeats(_said(cues)))))
    warnings = list(found.warnings)
    if blocks and not any(":" in block.text[:80] for block in blocks):
        warnings.append("the captions name nobody: who speaks is not known")
    facts = Facts(kind="captions", language=language[1] if language else "", caution=found.caution)
    return Read(blocks, facts, tuple(warnings))


def _said(cues: Any) -> Iterator[_Said]:
    """Yield the stretches of cues, a voice or a dash beginning a new one."""
    for cue in cues:
        voice = ""
        for line in str(cue.raw_text).split("\n"):
            parts = _VOICE.split(line)
            for number, part in enumerate(parts):
                if number % 2:
                    voice = " ".join(html.unescape(part).split())
                    continue
                text = html.unescape(_TAG.sub("", part)).strip()
                if text:
                    plain = _DASH.sub("", text, count=1) if _DASH.match(text) else text
                    fresh = plain != text or turn_of(text) is not None
                    yield _Said(_seconds(cue.start), _seconds(cue.end), voice, plain, fresh)


def _seconds(stamp: str) -> float:
    seconds = 0.0
    for part in stamp.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _without_repeats(said: Iterator[_Said]) -> Iterator[_Said]:
    """Yield stretches without those that only stay on the screen while more is said."""
    before: list[str] = []
    for each in said:
        if each.text not in before[-2:]:
            yield each
        before = [*before[-1:], each.text]


def _paragraphs(said: Iterator[_Said]) -> Iterator[list[_Said]]:
    """Yield what one speaker said in one go."""
    part: list[_Said] = []
    length = 0
    for each in said:
        if part and _begins(part[-1], each, length):
            yield part
            part, length = [], 0
        part.append(each)
        length += len(each.text) + 1
    if part:
        yield part


def _begins(before: _Said, after: _Said, length: int) -> bool:
    pause = after.start - before.end
    if after.fresh or after.voice != before.voice or pause >= _LONG_PAUSE or length > _MOST:
        return True
    if _SOUND.fullmatch(before.text) or _SOUND.fullmatch(after.text):
        return True
    ended = _SENTENCE_ENDS.search(before.text) is not None
    return ended and not before.voice and (pause >= _PAUSE or length > _ROOM)


def _block(part: list[_Said]) -> Block:
    text = join([each.text for each in part], frozenset())
    if part[0].voice:
        text = f"{part[0].voice}: {text}"
    sound = "a sound" if _SOUND.fullmatch(text) else ""
    return prose(text, sound, _locator(part[0].start))


def _locator(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
