"""The client of the authoring API."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NoReturn, Optional, Union

from aqueduct.artifacts import Artifact, holds_artifact, record_of
from aqueduct.config import FlowConfig
from aqueduct.cron import fault_of, trimmed
from aqueduct.error import (
    InvalidCronStringException,
    InvalidUserActionException,
    InvalidUserArgumentException,
)
from aqueduct.flow import Flow
from aqueduct.given import is_any_text, is_text, is_whole_text
from aqueduct.lacking import refusal
from aqueduct.parameters import record_parameter
from aqueduct.recording import session
from aqueduct.recording.model import ArtifactRecord, PublishRecord
from aqueduct.recording.not_used import note_not_used
from aqueduct.resources import Resource, engine_name, handle

Artifacts = Union[Artifact, Sequence[Artifact], None]


def get_apikey() -> str:
    """Empty: there is no server that would ask for a key."""
    return ""


class Client:
    """Makes parameters, gives handles of resources and publishes; it connects to nothing."""

    def __init__(self, api_key: str = "", aqueduct_address: str = "", logging_level: Optional[int] = None) -> None:
        session.recorder()
        note_not_used("Client", api_key=api_key, aqueduct_address=aqueduct_address, logging_level=logging_level)

    def __reduce__(self) -> Any:
        return (Client, ())

    def create_param(
        self,
        name: str,
        default: Any,
        description: str = "",
        use_local: bool = False,
        as_type: Any = None,
        format: Optional[str] = None,
    ) -> Artifact:
        """A parameter that can be set for one run; its type is that of its default."""
        if not is_text(name):
            raise InvalidUserArgumentException("The name of a parameter is a text that is not empty")
        if default is None:
            raise InvalidUserArgumentException(f"The default of the parameter {name!r} cannot be None: it has no type")
        if use_local:
            raise refusal("Client.create_param(use_local)")
        if isinstance(default, Artifact):
            raise InvalidUserArgumentException(f"The default of the parameter {name!r} is a value, not an artifact")
        note_not_used("create_param", as_type=as_type, format=format)
        record = record_parameter(name.strip(), default, explicit=True)
        session.recorder().explicit_parameters[name.strip()] = record
        return Artifact(record)

    def resource(self, name: str) -> Any:
        """The handle of a resource of aqueduct.json."""
        known, kind = session.recorder().resource_type(name)
        return handle(known, kind)

    def integration(self, name: str) -> Any:
        """`resource`, in the spelling of older files."""
        return self.resource(name)

    def list_resources(self) -> dict[str, Resource]:
        """Handles of all resources by name."""
        return {name: handle(name, kind) for name, kind in session.recorder().known_resources().items()}

    def list_integrations(self) -> dict[str, Resource]:
        """`list_resources`, in the spelling of older files."""
        return self.list_resources()

    def publish_flow(
        self,
        name: str,
        description: Optional[str] = "",
        schedule: Optional[str] = "",
        engine: Union[str, Resource, None] = None,
        artifacts: Artifacts = None,
        metrics: Optional[Sequence[Artifact]] = None,
        checks: Optional[Sequence[Artifact]] = None,
        k_latest_runs: Optional[int] = None,
        source_flow: Any = None,
        run_now: Optional[bool] = None,
        use_local: bool = False,
        disable_snapshots: bool = False,
        config: Optional[FlowConfig] = None,
    ) -> Flow:
        """The artifacts, and what they need, are a workflow: by hand it is run, or published, from here."""
        recorder = session.recorder()
        if not is_text(name):
            raise InvalidUserArgumentException("publish_flow() needs a name that is not empty")
        if holds_artifact(description):
            raise InvalidUserArgumentException(
                "The second argument of publish_flow() is the description: write artifacts=[…] for the artifacts"
            )
        if description is not None and not is_any_text(description):
            raise InvalidUserArgumentException(
                "description= of publish_flow() takes a text: write what the workflow is for"
            )
        for given in (name, description or ""):
            if not is_whole_text(given):
                raise InvalidUserArgumentException(
                    f"publish_flow() takes text of whole characters, and {given!r} has a zero or half of one (a surrogate)"
                )
        if source_flow is not None:
            raise refusal("Client.publish_flow(source_flow)")
        if config is not None and engine is not None:
            raise InvalidUserArgumentException("publish_flow() takes engine= or config=FlowConfig(engine=…), not both")
        note_not_used(
            "publish_flow",
            k_latest_runs=k_latest_runs,
            run_now=None if recorder.execution is not None else run_now,  # by hand, publishing runs it
            use_local=use_local,
            disable_snapshots=disable_snapshots,
        )
        wanted = config.engine if config is not None and config.engine is not None else engine
        recorder.publish(
            PublishRecord(
                name,
                recorder.engine if wanted is None else engine_name(wanted),
                _schedule(schedule),
                recorder.locate(),
                _records("artifacts", artifacts, needed=True),
                None if metrics is None else _records("metrics", metrics, needed=False),
                None if checks is None else _records("checks", checks, needed=False),
                run_now,
                description or None,
            )
        )
        return Flow(name)

    def trigger(
        self,
        flow_identifier: Any = None,
        parameters: Optional[dict[str, Any]] = None,
        flow_id: Any = None,
        flow_name: Optional[str] = None,
    ) -> None:
        """Not done by a file: noted where it is read, refused where it is run by hand."""
        _not_done("trigger", "start a run with `aqueduct trigger WORKFLOW`")

    def delete_flow(self, *arguments: Any, **keywords: Any) -> None:
        """Not done by a file: noted where it is read, refused where it is run by hand."""
        _not_done("delete_flow", "delete a workflow in the editor")

    def connect_resource(self, name: str, service: Any = None, config: Any = None) -> None:
        """A resource that `aqueduct.json` has is connected; another one is noted, and refused where the file is run by hand."""
        if name not in session.recorder().known_resources():
            quoted = json.dumps(name, ensure_ascii=False)
            _not_done("connect_resource", f'describe {quoted} under "resources" in aqueduct.json')

    connect_integration = connect_resource

    def delete_resource(self, name: str) -> None:
        """Not done by a file: noted where it is read, refused where it is run by hand."""
        if name in session.recorder().known_resources():
            _not_done("delete_resource", "take the resource out of aqueduct.json")

    delete_integration = delete_resource

    def describe(self) -> None:
        """There is no server to describe."""

    def list_flows(self) -> NoReturn:
        """Refused: published workflows are not known while a file is read."""
        raise refusal("Client.list_flows")

    def flow(self, *arguments: Any, **keywords: Any) -> NoReturn:
        """Refused: published workflows are not known while a file is read."""
        raise refusal("Client.flow")

    def github(self, *arguments: Any, **keywords: Any) -> NoReturn:
        """Code from GitHub comes later."""
        raise refusal("Client.github")


# The same words as in core/check/notDone.ts.
def _not_done(method: str, instead: str) -> None:
    """Says so; raises InvalidUserActionException where the file is really being run."""
    recorder = session.recorder()
    sentence = f"client.{method}() is not done by a workflow file: {instead}."
    if recorder.execution is not None:
        raise InvalidUserActionException(sentence)
    recorder.note("not-done-while-reading", "information", sentence)


def _records(keyword: str, given: Artifacts, *, needed: bool) -> list[ArtifactRecord]:
    artifacts = [given] if isinstance(given, Artifact) else list(given or [])
    if needed and not artifacts:
        raise InvalidUserArgumentException("publish_flow() needs artifacts=[…] with at least one artifact")
    for artifact in artifacts:
        if not isinstance(artifact, Artifact):
            raise InvalidUserArgumentException(f"{keyword}=[…] takes artifacts, not {type(artifact).__name__}")
    return [record_of(artifact) for artifact in artifacts]


def _schedule(schedule: Optional[str]) -> Optional[str]:
    if schedule is None:
        return None
    text = trimmed(schedule if is_any_text(schedule) else str(schedule))
    fault = fault_of(text) if text else None
    if fault is not None:
        session.recorder().note("bad-schedule", "error", fault)
        raise InvalidCronStringException(fault)
    return text or None
