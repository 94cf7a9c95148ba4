"""The manifest of a try: what the runner said, or why it said nothing."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from worker import Worker

from aqueduct import keys, signals
from aqueduct.launcher import outcome
from aqueduct.launcher.crash import last_words
from aqueduct.launcher.staging import Stage

PLACE = keys.RunPlace("p-1", "wine-1", "0" * 20, "20261121T012301.048772Z")
OPERATOR: dict[str, Any] = {"id": "one", "kind": "function"}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


class AirflowTaskTimeout(Exception):
    """Airflow's own has this name."""


def test_a_process_that_a_signal_ended_is_lost_and_its_last_memory_is_named() -> None:
    assert outcome.ended_without_result(-9, False, 123_456_789, None) == {
        "type": "lost",
        "message": "The operator's process was ended by SIGKILL, before its result: "
        "somebody killed it, or the system did since memory ran out.",
        "tip": "Where memory ran out, read fewer rows, or give the machine more memory. It last held 123 MB.",
        "trace": [],
    }


@pytest.mark.parametrize("code", [0, 3])
def test_a_process_that_left_without_a_result_is_told_by_its_exit_code(code: int) -> None:
    assert outcome.ended_without_result(code, False, None, None) == {
        "type": "lost",
        "message": f"The operator's process ended with exit code {code}, before its result.",
        "tip": "Something in it left Python at once, such as os._exit(); see its log.",
        "trace": [],
    }


# A segmentation fault was told as a lack of memory, though the log had the user's line.
def test_a_crash_is_told_as_one_with_the_users_own_line(tmp_path: Path) -> None:
    log = tmp_path / "stderr.log"
    said = (
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f (most recent call first):\n"
        f'  File "/usr/lib/python3/site-packages/lib.py", line 3 in inner\n'
        f'  File "{tmp_path}/abuse.py", line 13 in segv\n'
        f'  File "{tmp_path}/flow.py", line 4 in call\n'
        '  File "/runtime/aqueduct/runner/run.py", line 9 in run\n\nExtension modules: numpy\n'
    )
    log.write_text(said)
    failed = outcome.ended_without_result(-11, False, None, None, last_words(log), tmp_path)
    assert failed["message"] == (
        "The operator's process was ended by SIGSEGV, before its result: it used memory that is not its own. "
        "Fatal Python error: Segmentation fault."
    )
    assert "memory ran out" not in failed["tip"]
    assert failed["trace"] == [
        {"file": "flow.py", "line": 4, "function": "call", "text": ""},
        {"file": "abuse.py", "line": 13, "function": "segv", "text": ""},
    ]


def test_only_the_end_of_a_long_log_is_read(tmp_path: Path) -> None:
    log = tmp_path / "stderr.log"
    log.write_text("x" * 1_000_000 + "the end")
    assert len(last_words(log)) == 64 * 1024
    assert last_words(log).endswith("the end")
    assert last_words(tmp_path / "none.log") == ""


def test_signals_have_the_words_that_they_have_on_this_machine() -> None:
    table = json.loads((Path(__file__).parents[2] / "fixtures" / "signals.json").read_text())
    assert {name: list(signals.words(name)) for name in table} == table
    assert signals.name_of(11) == "SIGSEGV"
    assert signals.name_of(4000) == "signal 4000"


def test_a_process_that_held_nothing_says_so() -> None:
    assert outcome.ended_without_result(1, False, 0, None)["tip"].endswith("see its log. It last held 0 MB.")


def test_a_cancelled_try_says_how_to_run_it_again() -> None:
    assert outcome.ended_without_result(-15, True, 5, ValueError()) == {
        "type": "cancelled",
        "message": "The run was cancelled while this operator ran.",
        "tip": "Clear it in Airflow to run it again.",
        "trace": [],
    }


def test_airflows_limit_of_time_is_named_though_it_cancels_the_process() -> None:
    assert outcome.ended_without_result(-15, True, 5, AirflowTaskTimeout("Timeout, PID: 7")) == {
        "type": "user",
        "message": "The operator took longer than Airflow allows: Timeout, PID: 7",
        "tip": "Raise execution_timeout in Airflow's settings.",
        "trace": [],
    }


def manifest(result: Any, failed: Any, started: str = "2026-11-21T01:23:01.000000Z", peak: Any = 7) -> dict[str, Any]:
    return outcome.manifest(PLACE, 2, OPERATOR, "b" * 64, result, failed, started, peak)


def test_a_manifest_says_what_the_runner_said() -> None:
    said = {
        "check": {"passed": True, "severity": "error"},
        "metric": 0.5,
        "startedAt": "2026-11-21T01:23:02.000000Z",
        "endedAt": "2026-11-21T01:23:04.000000Z",
        "wallSeconds": 2.0,
        "peakBytes": 99,
        "python": "3.9.1",
        "saved": {"rows": 1},
    }
    assert manifest(said, None) == {
        "format": 1,
        "operator": "one",
        "kind": "function",
        "status": "succeeded",
        "build": "b" * 64,
        "life": PLACE.life,
        "try": 2,
        "engine": "airflow",
        "failure": None,
        **said,
        "artifacts": [],
        "logs": {"stdout": None, "stderr": None},
        "reuse": None,
    }


def test_a_manifest_without_a_result_takes_time_memory_and_python_from_the_launcher(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("platform.python_version", lambda: "3.8.9")
    failed = outcome.failure("lost", "gone", "look")
    written = manifest(None, failed)
    assert TIME.fullmatch(written["endedAt"])
    assert written["wallSeconds"] > 0
    assert {name: written[name] for name in ("status", "failure", "startedAt", "peakBytes", "python")} == {
        "status": "failed",
        "failure": {"type": "lost", "message": "gone", "tip": "look", "trace": []},
        "startedAt": "2026-11-21T01:23:01.000000Z",
        "peakBytes": 7,
        "python": "3.8.9",
    }
    assert (written["check"], written["metric"], written["saved"]) == (None, None, None)


def test_seconds_are_counted_from_the_start_and_never_below_zero() -> None:
    failed = outcome.failure("lost", "", "")
    assert manifest(None, failed, started=outcome.now())["wallSeconds"] < 60
    assert manifest(None, failed, started="2999-01-01T00:00:00.000000Z")["wallSeconds"] == 0.0


def test_a_cancelled_try_has_a_status_of_its_own() -> None:
    assert manifest(None, outcome.failure("cancelled", "", ""))["status"] == "cancelled"


@pytest.fixture
def stage(worker: Worker, tmp_path: Path) -> Stage:
    (tmp_path / "try").mkdir()
    return Stage(worker.store, tmp_path / "try")


def test_values_samples_and_logs_lie_in_the_store_before_the_manifest_names_them(worker: Worker, stage: Stage) -> None:
    for name, text in (("1.bin", "value"), ("1.sample", "shown"), ("2.bin", "other"), ("stdout.log", "said")):
        (stage.attempt / name).write_text(text)
    (stage.attempt / "stderr.log").write_text("")
    described = {"size": 5, "type": "table", "encoding": "parquet", "rows": 3, "schema": []}
    value, other = (hashlib.sha256(text).hexdigest() for text in (b"value", b"other"))
    entries = [
        {"id": "a", "file": "1.bin", "sample": "1.sample", "more": 1, "sha256": value, **described},
        {"id": "b", "file": "2.bin", "sample": None, "sha256": other, **described},
    ]
    attempt = PLACE.attempt("one", 1)
    written: dict[str, Any] = {"logs": {"stdout": None, "stderr": None}}
    assert outcome.upload(worker.store, attempt, stage, {"artifacts": entries}, written)
    assert written == {
        "artifacts": [
            {"id": "a", "sha256": value, **described, "key": attempt.value(value), "sample": attempt.sample(1)},
            {"id": "b", "sha256": other, **described, "key": attempt.value(other), "sample": None},
        ],
        "logs": {"stdout": attempt.log("stdout"), "stderr": None},
    }
    assert json.loads(worker.store.get(attempt.manifest) or b"") == written
    stored = [attempt.value(value), attempt.sample(1), attempt.value(other), attempt.log("stdout")]
    assert [worker.store.get(key) for key in stored] == [b"value", b"shown", b"other", b"said"]


def test_a_second_manifest_of_a_try_is_left_out(worker: Worker, stage: Stage) -> None:
    attempt = PLACE.attempt("one", 1)
    first: dict[str, Any] = {"logs": {}, "one": 1}
    assert outcome.upload(worker.store, attempt, stage, None, first)
    assert not outcome.upload(worker.store, attempt, stage, None, {"logs": {}, "one": 2})
    assert json.loads(worker.store.get(attempt.manifest) or b"") == {"logs": {}, "one": 1, "artifacts": []}
