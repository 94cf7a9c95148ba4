# ruff: noqa: E501 - a table, whose entries are read better on one line
"""Globals that are data: odd values, what they share, and where in their course they are."""

CASES: dict[str, str] = {
    "numpy arrays: structured, zero-dimensional, views, orders, masked": """
    import numpy as np
    base = np.arange(12).reshape(3, 4)
    view = base[:, ::2]
    table = np.array([(1, "a")], dtype=[("n", "<i2"), ("t", "U3")])
    scalar, zero = np.float32(1.5), np.array(7, dtype="u1")
    column = np.asfortranarray(base)
    masked = np.ma.masked_array([1, 2, 3], mask=[0, 1, 0], fill_value=9)
    text = np.array(["a", "bc"], dtype=object)
    times = np.array(["2020-01-01", "NaT"], dtype="datetime64[s]")
    record = table.view(np.recarray)
    @op
    def look():
        return (base.tolist(), view.tolist(), table, table.dtype, scalar, type(scalar), zero, zero.shape, column.flags["F_CONTIGUOUS"],
            masked, masked.fill_value, text, times, record.n)
""",
    "an array that is locked against writing": """
    import numpy as np
    frozen = np.ones(2)
    frozen.flags.writeable = False
    @op
    def look():
        return frozen.flags.writeable
""",
    "a view of an array that shares its memory": """
    import numpy as np
    base = np.zeros(4)
    part = base[1:3]
    @op
    def look():
        part[:] = 5
        return base.tolist()
""",
    "tables with odd indexes and columns": """
    import numpy as np, pandas as pd
    days = pd.DataFrame({"v": [1, 2]}, index=pd.date_range("2024-01-31", periods=2, freq="ME", tz="Europe/Vienna", name="day"))
    periods = pd.Series([1.0, np.nan], index=pd.period_range("2024Q1", periods=2, freq="Q"), name="p")
    levels = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["x", "y"]))
    numbered = pd.DataFrame({0: [1], "0": [2], None: [3]})
    doubled = pd.DataFrame([[1, 2]], columns=["a", "a"])
    binned = pd.cut(pd.Series([1, 5]), [0, 2, 6])
    ordered = pd.Categorical(["b", "a"], categories=["b", "a"], ordered=True)
    days.attrs["source"] = {"a": (1,)}
    nullable = pd.DataFrame({"i": pd.array([1, None], dtype="Int64"), "s": pd.array(["x", None], dtype="string"), "b": pd.array([True, None], dtype="boolean")})
    sparse = pd.Series(pd.arrays.SparseArray([0, 0, 1]))
    @op
    def look():
        return (days, days.index.freq, days.index.tz, days.attrs, periods, periods.index.freqstr, levels, levels.columns.names, list(numbered.columns),
            doubled, binned.dtype, binned.tolist(), ordered, nullable.dtypes.to_dict(), nullable, sparse.dtype)
""",
    "lists that several names hold, and nested shares within one value": """
    inner = [1]
    pair = [inner, inner]
    tree = {"left": inner, "right": {"again": pair}}
    @op
    def look():
        inner.append(2)
        return pair, tree["left"], tree["right"]["again"] is pair, pair[0] is pair[1]
""",
    "a dictionary and a view of it": """
    import collections, types
    settings = {"a": 1}
    shown = types.MappingProxyType(settings)
    chain = collections.ChainMap({}, settings)
    @op
    def look():
        settings["b"] = 2
        chain["c"] = 3
        return dict(shown), sorted(chain), dict(chain), settings
""",
    "a proxy and a chain on their own": """
    import collections, types
    shown = types.MappingProxyType({"a": [1]})
    chain = collections.ChainMap({"x": 1}, collections.OrderedDict(y=2))
    @op
    def look():
        return shown, chain, type(chain.maps[1]).__name__, type(shown).__name__
""",
    "sets of many kinds, and sets in sets": """
    words = {"b", "a", ("t", 1)}
    frozen = frozenset({frozenset({1}), 2})
    empty, keys = set(), {"k": 1}.keys()
    @op
    def look():
        return sorted(map(str, words)), frozen == frozenset({2, frozenset([1])}), empty, sorted(keys), type(keys).__name__
""",
    "times with zones, folds and offsets of the file": """
    import datetime, zoneinfo
    class Odd(datetime.tzinfo):
        def utcoffset(self, when):
            return datetime.timedelta(minutes=OFFSET)
        def dst(self, when):
            return datetime.timedelta(0)
        def tzname(self, when):
            return "ODD"
    OFFSET = 17
    zone = zoneinfo.ZoneInfo("America/New_York")
    folded = datetime.datetime(2024, 11, 3, 1, 30, tzinfo=zone, fold=1)
    odd = datetime.datetime(2024, 1, 1, tzinfo=Odd())
    utc = datetime.timezone.utc
    span, day, clock = datetime.timedelta(microseconds=-1), datetime.date.max, datetime.time(1, fold=1)
    @op
    def look():
        return folded, folded.utcoffset(), odd.utcoffset(), odd.tzname(), utc is datetime.timezone.utc, zone is zoneinfo.ZoneInfo("America/New_York"), span, day, clock
""",
    "decimals, fractions, big and odd numbers": """
    import decimal, fractions, math
    price, third = decimal.Decimal("1.10"), fractions.Fraction(1, 3)
    nan, minus, big, small = float("nan"), -0.0, 2 ** 200, 5e-324
    context = decimal.Context(prec=3, rounding=decimal.ROUND_UP)
    numbers = {1: "int", True: "bool", 2.0: "float", nan: "nan"}
    signed = decimal.Decimal("-0E+3")
    @op
    def look():
        return price, third, nan, math.copysign(1, minus), big, small, context.divide(1, 3), numbers, signed, complex(1, -0.0)
""",
    "patterns, matches, paths, addresses, identifiers": """
    import ipaddress, pathlib, re, uuid, operator, string, array
    pattern = re.compile(r"(?P<w>\\w+)", re.I | re.X)
    path, pure = pathlib.Path("a/b.txt"), pathlib.PureWindowsPath("c:/x")
    address, ident = ipaddress.ip_network("10.0.0.0/8"), uuid.UUID(int=5)
    getter, template, numbers = operator.attrgetter("a.b"), string.Template("$x"), array.array("d", [1.5])
    @op
    def look():
        return pattern.flags, pattern.match("Ab").group("w"), path, pure, address, ident, getter, template.substitute(x=1), numbers
""",
    "bytes of all kinds": """
    raw, changing = b"\\x00\\xff", bytearray(b"ab")
    @op
    def look():
        changing.append(99)
        return raw, changing, type(changing)
""",
    "a memory view": """
    view = memoryview(b"abc")
    @op
    def look():
        return bytes(view)  # says cannot-ship
""",
    "sources of random numbers in the middle of their course": """
    import random
    import numpy as np
    rng = random.Random(3)
    rng.random()
    generator = np.random.default_rng(4)
    generator.integers(10, size=5)
    old = np.random.RandomState(5)
    old.rand(3)
    shuffled = list(range(5))
    rng.shuffle(shuffled)
    @op
    def look():
        return rng.random(), rng.gauss(0, 1), generator.random(), old.rand(), shuffled
""",
    "iterators in the middle of their course": """
    import itertools
    ids = itertools.count(5, 2)
    next(ids), next(ids)
    numbered = enumerate("abcd", 1)
    next(numbered)
    zipped = zip([1, 2, 3], "xyz")
    next(zipped)
    items = iter([1, 2, 3])
    next(items)
    circle = itertools.cycle([1, 2, 3])
    next(circle)
    back, numbers = reversed([1, 2, 3]), iter(range(5))
    next(numbers)
    chained = itertools.chain([1], [2, 3])
    next(chained)
    mapped = map(str, [1, 2])
    @op
    def look():
        return next(ids), next(numbered), next(zipped), list(items), next(circle), next(circle), list(back), list(numbers), list(chained), list(mapped)
""",
    "a generator that is half way": """
    def numbers():
        yield 1
        yield 2
    running = numbers()
    next(running)
    @op
    def look():
        return next(running)  # says cannot-ship
""",
    "containers of collections": """
    import collections
    START = 7
    last = collections.deque([1, 2, 3], maxlen=2)
    order = collections.OrderedDict(b=1, a=2)
    order.move_to_end("b")
    count = collections.Counter("abca")
    groups = collections.defaultdict(lambda: [START])
    groups["x"].append(1)
    nested = collections.defaultdict(lambda: collections.defaultdict(int))
    nested["a"]["b"] += 1
    wrapped, listed, text = collections.UserDict(a=1), collections.UserList([1]), collections.UserString("s")
    @op
    def look():
        last.append(4)
        nested["c"]["d"] += 1
        return last, order, count, groups["x"], groups["new"], nested["c"]["d"], wrapped, listed, text, type(wrapped).__name__
""",
    "weak containers and references": """
    import weakref
    class Thing:
        def __init__(self, n):
            self.n = n
    thing = Thing(3)
    held = weakref.WeakValueDictionary()
    held["a"] = thing
    @op
    def look():
        return held["a"].n, held["a"] is thing  # says cannot-ship
""",
    "open files, sockets, locks and connections": """
    import sqlite3, tempfile, threading
    log = open("log.txt", "w")
    lock = threading.Lock()
    db = sqlite3.connect(":memory:")
    @op
    def look():
        log.write("x")  # says cannot-ship
        with lock:
            return db.execute("select 1")  # says cannot-ship
""",
    "streams in memory, at their position": """
    import io
    text, raw = io.StringIO("abc"), io.BytesIO(b"xyz")
    text.read(1), raw.read(2)
    @op
    def look():
        return text.read(), raw.read(), text.getvalue()
""",
    "None, ellipsis, NotImplemented, types and built-in functions": """
    import typing, types
    nothing, dots, refused = None, ..., NotImplemented
    kinds = {int: "int", type(None): "none", list[int]: "list", typing.Optional[str]: "optional", types.SimpleNamespace: "space", dict | None: "union"}
    made = types.SimpleNamespace(a=1, b=[len, print, dict.fromkeys, "".join, max])
    cut = slice(1, None, 2)
    steps = range(0, 10, 3)
    @op
    def look():
        return nothing, dots is ..., refused is NotImplemented, list(kinds.values()), kinds[list[int]], made.b[0]([1]), made.b[2]("a"), made.b[3]("xy"), [1, 2, 3, 4][cut], steps
""",
    "a sentinel of the file": """
    MISSING = object()
    class Unset:
        pass
    UNSET = Unset()
    def get(table, key, default=MISSING, other=UNSET):
        found = table.get(key, default)
        return "missing" if found is MISSING else "unset" if found is UNSET else found
    @op
    def look():
        return get({}, "a"), get({}, "a", UNSET), get({"a": 1}, "a"), get({"a": MISSING}, "a")
""",
    "a sentinel in the values of another global": """
    MISSING = object()
    table = {"a": MISSING, "b": 1}
    @op
    def look():
        return [name for name, value in table.items() if value is MISSING]
""",
    "strings that are odd": """
    lone, null, long, lines = "\\ud800", "a\\0b", "x" * 10, "a\\r\\n\\u2028b\\x85"
    class Text(str):
        note = "t"
    own = Text("own")
    @op
    def look():
        return lone, null, long, lines, own, type(own) is Text, own.note
""",
    "numbers as keys and tuples as keys": """
    by_number = {1: "a", "1": "b", (1, 2): "c", None: "d", 1.5: "e", b"x": "f", frozenset([1]): "g"}
    ordered = {"z": 1, "a": {"y": 2, "b": 3}}
    @op
    def look():
        return by_number, list(by_number), ordered, list(ordered["a"])
""",
    "tables of pyarrow: chunks, dictionaries, metadata, extension of time": """
    import pyarrow as pa
    table = pa.table({"a": pa.chunked_array([[1], [2, None]]), "d": pa.array(["x", "y", "x"]).dictionary_encode()}).replace_schema_metadata({"k": "v"})
    array = pa.array([{"a": 1}, None])
    schema = pa.schema([pa.field("t", pa.timestamp("ns", "Europe/Paris"), nullable=False, metadata={"m": "n"})])
    value, batch = pa.scalar(5, pa.int8()), pa.record_batch({"a": [1]})
    part = table.slice(1, 1)
    @op
    def look():
        return table.to_pydict(), table.schema.metadata, table["a"].num_chunks, table.schema.field("d").type, array.to_pylist(), array.type, schema, schema.field("t").metadata, value, batch.to_pydict(), part.to_pydict()
""",
    "queries and tables of SQLAlchemy": """
    import sqlalchemy as sa
    meta = sa.MetaData()
    wine = sa.Table("wine", meta, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(5), default="x"))
    query = sa.select(wine).where(wine.c.id > 3)
    @op
    def look():
        return str(query), list(meta.tables), wine.c.name.default.arg, meta.tables["wine"] is wine
""",
    "parsers, loggers, formats and templates": """
    import argparse, logging, configparser, textwrap
    parser = argparse.ArgumentParser(prog="p")
    parser.add_argument("--n", type=int, default=3)
    log = logging.getLogger("mine")
    formatter = logging.Formatter("%(message)s")
    config = configparser.ConfigParser()
    config.read_string("[a]\\nb = 1")
    options = parser.parse_args(["--n", "4"])
    @op
    def look():
        return parser.parse_args([]).n, options.n, log.name, formatter._fmt, config["a"]["b"], config.getint("a", "b")
""",
}

KNOWN_WRONG = {
    "an array that is locked against writing": "numpy's pickles leave the lock out.",
    "a view of an array that shares its memory": "numpy's pickles copy the memory of a view; only objects are shared, not bytes within them.",
}
