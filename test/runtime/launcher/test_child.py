"""The runner as a child of a task: what it sees, what is seen of it, and that it never outlives the task."""

from __future__ import annotations

import json
import os
import runpy
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize(
    "name", ["AIRFLOW", "__AIRFLOW_X", "_AIRFLOW_X", "airflow_home", "Aws_Region", "PYTHON", "aqueduct_x"]
)
def test_a_hidden_name_is_hidden_however_it_is_written(name: str) -> None:
    assert name not in children.environment({name: "x", "X_AIRFLOW": "kept"})
    assert children.environment({"X_AIRFLOW": "kept", "PYTHONPATH": "x"})["X_AIRFLOW"] == "kept"


def test_the_child_gets_its_job_as_one_line_and_nothing_after_it_until_it_has_ended(tmp_path: Path) -> None:
    lines: list[str] = []
    script = "import os, sys\nprint(sys.stdin.buffer.readline(), os.getcwd(), 'AIRFLOW_X' in os.environ)"
    child = start(script, tmp_path, lines, threading.Event())
    assert child.wait() == 0
    assert lines == [f"{json.dumps({'format': 1}).encode() + bytes([10])!r} {tmp_path} False"]
    assert not child.cancelled


def test_both_streams_are_kept_as_they_are_and_shown_line_by_line(tmp_path: Path) -> None:
    lines: list[str] = []
    out, err = rb"one\r\n\xff two\n", rb"  three \n"
    script = f"import sys\nsys.stdout.buffer.write(b'{out.decode()}')\nsys.stderr.buffer.write(b'{err.decode()}')"
    assert start(script, tmp_path, lines, threading.Event()).wait() == 0
    assert (tmp_path / "stdout.log").read_bytes() == b"one\r\n\xff two\n"
    assert (tmp_path / "stderr.log").read_bytes() == b"  three \n"
    assert sorted(lines) == ["  three ", "one", "\ufffd two"]


def test_a_child_that_ends_before_it_has_read_its_job_is_told_by_its_exit_code(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexec <&-\nexit 3\n")
    python.chmod(0o700)
    child = Child(str(python), {"long": "x" * 1_000_000}, tmp_path, tmp_path, lambda line: None)
    assert child.wait() == 3


def test_cancelling_ends_the_child_that_this_process_waits_for_and_nothing_else(tmp_path: Path) -> None:
    children.cancel()
    seen = threading.Event()
    child = start("print('up', flush=True)\nimport time\ntime.sleep(60)", tmp_path, [], seen)
    canceller = threading.Thread(target=lambda: (seen.wait(30), wait_for_current(), children.cancel()))
    canceller.start()
    assert child.wait() == -signal.SIGTERM
    canceller.join()
    assert child.cancelled
    assert children._current is None
    child.cancel()  # it has ended: nothing is left to end
    assert child.wait() == -signal.SIGTERM


def wait_for_current() -> None:
    while children._current is None:
        threading.Event().wait(0.01)


def test_a_task_that_is_not_in_the_main_thread_sets_no_handler(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    child = start("", tmp_path, [], threading.Event())
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(child.wait()))
    thread.start()
    thread.join()
    assert codes == [0]
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_handler_of_before_is_back_after_the_child(tmp_path: Path) -> None:
    def before(number: int, frame: Any) -> None:
        raise AssertionError

    kept = signal.signal(signal.SIGTERM, before)
    try:
        start("", tmp_path, [], threading.Event()).wait()
        assert signal.getsignal(signal.SIGTERM) is before
    finally:
        signal.signal(signal.SIGTERM, kept)


def test_lines_are_shown_on_stdout_at_once(capfd: pytest.CaptureFixture[str]) -> None:
    children.show("a line")
    assert capfd.readouterr().out == "a line\n"


def test_cancelling_before_any_child_has_run_does_nothing() -> None:
    runpy.run_path(children.__file__)["cancel"]()
