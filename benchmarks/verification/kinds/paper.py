"""E: text as paper has it, with what pages and lines put between the words."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.verification.kinds.plain import runs
from benchmarks.verification.kinds.typography import twins
from benchmarks.verification.question import BLOCK_BREAK, Material, Piece, Question, Wanted
from benchmarks.verification.words import UNSEGMENTED, Stretch

Maker = Callable[[Random, Material], Iterator[Question]]
_BREAKABLE = re.compile(r"[^\W\d_]{7,}")
_FOOTNOTES = ("{}", "{}", "[{}]", "({})")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Sheet:
    """Text being laid out: every code point with where it comes from.

    Args:
        material: The text that is laid out.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._chars: list[str] = []
        self._noise: set[int] = set()
        self._place: dict[int, int] = {}

    def words(self, start: int, end: int) -> None:
        """Lay out a stretch of the text, new lines and blanks as they are."""
        for offset in range(start, end):
            self._place[offset] = len(self._chars)
            self._chars.append(self._material.text[offset])

    def noise(self, marks: str) -> None:
        """Lay out what the text does not have."""
        for mark in marks:
            if not mark.isspace():
                self._noise.add(len(self._chars))
            self._chars.append(mark)

    def done(self, suffix: str) -> Material:
        """Return the page."""
        made = self._material
        name = f"{made.name}, {suffix}"
        text = "".join(self._chars)
        return Material(name, made.language, text, made.held_out, frozenset(self._noise))

    def piece(self, run: Stretch) -> Piece:
        """Return where a stretch of the text stands on the page."""
        return Piece(self._place[run.start], self._place[run.end - 1] + 1)


def lines(
    random: Random, sheet: Sheet, material: Material, start: int, end: int, *,
    width: int, hyphens: bool, number: Callable[[int], str] | None,
) -> None:  # fmt: skip
    """Lay out a paragraph in lines, with hyphens at their ends and numbers before them."""
    line = 1
    if number:
        sheet.noise(number(line))
    column, offset = 0, start
    for match in re.finditer(r"\S+", material.text[start:end]):
        first, last = start + match.start(), start + match.end()
        if column and column + last - first > width:
            split = _split(random, material.text[first:last]) if hyphens else None
            if split:
                sheet.words(offset, first + split)
                kept = material.text[first + split - 1] in "-‐"
                if not kept:
                    sheet.noise(random.choice("----‐\u00ad"))
                sheet.noise("\n")
                first += split
                offset = first
            else:
                offset = first
                sheet.noise("\n")
            line += 1
            if number:
                sheet.noise(number(line))
            column = 0
        sheet.words(offset, last)
        column += last - offset + 1
        offset = last
    sheet.words(offset, end)


def _split(random: Random, word: str) -> int | None:
    """Return where to break a word at a line's end: after its hyphen, or among its letters."""
    hyphen = re.search(r"\w{3}[-‐](?=\w{3})", word)
    if hyphen:
        return hyphen.end()
    letters = _BREAKABLE.search(word)
    if not letters or random.random() < 0.3:
        return None
    return random.randint(letters.start() + 2, letters.end() - 3)


def _numbering(random: Random) -> Callable[[int], str]:
    form = random.choice(["{} ", "{:>4}  ", "{:>2} ", "{}\t", "{:>3}    ", "{:02} ", "  {} "])
    first = random.choice([1, 1, random.randint(2, 300)])
    page = random.random() < 0.5 and first == 1
    return lambda line: form.format((first + line - 2) % 25 + 1 if page else first + line - 1)


def _laid_out(kind: str, *, hyphens: bool, numbered: bool) -> Maker:
    """Return a maker of questions over line ends."""

    def make(random: Random, material: Material) -> Iterator[Question]:
        if material.language in UNSEGMENTED or (hyphens and material.language == "ar"):
            return
        long = [b for b in material.blocks if len(b[1]) > 160 and "\n" not in b[1]]
        for _ in range(400 if long else 0):
            start, block = random.choice(long)
            sheet = Sheet(material)
            lines(
                random, sheet, material, start, start + len(block),
                width=random.randint(38, 68), hyphens=hyphens,
                number=_numbering(random) if numbered else None,
            )  # fmt: skip
            made = sheet.done("on paper")
            for run in _over_lines(random, material, start, made, sheet):
                yield from twins(random, kind, made, run.text, (sheet.piece(run),))

    return make


def _over_lines(
    random: Random, material: Material, start: int, made: Material, sheet: Sheet
) -> Iterator[Stretch]:
    """Yield two stretches of the paragraph that go over what is not the text's."""
    number = next(n for n, (offset, _) in enumerate(material.blocks) if offset == start)
    one = Material(material.name, material.language, material.text, material.held_out)
    one.__dict__["paragraphs"] = [material.paragraphs[number]]
    given = 0
    for run in runs(random, one, 6, 16):
        piece = sheet.piece(run)
        within = range(piece.start, piece.end)
        crossed = any(i in made.noise for i in within) if made.noise else (
            "\n" in made.text[piece.start : piece.end])  # fmt: skip
        if crossed:
            yield run
            given += 1
        if given == 2:
            return


def page_break(random: Random, material: Material) -> Iterator[Question]:
    """Yield sentences that go on in the next paragraph, with what a page has between."""
    head = random.choice(["OFFICIAL REPORT", "Committee on Foreign Affairs", "Draft"])
    for run in runs(random, material, 8, 18):
        start, end = _paragraph(material, run)
        if "\n" in material.text[start:end]:
            continue
        cut = run.tokens[random.randint(3, len(run.tokens) - 4)].end
        after = next(t.start for t in run.tokens if t.start >= cut)
        cut += len(material.text[cut:after].rstrip())
        if re.search(r"[.!?:。！？：；]", material.text[cut - 1 : cut]):
            continue
        if not material.text[after].islower() and material.language not in UNSEGMENTED | {"ar"}:
            continue
        page = random.randint(2, 40)
        between, kind = random.choice([
            ("", "E page break: blank lines"),
            (f"{page}", "E page break: a page number"),
            (f"{page}{BLOCK_BREAK}{head}", "E page break: number and running head"),
            (f"- {page} -{BLOCK_BREAK}{head}", "E page break: number and running head"),
            (f"Page {page} of 40", "E page break: a page number"),
            (f"{head}{BLOCK_BREAK}{page}", "E page break: number and running head"),
        ])  # fmt: skip
        sheet = _two_pages(material, (start, end), (cut, after), between, head, page)
        made = sheet.done("on pages")
        yield from twins(random, kind, made, run.text, (sheet.piece(run),))


def _two_pages(
    material: Material, block: tuple[int, int], cut: tuple[int, int], between: str, head: str,
    page: int,
) -> Sheet:  # fmt: skip
    """Return a paragraph cut by a page, between pages with the same running head."""
    sheet = Sheet(material)
    blocks = [(start, start + len(text)) for start, text in material.blocks]
    other = [each for each in blocks if each != block and each[1] - each[0] > 80]
    sheets = between.count(BLOCK_BREAK)
    if sheets:
        sheet.noise(f"{page - 1}{BLOCK_BREAK}{head}{BLOCK_BREAK}")
        if other:
            sheet.words(*other[0])
            sheet.noise(BLOCK_BREAK)
    sheet.words(block[0], cut[0])
    sheet.noise(BLOCK_BREAK + (f"{between}{BLOCK_BREAK}" if between else ""))
    sheet.words(cut[1], block[1])
    if sheets:
        sheet.noise(f"{BLOCK_BREAK}{page + 1}{BLOCK_BREAK}{head}")
        if other:
            sheet.noise(BLOCK_BREAK)
            sheet.words(*other[-1])
    return sheet


def _paragraph(material: Material, run: Stretch) -> tuple[int, int]:
    return next((s, s + len(b)) for s, b in material.blocks if s <= run.start < s + len(b))


def footnotes(random: Random, material: Material) -> Iterator[Question]:
    """Yield words with the number of a footnote glued to one of them in the source."""
    for run in runs(random, material, 6):
        place = random.randint(1, len(run.tokens) - 2)
        word = run.tokens[place]
        if material.language in UNSEGMENTED or not word.text.isalpha() or len(word.text) < 4:
            continue
        start, end = _paragraph(material, run)
        note = str(random.choice([random.randint(1, 9), random.randint(10, 99)]))
        raised = random.random() < 0.5
        mark = note.translate(_SUPERSCRIPTS) if raised else note
        after = material.text[word.end : word.end + 1]
        sheet = Sheet(material)
        sheet.words(start, word.end)
        kind = "E footnote ³" if raised else "E footnote 3"
        if after in {",", ";", ":", "."}:
            sheet.words(word.end, word.end + 1)
            sheet.noise(mark)
            sheet.words(word.end + 1, end)
            kind += " after a mark"
        else:
            sheet.noise(mark)
            sheet.words(word.end, end)
        yield from twins(random, kind, sheet.done("with notes"), run.text, (sheet.piece(run),))


def final_footnotes(random: Random, material: Material) -> Iterator[Question]:
    """Yield whole sentences that end as `treaty.3` with the next one after it."""
    for run in runs(random, material, 6):
        start, end = _paragraph(material, run)
        held = re.compile(r"[^\W\d_]{3}([.!])(?=\s+[^\W\d_])").search(material.text, run.end, end)
        if not held or material.language in UNSEGMENTED or held.end() - run.start > 220:
            continue
        words = material.text[run.start : held.end()]
        if re.search(r"[\[\]…\d]|\.\.", words):
            continue
        sheet = Sheet(material)
        sheet.words(start, held.end())
        sheet.noise(random.choice(["3", "12", "³", "¹²"]))
        sheet.words(held.end(), end)
        piece = sheet.piece(Stretch((*run.tokens[:1], run.tokens[0]._replace(end=held.end())), ""))
        made = sheet.done("with notes")
        yield from twins(random, "E footnote after a full stop", made, words, (piece,))


_REAL = (
    ("under Article 5 of", "under Article of"), ("the G7 leaders", "the G leaders"),
    ("of CO2 emissions", "of CO emissions"), ("an F-35 squadron", "an F- squadron"),
    ("in 2 000 days", "in days"), ("level 3 risks", "level risks"), ("B52 bombers", "B bombers"),
    ("covid19 cases", "covid cases"), ("10 km² of", "10 km of"), ("mach3 speed", "mach speed"),
    ("we have\n12 tanks and", "we have tanks and"), ("about\n3 percent of", "about percent of"),
    ("sold\n1 ship", "sold ship"), ("over 5³ cells", "over 5 cells"),
)  # fmt: skip


def real_digits(random: Random, material: Material) -> Iterator[Question]:
    """Yield words without digits that are the text's own and no footnotes or line numbers."""
    for run in runs(random, material, 6):
        place = random.randint(1, len(run.tokens) - 2)
        offset = run.tokens[place].start - run.start
        stored, asked = random.choice(_REAL)
        start, end = _paragraph(material, run)
        words = [f"{run.text[:offset]}{n} {run.text[offset:]}" for n in (stored, asked)]
        text = material.text[start : run.start] + words[0] + material.text[run.end : end]
        made = Material(f"{material.name}, edited", material.language, text, material.held_out)
        yield Question("E twin: digits that are words", made, words[1], Wanted.REFUSED)


def real_between(random: Random, material: Material) -> Iterator[Question]:
    """Yield words over a paragraph of real words between, as if it were a running head."""
    inserts = [b for _, b in material.blocks if 3 < len(b.split()) < 25 and "\n" not in b]
    for run in runs(random, material, 8, 18):
        if material.language in UNSEGMENTED or not inserts:
            return
        middle = random.randint(3, len(run.tokens) - 4)
        start, end = _paragraph(material, run)
        cut, after = run.tokens[middle].end, run.tokens[middle + 1].start
        between = random.choice([*inserts, "Not until the war is over", "unless Congress agrees,"])
        text = BLOCK_BREAK.join([material.text[start:cut], between, material.text[after:end]])
        made = Material(f"{material.name}, edited", material.language, text, material.held_out)
        if not made.has(run.text):
            kind = "E twin: over a paragraph of real words"
            yield Question(kind, made, run.text, Wanted.REFUSED)


def over_paragraphs(random: Random, material: Material) -> Iterator[Question]:
    """Yield words that run from a paragraph which ends a sentence into the next, as if one."""
    for _ in range(300):
        number = random.randrange(max(1, len(material.blocks) - 1))
        if number + 1 >= len(material.blocks):
            return
        one, two = material.paragraphs[number], material.paragraphs[number + 1]
        offset, block = material.blocks[number]
        if len(one) < 5 or len(two) < 5 or block.rstrip()[-1:] not in {".", "!", "?", "。"}:
            continue
        left, right = material.text[one[-4].start : offset + len(block)], two[:4]
        blank = "" if material.language in UNSEGMENTED else " "
        words = left + blank + material.text[right[0].start : right[-1].end]
        if "[" not in words and "…" not in words and ".." not in words:
            kind = "E twin: two paragraphs as one"
            yield Question(kind, material, words, Wanted.REFUSED)


MAKERS: tuple[Maker, ...] = (
    _laid_out("E lines", hyphens=False, numbered=False),
    _laid_out("E hyphens at line ends", hyphens=True, numbered=False),
    _laid_out("E numbered lines", hyphens=False, numbered=True),
    _laid_out("E numbered lines with hyphens", hyphens=True, numbered=True),
    page_break,
    footnotes,
    final_footnotes,
    real_digits,
    real_between,
    over_paragraphs,
)
