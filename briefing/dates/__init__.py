"""Dates in running text: where they stand, what they mean, whether they are deadlines."""

from briefing.dates.finding import DateWords, Role, find_dates
from briefing.dates.periods import Period, period_of_due

__all__ = ["DateWords", "Period", "Role", "find_dates", "period_of_due"]
