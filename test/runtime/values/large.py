"""Writes a large value to a file and reads it again, and prints what that took beyond the value: ``python large.py KIND FILE``.

Prints ``{"size", "writing", "reading", "encoding"}`` in MiB: `reading` counts from before the value is there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy
import pandas

from aqueduct.runner.memory import peak_bytes, reset_peak
from aqueduct.values import read, write

MIB = 2**20
SIZE = 200 * MIB


def _times_and_text() -> pandas.DataFrame:
    rows = SIZE // 32
    words = pandas.Categorical.from_codes(numpy.arange(rows) % 3, ["red", "white", "rosé"])
    times = numpy.arange(rows).view("datetime64[ns]")
    return pandas.DataFrame({"a": numpy.arange(rows), "b": times, "c": words}, copy=False)


def _text_as_objects() -> pandas.DataFrame:
    rows = SIZE // 1024
    return pandas.DataFrame({"a": pandas.Series([f"{place:0960}" for place in range(rows)], dtype=object)})


KINDS: dict[str, Any] = {
    "bytes": lambda: b"x" * SIZE,
    "text": lambda: "x" * SIZE,
    "array": lambda: numpy.arange(SIZE // 8),
    "locked array": lambda: numpy.broadcast_to(numpy.arange(SIZE // 8), SIZE // 8),
    "array in columns": lambda: numpy.arange(SIZE // 8).reshape(-1, 8).T,
    "arrays in a dictionary": lambda: {name: numpy.arange(SIZE // 16) for name in "ab"},
    "table": lambda: pandas.DataFrame({name: numpy.arange(SIZE // 32) / 3 for name in "abcd"}, copy=False),
    "table of one array": lambda: pandas.DataFrame(numpy.arange(SIZE // 8).reshape(-1, 8), columns=list("abcdefgh")),
    "table with times and categories": _times_and_text,
    "table with text as objects": _text_as_objects,
    "list": lambda: list(range(SIZE // 40)),
}


def _held() -> int:
    reset_peak()
    return peak_bytes() or 0


def main(kind: str, file: Path) -> None:
    """Measures and prints."""
    with open(file, "w+b") as opened:  # imports what is imported once
        write(pandas.DataFrame({"a": [1], "b": ["x"]}), opened)
    with open(file, "rb") as opened:
        read(opened, "parquet", "table")
    empty = _held()
    value = KINDS[kind]()
    full = _held()
    with open(file, "w+b") as opened:
        form = write(value, opened)
    written = (peak_bytes() or 0) - full
    del value
    before = _held()
    with open(file, "rb") as opened:
        read(opened, form.encoding, form.type)
    reading = (peak_bytes() or 0) - before
    told = {"size": full - empty, "writing": written, "reading": reading}
    sys.stdout.write(json.dumps({**{name: each / MIB for name, each in told.items()}, "encoding": form.encoding}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
