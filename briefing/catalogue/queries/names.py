"""Names behind ids, and ids behind names that someone types."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.errors import UnknownNameError
from briefing.model.core import name_of_none
from briefing.text.cleaning import clean
from briefing.text.folding import fold
from briefing.text.suggest import nearest

_MOST_MEANT: Final = 3


class ViewNames(NamedTuple):
    """The names behind the ids of some rows."""

    speakers: Mapping[str, str]
    """Names by speaker id."""
    topics: Mapping[str, str]
    """Labels by topic id."""
    cautions: Mapping[str, str]
    """What to know before trusting the wording of a source, by source id."""

    def speaker_name(self, speaker_id: str, /) -> str:
        """Return the name to show for a speaker; an id that is not listed is its own name."""
        shown = name_of_none(speaker_id)
        return self.speakers.get(speaker_id, speaker_id) if shown is None else shown

    def topic_label(self, topic_id: str, /) -> str:
        """Return the label of a topic; an id that is not listed is its own label."""
        return self.topics.get(topic_id, topic_id)

    def caution(self, source_id: str, /) -> str:
        """Return what to know before trusting the wording of a source; empty if nothing."""
        return self.cautions.get(source_id, "")


def names_of(
    catalogue: Catalogue,
    *,
    speakers: Iterable[str] = (),
    topics: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> ViewNames:
    """Return the names behind some ids."""
    return ViewNames(
        _looked_up(catalogue, "SELECT id, name FROM speaker WHERE id", speakers),
        _looked_up(catalogue, "SELECT id, label FROM topic WHERE id", topics),
        _looked_up(catalogue, "SELECT id, caution FROM source WHERE caution <> '' AND id", sources),
    )


def _looked_up(catalogue: Catalogue, query: str, ids: Iterable[str]) -> dict[str, str]:
    wanted = json.dumps(sorted(set(ids)))
    return dict(catalogue.database.rows(f"{query} IN (SELECT value FROM json_each(?))", wanted))


def find_speaker(catalogue: Catalogue, typed: str) -> str:
    """Return the id of the speaker that is meant.

    Args:
        catalogue: The catalogue.
        typed: An id, a name or alias, or words of one that only one speaker has.

    Raises:
        UnknownNameError: Nobody, or more than one, can be meant.
    """
    query = "SELECT id, name, aliases FROM speaker UNION ALL SELECT DISTINCT speaker, speaker, ''"
    query += " FROM speaker_total WHERE speaker NOT IN (SELECT id FROM speaker)"
    rows = catalogue.database.rows(query)
    see = "'briefing speakers' lists them"
    return _meant(typed, _known(rows), "speaker", see)


def find_topic(catalogue: Catalogue, typed: str) -> str:
    """Return the id of the topic that is meant; see `find_speaker`."""
    query = "SELECT id, label, aliases FROM topic UNION ALL SELECT topic, topic, ''"
    query += " FROM topic_total WHERE topic NOT IN (SELECT id FROM topic)"
    rows = catalogue.database.rows(query)
    return _meant(typed, _known(rows), "topic", "'briefing topics' lists them")


def find_series(catalogue: Catalogue, typed: str) -> str:
    """Return the id of the series that is meant: an id, its beginning, or parts of one."""
    query = "SELECT series, max(moment > 0) FROM meeting WHERE series <> '' GROUP BY series"
    counts = dict(catalogue.database.rows(f"{query} ORDER BY series"))
    if counts.get(typed) == 0:
        message = f"only superseded or retracted cards are of the series '{clean(typed)}'"
        raise UnknownNameError(message, hint="'briefing list' has them")
    return series_meant(typed, (name for name, is_counted in counts.items() if is_counted))


def series_meant(typed: str, series: Iterable[str]) -> str:
    """Return the id that is meant among those of some series; see `find_series`."""
    known = {name: (name,) for name in series}
    some = ", ".join([*known][:_MOST_MEANT])
    see = f"there is {some}" if some else "no card names a series"
    return _meant(typed, known, "series", see)


def _known(rows: Sequence[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    return {name: (name, label, *aliases.split("\n")) for name, label, aliases in rows}


def _meant(typed: str, known: Mapping[str, Sequence[str]], what: str, see: str) -> str:
    if typed in known:
        return typed
    wanted = _plain(typed)
    parts = wanted.split()
    folded = {each: [_plain(name) for name in names] for each, names in known.items()}
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: name.startswith(wanted),
        lambda name: all(part in name.split() for part in parts),
        lambda name: all(part in name for part in parts),
    )
    for test in tests if parts else ():
        found = [each for each, names in folded.items() if any(map(test, filter(None, names)))]
        if len(found) == 1:
            return found[0]
        if found:
            more = f" and {len(found) - _MOST_MEANT} more" if len(found) > _MOST_MEANT else ""
            hint = f"{', '.join(sorted(found)[:_MOST_MEANT])}{more}"
            many = what if what == "series" else f"{what}s"
            raise UnknownNameError(f"'{clean(typed)}' can mean {len(found)} {many}", hint=hint)
    near = nearest(wanted, (name for names in folded.values() for name in names if name))
    guess = next((each for each, names in folded.items() if near in names), None) if near else None
    hint = f"did you mean '{guess}'?" if guess else see
    raise UnknownNameError(f"no {what} is called '{clean(typed)}'", hint=hint)


def _plain(name: str) -> str:
    return " ".join(fold(name).text.casefold().replace("-", " ").split())
