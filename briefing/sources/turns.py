"""Where the turns of a transcript begin: lines such as `Q: …`, `MINISTER OLSEN: …` and `Q. …`.

Many transcripts have a line a turn and no blank lines between them. All of such a transcript would
be one paragraph, and nobody could say where in it something was said.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

_LEAST: Final = 3
"""So many turns make a transcript."""
_SPARSE: Final = 100
"""In so many lines of a transcript there is at least one turn; a book has a colon now and then."""
_SENTENCES: Final = 0.6
"""Share of turns that end as a sentence does; the values of a form do not."""
_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "।", "—", "–", "-")
_CLOSING: Final = "\"'”’»)]』」"
_LABEL: Final = re.compile(
    r"^[^\W\d_a-z][\w.'’\-()/, \u3000]{0,47}?(?: ?:[ \t\u3000]+|：)(?=\S)",
    re.MULTILINE,
)
"""What a turn begins with: few words, the first one not in small letters, and a colon."""
_QUESTION: Final = re.compile(
    r"^(?P<label>(?P<letter>[QARPFВО])\d{0,3}[.．)]|(?P<sign>[問答])[0-9０-９]{0,3}[.．、)）]?)"
    r"[ \t\u3000]+(?=\S)",
    re.MULTILINE,
)
"""What a question or an answer begins with where no colon follows: `Q.`, `A.`, `問`, `答`."""
_PAIRS: Final = ("QA", "QR", "PR", "FA", "ВО", "問答")
"""Letters of questions and their answers: English, French, Spanish, German, Russian, Japanese."""
_WORDS: Final = 6
_FIELDS: Final = frozenset({"from", "to", "cc", "bcc", "subject", "date", "sent", "re", "http"})
"""Labels of a letter's head."""


def turn_starts(text: str) -> Sequence[int]:
    """Return where the turns of a transcript begin.

    A text is a transcript where lines with a speaker's label come at least three times, and in one
    line of a hundred or more, from at least two speakers, one of whom speaks again, and most of the
    turns end as a sentence does. Only lines count whose label comes again, or is in capitals. Where
    no colon follows, questions and answers have to alternate: `A.` may also begin a list or a name.

    Args:
        text: A whole document, its line ends single newlines.

    Returns:
        Offsets of the lines that begin a turn, in code points, rising; empty for all other texts.
    """
    counts = Counter(label for _, _, label in _labelled(text))
    speakers = {label for label, times in counts.items() if times > 1 or label.isupper()}
    several = len(speakers) > 1 and any(counts[label] > 1 for label in speakers)
    turns = sum(counts[label] for label in speakers)
    if not several or turns < max(_LEAST, text.count("\n") / _SPARSE):
        return _questions_and_answers(text)
    # A form may have a million labels, so none is kept but for its place.
    starts, words = array("I"), array("I")
    for start, after, label in _labelled(text):
        if label in speakers:
            starts.append(start)
            words.append(after)
    return starts if _are_spoken(text, starts, words) else ()


def _questions_and_answers(text: str) -> Sequence[int]:
    """Return where the turns of an interview begin that has `Q.` and `A.`, and nothing else."""
    starts, words, letters = array("I"), array("I"), ""
    for match in _QUESTION.finditer(text):
        letter = match["letter"] or match["sign"]
        if len(letters) > 1 and letter != letters[len(starts) % 2]:
            return ()
        letters += letter if len(letters) < 2 else ""
        if len(letters) > 1 and letters not in _PAIRS:
            return ()
        starts.append(match.start())
        words.append(match.end())
    certain = len(starts) > _LEAST
    dense = len(starts) >= text.count("\n") / _SPARSE
    return starts if certain and dense and _are_spoken(text, starts, words) else ()


def _are_spoken(text: str, starts: Sequence[int], words: Sequence[int]) -> bool:
    """Tell whether most turns end as sentences do.

    Args:
        text: The document.
        starts: Where the turns begin.
        words: Where the words of each begin.
    """
    spoken = sum(
        _is_spoken(text, after, starts[number + 1] if number + 1 < len(starts) else len(text))
        for number, after in enumerate(words)
    )
    return spoken >= _SENTENCES * len(starts)


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each line with a label: where it begins, where the label ends, and the label."""
    if ":" not in text and "：" not in text:
        return
    for match in _LABEL.finditer(text):
        label = match[0].rstrip(" \t\u3000:：")
        named = len(label.split()) <= _WORDS and not label[0].islower()
        if named and label.casefold() not in _FIELDS:
            yield match.start(), match.end(), label


def _is_spoken(text: str, start: int, following: int) -> bool:
    """Return whether a turn ends as a sentence does.

    Args:
        text: The document.
        start: Where its words begin.
        following: Where the next line with a label begins.
    """
    blank = text.find("\n\n", start, following)
    words = text[start : blank if blank >= 0 else following].rstrip()
    return words.rstrip(_CLOSING).endswith(_ENDS)
