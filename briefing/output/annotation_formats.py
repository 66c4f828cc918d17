"""Findings for other programs: SARIF 2.1.0 and the annotations of GitHub's workflows.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and
https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from briefing import __version__
from briefing.errors import Place, Severity
from briefing.text.cleaning import clean

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NAMES: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


class Rule(NamedTuple):
    """What findings are reported under."""

    id: str
    about: str
    """What it finds, in one line."""
    help: str = ""
    """What to do about it, as Markdown; empty where `about` says enough."""
    plain_help: str = ""
    """The same without marks of Markdown."""


class Annotation(NamedTuple):
    """One finding beside its line."""

    rule: str
    """Id of a rule."""
    severity: Severity
    place: Place
    message: str


def sarif(rules: Iterable[Rule], annotations: Iterable[Annotation]) -> dict[str, Any]:
    """Return a SARIF log with one run.

    Args:
        rules: Every rule that an annotation names, each once.
        annotations: The findings.
    """
    driver = {"name": "briefing", "version": __version__, "rules": list(map(_rule, rules))}
    results = list(map(_result, annotations))
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    described: dict[str, Any] = {"id": rule.id, "shortDescription": {"text": rule.about}}
    if rule.help:
        described["help"] = {"text": rule.plain_help, "markdown": rule.help}
    return described


def _result(annotation: Annotation) -> dict[str, Any]:
    place = annotation.place
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line is not None:
        location["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return {
        "ruleId": annotation.rule,
        "level": annotation.severity,
        "message": {"text": clean(annotation.message)},
        "locations": [{"physicalLocation": location}],
    }


def github_lines(annotations: Iterable[Annotation]) -> Iterator[str]:
    """Yield a workflow command for each finding."""
    for rule, severity, place, message in annotations:
        fields = [f"file={_field(clean(place.file))}"]
        if place.line is not None:
            fields += [f"line={place.line}", f"col={place.column or 1}"]
        fields.append(f"title={_field(rule)}")
        yield f"::{_NAMES[severity]} {','.join(fields)}::{_data(clean(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
