"""`start.py runner`: one job on stdin, one exit code (docs/formats/runner.md)."""

from __future__ import annotations

import faulthandler
import os
import sys

from aqueduct.debugging import wait_for_debugger
from aqueduct.runner.job import MalformedJob, parse_job
from aqueduct.runner.run import SYSTEM_FAILED, OperatorRun


def main() -> int:
    """Reads the job, runs it, and returns the exit code."""
    parent = os.getppid()
    stdin = _take_stdin()
    try:
        job = parse_job(_read_line(stdin))
    except MalformedJob as error:
        sys.stderr.write(f"aqueduct.runner: {error}\n")
        return SYSTEM_FAILED
    if job.watch_parent:
        from aqueduct.runner.watch import watch_parent

        watch_parent(stdin, parent)
    else:
        os.close(stdin)
    _show_output_at_once()
    wait_for_debugger("runner")
    faulthandler.enable()
    return OperatorRun(job).run()


def _take_stdin() -> int:
    """Moves stdin out of the reach of user code, which finds an empty one instead of our job."""
    taken = os.dup(0)
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    return taken


def _read_line(descriptor: int) -> bytes:
    data = bytearray()
    while not data.endswith(b"\n"):
        chunk = os.read(descriptor, 65536)
        if not chunk:
            break
        data += chunk
    return bytes(data)


def _show_output_at_once() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]


if __name__ == "__main__":
    sys.exit(main())
