"""What a large value takes beyond itself while it is written to a file and read again, in a process of its own."""

from __future__ import annotations

import errno
import json
import re
import subprocess
import sys
from pathlib import Path

import large
import numpy
import pandas
import pytest

from aqueduct.values import codec, decode, encode, slices, tagged, write

SCRIPT = Path(large.__file__)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of a part of a process")
@pytest.mark.parametrize("kind", large.KINDS)
def test_a_large_value_is_never_copied_as_a_whole(tmp_path: Path, kind: str) -> None:
    command = [sys.executable, "-W", "ignore", str(SCRIPT), kind, str(tmp_path / "value")]
    took = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    assert took["size"] > 100
    of_slices, little = 90, 15  # MiB: they do not grow with the value
    assert took["writing"] < (of_slices if kind.startswith("table") else little), took
    more = took["size"] + of_slices if kind.startswith("table") or kind == "text" else little
    assert took["reading"] < took["size"] + more, took


def test_a_table_of_any_size_is_written_in_slices_that_are_not() -> None:
    table = pandas.DataFrame({"a": numpy.arange(4_000_000), "b": 1.5}, index=pandas.RangeIndex(3, 8_000_003, 2))
    rows = slices.rows_of(table, [])
    assert 16 * rows <= slices.BYTES < 16 * (rows + 1)
    encoded = encode(table)
    assert encoded.encoding == "parquet"
    back = decode(encoded.data, encoded.encoding, encoded.type)
    pandas.testing.assert_frame_equal(back, table, check_index_type="exact")
    assert slices.rows_of(table.iloc[:1_000_000], []) == 1_000_000


def test_a_column_may_be_empty_in_the_first_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SMALL", 0)
    monkeypatch.setattr(slices, "BYTES", 16)
    table = pandas.DataFrame({"a": pandas.Series([None, None, "x", None], dtype="string"), "a.b": [1, 2, 3, 4]})
    encoded = encode(table)
    assert encoded.encoding == "parquet"
    pandas.testing.assert_frame_equal(decode(encoded.data, "parquet", "table"), table)


@pytest.mark.parametrize("size", [10, 10_000_000])
@pytest.mark.parametrize("order", ["C", "F"])
def test_who_reads_an_array_may_change_it_as_ever(size: int, order: str) -> None:
    array = numpy.asarray(numpy.arange(size).reshape(2, -1), order=order)
    array.flags.writeable = False
    encoded = encode({"x": array})
    assert not array.flags.writeable
    found = decode(encoded.data, "pickle", "dictionary")["x"]
    assert (found == array).all()
    assert found.flags.writeable
    assert found.flags.f_contiguous == array.flags.f_contiguous


@pytest.mark.parametrize("value", [b"x" * 20_000, "x" * 20_000, numpy.arange(20_000), pandas.DataFrame({"a": [1]})])
def test_a_full_disk_is_no_fault_of_the_value(value: object) -> None:
    with (
        open("/dev/full", "r+b", buffering=0) as full,
        pytest.raises(OSError, match=re.escape(f"[Errno {errno.ENOSPC}]")),
    ):
        write(value, full)


def test_a_fault_of_the_value_that_looks_like_the_disks_is_its_own() -> None:
    class Handle:
        def __reduce__(self) -> str:
            raise FileNotFoundError(2, "No such file or directory")

    with pytest.raises(codec.CannotEncode, match="cannot be stored: FileNotFoundError"):
        encode(Handle())


def test_json_is_for_what_its_text_may_stand_in_memory_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagged, "_MAX_TEXT", 100)
    assert [encode(value).encoding for value in ([1] * 5, [1] * 6, ["x" * 60], ["x" * 90])] == [
        "json",
        "pickle",
        "json",
        "pickle",
    ]


def test_text_that_utf8_cannot_hold_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    with open(tmp_path / "value", "w+b") as file:
        assert write("x" * 3_000_000 + "\ud800", file).encoding == "pickle"
    assert decode((tmp_path / "value").read_bytes(), "pickle", "string") == "x" * 3_000_000 + "\ud800"
