"""What is true of each line of the memo, decided when it was written."""

from typing import NamedTuple


class Line(NamedTuple):
    """A quotation of the memo."""

    line: int
    """1-based, of `memo.md`."""
    holds: bool
    what: str
    """What is done to the source's words there."""


LINES = (
    Line(3, True, "three words, as they stand"),
    Line(4, True, "curly marks and bold type"),
    Line(5, False, "cut before *you know, I seriously doubt that*"),
    Line(6, False, "a *not* dropped"),
    Line(7, False, "another speaker"),
    Line(8, True, "as it stands, right speaker"),
    Line(9, True, "one word, as it stands"),
    Line(10, False, "two words nobody wrote"),
    Line(11, False, "joined from two speakers' words"),
    Line(12, False, "a sentence nobody wrote"),
    Line(13, True, "a bracket that explains"),
    Line(14, False, "a bracket that turns the sense"),
    Line(15, True, "an ellipsis that skips no turn"),
    Line(16, False, "an ellipsis that skips a *not*"),
    Line(17, False, "a number changed"),
    Line(18, False, "the other Wang"),
    Line(19, True, "the right Wang"),
    Line(20, True, "cut, and the memo tells the doubt"),
    Line(21, False, "*will* made *could*"),
    Line(22, True, "four words, right speaker"),
    Line(23, False, "a person for a joint statement"),
    Line(25, True, "a block quotation without marks"),
)
