"""Verdicts for other programs: SARIF 2.1.0 and the annotations of GitHub's workflows.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and
https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from briefing import __version__
from briefing.text.cleaning import clean
from briefing.verifying.memo import Memo
from briefing.verifying.telling import message_of, severity_of, shortened
from briefing.verifying.verdict import Verdict

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RULES = {
    "drifted": "The words are not quite those of the source.",
    "truncated": "The words stop right before or after what turns their sense.",
    "joined": "Parts that are apart in the sources are quoted as one.",
    "ambiguous": "The words occur in several places, and nothing says which is meant.",
    "missing": "No source has these words.",
    "speaker": "Someone else says these words.",
    "told": "The words hold, and there is something to know about them.",
}
_NAMES = {"error": "error", "warning": "warning", "note": "notice"}


def rule_of(verdict: Verdict) -> str:
    """Return the rule that a verdict is reported under; empty where there is nothing to report."""
    if verdict.speaker is not None and verdict.speaker.agrees is False:
        return "speaker"
    if verdict.standing in _RULES:
        return verdict.standing
    return "told" if verdict.told else ""


def sarif(memos: Sequence[tuple[Memo, Sequence[Verdict]]]) -> dict[str, Any]:
    """Return a SARIF log of what is to be reported."""
    rules = [{"id": name, "shortDescription": {"text": text}} for name, text in _RULES.items()]
    driver = {"name": "briefing", "version": __version__, "rules": rules}
    results = [
        _result(memo, verdict)
        for memo, verdicts in memos
        for verdict in verdicts
        if rule_of(verdict)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(memo: Memo, verdict: Verdict) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(memo.name)}}
    if verdict.line is not None:
        location["region"] = {"startLine": verdict.line, "startColumn": verdict.column}
    return {
        "ruleId": rule_of(verdict),
        "level": severity_of(verdict),
        "message": {"text": clean(f"{message_of(verdict)}: '{shortened(verdict.text)}'")},
        "locations": [{"physicalLocation": location}],
    }


def github_lines(memo: Memo, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield a workflow command for each thing to report."""
    for verdict in verdicts:
        if not rule_of(verdict):
            continue
        fields = [f"file={_field(memo.name)}"]
        if verdict.line is not None:
            fields += [f"line={verdict.line}", f"col={verdict.column}"]
        fields.append(f"title={_field(rule_of(verdict))}")
        message = clean(f"{message_of(verdict)}: '{shortened(verdict.text)}'")
        yield f"::{_NAMES[severity_of(verdict)]} {','.join(fields)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
