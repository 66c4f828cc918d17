"""Two real terminals to run the installed program in.

`Tmux` shows what a user would see: a shell in a window, keys typed into it, the screen read back.
`Pty` shows the bytes and the terminal settings, which a terminal emulator would hide. Both wait for
conditions, never for the clock; a condition that does not come about fails with the last screen.
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parent.parent.parent
MODULE = (sys.executable, "-m", "briefing")
SCRIPT = (str(Path(sys.executable).parent / "briefing"),)
CRASHED = 70
"""The exit status of a program that met a fault of its own."""
DEADLINE = 30.0
"""Seconds until a condition is given up; only a failing test ever waits that long."""
PROMPT = "ready$ "


class Tmux:
    """A window of a tmux server of its own, with a bare shell in it.

    Args:
        environ: The shell's environment, on top of `PATH`.
        columns: Width of the window in cells.
        rows: Height of the window in cells.
    """

    def __init__(self, environ: Mapping[str, str], columns: int = 120, rows: int = 40) -> None:
        # A socket's path is limited to about 100 bytes, and the test's own folder may be longer.
        self._folder = tempfile.mkdtemp(prefix="tmux")
        self._environ = {"PATH": os.environ["PATH"], **environ, "PS1": PROMPT, "SHELL": "/bin/sh"}
        self._term = self._environ.pop("TERM", "xterm-256color")
        self._columns, self._rows = columns, rows

    def __enter__(self) -> Self:
        size = ["-x", str(self._columns), "-y", str(self._rows)]
        shell = ["env", f"TERM={self._term}", "bash", "--norc", "--noprofile", "-i"]
        self.tmux("new-session", "-d", *size, "--", *shell)
        self.wait_for(PROMPT.strip())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.tmux("kill-server", check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def tmux(self, *arguments: str, check: bool = True) -> str:
        """Give a command to this server and return what it prints."""
        socket = str(Path(self._folder, "socket"))
        done = subprocess.run(
            ["tmux", "-f", os.devnull, "-S", socket, *arguments],
            env=self._environ,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        return done.stdout

    def screen(self, *, colours: bool = False) -> str:
        """Return what the window shows, with its escape codes when `colours` are asked for."""
        return self.tmux("capture-pane", "-p", *(["-e"] if colours else []))

    def type(self, text: str) -> None:
        """Type text, character by character."""
        self.tmux("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names, such as `Enter`, `Escape`, `C-p` or `?`."""
        self.tmux("send-keys", "--", *keys)

    def run(self, command: Sequence[str], suffix: str = "") -> None:
        """Type a command line into the shell and press enter.

        Args:
            command: The program and its arguments, quoted as needed.
            suffix: What follows them, such as `</dev/null`.
        """
        self.type(f"{' '.join(command)} {suffix}")
        self.press("Enter")

    def wait_until(self, said: str, holds: Callable[[str], bool]) -> str:
        """Wait for the screen to fulfil a condition and return it."""
        end = time.monotonic() + DEADLINE
        while not holds(screen := self.screen()):
            assert time.monotonic() < end, f"{said}: did not come about; the screen:\n{screen}"
            select.select([], [], [], 0.02)
        return screen

    def wait_for(self, text: str) -> str:
        """Wait for a text to be on the screen and return the screen."""
        return self.wait_until(f"{text!r} is shown", lambda screen: text in screen)

    def wait_gone(self, text: str) -> str:
        """Wait for a text to be off the screen and return the screen."""
        return self.wait_until(f"{text!r} is gone", lambda screen: text not in screen)

    def settled(self) -> str:
        """Wait until the screen stays the same in several looks and return it with its colours."""
        looks = [""]

        def stays(_: str) -> bool:
            looks.append(self.screen(colours=True))
            return len(looks) > 5 and len(set(looks[-5:])) == 1

        self.wait_until("the screen stays the same", stays)
        return looks[-1]

    def exit_status(self) -> int:
        """Ask the shell, once it has its prompt back, how the last command ended."""
        # Until the shell is in front again, an ending program may throw away what is typed.
        self.wait_until("the shell is in front", lambda _: self.in_front() == "bash")
        self.run(["echo", "status=$?."])
        screen = self.wait_until("the status", lambda screen: bool(_STATUS.search(screen)))
        return int(_STATUS.findall(screen)[-1])

    def in_front(self) -> str:
        """Return the name of the command that has the terminal."""
        return self.tmux("display-message", "-p", "#{pane_current_command}").strip()

    def flags(self) -> dict[str, bool]:
        """Return the terminal's modes as tmux knows them."""
        names = ("alternate_on", "cursor_flag", "mouse_any_flag", "mouse_sgr_flag", "wrap_flag")
        asked = " ".join(f"#{{{name}}}" for name in names)
        said = self.tmux("display-message", "-p", asked).split()
        return dict(zip(names, (value == "1" for value in said), strict=True))

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def child(self) -> int:
        """Return the process id of the program the shell runs in the foreground."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        done = subprocess.run(["ps", "-o", "pid=", "--ppid", shell], capture_output=True, text=True)
        return int(done.stdout.split()[-1])


_STATUS = re.compile(r"^status=(\d+)\.$", re.MULTILINE)


class Pty:
    """A program on a pseudo-terminal whose bytes and settings can be looked at.

    Args:
        command: The program and its arguments.
        environ: Its environment, on top of `PATH`.
        redirect: Shell redirections such as `</dev/null`, done after the terminal is attached.
        size: Columns and rows.
    """

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        redirect: str = "",
        size: tuple[int, int] = (120, 40),
    ) -> None:
        self._main, self._line = pty.openpty()
        self.resize(*size)
        self.settings_before: list[Any] = termios.tcgetattr(self._line)
        self.output = b""
        self.environ = dict(environ)
        attach = f'exec <"$0" >"$0" 2>"$0"; exec "$@" {redirect}'
        # A session leader that opens a terminal gets it as its controlling terminal.
        self.process = subprocess.Popen(
            ["sh", "-c", attach, os.ttyname(self._line), *command],
            env={"PATH": os.environ["PATH"], **environ},
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self._main, self._line):
            with contextlib.suppress(OSError):
                os.close(descriptor)

    @property
    def settings(self) -> list[Any]:
        """The terminal's settings now, as `tcgetattr` gives them."""
        return termios.tcgetattr(self._line)

    @settings.setter
    def settings(self, settings: list[Any]) -> None:
        termios.tcsetattr(self._line, termios.TCSANOW, settings)

    def send(self, keys: bytes) -> None:
        """Send the bytes that keys send."""
        os.write(self._main, keys)

    @property
    def is_full(self) -> bool:
        """Whether the terminal takes nothing more until somebody reads what was written."""
        return not select.select((), (self._line,), (), 0)[1]

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, and tell the program in front as a terminal does."""
        fcntl.ioctl(self._main, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the terminal, as a lost connection does."""
        os.close(self._line)
        os.close(self._main)

    def read(self, seconds: float = 0.02) -> bytes:
        """Read what the program wrote meanwhile and add it to `output`."""
        ready, _, _ = select.select([self._main], [], [], seconds)
        found = os.read(self._main, 1 << 16) if ready else b""
        self.output += found
        return found

    def wait_for(self, text: str, after: int = 0) -> None:
        """Wait for bytes to have been written.

        Args:
            text: What to wait for.
            after: How much of the output does not count, for it was written before.
        """
        self.wait_until(f"{text!r} is written", lambda: text.encode() in self.output[after:])

    def wait_until(self, said: str, holds: Callable[[], bool]) -> None:
        """Wait for a condition while what the program writes is read."""
        end = time.monotonic() + DEADLINE
        while not holds():
            assert time.monotonic() < end, f"{said}: did not come about: {self.output[-2000:]!r}"
            running = self.read() or self.process.poll() is None
            assert running or holds(), f"ended: {self.output[-2000:]!r}"

    def press(self, keys: bytes, text: str) -> None:
        """Press keys and wait for the program to write what they lead to."""
        before = len(self.output)
        self.send(keys)
        self.wait_for(text, before)

    def wait_exit(self) -> int:
        """Wait for the program to end and return its exit status, 128 + n for signal n."""
        end = time.monotonic() + DEADLINE
        while (status := self.process.poll()) is None:
            assert time.monotonic() < end, f"still running: {self.output[-2000:]!r}"
            with contextlib.suppress(OSError):
                self.read()
        with contextlib.suppress(OSError):
            self._read_all()
        if status == CRASHED:
            # Shown by the test that fails, for the report is gone with the test's folder.
            print(*crash_reports(self.environ), sep="\n")
        return status if status >= 0 else 128 - status

    def _read_all(self) -> None:
        """Read all that was written, however late the system hands it over.

        What is written last arrives last: so a mark of our own is, and nothing follows it.
        """
        os.set_blocking(self._line, False)
        # A ^S that nobody read stopped the line; ^Q is what lets it go on.
        os.write(self._main, b"\x11")
        left = _MARK
        end = time.monotonic() + DEADLINE
        while left or not self.output.endswith(_MARK):
            assert time.monotonic() < end, f"the end is not read: {self.output[-2000:]!r}"
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(self._line, left) :] if left else left
            self.read()
        self.output = self.output.removesuffix(_MARK)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def wait_stopped(self) -> None:
        """Wait for the program to have been stopped by a signal."""
        state = Path("/proc", str(self.process.pid), "stat")
        self.wait_until("it is stopped", lambda: state.read_text().rpartition(") ")[2][0] == "T")

    def modes(self) -> dict[int, bool]:
        """Return the private modes the program touched and whether they are on in the end."""
        found = re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.output)
        return {int(mode): switch == b"h" for modes, switch in found for mode in modes.split(b";")}

    def keyboard_depth(self) -> int:
        """Return how many kitty keyboard modes were pushed and not popped again."""
        return len(re.findall(rb"\x1b\[>\d+u", self.output)) - self.output.count(b"\x1b[<u")


_MARK = b"\x00all was read\x00"
CURSOR, WRAPPING = 25, 7
"""Private modes that are on in a terminal at rest; all others the reader uses are off."""


def assert_restored(terminal: Pty) -> None:
    """Fail unless a program that has ended left the terminal as it found it."""
    modes = terminal.modes()
    assert {1049, 1000, 1003, 1006, 2004, CURSOR} <= modes.keys(), "the reader never set them"
    left_on = {mode for mode, on in modes.items() if on} - {CURSOR, WRAPPING}
    assert not left_on, f"modes were left on: {left_on}"
    assert modes[CURSOR], "the cursor was left hidden"
    depth = terminal.keyboard_depth()
    assert depth == 0, f"of the keyboard's modes, {depth} were left"
    settings, before = terminal.settings, terminal.settings_before
    assert settings == before, f"settings are {settings} instead of {before}"


@contextlib.contextmanager
def window(environ: Mapping[str, str], columns: int = 120, rows: int = 40) -> Iterator[Tmux]:
    """Open a tmux window for the time of a `with` block."""
    with Tmux(environ, columns, rows) as opened:
        yield opened


def crash_reports(environ: Mapping[str, str]) -> list[str]:
    """Return the crash reports that a user with this environment has."""
    folder = Path(environ.get("XDG_STATE_HOME") or os.devnull, "briefing")
    return [file.read_text("utf-8") for file in sorted(folder.glob("crash-*"))]
