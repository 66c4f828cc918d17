"""Who speaks by the sentence before a quotation, in Japanese and Chinese: suggested, never sure."""

import pytest

from benchmarks.finder.sentence_before import marked, measured
from briefing.language.attribution.quotation_finding import Found, find

SIGN = "「必ず署名する」"
ZH = "“我们会签署。”"


def told(*paragraphs: str, language: str) -> list[str]:
    return [
        f"{each.speaker.name}{'!' if each.speaker.certain else '?'}" if each.speaker else ""
        for each in find(paragraphs, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ja", f"山田外相は記者団に語った。{SIGN}", "山田外相?"),
        ("ja", f"山田首相は次のように述べた。{SIGN}", "山田首相?"),
        ("ja", f"会談後、外務省のブラウン報道官はこう説明している。{SIGN}", "ブラウン報道官?"),
        ("ja", f"山田氏は反対の立場だ。{SIGN}", "山田氏?"),
        ("ja", f"関係者の一人は打ち明けた。{SIGN}", "関係者の一人?"),
        ("ja", f"政府は声明を発表した。{SIGN}。", "政府?"),
        ("ja", f"「行く」と山田氏は述べた。中村氏も記者に答えた。{SIGN}", "中村氏?"),
        ("ja", f"山田外相は記者団に答えなかった。{SIGN}", ""),
        ("ja", f"住民から不安の声が上がった。{SIGN}", ""),
        ("ja", f"駅には横断幕があった。{SIGN}", ""),
        ("ja", f"山田外相は会見した。{SIGN}という看板があった。", ""),
        ("ja", f"山田外相は会見した。{SIGN}と述べた。", "山田外相?"),
        ("zh", f"王明对记者说。{ZH}", "王明?"),
        ("zh", f"外交部发言人王明就此作出回应。{ZH}", "外交部发言人王明?"),
        ("zh", f"会谈结束后，王明向媒体介绍了情况。{ZH}", "王明?"),
        ("zh", f"昨天，陈教授并不乐观。{ZH}", "陈教授?"),
        ("zh", f"双方发表联合声明。{ZH}", "双方?"),
        ("zh", f"墙上贴着一张告示。{ZH}", ""),
        ("zh", f"这部小说的书名很长。{ZH}", ""),
        ("zh", "王明接受了采访。“老地方”的菜很好吃。", ""),
        # In the sentence itself it is told as ever.
        ("zh", f"王明表示：{ZH}", "王明!"),
        ("ja", f"山田外相は{SIGN}と語った。", "山田外相!"),
    ],
)  # fmt: skip
def test_who_is_named_in_the_sentence_before(language: str, text: str, speaker: str) -> None:
    assert told(text, language=language)[-1] == speaker


def test_the_sentence_may_end_the_paragraph_before() -> None:
    assert told("中村氏がいた。山田外相は語った。", SIGN, language="ja") == ["山田外相?"]
    assert told("山田外相は語った。", SIGN, "「必ず行く」", language="ja") == ["山田外相?"] * 2
    assert told("山田外相は語った。", "看板があった。", SIGN, language="ja") == [""]
    assert told("王明在会后发表讲话。", ZH, language="zh") == ["王明?"]


def test_the_words_it_was_read_from_are_given_with_their_place() -> None:
    text = f"中村氏がいた。山田外相は記者団に語った。{SIGN}"
    (found,) = find([text], "ja")

    assert isinstance(found, Found)
    assert found.speaker is not None
    assert found.speaker.words == "山田外相は記者団に語った"
    assert text[found.speaker.start : found.speaker.end] == found.speaker.words
    # They are somebody's words, but nothing beside them says so for certain.
    assert (found.kind, found.certain) == ("speech", False)
    (found,) = find(["山田外相は記者団に語った。", SIGN], "ja")[-1:]
    assert found.speaker is not None
    assert (found.speaker.start, found.speaker.end) == (-1, -1)


@pytest.mark.parametrize(("language", "recall"), [("ja", 0.8), ("zh", 0.9)])
def test_most_of_the_texts_held_out_are_read_and_few_wrongly(language: str, recall: float) -> None:
    score = measured(t for t in marked() if t.held_out and t.language == language)
    assert score.right >= recall * score.named
    assert score.right >= 0.9 * score.suggested
