"""What each code of a finding means: a page a code, from one text that comes with the program."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from briefing.errors import Severity, UnknownNameError
from briefing.text.cleaning import clean
from briefing.text.suggest import did_you_mean

_STRESSED = re.compile(r"(?<![\w*`])\*([^\s*`][^*`\n]*)\*(?![\w*`])")
"""A word that is spoken of, such as *not*."""
_EXAMPLE = "    "
"""What begins a line that is shown as it is."""


class Explanation(NamedTuple):
    """What a code means."""

    code: str
    severity: Severity
    """As a rule: some codes are milder where it matters less."""
    about: str
    """What it finds, in one line, without marks of Markdown."""
    text: str
    """Examples and what to do, as Markdown."""

    @property
    def plain(self) -> str:
        """The text without marks of Markdown; examples are as they are."""
        lines = self.text.split("\n")
        return "\n".join(line if line.startswith(_EXAMPLE) else _unmarked(line) for line in lines)


@cache
def explanations() -> dict[str, Explanation]:
    """Return every page by its code, in alphabetical order."""
    text = files("briefing.check").joinpath("codes.md").read_text(encoding="utf-8")
    return {page.code: page for page in map(_page, text.split("\n## ")[1:])}


def explain(code: str) -> Explanation:
    """Return what a code means.

    Raises:
        UnknownNameError: There is no such code.
    """
    pages = explanations()
    if code not in pages:
        hint = did_you_mean(code, pages, "'briefing explain' lists all codes")
        raise UnknownNameError(f"there is no code '{clean(code)}'", hint=hint)
    return pages[code]


def _page(text: str) -> Explanation:
    code, head, *rest = text.split("\n")
    severity, _, about = head.partition(": ")
    severities: dict[str, Severity] = {"error": "error", "warning": "warning", "note": "note"}
    return Explanation(code, severities[severity], _unmarked(about), "\n".join(rest).strip("\n"))


def _unmarked(line: str) -> str:
    """Return a line without marks of stress; words that are spoken of are in quote marks."""
    return _STRESSED.sub(r"'\1'", line.replace("**", ""))
