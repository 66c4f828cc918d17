"""The value of digits with their separators, of number words and of Han digits."""

import re
from functools import cache

Value = float | str


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list that is written with blanks between them."""
    return tuple(words.split())


MAGNITUDES = {
    **dict.fromkeys(("hundred", "cent", "cents", "hundert", "cien"), 1e2),
    **dict.fromkeys(
        ("thousand", "mille", "tausend", "mil", "тысяча", "тысяч", "тысячи", "тыс", "ألف"), 1e3),
    **dict.fromkeys(
        ("million", "millions", "millionen", "mio.", "mio", "millón", "millones", "миллион",
         "миллиона", "миллионов", "млн", "مليون", "milioni", "milhões"), 1e6),
    **dict.fromkeys(
        ("billion", "milliard", "milliards", "milliarden", "milliarde", "mrd.", "mrd", "миллиард",
         "миллиарда", "миллиардов", "млрд", "مليار", "mil millones", "miliardi"), 1e9),
    **dict.fromkeys(("trillion", "billions", "billionen", "триллион", "трлн", "تريليون"), 1e12),
    "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
"""Words that multiply the number before them."""

SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
"""Letters that, glued to digits, may multiply them; `m` may also be metres."""

_UNITS = listed("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
""")
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = listed("""
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
""")
_TENTHS = listed("""
    twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth
""")
_OTHERS = {
    "deux zwei dos due две два dois": 2, "trois drei tres tre три трёх трех": 3,
    "quatre vier cuatro quattro четыре": 4, "cinq fünf cinco cinque пять пяти": 5,
    "six sechs seis sei шесть": 6, "sieben siete sette семь": 7,
    "huit acht ocho otto восемь": 8, "neuf neun nueve nove девять": 9,
    "dix zehn diez dieci десять": 10, "onze elf once": 11, "douze zwölf doce": 12,
    "vingt zwanzig veinte двадцать": 20, "trente dreißig treinta тридцать": 30,
    "cinquante fünfzig cincuenta": 50,
}  # fmt: skip

ORDINALS = frozenset((*_ORDINALS, *_TENTHS))
SMALL = frozenset(_UNITS[2:10]) | {"dozen", "half", "third"}
"""Words that count what a sentence names, so that the evidence need not have the number."""

UNSURE = frozenset(
    listed("""
    zero one first second third hundred thousand hundredth mille mil cent cents once due elf acht
    neuf tres sei sept onze single quarter
""")
)
"""Words that are other words too, or say less than a number."""

_MULTIPLES: dict[str, frozenset[Value]] = {
    **dict.fromkeys(
        ("double", "doubles", "doubled", "doubling", "twice", "twofold", "doubler", "verdoppeln",
         "verdoppelt", "duplicar", "удвоить", "倍増"), frozenset(("x2",))),
    **dict.fromkeys(("triple", "triples", "tripled", "tripling", "threefold", "thrice"),
                    frozenset(("x3",))),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling", "fourfold"), frozenset(("x4",))),
    **dict.fromkeys(("half", "halve", "halves", "halved", "halving", "½"),
                    frozenset((0.5, 50.0))),
    **dict.fromkeys(("quarter", "¼"), frozenset((0.25, 25.0, 4.0))),
    **dict.fromkeys(("three quarters", "three-quarters", "¾"), frozenset((0.75, 75.0))),
    **dict.fromkeys(("one third", "one-third", "⅓"), frozenset((0.333333, 33.0))),
    **dict.fromkeys(("two thirds", "two-thirds", "⅔"), frozenset((0.666667, 67.0, 66.0))),
    "hundreds": frozenset(("hundreds",)), "thousands": frozenset(("thousands",)),
    "tens": frozenset(("tens",)), "dozens": frozenset(("dozens",)),
}  # fmt: skip


@cache
def words() -> dict[str, float | None]:
    """Return the number words, with their values; None for those that multiply or are parts."""
    table: dict[str, float | None] = dict.fromkeys(_MULTIPLES)
    table.update(dict.fromkeys(("hundred", "thousand", "million", "billion", "trillion", "dozen")))
    table.update(dict.fromkeys(("hundredth", "thousandth")))
    for number, word in enumerate(_UNITS):
        table[word] = float(number)
    for number, word in enumerate(_ORDINALS):
        table[word] = float(number)
    for ten, word in enumerate(_TENS, 2):
        table[word] = 10.0 * ten
    for ten, word in enumerate(_TENTHS, 2):
        table[word] = 10.0 * ten
    for names, number in _OTHERS.items():
        table.update(dict.fromkeys(names.split(), float(number)))
    return table


def of_digits(text: str) -> frozenset[Value]:
    """Return what digits with separators may mean.

    A point or comma before exactly three digits groups thousands in some languages and begins the
    decimals in others; both are kept.
    """
    if ":" in text or "/" in text:
        parts = re.split("[:/]", text)
        if "/" in text and len(parts) == 2 and all(p.isdigit() for p in parts) and int(parts[1]):
            return frozenset((text, float(parts[0]), float(parts[1])))
        return frozenset((text,))
    plain = re.sub(r"[ ']", "", text)
    signs = [char for char in plain if char in ".,"]
    if not signs:
        return frozenset((float(plain),))
    if len(set(signs)) == 2:
        decimal = signs[-1]
        grouped = plain.replace("," if decimal == "." else ".", "").replace(decimal, ".")
        return frozenset((float(grouped),)) if grouped.count(".") <= 1 else frozenset((text,))
    groups = plain.replace(",", ".").split(".")
    whole = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if len(groups) > 2:
        return frozenset((float("".join(groups)),)) if whole else frozenset((text,))
    decimal_value = float(".".join(groups))
    if whole and groups[0] != "0":
        return frozenset((float("".join(groups)), decimal_value))
    return frozenset((decimal_value,))


def of_words(text: str) -> frozenset[Value]:
    """Return what number words mean: `two hundred and fifty`, `forty-two`, `doubling`, `tenth`."""
    lower = text.casefold()
    if lower in _MULTIPLES:
        return _MULTIPLES[lower]
    total = current = 0.0
    found: set[Value] = set()
    for word in re.split(r"[\s-]+", lower):
        if word == "and":
            continue
        if word in _MULTIPLES:
            found |= _MULTIPLES[word]
            continue
        value = words().get(word)
        if word in ("hundred", "hundredth", "dozen"):
            current = (current or 1.0) * (12.0 if word == "dozen" else 100.0)
        elif value is None:
            times = MAGNITUDES.get(word.removesuffix("th"), 1.0)
            total, current = total + (current or 1.0) * times, 0.0
        else:
            current += value
    if total + current:
        found.add(total + current)
    return frozenset(found)


_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_GROUPS = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}


def of_han(text: str) -> float | None:
    """Return the value of Han digits, with or without figures among them: `1兆2000億`, `三十五`."""
    total = section = 0.0
    digits = ""
    for char in text:
        if char.isdecimal() or char in ",.":
            digits += char
        elif char in _HAN_DIGITS:
            digits += str(_HAN_DIGITS.index(char))
        elif char in _HAN_UNITS:
            section += _amount(digits, 1.0) * _HAN_UNITS[char]
            digits = ""
        else:
            total += (section + _amount(digits, 0.0) or 1.0) * _HAN_GROUPS[char]
            section, digits = 0.0, ""
    return total + section + _amount(digits, 0.0)


def _amount(digits: str, nothing: float) -> float:
    plain = digits.replace(",", "").strip(".")
    return float(plain) if plain and plain.count(".") <= 1 else nothing
