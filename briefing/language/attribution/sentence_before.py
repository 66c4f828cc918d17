"""Who says a quotation that is a sentence of its own, by the sentence before it.

Japanese and Chinese often tell who speaks in a sentence that ends, and then quote:
`林外相は記者団に語った。「…」`. Who is named there is never surely whose words follow.
"""

import re
from typing import Final

from briefing.language.attribution.lexicon import JAPANESE_SAYING
from briefing.language.attribution.naming import Suggestion
from briefing.language.attribution.unspaced import CHINESE_ROLE, CHINESE_TIME, HONORIFIC

_ENDS: Final = re.compile(r"[。！？!?：:][」』”’]*")
_JAPANESE_SAID: Final = re.compile(
    rf"(?:{JAPANESE_SAYING}|続け|打ち明け|漏らし|呼びかけ|求め|口を開)"
    r"(?:い?[ただ]|る|[てで]い(?:る|た|ます|ました)|ました)?$"
    r"|(?:話|語|言|記|問|叫)[すうる]$|(?:コメント|説明|強調|指摘|批判|主張)$"
)
_JAPANESE_DENIED: Final = re.compile(r"(?:ない|なかった|ず|ません|ませんでした)$")
_JAPANESE_TOPIC: Final = re.compile(r"(?P<who>[^、。「」\s]{1,30}?)[はがも](?=、|[^いるなし]|$)")
_NO_TOPIC: Final = re.compile(r"(?:から|[にでとへをの]|より|まで)$")
"""What ends a phrase before は that names no subject."""
_JAPANESE_NAME: Final = re.compile(r"[\u4e00-\u9fff々ァ-ヶー・A-Za-z]+$")
_ONE_OF: Final = re.compile(r"の(?:一人|１人|1人)$")
_HONOURED: Final = re.compile(rf"(?:{HONORIFIC})$")
_CHINESE_SAID: Final = re.compile(
    "(?:表示|指出|强调|強調|认为|認為|回答|回应|回應|答复|答覆|介绍|介紹|补充|補充|告诉|告訴|写道|寫道"
    "|透露|坦言|宣布|声明|聲明|问道|問道|喊道|答道|叫道|笑道|说道|說道|重申|呼吁|呼籲|警告|解释|解釋"
    "|批评|批評|反驳|反駁|说明|說明|阐述|闡述|发言|發言|讲话|講話|致辞|致辭|演讲|演講|采访|採訪)"
    "[^，。；]{0,12}$|[说說问問]$"
)
_CHINESE_GESTURE: Final = re.compile("(?:摇|搖|点|點|笑|叹|嘆|耸|聳|皱|皺)了")
_CHINESE_SUBJECT: Final = re.compile(
    rf"(?:{CHINESE_TIME})*(?P<who>[^，。；：“”「」的\d]{{1,16}}?)(?=\d|[在对對就向于於今昨当當也还還曾并並不没沒未]"
    "|随|隨|其后|接受|拒绝|拒絕|发表|發表|作出|做出|表示|指出|强调|強調|认为|認為|回|答|介绍|介紹|补充|補充|告"
    "|写|寫|透露|坦言|宣布|声明|聲明|问|問|喊|叫|笑|摇|搖|点|點|叹|嘆|耸|聳|皱|皺|说|說|重申|呼|警告|解|批"
    "|反|阐|闡|致|演)"
)
_CHINESE_TITLED: Final = re.compile(rf"[^，。；：“”「」的在]{{1,8}}?(?:{CHINESE_ROLE})")
_CHINESE_NOBODY: Final = re.compile("^(?:[他她它其我你您这這那]|有|没|沒)")


def last_sentence(text: str) -> tuple[str, int]:
    """Return the last sentence of a text without what ends it, and where it begins.

    Args:
        text: What is before a quotation.

    Returns:
        The sentence and its offset in code points; empty where the text ends in no sentence.
    """
    kept = text.rstrip()
    ends = list(_ENDS.finditer(kept))
    if not ends or ends[-1].end() != len(kept):
        return "", 0
    begin = ends[-2].end() if len(ends) > 1 else 0
    sentence = kept[begin : ends[-1].start()]
    lead = len(sentence) - len(sentence.lstrip())
    return sentence.strip(), begin + lead


def is_own_sentence(inner: str, after: str) -> bool:
    """Return whether a quotation is a sentence of its own, and no part of the one it is in.

    Args:
        inner: Its words.
        after: From its closing mark to the end of the sentence.
    """
    return not after.strip("。． \n") or inner.rstrip()[-1:] in "。！？!?…"


def speaker_before(sentence: str, start: int, language: str) -> Suggestion | None:
    """Return who speaks in a sentence that ends right before a quotation; None if nobody seems to.

    Args:
        sentence: The sentence, without what ends it.
        start: Where it begins in the paragraph, in code points; -1 where it is in another one.
        language: `ja` or `zh`.
    """
    name = _japanese(sentence) if language == "ja" else _chinese(sentence)
    if not name:
        return None
    end = start + len(sentence) if start >= 0 else -1
    return Suggestion(name, sentence, start, end, False)


def _japanese(sentence: str) -> str:
    """Return who is the topic of a sentence of speaking, or who is honoured in any sentence."""
    said = _JAPANESE_SAID.search(sentence) is not None
    topics = [
        match["who"]
        for match in _JAPANESE_TOPIC.finditer(sentence)
        if not _NO_TOPIC.search(match["who"])
    ]
    honoured = [who for who in topics if _HONOURED.search(who)]
    denied = _JAPANESE_DENIED.search(sentence) is not None
    who = (honoured or topics or [""])[-1]
    if denied or not who or not (said or honoured):
        return ""
    if _ONE_OF.search(who):
        return who
    name = _JAPANESE_NAME.search(who)
    return name.group() if name else who


def _chinese(sentence: str) -> str:
    """Return the subject of a clause of speaking, or who is titled at the sentence's beginning."""
    clauses = [clause.strip() for clause in re.split("[，,；]", sentence)]
    for clause in reversed(clauses):
        if _CHINESE_SAID.search(clause) or _CHINESE_GESTURE.search(clause):
            for place in (clause, clauses[0]):
                found = _CHINESE_SUBJECT.match(place)
                if found and not _CHINESE_NOBODY.match(found["who"]):
                    return found["who"]
            return ""
    titled = _CHINESE_TITLED.match(clauses[-1])
    return titled.group() if titled and not _CHINESE_NOBODY.match(titled.group()) else ""
