"""Captions: cues joined to what was said, each with its time; a voice that is named speaks."""

import html
import io
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from briefing.importing.document import Facts, Read
from briefing.importing.formats.encodings import decoded
from briefing.importing.formats.extras import needed
from briefing.importing.prose.speech import Said, blocks_of, seconds_of
from briefing.importing.prose.turns import turn_of

_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG: Final = re.compile(r"</?[A-Za-z0-9][^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_DASH: Final = re.compile(r"[-–—]\s*(?=\w)")


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
    blocks = tuple(blocks_of(_without_repeats(_said(cues))))
    warnings = list(found.warnings)
    if blocks and not any(":" in block.text[:80] for block in blocks):
        warnings.append("the captions name no speaker")
    facts = Facts(kind="captions", language=language[1] if language else "", caution=found.caution)
    return Read(blocks, facts, tuple(warnings))


def _said(cues: Any) -> Iterator[Said]:
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
                    yield Said(seconds_of(cue.start), seconds_of(cue.end), voice, plain, fresh)


def _without_repeats(said: Iterator[Said]) -> Iterator[Said]:
    """Yield stretches without those that only stay on the screen while more is said."""
    before: list[str] = []
    for each in said:
        if each.fresh or each.text not in before[-2:]:
            yield each
        before = [*before[-1:], each.text]
