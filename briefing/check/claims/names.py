"""Names in running text of languages that write them with a capital, and what stands for what."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.check.claims import number_values
from briefing.check.claims.number_values import listed
from briefing.model.core import Span
from briefing.text.folding import fold

LANGUAGES = ("en", "fr", "es", "it", "pt")
"""Languages in which a capital amid a sentence tells a name; German has it on every noun."""

_WORD = r"(?<!\w)[^\W\d_](?:[^\W_]|['’.&-](?=[^\W_]))*"
_COMMON = frozenset(
    listed("""
    i a an the this that these those it its he she they we you his her their our in on at of and
    or but for as to with by from if when while after before so then there here both all no not
    prime minister ministers president vice secretary deputy state foreign defense defence
    finance ministry department government parliament congress senate house cabinet council
    commission committee assembly court chancellor premier king queen emperor general admiral
    ambassador spokesman spokeswoman spokesperson mr mrs ms dr sir lord professor party treaty
    article section act agreement statement summit meeting conference north south east west
    northern southern eastern western central group union federal national international joint
    world war republic chief head chair chairman chairwoman director office bank university
    institute administration monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december english god
    internet web gdp le la les un une des du el los las il lo gli monsieur madame señor current
    against amid despite under unlike like over through throughout within without since until during
    across among alongside besides beyond between about above below near upon toward towards outside
    inside around behind following regarding concerning considering given though although because
    former new senior top late then acting interim rich old big many more most some ministre
    ministro board
""")
)
_SAYS = (
    r"(?:'s|’s|s['’])?\s(?:(?:has|had|have|also|will|would|is|was|did)\s){0,2}(?:said|says|told|tells|"
    r"added|adds|noted|notes|warned|warns|urged|agreed|pledged|promised|vowed|announced|called|"
    r"stressed|confirmed|denied|argued|insisted|met|meets|played|affirmed|cited|held|expressed|"
    r"thanked|visited|signed|proposed|rejected|accepted|approved|wants|wanted|plans|planned|asked|"
    r"discussed|reaffirmed|committed|welcomed|condemned|will|is|was|has|had|and)(?!\w)|['’]s\s"
)
_AGENTS = (
    r"(?:officials?|diplomats?|negotiators?|analysts?|experts?|lawmakers?|critics?|sources?|police|"
    r"investors?|researchers?|participants?|delegates?|delegations?|reporters?|everyone|someone|"
    r"nobody|somebody|people|neither|either|each|who|what|which|nothing|talks|work|access|progress|"
    r"cooperation|trade|growth|peace|readiness|security|support|aid|today|tomorrow|yesterday)"
)
_OPENERS = re.compile(r"(?:^|[.!?:;…]['\")\]]*\s+|[\"(\[“„«]|\s[-–—]\s|•\s*)$")

_SAME = """
    us usa u.s america american americans united_states washington | uk u.k britain british
    united_kingdom england english london | japan japanese tokyo | china chinese beijing prc |
    russia russian russians moscow kremlin russian_federation | ukraine ukrainian kyiv kiev |
    france french paris | germany german germans berlin | spain spanish madrid | italy italian
    rome | netherlands dutch holland hague | switzerland swiss bern | denmark danish copenhagen
    | sweden swedish swedes stockholm | norway norwegian norwegians oslo | finland finnish
    helsinki | poland polish warsaw | greece greek athens | turkey turkish türkiye ankara |
    ireland irish dublin | portugal portuguese lisbon | belgium belgian | austria austrian
    vienna | hungary hungarian budapest | north_korea north_korean dprk pyongyang | south_korea
    south_korean rok seoul | taiwan taiwanese taipei | philippines philippine filipino manila |
    thailand thai bangkok | vietnam vietnamese hanoi | india indian new_delhi delhi | pakistan
    pakistani islamabad | iran iranian tehran | iraq iraqi baghdad | israel israeli israelis
    jerusalem | palestine palestinian palestinians | egypt egyptian cairo | saudi saudi_arabia
    riyadh | syria syrian damascus | lebanon lebanese beirut | canada canadian ottawa | mexico
    mexican | brazil brazilian brasilia | argentina argentine | cuba cuban havana | australia
    australian canberra | new_zealand wellington | eu e.u european_union brussels | un u.n
    united_nations | nato n.a.t.o north_atlantic_treaty_organization atlantic_alliance | g7 g-7
    group_of_seven | g20 g-20 group_of_twenty | imf international_monetary_fund | who
    world_health_organization | wto world_trade_organization | indo-pacific asia-pacific |
    europe european europeans | asia asian | africa african | wales welsh | scotland scottish |
    bible biblical
"""


class Name(NamedTuple):
    """A name in a text: capitalised words that are together."""

    span: Span
    words: str
    parts: tuple[str, ...]
    """Its words as keys."""
    acronyms: frozenset[str] = frozenset()
    """Those that are written in capitals."""


def key(word: str) -> str:
    """Return a word without case, points and possessive, to compare it by."""
    lower = word.casefold().replace("’", "'")
    for ending in ("'s", "'"):
        lower = lower.removesuffix(ending)
    return lower.replace(".", "").strip("-")


@cache
def _same() -> dict[str, int]:
    """Return the number of the group of names that stand for each other, by key."""
    table: dict[str, int] = {}
    for number, group in enumerate(_SAME.split("|")):
        for name in group.split():
            table[" ".join(map(key, name.split("_")))] = number
    return table


class KnownWords(NamedTuple):
    """Every word that a name may be borrowed from."""

    words: frozenset[str]
    groups: frozenset[int]
    """Groups of countries and bodies that are named under any of their names."""
    initials: str
    """First letters of all words of some length, in order, with a blank between texts."""

    def lacks(self, name: Name) -> bool:
        """Whether a name is there neither as a whole nor, titles apart, word by word."""
        whole = " ".join(name.parts)
        if len(name.parts) > 1 and whole in _same():
            return _same()[whole] not in self.groups
        letters = "".join(part[0] for part in name.parts if part)
        if len(letters) > 2 and letters in self.words:
            return False
        return not all(
            is_common(part) or self._has(part) or (part in name.acronyms and self._spells(part))
            for part in name.parts
        )

    def _has(self, part: str) -> bool:
        """Whether a word of a name, or one it is derived from, is there."""
        if part in self.words or _same().get(part, -1) in self.groups:
            return True
        if any(_akin(part, word) for word in self.words if word[:3] == part[:3]):
            return True
        pieces = [piece for piece in part.split("-") if piece]
        return len(pieces) > 1 and all(self._has(piece) or is_common(piece) for piece in pieces)

    def _spells(self, part: str) -> bool:
        """Whether words are side by side that begin with the letters of an acronym."""
        return len(part) > 2 and part in self.initials


def _akin(one: str, other: str) -> bool:
    """Whether one word is the other with an ending: Japan and Japanese, Ukraine and Ukrainian."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4:
        return True
    return len(short) >= 5 and long.startswith(short[:-1]) and len(long) - len(short) <= 3


def known(texts: Iterable[str]) -> KnownWords:
    """Gather what some texts name."""
    each = [_known(text) for text in texts]
    words = frozenset[str]().union(*(one.words for one in each))
    groups = frozenset[int]().union(*(one.groups for one in each))
    return KnownWords(words, groups, " ".join(one.initials for one in each))


@lru_cache(maxsize=2048)
def _known(text: str) -> KnownWords:
    words: set[str] = set()
    groups: set[int] = set()
    keys = [key(word) for word in _tokens(text)]
    for start, part in enumerate(keys):
        words.add(part)
        words.update(piece for piece in part.split("-") if piece)
        for length in (1, 2, 3, 4):
            group = _same().get(" ".join(keys[start : start + length]))
            if group is not None:
                groups.add(group)
    initials = "".join(k[0] for k in keys if k and k not in ("of", "the", "and", "for"))
    return KnownWords(frozenset(words), frozenset(groups), initials)


def _tokens(text: str) -> list[str]:
    """Return the words of a text, those with figures such as `G-7` among them."""
    return re.findall(r"[^\W_](?:[^\W_]|['’.&-](?=[^\W_]))*", fold(text).text)


def names(text: str, common: Iterable[str] = (), *, openers: bool = True) -> list[Name]:
    """Find the names of a text.

    Args:
        text: A sentence or a few of them.
        common: A text in which a word in small letters shows that it is no name.
        openers: Whether the first word of a sentence may be a name; it is taken for one only when
            it is followed as names are.
    """
    lower = {
        word for source in common for word in re.findall(r"[^\W\d_]+", source) if word.islower()
    }
    folded = fold(text)
    found: list[Name] = []
    run: list[re.Match[str]] = []
    for match in re.finditer(_WORD, folded.text):
        if run and folded.text[run[-1].end() : match.start()] not in (" ", " of ", ". "):
            found.extend(_named(folded.text, run))
            run = []
        if _is_capital(folded.text, match, lower, openers) or _is_title(folded.text, match):
            run.append(match)
        elif run and match.group() != "of":
            found.extend(_named(folded.text, run))
            run = []
    found.extend(_named(folded.text, run))
    return [name._replace(span=folded.original(*name.span)) for name in found]


def _named(text: str, run: list[re.Match[str]]) -> Iterator[Name]:
    if run:
        start, end = run[0].start(), run[-1].end()
        parts = tuple(key(match.group()) for match in run)
        acronyms = frozenset(key(match.group()) for match in run if match.group().isupper())
        if not all(map(is_common, parts)):
            yield Name(Span(start, end), text[start:end], parts, acronyms)


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether a common word is amid a sentence with a capital, as part of a name or title."""
    if not match.group()[0].isupper() or key(match.group()) not in _COMMON:
        return False
    return match.start() > 0 and not _OPENERS.search(
        text[max(0, match.start() - 8) : match.start()]
    )


def _is_capital(text: str, match: re.Match[str], lower: set[str], openers: bool) -> bool:
    word = match.group()
    if not word[0].isupper() or key(word) in _COMMON:
        return False
    before = text[max(0, match.start() - 8) : match.start()]
    if match.start() and not _OPENERS.search(before):
        return True
    if not openers or key(word) in lower or re.fullmatch(_AGENTS, word, re.IGNORECASE):
        return False
    if word.isupper() and len(word) > 1:
        return True
    after = text[match.end() : match.end() + 40]
    if re.match(r"\s[A-Z][a-z]", after):
        # *Citing Japan's vow*; of *Keating Smith*, whose first name looks like this, Smith is left.
        return not word.endswith("ing") or key(word) in _same()
    plural = word.endswith("s") and not word.endswith(("ss", "'s", "’s", "is", "us", "as"))
    gerund = word.endswith(("ing", "tion", "ment", "ity", "ness", "ly", "ance", "ence", "ship"))
    return not plural and not gerund and re.match(_SAYS, after) is not None


def is_common(part: str) -> bool:
    """Whether a word is a title or another word that is capitalised without being a name."""
    return part in _COMMON or part in number_values.words()


_SMALL_WORDS = """
    en the of and to in is are was were will would that with for by on their has have had said
    fr le la les des du de et est sont une un dans pour par sur que qui au aux avec
    de der die das und ist sind ein eine den dem im für von mit auf wird werden sich nicht
    es el la los las de del y es son una un en para por que con al se
    it il la le gli di del e è sono una un per che con della nel
    pt o a os as do da dos das e é são uma um em para por que com ao
"""
"""The commonest words of each language, one a line, after its tag."""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    lines = (line.split() for line in _SMALL_WORDS.strip().splitlines())
    return {language: frozenset(small) for language, *small in lines}


def language_of(text: str) -> str:
    """Guess a text's language by its small words; empty where they do not tell."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    counts = {
        language: sum(word in small for word in words) for language, small in _small_words().items()
    }
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    return best if counts[best] > counts[second] else ""
