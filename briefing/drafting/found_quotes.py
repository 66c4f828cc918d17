"""Every quotation of the sources as an item: found again as evidence, its speaker suggested."""

import re
from collections.abc import Iterator, Mapping

from briefing.drafting.draft import DraftQuote, Meant
from briefing.evidence.matcher import SourceMatcher
from briefing.language.attribution.naming import Suggestion
from briefing.language.attribution.quotation_finding import Found, find
from briefing.library.speaker_names import called
from briefing.model.card import Speaker, Voice
from briefing.model.core import State
from briefing.model.evidence import Evidence, Passage
from briefing.model.source import Source

_DOUBT = {
    "title": "may be the title of a work",
    "term": "may be words set apart, and no quotation",
    "dash": "is after a dash; where it ends is read from the narration",
}
_MOST_BESIDE = 12
"""Words beside a quotation that may tell it from its copies."""
_STATEMENT = re.compile(
    r"\bjoint\b|communiqu|gemeinsame|commun|conjunt|共同|联合|聯合|مشترك", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"statement|document|report\b|text\b|letter|treaty|erklärung|bericht|déclaration|rapport|comunicado"
    r"|informe|声明|聲明|文書|報告|报告|بيان|تقرير",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(
    r"spokes|sprecher|porte-parole|portavoz|报道官|報道官|发言人|發言人|متحدث", re.IGNORECASE
)


def quotes_of(
    source: Source, matcher: SourceMatcher, speakers: Mapping[str, Speaker]
) -> Iterator[DraftQuote | None]:
    """Yield the quotations of a source's story, in order.

    Args:
        source: The document.
        matcher: What finds words in it.
        speakers: The listed speakers, by id.

    Yields:
        Each quotation; None for one that the search for evidence does not find as one place.
    """
    numbers = list(source.body)
    texts = [source.paragraph(number).text for number in numbers]
    lost = False
    for found in find(texts, source.record.language):
        text = texts[found.paragraph]
        quote = _quote(found, text, numbers[found.paragraph], source, matcher)
        if quote is None:
            lost = True
            yield None
            continue
        meant = _meant(found.speaker, speakers)
        # What goes on from a quotation that is not there goes on from nothing.
        yield quote._replace(meant=meant, continues=quote.continues and not lost)
        lost = False


def _quote(
    found: Found, text: str, number: int, source: Source, matcher: SourceMatcher
) -> DraftQuote | None:
    words = " ".join(text[found.quotation.inner_start : found.quotation.inner_end].split())
    doubt = _DOUBT.get(found.kind, "")
    if not doubt and found.quotation.style == "dash":
        doubt = _DOUBT["dash"]
    quote = DraftQuote(
        words, source.id, number, _voice(found.speaker), None, found.continues, doubt
    )
    passage = matcher.find(Evidence(source.id, words))
    if passage.state.verified and passage.paragraph == number:
        return quote
    if passage.state is not State.AMBIGUOUS:
        return None
    for prefix, suffix in _beside(text, found.quotation.inner_start, found.quotation.inner_end):
        passage = matcher.find(Evidence(source.id, words, prefix, suffix))
        if passage.state.verified and _is_at(passage, number, found.quotation.inner_start):
            return quote._replace(prefix=prefix, suffix=suffix)
    return None


def _is_at(passage: Passage, number: int, start: int) -> bool:
    return passage.paragraph == number and passage.start == start


def _beside(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield what is beside some words, more and more of it: before, after, both."""
    before, after = text[:start].split(), text[end:].split()
    for count in range(1, _MOST_BESIDE):
        prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
        if count <= len(before):
            yield prefix, ""
        if count <= len(after):
            yield "", suffix
        if before and after:
            yield prefix, suffix
        if count >= max(len(before), len(after)):
            return


def _voice(speaker: Suggestion | None) -> Voice:
    """Return how the words seem to have reached the source."""
    told = f"{speaker.name} {speaker.words}" if speaker else ""
    if _DOCUMENT.search(told):
        return "joint statement" if _STATEMENT.search(told) else "document"
    if _SPOKEN_FOR.search(told):
        return "spokesperson"
    return "spoken" if speaker else "reported"


def _meant(speaker: Suggestion | None, speakers: Mapping[str, Speaker]) -> Meant | None:
    if speaker is None:
        return None
    words = " ".join(speaker.words.split())
    fitting = called(speaker.name, speakers.values())
    return Meant(speaker.name, words, speaker.certain, fitting)
