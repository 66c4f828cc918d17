"""What failed, as text that can be asked again."""

from collections import defaultdict

from benchmarks.verification.judge import FINE, Bench, Verdict
from benchmarks.verification.question import Material, Question
from benchmarks.verification.run import Failure, Results
from briefing.model.evidence import Passage

EXAMPLES = 3
_WORST = (Verdict.ELSEWHERE, Verdict.SILENT, Verdict.WARNED, Verdict.UNTOLD, Verdict.MISSED)


def findings(results: Results) -> str:
    """Return every failing kind with examples, the worst verdicts first."""
    grouped: dict[tuple[str, Verdict], list[Failure]] = defaultdict(list)
    for failure in results.failures:
        grouped[failure.question.kind, failure.verdict].append(failure)
    ordered = sorted(grouped, key=lambda key: (_WORST.index(key[1]), key[0]))
    lines = ["# Failing kinds", ""]
    for kind, verdict in ordered:
        held = grouped[kind, verdict]
        total = results.total(kind=kind).total()
        lines += [f"## {verdict}: {kind}: {len(held)} of {total}", ""]
        lines += [line for failure in _varied(held) for line in _example(failure)]
    return "\n".join(lines)


def _varied(held: list[Failure]) -> list[Failure]:
    """Return a few failures of different languages where there are some, the shortest first."""
    held = sorted(held, key=lambda each: len(each.question.exact))
    first = {each.question.material.language: each for each in reversed(held)}
    rest = [each for each in held if each not in first.values()]
    return [*first.values(), *rest][:EXAMPLES]


def _example(failure: Failure) -> list[str]:
    question, verdict, passage = failure
    text, small = _smaller(question, verdict)
    asked = [f"exact={question.exact!r}"]
    asked += [f"{name}={value!r}" for name in ("prefix", "suffix", "paragraph")
              if (value := getattr(question, name))]  # fmt: skip
    material = question.material
    return [
        f"- [{material.language}] {material.name}{' (cut to one paragraph)' if small else ''}",
        f"  - text={text!r}",
        f"  - {', '.join(asked)}",
        f"  - got {_told(passage)}",
        "",
    ]


def _told(passage: Passage) -> str:
    filled = {
        name: value
        for name, value in passage._asdict().items()
        if value and value != Passage._field_defaults.get(name)
    }
    return ", ".join(f"{name}={value!s}" for name, value in filled.items())


def _smaller(question: Question, verdict: Verdict) -> tuple[str, bool]:
    """Return the one paragraph in which the same question fails the same way, or all the text."""
    material = question.material
    if question.paragraph or len(material.text) < 500:
        return material.text[:3000], False
    for start, block in material.blocks:
        noise = frozenset(i - start for i in material.noise if start <= i < start + len(block))
        made = Material(material.name, material.language, block, material.held_out, noise)
        pieces = tuple(
            p._replace(start=p.start - start, end=p.end - start) for p in question.pieces
        )
        if pieces and not all(0 <= p.start < p.end <= len(block) for p in pieces):
            continue
        again = question._replace(material=made, pieces=pieces)
        found, passage = Bench(made).ask(again)
        if found is verdict and (passage.state.verified or pieces):
            return block, True
    return material.text[:3000], False


__all__ = ["FINE", "findings"]
