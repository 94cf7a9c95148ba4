"""The runner as a child of a task: what it sees, what is seen of it, and that it never outlives the task."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any

import aqueduct.keys
from aqueduct.launcher import child as children
from aqueduct.launcher.child import Child

STUBBORN = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('up', flush=True)
time.sleep(60)
"""


def test_nothing_of_airflow_aws_or_ours_is_in_the_environment() -> None:
    worker = {
        "PATH": "/bin",
        "HOME": "/h",
        "AIRFLOW__CORE__FERNET_KEY": "k",
        "AIRFLOW_CONN_X": "c",
        "_AIRFLOW__AS_LIBRARY": "1",
    }
    hidden = {
        "AWS_SECRET_ACCESS_KEY": "s",
        "AQUEDUCT_DEMO_PASSWORD": "p",
        "PYTHONPATH": "/other",
        "PYTHONHOME": "/other",
    }
    runtime = str(Path(aqueduct.keys.__file__).parents[1])
    assert children.environment({**worker, **hidden}) == {"PATH": "/bin", "HOME": "/h", "PYTHONPATH": runtime}


def start(script: str, tmp_path: Path, lines: list[str], seen: threading.Event) -> Child:
    """A child that runs a script in place of the runner: an interpreter that ignores its arguments."""
    python = tmp_path / "python"
    (tmp_path / "script.py").write_text(script)
    python.write_text(f"#!/bin/sh\nexec {sys.executable} {tmp_path / 'script.py'}\n")
    python.chmod(0o700)

    def show(line: str) -> None:
        lines.append(line)
        seen.set()

    return Child(str(python), {"format": 1}, tmp_path, tmp_path, show)


def test_lines_are_passed_on_while_it_runs_and_kept(tmp_path: Path) -> None:
    lines: list[str] = []
    seen = threading.Event()
    child = start(
        "import sys\nsys.stdin.readline()\nprint('one', flush=True)\nsys.stdin.read()\nsys.exit(3)",
        tmp_path,
        lines,
        seen,
    )
    assert seen.wait(30)
    assert lines == ["one"]
    threading.Thread(target=child.cancel).start()
    assert child.wait() == -signal.SIGTERM
    assert (tmp_path / "stdout.log").read_text() == "one\n"


def test_a_cancelled_child_that_ignores_the_request_is_killed(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(children, "_GRACE_SECONDS", 0.1)
    seen = threading.Event()
    child = start(STUBBORN, tmp_path, [], seen)
    assert seen.wait(30)
    threading.Thread(target=child.cancel).start()
    assert child.wait() == -signal.SIGKILL
    assert child.cancelled


TASK = """
import os, signal, sys, threading
from pathlib import Path
from aqueduct.launcher import child as children
children._GRACE_SECONDS = 0.1
def before(number, frame):
    print('chained', flush=True)
    RAISES
signal.signal(signal.SIGTERM, before)
folder = Path(sys.argv[1])
child = children.Child(str(folder / 'python'), {}, folder, folder, lambda line: print(child._process.pid, line, flush=True))
try:
    print('code', child.wait(), child.cancelled, flush=True)
finally:
    print('handler back', signal.getsignal(signal.SIGTERM) is before, flush=True)
"""


def run_task(tmp_path: Path, raises: str) -> list[str]:
    start("", tmp_path, [], threading.Event()).wait()
    (tmp_path / "script.py").write_text(STUBBORN)
    script = TASK.replace("RAISES", raises)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    task = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert task.stdout is not None
    pid, up = task.stdout.readline().split()
    assert up == "up"
    task.send_signal(signal.SIGTERM)
    rest = task.stdout.read().splitlines()
    task.wait(timeout=30)
    assert not Path(f"/proc/{pid}").exists()
    return rest


def test_a_terminated_task_ends_its_child_and_does_what_airflow_would(tmp_path: Path) -> None:
    assert run_task(tmp_path, "pass") == ["chained", "code -9 True", "handler back True"]


def test_a_handler_of_airflow_that_raises_ends_the_child_too(tmp_path: Path) -> None:
    assert run_task(tmp_path, "raise SystemExit(1)") == ["chained", "handler back True"]
