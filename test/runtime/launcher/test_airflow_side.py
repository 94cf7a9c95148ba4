"""What is asked of Airflow, on 3.x by its SDK and on 2.x by its older modules."""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from worker import Connection

from aqueduct.launcher import airflow_side

START = datetime(2026, 11, 21, tzinfo=timezone.utc)


class AirflowNotFoundException(Exception):
    pass


class AirflowRuntimeError(Exception):
    pass


class Final(Exception):
    pass


class ForNow(Exception):
    pass


def context(**run: Any) -> dict[str, Any]:
    base = {"run_id": "r", "start_date": START, "conf": {"n": 1}, "run_type": "manual"}
    return {"dag_run": SimpleNamespace(**{**base, **run}), "ti": SimpleNamespace(try_number="3")}


def test_a_run_is_read_from_the_context_of_its_task() -> None:
    found = airflow_side.dag_run(context(clear_number=2))
    assert found == airflow_side.DagRun("r", START, {"n": 1}, False, 2, 3)


@pytest.mark.parametrize("clear_number", [{}, {"clear_number": None}, {"clear_number": 0}])
def test_a_run_that_says_nothing_of_clearing_was_never_cleared(clear_number: dict[str, Any]) -> None:
    assert airflow_side.dag_run(context(conf=None, **clear_number)) == airflow_side.DagRun("r", START, {}, False, 0, 3)


@pytest.mark.parametrize("kind", ["scheduled", SimpleNamespace(value="scheduled")])
def test_a_scheduled_run_is_known_by_its_type_as_text_or_as_a_member(kind: Any) -> None:
    assert airflow_side.dag_run(context(run_type=kind)).scheduled


def airflow(monkeypatch: pytest.MonkeyPatch, name: str, **members: Any) -> None:
    """Makes one module of Airflow importable, and with it none of the others that are asked for first."""
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        module = ModuleType(".".join(parts[:end]))
        module.__path__ = []
        monkeypatch.setitem(sys.modules, module.__name__, module)
    vars(sys.modules[name]).update(members)


@pytest.fixture(params=["airflow.sdk", "airflow.hooks.base"])
def hook(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    found = SimpleNamespace()
    airflow(monkeypatch, request.param, BaseHook=found)
    return found


def test_a_connection_is_asked_for_by_its_name(hook: SimpleNamespace) -> None:
    hook.get_connection = lambda name: ("connection", name)
    assert airflow_side.connection("lake") == ("connection", "lake")


@pytest.mark.parametrize("kind", [AirflowNotFoundException, AirflowRuntimeError])
def test_a_connection_that_airflow_does_not_have_is_named(hook: SimpleNamespace, kind: type[Exception]) -> None:
    def refuse(name: str) -> None:
        raise kind

    hook.get_connection = refuse
    with pytest.raises(airflow_side.NoConnection, match=r"^lake$"):
        airflow_side.connection("lake")


def test_a_fault_of_airflow_is_not_taken_for_a_missing_connection(hook: SimpleNamespace) -> None:
    def break_down(name: str) -> None:
        raise ConnectionError("no database")

    hook.get_connection = break_down
    with pytest.raises(ConnectionError, match="no database"):
        airflow_side.connection("lake")


@pytest.mark.parametrize("module", ["airflow.sdk.exceptions", "airflow.exceptions"])
def test_tasks_fail_for_good_or_for_now_by_airflows_own_exceptions(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    airflow(monkeypatch, module, AirflowFailException=Final, AirflowException=ForNow)
    with pytest.raises(Final, match=r"^why$"):
        airflow_side.fail("why")
    with pytest.raises(ForNow, match=r"^why$"):
        airflow_side.fail_for_now("why")


def test_extra_fields_are_those_of_the_connection_or_none() -> None:
    assert airflow_side.extra(Connection("aws", extra_dejson={"a": 1})) == {"a": 1}
    assert airflow_side.extra(SimpleNamespace(extra_dejson=None)) == {}
