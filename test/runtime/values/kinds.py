# ruff: noqa: E501 - a table, whose entries are read better on one line
"""Values of every kind that operators give, by name; each is made anew by its text. Run as a script it writes or reads all of them:

    python kinds.py write FOLDER      python kinds.py read FOLDER

Reading says, as JSON, what became of each: right, or in what it differs. All are read before the first is made here: making one may teach libraries of
this process what a fresh one does not know.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HEAD = """
import array, collections, copy, dataclasses, math, datetime, decimal, enum, fractions, functools, io, ipaddress, itertools, operator, pathlib, random, re, string
import types, typing, uuid, zoneinfo
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple
from datetime import date, datetime as dt, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
"""
_LIBRARIES = {"np": "numpy", "pd": "pandas", "pa": "pyarrow", "pl": "polars"}

PLAIN = [
    *["None", "True", "False", "0", "-1", "2**53", "2**53 + 1", "-(2**63)", "2**64", "10**40", "-(10**40)", "10**5000"],
    *[
        "0.0",
        "-0.0",
        "0.1",
        "1e308",
        "5e-324",
        "float('inf')",
        "float('-inf')",
        "float('nan')",
        "1.0",
        "1 + 2j",
        "complex('nan')",
    ],
    *[
        "''",
        "'a'",
        "'\\x00'",
        "'é'",
        "'\\U0001f600'",
        "'\\ud800'",
        "'a\\r\\n\\u2028'",
        "'x' * 100_000",
        "'null'",
        "'[1]'",
    ],
    *[
        "b''",
        "b'\\x00\\xff'",
        "bytearray(b'ab')",
        "range(3)",
        "range(0, -9, -2)",
        "slice(1, 2)",
        "...",
        "NotImplemented",
    ],
    *[
        "[]",
        "()",
        "{}",
        "set()",
        "frozenset()",
        "[[]]",
        "[()]",
        "(1,)",
        "(1, (2, [3]))",
        "{1: 2}",
        "{'a': {'b': (1, None)}}",
    ],
    *[
        "{None: 1}",
        "{(1, 2): 3}",
        "{True: 1, 2: 2}",
        "{1.5: 'a'}",
        "{'$aqueduct': 'tuple'}",
        "{'a': float('nan')}",
        "{b'k': 1}",
    ],
    *[
        "{1, 2}",
        "{'a', ('b', 1)}",
        "frozenset({1, 'a'})",
        "{frozenset({1}): {2}}",
        "[1, 1.0, True]",
        "[-0.0, 0.0]",
        "[float('nan')] * 2",
    ],
    *[
        "dict.fromkeys(range(1000))",
        "list(range(10_000))",
        "['x'] * 1000",
        "[None] * 5",
        "[[1, 2], [3]]",
        "{'b': 1, 'a': 2}",
    ],
]
LIBRARY = [
    *["Decimal('1.10')", "Decimal('NaN')", "Decimal('-0')", "Decimal('1E+30')", "Fraction(1, 3)", "uuid.UUID(int=5)"],
    *[
        "date(2020, 2, 29)",
        "date.min",
        "dt.max",
        "dt(2020, 1, 1, 1, 2, 3, 4)",
        "time(1, 2, 3, 4)",
        "timedelta(days=-1, microseconds=1)",
    ],
    *["dt(2020, 1, 1, tzinfo=timezone.utc)", "dt(2020, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30)))"],
    *[
        "dt(2020, 1, 1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin'))",
        "dt(2020, 10, 25, 2, 30, fold=1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin'))",
    ],
    *[
        "zoneinfo.ZoneInfo('Asia/Tokyo')",
        "timezone(timedelta(hours=1), 'X')",
        "re.compile('a+', re.I)",
        "pathlib.PurePosixPath('a/b')",
    ],
    *[
        "pathlib.PureWindowsPath('a/b')",
        "pathlib.Path('a') / 'b'",
        "pathlib.Path('/nowhere/x')",
        "ipaddress.ip_address('::1')",
    ],
    *[
        "ipaddress.ip_network('10.0.0.0/8')",
        "OrderedDict(b=1, a=2)",
        "defaultdict(list, a=[1])",
        "Counter('abca')",
        "deque([1, 2], maxlen=3)",
    ],
    *[
        "ChainMap({'a': 1}, {'b': 2})",
        "UserDict(a=1)",
        "UserList([1])",
        "array.array('d', [1.5])",
        "types.SimpleNamespace(a=1)",
    ],
    *[
        "types.MappingProxyType",
        "enum.Enum('E', 'A B').A.name",
        "re.I",
        "string.Template('$a').template",
        "len",
        "int",
        "list[int]",
    ],
    *[
        "operator.itemgetter(1)",
        "operator.attrgetter('a.b')",
        "functools.partial(int, base=2)",
        "math.inf",
        "random.Random(1).getstate()",
    ],
    *[
        "collections.abc.Mapping",
        "typing.Optional[int]",
        "typing.List[int]",
        "ValueError('a', 1)",
        "KeyError('k')",
        "StopIteration(3)",
    ],
    *[
        "itertools.count(3)",
        "OSError(2, 'gone', 'f')",
        "UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad')",
        "Exception()",
        "type(None)",
    ],
]
MADE = [
    "Colour.RED", "[Colour.RED, Colour.BLUE]", "{Colour.RED: 1}", "Flag.A | Flag.B", "Point(1, 2)", "[Point(1, 2)]", "Size(3)", "Config(1)", "Config([Config(2)])",
    "Frozen(1)", "Slots(1)", "Plain(1)", "Plain(Plain(2))", "Text('a')", "Number(3)", "Listing([1, 2])", "Mapping_(a=1)", "Failed('a', 1)", "Callable_(2)",
    "function", "[function]", "lambda x: x + 1", "closure(3)", "functools.partial(function, 2)", "Plain.method", "Plain(1).method", "Config", "Colour",
    "shared()", "cycle()", "Reduced(4)", "State(5)", "Generic_[int]", "Generic_(1)", "Default(1)", "Ordered.B", "Text2.X",
]  # fmt: skip
ARRAYS = [
    *[
        f"np.array([0, 1, 2]).astype('{kind}')"
        for kind in [
            "?",
            "i1",
            "i2",
            "i4",
            "i8",
            "u1",
            "u2",
            "u4",
            "u8",
            "f2",
            "f4",
            "f8",
            "c8",
            "c16",
            "g",
            "S3",
            "U3",
            "datetime64[s]",
            "timedelta64[ms]",
        ]
    ],
    *[
        f"np.{name}(1)"
        for name in [
            "int8",
            "int16",
            "int32",
            "int64",
            "uint8",
            "uint64",
            "float16",
            "float32",
            "float64",
            "complex64",
            "bool_",
        ]
    ],
    *[
        "np.float64('nan')",
        "np.float32('-inf')",
        "np.float64('-0.0')",
        "np.datetime64('2020-01-01')",
        "np.datetime64('NaT')",
        "np.timedelta64(3, 'h')",
    ],
    *[
        "np.array(3)",
        "np.array([])",
        "np.zeros((2, 0, 3))",
        "np.arange(12).reshape(3, 4).T",
        "np.arange(10)[::2]",
        "np.asfortranarray(np.eye(3))",
    ],
    *[
        "np.array([1, 'a', None], dtype=object)",
        "np.array([(1, 2.5)], dtype=[('a', 'i4'), ('b', 'f8')])",
        "np.rec.array([(1, 'a')])",
    ],
    *[
        "np.ma.array([1, 2], mask=[0, 1])",
        "np.matrix([[1]])",
        "[np.int64(1), 2]",
        "{'a': np.float32(0.1)}",
        "(np.bool_(True),)",
        "np.str_('a')",
    ],
    *[
        "np.bytes_(b'a')",
        "np.dtype('f4')",
        "np.float64",
        "np.random.default_rng(1).bit_generator.state['bit_generator']",
        "np.longdouble(1) / 3",
    ],
]
_COLUMN = {
    "ints": "[1, 2, 3]",
    "floats": "[1.5, float('nan'), -0.0]",
    "bools": "[True, False, True]",
    "texts": "['a', None, 'é']",
    "objects": "[1, 'a', None]",
    "bytes": "[b'a', b'', None]",
    "lists": "[[1], [], None]",
    "dicts": "[{'a': 1}, {}, None]",
    "tuples": "[(1, 2), (), None]",
    "decimals": "[Decimal('1.10'), Decimal('2'), None]",
    "dates": "[date(2020, 1, 1), date(9999, 12, 31), None]",
    "old dates": "[date(1500, 1, 1), date(1, 1, 1), None]",
    "datetimes far off": "[dt(9999, 12, 31), dt(1, 1, 1), None]",
    "times of day": "[time(1, 2), time(3), None]",
    "uuids": "[uuid.UUID(int=1), uuid.UUID(int=2), None]",
    "mixed times": "[dt(2020, 1, 1), dt(2020, 1, 1, tzinfo=timezone.utc), None]",
    "nan and None": "[float('nan'), None, pd.NaT]",
    "NA and nan": "[pd.NA, float('nan'), 1]",
    "big ints": "[2**70, -(2**70), 0]",
    "complex": "[1j, 2j, 0j]",
    "times": "pd.DatetimeIndex(np.array(['2020-01-01', 'NaT', '2020-01-01T00:00:00.000000001'], dtype='M8[ns]'))",
    "zoned": "pd.to_datetime(['2020-01-01', None, '2020-06-01']).tz_localize('Europe/Berlin')",
    "utc": "pd.to_datetime(['2020-01-01', None, '2020-06-01']).tz_localize('UTC')",
    "fixed offset": "pd.to_datetime(['2020-01-01T00:00:00+05:30'] * 3)",
    "dateutil zone": "pd.to_datetime(['2020-01-01'] * 3).tz_localize('dateutil/Europe/Berlin')",
    "fold": "pd.to_datetime(['2020-10-25 00:30', '2020-10-25 01:30', '2020-10-25 00:00']).tz_localize('UTC').tz_convert('Europe/Berlin')",
    "deltas": "pd.to_timedelta(['1 days', None, '-1 ns'])",
    "periods": "pd.period_range('2020-01', periods=3, freq='M')",
    "intervals": "pd.interval_range(0, 3)",
    "closed intervals": "pd.arrays.IntervalArray.from_breaks([0.0, 1.5, 2.5, 3.5], closed='both')",
    "categories": "pd.Categorical(['a', None, 'b'])",
    "ordered": "pd.Categorical(['a', 'b', 'a'], ['b', 'a', 'c'], ordered=True)",
    "int categories": "pd.Categorical([3, 1, 3])",
    "interval categories": "pd.cut([1, 5, 9], 3)",
    "time categories": "pd.Categorical(pd.to_datetime(['2020-01-01', '2021-01-01', None]))",
    "nullable ints": "pd.array([1, None, 3], dtype='Int64')",
    "nullable bytes": "pd.array([1, None, 3], dtype='UInt8')",
    "nullable floats": "pd.array([1.5, None, 3], dtype='Float64')",
    "nullable bools": "pd.array([True, None, False], dtype='boolean')",
    "strings": "pd.array(['a', None, 'b'], dtype='string')",
    "sparse": "pd.arrays.SparseArray([0, 0, 1])",
    "float16": "np.array([1, 2, 3], dtype='f2')",
    "int8": "np.array([1, 2, 3], dtype='i1')",
    "uint64": "np.array([1, 2, 2**63], dtype='u8')",
    "seconds": "np.array(['2020-01-01', '2021-01-01', 'NaT'], dtype='M8[s]')",
    "arrow ints": "pd.array([1, None, 3], dtype='int64[pyarrow]')",
    "arrow texts": "pd.array(['a', None, 'b'], dtype='string[pyarrow]')",
    "arrow lists": "pd.array([[1], [], None], dtype=pd.ArrowDtype(pa.list_(pa.int64())))",
    "arrow times": "pd.array([dt(2020, 1, 1), None, dt(2021, 1, 1)], dtype=pd.ArrowDtype(pa.timestamp('us', 'UTC')))",
    "colours": "[Colour.RED, None, Colour.BLUE]",
    "surrogates": "np.array(['\\ud800', 'a', 'b'], dtype=object)",
}
_INDEXES = {
    "range": "pd.RangeIndex(5, 20, 5)",
    "ints": "pd.Index([3, 1, 2])",
    "texts": "pd.Index(['a', 'b', 'a'], name='key')",
    "mixed": "pd.Index([1, 'a', None])",
    "floats": "pd.Index([1.5, float('nan'), 2])",
    "times with a frequency": "pd.date_range('2020-01-01', periods=3, freq='MS')",
    "zoned times": "pd.date_range('2020-03-28', periods=3, tz='Europe/Berlin')",
    "months": "pd.period_range('2020-01', periods=3, freq='M')",
    "quarters": "pd.period_range('2020Q1', periods=3, freq='Q-NOV', name='q')",
    "intervals": "pd.interval_range(0, 3)",
    "closed intervals": "pd.IntervalIndex.from_breaks([0.0, 1, 2, 3], closed='left')",
    "deltas": "pd.timedelta_range('1 days', periods=3)",
    "categories": "pd.CategoricalIndex(['a', 'b', 'a'])",
    "dates": "pd.Index([date(2020, 1, 1), date(2020, 1, 2), None])",
    "two levels": "pd.MultiIndex.from_product([['a'], [1, 2, 3]], names=['x', None])",
    "levels with months": "pd.MultiIndex.from_arrays([pd.period_range('2020-01', periods=3, freq='M'), [1, 2, 3]])",
    "levels with intervals": "pd.MultiIndex.from_arrays([pd.interval_range(0, 3), ['a', 'b', 'c']])",
    "levels with zones": "pd.MultiIndex.from_arrays([pd.date_range('2020', periods=3, tz='UTC'), [1, 2, 3]])",
    "a tuple's name": "pd.Index([1, 2, 3], name=('a', 1))",
    "nullable": "pd.Index(pd.array([1, None, 3], dtype='Int64'))",
    "bools": "pd.Index([True, False, True])",
}
_LABELS = {
    "ints": "[0, 1]",
    "not in order": "[5, 2]",
    "texts and ints": "['a', 1]",
    "twice": "['a', 'a']",
    "None": "[None, 'a']",
    "dates": "pd.date_range('2020', periods=2)",
    "months": "pd.period_range('2020-01', periods=2, freq='M')",
    "levels": "pd.MultiIndex.from_tuples([('a', 1), ('a', 2)], names=['x', 'y'])",
    "categories": "pd.CategoricalIndex(['a', 'b'])",
    "intervals": "pd.interval_range(0, 2)",
    "a name": "pd.Index(['a', 'b'], name='columns')",
    "index": "['index', '__index_level_0__']",
    "tuples": "pd.Index([('a', 1), ('b', 2)], tupleize_cols=False)",
    "floats": "[1.5, 2.5]",
}
TABLES = [
    *[f"pd.DataFrame({{'c': {column}}})" for column in _COLUMN.values()],
    *[f"pd.Series({column}, name='s')" for column in _COLUMN.values()],
    *[f"pd.DataFrame({{'v': [1, 2, 3]}}, index={index})" for index in _INDEXES.values()],
    *[f"pd.Series([1, 2, 3], index={index})" for index in _INDEXES.values()],
    *[index for index in _INDEXES.values()],
    *[f"pd.DataFrame([[1, 'a'], [2, 'b']], columns={labels})" for labels in _LABELS.values()],
    *["pd.DataFrame()", "pd.DataFrame(index=[1, 2])", "pd.DataFrame(columns=['a'])", "pd.DataFrame({'a': []})", "pd.Series(dtype='object')"],
    *["pd.Timestamp('2020-01-01', tz='Europe/Berlin')", "pd.Timedelta(1, 'ns')", "pd.NaT", "pd.NA", "pd.Period('2020-01')", "pd.Interval(0, 1)"],
    *["pd.offsets.MonthEnd(2)", "pd.CategoricalDtype(['a'])", "[pd.DataFrame({'a': [1]})]", "{'t': pd.DataFrame({'a': [1]}, index=['x'])}"],
    *["with_attributes()", "pd.DataFrame({'a': [1]}).groupby('a').size()", "pd.DataFrame({'a': range(1000)}).sample(frac=1, random_state=1)"],
    *["pd.DataFrame({'k': pd.Categorical(['a', 'b']), 'v': [1, 2]}).pivot_table(index='v', columns='k', values='v', observed=True)"],
    *["pd.DataFrame(np.arange(6).reshape(2, 3)).T", "pd.DataFrame({'a': [1, 2]}).resample if False else pd.DataFrame({'a': [1, 2]}).describe()"],
]  # fmt: skip
_TABLES_HEAD = """
def with_attributes():
    table = pd.DataFrame({'a': [1]})
    table.attrs = {'unit': 'm'}
    return table
"""
OTHERS = [
    *[
        "pa.table({'a': [1, None]})",
        "pa.array([1, None])",
        "pa.schema([('a', pa.int64())])",
        "pa.list_(pa.int8())",
        "pa.scalar(1)",
    ],
    *[
        "pl.DataFrame({'a': [1, None], 'b': ['x', 'y']})",
        "pl.Series('s', [1.5, None])",
        "pl.DataFrame({'t': [dt(2020, 1, 1)]})",
    ],
]


def texts() -> list[str]:
    """The texts of all values, each of which `namespace` can make where its libraries are installed."""
    return list(dict.fromkeys([*PLAIN, *LIBRARY, *MADE, *ARRAYS, *TABLES, *OTHERS]))


def namespace() -> dict[str, Any]:
    """The names that the texts use, of the libraries that are installed; classes and functions are those of `defined`, as a workflow's are."""
    import defined

    names = dict(vars(defined))
    exec(_HEAD, names)
    for name, module in _LIBRARIES.items():
        try:
            names[name] = importlib.import_module(module)
        except ImportError:
            names.pop(name, None)
    exec(_TABLES_HEAD, names)
    return names


def differences(one: Any, other: Any) -> Iterator[str]:
    """In what two values differ that a user's code could notice."""
    if type(one) is not type(other):
        yield f"is a {type(other)}, not a {type(one)}"
        return
    module = type(one).__module__.partition(".")[0]
    kind = type(one).__name__
    if module == "pandas" and kind in ("DataFrame", "Series"):
        testing = sys.modules["pandas"].testing
        check = testing.assert_frame_equal if kind == "DataFrame" else testing.assert_series_equal
        try:
            check(
                one, other, check_exact=True, check_freq=True, check_column_type="exact"
            ) if kind == "DataFrame" else check(one, other, check_exact=True, check_freq=True)
        except AssertionError as error:
            yield str(error)
        if type(one.index) is not type(other.index) or one.attrs != other.attrs:
            yield "has another index or other attributes"
        if repr(_cells(one)) != repr(_cells(other)) or repr(one.index.tolist()) != repr(other.index.tolist()):
            yield f"holds {_cells(other)!r} at {other.index.tolist()!r}"
    elif module == "numpy" and hasattr(one, "dtype"):
        if one.dtype != other.dtype or one.shape != other.shape or repr(one.tolist()) != repr(other.tolist()):
            yield f"is {other!r}, not {one!r}"
    elif isinstance(one, (list, tuple)) and len(one) == len(other):
        if [id(each) == id(one[0]) for each in one[:5]] != [
            id(each) == id(other[0]) for each in other[:5]
        ] and isinstance(one[0], list):
            yield "shares what it holds otherwise"
        if one and one[-1] is one:
            return
        for left, right in zip(one, other):
            yield from differences(left, right)
    elif isinstance(one, dict) and list(map(repr, one)) == list(map(repr, other)):
        for key, left, right in zip(one, one.values(), other.values()):
            yield from differences(left, right)
    elif callable(one) and not isinstance(one, type) and kind in ("function", "method", "partial"):
        argument = (
            () if kind == "method" or (kind == "partial" and one.args) else ("11",) if kind == "partial" else (3,)
        )
        if kind == "function" and one.__qualname__ == "Plain.method":
            argument = (namespace()["Plain"](1),)
        if one(*argument) != other(*argument):
            yield f"gives {other(*argument)!r}, not {one(*argument)!r}"
    elif isinstance(one, type):
        if one.__qualname__ != other.__qualname__:
            yield f"is {other!r}"
    elif not _equal(one, other):
        yield f"is {other!r:.200}, not {one!r:.200}"


def _cells(one: Any) -> list[Any]:
    if type(one).__name__ == "Series":
        cells: list[Any] = one.tolist()
        return cells
    return [one.iloc[:, place].tolist() for place in range(one.shape[1])]


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, (set, frozenset)):  # their order is that of this process's hashes, and of how they were filled
        return bool(one == other) and sorted(map(repr, one)) == sorted(map(repr, other))
    if isinstance(one, (float, complex, str, bytes, int)) or type(one).__module__ in (
        "builtins",
        "decimal",
        "datetime",
        "array",
        "itertools",
    ):
        return (
            one == other
            if isinstance(one, int)
            else repr(one) == repr(other) and getattr(one, "fold", 0) == getattr(other, "fold", 0)
        )
    if hasattr(one, "equals"):
        return bool(one.equals(other))
    equal = one == other
    return equal is True or repr(one) == repr(other)


def _write(folder: Path) -> dict[str, str]:
    from aqueduct.values import encode, sample, slices

    if "slices" in sys.argv:
        slices.SMALL, slices.BYTES = 0, 16  # a row or two at a time, as a large table has thousands
    names = namespace()
    said: dict[str, str] = {}
    written = {}
    for number, text in enumerate(texts()):
        try:
            value = eval(text, names)
        except (NameError, AttributeError, ImportError, TypeError, ValueError, NotImplementedError) as error:
            said[text] = f"not here: {type(error).__name__}: {error}"
            continue
        try:
            encoded = encode(value)
            json.loads(sample(value, encoded.type))
        except Exception as error:  # noqa: BLE001 - that is what is asked
            said[text] = f"{type(error).__name__}: {error}"
            continue
        (folder / str(number)).write_bytes(encoded.data)
        written[str(number)] = [text, encoded.encoding, encoded.type]
    (folder / "written.json").write_text(json.dumps(written), "utf-8")
    return said


def _read(folder: Path) -> dict[str, str]:
    from aqueduct.values import decode

    said: dict[str, str] = {}
    values = {}
    for number, (text, encoding, kind) in json.loads((folder / "written.json").read_text("utf-8")).items():
        try:
            values[text] = decode((folder / number).read_bytes(), encoding, kind)
        except Exception as error:  # noqa: BLE001 - that is what is asked
            said[text] = f"{type(error).__name__}: {error}"
    names = namespace()
    for text, value in values.items():
        said[text] = "; ".join(differences(eval(text, names), value)) or "right"
    return said


if __name__ == "__main__":
    role, place = sys.argv[1:3]
    sys.stdout.write(json.dumps({"write": _write, "read": _read}[role](Path(place))))
