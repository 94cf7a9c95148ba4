"""The DAG file as the TypeScript side renders it, for tests of the Python that stands in it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable

SPEC: dict[str, Any] = {
    "format": 2,
    "project": "p-3f9a3f9a3f9a3f9a",
    "workflow": "wine predictions",
    "key": "wine_predictions-f93c965a",
    "target": "airflow",
    "dag_id": "wine_predictions",
    "build": "44575cf5b28512d75644bf54a517dcef304ff809fd511747621b4d64f19aac66",
    "schedule": "0 3 * * *",
    "start_date": "2026-11-21T14:00:00.000000Z",
    "runtime": "fa2c8cc4f28176bbeed4b736df569a34c79cd3723e9ec42f9674b4d46ac6b8b8",
    "store": {"type": "folder", "folder": "/srv/aqueduct"},
    "connections": {"aqueduct_demo": "aqueduct_demo"},
    "params": {
        "quality_floor": {
            "default": "6",
            "schema": {"anyOf": [{"type": "string", "pattern": "^[0-9]+$"}, {"type": "integer"}]},
        },
        "title": {"default": "{{ ds }} '\"\\ \u00e9", "schema": {"type": "string"}},
        "none": {"default": None, "schema": {}},
    },
    "tasks": [
        {"id": "query", "upstream": []},
        {"id": "clean_data", "upstream": [0]},
        {"id": "_gate", "upstream": [1]},
        {"id": "save", "upstream": [2]},
    ],
}


@contextmanager
def renderer() -> Iterator[Callable[[object], str]]:
    """A function from a literal to the text of its DAG file."""
    script = Path(__file__).with_name("dag_text.mjs")
    with subprocess.Popen(
        ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def render(spec: object) -> str:
            assert process.stdin is not None
            assert process.stdout is not None
            # Characters beyond ASCII are sent as they are: escaping them is what is tested.
            process.stdin.write(json.dumps(spec, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n")
            process.stdin.flush()
            text: str = json.loads(process.stdout.readline())
            return text

        yield render
        process.stdin.close()
