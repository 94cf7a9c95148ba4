"""Python and TypeScript make the same keys: both are held to one file of samples."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from aqueduct import keys
from aqueduct.recording.naming import slug

SAMPLES: Any = json.loads((Path(__file__).parents[2] / "fixtures" / "store" / "keys.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sample", SAMPLES["rids"], ids=lambda sample: sample["rid"])
def test_a_run_is_named_alike(sample: Any) -> None:
    assert keys.run_key(sample["project"], sample["workflow"], sample["target"], sample["runId"]) == sample["rid"]


@pytest.mark.parametrize("sample", SAMPLES["lives"], ids=lambda sample: sample["time"])
def test_a_life_is_named_alike(sample: Any) -> None:
    text = sample["time"].replace("Z", "+00:00").replace(".5+", ".500000+")
    assert keys.life_of(datetime.fromisoformat(text)) == sample["life"]
    stood_for = keys.time_of(sample["life"]).replace("Z", "+00:00")
    assert datetime.fromisoformat(stood_for) == datetime.fromisoformat(text)


def test_every_key_is_made_alike() -> None:
    given, expected = SAMPLES["keys"], SAMPLES["keys"]["expected"]
    workflow = expected["build"].split("/")[2]
    run = keys.RunPlace(given["project"], workflow, given["rid"], given["life"])
    attempt = run.attempt(given["operator"], given["try"])
    made = {
        "blob": keys.blob(given["digest"]),
        "build": keys.build(given["project"], workflow, given["build"]),
        "byTime": run.marker,
        "run": run.record,
        "lastGood": run.last_good,
        "attempt": attempt.key,
        "manifest": attempt.manifest,
        "value": attempt.value(given["digest"]),
        "sample": attempt.sample(given["artifact"]),
        "stdout": attempt.log("stdout"),
        "stderr": attempt.log("stderr"),
    }
    assert made == {name: key for name, key in expected.items() if name not in ("current", "publishing", "history")}


@pytest.mark.parametrize("sample", SAMPLES["slugs"], ids=lambda sample: sample["slug"])
def test_slugs_of_names_are_those_of_typescript(sample: dict[str, str]) -> None:
    assert slug(sample["name"], "workflow") == sample["slug"]
