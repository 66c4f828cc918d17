"""The names behind ids: whoever has them, a library or its catalogue, can be printed from."""

from collections.abc import Callable
from typing import Protocol, TypedDict

SourceNames = Callable[[str], str]
"""Gives what a source is called by its id; `str` where that is the id itself."""


class Names(Protocol):
    """Where the names behind ids are looked up."""

    def speaker_name(self, speaker_id: str, /) -> str:
        """Return the name to show for a speaker; empty for nobody."""
        ...

    def caution(self, source_id: str, /) -> str:
        """Return what to know before trusting the wording of a source; empty if nothing."""
        ...


class SpeakerRecord(TypedDict):
    """Who said it."""

    id: str
    name: str


def speaker_record(speaker_id: str, names: Names) -> SpeakerRecord | None:
    """Return who a speaker id means; None for no id."""
    if not speaker_id:
        return None
    return {"id": speaker_id, "name": names.speaker_name(speaker_id)}
