"""One operator from its job to its result."""

from __future__ import annotations

import json
import math
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from aqueduct.definitions import not_shipped
from aqueduct.environments import environment_for
from aqueduct.runner import tips
from aqueduct.runner.attempt import Attempt, now
from aqueduct.runner.calls import Function, Outcome, call_operator, judge
from aqueduct.runner.failures import Failure, OperatorFailed
from aqueduct.runner.job import Input, Job
from aqueduct.runner.memory import MemoryWatch, peak_bytes
from aqueduct.runner.outside import Outside
from aqueduct.runner.rules import WrongKind
from aqueduct.runner.trace import UserCode, causes, code_of
from aqueduct.runner.type_memory import changed_type
from aqueduct.store.blobs import MissingContent, WrongContent, check_blob, open_checked, read_blob
from aqueduct.values import CannotDecode, CannotEncode, read

SUCCEEDED, USER_FAILED, SYSTEM_FAILED = 0, 10, 11


class OperatorRun:
    """Runs a job once and writes its result; `run` gives the exit code of docs/formats/runner.md."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._attempt = Attempt(job.attempt)
        self._user = UserCode(job.folder)
        self._function: Optional[Function] = None
        self._inputs: Sequence[object] = ()
        self._wall = 0.0
        self._peak: Optional[int] = None
        self._in_user_code = False
        self._outside: Optional[Outside] = None

    def run(self) -> int:
        started = now()
        self._attempt.event("started", python=platform.python_version())
        entries: list[dict[str, Any]] = []
        outcome = Outcome(())
        try:
            self._prepare()
            outcome = judge(self._job, self._timed_call())
            entries = self._put(outcome)
            failure = outcome.failure or changed_type(self._job, entries, self._definition())
        except OperatorFailed as known:
            failure = known.failure
        except (WrongContent, MissingContent) as wrong:
            failure = Failure("system", str(wrong), wrong.tip)
        except WrongKind as wrong:
            failure = Failure("user", f"{wrong}.", wrong.tip, self._definition())
        except CannotEncode as wrong:
            failure = Failure("user", str(wrong), wrong.tip, self._definition())
        except BaseException as error:  # noqa: BLE001 - whatever user code raises is an event, not our end
            failure = self._unforeseen(error)
        self._attempt.finish(self._result(started, outcome, failure, entries))
        if failure is None:
            return SUCCEEDED
        return SYSTEM_FAILED if failure.type == "system" else USER_FAILED

    def _prepare(self) -> None:
        job = self._job
        environment = environment_for(job.requirements, job.python)
        if environment.lacking is not None:
            raise OperatorFailed(Failure("requirements", environment.lacking, environment.mend or ""))
        _check_shipped(job)
        if job.code is not None:
            from aqueduct.definitions import load_operator

            self._outside = Outside(job.folder, _handed(job), [job.attempt, Path(__file__).parents[2]])
            self._enter_user_code()  # loading runs the user's imports and definitions
            self._function = load_operator(job.code, job.values, job.modules, job.folder, scratch=job.attempt)
            self._leave_user_code()
            self._user = UserCode(job.folder, code_of(self._function), str(job.code["file"]))
        self._inputs = [self._read(given) for given in job.inputs]

    def _enter_user_code(self, function: Optional[Function] = None) -> None:
        self._in_user_code = True
        if self._outside is not None:
            self._outside.watch(function)

    def _leave_user_code(self) -> None:
        """Not after an exception: whose fault it was is still to be told."""
        self._in_user_code = False
        if self._outside is not None:
            self._outside.ignore()

    def _read(self, given: Input) -> object:
        try:
            with open_checked(given.file, given.sha256) as opened:
                return read(opened, given.encoding, given.type)
        except CannotDecode as error:
            tip = "Run this operator where the packages of the operator before it are installed, in the same versions."
            raise OperatorFailed(Failure("user", f"the input {given.artifact} cannot be read: {error}", tip)) from error

    def _timed_call(self) -> Any:
        with MemoryWatch(lambda peak: self._attempt.event("memory", peakBytes=peak)):
            if self._function is not None:
                self._enter_user_code(self._function)
            begun = time.perf_counter()
            try:
                result = call_operator(self._job, self._function, self._inputs)
                self._leave_user_code()
                self._inputs = ()  # what is given needs their memory
                return result
            finally:
                self._wall = time.perf_counter() - begun
                self._peak = peak_bytes()

    def _put(self, outcome: Outcome) -> list[dict[str, Any]]:
        try:
            forms = [self._attempt.put_value(number, value) for number, value in enumerate(outcome.values, start=1)]
        except OSError as error:
            tip = f"Make room for {self._job.attempt}, then run it again."
            message = f"What the operator gave cannot be stored: {error.strerror or error}."
            raise OperatorFailed(Failure("system", message, tip)) from error
        numbered = enumerate(zip(self._job.operator.outputs, outcome.values, forms), start=1)
        return [self._attempt.describe(number, artifact, value, form) for number, (artifact, value, form) in numbered]

    def _unforeseen(self, error: BaseException) -> Failure:
        sys.stderr.write(self._user.traceback_text(error))
        message = tips.message_of(error)
        if not self._in_user_code:
            return Failure(
                "system", message, "This is a fault of Aqueduct or of this machine; the log has the whole trace."
            )
        for cause in causes(error):
            frames = self._user.frames(cause)
            where = f" ({frames[-1].file}, line {frames[-1].line})" if frames else ""
            message += f"\nafter {tips.message_of(cause)}{where}"
        kind = "check" if self._job.operator.kind == "check" and self._peak is not None else "user"
        tip = tips.tip_for(error, self._inputs)
        if kind == "check":
            tip += " A check that raises counts as a failed check of severity ERROR, so nothing is saved."
        return Failure(kind, message, tip, self._user.frames(error))

    def _definition(self) -> Any:
        return self._user.definition(self._function) if self._function is not None else ()

    def _result(
        self, started: str, outcome: Outcome, failure: Optional[Failure], entries: list[dict[str, Any]]
    ) -> dict[str, Any]:
        return {
            "format": 1,
            "status": "succeeded" if failure is None else "failed",
            "failure": None if failure is None else failure.as_json(),
            "check": self._check(outcome, failure),
            "metric": outcome.metric if outcome.metric is not None and math.isfinite(outcome.metric) else None,
            "startedAt": started,
            # The clock may have been set back meanwhile; `wallSeconds` is by one that is not.
            "endedAt": max(started, now()),
            "wallSeconds": self._wall,
            "peakBytes": self._peak,
            "python": platform.python_version(),
            "artifacts": entries,
            "saved": outcome.saved,
            "outside": [] if self._outside is None else self._outside.found,
            "notShipped": not_shipped.noted(),
        }

    def _check(self, outcome: Outcome, failure: Optional[Failure]) -> Optional[dict[str, Any]]:
        if self._job.operator.kind != "check":
            return None
        if outcome.passed is not None:
            return {"passed": outcome.passed, "severity": self._job.operator.severity or "warning"}
        return {"passed": False, "severity": "error"} if failure is not None else None


def _check_shipped(job: Job) -> None:
    """Nothing of what ships is loaded unless all of it is what was put: raises WrongContent or MissingContent."""
    definitions = [] if job.code is None else [job.code["definitions"]]
    for file in (*definitions, *(each["file"] for each in (*job.values, *job.modules))):
        check_blob(Path(file))


def _handed(job: Job) -> list[str]:
    """The files that came with the job: what is read of them is no news."""
    shipped = [str(job.folder.joinpath(*str(module["path"]).split("/"))) for module in job.modules]
    blobs = [str(each["file"]) for each in (*job.values, *job.modules)]
    if job.code is None:
        return [*shipped, *blobs]
    # The definitions are those of the workflow file; an operator may stand in another one.
    definitions = Path(job.code["definitions"])
    files = {str(job.code["file"]), str(json.loads(read_blob(definitions).decode("utf-8"))["file"])}
    return [*shipped, *blobs, str(definitions), *(str(job.folder / file) for file in sorted(files))]
