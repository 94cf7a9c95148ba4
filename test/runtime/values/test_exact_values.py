"""decode(encode(x)) is x again, with the encoding that docs/formats/values.md names."""

from __future__ import annotations

import datetime
import enum
import math
import os
import threading
from collections import Counter, OrderedDict
from decimal import Decimal
from http import HTTPStatus

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aqueduct.values import CannotDecode, CannotEncode, decode, encode
from aqueduct.values.same import same_value

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
keys = (
    st.none() | st.booleans() | st.integers() | st.text() | st.just("$aqueduct") | st.tuples(st.integers(), st.text())
)
nested = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(keys, inner),
    max_leaves=20,
)


def there_and_back(value: object) -> object:
    encoded = encode(value)
    return decode(encoded.data, encoded.encoding, encoded.type)


@settings(deadline=None)
@given(nested)
def test_any_nesting_of_plain_values_comes_back_exactly(value: object) -> None:
    assert same_value(there_and_back(value), value)


@settings(deadline=None)
@given(nested)
def test_the_same_value_gives_the_same_bytes(value: object) -> None:
    assert encode(value) == encode(value)


@pytest.mark.parametrize(
    ("value", "type", "encoding"),
    [
        (None, "picklable", "json"),
        (True, "boolean", "json"),
        (3, "numeric", "json"),
        (math.nan, "numeric", "json"),
        (-math.inf, "numeric", "json"),
        (-0.0, "numeric", "json"),
        ("wine \U0001f377", "string", "text"),
        pytest.param("\ud800", "string", "pickle", id="lone surrogate"),
        (b"\x00\xff", "bytes", "bytes"),
        ({1: "a", "1": "b"}, "dictionary", "json"),
        ({"$aqueduct": "tuple", "items": []}, "dictionary", "json"),
        ([(1, 2), [3]], "list", "json"),
        ((), "tuple", "json"),
        ({"when": datetime.date(2026, 1, 2)}, "dictionary", "pickle"),
        (Decimal("1.10"), "picklable", "pickle"),
        (OrderedDict(a=1), "dictionary", "pickle"),
        pytest.param(Counter("aab"), "dictionary", "pickle", id="a Counter"),
        pytest.param(HTTPStatus.OK, "picklable", "pickle", id="an IntEnum"),
        pytest.param(os.stat_result(range(10)), "tuple", "pickle", id="a named tuple"),
        ({1, 2}, "picklable", "pickle"),
        pytest.param(10**5000, "numeric", "pickle", id="beyond 4300 digits"),
    ],
)
def test_type_and_encoding_of_a_value(value: object, type: str, encoding: str) -> None:
    encoded = encode(value)
    assert (encoded.type, encoded.encoding) == (type, encoding)
    assert same_value(there_and_back(value), value)


@pytest.mark.parametrize("kind", ["int8", "int64", "uint64", "float16", "float32", "float64", "bool"])
def test_numpy_scalars_keep_their_type(kind: str) -> None:
    value = numpy.dtype(kind).type(1)
    assert encode(value).encoding == "json"
    assert same_value(there_and_back(value), value)
    assert same_value(there_and_back([value, {"a": value}]), [value, {"a": value}])


def test_numpy_nan_stays_numpy() -> None:
    back = there_and_back(numpy.float32("nan"))
    assert isinstance(back, numpy.float32)
    assert math.isnan(back)


def test_an_enum_member_is_no_plain_number() -> None:
    assert there_and_back(Colour.RED) is Colour.RED


def test_a_list_that_holds_itself_falls_back_to_a_pickle() -> None:
    ring: list[object] = []
    ring.append(ring)
    back = there_and_back(ring)
    assert isinstance(back, list)
    assert back[0] is back


def test_a_lambda_travels_by_value() -> None:
    offset = 3
    back = there_and_back(lambda number: number + offset)
    assert callable(back)
    assert back(4) == 7


def test_a_lock_is_refused_by_its_type() -> None:
    with pytest.raises(CannotEncode, match=r"threading\.Lock"):
        encode(threading.Lock())


def test_bytes_that_are_no_pickle_are_refused_with_the_type() -> None:
    with pytest.raises(CannotDecode, match="picklable"):
        decode(b"no pickle", "pickle", "picklable")


def test_an_unknown_encoding_is_refused_by_name() -> None:
    with pytest.raises(CannotDecode, match="avro"):
        decode(b"", "avro", "table")


class Colour(enum.IntEnum):
    RED = 1
