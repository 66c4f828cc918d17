"""Finding the words of a card in a source: precision before recall, a state and never a guess."""

from briefing.evidence.differences import DiffPart, sense_risks, word_diff
from briefing.evidence.matcher import SourceMatcher

__all__ = ["DiffPart", "SourceMatcher", "sense_risks", "word_diff"]
