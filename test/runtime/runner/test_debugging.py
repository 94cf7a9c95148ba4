"""A debugger attaches to the processes that whoever works on the runtime names, and to no others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import RUNTIME, Bench

# In the place of debugpy: a debugger is there once the file `attached` is.
DEBUGPY = """
import os, sys, time
def listen(address):
    if os.environ.get("TAKEN"):
        raise RuntimeError("Address already in use")
    print("listens", *address, file=sys.stderr, flush=True)
def wait_for_client():
    print("waits", file=sys.stderr, flush=True)
    while not os.path.exists("attached"):
        time.sleep(0.01)
"""
PRINTS = "def work():\n    print('called')\n    return 1"


@pytest.fixture
def debugpy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A debugpy that the processes of the test find."""
    folder = tmp_path / "installed"
    folder.mkdir()
    (folder / "debugpy.py").write_text(DEBUGPY, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


@pytest.mark.usefixtures("debugpy")
def test_the_runner_calls_the_operator_once_a_debugger_is_there(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AQUEDUCT_DEBUG_PYTHON", "tracer,runner")
    process = bench.start(bench.job("function", source=PRINTS))
    assert process.stderr is not None
    assert [process.stderr.readline() for _ in range(3)] == [
        b"listens 127.0.0.1 5678\n",
        b"aqueduct: the runner waits for a debugger on port 5678\n",
        b"waits\n",
    ]
    assert not bench.attempt.exists() or bench.events() == []
    (bench.folder / "attached").touch()
    assert process.communicate(timeout=60)[0] == b"called\n"
    assert process.returncode == 0


@pytest.mark.usefixtures("debugpy")
def test_the_tracer_waits_on_a_port_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "flow.py").write_text("print('read')\n", encoding="utf-8")
    request = {
        "format": 1,
        "file": str(tmp_path / "flow.py"),
        "folder": str(tmp_path),
        "out": str(tmp_path / "trace.json"),
        "blobs": str(tmp_path / "blobs"),
        "resources": {},
    }
    (tmp_path / "attached").touch()
    ended = subprocess.run(
        [sys.executable, "-m", "aqueduct.tracer"],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(RUNTIME), os.environ["PYTHONPATH"]]),
            "AQUEDUCT_DEBUG_PYTHON": "tracer",
        },
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0
    assert ended.stdout == "read\n"
    assert ended.stderr.splitlines() == [
        "listens 127.0.0.1 5679",
        "aqueduct: the tracer waits for a debugger on port 5679",
        "waits",
    ]


@pytest.mark.usefixtures("debugpy")
@pytest.mark.parametrize("named", [None, "", "tracer", "all"])
def test_a_runner_that_is_not_named_waits_for_nobody(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    if named is None:
        monkeypatch.delenv("AQUEDUCT_DEBUG_PYTHON", raising=False)
    else:
        monkeypatch.setenv("AQUEDUCT_DEBUG_PYTHON", named)
    ended = bench.run("function", source=PRINTS)
    assert (ended.value(), ended.stderr) == (1, "")


@pytest.mark.usefixtures("debugpy")
def test_a_second_operator_goes_on_without_a_debugger(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AQUEDUCT_DEBUG_PYTHON", "runner")
    monkeypatch.setenv("TAKEN", "1")
    ended = bench.run("function", source=PRINTS)
    assert ended.value() == 1
    assert ended.stderr.endswith("Address already in use\n")


def test_where_debugpy_is_not_installed_the_log_says_so(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AQUEDUCT_DEBUG_PYTHON", "runner")
    ended = bench.run("function", source=PRINTS)
    assert ended.value() == 1
    assert ended.stderr == (
        "aqueduct: AQUEDUCT_DEBUG_PYTHON is set, but no debugger can attach to the runner of "
        f"{sys.executable}: No module named 'debugpy'\n"
    )
