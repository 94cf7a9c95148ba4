"""`python trace_many.py FOLDER`: traces `workflow.py` in each folder of a folder, the result `trace.json` beside it.

Each is traced by the product's own tracer in a process of its own, forked from one that has the tracer imported: a
start of Python for each of a thousand small files would take minutes.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import traceback
from pathlib import Path

LIMIT_SECONDS = 60
RESOURCES = {"warehouse": "database", "lake": "database", "airflow": "airflow", "bucket": "store"}


def main(folder: Path) -> int:
    """Traces as many at once as there are processors; what crashed is written as such."""
    _warm_up(folder)
    running: dict[int, Path] = {}
    for case in sorted(path.parent for path in folder.glob("*/workflow.py")):
        if len(running) >= (os.cpu_count() or 1):
            _end_one(running)
        child = os.fork()
        if child == 0:
            _trace_and_end(case)
        running[child] = case
    while running:
        _end_one(running)
    return 0


def _end_one(running: dict[int, Path]) -> None:
    child, status = os.wait()
    case = running.pop(child)
    if status != 0:
        _write(case, {"crash": _last_words(case, status)})


def _warm_up(folder: Path) -> None:
    """Imports what every trace imports, and looks once for what is installed."""
    import aqueduct
    import aqueduct.tracer.tracing
    from aqueduct.environments.digest import environment_digest
    from aqueduct.shipping.requirements import inferred_requirements

    for name in aqueduct.__all__:
        getattr(aqueduct, name)
    inferred_requirements([])
    environment_digest(folder, Path(aqueduct.__file__).parents[1])
    gc.freeze()


def _trace_and_end(case: Path) -> None:
    """In the child: never returns, so that nothing of the parent's is done twice."""
    code = 1
    try:
        signal.alarm(LIMIT_SECONDS)
        _send_output_to(case / "output.txt")
        from aqueduct.tracer.request import Request
        from aqueduct.tracer.tracing import trace

        os.chdir(case)
        sys.path[0] = str(case)  # as `python -m aqueduct.tracer` has it
        out, blobs = case / "trace.json", case.parent / "blobs"
        _write(case, trace(Request(case / "workflow.py", case, out, blobs, RESOURCES)))
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it was, it is the crash that is told
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _send_output_to(file: Path) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(handle, 1)
    os.dup2(handle, 2)


def _write(case: Path, document: object) -> None:
    (case / "trace.json").write_text(json.dumps(document), encoding="utf-8")


def _last_words(case: Path, status: int) -> str:
    said = (case / "output.txt").read_text("utf-8", errors="replace").strip() if (case / "output.txt").exists() else ""
    return f"ended with status {status}: {said[-2000:]}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
