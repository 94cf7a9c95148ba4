"""Handles of resources, as workflow files hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, Optional, Union

from aqueduct.artifacts import Artifact, moment, record_of
from aqueduct.constants.enums import LoadUpdateMode
from aqueduct.error import (
    InvalidArtifactTypeException,
    InvalidUserArgumentException,
)
from aqueduct.given import is_text
from aqueduct.lacking import refusal, refuse_attribute
from aqueduct.models.operators import RelationalDBExtractParams
from aqueduct.queries import Dialect, Given, doubtful, never_named, read_query, tags_of, unfit
from aqueduct.recording import session
from aqueduct.recording.model import ArtifactRecord
from aqueduct.recording.recorder import Recorder
from aqueduct.unknown import UnknownValue


@dataclass(frozen=True)
class SaveConfig:
    """Where and how an artifact is saved; made by `db.config`."""

    resource: str
    table: str
    mode: str


class Resource:
    """A resource by its name; holds no connection and makes none."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return f"<resource {self._name!r}>"

    def __reduce__(self) -> Any:
        return (type(self), (self._name,))

    def name(self) -> str:
        """The resource's name."""
        return self._name

    def describe(self) -> None:
        """Nothing is asked of a resource while a workflow is read."""
        session.recorder()

    def __getattr__(self, name: str) -> NoReturn:
        refuse_attribute("Resource", type(self).__name__, name)


class EngineResource(Resource):
    """A resource that runs workflows: `publish_flow(engine=…)` takes it or its name."""


class DatabaseResource(Resource):
    """A relational database."""

    def sql(
        self,
        query: Union[str, Sequence[str], Any],
        name: Optional[str] = None,
        output: Optional[str] = None,
        description: str = "",
        parameters: Optional[Sequence[Artifact]] = None,
        lazy: bool = False,
    ) -> Artifact:
        """Records an extract: the rows that a query, or a chain of queries, gives when the workflow runs.

        `$1`, `$2` … stand for `parameters`, `{{ name }}` for a parameter by its name, `{{ today }}` for the day of the
        run, as in 2024-05-31.
        """
        texts = _query_texts(query)
        recorder = session.recorder()
        listed = _listed_parameters(parameters)
        tags = tags_of(texts, recorder.explicit_parameters)
        inputs = listed + [recorder.explicit_parameters[tag] for tag in tags]
        _refuse_what_cannot_be(recorder, texts, recorder.dialect_of(self._name), Given(len(listed), tags), inputs)
        operator_name = name or f"{self._name} query"
        if output and not is_text(output):
            raise InvalidUserArgumentException("sql(output=…) takes a name that is not empty")
        operator = recorder.record(
            "extract",
            operator_name,
            inputs,
            [(output or f"{operator_name} artifact", "table")],
            details={
                "resource": self._name,
                "query": texts[0] if _is_one_text(query) else texts,
                **({"tags": tags} if tags else {}),
            },
            explicit_names=bool(output),
            when=moment(lazy),
        )
        return Artifact(operator.outputs[0])

    def config(
        self,
        table: str,
        mode: Union[str, LoadUpdateMode, None] = None,
        *,
        update_mode: Union[str, LoadUpdateMode, None] = None,
        save_mode: Union[str, LoadUpdateMode, None] = None,
    ) -> SaveConfig:
        """Where to save: a table and one of `replace`, `append`, `fail`."""
        given = [value for value in (mode, update_mode, save_mode) if value is not None]
        if len(given) != 1:
            raise InvalidUserArgumentException(
                f"config() takes the table and one mode: db.config(table={table!r}, mode='replace')"
            )
        return SaveConfig(self._name, _table_name(table), _mode(given[0]))

    def save(self, artifact: Artifact, table_name: str, update_mode: Union[str, LoadUpdateMode]) -> None:
        """Saves an artifact into a table when every other operator of a run is done."""
        if not isinstance(artifact, Artifact):
            raise InvalidUserArgumentException(f"save() takes an artifact, not {type(artifact).__name__}")
        record_save(artifact, SaveConfig(self._name, _table_name(table_name), _mode(update_mode)))

    def table(self, name: str) -> Any:
        """The rows of a table, outside of the workflow: while it is read, a stand-in that says to use `sql` instead."""
        execution = session.recorder().execution
        return UnknownValue(f"the table {name!r}") if execution is None else execution.table(self._name, name)

    def list_tables(self) -> Any:
        """The tables of the database: while a workflow is read, a stand-in."""
        execution = session.recorder().execution
        return (
            UnknownValue(f"the list of tables of {self._name!r}") if execution is None else execution.tables(self._name)
        )


class StoreResource(Resource):
    """An object store."""

    def file(self, *arguments: Any, **keywords: Any) -> Artifact:
        """Reading files of a store comes later."""
        raise refusal("StoreResource.file")

    def save(self, *arguments: Any, **keywords: Any) -> None:
        """Saving files to a store comes later."""
        raise refusal("StoreResource.save")


def handle(name: str, kind: str) -> Resource:
    """The handle of a resource of a kind of `aqueduct.json`."""
    return {"database": DatabaseResource, "airflow": EngineResource, "store": StoreResource}[kind](name)


def record_save(artifact: Artifact, config: SaveConfig) -> None:
    """Records that an artifact is saved."""
    record = record_of(artifact)
    if record.producer.kind in ("check",):
        raise InvalidArtifactTypeException("The result of a check cannot be saved; save the artifact that it checks")
    session.recorder().record(
        "save",
        f"save to {config.resource}",
        [record],
        [],
        details={"resource": config.resource, "table": config.table, "mode": config.mode},
    )


def _is_one_text(query: Any) -> bool:
    return query.query is not None if isinstance(query, RelationalDBExtractParams) else isinstance(query, str)


def _query_texts(query: Any) -> list[str]:
    if isinstance(query, RelationalDBExtractParams):
        return _query_texts(query.queries if query.query is None else query.query)
    texts = [query] if isinstance(query, str) else query
    if isinstance(texts, (list, tuple)) and texts and all(map(is_text, texts)):
        return list(texts)
    raise InvalidUserArgumentException("sql() takes a query as text, or a list of queries that build on one another")


def _refuse_what_cannot_be(
    recorder: Recorder, texts: Sequence[str], dialect: Dialect, given: Given, inputs: Sequence[ArtifactRecord]
) -> None:
    """Says on the line of the call what no run could do with its query; the run itself looks again, at its values."""
    types = [str(record.type) for record in inputs]
    readings = []
    for number, text in enumerate(texts):
        reading = read_query(text, dialect, given.at(number, texts))
        problems = [*reading.problems, *unfit(reading, types, dialect)]
        if problems:
            message = min(problems, key=lambda problem: problem.start).message
            if recorder.execution is None:
                recorder.note("sql", "error", message)
            raise InvalidUserArgumentException(message)
        for doubt in doubtful(reading, types, dialect):
            recorder.note("sql", "information", doubt.message)
        readings.append(reading)
    listed, tagged = inputs[: given.listed], inputs[given.listed :]
    by_name = [place for place, record in enumerate(listed) if any(record is one for one in tagged)]
    unused = never_named(readings, given.listed, by_name)
    if unused is not None:
        recorder.note("sql", "warning", unused)


def _listed_parameters(parameters: Optional[Sequence[Artifact]]) -> list[ArtifactRecord]:
    given: Sequence[Any] = parameters or []
    for parameter in given:
        if not isinstance(parameter, Artifact) or record_of(parameter).producer.kind != "parameter":
            raise InvalidUserArgumentException(
                "sql(parameters=[…]) takes parameters that client.create_param made, in the order of $1, $2, …"
            )
    return [record_of(parameter) for parameter in given]


def _table_name(table: object) -> str:
    if isinstance(table, Artifact):
        raise refusal("Resource.save(table_name)")
    if not is_text(table):
        raise InvalidUserArgumentException(f"The name of a table is a text that is not empty, not {table!r}")
    return str(table)


def _mode(mode: Union[str, LoadUpdateMode]) -> str:
    try:
        return str(LoadUpdateMode(mode).value)
    except ValueError:
        raise InvalidUserArgumentException(
            f"The mode of a save is 'replace', 'append' or 'fail', not {mode!r}"
        ) from None


def engine_name(engine: Union[str, Resource, None]) -> Optional[str]:
    """The name of an engine, None for the local one under any of its names."""
    if engine is None or (isinstance(engine, str) and engine.lower() in ("", "aqueduct", "local")):
        return None
    name = engine.name() if isinstance(engine, Resource) else engine
    if not is_text(name):
        raise InvalidUserArgumentException(f"engine= takes the name of an Airflow resource, not {engine!r}")
    session.recorder().require_engine(name)
    return str(name)
