"""`start.py tracer`: a request on stdin, the result in the file that it names."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, Optional

from aqueduct.debugging import wait_for_debugger
from aqueduct.tracer.request import BadRequest, read_request
from aqueduct.tracer.tracing import trace

WRONG_REQUEST = 2


class _Ended(BaseException):
    """A signal asked the tracer to end; no `except Exception` of user code holds it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> NoReturn:
    """Traces one file; the exit code is 0 whenever a result was written, 128 + n where signal n ended it."""
    code = _trace_one()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # threads and exit handlers of the user's file must not hold up the answer


def _trace_one() -> int:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    try:
        request = read_request(sys.stdin.buffer.read())
        wait_for_debugger("tracer")
        write_result(request.out, trace(request))
    except BadRequest as error:
        sys.stderr.write(f"aqueduct.tracer: {error}\n")
        return WRONG_REQUEST
    except _Ended as ended:
        return 128 + ended.number
    return 0


def write_result(out: Path, result: dict[str, Any]) -> None:
    """Writes a whole file or none."""
    handle, temporary = tempfile.mkstemp(dir=out.parent, prefix=".trace-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(result, stream, ensure_ascii=False)
        os.replace(temporary, out)
    except BaseException:
        os.unlink(temporary)
        raise


def _end(number: int, _frame: Optional[FrameType]) -> NoReturn:
    raise _Ended(number)


if __name__ == "__main__":
    main()
