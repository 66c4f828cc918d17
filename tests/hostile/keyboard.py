"""What people, pastes, mice and broken lines may send to a reader."""

from random import Random

from tests.hostile.texts import CONFUSING, HIDING, STEERING

KEYS = (
    *(bytes([code]) for code in range(0x20, 0x7F)),
    *(bytes([code]) for code in (0x01, 0x03, 0x04, 0x05, 0x09, 0x0D, 0x0F, 0x10, 0x13, 0x15, 0x17)),
    *(f"\x1b[{end}".encode() for end in ("A", "B", "C", "D", "H", "F", "Z")),
    *(f"\x1b[{number}~".encode() for number in (2, 3, 5, 6, 15, 24)),
    *(f"\x1b[1;{modifier}{end}".encode() for modifier in (2, 3, 5, 6) for end in "ABCDHF"),
    *(f"\x1b{letter}".encode() for letter in "abfhjkq?/"),
    b"\x1b",
    b"\x1b[27u",
    b"\x7f",
    b"\x1b[I",
    b"\x1b[O",
)
VIEWS = (b"t", b"s", b"d", b"c", b"T", b"p", b"w")
OPENING = (b"?", b"/", b"\x10", b"\t\r", b"o", b"z", b"G", b"gg", *VIEWS)
"""Keys that lead to other screens and panes."""
STRAY = (
    b"\xe9",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x00",
    b"\x1b[",
    b"\x1b[M",
    b"\x1bO",
    b"\x1b]0;x\x07",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[99999999999u",
    b"\x1b[97;1;55296u",
    b"\x1b[48;1;1;1;1t",
    b"\x1b[48;99999;99999;99999;99999t",
    b"\x1b[?2048;1$y",
    b"\x1b[?2026;2$y",
    b"\x1b[99999999;1R",
    b"\x1b[<99999;99999;99999M",
    b"\x1b[<0;-5;-5M",
    b"\x1b[;;;;m",
)


def burst(random: Random, columns: int, rows: int) -> bytes:
    """Make what could arrive in one write.

    Args:
        random: Chooses.
        columns: Width of the terminal, for the mouse.
        rows: Its height.
    """
    kinds = (_keys, _keys, _keys, _opening, _mouse, _paste, _stray)
    parts = [
        random.choice(kinds)(random, columns, rows) for _ in range(random.choice((1, 1, 2, 4)))
    ]
    return b"".join(parts)


def _keys(random: Random, columns: int, rows: int) -> bytes:
    if random.random() < 0.3:
        return random.choice(KEYS) * random.choice((2, 3, 20))
    return b"".join(random.choice(KEYS) for _ in range(random.choice((1, 2, 5))))


def _opening(random: Random, columns: int, rows: int) -> bytes:
    return random.choice(OPENING) + random.choice((b"", b"\r", b"\r\r", b"\x1b[27u", b"\x1b[6~"))


def _mouse(random: Random, columns: int, rows: int) -> bytes:
    x = random.choice((1, columns, random.randrange(1, columns + 2)))
    y = random.choice((1, rows, random.randrange(1, rows + 2)))
    button = random.choice((0, 0, 0, 1, 2, 32, 35, 64, 65, 66))
    times = random.choice((1, 2, 3))
    if random.random() < 0.2:
        spot = bytes([min(255, 32 + x), min(255, 32 + y)])
        return (b"\x1b[M" + bytes([32 + button]) + spot + b"\x1b[M#" + spot) * times
    spot_text = f"{button};{x};{y}"
    return f"\x1b[<{spot_text}M\x1b[<{spot_text}m".encode() * times


def _paste(random: Random, columns: int, rows: int) -> bytes:
    text = " ".join(random.choice((*STEERING, *HIDING, *CONFUSING, "tides")) for _ in range(3))
    pasted = text.encode("utf-8", "surrogatepass") * random.choice((1, 1, 1, 300))
    if random.random() < 0.2:
        pasted = pasted.decode("utf-8", "replace").encode("latin-1", "replace")
    return b"\x1b[200~" + pasted.replace(b"\x1b[201~", b"") + b"\x1b[201~"


def _stray(random: Random, columns: int, rows: int) -> bytes:
    if random.random() < 0.2:
        return random.randbytes(random.choice((1, 3, 40)))
    return random.choice(STRAY)
