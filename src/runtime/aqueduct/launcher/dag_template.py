# Made by Aqueduct for Apache Airflow: publishing the workflow writes this DAG again, so do not edit it.
from __future__ import annotations

import json
import os
import sys
from datetime import datetime, timezone
from typing import Any, NoReturn

from airflow.timetables.trigger import CronTriggerTimetable

try:  # Airflow 3
    from airflow.sdk import DAG, Param
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.models.param import Param
try:  # Airflow 3, or the provider on Airflow 2
    from airflow.providers.standard.operators.python import PythonOperator
except ImportError:
    from airflow.operators.python import PythonOperator

SPEC = json.loads("{}")  # Replaced by src/core/compile/dagText.ts for each workflow.


def _fail(message: str) -> NoReturn:
    try:
        from airflow.sdk.exceptions import AirflowFailException
    except ImportError:
        from airflow.exceptions import AirflowFailException
    raise AirflowFailException(message)


def _fail_for_now(message: str) -> NoReturn:
    """Unlike `_fail`, Airflow tries again where the task has retries."""
    try:
        from airflow.sdk.exceptions import AirflowException
    except ImportError:
        from airflow.exceptions import AirflowException
    raise AirflowException(message)


def _s3(store: dict[str, Any]) -> Any:
    try:
        import boto3
        from botocore.config import Config
    except ImportError:
        _fail(
            "The store of this workflow is in S3, and boto3 is missing on this worker: "
            "install apache-airflow-providers-amazon (or boto3) there."
        )
    try:
        from airflow.sdk import BaseHook
    except ImportError:
        from airflow.hooks.base import BaseHook
    try:
        connection = BaseHook.get_connection(store["connection"])
    except Exception as error:
        if type(error).__name__ not in ("AirflowNotFoundException", "AirflowRuntimeError"):
            raise
        _fail(
            f"Airflow has no Connection {store['connection']}, which the workflow's store is reached by: "
            "make it, of type aws."
        )
    extra = connection.extra_dejson
    return boto3.session.Session().client(
        "s3",
        aws_access_key_id=connection.login or None,
        aws_secret_access_key=connection.password or None,
        aws_session_token=extra.get("aws_session_token"),
        region_name=store.get("region") or extra.get("region_name"),
        endpoint_url=store.get("endpoint") or extra.get("endpoint_url"),
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"} if store.get("endpoint") else None),
    )


def _blob(digest: str) -> bytes:
    store = SPEC["store"]
    key = "blobs/sha256/" + digest
    if store["type"] == "folder":
        try:
            with open(os.path.join(store["folder"], *key.split("/")), "rb") as file:
                return file.read()
        except OSError as error:
            if not os.path.isdir(store["folder"]):
                _fail(
                    f"The store {store['folder']} is not there on this worker: mount it there, or publish to a store "
                    "that workers and the editor share."
                )
            if isinstance(error, FileNotFoundError):
                _fail(f"{key}, the runtime, is not in the store {store['folder']}: publish the workflow again.")
            _fail(f"{key}, the runtime, can't be read in the store {store['folder']}: {error.strerror or error}.")
    prefix = store.get("prefix") or ""
    name = prefix.rstrip("/") + "/" + key if prefix else key
    client = _s3(store)
    place = f"s3://{store['bucket']}/{name}"
    try:
        data: bytes = client.get_object(Bucket=store["bucket"], Key=name)["Body"].read()
    except client.exceptions.NoSuchKey:
        _fail(f"{place}, the runtime, is not in the store: publish the workflow again.")
    except client.exceptions.NoSuchBucket:
        _fail(f"There is no bucket {store['bucket']}, where the store of this workflow should be.")
    except client.exceptions.ClientError as error:
        said = error.response.get("Error", {}).get("Code", "unknown")
        _fail_for_now(
            f"{place}, the runtime, can't be read: S3 answered {said}. "
            f"See to the rights of Airflow's Connection {store['connection']}."
        )
    return data


def _private(folder: str) -> bool:
    """True where a folder is ours and closed to others; it is made if it is missing."""
    try:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        os.mkdir(folder, 0o700)
    except FileExistsError:
        pass
    except OSError:
        return False
    found = os.lstat(folder)
    return (
        os.path.isdir(folder)
        and not os.path.islink(folder)
        and found.st_uid == os.getuid()
        and not found.st_mode & 0o077
    )


def _unpacked() -> str:
    """The folder of the runtime, fetched by digest, verified and unpacked once for each user of a worker."""
    import hashlib
    import io
    import shutil
    import tempfile
    import zipfile

    digest = SPEC["runtime"]
    places = [os.path.join(tempfile.gettempdir(), f"aqueduct-airflow-{os.getuid()}")]
    home = os.path.expanduser("~")
    if os.path.isabs(home):  # A user who is not listed, without HOME, has none: it stays "~".
        places.insert(0, os.path.join(home, ".cache", "aqueduct-airflow"))
    base = next((place for place in places if _private(place)), None)
    if base is None:
        _fail("No folder is private to this worker's user. These can't be made so: " + ", ".join(places) + ".")
    folder = os.path.join(base, digest)
    if os.path.isdir(folder):
        return folder
    data = _blob(digest)
    if hashlib.sha256(data).hexdigest() != digest:
        _fail("The runtime in the store is not what was published (its SHA-256 differs): publish the workflow again.")
    fresh = tempfile.mkdtemp(dir=base)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(fresh)
    try:
        os.rename(fresh, folder)
    except OSError:
        shutil.rmtree(fresh)
        if not os.path.isdir(folder):
            raise
    return folder


def _launcher() -> Any:
    folder = _unpacked()
    loaded = sys.modules.get("aqueduct")
    if loaded is not None and not (getattr(loaded, "__file__", None) or "").startswith(folder + os.sep):
        for name in [name for name in sys.modules if name.partition(".")[0] == "aqueduct"]:
            del sys.modules[name]
    sys.path.insert(0, folder)
    try:
        import aqueduct.launcher
    finally:
        sys.path.remove(folder)
    return aqueduct.launcher


def _run(**context: Any) -> None:
    _launcher().run(SPEC, context["ti"].task_id, context)


class AqueductOperator(PythonOperator):
    """One operator of the workflow; its code runs in a child process, which ends when the task is killed."""

    def on_kill(self) -> None:
        launcher = sys.modules.get("aqueduct.launcher")
        if launcher is not None:
            launcher.cancel()


with DAG(
    dag_id=SPEC["dag_id"],
    description=SPEC.get("description"),
    # Airflow reads a file where it ends in .md.
    doc_md=SPEC["description"] + "\n" if "description" in SPEC else None,
    schedule=None if SPEC["schedule"] is None else CronTriggerTimetable(SPEC["schedule"], timezone="UTC"),
    start_date=datetime.strptime(SPEC["start_date"], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    is_paused_upon_creation=True,
    default_args={"owner": "aqueduct"},
    params={name: Param(param["default"], **param["schema"]) for name, param in SPEC["params"].items()},
    tags=["aqueduct", "aqueduct-build:" + SPEC["build"][:12]],
) as dag:
    _tasks: list[AqueductOperator] = []
    for _one in SPEC["tasks"]:
        _task = AqueductOperator(
            task_id=_one["id"], python_callable=_run, do_xcom_push=False, show_return_value_in_logs=False
        )
        if _one["upstream"]:
            _task.set_upstream([_tasks[_place] for _place in _one["upstream"]])
        _tasks.append(_task)
