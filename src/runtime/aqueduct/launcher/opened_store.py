"""The store that a DAG file names, opened with what its Connection holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aqueduct.launcher import airflow_side
from aqueduct.store import FolderStore, MissingBoto3, S3Store, Store, s3_client


def open_store(place: Mapping[str, Any]) -> Store:
    """The store of `SPEC["store"]`; fails the task with a sentence where it cannot be opened."""
    if place["type"] == "folder":
        return FolderStore(place["folder"])
    try:
        found = airflow_side.connection(place["connection"])
    except airflow_side.NoConnection:
        name = place["connection"]
        airflow_side.fail(
            f"Airflow has no Connection {name}, which the workflow's store is reached by: make it, of type aws."
        )
    fields = airflow_side.extra(found)
    where = {
        "region": place.get("region") or fields.get("region_name"),
        "endpoint": place.get("endpoint") or fields.get("endpoint_url"),
    }
    try:
        client = s3_client(where, found.login or None, found.password or None, fields.get("aws_session_token"))
    except MissingBoto3:
        airflow_side.fail(
            "The store of this workflow is in S3, and boto3 is missing on this worker: "
            "install apache-airflow-providers-amazon (or boto3) there."
        )
    return S3Store(client, place["bucket"], place.get("prefix") or "")
