"""Plain text and Markdown: front matter, wrapped lines, turns of a transcript, margin numbers."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final

import yaml

from briefing.importing.document import DocumentBlock, Facts, Read, has_controls, lines, prose
from briefing.importing.prose import furniture
from briefing.importing.prose.facts import day_of, facts_of
from briefing.importing.prose.line_joining import hyphen_warnings, join, words_of
from briefing.importing.prose.lineation import is_lineated, without_margin
from briefing.importing.prose.speech import blocks_of as spoken_blocks
from briefing.importing.prose.speech import is_stamped, stamped
from briefing.importing.prose.turns import Turn, is_transcript, turn_of
from briefing.importing.prose.unwrapping import blocks_of, chunks_of, usual_width
from briefing.language.sentences import WIDE_STOPS
from briefing.text.folding import is_unsegmented

_FRONT: Final = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_LONGEST_FRONT: Final = 2**16
_LONGEST_TITLE: Final = 150
_HEAD: Final = 4
"""Blocks at the beginning that may be title, byline and day."""
_LONGEST_DATE: Final = 40
_STORY: Final = re.compile(
    rf"\d[.!?]\s+[^\W\d_]+[ ,][^\W\d_]|[{WIDE_STOPS}][^\W\d_]|[“”„«»\"「」『』]"
)
"""A sentence after a day, or a quotation."""
_BYLINE: Final = re.compile(r"By ([^\W\d_a-z][^\n.:]{2,80}(?:\.[^\n.:]{1,40})?)")
_FENCE: Final = re.compile(r"\s{0,3}(```+|~~~+)")
_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")
_RULE: Final = re.compile(r"\s{0,3}([-*_=])(?:\s*\1){2,}\s*$")
_QUOTE: Final = re.compile(r"\s{0,3}>\s?")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|(\d{1,9}[.)]))\s+")
_IMAGE: Final = re.compile(r"!\[([^\]]{0,300})\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_INNER: Final = r"((?:[^\[\]]|\[[^\[\]]*\])*)"
_TARGET: Final = r"<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?"
_LINK: Final = re.compile(rf"\[{_INNER}\]\({_TARGET}(?:\s+[\"'][^\"']*[\"'])?\)")
_DEFINITION: Final = re.compile(r"\s{0,3}\[[^\]^]+\]:\s*\S+(?:\s+[\"'(].*[\"')])?\s*$")
_EMPHASIS: Final = (
    re.compile(r"(?<![\\\w*])(\*{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?!\*)", re.DOTALL),
    re.compile(r"(?<![\\\w])(_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)", re.DOTALL),
    re.compile(r"(~~)(?=\S)(.{1,300}?)(?<=\S)\1", re.DOTALL),
)
_CODE: Final = re.compile(r"(`{1,8})\s?(.{1,300}?)\s?\1(?!`)", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE: Final = 0xE000
"""Escaped marks are kept out of the way as private characters while marks are taken away."""


def read_plain(text: str) -> Read:
    """Read plain text.

    Args:
        text: The text, with line ends as newlines.
    """
    values, body = front_matter(text)
    warnings: tuple[str, ...] = ()
    if has_controls(body):
        warnings += ("control characters are left out",)
    source = body.split("\n")
    numbered = is_lineated(source)
    if numbered:
        source = without_margin(source)
        warnings += ("the numbers of lines in the margin are left out",)
    if is_stamped(source):
        return Read(tuple(spoken_blocks(stamped(source))), _spoken(values), warnings, "transcript")
    words = words_of(source)
    spoken = is_transcript([line for chunk in chunks_of(source) for line in _starts(chunk)])
    blocks = tuple(_paged(source, words, spoken=spoken, numbered=numbered))
    facts = _spoken(values) if spoken else facts_of(values)
    if not spoken:
        blocks, facts, said = _from_head(blocks, facts)
        warnings += said
    blocks = tuple(furniture.with_reasons(blocks, facts.title))
    warnings += hyphen_warnings(block.text for block in blocks)
    return Read(blocks, facts, warnings, "transcript" if spoken else "")


def _spoken(values: dict[str, object]) -> Facts:
    return facts_of(values).over(Facts(kind="transcript"))


def _starts(chunk: Sequence[str]) -> Sequence[str]:
    """Return the lines of a run that may open a turn: the first, and all that do."""
    return [chunk[0], *(line for line in chunk[1:] if turn_of(line))]


def _from_head(
    blocks: tuple[DocumentBlock, ...], facts: Facts
) -> tuple[tuple[DocumentBlock, ...], Facts, tuple[str, ...]]:
    """Complete facts by what is above the story.

    Returns:
        The blocks, byline and day as furniture; the facts; and what is to be said of them.
    """
    found = Facts(title=_first_line(blocks))
    marked = list(blocks)
    for number, block in enumerate(blocks[:_HEAD]):
        byline = _BYLINE.fullmatch(block.text)
        day = day_of(block.text) if _is_short(block.text) else ""
        if byline and not found.byline:
            found = found._replace(byline=byline[1])
            marked[number] = block._replace(furniture=furniture.BYLINE)
        elif day and not found.published and block.text != found.title:
            found = found._replace(published=day)
            marked[number] = block._replace(furniture="the day")
    taken = [
        f"the {'day' if what == 'published' else what} is taken from the lines above the story"
        for what, mine, theirs in zip(Facts._fields, facts, found, strict=True)
        if theirs and not mine
    ]
    return tuple(marked), facts.over(found), tuple(taken)


def _is_short(text: str) -> bool:
    """Whether a block may be a day and little else: no story begins in it, as after a place."""
    weight = sum(3 if is_unsegmented(letter) else 1 for letter in text)
    return weight <= _LONGEST_DATE and _STORY.search(text) is None


def _first_line(blocks: Sequence[DocumentBlock]) -> str:
    """Return the first block where it may be the title: one short line that ends no sentence."""
    if len(blocks) < 2:
        return ""
    text = blocks[0].text
    is_title = len(text) <= _LONGEST_TITLE and "\n" not in text and text[-1] not in ".,;:。、"
    return text if is_title else ""


def _paged(
    source: Sequence[str], words: frozenset[str], *, spoken: bool, numbered: bool
) -> Iterator[DocumentBlock]:
    """Yield the blocks of lines; where form feeds part pages, each with its page."""
    pages = "\n".join(source).split("\f")
    width = usual_width(chunks_of(line for page in pages for line in page.split("\n")))
    for number, page in enumerate(pages, 1):
        locator = f"p. {number}" if len(pages) > 1 else ""
        for chunk in chunks_of(page.split("\n")):
            if (numbered or locator) and furniture.is_page_number("".join(chunk)):
                yield prose(chunk[0], furniture.PAGE_NUMBER, locator)
            elif spoken:
                yield from _turns(chunk, width, words, locator)
            else:
                found = blocks_of(chunk, width, words)
                yield from (block._replace(locator=locator) for block in found)


def _turns(
    chunk: Sequence[str], width: int, words: frozenset[str], locator: str
) -> Iterator[DocumentBlock]:
    """Yield the turns of a run of lines, one block each; what comes before the first as it is."""
    before: list[str] = []
    turn: Turn | None = None
    said: list[str] = []
    for line in chunk:
        following = turn_of(line)
        if following is None:
            (said if turn else before).append(line)
            continue
        yield from _turn(turn, said, words, locator) if turn else ()
        turn, said = following, [following.words]
    if before:
        yield from (each._replace(locator=locator) for each in blocks_of(before, width, words))
    if turn:
        yield from _turn(turn, said, words, locator)


def _turn(
    turn: Turn, said: Sequence[str], words: frozenset[str], locator: str
) -> Iterator[DocumentBlock]:
    yield prose(f"{turn.name}: {join(said, words)}", locator=turn.time or locator)


def read_markdown(text: str) -> Read:
    """Read Markdown: its marks are taken away, its words are kept.

    Headings, rules and pictures are furniture; lists give a block an entry; tables and code
    keep their lines.

    Args:
        text: The text, with line ends as newlines.
    """
    values, body = front_matter(text)
    blocks = list(_markdown_blocks(body.split("\n")))
    facts = facts_of(values)
    if not facts.title:
        heads = (block.text for block in blocks if block.furniture == furniture.HEADING)
        facts = facts._replace(title=next(heads, ""))
    marked = [
        block._replace(furniture=furniture.HEADLINE)
        if facts.title and block.text == facts.title and block.furniture == furniture.HEADING
        else block
        for block in blocks
    ]
    return Read(tuple(furniture.with_reasons(marked, facts.title)), facts)


def _markdown_blocks(source: Sequence[str]) -> Iterator[DocumentBlock]:
    run: list[str] = []
    fence = ""
    for line in (*source, ""):
        opened = _FENCE.match(line)
        if fence or opened:
            if fence and opened and opened[1].startswith(fence):
                yield lines("\n".join(run))
                run, fence = [], ""
            elif opened and not fence:
                yield from _markdown_run(run)
                run, fence = [], opened[1]
            else:
                run.append(line)
            continue
        heading, is_rule = _HEADING.match(line), _RULE.match(line)
        if is_rule and run and line.strip()[0] in "=-" and len(run) == 1:
            yield prose(bare(run[0]), furniture.HEADING)
            run = []
        elif heading or is_rule or not line.strip() or _DEFINITION.match(line):
            yield from _markdown_run(run)
            run = []
            if heading and heading[2]:
                yield prose(bare(heading[2]), furniture.HEADING)
        else:
            run.append(line)
    yield from (lines("\n".join(run)),) if fence else _markdown_run(run)


def _markdown_run(run: Sequence[str]) -> Iterator[DocumentBlock]:
    """Yield the blocks of lines without a blank one between."""
    if not run:
        return
    if sum("|" in line for line in run) == len(run) > 1:
        kept = [line for line in run if not re.fullmatch(r"[\s|:-]+", line)]
        yield lines("\n".join(bare(line) for line in kept))
        return
    quoted = [_QUOTE.sub("", line) for line in run]
    part: list[str] = []
    for line in quoted:
        item = _ITEM.match(line)
        if item and part:
            yield _markdown_paragraph(part)
            part = []
        number = f"{item[1]} " if item and item[1] else ""
        part.append(f"{number}{line[item.end() :]}" if item else line)
    yield _markdown_paragraph(part)


def _markdown_paragraph(part: Sequence[str]) -> DocumentBlock:
    """Return a paragraph; lines that end in two blanks or a backslash are kept apart."""
    text = "\n".join(part)
    if len(_IMAGE.findall(text)) == 1 and not _IMAGE.sub("", text).strip():
        return prose(bare(text), furniture.CAPTION)
    hard = [line for line in part[:-1] if line.endswith(("  ", "\\"))]
    if hard and len(hard) == len(part) - 1:
        return lines("\n".join(bare(line.rstrip("\\")).strip() for line in part))
    return prose(bare(join(part, frozenset())))


def bare(text: str) -> str:
    """Return the words of a stretch of Markdown without its marks."""
    text = _ESCAPE.sub(lambda found: chr(_PRIVATE + ord(found[1])), text)
    text = _CODE.sub(r"\2", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = re.sub(r"<(https?://[^\s>]+)>", r"\1", text)
    for mark in _EMPHASIS:
        text = mark.sub(r"\2", mark.sub(r"\2", text))
    text = re.sub(r"</?[A-Za-z][^<>]*>", "", text)
    hidden = "".join(map(chr, range(_PRIVATE + 33, _PRIVATE + 127)))
    text = text.translate({ord(each): ord(each) - _PRIVATE for each in hidden})
    return html.unescape(text)


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the keys and values between `---` lines at the beginning, and the text after them.

    Args:
        text: The text, with line ends as newlines.

    Returns:
        Keys in lower case. What is no front matter stays in the text.
    """
    found = _FRONT.match(text.lstrip("\ufeff\n"))
    if found is None or len(found[1]) > _LONGEST_FRONT:
        return {}, text
    try:
        values = yaml.load(found[1], Loader=yaml.BaseLoader)  # strings only
    except yaml.YAMLError:
        return {}, text
    if not isinstance(values, dict):
        return {}, text
    body = text.lstrip("\ufeff\n")[found.end() :]
    return {str(key).lower(): value for key, value in values.items()}, body
