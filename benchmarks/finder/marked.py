"""The texts marked for this benchmark: every quotation of them, held out from tuning.

`marks/held-out.jsonl` holds places only, no text. Kinds are `speech`, `other` for titles and
words set apart, and `either` where two readers may differ.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.finder.sentences import TREEBANKS, documents, news
from benchmarks.finder.texts import Gold, Text

MARKS = Path(__file__).parent / "marks" / "held-out.jsonl"


def marked(clones: Path) -> Iterator[Text]:
    """Yield the marked texts, by language."""
    gold: dict[tuple[str, str], tuple[Gold, ...]] = {}
    for line in MARKS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold[row["language"], row["document"]] = tuple(
            Gold(paragraph, start, end, kind, tuple(speakers))
            for paragraph, start, end, kind, speakers in row["quotations"]
        )
    for language in ("en", *TREEBANKS):
        texts = news(clones) if language == "en" else documents(clones, language)
        for name, paragraphs in texts:
            if (language, name) in gold:
                yield Text(name, language, language, paragraphs, gold[language, name])
