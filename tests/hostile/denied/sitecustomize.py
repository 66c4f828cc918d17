"""Makes a connection impossible for the Python that finds this module at its start.

Python's own sockets are refused where they are made, and the attempt is written to the file that
`$DENIED_LOG` names. Whatever goes past Python, an extension or another program it starts, is ended
by the kernel (seccomp, SIGSYS) where this machine's calls are known. Sockets of the machine itself
(AF_UNIX) are let through: the event loop wakes itself by a pair of them.
"""

import ctypes
import os
import platform
import socket
import struct
import sys
import traceback

REACHING_OUT = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.sendto",
    "socket.sendmsg",
)
CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""How the kernel names a machine, and the number of its call `socket`."""
NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2
KILL, ALLOW = 0x80000000, 0x7FFF0000
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06


class DeniedError(OSError):
    """Somebody tried to reach out."""


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    made = event == "socket.__new__" and arguments[1] != socket.AF_UNIX
    reached = event in REACHING_OUT and getattr(arguments[0], "family", None) != socket.AF_UNIX
    if made or reached:
        log = os.environ.get("DENIED_LOG")
        if log:
            where = "".join(traceback.format_stack(limit=12))
            with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123  # before all else
                file.write(f"{event} {arguments[1:]}\n{where}\n")
        raise DeniedError(1, f"{event} is denied")


def _deny_in_the_kernel() -> None:
    architecture, call = CALLS[platform.machine()]
    # Of another machine's calls, or not `socket`, or in the family AF_UNIX: let through.
    program = b"".join(
        struct.pack("HBBI", *instruction)
        for instruction in (
            (LOAD, 0, 0, 4),
            (EQUAL, 0, 5, architecture),
            (LOAD, 0, 0, 0),
            (EQUAL, 0, 3, call),
            (LOAD, 0, 0, 16),
            (EQUAL, 1, 0, int(socket.AF_UNIX)),
            (RETURN, 0, 0, KILL),
            (RETURN, 0, 0, ALLOW),
        )
    )
    kept = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept)), 16
    )
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if libc.prctl(SET_SECCOMP, FILTER, header, 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


sys.addaudithook(_audit)
if sys.platform == "linux" and platform.machine() in CALLS:
    _deny_in_the_kernel()
