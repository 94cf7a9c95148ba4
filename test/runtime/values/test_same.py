"""When two values are the same: by every respect that a user's code could notice."""

from __future__ import annotations

import math
from typing import Any

import numpy
import pandas
import pytest

from aqueduct.values.same import same_frame, same_value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.0, -0.0),
        ([0.0], [-0.0]),
        (1, 1.0),
        (1, True),
        ([1], (1,)),
        ([1, 2], [1]),
        ([1], [1, 2]),
        ((1, 2), (1, 3)),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"b": 1}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ("a", "b"),
        (1.5, 2.5),
        (numpy.int64(1), numpy.int32(1)),
        (numpy.int64(1), numpy.int64(2)),
        (numpy.array([1, 1]), numpy.array([1, 1])),
    ],
)
def test_values_differ_by_type_order_sign_and_content(one: object, other: object) -> None:
    assert not same_value(one, other)


@pytest.mark.parametrize(
    "make",
    [
        lambda: math.nan,
        lambda: [1, (2.5, {"a": "x", "b": [None]})],
        lambda: {"a": math.nan},
        lambda: numpy.int64(1),
        lambda: numpy.array(3),
        lambda: b"x",
    ],
)
def test_equal_values_of_the_same_types_are_the_same(make: Any) -> None:
    assert same_value(make(), make())


def test_an_object_is_the_same_as_itself_even_where_it_is_not_equal_to_itself() -> None:
    class Odd:
        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = None  # type: ignore[assignment]

    odd = Odd()
    assert same_value(odd, odd)
    assert not same_value(odd, Odd())


def frame(**columns: Any) -> Any:
    return pandas.DataFrame(columns)


def test_a_frame_is_the_same_as_its_copy() -> None:
    table = frame(a=[1.5, math.nan], b=["x", None], c=pandas.Categorical(["u", "v"]))
    assert same_frame(table, table.copy())


PAIRS: dict[str, tuple[Any, Any]] = {
    "number of rows": (frame(a=[1, 2]), frame(a=[1])),
    "number of columns": (frame(a=[1]), frame(a=[1], b=[1])),
    "labels": (frame(a=[1]), frame(b=[1])),
    "type of labels": (pandas.DataFrame([[1]], columns=["0"]), pandas.DataFrame([[1]], columns=[0])),
    "cells": (frame(a=[1, 2]), frame(a=[1, 3])),
    "one cell of several": (frame(a=[1, 2], b=[1, 2]), frame(a=[1, 2], b=[3, 2])),
    "dtype": (frame(a=[1]), frame(a=pandas.Series([1], dtype="int32"))),
    "nullable or not": (frame(a=[1]), frame(a=pandas.array([1], dtype="Int64"))),
    "kind of nullable": (frame(a=pandas.array([1], dtype="Int64")), frame(a=pandas.array([1], dtype="Int32"))),
    "sign of zero": (frame(a=[0.0]), frame(a=[-0.0])),
    "missing or not": (frame(a=[1.5, math.nan]), frame(a=[1.5, 2.5])),
    "missing here or there": (frame(a=[math.nan, 1.5]), frame(a=[1.5, math.nan])),
    "object cells": (frame(a=pandas.Series([1, "x"], dtype=object)), frame(a=pandas.Series([1.0, "x"], dtype=object))),
    "codes of categories": (frame(a=pandas.Categorical(["u", "v"])), frame(a=pandas.Categorical(["v", "u"]))),
    "one code of several": (
        frame(a=pandas.Categorical(["u", "v"])),
        frame(a=pandas.Categorical(["u", "u"], categories=["u", "v"])),
    ),
    "categories": (
        frame(a=pandas.Categorical(["u"], categories=["u", "v"])),
        frame(a=pandas.Categorical(["u"], categories=["u", "w"])),
    ),
    "order of categories": (
        frame(a=pandas.Categorical(["u"], categories=["u"], ordered=True)),
        frame(a=pandas.Categorical(["u"], categories=["u"], ordered=False)),
    ),
    "categories or text": (frame(a=["u"]), frame(a=pandas.Categorical(["u"]))),
    "index": (frame(a=[1]).set_index(pandas.Index([5])), frame(a=[1]).set_index(pandas.Index([6]))),
    "name of the index": (
        frame(a=[1]).set_index(pandas.Index([5], name="x")),
        frame(a=[1]).set_index(pandas.Index([5], name="y")),
    ),
    "type of the index' name": (
        frame(a=[1]).set_index(pandas.Index([5], name=1)),
        frame(a=[1]).set_index(pandas.Index([5], name=1.0)),
    ),
    "range or values": (frame(a=[1]), frame(a=[1]).set_index(pandas.Index([0]))),
    "levels of the index": (
        frame(a=[1]).set_index(pandas.MultiIndex.from_tuples([(1, "x")])),
        frame(a=[1]).set_index(pandas.MultiIndex.from_tuples([(1, "x", 2)])),
    ),
    "level of the index": (
        frame(a=[1]).set_index(pandas.MultiIndex.from_tuples([(1, "x")])),
        frame(a=[1]).set_index(pandas.MultiIndex.from_tuples([(1, "y")])),
    ),
    "order of a level": (
        frame(a=[1, 2]).set_index(pandas.MultiIndex.from_tuples([(1, "x"), (2, "y")])),
        frame(a=[1, 2]).set_index(pandas.MultiIndex.from_tuples([(2, "x"), (1, "y")])),
    ),
    "frequency of the index": (
        frame(a=[1, 2]).set_index(pandas.date_range("2026-01-01", periods=2)),
        frame(a=[1, 2]).set_index(pandas.DatetimeIndex(["2026-01-01", "2026-01-02"])),
    ),
    "unit of times": (
        frame(a=pandas.Series(["2026-01-01"], dtype="datetime64[s]")),
        frame(a=pandas.Series(["2026-01-01"], dtype="datetime64[us]")),
    ),
}


@pytest.mark.parametrize("respect", PAIRS)
def test_frames_differ_by(respect: str) -> None:
    one, other = PAIRS[respect]
    assert same_frame(one, one.copy())
    assert same_frame(other, other.copy())
    assert not same_frame(one, other)
    assert not same_frame(other, one)
