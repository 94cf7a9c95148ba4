"""Executes recorded operators in this process, by the rules of the runner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Callable, Optional, TypeVar

from aqueduct.databases import open_database
from aqueduct.eager import publishing
from aqueduct.eager.project import Project
from aqueduct.eager.telling import tell
from aqueduct.error import AqueductError, InvalidArtifactTypeException, InvalidUserArgumentException
from aqueduct.parameter_values import WrongParameter, from_python
from aqueduct.recording import session
from aqueduct.recording.model import ArtifactRecord, OperatorRecord, PublishRecord
from aqueduct.recording.recorder import When
from aqueduct.runner import rules, tips
from aqueduct.runner.calls import Function, Outcome, call_operator, judge, query_of_table
from aqueduct.runner.failures import Failure, OperatorFailed
from aqueduct.runner.job import Input, Job, Operator
from aqueduct.shipping.shipment import Shipment
from aqueduct.values import CannotEncode, Encoded, decode, encode
from aqueduct.values.held_types import change, free, held_type

_Done = TypeVar("_Done")

Results = dict[int, Sequence[Encoded]]
"""What operators gave, by their `id`."""


class Execution:
    """The values of everything that one file has recorded so far."""

    def __init__(self, project: Project, operators: Sequence[OperatorRecord]) -> None:
        """`operators` grows while the file runs; each stands behind everything that it reads."""
        self._project = project
        self._operators = operators
        self._results: Results = {}
        self._given: dict[tuple[int, int], Any] = {}
        self._types: dict[int, str] = {}  # of artifacts by their `id`, as their first value had them

    def recorded(self, operator: OperatorRecord, when: When) -> None:
        """Executes an operator that was just recorded; saves are made by runs alone."""
        if when == "now" and operator.kind != "save":
            self._compute(operator, self._results, {})

    def value(self, artifact: ArtifactRecord, parameters: Optional[Mapping[str, object]]) -> Any:
        """An artifact's value, the same object at every call; with `parameters` one of its own, computed anew."""
        if parameters:
            results: Results = {}
            self._compute(artifact.producer, results, self._overrides(artifact, parameters))
            return _decoded(_result(results, artifact))
        given = id(artifact.producer), id(artifact)  # a metric that is called again gives its artifact another producer
        if given not in self._given:
            self._compute(artifact.producer, self._results, {})
            self._given[given] = _decoded(_result(self._results, artifact))
        return self._given[given]

    def table(self, resource: str, name: str) -> Any:
        """All rows of a table, as a DataFrame."""
        asked = OperatorRecord(f"{resource} query", "extract", [], None, details={"resource": resource})
        query = self._guarded(asked, [], lambda job: query_of_table(job, name))
        asked.details["query"] = query
        return self._called(asked, []).values[0]

    def tables(self, resource: str) -> list[str]:
        """The names of a database's tables."""
        with closing(open_database(self._project.database_url(resource), must_exist=True)) as database:
            return list(database.tables())

    def published(self, publish: PublishRecord) -> None:
        """Runs a workflow of the file on the local engine, or publishes it to its Airflow."""
        publishing.publish(publish)

    def _compute(self, wanted: OperatorRecord, results: Results, overrides: Mapping[int, Encoded]) -> None:
        """Gives every operator that `wanted` needs its place in `results`, in the order in which they were recorded."""
        needed = _needed(wanted, results)
        for operator in self._operators:
            if id(operator) in needed:
                results[id(operator)] = self._execute(operator, results, overrides)

    def _execute(
        self, operator: OperatorRecord, results: Results, overrides: Mapping[int, Encoded]
    ) -> Sequence[Encoded]:
        if operator.kind == "parameter":
            return [overrides.get(id(operator), _default(operator))]
        inputs = [_decoded(_result(results, artifact)) for artifact in operator.inputs]
        outcome = self._called(operator, inputs)
        if outcome.failure is not None:
            raise _failed(operator, outcome.failure)
        if outcome.passed is False:
            tell(f"Warning: the check {operator.name!r} did not pass.")
        try:
            encoded = [encode(value) for value in outcome.values]
        except CannotEncode as error:
            raise _failed(operator, Failure("user", str(error), error.tip)) from error
        for artifact, value in zip(operator.outputs, encoded):
            self._hold(operator, artifact, value)
            artifact.type = value.type if artifact.type == "unknown" else artifact.type
        return encoded

    def _hold(self, operator: OperatorRecord, artifact: ArtifactRecord, value: Encoded) -> None:
        """With other values of parameters too an artifact keeps its type, as Aqueduct has it; raises InvalidArtifactTypeException."""
        gave = held_type(value.type, value.encoding)
        held = gave if gave is None else self._types.setdefault(id(artifact), gave)
        if gave is not None and held is not None and gave != held and self._project.keeps_type(operator.name):
            raise InvalidArtifactTypeException(
                f"{change(operator.name, artifact.name, gave, held)} at its first call. "
                f"Return the same type always, or write {free(operator.name)} if it may change."
            )

    def _called(self, operator: OperatorRecord, inputs: Sequence[object]) -> Outcome:
        def work(job: Job) -> Outcome:
            with session.executing():
                result = call_operator(job, _function(operator), inputs)
            return judge(job, result)

        return self._guarded(operator, inputs, work)

    def _guarded(self, operator: OperatorRecord, inputs: Sequence[object], work: Callable[[Job], _Done]) -> _Done:
        """Does some work for an operator; what goes wrong is said as a run would say it."""
        try:
            return work(self._job(operator))
        except OperatorFailed as known:
            raise _failed(operator, known.failure) from known.__cause__
        except rules.WrongKind as wrong:
            raise _failed(operator, Failure("user", f"{wrong}.", wrong.tip)) from None
        except (Exception, SystemExit) as error:
            raise _failed(operator, Failure("user", tips.message_of(error), tips.tip_for(error, inputs))) from error

    def _job(self, operator: OperatorRecord) -> Job:
        details = operator.details
        resource = details.get("resource")
        return Job(
            attempt=Path(),
            operator=Operator(
                id=operator.name,
                name=operator.name,
                kind=operator.kind,
                outputs=tuple(artifact.name for artifact in operator.outputs) or ("",),
                severity=details.get("severity"),
                bound=details.get("bound"),
                query=details.get("query"),
                tags=details.get("tags", ()),
                table=None,
                mode=None,
                resource=resource,
                call=details.get("call"),
            ),
            folder=self._project.folder,
            code=None,
            values=(),
            modules=(),
            inputs=tuple(Input(artifact.name, Path(), "", "", "") for artifact in operator.inputs),
            database_url=None if resource is None else self._project.database_url(resource),
            requirements=(),
            python=None,
            watch_parent=False,
        )

    def _overrides(self, artifact: ArtifactRecord, parameters: Mapping[str, object]) -> dict[int, Encoded]:
        known = {
            operator.name: operator
            for operator in self._operators
            if operator.kind == "parameter" and id(operator) in _needed(artifact.producer, {})
        }
        found = {}
        for name, value in parameters.items():
            if name not in known:
                names = ", ".join(known) or "no parameter"
                raise InvalidUserArgumentException(
                    f"{artifact.name!r} does not depend on a parameter {name!r}: it depends on {names}"
                )
            found[id(known[name])] = _given(known[name], value)
        return found


def _given(parameter: OperatorRecord, value: object) -> Encoded:
    try:
        return encode(from_python(parameter.name, parameter.details["default"], value))
    except WrongParameter as wrong:
        raise InvalidUserArgumentException(str(wrong)) from None


def _default(parameter: OperatorRecord) -> Encoded:
    if parameter.parameter is None:
        raise AssertionError(f"{parameter.name!r} is not a parameter")
    default: Encoded = parameter.parameter.encoded
    return default


def _needed(wanted: OperatorRecord, results: Results) -> set[int]:
    """The operator and what it reads, by their `id`, but for those whose results are there."""
    needed: set[int] = set()
    pending = [wanted]
    while pending:
        operator = pending.pop()
        if id(operator) in needed or id(operator) in results:
            continue
        needed.add(id(operator))
        pending += [artifact.producer for artifact in operator.inputs]
    return needed


def _result(results: Results, artifact: ArtifactRecord) -> Encoded:
    return results[id(artifact.producer)][artifact.producer.outputs.index(artifact)]


def _decoded(encoded: Encoded) -> Any:
    """A value of its own for everyone who asks: what one operator changes in it, no other sees."""
    return decode(encoded.data, encoded.encoding, encoded.type)


def _function(operator: OperatorRecord) -> Optional[Function]:
    made = operator.shipment
    if not isinstance(made, Shipment):
        function: Optional[Function] = made
        return function
    namespace: dict[str, Any] = {}
    exec(compile(made.generated or "", made.file, "exec"), namespace)  # text of ours: a preset metric
    preset: Function = namespace[made.function]
    return preset


def _failed(operator: OperatorRecord, failure: Failure) -> AqueductError:
    message = failure.message if failure.message.endswith((".", "!", "?")) else f"{failure.message}."
    if failure.type == "check":
        return AqueductError(f"{message} {failure.tip}")
    return AqueductError(f"The {_kind(operator)} {operator.name!r} failed: {message} {failure.tip}".rstrip())


def _kind(operator: OperatorRecord) -> str:
    return operator.kind if operator.kind in ("metric", "check") else "operator"
