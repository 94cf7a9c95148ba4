"""Parameters: the value of a run's conf or of the build, checked before anything runs, and a manifest as operators have."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from worker import Worker

from aqueduct.launcher import parameters, records
from aqueduct.parameter_values import WrongParameter

BUILD = "b" * 64
TABLE = json.loads((Path(__file__).parents[2] / "fixtures" / "parameters" / "given.json").read_text("utf-8"))
"""Also of `test_parameter_values.py` and of `test/unit/runs/givenParameters.test.ts`."""
DEFAULTS: dict[str, Any] = {
    "7": 7,
    "0.5": 0.5,
    "'a'": "a",
    "True": True,
    "False": False,
    "[0]": [0],
    "{'a': 1}": {"a": 1},
}
DEFAULTS.update({"(1, 2)": (1, 2), "None": None})


def values(conf: Any, *operators: Any) -> dict[str, Any]:
    return parameters.json_values({"operators": list(operators)}, conf)


def test_a_conf_names_a_parameter_by_its_id_first_and_else_by_its_name(worker: Worker) -> None:
    parameter = {**worker.parameter("floor", 5), "name": "Quality floor"}
    assert values({"Quality floor": 1, "floor": 2}, parameter) == {"floor": 2}
    assert values({"Quality floor": 1, "other": 3}, parameter) == {"floor": 1}
    assert values({"other": 3}, parameter) == {"floor": 5}


def test_the_id_of_one_parameter_is_not_the_name_of_another(worker: Worker) -> None:
    """`x y` has the id `x_y`, so that a parameter called `x_y` has the id `x_y_2`."""
    first, second = {**worker.parameter("x_y", 1), "name": "x y"}, {**worker.parameter("x_y_2", 2), "name": "x_y"}
    assert values({"x_y": 10}, first, second) == {"x_y": 10, "x_y_2": 2}
    assert values({"x_y_2": 10}, first, second) == {"x_y": 1, "x_y_2": 10}


def test_a_value_that_counts_as_false_is_still_given(worker: Worker) -> None:
    assert values({"n": 0}, worker.parameter("n", 5)) == {"n": 0}
    assert values({"n": ""}, worker.parameter("n", "x")) == {"n": ""}


def test_operators_of_other_kinds_take_nothing_from_the_conf(worker: Worker) -> None:
    assert values({"one": 3}, worker.operator("one"), worker.parameter("n", 5)) == {"n": 5}


def test_a_default_that_is_not_json_stays_in_the_build(worker: Worker) -> None:
    assert values({}, worker.parameter("pair", (1, 2))) == {}
    bare = worker.parameter("n", 5)
    del bare["default"]
    assert values({}, bare, {**bare, "default": None}) == {}


@pytest.mark.parametrize("value", [5, 1.5, "x", True, [1], {"a": 1}])
def test_a_value_of_the_type_of_the_default_is_taken(worker: Worker, value: object) -> None:
    assert values({"n": value}, worker.parameter("n", value)) == {"n": value}


@pytest.mark.parametrize(
    ("default", "given", "sentence"),
    [
        (5, None, "n takes a number, such as 6, not null."),
        (5, True, "n takes a number, such as 6, not true."),
        (True, 1, "n takes true or false, not 1."),
        ("x", 1.5, "n takes text, not 1.5."),
        ([1], "x", 'n takes a list in JSON, such as [1, 2] or ["red", "white"], not "x".'),
        ({"a": 1}, [1], 'n takes a dictionary in JSON, such as {"red": 1}, not [1].'),
        (
            {1, 2},
            [1],
            "n takes a value that only Python can make. Leave it at its default, or change that in the file.",
        ),
        (b"x", "x", "n takes a value that only Python can make. Leave it at its default, or change that in the file."),
    ],
)
def test_a_value_of_another_type_is_refused_with_what_the_parameter_takes(
    worker: Worker, default: object, given: object, sentence: str
) -> None:
    with pytest.raises(WrongParameter, match=f"^{re.escape(sentence)}$"):
        values({"n": given}, worker.parameter("n", default))


def test_a_build_without_a_default_goes_by_the_type_of_its_bytes(worker: Worker) -> None:
    with pytest.raises(WrongParameter, match="only Python can make"):
        values({"n": [1]}, {**worker.parameter("n", {1, 2}), "default": None})


def test_a_default_of_none_says_nothing_of_the_type(worker: Worker) -> None:
    assert values({"n": [1]}, worker.parameter("n", None)) == {"n": [1]}
    with pytest.raises(WrongParameter, match=r"^n takes JSON or text, and its value in the run's conf is neither.$"):
        values({"n": [{"$aqueduct": "tuple", "items": []}]}, worker.parameter("n", None))


@pytest.mark.parametrize("row", [row for row in TABLE if "arrives" in row and row["default"] in DEFAULTS])
def test_what_the_table_says_arrives_and_is_kept(worker: Worker, row: dict[str, Any]) -> None:
    """From a conf, through `run.json`, into the store."""
    parameter = worker.parameter("n", DEFAULTS[row["default"]])
    pinned = json.loads(json.dumps(values({"n": row["conf"]}, parameter)))
    manifest = put(worker, parameter, pinned)
    assert repr(worker.value(manifest)) == row["arrives"]
    assert worker.store.get(manifest["artifacts"][0]["key"]) == row["bytes"].encode()


@pytest.mark.parametrize(
    "row", [row for row in TABLE if "refused" in row and row["default"] in DEFAULTS and row["default"] != "None"]
)
def test_text_that_the_table_refuses_is_refused_in_a_conf(worker: Worker, row: dict[str, Any]) -> None:
    with pytest.raises(WrongParameter) as wrong:
        values({"n": row["text"]}, worker.parameter("n", DEFAULTS[row["default"]]))
    assert str(wrong.value) == f"n {row['refused']}"


def put(worker: Worker, parameter: Any, given: Any, build: str = BUILD) -> dict[str, Any]:
    return parameters.put_manifest(worker.store, worker.place(), build, parameter, given)


def test_a_parameter_has_a_manifest_value_and_sample_as_an_operator_has(worker: Worker) -> None:
    manifest = put(worker, {**worker.parameter("n", 5), "outputs": ["n artifact"]}, {"n": 7})
    attempt = worker.place().attempt("n", 1)
    assert manifest == {
        "format": 1,
        "operator": "n",
        "kind": "parameter",
        "status": "succeeded",
        "build": BUILD,
        "life": worker.place().life,
        "try": 1,
        "engine": "airflow",
        "failure": None,
        "check": None,
        "metric": None,
        "startedAt": manifest["endedAt"],
        "endedAt": manifest["startedAt"],
        "wallSeconds": 0,
        "peakBytes": None,
        "python": "",
        "saved": None,
        "artifacts": [
            {
                "id": "n artifact",
                "key": attempt.value(hashlib.sha256(b"7").hexdigest()),
                "sha256": hashlib.sha256(b"7").hexdigest(),
                "size": 1,
                "type": "numeric",
                "encoding": "json",
                "rows": None,
                "schema": None,
                "sample": attempt.sample(1),
            }
        ],
        "logs": {"stdout": None, "stderr": None},
        "reuse": None,
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", manifest["startedAt"])
    assert json.loads(worker.store.get(attempt.manifest) or b"") == manifest
    assert worker.store.get(manifest["artifacts"][0]["key"]) == b"7"
    assert json.loads(worker.store.get(attempt.sample(1)) or b"")["values"] == 7


def test_a_list_for_a_tuple_is_kept_as_a_tuple_and_any_other_list_as_a_list(worker: Worker) -> None:
    assert worker.value(
        put(worker, worker.parameter("pair", (1, 2)), values({"pair": [3, 4]}, worker.parameter("pair", (1, 2))))
    ) == (3, 4)
    assert worker.value(put(worker, worker.parameter("all", [1, 2]), {"all": [3, 4]})) == [3, 4]


@pytest.mark.parametrize(
    ("value", "encoding", "type"), [((1, 2), "json", "tuple"), ("x", "text", "string"), (b"x", "bytes", "bytes")]
)
def test_a_default_of_the_build_is_kept_with_a_sample(worker: Worker, value: object, encoding: str, type: str) -> None:
    (entry,) = put(worker, worker.parameter("n", value), {})["artifacts"]
    assert (entry["encoding"], entry["type"]) == (encoding, type)
    assert worker.store.get(entry["key"]) == worker.store.get("blobs/sha256/" + entry["sha256"])
    assert json.loads(worker.store.get(entry["sample"]) or b"")["type"] == type


def test_a_pickled_default_is_kept_without_being_read(worker: Worker) -> None:
    parameter = worker.parameter("n", {1, 2})
    parameter["parameter"]["blob"] = worker.blob(b"not a pickle at all")
    (entry,) = put(worker, parameter, {})["artifacts"]
    assert (entry["encoding"], entry["type"], entry["sample"]) == ("pickle", "picklable", None)
    assert worker.store.get(entry["key"]) == b"not a pickle at all"
    assert worker.store.get(worker.place().attempt("n", 1).sample(1)) is None


def test_a_default_that_left_the_store_is_named(worker: Worker) -> None:
    parameter = worker.parameter("n", {1, 2})
    parameter["parameter"]["blob"] = "0" * 64
    message = "The default of parameter n is not in the store: publish the workflow again."
    with pytest.raises(records.Broken, match=f"^{re.escape(message)}$"):
        put(worker, parameter, {})


def test_who_was_slower_takes_the_manifest_that_is_there(worker: Worker) -> None:
    parameter = worker.parameter("n", 5)
    first = put(worker, parameter, {"n": 7}, build="a" * 64)
    assert put(worker, parameter, {"n": 8}) == first
