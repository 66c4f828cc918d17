"""Records as JSON text that is safe to print."""

import json
import re

from briefing.text.cleaning import clean

_SUSPECT = re.compile(r"[^\x20-\x7e\n]")


def json_text(record: object) -> str:
    """Write a record as indented JSON, other scripts readable and no control character raw.

    Text of the model is clean already; file names and typed words need not be. JSON itself
    escapes only the first 32 code points, so the others that a terminal may obey are escaped here.

    Args:
        record: Anything the standard encoder takes.

    Returns:
        The text, ending in a newline.
    """
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return _SUSPECT.sub(_escaped_if_unclean, text) + "\n"


def _escaped_if_unclean(match: re.Match[str]) -> str:
    character = match.group()
    if clean(character) == character:
        return character
    return json.dumps(character)[1:-1]
