"""Verdicts in words, as lines and as JSON."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from briefing.evidence.remarks import paragraph_mark
from briefing.evidence.word_diff import DiffPart
from briefing.output.lines import Piece, PrintedLine, Role
from briefing.output.wording import change_words
from briefing.verifying.memo import Memo
from briefing.verifying.verdict import Verdict

_LOOKS: dict[str, Role] = {"verbatim": "good", "typography": "good", "inserted": "good"}
_LONGEST = 72

Severity = Literal["error", "warning", "note"]
Lines = Callable[[Memo, Sequence[Verdict]], Iterator[str]]
"""What makes lines of a verified memo."""


def severity_of(verdict: Verdict) -> Severity:
    """Return how bad a verdict is: a quotation that does not hold is an error."""
    if not verdict.holds:
        return "error"
    return "note" if not verdict.told else "warning"


def message_of(verdict: Verdict) -> str:
    """Return a verdict in one line: the state first, then place, speaker and what is to know."""
    return "; ".join(_parts(verdict))


def _parts(verdict: Verdict) -> list[str]:
    parts = [_head(verdict)]
    if verdict.difference:
        parts.append(_difference(verdict.difference))
    parts += verdict.told
    if speaker := _speaker(verdict):
        parts.append(speaker)
    if verdict.caution:
        parts.append(f"caution: {verdict.caution}")
    return parts


def _head(verdict: Verdict) -> str:
    name: str = "not found" if verdict.standing == "missing" else verdict.standing
    if verdict.title and verdict.standing == "missing":
        name = "not found, may be a title"
    if verdict.speaker is not None and verdict.speaker.agrees is False:
        name = f"another speaker, {name}"
    place = ""
    if verdict.passage is not None and verdict.passage.paragraph is not None:
        locator = f" ({verdict.locator})" if verdict.locator else ""
        place = f" {paragraph_mark(verdict.passage)} of {verdict.source}{locator}"
    return f"{name}{place}"


def _speaker(verdict: Verdict) -> str:
    said = verdict.speaker
    if said is None or not verdict.source:
        return ""
    given = f"the memo gives it to {said.named}"
    if not said.found:
        return f"{given}; neither a card nor the words beside it tell who said it"
    if said.agrees is False:
        return f"{given}, but it is {said.found} by {said.by}"
    return (
        f"{said.found} by {said.by}"
        if said.agrees
        else f"{given}; it may be {said.found} by {said.by}"
    )


def _difference(parts: Sequence[DiffPart]) -> str:
    """Return a word diff in one line: `[-memo-]` and `{+source+}`, as git has it."""
    shown = []
    for part in parts:
        text = part.text
        if part.kind == "same" and len(text) > 40:
            text = f"{text[:16].rstrip()} … {text[-16:].lstrip()}"
        shown.append(change_words(part.kind, text))
    return " ".join(" ".join(shown).split())


def shortened(text: str) -> str:
    """Return the beginning of quoted words."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def place_words(memo: Memo, verdict: Verdict) -> str:
    """Return where a quotation is in the memo: `memo.md:3:14`, or by its paragraph."""
    name = "standard input" if memo.name == "-" else memo.name
    if verdict.line is None:
        return f"{name}: paragraph {verdict.paragraph}"
    return f"{name}:{verdict.line}:{verdict.column}"


def plain_lines(memo: Memo, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield a line for each quotation, and one that counts them."""
    for verdict in verdicts:
        place = place_words(memo, verdict)
        yield f"{place}: {message_of(verdict)}: '{shortened(verdict.text)}'"
    yield summary(verdicts)


def summary(verdicts: Sequence[Verdict]) -> str:
    """Return how many quotations hold."""
    held = sum(verdict.holds for verdict in verdicts)
    what = "quotation holds" if len(verdicts) == 1 else "quotations hold"
    return f"{held} of {len(verdicts)} {what}" if verdicts else "no quotations"


def page_lines(memo: Memo, verdicts: Sequence[Verdict]) -> Iterator[PrintedLine]:
    """Yield the same for a terminal, two lines or more a quotation."""
    for verdict in verdicts:
        role: Role = "error" if not verdict.holds else _LOOKS.get(verdict.standing, "warning")
        yield (
            Piece(place_words(memo, verdict), "dim"),
            Piece(" "),
            Piece(shortened(verdict.text), "quote"),
        )
        head, *rest = _parts(verdict)
        yield (Piece("  "), Piece(head, role))
        for line in rest:
            yield (Piece(f"    {line}"),)
    yield (Piece(summary(verdicts), "title"),)


def memo_record(memo: Memo, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return the JSON record of a verified memo."""
    return {
        "file": memo.name,
        "holds": all(verdict.holds for verdict in verdicts),
        "warnings": list(memo.warnings),
        "quotations": [_record(verdict) for verdict in verdicts],
    }


def _record(verdict: Verdict) -> dict[str, Any]:
    passage, said = verdict.passage, verdict.speaker
    return {
        "text": verdict.text,
        "paragraph": verdict.paragraph,
        "line": verdict.line,
        "column": verdict.column,
        "state": verdict.standing,
        "holds": verdict.holds,
        "title": verdict.title,
        "source": verdict.source or None,
        "source_paragraph": passage.paragraph if passage else None,
        "locator": verdict.locator or None,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "candidates": list(passage.candidates) if passage else [],
        "score": passage.score if passage else 0.0,
        "found": verdict.found or None,
        "difference": [{"kind": part.kind, "text": part.text} for part in verdict.difference],
        "risks": list(passage.risks) if passage else [],
        "told": list(verdict.told),
        "caution": verdict.caution or None,
        "speaker": None
        if said is None
        else {
            "named": said.named,
            "words": said.words,
            "found": said.found or None,
            "by": said.by or None,
            "agrees": said.agrees,
        },
    }
