"""The store of a DAG file, opened by Airflow's Connection or refused in a sentence."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from worker import Connection, Failed, Worker

from aqueduct.launcher import airflow_side, opened_store
from aqueduct.launcher.opened_store import open_store
from aqueduct.store import FolderStore, S3Store

S3: dict[str, Any] = {
    "type": "s3",
    "connection": "lake",
    "bucket": "wines",
    "prefix": "a",
    "region": None,
    "endpoint": None,
}


def test_a_folder_needs_no_connection(worker: Worker) -> None:
    assert isinstance(open_store({"type": "folder", "folder": "/srv/aqueduct"}), FolderStore)


def test_s3_takes_keys_region_and_endpoint_from_the_connection(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    extra = {"region_name": "eu-west-1", "endpoint_url": "http://127.0.0.1:1"}
    monkeypatch.setattr(
        airflow_side, "connection", lambda name: Connection("aws", login="id", password="secret", extra_dejson=extra)
    )
    store = open_store(S3)
    assert isinstance(store, S3Store)
    client = store._client
    assert (client.meta.region_name, client.meta.endpoint_url) == ("eu-west-1", "http://127.0.0.1:1")
    assert open_store({**S3, "region": "us-east-1"})._client.meta.region_name == "us-east-1"  # type: ignore[attr-defined]


def test_a_worker_without_boto3_is_told_which_provider_brings_it(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(airflow_side, "connection", lambda name: Connection("aws"))
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(Failed, match="install apache-airflow-providers-amazon"):
        open_store(S3)


def test_a_missing_connection_is_named(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> Connection:
        raise airflow_side.NoConnection(name)

    monkeypatch.setattr(airflow_side, "connection", none)
    with pytest.raises(Failed, match="Airflow has no Connection lake"):
        open_store(S3)


def asked_of_boto3(monkeypatch: pytest.MonkeyPatch, place: dict[str, Any], connection: Connection) -> list[Any]:
    """What `s3_client` is called with, and the store's own folder."""
    asked: list[Any] = []

    def client(*arguments: Any) -> str:
        asked.extend(arguments)
        return "client"

    def find(name: str) -> Connection:
        asked.append(name)
        return connection

    monkeypatch.setattr(airflow_side, "connection", find)
    monkeypatch.setattr(opened_store, "s3_client", client)
    monkeypatch.setattr(opened_store, "S3Store", lambda *arguments: arguments)
    store: Any = open_store(place)
    return [store, *asked]


def test_the_place_of_the_dag_file_goes_before_the_fields_of_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = {"region_name": "eu-west-1", "endpoint_url": "http://a", "aws_session_token": "t"}
    connection = Connection("aws", login="id", password="secret", extra_dejson=extra)
    assert asked_of_boto3(monkeypatch, S3, connection) == [
        ("client", "wines", "a"),
        "lake",
        {"region": "eu-west-1", "endpoint": "http://a"},
        "id",
        "secret",
        "t",
    ]
    place = {**S3, "region": "r", "endpoint": "e", "prefix": None}
    assert asked_of_boto3(monkeypatch, place, connection)[:3] == [
        ("client", "wines", ""),
        "lake",
        {"region": "r", "endpoint": "e"},
    ]


def test_empty_fields_of_a_connection_are_left_to_boto3(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked_of_boto3(monkeypatch, S3, Connection("aws", login="", password=""))
    assert found[2:] == [{"region": None, "endpoint": None}, None, None, None]


def test_the_folder_of_the_dag_file_is_opened() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened_store, "FolderStore", lambda folder: ("folder", folder))
        assert open_store({"type": "folder", "folder": "/srv/a"}) == ("folder", "/srv/a")


def test_what_is_missing_is_said_with_the_way_out(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> Connection:
        raise airflow_side.NoConnection(name)

    monkeypatch.setattr(airflow_side, "connection", none)
    with pytest.raises(Failed) as failed:
        open_store(S3)
    assert str(failed.value) == (
        "Airflow has no Connection lake, which the workflow's store is reached by: make it, of type aws."
    )
    monkeypatch.setattr(airflow_side, "connection", lambda name: Connection("aws"))
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(Failed) as failed:
        open_store(S3)
    assert str(failed.value) == (
        "The store of this workflow is in S3, and boto3 is missing on this worker: "
        "install apache-airflow-providers-amazon (or boto3) there."
    )
