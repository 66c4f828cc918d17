"""What is around a date expression and says how it is meant: a part of it, a limit, a start."""

import re
from functools import cache
from typing import Literal, NamedTuple

PeriodPart = Literal["", "early", "mid", "late"]
Sense = Literal["", "limit", "start", "time", "topic"]
"""How the words before take the expression: as a limit (`by`), as a start (`since`), as a time
(`in`) or as an attribute of something else (`the budget for`)."""

_PARTS: dict[PeriodPart, str] = {
    "late": (
        r"(?:the\s)?(?:very\s)?(?:end|close|latter\shalf|second\shalf|final\smonths)"
        r"(?:\s(?:of|in)|-of-?)?(?:\sthe)?|end-|late(?:\sin|r\sin)?|late-|"
        r"(?:à\s)?(?:la\s)?fin(?:\sd[eu]|\sd'|\sde\sla)?|(?:zum\s|am\s|dem\s)?ende(?:\sde[sr])?|"
        r"(?:a\s|el\s)?(?:finales|fines|final|fin)\sde(?:l|\sla)?|(?:entro\s)?la\sfine\sdel|fine|"
        r"кон(?:ца|цу|це|ец)|نهاية|أواخر"
    ),
    "early": (
        r"(?:the\s)?(?:early|start|beginning|opening|outset)(?:\s(?:of|in))?(?:\sthe)?|early-|"
        r"(?:le\s|au\s)?début(?:\sd[eu]|\sd')?|(?:dem\s)?(?:anfang|beginn)(?:\sdes)?|"
        r"(?:a\s)?(?:principios|comienzos|inicios)\sde(?:l)?|начал[оаеу]|أوائل|بداية|مطلع"
    ),
    "mid": (
        r"mid-?|(?:the\s)?middle\sof(?:\sthe)?|(?:à\sla\s)?mi-|mitte|"
        r"(?:a\s)?mediados\sde|середин[аеыу]|منتصف"
    ),
}

_SENSES: dict[Sense, str] = {
    "limit": (
        r"by|until|till|til|before|no\slater\sthan|not\slater\sthan|on\sor\sbefore|within|through|"
        r"up\sto|prior\sto|at\sthe\slatest\s(?:by|in|on)|ahead\sof|due(?:\sin|\son|\sby)?|"
        r"d'ici(?:\sà|\sau|\sla|\sle)?|avant|jusqu'(?:à|en|au|aux)|au\splus\stard(?:\sen|\sau|\sà)?|"
        r"à\sl'horizon|bis(?:\szum?|\szur|\sspätestens|\sin)?|vor|(?:bis\s)?spätestens"
        r"(?:\sam|\sim|\sbis|\szum)?|antes\sdel?|hasta(?:\sel)?|para|a\smás\stardar(?:\sen)?|"
        r"como\smuy\starde|entro(?:\sil)?|fino\sal?|até(?:\sao?)?|до|к|ко|не\sпозднее|не\sпозже|"
        r"بحلول|قبل|حتى|(?:في\sموعد\s)?أقصاه|(?:في\s)?موعد\sلا\sيتجاوز|لا\sيتجاوز"
    ),
    "start": (
        r"from|since|after|starting(?:\sin|\son|\sfrom)?|beginning(?:\sin|\son|\sfrom)?|as\sof|"
        r"as\sfrom|effective|depuis|à\spartir\sd[eu]|à\scompter\sd[eu]|dès|après|ab|seit|nach|"
        r"desde|a\spartir\sde|tras|с|со|после|начиная\sс|منذ|ابتداء\sمن|اعتبارا\sمن|بعد"
    ),
    "time": (
        r"in|on|at|during|throughout|around|about|circa|for\scompletion\sin|en|au|à|pendant|im|"
        r"am|zum|в|во|на|في|خلال|nel|nell'|em"
    ),
    "topic": r"for|of|pour|du|für|des|vom|del?|d'|di|за|لعام|به",
}
_BETWEEN = (
    r"(?:\s(?:the|le|la|l'|les|den|dem|der|das|el|los|il|year|calendar|year's|about|around|"
    r"approximately|roughly|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|at\sthe\slatest|"
    r"\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\son)?))*"
)
_AFTERWARDS = (
    r",?\s(?:at\sthe\s(?:very\s)?latest|or\s(?:earlier|sooner|before)|at\slatest|spätestens|"
    r"au\splus\stard|a\smás\stardar)(?!\w)"
)


class Edge(NamedTuple):
    """How an expression is taken by the words before it."""

    start: int
    """Offset at which the first of those words begins."""
    part: PeriodPart = ""
    sense: Sense = ""
    words: str = ""
    """The words that give the sense, in lower case."""


@cache
def _part_patterns() -> tuple[tuple[PeriodPart, re.Pattern[str]], ...]:
    return tuple(
        (part, re.compile(rf"(?<!\w)(?:{pattern})(?<!\s)[\s]?$", re.IGNORECASE))
        for part, pattern in _PARTS.items()
    )


@cache
def _sense_patterns() -> tuple[tuple[Sense, re.Pattern[str]], ...]:
    return tuple(
        (sense, re.compile(rf"(?<!\w)(?P<words>{pattern}){_BETWEEN}[\s]?$", re.IGNORECASE))
        for sense, pattern in _SENSES.items()
    )


@cache
def _afterwards() -> re.Pattern[str]:
    return re.compile(_AFTERWARDS, re.IGNORECASE)


def before(text: str, start: int, reach: int = 60) -> Edge:
    """Say how the words right before an offset take an expression that begins there.

    Args:
        text: Folded text.
        start: Offset of the expression.
        reach: How many code points before it are looked at.
    """
    edge = Edge(start)
    low = max(0, start - reach)
    for part, pattern in _part_patterns():
        found = pattern.search(text, low, edge.start)
        if found and found.end() > found.start():
            edge = Edge(found.start(), part)
            break
    for sense, pattern in _sense_patterns():
        if found := pattern.search(text, low, edge.start):
            if sense == "topic" and edge.part:
                continue
            return edge._replace(
                start=found.start(), sense=sense, words=found["words"].casefold().strip()
            )
    return edge


def limits_after(text: str, end: int) -> int | None:
    """Return where words such as "at the latest", right after an expression, end; None if none."""
    found = _afterwards().match(text, end)
    return found.end() if found else None
