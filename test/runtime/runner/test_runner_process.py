"""The runner as a process: output as it comes, memory of a killed one, and its end with its parent's."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from bench import RUNTIME, Bench

SAMPLE = json.loads((Path(__file__).parents[2] / "samples" / "runner-job.json").read_text("utf-8"))[0]
WAITS = """
import os, time
def work():
    print('ready')
    while not os.path.exists('go'):
        time.sleep(0.01)
    return 1
"""


def test_what_is_printed_is_seen_before_the_operator_ends(bench: Bench) -> None:
    process = bench.start(bench.job("function", source=WAITS))
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    (bench.folder / "go").touch()
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_killed_operator_has_told_its_last_memory_figure(bench: Bench) -> None:
    source = """
    def work():
        import time
        held = bytearray(200_000_000)
        print('ready')
        time.sleep(60)
    """
    process = bench.start(bench.job("function", source=source))
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    while not any(event["event"] == "memory" and event["peakBytes"] > 200_000_000 for event in bench.events()):
        assert process.poll() is None
    process.kill()
    process.communicate(timeout=60)
    assert not (bench.attempt / "result.json").exists()


def test_nothing_ends_before_it_began_when_the_clock_is_set_back_meanwhile(bench: Bench) -> None:
    source = """
    def work():
        import sys
        sys.modules['aqueduct.runner.run'].now = lambda: '2000-01-01T00:00:00.000000Z'
        return 1
    """
    result = bench.run("function", source=source).result
    assert result["status"] == "succeeded"
    assert result["endedAt"] == result["startedAt"]


@pytest.mark.skipif(sys.platform != "linux", reason="the peak can be reset on Linux only")
def test_the_peak_counts_from_the_call_on(bench: Bench) -> None:
    ended = bench.run("function", [bytes(100_000_000)], "def work(data):\n    return len(data)")
    small = ended.result["peakBytes"]
    assert 100_000_000 < small < 200_000_000


@pytest.mark.parametrize(
    ("job", "why"),
    [
        (json.dumps({**SAMPLE, "operator": None}).encode(), "operator is not an object"),
        (b'{"format":2}', "it has format 2, and this Aqueduct reads up to 1: update it"),
        (b'{"format":1,"fold', "it is not JSON"),
        (b"\xff\n", "it is not UTF-8"),
        (b"[" * 100_000, "it is nested deeper than Python can read"),
    ],
)
def test_a_job_that_cannot_be_read_is_a_sentence_and_the_exit_code_of_a_fault_of_ours(job: bytes, why: str) -> None:
    ended = subprocess.run([sys.executable, "-m", "aqueduct.runner"], input=job, capture_output=True, timeout=60)
    tip = "Another version of aqueduct may have started this runner."
    assert ended.stderr.decode() == f"aqueduct.runner: The job on stdin can't be read: {why}. {tip}\n"
    assert ended.returncode == 11


def test_user_code_finds_an_empty_stdin(bench: Bench) -> None:
    ended = bench.run("function", source="import sys\ndef work():\n    return sys.stdin.read()")
    assert ended.value() == ""


GRANDCHILD = """
import subprocess, sys, time
def work():
    stubborn = 'import signal, time; signal.signal(15, signal.SIG_IGN); print("up", flush=True); time.sleep(60)'
    child = subprocess.Popen([sys.executable, '-c', stubborn], stdout=subprocess.PIPE)
    child.stdout.read(2)
    print(child.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="descendants are found in /proc")
@pytest.mark.parametrize("end", ["stdin", "terminate"])
def test_with_its_parent_the_operator_and_what_it_started_end(bench: Bench, end: str) -> None:
    process = bench.start(bench.job("function", source=GRANDCHILD, watchParent=True))
    assert process.stdout is not None
    assert process.stdin is not None
    grandchild = os.pidfd_open(int(process.stdout.readline()))
    if end == "stdin":
        process.stdin.close()
    else:
        process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 143
    assert _has_ended(grandchild)


@pytest.mark.skipif(sys.platform != "linux", reason="a process learns of its parent's death on Linux only")
def test_a_killed_parent_takes_the_operator_with_it(bench: Bench, tmp_path: Path) -> None:
    source = "import os, time\ndef work():\n    print(os.getpid(), flush=True)\n    time.sleep(60)"
    job = bench.job("function", source=source, watchParent=True)
    parent = (
        "import json, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-m', 'aqueduct.runner'], stdin=subprocess.PIPE)\n"
        "child.stdin.write(sys.argv[1].encode() + b'\\n'); child.stdin.flush(); time.sleep(60)\n"
    )
    # The write end of the operator's stdin is held here too, so that only the parent's death can be what ends it.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(RUNTIME), os.environ.get("PYTHONPATH", "")])}
    process = subprocess.Popen([sys.executable, "-c", parent, json.dumps(job)], stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    operator = os.pidfd_open(int(process.stdout.readline()))
    process.kill()
    assert process.stdout.read() == b""
    process.wait(timeout=10)
    assert _has_ended(operator)


def _has_ended(process: int) -> bool:
    """Whether the process of a descriptor ends: it lets go of its pipes a moment before it has, so they tell nothing."""
    try:
        return bool(select.select([process], [], [], 10)[0])
    finally:
        os.close(process)
