"""The very text of stored values, what is refused by it, and samples at their limits."""

from __future__ import annotations

import io
import json
import math
import sys
from collections import OrderedDict
from collections.abc import Callable
from decimal import Decimal
from typing import Any, BinaryIO, Optional

import numpy
import pandas
import pytest

from aqueduct.values import CannotDecode, CannotEncode, columns, decode, encode, sample, tables, tagged


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        ([1, "é", 2.5, True, None], '[1,"\\u00e9",2.5,true,null]'),
        ((1, (2,)), '{"$aqueduct":"tuple","items":[1,{"$aqueduct":"tuple","items":[2]}]}'),
        ({"a": {1: 2}}, '{"a":{"$aqueduct":"dict","items":[[1,2]]}}'),
        ({"$aqueduct": 1}, '{"$aqueduct":"dict","items":[["$aqueduct",1]]}'),
        (math.nan, '{"$aqueduct":"float","value":"nan"}'),
        ([math.inf, -math.inf], '[{"$aqueduct":"float","value":"inf"},{"$aqueduct":"float","value":"-inf"}]'),
        (-0.0, "-0.0"),
        (numpy.float32(0.5), '{"$aqueduct":"numpy","dtype":"<f4","value":0.5}'),
        (numpy.bool_(True), '{"$aqueduct":"numpy","dtype":"|b1","value":true}'),
        (numpy.uint8(7), '{"$aqueduct":"numpy","dtype":"|u1","value":7}'),
    ],
)
def test_a_value_is_written_as_this_json(value: object, text: str) -> None:
    assert tagged.dump(value) == text
    back = tagged.load(text.encode())
    assert type(back) is type(value)
    assert repr(back) == repr(value)


@pytest.mark.parametrize(
    "value",
    [
        ["\ud800"],
        ["x\udfff"],
        ["\ud83c\udf77"],
        ["x\ud83c", "\udf77"],
        {"\ud800": 1},
        {1: "\udc00"},
        ("\ud800",),
    ],
)
def test_a_lone_surrogate_anywhere_inside_is_not_written_as_json(value: object) -> None:
    assert tagged.dump(value) is None
    encoded = encode(value)
    assert encoded.encoding == "pickle"
    assert decode(encoded.data, encoded.encoding, encoded.type) == value


@pytest.mark.parametrize("text", ["\ud7ff", "\ue000", "\U0001f377", "plain"])
def test_letters_beside_the_surrogates_are_written(text: str) -> None:
    assert tagged.load((tagged.dump([text]) or "").encode()) == [text]


@pytest.mark.parametrize("value", [{1}, OrderedDict(), numpy.complex64(1), numpy.longdouble(1), [object()], [10**5000]])
def test_what_json_cannot_give_back_is_not_written(value: object) -> None:
    assert tagged.dump(value) is None


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_nesting_is_written_200_levels_deep() -> None:
    assert tagged.dump(nested(200)) == "[" * 200 + "1" + "]" * 200
    assert tagged.dump(nested(201)) is None


def test_tags_stand_for_python_values_only_by_their_names() -> None:
    with pytest.raises(KeyError):
        tagged.load(b'{"$aqueduct":"other"}')
    assert tagged.load(b'{"$aqueduct":null,"a":[1]}') == {"$aqueduct": None, "a": [1]}


@pytest.mark.parametrize(
    ("value", "type"),
    [
        (numpy.int8(1), "numeric"),
        (numpy.uint8(1), "numeric"),
        (numpy.float64(1), "numeric"),
        (numpy.bool_(True), "boolean"),
        (numpy.str_("x"), None),
        (numpy.datetime64("2026"), None),
        (1.5, None),
    ],
)
def test_only_scalars_of_numpy_that_are_numbers_have_a_type(value: object, type: Any) -> None:
    assert tagged.numpy_type(value) == type


def test_numpy_and_pandas_are_never_imported_for_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "numpy")
    monkeypatch.delitem(sys.modules, "pandas")
    assert tagged.numpy_type(numpy.int8(1)) is None
    assert not tables.is_table(pandas.DataFrame())


class SubTable(pandas.DataFrame):
    pass


@pytest.mark.parametrize(
    ("value", "type"),
    [
        (True, "boolean"),
        (1, "numeric"),
        (1.5, "numeric"),
        ("x", "string"),
        (b"x", "bytes"),
        ({}, "dictionary"),
        ([], "list"),
        ((), "tuple"),
        (None, "picklable"),
        (pandas.DataFrame(), "table"),
        (SubTable(), "picklable"),
        (numpy.float32(1), "numeric"),
        (numpy.bool_(True), "boolean"),
    ],
)
def test_every_value_has_the_type_of_an_artifact(value: object, type: str) -> None:
    assert encode(value).type == type


def test_only_tables_have_rows_and_columns() -> None:
    encoded = encode([1])
    assert (encoded.data, encoded.rows, encoded.schema) == (b"[1]", None, None)
    pickled = encode(pandas.DataFrame({"a": [{1}]}))
    assert pickled.schema is not None
    assert (pickled.type, pickled.encoding, pickled.rows, pickled.schema[0].name) == ("table", "pickle", 1, "a")


def test_what_cannot_be_stored_is_named_with_its_type_and_the_reason() -> None:
    with pytest.raises(CannotEncode) as refused:
        encode(iter(x for x in [1]))
    assert str(refused.value) == ("a value of type generator cannot be stored: it lives in its process alone")
    assert refused.value.tip == "Return a list of what it gives: list(...)."


def test_what_cannot_be_read_names_type_encoding_python_and_the_reason() -> None:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    with pytest.raises(CannotDecode) as refused:
        decode(b"\xff", "text", "string")
    assert str(refused.value).startswith(
        f"a value of type string (text) cannot be read with Python {version}: UnicodeDecodeError: 'utf-8' codec"
    )
    with pytest.raises(CannotDecode) as refused:
        decode(b"", "avro", "table")
    assert str(refused.value) == (
        "a value of type table has the encoding 'avro', which this version of Aqueduct does not know"
    )


@pytest.mark.parametrize(
    ("data", "encoding", "value"),
    [(b"[1]", "json", [1]), ("é".encode(), "text", "é"), (b"\xff", "bytes", b"\xff"), (b"I1\n.", "pickle", 1)],
)
def test_each_encoding_is_read_by_its_name(data: bytes, encoding: str, value: object) -> None:
    assert decode(data, encoding, "x") == value


def written(write_as: Callable[[Any, BinaryIO], bool], table: Any) -> Optional[bytes]:
    file = io.BytesIO()
    return file.getvalue() if write_as(table, file) else None


def document(table: Any) -> Any:
    data = written(tables.write_json, table)
    if data is None:
        return None
    pandas.testing.assert_frame_equal(tables.load_json(data), table)
    return json.loads(data)


def test_a_table_as_json_says_columns_axis_index_and_rows() -> None:
    table = pandas.DataFrame({0: [1, 2], "x": [(1,), None]}, index=pandas.RangeIndex(3, 7, 2))
    assert document(table) == {
        "format": 1,
        "columns": [{"name": 0, "dtype": "int64"}, {"name": "x", "dtype": "object"}],
        "axis": {"kind": "values", "name": None, "dtype": "object", "values": [0, "x"]},
        "index": {"kind": "range", "start": 3, "stop": 7, "step": 2, "name": None},
        "rows": [[1, {"$aqueduct": "tuple", "items": [1]}], [2, None]],
    }


def test_categories_are_written_with_their_values_and_order() -> None:
    values = pandas.Categorical([7, None, 9], categories=[9, 7], ordered=True)
    found = document(pandas.DataFrame({0: values}, index=pandas.Index([5, 6, 8], name=("a", 1))))
    assert found["columns"] == [
        {
            "name": 0,
            "dtype": "category",
            "categories": {"kind": "values", "name": None, "dtype": "int64", "values": [9, 7]},
            "ordered": True,
        }
    ]
    assert found["rows"] == [[1], [-1], [0]]
    assert found["index"] == {
        "kind": "values",
        "name": {"$aqueduct": "tuple", "items": ["a", 1]},
        "dtype": "int64",
        "values": [5, 6, 8],
    }


def test_times_are_written_as_ticks_with_their_unit_and_zone() -> None:
    zone = pandas.to_datetime(["2026-03-29T01:00", None]).tz_localize("UTC").tz_convert("Europe/Berlin")
    table = pandas.DataFrame(
        {
            0: pandas.Series(["1970-01-01T00:00:01", None], dtype="datetime64[ms]"),
            1: pandas.Series([2, None], dtype="timedelta64[s]"),
            2: zone.as_unit("us"),
        }
    )
    found = document(table)
    assert [each["dtype"] for each in found["columns"]] == [
        "datetime64[ms]",
        "timedelta64[s]",
        "datetime64[us, Europe/Berlin]",
    ]
    assert found["rows"] == [[1000, 2, 1774746000000000], [None, None, None]]


def test_nullable_cells_are_plain_or_null() -> None:
    table = pandas.DataFrame({0: pandas.array([1, None], dtype="Int8"), 1: pandas.array([True, None], dtype="boolean")})
    assert document(table)["rows"] == [[1, True], [None, None]]
    missing = pandas.DataFrame({0: [math.nan, 1.5]})
    assert document(missing)["rows"] == [[{"$aqueduct": "float", "value": "nan"}], [1.5]]


def test_rows_without_columns_and_columns_without_rows_are_kept() -> None:
    assert document(pandas.DataFrame(index=range(2)))["rows"] == [[], []]
    assert document(pandas.DataFrame({0: pandas.Series([], dtype="int8")}))["rows"] == []


def test_what_has_no_exact_form_as_json_is_refused() -> None:
    levels = pandas.MultiIndex.from_tuples([("a", 1)])
    for table in (
        pandas.DataFrame({0: [1]}, index=levels),
        pandas.DataFrame([[1]], columns=levels),
        pandas.DataFrame({0: [1, 2]}, index=pandas.date_range("2026-01-01", periods=2)),
        pandas.DataFrame({0: [1 + 2j]}),
        pandas.DataFrame({0: pandas.Series([{1}], dtype=object)}),
        pandas.DataFrame({0: [1]}, index=pandas.Index([1], name=frozenset())),
    ):
        assert document(table) is None
    assert not issubclass(columns.NotExact, tagged.NotExact)


def test_attributes_and_cells_without_a_type_keep_a_table_from_parquet() -> None:
    plain = pandas.DataFrame({"a": [1]})
    assert written(tables.write_parquet, plain) is not None
    assert written(tables.write_parquet, pandas.DataFrame({"a": [1 + 2j]})) is None
    noted = pandas.DataFrame({"a": [1]})
    noted.attrs["x"] = 1
    assert (written(tables.write_parquet, noted), written(tables.write_json, noted)) == (None, None)


@pytest.mark.parametrize(
    "labels", [[0, 1], ["a", "a"], ["a", 1], [None, "a"], [1.5, 2.5], pandas.RangeIndex(3, 7, 2, name="n")]
)
def test_labels_that_parquet_has_no_name_for_stand_in_its_metadata(labels: Any) -> None:
    table = pandas.DataFrame([[1, 2.5]], columns=labels)
    data = written(tables.write_parquet, table)
    assert data is not None
    pandas.testing.assert_frame_equal(tables.read_parquet(io.BytesIO(data)), table, check_column_type="exact")


def test_a_column_is_read_again_only_where_its_type_does_not_prove_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet

    asked: list[list[str]] = []
    read_row_group = pyarrow.parquet.ParquetFile.read_row_group

    def noted(*given: Any, **options: Any) -> Any:
        asked.append(list(options["columns"]))
        return read_row_group(*given, **options)

    monkeypatch.setattr(pyarrow.parquet.ParquetFile, "read_row_group", noted)
    assert written(tables.write_parquet, pandas.DataFrame({"a": [1], "b": [0.5], "c": [True]})) is not None
    assert asked == []
    assert written(tables.write_parquet, pandas.DataFrame({"a": [1], "b": [Decimal("1.10")], "c": [0.5]})) is not None
    assert asked == [["b"]]
    assert written(tables.write_parquet, pandas.DataFrame({"a": [Decimal("1"), Decimal("1.10")]})) is None
    assert written(tables.write_parquet, pandas.DataFrame({"a": [1]}, index=["x"])) is not None
    assert asked == [["b"], ["a"], []]


@pytest.mark.parametrize(
    ("rows", "columns_", "encoding"), [(100, 2, "table-json"), (20_001, 1, "pickle"), (2, 201, "pickle")]
)
def test_json_is_for_small_tables(rows: int, columns_: int, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "write_parquet", lambda _table, _file: False)
    table = pandas.DataFrame({place: [place] * rows for place in range(columns_)})
    encoded = encode(table)
    assert (encoded.type, encoded.encoding, encoded.rows) == ("table", encoding, rows)
    assert encoded.schema is not None
    assert len(encoded.schema) == columns_


def test_parquet_is_compressed_and_without_pyarrow_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet

    data = written(tables.write_parquet, pandas.DataFrame({"a": ["x" * 100] * 100}))
    assert data is not None
    described = pyarrow.parquet.ParquetFile(io.BytesIO(data)).metadata
    assert described.row_group(0).column(0).compression == "ZSTD"
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert written(tables.write_parquet, pandas.DataFrame({"a": [1]})) is None


def shown(value: object, type: str = "picklable") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sample(value, type))
    return found


def test_a_sample_is_ascii_json_without_blanks_that_says_its_type() -> None:
    assert sample(["é"], "list") == (
        b'{"format":1,"type":"list","rows":null,"columns":null,"values":["\\u00e9"],"text":null,"python":"list"}'
    )


@pytest.mark.parametrize("length", [20_000, 20_001])
def test_a_text_of_20000_letters_is_whole_and_a_longer_one_is_cut(length: int) -> None:
    text = shown("x" * length)["text"]
    assert text == ("x" * 20_000 if length == 20_000 else "x" * 19_999 + "\u2026")


def test_of_bytes_the_first_1000_are_shown_as_text() -> None:
    assert shown(b"x" * 1_000)["text"] == "x" * 1_000
    assert shown(b"x" * 1_001)["text"] == "x" * 1_000
    assert shown(b"\xffx")["text"] == "\ufffdx"


def test_a_cell_is_cut_at_1000_letters() -> None:
    values = shown(pandas.DataFrame({"a": ["x" * 1_000, "x" * 1_001]}))["values"]
    assert values == [["x" * 1_000], ["x" * 999 + "\u2026"]]


def test_of_lists_and_dictionaries_the_first_1000_items_are_shown() -> None:
    assert shown(list(range(1_001)))["values"] == list(range(1_000))
    assert len(shown(dict.fromkeys(range(1_001)))["values"]) == 1_000


@pytest.mark.parametrize(("length", "whole"), [(19_996, True), (19_997, False)])
def test_a_value_whose_json_is_longer_than_20000_letters_is_shown_as_text(length: int, whole: bool) -> None:
    found = shown(["x" * length])
    assert (found["values"] is not None) == whole
    assert (found["text"] is None) == whole


def test_nesting_is_shown_50_levels_deep() -> None:
    assert shown(nested(50))["values"] == nested(50)
    assert shown(nested(51))["values"] is None
    assert shown(nested(51))["text"] == repr(nested(51))


@pytest.mark.parametrize(
    ("value", "values"),
    [
        (2**53, 2**53),
        (2**53 + 1, str(2**53 + 1)),
        (-(2**53), -(2**53)),
        (-(2**53) - 1, str(-(2**53) - 1)),
        (math.inf, "inf"),
        (numpy.int64(3), 3),
        (numpy.array(3), 3),
        ([math.nan], [None]),
        ({None: True}, {"None": True}),
    ],
)
def test_numbers_beyond_json_and_javascript_are_shown_as_text(value: object, values: object) -> None:
    assert shown(value)["values"] == values


@pytest.mark.parametrize("value", [{1}, [{1}], {"a": {1}}, numpy.array([1])])
def test_what_holds_something_that_is_not_json_is_shown_as_text(value: object) -> None:
    assert (shown(value)["values"], shown(value)["text"]) == (None, repr(value))


def test_cells_that_are_missing_are_null_whatever_pandas_calls_them() -> None:
    table = pandas.DataFrame(
        {"t": pandas.Series([None], dtype="datetime64[us]"), "n": pandas.array([None], dtype="Int8")}
    )
    assert shown(table)["values"] == [[None, None]]
    assert shown(pandas.DataFrame(index=range(3)))["values"] == [[], [], []]
    assert shown(pandas.DataFrame({"a": [(1, 2)]}))["values"] == [["(1, 2)"]]


def test_classes_of_python_and_of_the_workflow_are_named_without_a_module() -> None:
    for module, name in (("aqueduct_workflow", "Kind"), ("__main__", "Kind"), ("models.wine", "models.wine.Kind")):
        kind = type("Kind", (), {"__module__": module})
        assert shown(kind())["python"] == name
