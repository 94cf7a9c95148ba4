"""The runner as a child: its environment, its output line by line, and its end, whatever ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO, Any, Callable, Optional

_GRACE_SECONDS = 5.0
_DRAIN_SECONDS = 5.0
_HIDDEN = ("AIRFLOW", "_AIRFLOW", "__AIRFLOW", "AWS_", "AQUEDUCT_", "PYTHON")
_RUNTIME = str(Path(__file__).resolve().parents[2])
_START = os.path.join(_RUNTIME, "aqueduct", "start.py")
_current: Optional[Child] = None


def cancel() -> None:
    """Ends the child of this process, if one runs: asked at first, killed after a grace. Returns at once."""
    if _current is not None:
        _current.cancel()


def environment(of: Mapping[str, str]) -> dict[str, str]:
    """What user code may see of a worker's environment: nothing of Airflow's, of AWS's or of ours."""
    kept = {name: value for name, value in of.items() if not name.upper().startswith(_HIDDEN)}
    return {**kept, "PYTHONPATH": _RUNTIME}


class Child:
    """One run of the runner, in our own process group, so that what ends us ends it too."""

    def __init__(
        self, python: str, job: Mapping[str, Any], folder: Path, logs: Path, show: Callable[[str], None]
    ) -> None:
        self.cancelled = False
        self._show = show
        self._process = subprocess.Popen(
            [python, _START, "runner"],
            stdin=subprocess.PIPE,  # its own: fd 0 of a task of Airflow 3 is the supervisor's socket
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=str(folder),
            env=environment(os.environ),
        )
        self._readers = [
            threading.Thread(target=self._pass_on, args=(stream, logs / f"{name}.log"), daemon=True)
            for name, stream in (("stdout", self._process.stdout), ("stderr", self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()
        self._give(job)

    def wait(self) -> int:
        """The exit code; negative for a signal. While it waits, SIGTERM ends the child before anything else."""
        global _current
        _current = self
        restore = self._catch_terminate()
        try:
            return self._process.wait()
        finally:
            _current = None
            self._end()
            restore()

    def cancel(self) -> None:
        self.cancelled = True
        if self._process.poll() is not None:
            return
        self._process.terminate()
        killer = threading.Timer(_GRACE_SECONDS, self._process.kill)
        killer.daemon = True
        killer.start()

    def _catch_terminate(self) -> Callable[[], None]:
        """Our handler first ends the child, then does what Airflow's own would; only a main thread can have one."""
        if threading.current_thread() is not threading.main_thread():
            return lambda: None
        before = signal.getsignal(signal.SIGTERM)

        def on_terminate(number: int, frame: Optional[FrameType]) -> None:
            self.cancel()
            if callable(before):
                before(number, frame)

        signal.signal(signal.SIGTERM, on_terminate)
        return lambda: None if before is None else _set_handler(before)

    def _end(self) -> None:
        """No child outlives this: not after an exception of Airflow's (a time limit), not after a cancel."""
        if self._process.poll() is None:
            self.cancel()
            self._process.wait()
        if self._process.stdin is not None:
            with suppress(BrokenPipeError):  # it ended before it had read its job
                self._process.stdin.close()
        for reader in self._readers:
            reader.join(_DRAIN_SECONDS)  # what it started may hold the pipe for longer: we do not wait for that

    def _give(self, job: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(job).encode("utf-8") + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return  # it could not start: its exit code and its stderr say why

    def _pass_on(self, stream: IO[bytes], log: Path) -> None:
        with open(log, "wb") as file:
            for line in iter(stream.readline, b""):
                file.write(line)
                file.flush()
                self._show(line.decode("utf-8", "replace").rstrip("\r\n"))


def show(line: str) -> None:
    """A line into Airflow's task log, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _set_handler(handler: Any) -> None:
    signal.signal(signal.SIGTERM, handler)
