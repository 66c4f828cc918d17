"""Several keys or clicks in one write: the first may close what the others are meant for."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

HELP = "Show every key and what it does"
PALETTE = "meeting or its day"
CLAIMS = "claims on ¶3"
SEARCH = "a phrase"
CORNER = b"\x1b[<0;1;40M\x1b[<0;1;40m"
"""A click outside of whatever is open."""


def claims(terminal: Pty) -> None:
    # To the source, whose third paragraph several claims rest on.
    terminal.press(b"\t", "4 claims rest on it")
    terminal.press(b"\r", CLAIMS)


OPEN: dict[str, Callable[[Pty], None]] = {
    "help": lambda terminal: terminal.press(b"?", HELP),
    "palette": lambda terminal: terminal.press(b"\x10", PALETTE),
    "claims": claims,
    "search": lambda terminal: terminal.press(b"/", SEARCH),
}
BURSTS = {
    "enter twice": b"\r\r",
    "enter thrice": b"\r\r\r",
    "escape twice": b"\x1b\x1b[27u",
    "escape in the newer form": b"\x1b[27u\x1b[27u\x1b[27u",
    "enter and escape": b"\r\x1b[27u\r",
    "escape and enter": b"\x1b[27u\r",
    "clicks outside": CORNER + CORNER,
    "more clicks outside": CORNER * 5,
    "a click and enter": CORNER + b"\r\r",
    "a key, enter twice and a key": b"j\r\rj",
    "words and enter": b"tides\r\r\x1b[27u",
    "a page, enter and escape": b"\x1b[6~\r\x1b[27u\x1b[5~\r",
    "up, enter and down": b"\x1b[A\r\x1b[B\r",
    "tab, enter and a paste": b"\t\r\x1b[200~tides\x1b[201~\r",
    "help again and again": b"??\x1b[27u?\x1b[27u\x1b[27u?",
    "the palette again and again": b"\x10\x10\x1b[27u\x10\x1b[27u\x1b[27u\x10\r\r",
}


IN_ONE_READER = {"help": 4, "palette": 4, "claims": 1, "search": 1}
"""How many bursts a reader gets; claims are where it begins, and a search has its last query."""
NOTHING, HINT = b"Z", b"does nothing here"
"""A key of which the reader says so."""


def come_back(terminal: Pty) -> None:
    """Close whatever a burst may have left open, until the reader takes keys again."""
    terminal.send(b"\x1b[27u" * 6)
    before = len(terminal.output)

    def answers() -> bool:
        # A key that reaches a screen which is being closed is lost.
        terminal.send(NOTHING)
        return HINT in terminal.output[before:]

    terminal.wait_until("the reader is in front", answers)


def shares(name: str) -> Iterator[Sequence[tuple[str, bytes]]]:
    """Yield the bursts for each reader; which of them is the last differs from screen to screen."""
    turn, size = list(OPEN).index(name), IN_ONE_READER[name]
    bursts = list(BURSTS.items())
    bursts = bursts[turn:] + bursts[:turn]
    return (bursts[at : at + size] for at in range(0, len(bursts), size))


def test_every_burst_is_the_last_one_somewhere() -> None:
    assert {share[-1][0] for name in OPEN for share in shares(name)} == set(BURSTS)


@pytest.mark.parametrize("name", OPEN)
def test_a_second_event_for_a_closing_screen_does_no_harm(
    name: str, bare: Mapping[str, str]
) -> None:
    for share in shares(name):
        # Not where the reader before it was left.
        with Pty((*MODULE, "--fresh"), bare) as terminal:
            terminal.wait_for(FIRST)
            for number, (_, burst) in enumerate(share):
                if number:
                    come_back(terminal)
                OPEN[name](terminal)
                terminal.send(burst)
            terminal.send(b"\x11")

            said = [each for each, _ in share]
            assert terminal.wait_exit() == 0, f"{said}: {terminal.output[-3000:].decode()}"
            assert_restored(terminal)
            assert b"Traceback" not in terminal.output, said
