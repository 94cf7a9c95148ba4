"""Parameters are no tasks: their values come from the run's conf or from the build, their manifests from here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from aqueduct import keys
from aqueduct.launcher import records
from aqueduct.parameter_values import WrongParameter, from_conf
from aqueduct.store import Store
from aqueduct.store.blobs import sha256
from aqueduct.values import decode, encode, sample
from aqueduct.values.exact_json import NotJson, to_exact
from aqueduct.values.tagged import from_json


def parameters_of(build: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The parameters of a build."""
    return [operator for operator in build["operators"] if operator["kind"] == "parameter"]


def json_values(build: Mapping[str, Any], conf: Mapping[str, Any]) -> dict[str, Any]:
    """Parameter id -> exact JSON of its value, of those whose value has that; raises WrongParameter.

    A value stands in the conf under the parameter's id or its name as it is written; unknown keys are left alone, since
    a conf may carry what others need. What is the id of one parameter and the name of another means the first.
    """
    values: dict[str, Any] = {}
    ids = {operator["id"] for operator in parameters_of(build)}
    for operator in parameters_of(build):
        own, name = operator["id"], operator["name"]
        given = [conf[each] for each in (own, name) if each in conf and (each == own or each not in ids)]
        if given:
            values[operator["id"]] = _taken(operator, given[0])
        elif "json" in (operator.get("default") or {}):
            values[operator["id"]] = operator["default"]["json"]
    return values


def put_manifest(
    store: Store, place: keys.RunPlace, build_name: str, operator: Mapping[str, Any], values: Mapping[str, Any]
) -> dict[str, Any]:
    """Stores the value of a parameter in this life, and returns its manifest: ours, or that of who was faster."""
    attempt = place.attempt(operator["id"], 1)
    data, encoding, kind, shown = _value(store, operator, values)
    digest = sha256(data)
    value = attempt.value(digest)
    store.put_content(value, data, digest)
    if shown is not None:
        store.put_if_absent(attempt.sample(1), shown)
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    manifest: dict[str, Any] = {
        "format": 1,
        "operator": operator["id"],
        "kind": "parameter",
        "status": "succeeded",
        "build": build_name,
        "life": place.life,
        "try": 1,
        "engine": "airflow",
        "failure": None,
        "check": None,
        "metric": None,
        "startedAt": now,
        "endedAt": now,
        "wallSeconds": 0,
        "peakBytes": None,
        "python": "",
        "saved": None,
        "artifacts": [
            {
                "id": operator["outputs"][0],
                "key": value,
                "sha256": digest,
                "size": len(data),
                "type": kind,
                "encoding": encoding,
                "rows": None,
                "schema": None,
                "sample": None if shown is None else attempt.sample(1),
            }
        ],
        "logs": {"stdout": None, "stderr": None},
        "reuse": None,
    }
    if records.put_json(store, attempt.manifest, manifest):
        return manifest
    return records.read_json(store, attempt.manifest) or manifest


def _value(store: Store, operator: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[bytes, str, str, Any]:
    """Bytes, encoding, type and sample; what is no JSON stays as the build has it, unread."""
    default = operator["parameter"]
    if operator["id"] in values:
        value = from_json(values[operator["id"]])
        encoded = encode(value)
        return encoded.data, encoded.encoding, encoded.type, sample(value, encoded.type)
    blob = default["blob"]
    data = records.read_content(store, keys.blob(blob), blob, "publish the workflow again, which puts it right")
    if data is None:
        raise records.Broken(
            f"The default of parameter {operator['name']} is not in the store: publish the workflow again."
        )
    readable = default["encoding"] in ("json", "text", "bytes")
    shown = sample(decode(data, default["encoding"], default["type"]), default["type"]) if readable else None
    return data, default["encoding"], default["type"], shown


def _taken(operator: Mapping[str, Any], given: Any) -> Any:
    default = operator.get("default") or {"type": operator["parameter"]["type"]}
    try:
        return to_exact(from_conf(operator["name"], default, given))
    except NotJson:
        raise WrongParameter(
            f"{operator['name']} takes JSON or text, and its value in the run's conf is neither."
        ) from None
