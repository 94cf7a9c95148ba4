"""What operators of each kind may return, and what is recorded of them."""

from __future__ import annotations

import hashlib
import math
import sqlite3
from pathlib import Path
from typing import Any

import pandas
import pytest
from bench import Bench

FLOOR = {"comparison": "greaterThan", "value": 2.5}


def test_a_function_gives_its_value_with_sample_and_digest(bench: Bench) -> None:
    ended = bench.run(
        "function", [pandas.DataFrame({"a": [1, 2]}), 3], "def work(table, n):\n    return table.assign(b=table.a * n)"
    )
    assert ended.code == 0, ended.stderr
    assert ended.value().to_dict("list") == {"a": [1, 2], "b": [3, 6]}
    entry = ended.result["artifacts"][0]
    assert entry["sha256"] == hashlib.sha256((ended.attempt / entry["file"]).read_bytes()).hexdigest()
    assert (entry["id"], entry["rows"], [column["name"] for column in entry["schema"]]) == ("work", 2, ["a", "b"])
    assert (ended.attempt / entry["sample"]).read_text().startswith('{"format":1,"type":"table","rows":2,')
    assert [event["event"] for event in ended.events] == ["started", "memory", "output", "finished"]
    assert ended.result["peakBytes"] > 10_000_000


def test_a_function_of_several_outputs_gives_each(bench: Bench) -> None:
    ended = bench.run("function", source="def work():\n    return 1, None", operator={"outputs": ["work.1", "work.2"]})
    assert [entry["id"] for entry in ended.result["artifacts"]] == ["work.1", "work.2"]
    assert (ended.value(1), ended.value(2)) == (1, None)


def test_too_few_outputs_are_the_users_failure(bench: Bench) -> None:
    ended = bench.run("function", source="def work():\n    return 1,", operator={"outputs": ["work.1", "work.2"]})
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert ended.failure["message"] == "work returned 1 values where 2 are expected."
    assert [frame["line"] for frame in ended.failure["trace"]] == [1]


@pytest.mark.parametrize("text", ["3", "2.5", "numpy.int64(3)", "numpy.float32(2.5)", "pandas.Series([1, 2]).sum()"])
def test_a_metric_is_any_number(bench: Bench, text: str) -> None:
    ended = bench.run("metric", source=f"import numpy, pandas\ndef work():\n    return {text}")
    assert ended.code == 0, ended.failure
    assert type(ended.value()) in (int, float)
    assert ended.result["metric"] == ended.value()


def test_a_metric_may_be_nan(bench: Bench) -> None:
    ended = bench.run("metric", source="def work():\n    return float('nan')")
    assert (ended.code, ended.result["metric"]) == (0, None)
    assert math.isnan(ended.value())


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("metric", "None", "the metric work returned None."),
        ("metric", "'3'", "the metric work returned a str."),
        ("metric", "True", "the metric work returned a bool."),
        ("check", "None", "the check work returned None."),
        ("check", "1", "the check work returned an int."),
    ],
)
def test_a_result_of_the_wrong_kind_is_the_users_failure(bench: Bench, kind: str, text: str, message: str) -> None:
    ended = bench.run(kind, source=f"def work():\n    return {text}", operator={"severity": "warning"})
    assert (ended.code, ended.failure["type"], ended.failure["message"]) == (10, "user", message)
    assert ended.failure["tip"]
    assert ended.failure["trace"] == [{"file": "flow.py", "line": 1, "function": "work", "text": "def work():"}]
    assert ended.result["artifacts"] == []


@pytest.mark.parametrize(
    ("severity", "result", "code", "status"),
    [("error", "True", 0, "succeeded"), ("warning", "False", 0, "succeeded"), ("error", "False", 10, "failed")],
)
def test_a_check_fails_the_run_by_its_severity(
    bench: Bench, severity: str, result: str, code: int, status: str
) -> None:
    ended = bench.run(
        "check", source=f"import numpy\ndef work():\n    return numpy.bool_({result})", operator={"severity": severity}
    )
    assert (ended.code, ended.result["status"]) == (code, status)
    assert ended.result["check"] == {"passed": result == "True", "severity": severity}
    assert ended.value() is (result == "True")
    assert (ended.failure or {}).get("type") == ("check" if code else None)


@pytest.mark.parametrize(
    ("series", "passed"),
    [
        ("[True, True]", True),
        ("[True, False]", False),
        ("[], dtype=bool", True),
        ("[True, True], dtype='boolean'", True),
        ("[False], dtype='boolean'", False),
    ],
)
def test_a_check_may_return_a_series_of_booleans_all_of_which_must_hold(
    bench: Bench, series: str, passed: bool
) -> None:
    ended = bench.run(
        "check",
        source=f"import pandas\ndef work():\n    return pandas.Series({series})",
        operator={"severity": "error"},
    )
    assert ended.result["check"] == {"passed": passed, "severity": "error"}
    assert ended.value() is passed


@pytest.mark.parametrize(
    ("text", "message", "tip"),
    [
        ("pandas.Series([True, None], dtype='boolean')", "with missing values (1 of 2)", ".fillna(False)"),
        ("pandas.Series([True, None])", "a pandas.Series", ".all()"),
        ("pandas.Series([1, 0])", "a pandas.Series", ".all()"),
        ("pandas.Series(['a'])", "a pandas.Series", ".all()"),
        ("pandas.DataFrame({'a': [True]})", "a pandas.DataFrame", ".all()"),
        ("pandas.Series([True]).to_numpy()", "a numpy.ndarray", ".all()"),
    ],
)
def test_what_is_no_series_of_booleans_is_refused(bench: Bench, text: str, message: str, tip: str) -> None:
    ended = bench.run(
        "check", source=f"import pandas\ndef work():\n    return {text}", operator={"severity": "warning"}
    )
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert message in ended.failure["message"]
    assert tip in ended.failure["tip"]


def test_a_check_that_raises_counts_as_a_failed_error_check(bench: Bench) -> None:
    ended = bench.run("check", source="def work():\n    raise ValueError('bad')", operator={"severity": "warning"})
    assert (ended.code, ended.failure["type"]) == (10, "check")
    assert ended.result["check"] == {"passed": False, "severity": "error"}


@pytest.mark.parametrize(("value", "passed"), [(2.6, True), (2.5, False), (math.nan, False)])
def test_a_bound_is_strict(bench: Bench, value: float, passed: bool) -> None:
    ended = bench.run("check", [value], operator={"severity": "error", "bound": FLOOR})
    assert ended.result["check"]["passed"] is passed
    assert ended.code == (0 if passed else 10)
    if not passed:
        assert "greater than 2.5" in ended.failure["message"]


def database(path: Path) -> dict[str, Any]:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE wine (alcohol REAL)")
        connection.execute("INSERT INTO wine VALUES (9.5)")
    connection.close()
    return {"url": f"sqlite:///{path}"}


def test_an_extract_reads_a_table(bench: Bench, tmp_path: Path) -> None:
    operator = {"query": "SELECT alcohol FROM wine WHERE alcohol < {{ Most Alcohol }}", "resource": "demo"}
    job = bench.job("extract", [10], operator=operator, database=database(tmp_path / "demo.db"))
    job["inputs"][0]["artifact"] = "most_alcohol"
    process = bench.start(job)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert bench.events()[-1]["status"] == "succeeded"


def test_a_missing_table_names_those_that_are_there(bench: Bench, tmp_path: Path) -> None:
    operator = {"query": "SELECT * FROM wines", "resource": "demo"}
    ended = bench.run("extract", operator=operator, database=database(tmp_path / "demo.db"))
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert ended.failure["tip"] == "The tables of demo are: wine."


def test_a_database_out_of_reach_is_the_worlds_failure(bench: Bench, tmp_path: Path) -> None:
    ended = bench.run(
        "extract", operator={"query": "SELECT 1", "resource": "demo"}, database={"url": f"sqlite:///{tmp_path}/none.db"}
    )
    assert (ended.code, ended.failure["type"]) == (11, "system")
    assert "no SQLite database" in ended.failure["message"]


def test_a_save_writes_the_table_and_records_rows_and_digest(bench: Bench, tmp_path: Path) -> None:
    operator = {"outputs": [], "table": "out", "mode": "replace", "resource": "demo"}
    ended = bench.run(
        "save", [pandas.DataFrame({"a": [1, 2]})], operator=operator, database=database(tmp_path / "demo.db")
    )
    assert ended.code == 0, ended.failure
    digest = hashlib.sha256(b"[1]\n[2]\n").hexdigest()
    assert ended.result["saved"] == {"resource": "demo", "table": "out", "mode": "replace", "rows": 2, "digest": digest}


def test_only_tables_can_be_saved(bench: Bench, tmp_path: Path) -> None:
    operator = {"outputs": [], "table": "out", "mode": "replace", "resource": "demo"}
    ended = bench.run("save", [3], operator=operator, database=database(tmp_path / "demo.db"))
    assert (ended.code, ended.failure["type"], ended.failure["message"]) == (10, "user", "work was given an int")


def test_arguments_that_are_taken_by_name_alone_are_given_by_name(bench: Bench) -> None:
    ended = bench.run("function", [1, 2, 3], "def work(first, *, second, third=0):\n    return [first, second, third]")
    assert ended.value() == [1, 2, 3]
