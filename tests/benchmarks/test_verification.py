"""The questions of the bench of verification: each is what it says it is."""

from collections import Counter
from itertools import islice
from random import Random

from benchmarks.verification.judge import Bench
from benchmarks.verification.kinds import ellipses, hints, insertions, paper, plain, typography
from benchmarks.verification.question import Material, Question, Wanted
from benchmarks.verification.words import letters

TEXT = "\n\n".join(
    (
        "The ministers of both countries agreed on Monday that the treaty will be signed in May, "
        "and that they will not wait for the third party to pay for the ships. He said so.",
        "Nobody who read the longer statement doubted that its authors, who had met only twice "
        "before, were ready to leave the talks if their neighbours increased their demands.",
        "In the afternoon the delegations visited the harbour, where several hundred workers had "
        "gathered to hear what the new agreement would mean for them and for their families.",
        "The committee wrote that the price of grain rose because the harvest failed, which is "
        "why the council decided to open its stores before the winter and not after it ended.",
    )
)
MATERIAL = Material("made", "en", TEXT, held_out=False)
MAKERS = [
    maker
    for module in (plain, insertions, ellipses, hints, typography, paper)
    for maker in module.MAKERS
]


def questions() -> list[Question]:
    random = Random(1)
    return [each for maker in MAKERS for each in islice(maker(random, MATERIAL), 4)]


def test_all_kinds_of_questions_are_made_of_one_text() -> None:
    kinds = Counter(question.kind[0] for question in questions())
    assert set(kinds) == set("ABCDE")
    assert sum(kinds.values()) > 100


def test_words_that_must_be_found_stand_where_the_question_says() -> None:
    for question in questions():
        if not question.kind.startswith("A") or question.wanted is not Wanted.FOUND:
            continue
        text = question.material.text
        there = "".join(text[piece.start : piece.end] for piece in question.pieces)
        assert letters(there)[:4].casefold() == letters(question.exact)[:4].casefold()


def test_nothing_that_must_be_refused_or_told_is_verified_in_silence() -> None:
    # A word that a short text has once is rare in it, and may stand alone.
    rare = "C a segment of one common word"
    asked = [q for q in questions() if q.wanted is not Wanted.FOUND and q.kind != rare]
    verdicts = {question: Bench(question.material).ask(question)[0] for question in asked}
    silent = [question.exact for question, verdict in verdicts.items() if verdict == "silent"]
    assert silent == []
