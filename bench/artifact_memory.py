"""Measures how much memory a large artifact takes on its way from an operator to S3, and to the operator after it.

Usage: ``python artifact_memory.py MEGABYTES [KIND …]``. ``AQUEDUCT_TEST_S3`` is JSON with the endpoint, key id and secret of an S3 server.
Prints ``[{"what", "megabytes", "runner", "reader", "launcher"}, …]``: the size of the value in memory, and the peaks of the process that
made it, of the one that read it as its input, and what the launcher's task took beyond what
it held before, which brings it to the server and back. All in MiB (2**20 bytes). Each kind has a process of its own.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MIB = 2**20
_LAUNCHER_TESTS = Path(__file__).parents[1] / "test" / "runtime" / "launcher"

_MAKE = {
    "bytes": "return b'x' * SIZE",
    "text": "return 'x' * SIZE",
    "array": "import numpy; return numpy.arange(SIZE // 8, dtype='float64')",
    "table of numbers": """
    import numpy, pandas
    rows = SIZE // 64
    return pandas.DataFrame({name: numpy.arange(rows, dtype='float64') for name in 'abcdefgh'}, copy=False)""",
    "table of one array": """
    import numpy, pandas
    return pandas.DataFrame(numpy.arange(SIZE // 8, dtype='float64').reshape(-1, 8), columns=list('abcdefgh'), copy=False)""",
    "table with times and text": """
    import numpy, pandas, pyarrow
    rows = SIZE // 56
    times = numpy.arange(rows // 9_999 * 9_999, dtype='int64').view('datetime64[ns]')
    words = pyarrow.chunked_array([pyarrow.array(['wine of a year'] * 9_999)] * (rows // 9_999))
    rows = len(words)
    words = pandas.array(words, dtype='string[pyarrow]')
    return pandas.DataFrame({'a': numpy.arange(rows), 'b': times, 'c': words, 'd': numpy.arange(rows) / 3}, copy=False)""",
    "list of numbers": "return [place / 3 for place in range(SIZE // 32)]",
    "list of texts": "return [str(place) for place in range(SIZE // 64)]",
}
_SIZES = {"table": "int(x.memory_usage(deep=True).sum())", "array": "x.nbytes", "list": "len(x) * 32"}


class ChildPeak:
    """The most memory that any child of this process held, in bytes, looked at all the time: a runner sets its own peak back."""

    def __init__(self) -> None:
        self.bytes = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> ChildPeak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.005):
            for task in Path("/proc/self/task").iterdir():
                for child in (task / "children").read_text().split() if (task / "children").exists() else ():
                    self.bytes = max(self.bytes, _peak_of(child))


def _peak_of(process: str) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def measure(kind: str, size: int) -> dict[str, Any]:
    """Runs a producer and a consumer as tasks of a run whose store is in S3."""
    sys.path.insert(0, str(_LAUNCHER_TESTS))
    import worker as workers

    from aqueduct.launcher import airflow_side
    from aqueduct.store import S3Store, s3_client

    airflow_side.fail, airflow_side.fail_for_now = workers.fail, workers.fail_for_now
    server = json.loads(os.environ["AQUEDUCT_TEST_S3"])
    client = s3_client({"endpoint": server["endpoint"], "region": "us-east-1"}, server["keyId"], server["secret"], None)
    bucket = f"memory-{os.urandom(4).hex()}"
    client.create_bucket(Bucket=bucket)
    with tempfile.TemporaryDirectory() as folder:
        worker = workers.Worker(Path(folder))
        worker.store = S3Store(client, bucket)
        made = f"def work():\n    SIZE = {size}\n    {_MAKE[kind].strip()}\n"
        sized = _SIZES.get(kind.split(maxsplit=1)[0], "len(x)")
        spec = worker.publish(
            [
                worker.operator("make", made, requirements=[]),
                worker.operator("read", f"def work(x):\n    return {sized}\n", inputs=["make"]),
            ]
        )
        try:
            before = _own_peak()
            with ChildPeak() as runner:
                worker.run(spec, "make")
            with ChildPeak() as reader:
                manifest = worker.run(spec, "read")
            told = {
                "what": kind,
                "encoding": worker.manifest("make")["artifacts"][0]["encoding"],
                "megabytes": worker.value(manifest) / MIB,
                "call": worker.manifest("make")["peakBytes"] / MIB,
                "runner": runner.bytes / MIB,
                "reader": reader.bytes / MIB,
                "launcher": (_own_peak() - before) / MIB,
            }
        finally:
            for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket):
                for each in page.get("Contents", ()):
                    client.delete_object(Bucket=bucket, Key=each["Key"])
            client.delete_bucket(Bucket=bucket)
    return told


def _own_peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(size: int, kinds: Sequence[str]) -> None:
    """Measures each kind in a process of its own."""
    told = []
    for kind in kinds:
        output = subprocess.run(
            [sys.executable, __file__, "--one", kind, str(size)], stdout=subprocess.PIPE, check=True
        ).stdout
        told.append(json.loads(output.splitlines()[-1]))
        sys.stderr.write(f"{told[-1]}\n")
    sys.stdout.write(json.dumps(told))


if sys.argv[1] == "--one":
    sys.stdout.write("\n" + json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
else:
    main(int(sys.argv[1]) * MIB, sys.argv[2:] or list(_MAKE))
