"""Makes tests cheap enough to be run for every mutant: a Python process that a test starts to its end is forked from the test's
own process, where most modules are there already. What cannot be done so is started as ever.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

_started = subprocess.run
_FORKED_SCRIPTS = (["driver.py"], ["start.py", "tracer"])


class Forking:
    """A plugin of pytest. `at_end` is called in each forked process before it ends."""

    def __init__(self, tree: Path, own_path: Sequence[str], at_end: Callable[[], None]) -> None:
        self._tree = tree
        self._own_path = own_path
        self._at_end = at_end

    def pytest_sessionstart(self) -> None:
        subprocess.run = self._run  # type: ignore[assignment]

    def pytest_sessionfinish(self) -> None:
        subprocess.run = _started

    def _run(self, *given: Any, **options: Any) -> Any:
        command = given[0] if given else options.get("args")
        start = self._start(command)
        known = {"cwd", "env", "input", "capture_output", "text", "timeout", "check"}
        if start is None or not options.keys() <= known or not (options.get("capture_output") and options.get("text")):
            return _started(*given, **options)
        return self._forked(command, start, options)

    def _start(self, command: object) -> Optional[Callable[[], None]]:
        if not isinstance(command, list) or command[0] != sys.executable:
            return None
        called = [os.path.basename(command[1]), *command[2:]]
        if any(called[: len(script)] == script for script in _FORKED_SCRIPTS):
            return lambda: _run_script(command[1:])
        return None

    def _forked(self, command: list[str], start: Callable[[], None], options: Mapping[str, Any]) -> Any:
        pipes = [os.pipe() for _ in range(3)]
        pid = os.fork()
        if pid == 0:
            self._be_process(pipes, start, options)
        for mine, other in ((pipes[0][1], pipes[0][0]), (pipes[1][0], pipes[1][1]), (pipes[2][0], pipes[2][1])):
            os.close(other)
            os.set_inheritable(mine, False)
        texts: dict[int, bytes] = {}
        readers = [threading.Thread(target=_read, args=(pipe[0], texts)) for pipe in pipes[1:]]
        for reader in readers:
            reader.start()
        _write(pipes[0][1], (options.get("input") or "").encode())
        _, status = os.waitpid(pid, 0)
        for reader in readers:
            reader.join()
        code = os.waitstatus_to_exitcode(status)
        out, err = (texts[pipe[0]].decode("utf-8", "replace") for pipe in pipes[1:])
        if options.get("check") and code != 0:
            raise subprocess.CalledProcessError(code, command, out, err)
        return subprocess.CompletedProcess(command, code, out, err)

    def _be_process(
        self, pipes: Sequence[tuple[int, int]], start: Callable[[], None], options: Mapping[str, Any]
    ) -> None:
        code = 1
        try:
            for number, descriptor in enumerate((pipes[0][0], pipes[1][1], pipes[2][1])):
                os.dup2(descriptor, number)
            for pipe in pipes:
                for descriptor in pipe:
                    os.close(descriptor)
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115 - as long as the process
            sys.excepthook = sys.__excepthook__
            os.chdir(options.get("cwd") or os.getcwd())
            os.environ.clear()
            os.environ.update(options.get("env") or {})
            self._forget_tests()
            given = [entry for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
            sys.path[:] = [*given, *self._own_path]
            try:
                start()
                code = 0
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            except BaseException as error:  # noqa: BLE001 - what an interpreter does at the end of a program
                sys.excepthook(type(error), error, error.__traceback__)
            threading._shutdown()  # type: ignore[attr-defined]
            sys.stdout.flush()
            sys.stderr.flush()
            self._at_end()
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
        finally:
            os._exit(code)

    def _forget_tests(self) -> None:
        tests = str(self._tree / "test")
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None) or "").startswith(tests):
                del sys.modules[name]


def _run_script(command: Sequence[str]) -> None:
    sys.argv = list(command)
    sys.path.insert(0, os.path.dirname(command[0]))
    runpy.run_path(command[0], run_name="__main__")


def _read(descriptor: int, texts: dict[int, bytes]) -> None:
    with os.fdopen(descriptor, "rb") as stream:
        texts[descriptor] = stream.read()


def _write(descriptor: int, data: bytes) -> None:
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
    except BrokenPipeError:
        return
