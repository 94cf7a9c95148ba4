"""The table of samples that TypeScript and Python read alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TABLE: Any = json.loads((Path(__file__).parents[2] / "fixtures" / "sql" / "samples.json").read_text("utf-8"))
QUERIES = [(dialect, sample) for sample in TABLE["queries"] for dialect in sample["dialects"]]
TYPES = {str: "string", bool: "boolean", int: "numeric", float: "numeric", list: "list", dict: "dictionary"}


def named(dialect: str, sample: dict[str, Any]) -> str:
    """What a test of a sample is called."""
    return f"{dialect}: {sample['name']}"


def texts_of(sample: dict[str, Any]) -> list[str]:
    """The query of a sample, or its chain."""
    return [sample["sql"]] if isinstance(sample["sql"], str) else list(sample["sql"])


def inputs_of(sample: dict[str, Any]) -> list[Any]:
    """The values of a sample: those that are listed, then those that are named."""
    return [*sample.get("listed", []), *sample.get("tags", {}).values()]


def unused_of(sample: dict[str, Any]) -> list[str]:
    """What is said of parameters that a sample lists for nothing."""
    return [sample["unused"]] if "unused" in sample else []


def program_of(sample: dict[str, Any]) -> list[str]:
    """A sample as lines of a workflow file: its parameters, and at last an expression that is its extract."""
    listed, tags = sample.get("listed", []), sample.get("tags", {})
    made = [f"p{at} = client.create_param('listed {at}', {value!r})" for at, value in enumerate(listed)]
    named = [f"client.create_param({name!r}, {value!r})" for name, value in tags.items()]
    parameters = ", ".join(f"p{at}" for at in range(len(listed)))
    return [*made, *named, f"db.sql({sample['sql']!r}, parameters=[{parameters}])"]
