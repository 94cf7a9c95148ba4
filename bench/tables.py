"""Times how tables are stored and read, beside pandas' own Parquet, in interleaved rounds of one process.

Usage: ``python tables.py ROUNDS``. Prints ``[{"what", "encoding", "ours": [ms, …], "pandas": [ms, …]}, …]``. Tables have
200,000 rows and 4 columns. Ours is the whole way out and in, with the proof that the table comes back as it was. What pandas'
Parquet refuses as it is, it gets as text.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy
import pandas

from aqueduct.values import decode, encode, tables

ROWS = 200_000
_random = numpy.random.default_rng(1)


def _floats(labels: Any) -> Any:
    return pandas.DataFrame(_random.random((ROWS, 4)), columns=labels)


def _everyday() -> Any:
    table = _floats(list("abcd"))
    table["b"] = _random.integers(0, 1000, ROWS)
    table["c"] = [f"text {place % 500}" for place in range(ROWS)]
    table["d"] = pandas.date_range("2020", periods=ROWS, freq="min")
    return table


def _mixed() -> Any:
    table = _floats(list("abcd"))
    table["a"] = [1, "a"] * (ROWS // 2)
    return table


def _timed(work: Callable[[Any], None], table: Any) -> float:
    started = time.perf_counter()
    work(table)
    return (time.perf_counter() - started) * 1000


def _ours(table: Any) -> None:
    encoded = encode(table)
    decode(encoded.data, encoded.encoding, encoded.type)


def _pandas(table: Any) -> None:
    sink = io.BytesIO()
    table.to_parquet(sink)
    pandas.read_parquet(io.BytesIO(sink.getvalue()))


def main(rounds: int) -> None:
    """Measures and prints; one round comes before those that count."""
    measured = []
    for what, table, encoding, has_parquet in (
        ("numbers, text, times", _everyday(), "parquet", True),
        ("floats", _floats(list("abcd")), "parquet", True),
        ("labels that are numbers", _floats(range(4)), "parquet", True),
        ("mixed objects", _mixed(), "pickle", True),
        ("no pyarrow", _everyday(), "pickle", False),
    ):
        plain = table.set_axis([str(label) for label in table.columns], axis=1)
        if what == "mixed objects":
            plain = plain.astype({"a": str})
        parquet = tables.write_parquet
        if not has_parquet:
            tables.write_parquet = lambda _table, _file: False
        assert encode(table).encoding == encoding, what
        times: dict[str, list[float]] = {"ours": [], "pandas": []}
        for index in range(-1, rounds):
            for name, work, given in (("ours", _ours, table), ("pandas", _pandas, plain)):
                taken = _timed(work, given)
                if index >= 0:
                    times[name].append(taken)
        tables.write_parquet = parquet
        measured.append({"what": what, "encoding": encoding, **times})
    sys.stdout.write(json.dumps(measured))


if __name__ == "__main__":
    main(int(sys.argv[1]))
