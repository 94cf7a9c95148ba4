"""A sample is short, plain JSON, whatever the value is."""

from __future__ import annotations

import datetime
import json
import math
from typing import Any

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aqueduct.values import encode, sample


def shown(value: object) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON that a browser reads")

    found: dict[str, Any] = json.loads(sample(value, encode(value).type), parse_constant=refuse)
    return found


def test_a_table_shows_at_most_500_rows_and_says_how_many_there_are() -> None:
    found = shown(pandas.DataFrame({"a": range(1200), "b": True}))
    assert (found["type"], found["rows"], len(found["values"])) == ("table", 1200, 500)
    assert found["columns"] == [{"name": "a", "dtype": "int64"}, {"name": "b", "dtype": "bool"}]
    assert found["values"][1] == [1, True]


def test_cells_are_what_json_can_say_else_text() -> None:
    table = pandas.DataFrame(
        {
            "n": [math.nan, math.inf],
            "t": pandas.to_datetime(["2026-01-01", None]),
            "i": pandas.array([2**60, None], dtype="Int64"),
            "o": pandas.Series([{1}, datetime.date(2026, 1, 2)], dtype="object"),
        }
    )
    assert shown(table)["values"] == [
        [None, "2026-01-01 00:00:00", str(2**60), "{1}"],
        ["inf", None, None, "2026-01-02"],
    ]


@pytest.mark.parametrize(
    ("value", "values", "text"),
    [
        (5, 5, None),
        (numpy.float64(0.5), 0.5, None),
        (2**60, str(2**60), None),
        (True, True, None),
        (None, None, None),
        ({"a": (1, [2])}, {"a": [1, [2]]}, None),
        ({1: "x"}, {"1": "x"}, None),
        ("wine", None, "wine"),
        (b"wine", None, "wine"),
        ({1, 2}, None, "{1, 2}"),
    ],
)
def test_a_value_is_shown_as_itself_or_as_text(value: object, values: object, text: object) -> None:
    found = shown(value)
    assert (found["values"], found["text"]) == (values, text)


def test_the_class_of_a_value_is_named() -> None:
    named = [shown(value)["python"] for value in (5, "x", datetime.date(2026, 1, 2), Broken())]
    assert named == ["int", "str", "datetime.date", f"{__name__}.Broken"]


def test_a_long_text_is_cut() -> None:
    assert len(shown("x" * 1_000_000)["text"]) < 30_000
    assert len(json.dumps(shown(["x" * 100] * 10_000))) < 50_000


def test_an_object_whose_text_fails_is_still_shown() -> None:
    assert shown(Broken())["text"] == "<Broken, whose text cannot be had: RuntimeError>"


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.floats() | st.integers() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.tuples(inner),
    )
)
def test_any_value_has_a_sample(value: object) -> None:
    shown(value)


class Broken:
    def __repr__(self) -> str:
        raise RuntimeError
