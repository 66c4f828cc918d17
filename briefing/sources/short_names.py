"""What a source is called where there is room for a word: its publisher, without explanations."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.model.source import SourceRecord

LONGEST = 28
"""Code points of a name, beyond which it is cut after a word."""
_EXPLAINS = re.compile(r"\s*(?:[,;:(]|\s[–—/|-]\s|\s(?:via|through|carried by)\s).*", re.DOTALL)


def short_name(record: SourceRecord) -> str:
    """Return the short name of a publisher: `Reuters` of `Reuters, via an unnamed aggregator`.

    Args:
        record: What `sources.yaml` says of the source.

    Returns:
        What is before the first comma, semicolon, colon, bracket, spaced dash or `via`; the
        source's title where nobody knows who published it, or else its id.
    """
    name = _EXPLAINS.sub("", record.publisher).strip() or record.publisher.strip()
    name = name or record.title or record.id
    if len(name) <= LONGEST:
        return name
    cut = name.rfind(" ", 0, LONGEST)
    return f"{name[: cut if cut > 0 else LONGEST - 1]}…"


def short_names(records: Iterable[SourceRecord]) -> Mapping[str, str]:
    """Return short names that tell some sources apart.

    Args:
        records: The sources, such as all that one card rests on.

    Returns:
        Source id to name: the short one, where several share it with the date, and the id where
        even that tells nothing.
    """
    known = {record.id: record for record in records}
    names = {name: short_name(record) for name, record in known.items()}
    shared = Counter(names.values())
    for source_id, record in known.items():
        if shared[names[source_id]] > 1:
            names[source_id] = " ".join(
                filter(None, (names[source_id], str(record.published or "")))
            )
    shared = Counter(names.values())
    return {name: said if shared[said] == 1 else name for name, said in names.items()}
