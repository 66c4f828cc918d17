"""Who says a quotation in Japanese, Chinese and Arabic, which have no capitals for names."""

import re
from typing import Final

from briefing.language.attribution.clauses import Around
from briefing.language.attribution.lexicon import ARABIC_SAYING, CHINESE_SAYING, JAPANESE_SAYING
from briefing.language.attribution.naming import Suggestion

HONORIFIC: Final = (
    "氏|さん|首相|大臣|長官|大統領|会長|社長|報道官|議員|知事|監督|選手|"
    "教授|外相|防衛相|相|容疑者|被告|市長|代表|委員長|総裁|先生|記者|書記"
    "|主席|総長|大使"
)
_SURNAMES: Final = (
    "王李張张劉刘陳陈楊杨黃黄趙赵周吳吴徐孫孙馬马朱胡郭何林高羅罗鄭郑梁謝谢宋唐許许韓"
    "韩馮冯鄧邓曹彭曾蕭肖田董潘袁蔡蔣蒋余于杜葉叶程魏蘇苏呂吕丁任盧卢姚沈鍾钟姜崔譚谭"
    "陸陆汪范廖石金韋韦賈贾夏付方鄒邹熊白孟秦邱江尹薛閻阎段雷侯龍龙史陶黎賀贺毛郝顧顾"
    "龔龚邵萬万錢钱嚴严武戴莫孔向湯汤"
)
CHINESE_ROLE: Final = (
    "发言人|發言人|部长|部長|总统|總統|总理|總理|主席|书记|書記|主任|教授"
    "|先生|女士|市长|市長|省长|大使|记者|記者|博士|委员|經理|经理|代表|"
    "首相|国务卿|國務卿|院长|院長|校长|校長|局长|局長"
)
CHINESE_TIME: Final = (
    r"(?:(?:今天|昨天|昨日|今日|日前|当天|周.|星期.|\d+[年月日])"
    r"+|随后|隨後|其後|后来|後來|同时|同時|此前|但是|但|而且|不过|不過|"
    r"然后|然後|并|並|也|还|還|曾|则|則|又)"
)
_CHINESE_REACTING: Final = "不同意|不赞成|不贊成|不以为然|不以為然"
"""What somebody does right before a colon and their words."""
_CHINESE_PRONOUN: Final = re.compile("[他她它其我你您]们?們?$")


def speaker_of(place: Around, language: str) -> Suggestion | None:
    """Return who says a quotation; None where its sentence does not tell.

    Args:
        place: What is around it.
        language: `ja`, `zh` or `ar`.
    """
    if language == "ja":
        return _japanese(place)
    return _chinese(place) if language == "zh" else _arabic(place)


def _japanese(place: Around) -> Suggestion | None:
    said = re.match(
        rf"(?:など)?と(?P<who>[^、。「」]{{1,25}}?)[はが](?:、)?.{{0,20}}?(?:{JAPANESE_SAYING})",
        place.after,
    )
    if said:
        start = place.after_start + said.start("who")
        sure = re.search(rf"(?:{HONORIFIC})$", said["who"]) is not None
        return Suggestion(
            _after_no(said["who"]), said.group()[1:], start, place.after_start + said.end(), sure
        )
    told = re.match(rf"(?:など)?と.{{0,30}}?(?:{JAPANESE_SAYING})", place.after)
    topics = list(
        re.finditer(r"(?P<who>[^、。「」\s]{1,30}?)[はが](?=、|[^いるなし]|$)", place.before)
    )
    if not told or not topics:
        return None
    # Who is named in the sentence before may say these words, or read them somewhere.
    apart = place.before.rstrip().endswith(("。", "！", "？"))
    if apart and told.group().endswith("いう"):
        return None
    topic = topics[0]
    honoured = re.search(rf"(?:{HONORIFIC})$", topic["who"]) is not None
    sure = honoured and len(topics) == 1 and not place.joined and not apart
    start = place.before_start + topic.start()
    return Suggestion(
        _after_no(topic["who"]), topic.group(), start, start + len(topic.group()), sure
    )


def _after_no(phrase: str) -> str:
    """Return a name without what `の` adds before it."""
    return phrase.rpartition("の")[2] or phrase


def _chinese(place: Around) -> Suggestion | None:
    before = re.search(
        rf"(?:^|[，。；,;！？\s])(?P<who>[^，。；：:,;“”「」]{{1,24}}?)(?P<verb>(?:也|还|還|曾|又|则|則|并|並)?(?:{CHINESE_SAYING}|{_CHINESE_REACTING})道?)[：:，,]\s*$",
        place.before,
    )
    after = re.match(
        rf"[，,]?\s*(?P<who>[^，。；：:,;“”「」]{{1,20}}?)(?P<verb>(?:{CHINESE_SAYING})道?)",
        place.after,
    )
    found, base = (before, place.before_start) if before else (after, place.after_start)
    if not found:
        return None
    who = re.sub(rf"^{CHINESE_TIME}|{CHINESE_TIME}$", "", found["who"].strip())
    if not who:
        return None
    start = base + found.start("who")
    words = found["who"] + found["verb"]
    sure = _is_chinese_name(who) and not (before and place.joined) and not (before and after)
    return Suggestion(who, words, start, start + len(words), sure)


def _is_chinese_name(who: str) -> bool:
    if (
        "的" in who
        or "对" in who
        or "對" in who
        or "向" in who
        or "告" in who
        or _CHINESE_PRONOUN.search(who)
    ):
        return False
    if "·" in who and len(who) <= 16:
        return True
    if re.search(rf"(?:{CHINESE_ROLE})[^在于于]{{1,4}}$|^[^在]{{1,3}}(?:{CHINESE_ROLE})$", who):
        return len(who) <= 16
    return 2 <= len(who) <= 3 and who[0] in _SURNAMES


def _arabic(place: Around) -> Suggestion | None:
    verbs = list(re.finditer(rf"(?<!\w)[وف]?(?:{ARABIC_SAYING})(?!\w)", place.before))
    if verbs:
        return _arabic_before(place, verbs)
    after = re.match(
        rf"[\s،,]*(?:كما\s+|بحسب ما\s+)?(?:{ARABIC_SAYING})\s+(?P<who>[^،,.:\"«»()]{{2,60}})",
        place.after,
    )
    if not after:
        return None
    start = place.after_start + after.start()
    return Suggestion(
        _few(after["who"]),
        after.group().strip(" ،,"),
        start,
        place.after_start + after.end(),
        False,
    )


def _arabic_before(place: Around, verbs: list[re.Match[str]]) -> Suggestion | None:
    verb = verbs[-1]
    between = place.before[verb.end() :]
    who = re.match(
        r"\s+(?P<who>[^،,.:\"«»()]{2,60}?)(?=\s+(?:إن|أن|إنه|إنها|أنه|أنها|بأن|في|خلال|على|عن|ل\S+|قائل\S*|من)\s|\s*[،,:]|\s*$)",
        between,
    )
    if not who or len(between) > 160:
        return None
    name = _few(who["who"])
    apposed = re.match(r"\s*،\s*(?P<name>[^،,.:\"«»()]{4,40}?)\s*[:،]", between[who.end() :])
    if (
        apposed
        and 2 <= len(apposed["name"].split()) <= 4
        and name.startswith(("ال", "وزير", "رئيس"))
    ):
        end = verb.end() + who.end() + apposed.end("name")
        start = place.before_start + verb.start()
        words = place.before[verb.start() : end]
        return Suggestion(apposed["name"], words, start, start + len(words), False)
    rest = between[who.end() :].strip()
    first = place.before[: verb.start()].strip() == ""
    sure = first and rest == ":" and len(verbs) == 1 and len(name.split()) <= 3
    sure = sure and not name.startswith(("ال", "ل", "عن", "من", "في", "إن", "أن", "أحد"))
    start = place.before_start + verb.start()
    words = place.before[verb.start() : verb.end() + who.end()]
    return Suggestion(name, words, start, start + len(words), sure and not place.joined)


def _few(phrase: str) -> str:
    """Return the first words of a phrase: a name and office are no longer."""
    return " ".join(phrase.split()[:6])
