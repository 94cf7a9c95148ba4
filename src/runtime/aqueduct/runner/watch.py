"""Ends this process, and what it started, when whoever started it is gone (workers only)."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from types import FrameType
from typing import Optional

_PR_SET_PDEATHSIG = 1
_ENDED = 143  # as a shell shows a process that was terminated


def watch_parent(stdin: int, parent: int) -> None:
    """From now on the end of `stdin`, or of the process `parent`, ends this process and its descendants.

    The kernel's signal alone would do for us, the end of stdin alone for other systems; together they also reach
    descendants, which know neither.
    """
    signal.signal(signal.SIGTERM, _on_terminate)
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        _end()  # it went before the kernel was told
    threading.Thread(target=_wait_for_end, args=(stdin,), name="aqueduct-parent", daemon=True).start()


def _wait_for_end(stdin: int) -> None:
    while os.read(stdin, 4096):
        continue
    _end()


def _on_terminate(_signal: int, _frame: Optional[FrameType]) -> None:
    _end()


def _end() -> None:
    for process in _descendants(os.getpid()):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue  # it ended by itself
    os._exit(_ENDED)


def _descendants(process: int) -> list[int]:
    """Processes that descend from one, nearest first; none where there is no /proc."""
    if not os.path.isdir("/proc/self"):
        return []
    children: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                parent = int(stat.read().rpartition(")")[2].split()[1])
        except OSError:
            continue  # gone since the listing
        children.setdefault(parent, []).append(int(name))
    found: list[int] = []
    waiting = [process]
    while waiting:
        for child in children.get(waiting.pop(0), ()):
            found.append(child)
            waiting.append(child)
    return found
