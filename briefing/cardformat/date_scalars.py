"""Days, months and hours in a YAML file: forms for each way a date may be known."""

import re
from datetime import date

from briefing.cardformat.scalars import Form, Schema
from briefing.cardformat.yaml.nodes import Log, Node, Scalar
from briefing.model.core import PartialDate

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class Day(Form[date]):
    """A calendar day.

    Args:
        hint: What to do about what is no day.
    """

    expected = "a date such as 2023-01-31"

    def __init__(self, hint: str = "") -> None:
        self.hint = hint

    def read(self, node: Node, log: Log) -> date | None:
        """Return the day."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch(_DAY, value):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                self.refuse(node, log, "bad-date", str(error))
                return None
        self.refuse(node, log, "bad-date", self.hint)
        return None

    def schema(self) -> Schema:
        """Describe a date."""
        return {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}


class PartialDay(Form[PartialDate]):
    """A calendar day, or the month or year where no more is known.

    Args:
        hint: What to do about what is none of these.
    """

    expected = "a date such as 2023-01-31, 2023-01 or 2023"
    _pattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

    def __init__(self, hint: str = "") -> None:
        self.hint = hint

    def read(self, node: Node, log: Log) -> PartialDate | None:
        """Return as much of the day as is known."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if not re.fullmatch(self._pattern, value):
            self.refuse(node, log, "bad-date", self.hint)
            return None
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            self.refuse(node, log, "bad-date", str(error))
            return None

    def schema(self) -> Schema:
        """Describe the spellings; editors take `2023` for a number."""
        return {"type": ["string", "integer"], "pattern": f"^{self._pattern}$"}


class Due(Form[str]):
    """A time by which something is to be done, as exact as the source sets it."""

    expected = "2025, 2025-06, 2025-06-30, 2025-Q2, 2025-H1, 2025-spring or FY2025"
    _parts = "(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|Q[1-4]|H[12]|spring|summer|autumn|winter"
    _pattern = f"([0-9]{{4}}(-({_parts}))?|FY[0-9]{{4}})"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the time as it was typed."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if not re.fullmatch(self._pattern, value):
            hint = "write 'autumn'" if value.endswith("-fall") else ""
            self.refuse(node, log, "bad-date", hint)
            return None
        is_day = re.fullmatch(_DAY, value) is not None
        return value if not is_day or Day().read(node, log) is not None else None

    def schema(self) -> Schema:
        """Describe the spellings; editors take `2025` for a number."""
        return {"type": ["string", "integer"], "pattern": f"^{self._pattern}$"}


class Hour(Form[str]):
    """A time of day, in the 24-hour clock."""

    expected = "a time of day such as 09:30 or 14:00"
    _pattern = "([01][0-9]|2[0-3]):[0-5][0-9]"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the time as it was typed."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch(self._pattern, value):
            return value
        hint = f"write '0{value}'" if re.fullmatch(self._pattern, f"0{value}") else ""
        self.refuse(node, log, "bad-time", hint)
        return None

    def schema(self) -> Schema:
        """Describe the spelling."""
        return {"type": "string", "pattern": f"^{self._pattern}$"}
