"""The manifest of a try, from what the runner said, or from how it ended without a word."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from aqueduct import keys, signals
from aqueduct.launcher import records
from aqueduct.launcher.crash import crash_of
from aqueduct.launcher.staging import Stage
from aqueduct.store import Store


def now() -> str:
    """This moment as docs/formats writes times."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def failure(kind: str, message: str, tip: str) -> dict[str, Any]:
    """A failure of docs/formats/runner.md without a trace."""
    return {"type": kind, "message": message, "tip": tip, "trace": []}


def ended_without_result(
    code: Optional[int],
    cancelled: bool,
    peak: Optional[int],
    raised: Optional[BaseException],
    said: str = "",
    folder: Path = Path("/"),
) -> dict[str, Any]:
    """Why there is no result: Airflow's limit of time, cancelled, or the process was killed, crashed or left by itself.

    `code` is None where Airflow ended the wait for the process; `said` is the end of its error stream, `folder` what the
    user's files lie under.
    """
    if raised is not None and "Timeout" in type(raised).__name__:
        return failure(
            "user",
            f"The operator took longer than Airflow allows: {raised}",
            "Raise execution_timeout in Airflow's settings.",
        )
    if cancelled:
        return failure(
            "cancelled", "The run was cancelled while this operator ran.", "Clear it in Airflow to run it again."
        )
    if code is None:
        what = "" if raised is None else f" ({type(raised).__name__})"
        return failure(
            "lost",
            f"Airflow ended this task while its operator ran{what}.",
            "Clear it in Airflow to run it again; its log may say why.",
        )
    held = f" It last held {peak / 1e6:.0f} MB." if peak is not None else ""
    if code < 0:
        name = signals.name_of(-code)
        means, tip = signals.words(name)
        crash, trace = crash_of(said, folder)
        message = f"The operator's process was ended by {name}, before its result: {means}."
        return {**failure("lost", f"{message} {crash}".rstrip(), f"{tip}{held}"), "trace": trace}
    tip = f"Something in it left Python at once, such as os._exit(); see its log.{held}"
    return failure("lost", f"The operator's process ended with exit code {code}, before its result.", tip)


def manifest(
    place: keys.RunPlace,
    number: int,
    operator: Mapping[str, Any],
    build_name: str,
    result: Optional[Mapping[str, Any]],
    failed: Optional[Mapping[str, Any]],
    started: str,
    peak: Optional[int],
) -> dict[str, Any]:
    """The one maker of manifests on a worker. Artifacts and logs come with what is uploaded. Nothing is reused on a worker: no key."""
    said: Mapping[str, Any] = result or {}
    status = "succeeded" if failed is None else "cancelled" if failed["type"] == "cancelled" else "failed"
    return {
        "format": 1,
        "operator": operator["id"],
        "kind": operator["kind"],
        "status": status,
        "build": build_name,
        "life": place.life,
        "try": number,
        "engine": "airflow",
        "failure": failed,
        "check": said.get("check"),
        "metric": said.get("metric"),
        "startedAt": said.get("startedAt", started),
        "endedAt": said.get("endedAt", now()),
        "wallSeconds": said.get("wallSeconds", _seconds_since(started)),
        "peakBytes": said.get("peakBytes", peak),
        "python": said.get("python", platform.python_version()),
        "saved": said.get("saved"),
        "artifacts": [],
        "logs": {"stdout": None, "stderr": None},
        "reuse": None,
    }


def held_to(operator: Mapping[str, Any], expected: Sequence[Optional[Mapping[str, Any]]]) -> dict[str, Any]:
    """What a manifest says of the types of its values: the code that they follow from, and what they were held to."""
    if operator.get("origin") is None:
        return {}
    return {"origin": operator["origin"], **({"expected": list(expected)} if expected else {})}


def upload(
    store: Store, attempt: keys.AttemptPlace, stage: Stage, result: Optional[Mapping[str, Any]], written: dict[str, Any]
) -> bool:
    """Puts values, samples and logs, then the manifest; False where this very try has one already."""
    given = (result or {}).get("artifacts", ())
    written["artifacts"] = [
        _artifact(store, attempt, stage, number, entry) for number, entry in enumerate(given, start=1)
    ]
    for stream in ("stdout", "stderr"):
        file = stage.attempt / f"{stream}.log"
        if file.exists() and file.stat().st_size:
            store.put_file_if_absent(attempt.log(stream), file)
            written["logs"][stream] = attempt.log(stream)
    return records.put_json(store, attempt.manifest, written)


def _artifact(
    store: Store, attempt: keys.AttemptPlace, stage: Stage, number: int, entry: Mapping[str, Any]
) -> dict[str, Any]:
    key = attempt.value(entry["sha256"])
    store.put_content(key, stage.attempt / entry["file"], entry["sha256"])
    sample = None
    if entry["sample"] is not None:
        sample = attempt.sample(number)
        store.put_file_if_absent(sample, stage.attempt / entry["sample"])
    return stored(entry, key, sample)


def stored(facts: Mapping[str, Any], key: str, sample: Optional[str]) -> dict[str, Any]:
    """The entry of a value in a manifest, from what is known of it."""
    kept = ("id", "sha256", "size", "type", "encoding", "rows", "schema")
    return {**{name: facts[name] for name in kept}, "key": key, "sample": sample}


def _seconds_since(started: str) -> float:
    begun = datetime.strptime(started, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
    return max(0.0, (datetime.now(timezone.utc) - begun).total_seconds())
