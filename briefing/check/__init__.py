"""Everything that is wrong with a library, and how much of each source is cited."""

from briefing.check.report import Report, check, check_cards
from briefing.coverage import Coverage

__all__ = ["Coverage", "Report", "check", "check_cards"]
