"""The forms of date expressions in Japanese and Chinese."""

import re
from datetime import date
from functools import cache
from re import Match

from briefing.language.dates import relative
from briefing.language.dates.edges import PeriodPart
from briefing.language.dates.grammar import DateForm
from briefing.language.dates.periods import in_calendar, of_day, of_months, of_years
from briefing.language.dates.reading import DateMeaning, floating_day, floating_month, number

_DIGITS = r"[\d〇一二三四五六七八九十]"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_SEASONS = {"春": 1, "夏": 2, "秋": 3, "冬": 4}
_UNITS = {"日": 1, "天": 1, "週": 2, "周": 2, "月": 3, "年": 4}


def _value(text: str | None) -> int | None:
    """Return the value of figures or of Han digits up to 99, or of a year in Han digits."""
    if text is None:
        return None
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (number(tens) or 1) + (number(ones) or 0)
    return number(text)


def _year(match: Match[str], anchor: date) -> int | None:
    """Return the year an expression names, in whatever era or relative to the anchor."""
    groups = match.groupdict()
    if relative := groups.get("relative"):
        return anchor.year + _SHIFTS[relative]
    text = groups.get("year")
    value = 1 if text == "元" else _value(text)
    if value is None:
        return None
    if era := groups.get("era"):
        return _ERAS[era] + value
    return value if value >= 1600 and in_calendar(value) else None


_SHIFTS = {
    "来": 1, "來": 1, "明": 1, "翌": 1, "今": 0, "本": 0, "同": 0, "昨": -1, "去": -1, "前": -1,
    "再来": 2, "後": 2, "一昨": -2,
}  # fmt: skip
_YEAR_OF = (
    rf"(?:(?:(?P<era>{'|'.join(_ERAS)})(?P<year>元|{_DIGITS}{{1,4}})|"
    r"(?P<relative>再来|一昨|[来來明翌今本同昨去]))年)"
)
_WESTERN = r"(?:(?P<year>(?:1[6-9]|20|21)\d\d|[一二][〇一二三四五六七八九]{3})年)"


def _day(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    month, day = _value(match["month"]), _value(match["day"])
    if month is None or day is None or not 1 <= month <= 12:
        return None
    if not (match.groupdict().get("year") or match.groupdict().get("relative")):
        return floating_day(month, day, anchor)
    year = _year(match, anchor)
    period = of_day(year, month, day) if year else None
    return DateMeaning((period,), relative=_is_relative(match)) if period else None


def _month(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    month = _value(match["month"])
    if month is None or not 1 <= month <= 12:
        return None
    if not (match.groupdict().get("year") or match.groupdict().get("relative")):
        return floating_month(month, anchor)
    year = _year(match, anchor)
    return DateMeaning((of_months(year, month),), relative=_is_relative(match)) if year else None


def _part_of_year(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    year = _year(match, anchor)
    if year is None:
        return None
    if season := match.groupdict().get("season"):
        return DateMeaning((of_months(year, 3 * _SEASONS[season], 3),))
    if half := match.groupdict().get("half"):
        return DateMeaning((of_months(year, 1 if half in "前上" else 7, 6),))
    count = _value(match["quarter"])
    return DateMeaning((of_months(year, 3 * count - 2, 3),)) if count and count <= 4 else None


def _whole_year(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    year = _year(match, anchor)
    if year is None:
        return None
    relative = _is_relative(match)
    ahead = relative and year > anchor.year
    return DateMeaning((of_years(year),), relative=relative, ahead=ahead)


def _fiscal(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    if relative := match.groupdict().get("relative"):
        begun = anchor.year if anchor.month >= 4 else anchor.year - 1
        year: int | None = begun + _SHIFTS[relative]
    else:
        year = _year(match, anchor)
    if year is None:
        return None
    period = of_months(year, 4, 12)
    ahead = _is_relative(match) and period.first > anchor
    return DateMeaning((period,), relative=_is_relative(match), ahead=ahead, fiscal=(year,))


def _decade(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    year = _year(match, anchor)
    return DateMeaning((of_years(year, year + 9),), bare=True) if year and year % 10 == 0 else None


def _fiscal_now(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    year = anchor.year if anchor.month >= 4 else anchor.year - 1
    return DateMeaning((of_months(year, 4, 12),), relative=True, ahead=True, fiscal=(year,))


def _month_by_place(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    shift = {"来": 1, "下": 1, "今": 0, "本": 0, "这": 0, "先": -1, "上": -1}[match["shift"]]
    if match["unit"] in "週周":
        return relative.of_week_by_place(shift, anchor)
    period = of_months(anchor.year, anchor.month + shift)
    return DateMeaning((period,), relative=True, ahead=shift > 0)


def _span(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    count, unit = _value(match["count"]), _UNITS[match["unit"][-1]]
    return relative.span_ahead(count, unit, match.group(), anchor) if count else None


def _year_end(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    return DateMeaning((of_years(anchor.year),), relative=True, ahead=True)


def _is_relative(match: Match[str]) -> bool:
    return bool(match.groupdict().get("relative"))


def _weekday(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    return relative.nearest_weekdays("月火水木金土日".index(match["day"]) + 1, anchor)


@cache
def forms() -> tuple[DateForm, ...]:
    """Return every form, compiled."""
    named = rf"(?P<month>{_DIGITS}{{1,2}})月"
    table = (
        (rf"(?:{_WESTERN})?{named}(?P<day>{_DIGITS}{{1,3}})[日号]", _day),
        (rf"{_YEAR_OF}{named}(?P<day>{_DIGITS}{{1,3}})[日号]", _day),
        (rf"{_WESTERN}{named}", _month),
        (rf"{_YEAR_OF}{named}", _month),
        (r"(?<![\d〇一二三四五六七八九十か])(?P<month>1[0-2]|[1-9])月(?!間)", _month),
        (rf"{_WESTERN}の?(?:第(?P<quarter>[1-4一二三四])(?:四半期|季度)|(?P<season>[春夏秋冬])|"
         r"(?P<half>[前後上下])半(?:期|年)?)", _part_of_year),
        (rf"{_YEAR_OF}の?(?:第(?P<quarter>[1-4一二三四])(?:四半期|季度)|(?P<season>[春夏秋冬])|"
         r"(?P<half>[前後上下])半(?:期|年)?)", _part_of_year),
        (rf"{_WESTERN}(?:会計|財政)?度", _fiscal),
        (rf"{_YEAR_OF}度", _fiscal),
        (rf"{_WESTERN}代", _decade),
        (rf"{_WESTERN}", _whole_year),
        (rf"{_YEAR_OF}", _whole_year),
        (r"年度(?=[内內末中])", _fiscal_now),
        (r"(?P<shift>[来今先下本上这])(?P<unit>週|周|月|个月)(?!間|\d)", _month_by_place),
        (r"(?P<day>今日|本日|明日|昨日|明天|昨天)", relative.named_day),
        (r"(?P<day>[月火水木金土日])曜日?", _weekday),
        (rf"(?P<count>{_DIGITS}{{1,3}})"
         r"(?P<unit>日|天|週|周|か月|ヶ月|カ月|ケ月|个月|箇月|年)(?=間?以?[内內])", _span),
        (r"年(?=[内內末底])", _year_end),
    )  # fmt: skip
    return tuple(DateForm(re.compile(pattern), reader) for pattern, reader in table)


_AFTER = re.compile(
    r"間?(?P<part>末|下旬|後半|中旬|半ば|中頃|上旬|初め|初頭|前半|頃|ごろ|底|年底)?(?P<inside>中|(?<!以)[内內])?(?:の(?=以前|前|以内))?"
    r"(?P<limit>までに|まで|迄に?|以内に?|以前|前に|之前|为止|前(?=[、。,]|[完实]))?"
    r"(?P<start>以降|以後|から|以来|起)?"
)
_PARTS: dict[str, PeriodPart] = {
    "末": "late", "下旬": "late", "後半": "late", "底": "late", "中旬": "mid", "半ば": "mid",
    "上旬": "early", "初め": "early", "初頭": "early", "前半": "early",
}  # fmt: skip


def after(text: str, end: int) -> tuple[int, PeriodPart, bool, bool]:
    """Say how the characters right after an expression take it.

    Returns:
        Where they end; which part of the time is meant (`early`, `mid`, `late` or nothing);
        whether it is a limit; whether it is a start.
    """
    found = _AFTER.match(text, end)
    if found is None:
        return end, "", False, False
    which = _PARTS.get(found["part"] or "", "")
    limit = bool(found["limit"] or found["inside"])
    return found.end(), which, limit, bool(found["start"])
