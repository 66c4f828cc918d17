"""rapidfuzz over every text: no index, the query is compared with all."""

import importlib.metadata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process, utils

from benchmarks.competitors.base import Competitor, plain
from benchmarks.passages import Text


class _Scan(Competitor):
    stored = False
    cutoff = 60.0
    scorer: Callable[..., Any]

    def __init__(self) -> None:
        self._texts: list[str] = []

    def version(self) -> str:
        """Return its name and version."""
        return f"rapidfuzz {importlib.metadata.version('rapidfuzz')}"

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Keep all texts, in lower case and without marks."""
        self._texts = [utils.default_process(entry.text) for entry in texts]

    def open(self, folder: Path) -> None:
        """Nothing to open: the texts are in memory."""

    def search(self, query: str, limit: int) -> Sequence[int]:
        """Answer a finished query."""
        wanted = utils.default_process(plain(query))
        hits = process.extract(
            wanted, self._texts, scorer=type(self).scorer, limit=limit, score_cutoff=self.cutoff
        )
        return [index for _, _, index in hits]


class WRatio(_Scan):
    """The scorer that `process.extract` uses by itself."""

    scorer = staticmethod(fuzz.WRatio)
    note = "texts lowered once, cutoff 60"


class TokenSetRatio(_Scan):
    """The scorer that forgives order and words left out."""

    scorer = staticmethod(fuzz.token_set_ratio)
    note = "texts lowered once, cutoff 60"
