"""The store of a DAG file, opened by Airflow's Connection or refused in a sentence."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from worker import Connection, Failed, Worker

from aqueduct.launcher import airflow_side
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
