"""Verdicts as annotations for other programs."""

from collections.abc import Iterator, Sequence

from briefing.errors import Place
from briefing.output.annotation_formats import Annotation, Rule
from briefing.verifying.memo import Memo
from briefing.verifying.verdict import Verdict
from briefing.verifying.verdict_text import message_of, severity_of, shortened

RULES = (
    Rule("drifted", "The words are not quite those of the source."),
    Rule("truncated", "The words stop right before or after what turns their sense."),
    Rule("joined", "Parts that are apart in the sources are quoted as one."),
    Rule("ambiguous", "The words occur in several places, and nothing says which is meant."),
    Rule("missing", "No source has these words."),
    Rule("speaker", "Someone else says these words."),
    Rule("told", "The words hold, and there is something to know about them."),
)
_IDS = {rule.id for rule in RULES}


def annotations_of(memos: Sequence[tuple[Memo, Sequence[Verdict]]]) -> Iterator[Annotation]:
    """Yield an annotation for each verdict that there is something to report of."""
    for memo, verdicts in memos:
        for verdict in verdicts:
            if rule := _rule_of(verdict):
                place = Place(memo.name, verdict.line, verdict.column)
                message = f"{message_of(verdict)}: '{shortened(verdict.text)}'"
                yield Annotation(rule, severity_of(verdict), place, message)


def _rule_of(verdict: Verdict) -> str:
    """Return the rule that a verdict is reported under; empty where there is nothing to report."""
    if verdict.speaker is not None and verdict.speaker.agrees is False:
        return "speaker"
    if verdict.standing in _IDS:
        return verdict.standing
    return "told" if verdict.told else ""
