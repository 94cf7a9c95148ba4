"""Peak memory of this process, from a moment on, written down while it grows."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Callable, Optional

_STATUS = "/proc/self/status"
_CLEAR = "/proc/self/clear_refs"
_RESET_PEAK = "5"  # proc(5): resets VmHWM to the present size
_SECONDS = 1.0


def reset_peak() -> None:
    """Makes the present size the peak, where the system can (Linux); elsewhere it counts from the process's start."""
    try:
        with open(_CLEAR, "w", encoding="ascii") as control:
            control.write(_RESET_PEAK)
    except OSError:
        return  # no Linux, or a container that forbids it: the figure then counts from the start


def peak_bytes() -> Optional[int]:
    """The most memory that this process held since `reset_peak`, in bytes; None where the system does not tell."""
    try:
        with open(_STATUS, encoding="ascii", errors="replace") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass  # no Linux: asked otherwise below
    try:
        import resource
    except ImportError:
        return None  # Windows
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


class MemoryWatch:
    """Reports the peak at once and then every second, so that a killed process has told its last figure."""

    def __init__(self, report: Callable[[int], None]) -> None:
        self._report = report
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="aqueduct-memory", daemon=True)

    def __enter__(self) -> MemoryWatch:
        reset_peak()
        self._tell()
        self._thread.start()
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_SECONDS):
            self._tell()

    def _tell(self) -> None:
        peak = peak_bytes()
        if peak is not None:
            self._report(peak)
