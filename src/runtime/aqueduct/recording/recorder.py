"""Takes down what the calls of a workflow file record."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Optional, Protocol

from aqueduct.error import InvalidResourceException, InvalidUserArgumentException
from aqueduct.queries import OTHER, Dialect
from aqueduct.recording.artifact_names import equal_name, equal_names, unique_names
from aqueduct.recording.membership import members_of
from aqueduct.recording.model import ArtifactRecord, Note, OperatorRecord, Parameter, PublishRecord, Source
from aqueduct.recording.replacing import Standing, replaced_call, replaced_save
from aqueduct.values import encode

When = Literal["now", "later"]
"""Where operators are executed: at their call, or once somebody asks for a value of theirs."""


class Execution(Protocol):
    """Executes what is recorded, where a file is run by hand."""

    def recorded(self, operator: OperatorRecord, when: When) -> None:
        """Takes an operator that was just recorded."""

    def value(self, artifact: ArtifactRecord, parameters: Optional[Mapping[str, object]]) -> Any:
        """The value of an artifact, for other values of parameters where some are given."""

    def table(self, resource: str, name: str) -> Any:
        """The rows of a table."""

    def tables(self, resource: str) -> list[str]:
        """The names of a database's tables."""

    def published(self, publish: PublishRecord) -> None:
        """Brings a workflow of the file to its engine."""


def nowhere() -> Optional[Source]:
    """The place of a call where places do not matter."""
    return None


def unshown(path: str) -> Optional[str]:
    """The name of a file where names do not matter."""
    return None


def _raise(_code: str, message: str, source: Optional[Source]) -> None:
    raise InvalidUserArgumentException(message if source is None else f"Line {source.line}: {message}")


def _stored(_name: str, value: object) -> Parameter:
    return Parameter(encode(value))


class Recorder:
    """The records of one file.

    `locate` gives the place of the running call, `shown` the name of a file, None where it lies outside of the folder.
    `capture` is called with a decorated function when a call of it is recorded and gives what travels with that call.
    `resources` is None where any name will do; `dialects` are those of databases. `capture_parameter` takes a parameter's
    name and default. `refuse` is called with the code, the sentence and the place of what cannot be: it raises, or notes
    it there and goes on.
    """

    def __init__(
        self,
        locate: Callable[[], Optional[Source]] = nowhere,
        capture: Optional[Callable[[Any], Any]] = None,
        resources: Optional[Mapping[str, str]] = None,
        shown: Callable[[str], Optional[str]] = unshown,
        dialects: Optional[Mapping[str, Dialect]] = None,
    ) -> None:
        self.locate = locate
        self.shown = shown
        self.capture = capture
        self.capture_parameter: Callable[[str, object], Parameter] = _stored
        self.refuse: Callable[[str, str, Optional[Source]], None] = _raise
        self._standing = Standing()
        self._recorded: list[OperatorRecord] = []
        self.publishes: list[PublishRecord] = []
        self.notes: list[Note] = []
        self.engine: Optional[str] = None
        self.when: When = "now"
        self.execution: Optional[Execution] = None
        self.explicit_parameters: dict[str, ArtifactRecord] = {}
        self._resources = resources
        self._dialects = dialects or {}

    @property
    def operators(self) -> list[OperatorRecord]:
        """What the file says now, each behind what it reads: always the same list."""
        return self._standing.operators

    @property
    def recorded(self) -> list[OperatorRecord]:
        """Everything that was recorded, in that order, with what was replaced since."""
        return [operator for operator in self._recorded if not operator.dropped]

    def record(
        self,
        kind: str,
        name: str,
        inputs: Sequence[ArtifactRecord],
        outputs: Sequence[tuple[str, str]],
        *,
        definition: Optional[Source] = None,
        details: Optional[Mapping[str, Any]] = None,
        shipment: Any = None,
        parameter: Optional[Parameter] = None,
        explicit_names: bool = False,
        when: When = "now",
    ) -> OperatorRecord:
        """Records an operator at the running call; `outputs` are (name, type) of its artifacts.

        `explicit_names`: the user wrote the names.
        """
        operator = OperatorRecord(
            name,
            kind,
            list(inputs),
            self.locate(),
            definition,
            dict(details or {}),
            shipment=shipment,
            parameter=parameter,
        )
        operator.outputs = [ArtifactRecord(output, type_, operator) for output, type_ in outputs]
        if explicit_names:
            for artifact in operator.outputs:
                artifact.rename(artifact.name, operator.source)
        self._recorded.append(operator)
        former = self._standing.add(operator)
        if former is not None:
            self._tell_of_replaced(former, operator)
        if self.execution is not None:
            self.execution.recorded(operator, "later" if self.when == "later" else when)
        return operator

    def publish(self, publish: PublishRecord) -> None:
        """Records a publication: of what was recorded up to now."""
        publish.members = members_of(self.operators, publish)
        publish.names = unique_names(publish.members)
        self.publishes.append(publish)
        for first, second in equal_names(publish.members):
            self.refuse("equal-names", equal_name(publish.name, first, second), second.named_at)
        if self.execution is not None:
            self.execution.published(publish)

    def _tell_of_replaced(self, former: OperatorRecord, operator: OperatorRecord) -> None:
        """Says so where a call is lost that no publication has, and that did something else."""
        if former.source is None or any(former in publish.members for publish in self.publishes):
            return
        if operator.kind == "save":
            if former.details != operator.details:
                self.note("replaced-call", "information", replaced_save(former))
        elif former.definition != operator.definition:
            self.note("replaced-call", "information", replaced_call(former))

    def note(self, code: str, severity: str, message: str, source: Optional[Source] = None) -> None:
        """Tells the user something about a line, by default that of the running call; in a loop once."""
        place = source or self.locate()
        if place is None:
            return
        note = Note(code, severity, message, place)
        if note not in self.notes:
            self.notes.append(note)

    def resource_type(self, name: str) -> tuple[str, str]:
        """The name under which a resource is known, and its type.

        Raises InvalidResourceException, with the names that are known. `aqueduct_demo` and `Demo` are one database
        under the names of two versions of Aqueduct.
        """
        if self._resources is None:
            return name, "database"
        for known in (name, _OTHER_NAME.get(name, name)):
            if known in self._resources:
                return known, self._resources[known]
        names = ", ".join(sorted(self._resources)) or "none yet"
        quoted = json.dumps(name, ensure_ascii=False)
        message = (
            f'There is no resource {quoted} (known: {names}). Add it to "resources" in aqueduct.json, '
            f'such as {quoted}: {{"type": "database", "url": "sqlite:///{name}.db"}}.'
        )
        self.note("unknown-resource", "error", message)
        raise InvalidResourceException(message)

    def require_engine(self, name: str) -> None:
        """Raises InvalidResourceException where no workflow can run on a resource of that name, with those where it can."""
        if self._resources is None or self._resources.get(name) == "airflow":
            return
        engines = " or ".join(
            f"engine={json.dumps(known, ensure_ascii=False)}"
            for known, kind in self._resources.items()
            if kind == "airflow"
        )
        quoted = json.dumps(name, ensure_ascii=False)
        wrong = (
            f"{quoted} is a {self._resources[name]}, which runs no workflows"
            if name in self._resources
            else f"aqueduct.json names no engine {quoted}"
        )
        advice = (
            f"Write {engines}, or leave it out to run here."
            if engines
            else "Add an Airflow server to aqueduct.json, or leave engine= out to run here."
        )
        message = f"{wrong}. {advice}"
        self.note("unknown-engine", "error", message)
        raise InvalidResourceException(message)

    def dialect_of(self, resource: str) -> Dialect:
        """How a database reads its SQL, as far as that is known."""
        return self._dialects.get(resource, OTHER)

    def known_resources(self) -> dict[str, str]:
        """Names and types of all resources."""
        return dict(self._resources or {})


_OTHER_NAME = {"aqueduct_demo": "Demo", "Demo": "aqueduct_demo"}
