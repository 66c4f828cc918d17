"""What the numbers were measured on."""

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path


def describe() -> dict[str, str]:
    """Return processor, cores, memory, system and Python, as words for the report."""
    cpu = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        rows = info.read_text(encoding="utf-8", errors="replace").splitlines()
        cpu = next((r.partition(":")[2].strip() for r in rows if r.startswith("model name")), cpu)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": cpu,
        "cores": str(os.cpu_count()),
        "memory": f"{pages / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load": f"{os.getloadavg()[0]:.1f} at the start",
    }


def noise(rounds: int = 20) -> float:
    """Return how much the same short work varies now: 95th percentile over the median."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        sum(n * n for n in range(200_000))
        seconds.append(time.perf_counter() - started)
    seconds.sort()
    return seconds[int(0.95 * rounds)] / statistics.median(seconds)


def bare_python(rounds: int = 15) -> float:
    """Return the median seconds of `python -c pass`, the whole process."""
    return whole_process([sys.executable, "-c", "pass"], rounds)


def whole_process(command: list[str], rounds: int = 15, env: dict[str, str] | None = None) -> float:
    """Return the median seconds a command takes from start to exit, its output thrown away."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            env=env,
        )
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)
