"""The forms of date expressions in languages that put spaces between words.

Each form is a regular expression over folded text with a reader for what it means. What is
before and after an expression (`by`, `the end of`, `au plus tard`) is a matter of `edges`.
"""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from briefing.language.dates import absolute, relative, words
from briefing.language.dates.reading import Reader


class DateForm(NamedTuple):
    """One form of expression."""

    pattern: re.Pattern[str]
    reader: Reader

    @property
    def names_year(self) -> bool:
        """Whether an expression of this form can name a year of the calendar."""
        return "year" in self.pattern.groupindex


def _any(table: dict[str, int]) -> str:
    """Return the words of a table as alternatives, of which the longest that fits is taken.

    They are written as a tree of their letters: at most places of a text one look at the first
    letter then tells that none of a hundred words is there.
    """
    return _tree([word for word in table if word])


def _tree(words: Collection[str], ends: bool = False) -> str:
    """Return a pattern of words by their first letters; a word may end here if so told."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = [
        re.escape(letter) + _tree([rest for rest in rests if rest], "" in rests)
        for letter, rests in by_letter.items()
    ]
    if len(branches) < 2 and not (branches and ends):
        return "".join(branches)
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


_YEAR = r"(?:1[6-9]|20|21)\d\d"
_OF = (
    r"(?:,?\s(?:of\s|in\s|de\s(?:l'an\s)?|del\s(?:año\s)?|des\s(?:jahres\s)?|do\s|من\s)?"
    r"(?:عام\s|سنة\s|العام\s)?|/)"
)
_WHICH = (
    r"(?P<which>next|this|last|coming|the coming|the next|current|past|previous|"
    r"later this|earlier this|the current|the past|the last|"
    r"nächste[nmsr]?|kommende[nmsr]?|diese[nmsr]?|letzte[nmsr]?|vergangene[nmsr]?|"
    r"(?:la |les |le )?(?:prochaine?s?|derni(?:er|ère)s?)|cette|cet|ce|"
    r"(?:el |la |este |esta )?próxim[oa]s?|este|esta|(?:el |la )?pasad[oa]|"
    r"на (?:этой|следующей|прошлой|будущей)|в следующем|следующ(?:ий|его|ем|ую|ей)|"
    r"будуще(?:го|м)|в этом|это(?:го|м|й)|в прошлом|"
    r"прошл(?:ого|ом|ый|ую|ой)|текущ(?:его|ем)|هذا|هذه)"
)
_RELATIVE_YEAR = (
    r"(?P<relative>next|this|last|the coming|the following|the current|nächsten|kommenden|dieses|"
    r"следующего|этого)\s(?:year|jahre?s|года)"
)
_COUNT = r"(?P<count>\d{1,3}|{})"

_FORMS: tuple[tuple[str, Reader], ...] = (
    # Days with the month's name: June 30, 2025; the 30th of June; 3. Oktober 2025; 1er octobre.
    (
        r"(?:{weekday},?\s(?:the\s|le\s|den\s|dem\s)?)?(?P<month>{any_month})\.?\s"
        r"(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<until>\d\d?)(?:st|nd|rd|th)?)?"
        r"(?:,?\s(?:of\s)?(?P<year>{year}))?(?!\d|[.:,]\d)",
        absolute.absolute_day,
    ),
    (
        r"(?:{weekday},?\s(?:the\s|le\s|den\s|dem\s|el\s)?)?(?<![\d.,:/-])(?P<day>\d\d?|premier|primero)"
        r"(?:st|nd|rd|th|ero?|º|\.)?(?:\s?(?:-|to|and|au|bis|al|y|et|und)\s?(?P<until>\d\d?)"
        r"(?:st|nd|rd|th|\.)?)?\s(?:of\s|de\s|di\s|من\s)?(?P<month>{any_month})(?:\.(?=,?\s\d))?"
        r"(?:{of}(?P<year>{year})(?:\sгода|\sг\.)?)?(?!\d|[.,]\d)",
        absolute.absolute_day,
    ),
    # Days in figures.
    (
        r"(?<![\d.,/-])(?P<year>{year})(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)"
        r"(?![\d/-]|[.,]\d)",
        absolute.digits_day,
    ),
    (
        r"(?<![\d.,/-])(?P<one>\d\d?)(?P<sign>[-/.])\s?(?P<two>\d\d?)(?P=sign)\s?(?P<year>{year})"
        r"(?![\d/-]|[.,]\d)",
        absolute.figures_day,
    ),
    # Months.
    (
        r"(?P<month>{any_month})\.?{of}(?P<year>{year})(?:\sгода|\sг\.)?(?!\d|[.,]\d)",
        absolute.month_of_year,
    ),
    (
        r"(?<![\d.,/-])(?P<year>{year})-(?P<month>0[1-9]|1[0-2])(?![\d/-]|[.,]\d)",
        absolute.month_of_year,
    ),
    (r"(?P<month>{month})", absolute.month_alone),
    (r"(?P<which>next|this|last|this coming)\s(?P<month>{month})", absolute.month_alone),
    # Quarters and halves.
    (
        r"(?<!\w)Q(?P<which>[1-4])(?:(?:\s|-|/|,\s|\sof\s)(?P<fiscal>fiscal\s|FY\s?)?(?P<year>{year}))",
        absolute.quarter,
    ),
    (r"(?P<year>{year})(?:\s|-|/)?Q(?P<which>[1-4])", absolute.quarter),
    (r"(?<!\w)Q(?P<which>[1-4])", absolute.quarter),
    (r"(?P<which>[1-4])Q\s?(?P<year>{year})", absolute.quarter),
    (r"(?P<half>H)(?P<which>[12])(?:\s|-|/)(?P<year>{year})", absolute.quarter),
    (r"(?P<which>[12])(?P<half>H)(?:\s|-|/)?(?P<year>{year})", absolute.quarter),
    (
        r"(?:(?:the|le|das|im|el|del|в)\s)?(?P<which>{ordinal})[\s-](?:quarter|trimestre|quartals?|"
        r"квартала?е?)(?:{of}(?:the\s)?(?P<fiscal>fiscal\s(?:year\s)?)?(?:year\s)?(?P<year>{year})|"
        r"(?:\s|\sof\s){relative_year})?",
        absolute.quarter,
    ),
    (
        r"(?:(?:the|le|das|im|el|del|в)\s)?(?P<which>{ordinal})[\s-](?P<half>half|semestre|"
        r"halbjahre?s?|hälfte|полугодии?е?|полугодия|половин[аеуы])(?P<needs_year>)"
        r"(?:{of}(?:the\s)?(?P<fiscal>fiscal\s(?:year\s)?)?(?:year\s)?(?P<year>{year})|"
        r"(?:\s|\sof\s){relative_year})",
        absolute.quarter,
    ),
    (
        r"الربع\s(?P<which>{ordinal})\s(?:من\s)?(?:عام\s|سنة\s|العام\s)?(?P<year>\d{{4}})",
        absolute.quarter,
    ),
    (
        r"(?P<half>النصف)\s(?P<which>{ordinal})\s(?:من\s)?(?:عام\s|سنة\s|العام\s)?(?P<year>\d{{4}})",
        absolute.quarter,
    ),
    # Seasons; `fall`, `spring` and `été` are words of their own without a year.
    (r"(?P<which>{season})(?:{of}|-)(?:the\s)?(?P<year>{year})(?:\sгода)?(?!\d)", absolute.season),
    (
        r"(?P<shift>(?:this|next|last|the coming|this coming|the following)|nächste[nrs]?|"
        r"kommende[nrs]?|diese[nrs]?|ce|cet|cette|este|esta|(?:el |la )?próxim[oa])\s"
        r"(?P<which>{season})",
        absolute.season,
    ),
    (
        r"(?P<which>printemps|été|automne|hiver|primavera|verano|otoño|invierno)\s"
        r"(?P<shift>prochaine?|dernier|dernière|próxim[oa]|pasad[oa])",
        absolute.season,
    ),
    (r"(?P<which>{season})", absolute.season_alone),
    # Fiscal years.
    (
        r"(?<!\w)(?:FY|fiscal\syear|financial\syear|fiscal|l'exercice|exercice|haushaltsjahr(?:es)?|"
        r"geschäftsjahr(?:es)?|año\sfiscal|ejercicio|(?:финансов\w+\s|бюджетн\w+\s)год\w?|"
        r"(?:ال)?سنة\s(?:ال)?مالية)[\s'-]?(?P<year>{year}|\d\d(?!\d|%|\s?percent))"
        r"(?:\s?[/-]\s?(?P<until>\d{{4}}|\d\d))?(?!\d|[.,]\d)",
        absolute.fiscal_year,
    ),
    (
        r"(?P<year>{year})(?:[/-](?P<until>\d{{4}}|\d\d))?\s(?:fiscal|financial|budget)\syear",
        absolute.fiscal_year,
    ),
    (
        r"(?P<which>next|this|last|the\scoming|the\scurrent|the\snext|current)\s"
        r"(?:fiscal|financial)\syear",
        absolute.fiscal_year,
    ),
    # Years.
    (
        r"(?P<between>between\s|from\s|entre\s|zwischen\s|de\s|von\s|с\s|между\s)"
        r"(?P<year>{year})(?:\s(?:and|to|et|à|und|bis|y|a|по|и|до)\s|\s?[-–]\s?)(?P<until>\d{{4}})"
        r"(?:\sг(?:г\.|ода|оды|одов))?",
        absolute.years,
    ),
    (r"(?P<between>بين\sعامي\s)(?P<year>{year})\sو(?P<until>\d{{4}})", absolute.years),
    (
        r"(?<![\d.,/-])(?P<between>)(?P<year>{year})\s?[-/]\s?(?P<until>\d{{4}}|\d\d)"
        r"(?:\sг(?:г\.|оды|одов))?(?![\d/-]|[.,]\d)",
        absolute.years,
    ),
    (
        r"(?:(?:the|die|der|den|les\sannées|los\saños|la\sdécada\sde)\s)?(?P<year>{year})"
        r"(?:s|er(?:n|\sjahren?)?|-х|-е)",
        absolute.decade,
    ),
    (r"(?:les|des)\sannées\s(?P<year>{year})", absolute.decade),
    (
        r"(?:the|in\sden|der|die|los\saños|los|les\sannées|des\sannées)\s'?(?P<year>[2-9]0)"
        r"(?:'?s|er[\s-]jahren?|(?<=años\s\d\d)|(?<=années\s\d\d)|(?<=en\slos\s\d\d))",
        absolute.short_decade,
    ),
    (
        r"(?P<which>летом|зимой|осенью|весной|(?:im|au|durant\sl'|en)\s?(?:sommer|été))(?P<none>)",
        absolute.season_adverb,
    ),
    (
        r"(?P<named>(?:the\s)?(?:calendar\s)?year\s|l'année\s|l'an\s|(?:dem\s|des\s)?jahr(?:e?s)?\s|"
        r"(?:el\s|del\s)?año\s|l'anno\s|(?:ال)?عام\s|سنة\s)?(?<![\d.,:/$€£])(?<!(?<!mid)(?<!end)(?<!mi)(?<!early)(?<!late)-)"
        r"(?P<year>{year})(?:\s(?:год[ауе]?|г\.))?"
        r"(?!\w|[-/:]\d|[.,]\d|\s?%|\s(?:BCE?|B\.C|av\.\sJ|v\.\sChr|a\.\s?C|до\sн))",
        absolute.year,
    ),
    # Spans of time from the day of writing on, or back.
    (
        r"(?:within|in|(?:over|during|for|throughout)(?=\sthe\s(?:next|coming)\s))\s(?:about\s|"
        r"around\s|less\sthan\s|the\s(?:next|coming)\s|a\speriod\sof\s|a\smaximum\sof\s)?{count}[\s-](?:(?:calendar|working|business|full|more)"
        r"\s)?(?P<unit>{unit})(?:'s?\stime|\stime|')?",
        relative.ahead_or_ago,
    ),
    (r"the\s(?:next|coming)\s{count}[\s-](?P<unit>{unit})", relative.ahead_or_ago),
    (
        r"(?P<ago>(?:the\s)?(?:past|last|previous))\s{count}[\s-](?P<unit>{unit})",
        relative.ahead_or_ago,
    ),
    (
        r"(?:nächsten|kommenden|próxim[oa]s|ближайши[ех]|prochaine?s|المقبلة)\s{count}\s(?P<unit>{unit})",
        relative.ahead_or_ago,
    ),
    (r"(?:dans\s)?les\s{count}\sprochaine?s\s(?P<unit>{unit})", relative.ahead_or_ago),
    (
        r"(?P<ago>letzten|vergangenen|últim[oa]s|последни[ех])\s{count}\s(?P<unit>{unit})",
        relative.ahead_or_ago,
    ),
    (r"(?:les\s)?{count}\s(?P<ago>derni(?:er|ère)s)\s(?P<unit>{unit})", relative.ahead_or_ago),
    (r"{count}[\s-](?P<unit>{unit})\s(?:from\snow|hence)", relative.ahead_or_ago),
    (r"(?<![,.]){count}[\s-](?P<unit>{unit})\s(?P<ago>ago|назад)", relative.ahead_or_ago),
    (r"(?P<ago>il\sy\sa|vor|hace|قبل)\s{count}\s(?P<unit>{unit})", relative.ahead_or_ago),
    (
        r"(?:d'ici(?:\sà)?|dans(?:\sun\sdélai\sde|\sles)?|sous|innerhalb\s(?:von\s|der\snächsten\s)?|"
        r"binnen|in(?:nerhalb)?|en\sun\splazo\sde|dentro\sde|en|entro|через|в\sтечение|خلال|"
        r"في\sغضون)\s?(?<=\s){count}\s(?:prochaine?s\s|próximos\s)?(?P<unit>{unit})",
        relative.ahead_or_ago,
    ),
    # Units of time by where they lie: next year, l'an prochain, el año que viene.
    (
        r"(?:(?P<later>later)\s|earlier\s|the\s(?:rest|remainder)\sof\s)?"
        r"{which}\s(?P<unit>{unit}|weekend|quarter)",
        relative.shifted,
    ),
    (
        r"(?:l'|la\s|le\s|el\s|los\s|das\s|im\s)?(?P<unit>an|année|mois|semaine|trimestre|año|mes|"
        r"semana|العام|الشهر|الأسبوع|السنة|الشهر)\s(?P<which>prochaine?|derni(?:er|ère)|passée?|que\sviene|"
        r"próxim[oa]|pasad[oa]|المقبلة?|القادمة?|الماضية?)",
        relative.shifted,
    ),
    # The year that runs, where its end, its rest or its beginning is meant.
    (
        r"(?P<unit>year|month|week|quarter|decade|l'année|mois|semaine|jahres|monats|woche|año|mes|"
        r"semana|года|месяца|недели|العام|السنة|الشهر)",
        relative.running,
    ),
    (
        r"(?P<end>year's\send|year-?end|jahresende|fin\sd'année|fin\sde\saño|fine\sanno)",
        relative.end_of_year,
    ),
    # Days by where they lie.
    (r"(?P<day>{named_day})", relative.named_day),
    (
        r"(?:(?P<which>next|this|last|this\scoming|the\sfollowing|that|nächsten|kommenden|letzten|"
        r"vergangenen|el\spróximo|este|el\spasado)\s)?(?P<day>{weekday})"
        r"(?:\s(?P<after>prochain|dernier))?",
        relative.weekday,
    ),
)


@cache
def forms() -> tuple[DateForm, ...]:
    """Return every form, compiled."""
    months = _any(words.months())
    parts = {
        "year": _YEAR,
        "of": _OF,
        "month": months,
        "any_month": _any({**words.months(), **words.short_months()}),
        "weekday": _any(words.weekdays()),
        "season": _any(words.seasons()),
        "ordinal": _any(words.ordinals()),
        "count": _COUNT.replace("{}", _any(words.counts())),
        "unit": _any(words.units()),
        "which": _WHICH,
        "relative_year": _RELATIVE_YEAR,
        "named_day": _any(relative.named_days()),
    }
    return tuple(
        DateForm(re.compile(rf"(?<!\w)(?:{pattern.format(**parts)})(?!\w)", re.IGNORECASE), reader)
        for pattern, reader in _FORMS
    )
