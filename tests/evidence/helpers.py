"""Sources made of a text, and what was found in them."""

from briefing.evidence.matcher import SourceMatcher
from briefing.model.evidence import Evidence, Passage
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import split_paragraphs


def source_of(text: str, *furniture: str, language: str = "en") -> Source:
    record = SourceRecord("made", "made.txt", "us", language=language)
    return Source(record, text, split_paragraphs(text, furniture))


def find(text: str, exact: str, *, language: str = "en", **context: str) -> Passage:
    evidence = Evidence("made", exact, context.get("prefix", ""), context.get("suffix", ""))
    return SourceMatcher(source_of(text, language=language)).find(evidence)


def words_at(text: str, passage: Passage) -> list[str]:
    """Return the words of a source that a passage spans, paragraph after paragraph."""
    source = source_of(text)
    return [
        source.paragraph(number).text[span.start : span.end]
        for number, spans in passage.parts
        for span in spans
    ]
