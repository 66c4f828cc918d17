"""The commonest Chinese signs, too few to call any change harmless."""

from briefing.evidence.sense.languages.word_lists import Tables, table

_NUMBER = """
    0: 〇; 1: 一; 2: 二; 3: 三; 4: 四; 5: 五; 6: 六; 7: 七; 8: 八; 9: 九; 10: 十; 100: 百
    1000: 千; 10000: 万, 萬; 100000000: 億, 亿
"""
_NEGATION = """
    not: 不, 未, 非, 無, 无, 没, 沒, 否, 别, 勿
"""
_MODAL = """
    should: 應該, 应该, 应当, 應當; must: 必須, 必须; may: 可能, 也许, 也許
"""
_DATE = """
    d1: 星期一, 周一, 週一; d2: 星期二, 周二, 週二; d3: 星期三, 周三, 週三
    d4: 星期四, 周四, 週四; d5: 星期五, 周五, 週五; d6: 星期六, 周六, 週六
    d7: 星期日, 星期天, 周日, 週日; today: 今天, 今日; yesterday: 昨天, 昨日
    tomorrow: 明天, 明日; last: 去年, 昨年; this: 今年; next: 明年
"""
_CONDITION = """
    if: 如果, 若, 假如, 倘若; only if: 只有, 除非; unless: 除非
"""

TABLES = Tables(
    signs={
        "number": table(_NUMBER),
        "negation": table(_NEGATION),
        "modal": table(_MODAL),
        "date": table(_DATE),
        "condition": table(_CONDITION),
    },
    function="""
    """,
    capitals="none",
    segmented=False,
    complete=False,
)
