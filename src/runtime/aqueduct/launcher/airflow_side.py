"""Everything that the launcher asks of Airflow, on 2.9 to 3.x."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn


@dataclass(frozen=True)
class DagRun:
    """What a task sees of its DAG run; `clear_number` is 0 in a run that was never cleared."""

    run_id: str
    start: datetime
    conf: Mapping[str, Any]
    scheduled: bool
    clear_number: int
    try_number: int


class NoConnection(Exception):
    """Airflow has no Connection of this name, or will not show it."""


def dag_run(context: Mapping[str, Any]) -> DagRun:
    """The DAG run of a task's context."""
    run, instance = context["dag_run"], context["ti"]
    kind = getattr(run.run_type, "value", run.run_type)
    return DagRun(
        run_id=run.run_id,
        start=run.start_date,
        conf=dict(run.conf or {}),
        scheduled=str(kind) == "scheduled",
        clear_number=int(getattr(run, "clear_number", 0) or 0),
        try_number=int(instance.try_number),
    )


def connection(name: str) -> Any:
    """A Connection by its name; raises NoConnection. On 3.x only the task's own process may ask."""
    try:
        from airflow.sdk import BaseHook
    except ImportError:
        from airflow.hooks.base import BaseHook
    try:
        return BaseHook.get_connection(name)
    except Exception as error:
        if type(error).__name__ not in ("AirflowNotFoundException", "AirflowRuntimeError"):
            raise
        raise NoConnection(name) from error


def fail(message: str) -> NoReturn:
    """Fails the task for good: trying again would change nothing."""
    try:
        from airflow.sdk.exceptions import AirflowFailException
    except ImportError:
        from airflow.exceptions import AirflowFailException
    raise AirflowFailException(message)


def fail_for_now(message: str) -> NoReturn:
    """Fails the try; Airflow tries again where the DAG says so."""
    try:
        from airflow.sdk.exceptions import AirflowException
    except ImportError:
        from airflow.exceptions import AirflowException
    raise AirflowException(message)


def extra(found: Any) -> dict[str, Any]:
    """The extra fields of a Connection; none where they are not JSON."""
    fields: dict[str, Any] = dict(found.extra_dejson or {})
    return fields
