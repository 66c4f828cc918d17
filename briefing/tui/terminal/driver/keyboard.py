"""Reading keys, clicks and pastes from a terminal in a thread, whatever it sends."""

import os
import select
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import copy
from typing import Final

from textual import constants

# The toolkit has no public parser of what terminals send, and a second one would know less.
from textual._xterm_parser import XTermParser
from textual.message import Message

from briefing.tui.terminal.driver.decoding import KeyboardDecoder

CHUNK: Final = 1024
"""Bytes read at once; after as many the reader has to deal with them before more are read."""
TICK: Final = 0.02
"""Seconds between looks at a key that may be the beginning of an escape sequence."""
PASTE_PATIENCE: Final = 1.0
"""Seconds without a byte after which a paste has lost its end."""


class Keyboard:
    """Reads from a terminal until told to stop.

    Args:
        descriptor: The terminal.
        take: Called in the thread with each message that was read.
        wait: Called in the thread with an event to be set when all messages so far are dealt with.
        lost: Called in the thread, once, when no more can be read; None if the terminal has ended.
    """

    def __init__(
        self,
        descriptor: int,
        take: Callable[[Message], None],
        wait: Callable[[threading.Event], None],
        lost: Callable[[Exception | None], None],
    ) -> None:
        self._descriptor = descriptor
        self._take = take
        self._wait = wait
        self._lost = lost
        self._parser = XTermParser()
        self._decoder = KeyboardDecoder()
        self._stopped = threading.Event()
        self._wake_reader, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._run, name="briefing-keys", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop reading; nothing is taken after this."""
        if self._stopped.is_set():
            return
        self._stopped.set()
        os.write(self._wake, b"\0")
        self._thread.join()
        os.close(self._wake)
        os.close(self._wake_reader)

    def _run(self) -> None:
        try:
            self._read_on()
        except Exception as error:
            # Without its keys the reader could never be left: whatever went wrong has to end it.
            self._lost(error)

    def _read_on(self) -> None:
        settled = 0.0
        while not self._stopped.is_set():
            unsettled = time.monotonic() < settled
            data = self._read(TICK if unsettled else None)
            if data == b"":
                self._lost(None)
                return
            if data is not None:
                self._dispatch(self._decoder.feed(data))
                settled = time.monotonic() + self._patience()
                if len(data) == CHUNK:
                    self._until_dealt_with()
                continue
            if time.monotonic() >= settled:
                self._dispatch(self._decoder.settle())
            self._deal(self._tick())

    def _patience(self) -> float:
        """Return how long after a byte something may still follow that belongs to it, in seconds.

        One tick more than the parser waits, so that it has said by then what it waited for.
        """
        return PASTE_PATIENCE if self._decoder.pasting else constants.ESCAPE_DELAY + 2 * TICK

    def _read(self, seconds: float | None) -> bytes | None:
        """Return what can be read, nothing at the terminal's end, and None if nothing came."""
        ready, _, _ = select.select((self._descriptor, self._wake_reader), (), (), seconds)
        if self._descriptor not in ready or self._stopped.is_set():
            return None
        try:
            return os.read(self._descriptor, CHUNK)
        except BlockingIOError:
            return None

    def _dispatch(self, text: str) -> None:
        """Parse text character by character, so that a fault costs one sequence and no more."""
        for character in text:
            self._deal(self._parse(character))

    def _parse(self, character: str) -> Iterator[Message]:
        # Nobody asked for positions in pixels, and a stray report must not make them expected.
        self._parser.mouse_pixels = False
        yield from self._parser.feed(character)

    def _tick(self) -> Iterator[Message]:
        yield from self._parser.tick()

    def _deal(self, messages: Iterator[Message]) -> None:
        while True:
            try:
                message = next(messages, None)
            except Exception:
                # Such as a key whose number is no character: the parser stands still after it.
                self._parser = XTermParser()
                return
            if message is None:
                return
            if not self._stopped.is_set():
                # Of the one it made last the parser, which a cache keeps for ever, never lets go;
                # the app that gets it would stay with it.
                self._take(copy(message))

    def _until_dealt_with(self) -> None:
        """Wait for the reader, so that a flood of keys piles up in the kernel and not in memory."""
        dealt_with = threading.Event()
        with suppress(RuntimeError):  # the loop has ended
            self._wait(dealt_with)
            while not dealt_with.wait(TICK) and not self._stopped.is_set():
                continue
