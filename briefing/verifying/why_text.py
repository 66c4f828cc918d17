"""What is proven of an item, as lines and as JSON."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.evidence.remarks import paragraph_mark, told_of
from briefing.language.quotation.quotations import nested
from briefing.library.library import Library
from briefing.model.core import State
from briefing.output.lines import Piece, PrintedLine, Role, behind, block
from briefing.output.records import item_record, problem_record
from briefing.output.wording import (
    cautions,
    doubts,
    evidence_words,
    item_words,
    quoted,
    state_words,
    type_words,
)
from briefing.verifying.why import Proof, Why

_SKIPPED = " […] "
"""What is between two stretches of words; no source has it."""
_INDENT = 2
_MOST_WORDS = 160
"""How many code points of the words themselves are shown."""


class _Part(NamedTuple):
    """What is said under one heading: each clause with its role."""

    heading: str
    clauses: tuple[tuple[str, Role], ...]


def why_lines(answer: Why, library: Library) -> Iterator[str]:
    """Yield what is proven as plain lines, each with the heading it belongs under."""
    yield f"{_title(answer)}: {item_words(answer.item)}"
    for part in _parts(answer, library):
        for clause, _ in part.clauses:
            yield f"{part.heading}: {clause}"


def why_page(answer: Why, library: Library, columns: int) -> Iterator[PrintedLine]:
    """Yield what is proven as a page for a terminal of so many columns."""
    yield from block(_title(answer), "dim", columns)
    role: Role = "quote" if answer.item.type == "quote" and answer.item.verified else "text"
    yield from block(item_words(answer.item), role, columns)
    yield ()
    for part in _parts(answer, library):
        yield (Piece(part.heading, "heading"),)
        for clause, look in part.clauses:
            yield from behind((Piece("  · ", "dim"),), block(clause, look, columns, 2 * _INDENT))


def why_record(answer: Why, library: Library) -> dict[str, Any]:
    """Return what is proven as JSON."""
    said = answer.speaker
    return {
        "card": answer.card.id,
        "item": item_record(answer.item, library),
        "holds": answer.item.holds,
        "proofs": [
            {
                "source": proof.evidence.source,
                "file": proof.file or None,
                "line": proof.line,
                "paragraph": proof.evidence.passage.paragraph,
                "locator": proof.locator or None,
                "state": proof.evidence.state.value,
                "before": proof.before or None,
                "words": list(proof.words),
                "after": proof.after or None,
            }
            for proof in answer.proofs
        ],
        "speaker": {
            "named": said.named,
            "beside": said.found or None,
            "by": said.by or None,
            "agrees": said.agrees,
        }
        if said
        else None,
        "checked": list(answer.checked),
        "unchecked": list(answer.unchecked),
        "problems": [problem_record(problem) for problem in answer.findings],
        "accepted": [
            {"problem": problem_record(each.problem), "why": each.why} for each in answer.accepted
        ],
    }


def _title(answer: Why) -> str:
    return f"{answer.card.id}#{answer.item.id} · {type_words(answer.item.type)}"


def _parts(answer: Why, library: Library) -> Iterator[_Part]:
    proven = tuple(_proofs(answer, library))
    yield _Part("Proven" if answer.item.holds else "Not proven", proven)
    checked: tuple[tuple[str, Role], ...] = tuple((each, "good") for each in answer.checked)
    found: tuple[tuple[str, Role], ...] = tuple(
        (f"{each.message}{f' ({each.hint})' if each.hint else ''} [{each.code}]", "warning")
        for each in answer.findings
    )
    accepted: tuple[tuple[str, Role], ...] = tuple(
        (f"{each.problem.message} [{each.problem.code}]: {each.why}", "dim")
        for each in answer.accepted
    )
    known: tuple[tuple[str, Role], ...] = tuple(
        (each, "warning") for each in cautions(answer.item, library)
    )
    unchecked: tuple[tuple[str, Role], ...] = tuple((each, "text") for each in answer.unchecked)
    doubted: tuple[tuple[str, Role], ...] = tuple((each, "error") for each in doubts(answer.item))
    named = (
        ("Not proven", doubted),
        ("Compared", checked),
        ("Found by check", found),
        ("Accepted", accepted),
        ("Caution", known),
        ("Not checked", unchecked),
    )
    yield from (_Part(heading, clauses) for heading, clauses in named if clauses)


def _proofs(answer: Why, library: Library) -> Iterator[tuple[str, Role]]:
    if not answer.proofs:
        yield "nothing: the question is open, and no words say that it is", "text"
    for proof in answer.proofs:
        yield _proof(proof), "good" if proof.evidence.state.holds else "error"
    for told in told_of(answer.item):
        yield told.text, "warning" if told.risky else "dim"


def _proof(proof: Proof) -> str:
    evidence = proof.evidence
    file = f"{proof.file}:{proof.line}" if proof.line is not None else proof.file
    where = ", ".join(word for word in (proof.locator, file) if word)
    mark = paragraph_mark(evidence.passage)
    place = " ".join(word for word in (mark, "of" if mark else "", evidence.source) if word)
    head = f"{state_words(evidence.passage)}, {place}" + (f" ({where})" if where else "")
    if evidence.absent:
        return f"{head}: {'; '.join(evidence.absent)}"
    if not proof.words:
        return f"{head}: {evidence_words(evidence)}"
    words = _SKIPPED.join(_stretches(proof))
    if evidence.state is State.DRIFTED:
        return f"{head}: the card has {evidence_words(evidence)}; the source {words}"
    return f"{head}: {proof.before}{words}{proof.after}"


def _stretches(proof: Proof) -> Iterator[str]:
    """Yield the words of the source, each stretch in marks of its own: none leaves words out."""
    most = _MOST_WORDS // len(proof.words)
    for words in proof.words:
        parts = [words]
        if len(words) > most:
            half = most // 2
            parts = [words[:half].rpartition(" ")[0], words[-half:].partition(" ")[2]]
        for part in filter(None, parts):
            state = proof.evidence.state
            yield quoted(nested(part) if state.verified else part, state)
