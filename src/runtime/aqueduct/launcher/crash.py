"""A crash in Python's own fault handler's words, as the last lines of a process's error stream: `core/jobs/crash.ts` reads them so here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_MOST = 64 * 1024
_FRAME = re.compile(r'^  File "(.+)", line (\d+) in (.+)$', re.M)


def last_words(log: Path) -> str:
    """The end of a log, at most 64 KiB; empty where there is none."""
    try:
        with open(log, "rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _MOST))
            return file.read().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""


def crash_of(text: str, folder: Path) -> tuple[str, list[dict[str, Any]]]:
    """The handler's one line, and the user's own frames, outermost first, relative to `folder`; both empty where it tells of none."""
    fatal = re.search(r"^Fatal Python error: .*$", text, re.M)
    if fatal is None:
        return "", []
    current = re.search(r"^Current thread .*\n((?:  File .*(?:\n|$))*)", text, re.M)
    roots = {f"{folder}/", f"{folder.resolve()}/"}
    frames = []
    for file, line, function in _FRAME.findall(current.group(1) if current else ""):
        own = next((file[len(root) :] for root in roots if file.startswith(root)), None)
        if own is not None and "/site-packages/" not in file:
            frames.append({"file": own, "line": int(line), "function": function, "text": ""})
    return f"{fatal.group(0)}.", frames[::-1]
