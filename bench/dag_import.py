"""Times the import of two DAG files that both lie beside each other, in interleaved rounds, in a process that has Airflow.

Usage: ``python dag_import.py ROUNDS OURS BY_HAND``. Prints ``{"ours": [ms, …], "byHand": [ms, …], "tasks": [n, n]}``.
Reading, compiling and executing a file is timed; what either imports of Airflow was imported in a round that does not count.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any


def imported(path: str) -> tuple[float, int]:
    """Milliseconds that the import of a DAG file takes, and the number of its tasks."""
    gc.collect()
    started = time.perf_counter()
    namespace: dict[str, Any] = {"__name__": "measured_dag", "__file__": path}
    exec(compile(Path(path).read_bytes(), path, "exec"), namespace)
    ended = time.perf_counter()
    return (ended - started) * 1000, len(namespace["dag"].tasks)


def main(rounds: int, ours: str, by_hand: str) -> None:
    """Measures and prints; two rounds come before those that count."""
    times: dict[str, list[float]] = {ours: [], by_hand: []}
    tasks = {}
    for index in range(-2, rounds):
        # Who comes first changes, since the first of two finds colder caches.
        for path in (ours, by_hand) if index % 2 else (by_hand, ours):
            taken, tasks[path] = imported(path)
            if index >= 0:
                times[path].append(taken)
    sys.stdout.write(
        json.dumps({"ours": times[ours], "byHand": times[by_hand], "tasks": [tasks[ours], tasks[by_hand]]})
    )


main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
