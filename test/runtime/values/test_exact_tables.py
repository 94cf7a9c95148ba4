"""Every table comes back as it was: index, labels, dtypes and missing values."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aqueduct.values import decode, encode
from aqueduct.values.same import same_frame

TABLES: dict[str, tuple[Any, str]] = {
    "plain": (pandas.DataFrame({"a": [1, 2], "b": [1.5, numpy.nan], "c": ["x", "y"]}), "parquet"),
    "no rows": (
        pandas.DataFrame({"a": pandas.Series([], dtype="int32"), "b": pandas.Series([], dtype="str")}),
        "parquet",
    ),
    "no columns": (pandas.DataFrame(index=range(3)), "table-json"),
    "nothing": (pandas.DataFrame(), "table-json"),
    "filtered index": (pandas.DataFrame({"a": range(10)}).query("a % 3 == 0"), "parquet"),
    "named index": (pandas.DataFrame({"a": [1, 2]}, index=pandas.Index(["x", "y"], name="key")), "parquet"),
    "index of two levels": (
        pandas.DataFrame({"a": [1, 2]}, index=pandas.MultiIndex.from_tuples([(1, "x"), (2, "y")])),
        "parquet",
    ),
    "times": (
        pandas.DataFrame(
            {
                "naive": pandas.to_datetime(["2026-01-01T00:00:00.123456789", None]),
                "zone": pandas.to_datetime(["2026-03-29T01:00", "2026-03-29T02:00"])
                .tz_localize("UTC")
                .tz_convert("Europe/Berlin"),
                "span": pandas.to_timedelta([1, None], unit="ns"),
            }
        ),
        "parquet",
    ),
    "index with a frequency": (
        pandas.DataFrame({"a": [1, 2]}, index=pandas.date_range("2026-01-01", periods=2)),
        "pickle",
    ),
    "nullable": (
        pandas.DataFrame(
            {"i": pandas.array([1, None], dtype="Int64"), "b": pandas.array([True, None], dtype="boolean")}
        ),
        "parquet",
    ),
    "categories": (
        pandas.DataFrame({"a": pandas.Categorical(["x", None, "y"], categories=["z", "y", "x"], ordered=True)}),
        "parquet",
    ),
    "labels that are numbers": (pandas.DataFrame({0: [1], 1: [2]}), "parquet"),
    "the same label twice": (pandas.DataFrame([[1, "a"], [2, "b"]], columns=["x", "x"]), "parquet"),
    "a mix in one column": (
        pandas.DataFrame({"a": pandas.Series([1, "a", None, 2.5, (1, 2)], dtype="object")}),
        "table-json",
    ),
    "dates": (pandas.DataFrame({"a": [datetime.date(2026, 1, 1)]}), "parquet"),
    "Python objects": (pandas.DataFrame({"a": [{1, 2}]}), "pickle"),
    "labels of two levels": (
        pandas.DataFrame([[1, 2]], columns=pandas.MultiIndex.from_tuples([("a", 1), ("a", 2)])),
        "pickle",
    ),
    "complex numbers": (pandas.DataFrame({"a": [1 + 2j]}), "pickle"),
    "minus zero": (pandas.DataFrame({"a": [-0.0, 0.0]}), "parquet"),
}


def there_and_back(table: Any) -> Any:
    encoded = encode(table)
    return decode(encoded.data, encoded.encoding, encoded.type)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_comes_back_as_it_was(name: str) -> None:
    table, encoding = TABLES[name]
    encoded = encode(table)
    assert (encoded.type, encoded.encoding, encoded.rows) == ("table", encoding, len(table))
    back = decode(encoded.data, encoded.encoding, encoded.type)
    assert same_frame(table, back)
    pandas.testing.assert_frame_equal(table, back)


def test_every_table_comes_back_where_pyarrow_is_not_installed() -> None:
    # pandas itself uses pyarrow where it can, so it has to be hidden before pandas is imported.
    code = (
        "import sys; sys.modules['pyarrow'] = None; sys.path.insert(0, sys.argv[1])\n"
        "import test_exact_tables as cases\n"
        "for name, (table, _) in cases.TABLES.items():\n"
        "    encoded = cases.encode(table)\n"
        "    back = cases.decode(encoded.data, encoded.encoding, encoded.type)\n"
        "    assert cases.same_frame(table, back), name\n"
        "    assert encoded.encoding in ('table-json', 'pickle'), name\n"
        "    print(name, encoded.encoding)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(TABLES)
    assert "plain table-json" in done.stdout.splitlines()


def test_attributes_of_a_table_are_kept() -> None:
    table = pandas.DataFrame({"a": [1]})
    table.attrs["unit"] = "g/l"
    assert there_and_back(table).attrs == {"unit": "g/l"}


def test_names_and_types_of_columns_are_told() -> None:
    encoded = encode(pandas.DataFrame({"a": [1], "b": [True]}))
    assert encoded.schema is not None
    assert [(column.name, column.dtype) for column in encoded.schema] == [("a", "int64"), ("b", "bool")]


cells = {
    "int64": st.integers(-(2**63), 2**63 - 1),
    "uint8": st.integers(0, 255),
    "float64": st.floats(),
    "float32": st.floats(width=32),
    "bool": st.booleans(),
    "Int64": st.none() | st.integers(-(2**63), 2**63 - 1),
    "str": st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    "object": st.none()
    | st.text(alphabet=st.characters(exclude_categories=["Cs"]))
    | st.integers()
    | st.floats()
    | st.binary(),
    "datetime64[us]": st.none() | st.datetimes(),
    "category": st.none() | st.sampled_from(["a", "b"]),
}


@st.composite
def frames(draw: Any) -> Any:
    rows = draw(st.integers(0, 5))
    dtypes = draw(st.lists(st.sampled_from(sorted(cells)), max_size=4))
    labels = draw(st.lists(st.text(max_size=3) | st.integers(0, 3), min_size=len(dtypes), max_size=len(dtypes)))
    columns = [
        pandas.Series(draw(st.lists(cells[dtype], min_size=rows, max_size=rows)), dtype=dtype) for dtype in dtypes
    ]
    frame = pandas.DataFrame(dict(enumerate(columns)), index=range(rows))
    frame.columns = pandas.Index(labels, dtype=None if labels else "str")
    if draw(st.booleans()):
        frame.index = pandas.Index(
            draw(st.lists(st.integers(), min_size=rows, max_size=rows)), name=draw(st.none() | st.text())
        )
    return frame


@settings(max_examples=150, deadline=None)
@given(frames())
def test_any_table_comes_back_as_it_was(table: Any) -> None:
    assert same_frame(table, there_and_back(table))
