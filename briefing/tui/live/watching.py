"""Noticing that files of the open library have changed.

The system tells where it can; elsewhere the few files that lie open are looked at twice a second.
"""

import os
import threading
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

POLLING_SECONDS: Final = 0.5
_QUIET_MS: Final = 50
"""How long nothing may happen before a change is told: editors write in several steps."""
_LONGEST_MS: Final = 250
"""After how long it is told even if more happens."""
_LOOK_UP_MS: Final = 5000
"""How often to look whether there are other folders to watch."""
_FEWEST_FILES: Final = 64
"""How many files a program has to be allowed to open, for some to be used to watch."""
_REMOTE: Final = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "fuse.", "vboxsf", "virtiofs", "drvfs")
"""How the names of file systems begin that others may write to unnoticed."""


class LibraryWatch:
    """Tells when files of a library change, from a thread of its own, until it is stopped.

    Args:
        folders: Gives the folders whose files matter; those inside them do not.
        files: Gives the files that matter most, which are looked at where the system tells nothing.
        changed: Is called in that thread after something has changed.
    """

    def __init__(
        self,
        folders: Callable[[], Collection[Path]],
        files: Callable[[], Collection[Path]],
        changed: Callable[[], object],
    ) -> None:
        self._folders, self._files, self._changed = folders, files, changed
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch, unless it has begun; without a thread to spare nothing is watched."""
        if self._thread is None:
            thread = threading.Thread(target=self.run, name="watching", daemon=True)
            with suppress(RuntimeError):
                thread.start()
                self._thread = thread

    def stop(self) -> None:
        """End soon; nothing is told any more."""
        self._stop.set()

    def run(self) -> None:
        """Watch until stopped; what makes watching impossible makes it look instead."""
        while not self._stop.is_set():
            folders = frozenset(folder for folder in self._folders() if folder.is_dir())
            if not folders or not can_be_watched(folders):
                break
            try:
                self._be_told(folders)
            except (ImportError, OSError, RuntimeError):
                break
        self.poll()

    def _be_told(self, folders: frozenset[Path]) -> None:
        """Be told by the system, until stopped or until there are other folders to watch."""
        from watchfiles import watch  # takes longer to import than the first frame may wait

        changes = watch(
            *folders,
            watch_filter=lambda _, path: matters(path),
            debounce=_LONGEST_MS,
            step=_QUIET_MS,
            stop_event=self._stop,
            rust_timeout=_LOOK_UP_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
        )
        for changed in changes:
            if changed:
                self._tell()
            if folders != frozenset(folder for folder in self._folders() if folder.is_dir()):
                return

    def poll(self) -> None:
        """Look at the files that matter most, until stopped."""
        if self._stop.is_set():
            return
        known = stamps(self._files())
        while not self._stop.wait(POLLING_SECONDS):
            now = stamps(self._files())
            # A file that only now lies open is no change; a card that was opened is as it is.
            if any(known[path] != stamp for path, stamp in now.items() if path in known):
                self._tell()
            known = now

    def _tell(self) -> None:
        if not self._stop.is_set():
            self._changed()


def matters(path: str) -> bool:
    """Tell whether a file can be one of a library's, and no copy that an editor makes."""
    name = os.path.basename(path)  # noqa: PTH119  # for every file that changes
    return not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".tmp", ".part"))


def stamps(files: Iterable[Path]) -> dict[Path, tuple[int, int, int]]:
    """Return what tells one state of each file from another; zeros for what is not there."""
    found = {}
    for file in files:
        try:
            status = file.stat()
            found[file] = (status.st_size, status.st_mtime_ns, status.st_ino)
        except (OSError, ValueError):
            found[file] = (0, 0, 0)
    return found


def can_be_watched(folders: Iterable[Path]) -> bool:
    """Tell whether the system can be asked: enough files may be opened, and none is far away."""
    import resource

    fewest, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if fewest != resource.RLIM_INFINITY and fewest < _FEWEST_FILES:
        return False
    remote = _remote_mounts()
    return not any(folder.resolve().is_relative_to(mount) for folder in folders for mount in remote)


def _remote_mounts() -> list[str]:
    """Return where file systems are mounted that others may write to; none where nobody says."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    mounts = (line.split(" ") for line in lines.splitlines())
    return [
        each[1].replace("\\040", " ")
        for each in mounts
        if len(each) > 2 and each[2].startswith(_REMOTE)
    ]
