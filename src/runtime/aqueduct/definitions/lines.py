"""The user's own lines in traces, also where the file is not there or has changed since."""

from __future__ import annotations

import linecache
from collections.abc import Mapping, Sequence
from typing import Any

from aqueduct.source_files import split_lines


def show_lines(path: str, pieces: Sequence[Mapping[str, Any]]) -> None:
    """Gives `linecache` the lines of the pieces, unless the file at `path` has the same."""
    wanted: dict[int, str] = {}
    for piece in pieces:
        if piece["kind"] == "definition":
            for offset, line in enumerate(split_lines(piece["text"])):
                wanted[piece["line"] + offset] = line
    there = linecache.getlines(path)
    if all(number <= len(there) and there[number - 1].rstrip() == line.rstrip() for number, line in wanted.items()):
        return
    lines = [wanted.get(number, "\n") for number in range(1, max(wanted, default=0) + 1)]
    keep_lines(path, "".join(lines))


def keep_lines(path: str, text: str) -> None:
    """Lets `linecache` show a text under a path for the life of the process."""
    lines = list(split_lines(text))
    linecache.cache[path] = (len(text), None, lines, path)  # without a time of change it is never dropped
