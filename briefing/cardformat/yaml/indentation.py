"""Lines of YAML that are indented wrongly: which of them it is, and what they were meant to be."""

from briefing.cardformat.yaml.cutting import Mistake, YamlLine
from briefing.cardformat.yaml.lines import HEADER, content_row, content_rows


def out_of_line(lines: list[str], row: int) -> Mistake:
    """Return what is wrong with a key or a dash that fits neither list nor keys around it."""
    line = YamlLine.of(lines[row])
    word = line.dashes.strip() or line.key
    columns = key_columns(lines, row)
    place = line.indent
    if any(column == place and bool(line.dashes) != (name == "-") for column, _, name in columns):
        kind = "an entry of a list among keys" if line.dashes else "a key among entries of a list"
        hint = "check the indentation: a list goes below its key, a key right of its entry's '- '"
        return Mistake(row, place, f"'{word}' is {kind}", hint, whole=True)
    wanted = [each for each in columns if bool(line.dashes) == (each[2] == "-")] or columns
    if not wanted:
        return Mistake(row, place, f"'{word}' is not expected here", "check the indentation")
    nearest = min(wanted, key=lambda each: (abs(each[0] - place), -each[0]))
    return align(lines, row, place, nearest)


def align(lines: list[str], row: int, column: int, other: tuple[int, int, str]) -> Mistake:
    """Return which of two lines that should be aligned is out of line: the one with fewer others.

    Args:
        lines: The text.
        row: The later line.
        column: Where its key or dash is.
        other: Column, row and name of the earlier one's.
    """
    other_column, other_row, name = other
    line = YamlLine.of(lines[row])
    word = line.dashes.strip() or line.key
    beside = neighbours(lines, row, min(column, other_column), bool(line.dashes))
    if beside.count(column) > beside.count(other_column):
        message = f"'{name}' is not aligned with what follows"
        hint = f"align it with '{word}' on line {row + 1}, in column {column + 1}"
        if len(YamlLine.of(lines[other_row]).dashes) > 2:
            hint = "is one '- ' too many?"
        indent = YamlLine.of(lines[other_row]).indent + column - other_column
        return Mistake(other_row, other_column, message, hint, whole=True, indent=max(0, indent))
    message = f"'{word}' is not aligned with what is above it"
    hint = f"align it with '{name}' on line {other_row + 1}, in column {other_column + 1}"
    indent = line.indent + other_column - column
    return Mistake(row, column, message, hint, whole=True, indent=max(0, indent))


def block_header(lines: list[str], row: int) -> int | None:
    """Return the row of the `|` or `>` whose block a line seems to go on with, None if none."""
    indent = YamlLine.of(lines[row]).indent
    for above in content_rows(lines, row):
        if YamlLine.of(lines[above]).indent <= indent:
            return above if HEADER.search(lines[above]) and above < row - 1 else None
    return None


def key_columns(lines: list[str], row: int) -> list[tuple[int, int, str]]:
    """Return what a line could be aligned with: the keys and dashes of the blocks it may be in.

    Returns:
        Column and row from 0, and the key, or `-` for an entry of a list; the innermost first.
    """
    found: list[tuple[int, int, str]] = []
    limit = len(lines[row]) + 1_000
    for above in content_rows(lines, row):
        line = YamlLine.of(lines[above])
        if line.key and line.column < limit:
            found.append((line.column, above, line.key))
            limit = line.column
        if line.dashes and line.indent < limit:
            found.append((line.indent, above, "-"))
            limit = line.indent
        if not limit:
            break
    return found


def fitting_indent(lines: list[str], row: int) -> int | None:
    """Return how far a line with odd indentation was meant to be indented, None if nothing fits.

    It may be beside a key or dash above, or below a key without a value; and what follows has
    to fit to it.
    """
    line = YamlLine.of(lines[row].lstrip())
    below = next((each for each in lines[row + 1 :] if each.strip()), "")
    after = YamlLine.of(below).indent
    columns = key_columns(lines, row)
    places = [column for column, _, name in columns if (name == "-") == bool(line.dashes)]
    above = YamlLine.of(lines[content_row(lines, row) or 0])
    if above.key and (not above.value or above.value[0] in "|>"):
        places.insert(0, above.column + 2)
    is_head = bool(line.key) and (not line.value or line.value[0] in "|>")
    for number, place in enumerate(places):
        inner = place + len(line.dashes)
        beside = after == inner and (bool(line.dashes) or not number)
        if not below or beside or (is_head and after > inner):
            return place
    return None


def neighbours(lines: list[str], row: int, floor: int, dashed: bool) -> list[int]:
    """Return in which columns keys, or dashes, are in the block that a row is in.

    Args:
        lines: The text.
        row: The row.
        floor: The lines around that are indented at least so far make the block.
        dashed: Whether dashes are asked for.
    """
    found: list[int] = []
    for rows in (content_rows(lines, row), range(row, len(lines))):
        for each in rows:
            line = YamlLine.of(lines[each])
            if lines[each].strip() and line.indent < floor:
                if line.dashes and line.key and line.column >= floor and not dashed:
                    found.append(line.column)
                break
            if dashed and line.dashes:
                found.append(line.indent)
            elif line.key and not dashed:
                found.append(line.column)
    return found
