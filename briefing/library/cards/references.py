"""What files refer to by id: whether it is listed, and which id was meant where it is not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from briefing.cardformat.scalars import slug
from briefing.cardformat.yaml.nodes import Reference, ReferenceKind, quoted
from briefing.errors import Problem
from briefing.model.card import Speaker, Topic
from briefing.model.source import SourceRecord
from briefing.text.suggest import nearest, one_of

_MOST_MEANT: Final = 3


class Listed:
    """The ids that an index file lists, and the names by which authors call them instead.

    Args:
        file: Path of the index file, or of the folder whose files are named by the ids.
        records: What it lists, by id; None for what has no name but its id.
        whole: Whether all of the file could be read, so that what is not listed does not exist.
    """

    def __init__(
        self, file: str, records: Mapping[str, SourceRecord | Speaker | Topic | None], whole: bool
    ) -> None:
        self.file = file
        self.whole = whole
        self._records = records
        self._names: dict[str, list[str]] | None = None

    def has(self, reference: Reference) -> bool:
        """Return whether what is referred to is listed."""
        return reference.id in self._records

    def unknown(self, reference: Reference) -> Problem:
        """Return the problem of a reference to what is not listed, with what was probably meant."""
        message = f"there is no {reference.kind} {quoted(reference.id)}"
        listing = f"the ids of cards are the names of the files in {self.file}"
        if reference.kind != "card":
            listing = f"list it in {self.file}"
        hint = self._meant(reference) or listing
        return Problem("error", f"unknown-{reference.kind}", reference.place, message, hint)

    def _meant(self, reference: Reference) -> str:
        """Return the hint that names an id: a name wins over an id that is only alike."""
        names = self._by_name()
        wanted = _plain(reference.id)
        found = names.get(wanted) or names.get(wanted.rpartition("/")[2])
        if not found:
            alike = nearest(reference.id, (*self._records, *reference.besides))
            found = [alike] if alike else []
        if not found and (name := nearest(wanted, names)):
            found = names[name]
        if not found:
            found = _sharing_words(wanted, names)
        return f"did you mean {one_of(found[:_MOST_MEANT])}?" if found else ""

    def _by_name(self) -> dict[str, list[str]]:
        """Return the ids by every name that may be typed instead of one."""
        if self._names is None:
            names: dict[str, list[str]] = {}
            for each, record in self._records.items():
                for name in dict.fromkeys(map(_plain, _names_of(record))):
                    names.setdefault(name, []).append(each)
            names.pop("", None)
            self._names = names
        return self._names


class References:
    """What may be referred to, of every kind.

    Args:
        listed: The ids of each kind.
    """

    def __init__(self, listed: Mapping[ReferenceKind, Listed]) -> None:
        self._listed = listed

    @property
    def lost_files(self) -> tuple[str, ...]:
        """The files of which something could not be read: what they should list is unknown."""
        return tuple(listed.file for listed in self._listed.values() if not listed.whole)

    def is_whole(self, kind: ReferenceKind) -> bool:
        """Return whether all there is of a kind is known."""
        return self._listed[kind].whole

    def unknown(self, references: Iterable[Reference]) -> list[Reference]:
        """Return the references to what does not exist."""
        return list(self._missed(references, True))

    def problem(self, reference: Reference) -> Problem:
        """Return what is wrong with such a reference, with what was probably meant."""
        return self._listed[reference.kind].unknown(reference)

    def unchecked(self, references: Iterable[Reference]) -> Counter[str]:
        """Return how many references may be to what a lost part lists, by the file."""
        missed = self._missed(references, False)
        return Counter(self._listed[each.kind].file for each in missed)

    def _missed(self, references: Iterable[Reference], whole: bool) -> Iterator[Reference]:
        for each in references:
            listed = self._listed[each.kind]
            if listed.whole is whole and not listed.has(each):
                yield each


def _names_of(record: SourceRecord | Speaker | Topic | None) -> Iterable[str]:
    if record is None:
        return ()
    if isinstance(record, SourceRecord):
        stem = record.file.rpartition("/")[2]
        return record.title, record.publisher, record.file, stem, stem.rpartition(".")[0]
    if isinstance(record, Speaker):
        return record.name, *record.aliases, slug(record.name)
    return record.label, *record.aliases, slug(record.label)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _sharing_words(wanted: str, names: Mapping[str, list[str]]) -> list[str]:
    """Return the id of the only name that has all words that were typed, or whose words all were.

    So `Blinken` and `Secretary Antony Blinken` both mean Antony Blinken.
    """
    typed = set(re.findall(r"\w+", wanted))
    found: dict[str, None] = {}
    for name, ids in names.items():
        words = set(re.findall(r"\w+", name))
        if typed and words and (typed <= words or words <= typed):
            found.update(dict.fromkeys(ids))
    return list(found) if len(found) == 1 else []
