"""Dates in running text: where they stand, what they mean, whether they are deadlines."""

from typing import TYPE_CHECKING

from briefing.dates.periods import Period, period_of_due

if TYPE_CHECKING:
    from briefing.dates.finding import DateWords, Role, find_dates

__all__ = ["DateWords", "Period", "Role", "find_dates", "period_of_due"]


def __getattr__(name: str) -> object:
    """Load the grammar of dates when it is asked for: the first frame sorts dates without it."""
    if name in __all__:
        from briefing.dates import finding

        return getattr(finding, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
