"""The lists of this language."""

from briefing.evidence.sense.lexicon import Tables

TABLES = Tables(signs={}, function="", complete=False)
