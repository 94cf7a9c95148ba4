"""An operator gives values of the type that it gave in the last successful run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

import pandas
import pytest
from bench import Bench

from aqueduct.runner.job import parse_job
from aqueduct.runner.type_memory import changed_type

TABLE = json.loads((Path(__file__).parents[2] / "fixtures" / "types" / "held.json").read_text("utf-8"))
SINCE = "2026-11-29T10:42:01.048772Z"


def held(kind: Optional[str], name: str = "total") -> Any:
    return None if kind is None else {"name": name, "type": kind, "since": SINCE}


@pytest.mark.parametrize("case", TABLE["values"], ids=[each["case"] for each in TABLE["values"]])
def test_a_value_has_the_type_that_it_is_held_to(bench: Bench, case: dict[str, Any]) -> None:
    job = parse_job(json.dumps(bench.job("function", expected=[held(case["held"])])))
    assert (changed_type(job, [case], ()) is None) is case["fits"]


@pytest.mark.parametrize("value", [7, 7.5, float("nan"), 10**40, None])
def test_numbers_and_none_pass_where_a_number_is_held(bench: Bench, value: object) -> None:
    ended = bench.run("function", [value], "def work(value):\n    return value", expected=[held("numeric")])
    assert (ended.code, ended.result["status"]) == (0, "succeeded"), ended.stderr


def test_another_type_fails_the_operator_and_says_what_it_was_and_how_to_allow_it(bench: Bench) -> None:
    ended = bench.run(
        "function",
        source="def work():\n    return 1, 'many'",
        operator={"name": "count wines", "outputs": ["work.1", "work.2"]},
        expected=[held("numeric", "first"), held("numeric", "total")],
    )
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert ended.failure["message"] == (
        "count wines gave a text as 'total', which was a number in the last successful run (2026-11-29 10:42 UTC)."
    )
    assert '"mayChangeType": ["count wines"] in aqueduct.json' in ended.failure["tip"]
    assert [frame["line"] for frame in ended.failure["trace"]] == [1], "it stands on the operator's definition"
    assert ended.value(2) == "many", "what it gave can be looked at"


def test_a_table_does_not_become_an_object(bench: Bench) -> None:
    source = "def work(table):\n    return table['a']"
    ended = bench.run("function", [pandas.DataFrame({"a": [1]})], source, expected=[held("table")])
    assert "gave an object of another kind as 'total', which was a table" in ended.failure["message"]


def test_an_error_of_its_own_comes_first(bench: Bench) -> None:
    ended = bench.run("function", source="def work():\n    raise ValueError('bad')", expected=[held("table")])
    assert ended.failure["message"] == "ValueError: bad"
