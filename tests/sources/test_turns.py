"""The turns of a transcript are paragraphs of their own, and nothing else is."""

import pytest

from briefing.sources.reading import split_paragraphs
from briefing.sources.turns import turn_starts

PRESSER = """Press conference of the Minister, Port Aven
(Transcript, as delivered)

MODERATOR: Good morning. Two questions each, please.
MINISTER OLSEN: Thank you. We agreed on a date: the 30th of June.
Q: Minister, is it true?
MINISTER OLSEN: No. They left at 6 p.m.
because their plane left.

Q: So it's theirs?
MODERATOR: Thank you all.
"""


def starts(text: str) -> list[str]:
    return [text[place:].split(":")[0].split("：")[0] for place in turn_starts(text)]


def test_turns_are_paragraphs() -> None:
    found = split_paragraphs(PRESSER)
    assert [p.text.split(":")[0] for p in found] == [
        "Press conference of the Minister, Port Aven (Transcript, as delivered)",
        "MODERATOR",
        "MINISTER OLSEN",
        "Q",
        "MINISTER OLSEN",
        "Q",
        "MODERATOR",
    ]
    assert [p.number for p in found] == list(range(1, 8))
    assert [PRESSER.split("\n")[p.line - 1][:4] for p in found][1:] == [
        "MODE", "MINI", "Q: M", "MINI", "Q: S", "MODE",
    ]  # fmt: skip
    assert all(PRESSER[p.start : p.end].replace("\n", " ") == p.text for p in found)
    assert found[4].text == "MINISTER OLSEN: No. They left at 6 p.m. because their plane left."


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["Q: Why?", "A: Because.", "Q: And then?", "A: Nothing."], ["Q", "A", "Q", "A"]),
        (["M. A : Oui.", "Mme B : Non.", "M. A : Si.", "Mme B : Non."], ["M. A ", "Mme B "] * 2),
        (["記者：本当か。", "大臣：はい。", "記者：なぜ。", "大臣：不明。"], ["記者", "大臣"] * 2),
        (["Вопрос: А?", "Ответ: Да.", "Вопрос: И?", "Ответ: Да."], ["Вопрос", "Ответ"] * 2),
        (["MAN 1: We can.", "MAN 2: Can we?", "MAN 1: Yes."], ["MAN 1", "MAN 2", "MAN 1"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n(Applause.)\n"])
def test_turns_in_many_hands(turns: list[str], expected: list[str], between: str) -> None:
    assert starts(between.join(turns)) == expected


QUESTIONS = [
    ("Q. Is it true?", "A. No. They left\nat 6 p.m.", "Q. So it's theirs?", "A. Ask them."),
    ("Q. C'est vrai ?", "R. Non.", "Q. Et après ?", "R. Rien."),
    ("P. ¿Es verdad?", "R. No.", "P. ¿Y después?", "R. Nada."),
    ("F. Ist das wahr?", "A. Nein.", "F. Und dann?", "A. Nichts."),
    ("Q1. Is it true?", "A1. No.", "Q2. And then?", "A2. Nothing."),
    ("問　本当か。", "答　いいえ。", "問　なぜ。", "答　不明。"),
]


@pytest.mark.parametrize("turns", QUESTIONS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_questions_and_answers_without_a_colon_are_turns(
    turns: tuple[str, ...], between: str
) -> None:
    text = f"An interview{between}{between.join(turns)}"
    found = [p.text for p in split_paragraphs(text)]
    assert found == ["An interview", *(turn.replace("\n", " ") for turn in turns)]


@pytest.mark.parametrize(
    "text",
    [
        "A. The first.\nB. The second.\nC. The third.\nD. The fourth.",
        "Q. Why?\nA. Because.",
        "Q. Why?\nA. Because.\nA. And so.\nQ. Then?\nA. Nothing.",
        "A. Smith agreed.\nQ. Jones did not.\nA. Smith left.\nQ. Jones stayed.",
        "Q. and A. were\nQ. and A. again",
        "Q. Length\nA. Width\nQ. Depth\nA. Height",
        "F. Olsen came.\nB. Abel went.\nF. Olsen sat.\nB. Abel stood.",
    ],
)
def test_letters_with_stops_are_no_turns_where_it_is_not_certain(text: str) -> None:
    assert list(turn_starts(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No colon at all.",
        "From: a@b.example\nTo: c@d.example\nSubject: Re: quota wording.",
        "Name: Olsen\nPort: Aven\nName: Weiß\nPort: Emden\nName: Abel\nPort: Sète",
        "NAME: Olsen\nAGE: 61\nNAME: Weiß\nAGE: 44",
        "Note: one thing.\nNote: another.\nNote: a third.",
        "He said:\nshe said: nothing.\nhe said: nothing.\nshe said: no.",
        "Time 12:30\nTime 12:45\nPlace 9:30",
        "MODERATOR: Good morning.",
        "First: it is so.\nSecond: it is not.\nFirst: it was." + "\nAnd so on, and so on." * 300,
        "https://a.example/x\nhttps://b.example/y\nhttps://a.example/z",
    ],
)
def test_what_is_no_transcript_is_left_whole(text: str) -> None:
    assert starts(text) == []
    assert [p.text for p in split_paragraphs(text)] == ([text.replace("\n", " ")] if text else [])
