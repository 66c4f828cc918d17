"""Looking for words in many paragraphs: the index changes how long it takes and nothing else."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.texts import haystack
from briefing.evidence.texts.haystack import Haystack

TEXT = st.text(alphabet="ab -", max_size=12)
LONG = "treaties"


def naively(texts: list[str], words: str) -> list[int]:
    whole = "\n".join(texts)
    ends = range(len(whole) - len(words) + 1)
    return [at for at in ends if words and whole.startswith(words, at)]


@pytest.fixture(autouse=True, scope="module")
def indexed() -> Iterator[None]:
    """Use the index from the first search on, and for words of two letters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(haystack, "SEARCHES", 0)
        patch.setattr(haystack, "LETTERS", 2)
        yield


@given(st.lists(TEXT, max_size=6), TEXT)
def test_an_index_finds_what_a_pass_over_the_text_finds(texts: list[str], words: str) -> None:
    hay = Haystack(texts)
    found = list(hay.find_all(words, 0, len(hay.whole)))

    assert found == naively(texts, words)


@given(st.lists(TEXT, min_size=1, max_size=6), st.data())
def test_words_of_a_paragraph_are_found_in_it(texts: list[str], data: st.DataObject) -> None:
    block = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[block])))
    words = texts[block][start:]
    hay = Haystack(texts)

    if words:
        assert hay.starts[block] + start in hay.find_all(words, 0, len(hay.whole))


@pytest.mark.parametrize("paragraphs", [1, haystack.FEW, haystack.FEW + 1])
def test_a_word_that_stands_in_many_paragraphs_is_found_in_all(paragraphs: int) -> None:
    hay = Haystack([f"the {LONG} of {LONG} hold"] * paragraphs)

    assert list(hay.find_all(f"he {LONG} of", 0, len(hay.whole))) == [at + 1 for at in hay.starts]


def test_only_the_stretch_that_is_asked_for_is_looked_at() -> None:
    hay = Haystack(["one long word", "one long word"])
    second = hay.starts[1]

    assert list(hay.find_all("one long word", second, len(hay.whole))) == [second]
    assert list(hay.find_all("one long word", 0, second)) == [0]
