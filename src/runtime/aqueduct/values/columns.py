"""Columns and indexes of a table as JSON, by dtype; what has no exact form here is refused."""

from __future__ import annotations

from typing import Any

from aqueduct.values import tagged


class NotExact(Exception):
    """Something that this form cannot give back as it was."""


def column_head(name: Any, column: Any) -> dict[str, Any]:
    """Name, dtype and, for categories, their values and order."""
    head: dict[str, Any] = {"name": _tag(name), "dtype": str(column.dtype)}
    if hasattr(column.dtype, "categories"):
        head["categories"] = dump_index(column.dtype.categories)
        head["ordered"] = bool(column.dtype.ordered)
    return head


def dump_rows(table: Any) -> list[list[Any]]:
    """The cells row by row, each as `_dump_cells` writes its column."""
    cells = [_dump_cells(table.iloc[:, place]) for place in range(table.shape[1])]
    return [list(row) for row in zip(*cells)] if cells else [[] for _ in range(len(table))]


def dump_index(index: Any) -> dict[str, Any]:
    """A flat index; raises NotExact for one of several levels or with a frequency."""
    import pandas

    if isinstance(index, pandas.RangeIndex):
        return {"kind": "range", "start": index.start, "stop": index.stop, "step": index.step, "name": _tag(index.name)}
    if index.nlevels > 1 or getattr(index, "freq", None) is not None:
        raise NotExact
    return {"kind": "values", **column_head(index.name, index), "values": _dump_cells(index)}


def dump_axis(names: Any) -> dict[str, Any]:
    """The index of column labels; raises NotExact as `dump_index` does."""
    return dump_index(names)


def load_axis(document: dict[str, Any]) -> Any:
    """The index of `dump_axis`."""
    return _load_index(document)


def load_frame(document: dict[str, Any]) -> Any:
    """The DataFrame of a whole document."""
    import pandas

    index = _load_index(document["index"])
    by_column = list(zip(*document["rows"])) or [()] * len(document["columns"])
    loaded = {
        place: pandas.Series(_load_cells(head, list(cells)), index=index)
        for place, (head, cells) in enumerate(zip(document["columns"], by_column))
    }
    frame = pandas.DataFrame(loaded, index=index)
    frame.columns = _load_index(document["axis"])
    return frame


def _load_index(document: dict[str, Any]) -> Any:
    import pandas

    name = _untag(document["name"])
    if document["kind"] == "range":
        return pandas.RangeIndex(document["start"], document["stop"], document["step"], name=name)
    return pandas.Index(_load_cells(document, document["values"]), name=name)


def _dump_cells(column: Any) -> list[Any]:
    dtype = column.dtype
    if hasattr(dtype, "categories"):
        codes = column.codes if hasattr(column, "codes") else column.cat.codes
        return [int(code) for code in codes]
    if dtype.kind in "mM":
        array = column.array
        missing = array.isna()
        return [None if gone else int(tick) for gone, tick in zip(missing, array.asi8)]
    if str(dtype) == "object":
        return [_tag(cell) for cell in column.tolist()]
    if hasattr(dtype, "na_value"):
        return [None if gone else _tag(_plain(cell)) for gone, cell in zip(column.array.isna(), column.array)]
    if dtype.kind in "biuf":
        return [_tag(cell) for cell in column.tolist()]
    raise NotExact


def _load_cells(head: dict[str, Any], cells: list[Any]) -> Any:
    import numpy
    import pandas

    if "categories" in head:
        dtype = pandas.CategoricalDtype(_load_index(head["categories"]), head["ordered"])
        return pandas.Categorical.from_codes(cells, dtype=dtype)
    name = head["dtype"]
    if name.startswith(("datetime64", "timedelta64")):
        ticks = numpy.array([_NOT_A_TIME if cell is None else cell for cell in cells], dtype="int64")
        return _times(ticks, name)
    values = [_untag(cell) for cell in cells]
    if name == "object":
        array: Any = numpy.empty(len(values), dtype=object)
        array[:] = values
        return pandas.array(array, dtype="object")
    return pandas.array(values, dtype=name)


def _times(ticks: Any, name: str) -> Any:
    import pandas

    if name.startswith("datetime64[") and "," in name:
        unit, zone = name[len("datetime64[") : -1].split(", ", 1)
        return pandas.DatetimeIndex(ticks.view(f"datetime64[{unit}]")).tz_localize("UTC").tz_convert(zone).array
    return pandas.array(ticks.view(name), dtype=name)


def _plain(cell: Any) -> Any:
    return cell.item() if tagged.numpy_type(cell) is not None else cell


def _tag(value: Any) -> Any:
    try:
        return tagged.to_json(value)
    except tagged.NotExact as error:
        raise NotExact from error


def _untag(value: Any) -> Any:
    return tagged.from_json(value)


_NOT_A_TIME = -(2**63)
