"""The source's own marks, dashes and letters in words that differ from it only by these.

Blanks, final stops, capitals and hyphens at line ends are house style and stay as they are typed.
"""

import unicodedata

import yaml

from briefing.check.findings import shortened
from briefing.check.fixing.scalars import replaced
from briefing.check.fixing.splicing import Change, Located, Splice, mapping_at
from briefing.evidence.matcher import SourceMatcher
from briefing.model.core import State
from briefing.model.evidence import Evidence
from briefing.model.source import Source
from briefing.text.cleaning import clean_block
from briefing.text.folding import DASHES, DOUBLE_MARKS, SINGLE_MARKS

_ALIKE = tuple(map(frozenset, (DOUBLE_MARKS, SINGLE_MARKS, DASHES)))


def retypeset(
    text: str,
    root: yaml.Node | None,
    evidence: Evidence,
    matcher: SourceMatcher,
    source: Source,
) -> Change | None:
    """Return how to write some evidence as its source has it; None where nothing is to change.

    Args:
        text: The text of the card's file.
        root: Its nodes.
        evidence: Evidence of the card.
        matcher: What finds evidence in its source.
        source: The source.
    """
    passage = evidence.passage
    single = len(passage.spans) == 1 and passage.continued is None and not passage.gaps
    if evidence.state is not State.TYPOGRAPHY or not single or passage.paragraph is None:
        return None
    if evidence.place is None or (located := mapping_at(root, evidence.place)) is None:
        return None
    key = "exact" if located.value("exact") is not None else "quote"
    node = located.value(key)
    if node is None or clean_block(node.value).strip() != evidence.exact:
        return None
    found = source.paragraph(passage.paragraph).text[passage.start : passage.end]
    wanted, splices = _retyped(text, node, found)
    if not splices:
        return None
    again = matcher.find(evidence._replace(exact=clean_block(wanted).strip()))
    if (again.paragraph, again.spans) != (passage.paragraph, passage.spans):
        return None
    return _change(evidence, located, key, wanted, splices)


def _change(
    evidence: Evidence, located: Located, key: str, wanted: str, splices: list[Splice]
) -> Change | None:
    if evidence.place is None:
        return None
    words = f"wrote '{shortened(evidence.exact)}' with the marks and letters of {evidence.source}"
    return Change(evidence.place, words, located.path, {key: wanted}, splices)


def _retyped(text: str, node: yaml.ScalarNode, found: str) -> tuple[str, list[Splice]]:
    """Return a value with the source's own characters, and what to splice for it."""
    typed, theirs = node.value.split(), found.split()
    splices: list[Splice] = []
    wanted, at = "", 0
    if len(typed) != len(theirs):
        return node.value, splices
    for word, their in zip(typed, theirs, strict=True):
        start = node.value.index(word, at)
        wanted += node.value[at:start]
        at = start + len(word)
        if word == their or not _same_but_for_type(word, their):
            wanted += word
            continue
        head = _common(word, their)
        tail = _common(word[head:][::-1], their[head:][::-1])
        by = their[head : len(their) - tail]
        splice = replaced(text, node, start + head, at - tail, by)
        wanted += word if splice is None else their
        splices += [splice] if splice else []
    return wanted + node.value[at:], splices


def _same_but_for_type(word: str, their: str) -> bool:
    """Return whether two words differ only by marks, dashes and composition of letters."""
    one, other = (unicodedata.normalize("NFC", each) for each in (word, their))
    return len(one) == len(other) and all(
        a == b or any(a in alike and b in alike for alike in _ALIKE)
        for a, b in zip(one, other, strict=True)
    )


def _common(one: str, other: str) -> int:
    """Return how many code points two words have in common at their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
