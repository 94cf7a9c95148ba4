# ruff: noqa: E501 - a table, whose entries are read better on one line
"""Public reports of values and code that arrive wrong in another process, made small. Each names its report."""

CASES: dict[str, str] = {
    "cloudpipe/cloudpickle 101: members of an enumeration are not the same ones": """
    from enum import Enum
    class Color(Enum):
        RED = 1
        GREEN = 2
    def check(data):
        return Color.GREEN if sum(data) > 0 else Color.RED
    found = check([1])
    @op
    def look():
        return check([1, 2]) is Color.GREEN, found is Color.GREEN, {found: "f"}[Color.GREEN]
""",
    "cloudpipe/cloudpickle 558: an IntFlag whose members are no powers of two": """
    import enum
    class Rank(enum.IntFlag):
        A = 11
        B = 37
        C = 389
    rank = Rank.B
    both = Rank.A | Rank.B
    @op
    def look():
        return rank == Rank.B, int(rank), int(both), Rank(389) is Rank.C, type(rank) is Rank
""",
    "cloudpipe/cloudpickle 275: a function that fills a global dictionary": """
    FOO = {}
    def foo_add(x):
        FOO["x"] = x
    @op
    def look():
        assert FOO == {}
        foo_add(66)
        return FOO
""",
    "cloudpipe/cloudpickle 452: a function that increments a global": """
    x = 123
    def increment_x():
        global x
        x += 1
        return x
    also = increment_x
    increment_x()
    @op
    def look():
        return increment_x(), also(), x
""",
    "cloudpipe/cloudpickle 187: globals are not seen by the function beside": """
    VARIABLE = "uninitialized"
    def set_it():
        global VARIABLE
        VARIABLE = "initialized"
    def get_it():
        return VARIABLE
    fs = [set_it, get_it, lambda: VARIABLE]
    @op
    def look():
        before = fs[1](), fs[2]()
        fs[0]()
        return before, fs[1](), fs[2](), VARIABLE
""",
    "cloudpipe/cloudpickle 230: arguments that are parsed into a global": """
    args = None
    def something(given):
        return "none" if given is None else given.n
    def parse_args():
        global args
        import argparse
        parser = argparse.ArgumentParser()
        parser.add_argument("--n", type=int, default=4)
        args = parser.parse_args([])
    fns = [lambda: something(args)] * 2
    parse_args()
    @op
    def look():
        return [f() for f in fns]
""",
    "cloudpipe/cloudpickle 386 and 424: a data class without its fields": """
    import dataclasses
    @dataclasses.dataclass
    class Potato:
        drink: int
        kept: list = dataclasses.field(default_factory=list)
    v = Potato(-42)
    def make():
        @dataclasses.dataclass
        class Local:
            n: int = 3
        return Local()
    local = make()
    @op
    def look():
        return dataclasses.asdict(v), len(dataclasses.fields(v)), dataclasses.asdict(local), dataclasses.fields(local)[0].default
""",
    "cloudpipe/cloudpickle 584: an attribute with the value of the parent's is dropped": """
    class A:
        version = 1
    class B(A):
        version = 1
    def local():
        class C(A):
            version = 1
        return C()
    b, c = B(), local()
    @op
    def look():
        return "version" in vars(type(b)), "version" in vars(type(c))
""",
    "cloudpipe/cloudpickle 398: attributes of a class of a module": """
    from test_module import Foo
    foo = Foo()
    foo.append(123)
    @op
    def look():
        return foo.bar, Foo.bar, Foo().bar is foo.bar
    # file: test_module.py
    class Foo:
        bar = []
        def append(self, value):
            self.bar.append(value)
""",
    "cloudpipe/cloudpickle 586: a function of a package, patched": """
    import tdb
    tdb.my_function = lambda *args, **kwargs: ["fake", "values"]
    def func():
        return tdb.my_function()
    @op
    def look():
        return func(), tdb.inner.again()
    # file: tdb/__init__.py
    def my_function():
        return ["real"]
    from . import inner
    # file: tdb/inner.py
    import tdb
    def again():
        return tdb.my_function()
""",
    "cloudpipe/cloudpickle 440: bases of generic classes": """
    from typing import Any, Generic, TypeVar
    T = TypeVar("T")
    class Base(Generic[T]): pass
    class Derived(Base[T]): pass
    class Leaf(Derived): pass
    def local():
        class Inner(Derived[int]): pass
        return Inner
    Inner = local()
    @op
    def look():
        return [c.__name__ for c in Leaf.__mro__], "__orig_bases__" in vars(Leaf), Inner.__orig_bases__[0].__args__, [c.__name__ for c in Inner.__mro__]
""",
    "cloudpipe/cloudpickle 262: the identity of a default that is an object": """
    default_value = object()
    def f(a=default_value):
        return a
    def g(*, b=default_value):
        return b is default_value
    @op
    def look():
        return f() is default_value, g(), g(b=f()), g(b=object())
""",
    "cloudpipe/cloudpickle 73: a closure over a name that was never bound": """
    def make(flag):
        if flag:
            bar = 100
        def foo():
            return 1 + bar
        return foo
    foo, good = make(False), make(True)
    @op
    def look():
        try:
            foo()
        except NameError:
            return "unbound", good()
""",
    "cloudpipe/cloudpickle 62: a nested function that refers to itself": """
    def f():
        def g(n):
            return g if n == 0 else g(n - 1)
        return g
    own = f()
    @op
    def look():
        return own(3) is own
""",
    "cloudpipe/cloudpickle 86: a closure over a set": """
    def f():
        s = {1, 2}
        def g():
            return len(s)
        return g
    g = f()
    @op
    def look():
        return g()
""",
    "cloudpipe/cloudpickle 129: a shared value of multiprocessing": """
    import multiprocessing as mp
    v = mp.Value("i")
    @op
    def look():
        return v.value  # says cannot-ship
""",
    "joblib/joblib 923: a variable of a module that was set": """
    import MyConsts
    MyConsts.myConst = 2
    def Job(name):
        return f"{name} sees {MyConsts.myConst}"
    @op
    def look():
        return Job("op")
    # file: MyConsts.py
    myConst = 1
""",
    "joblib/joblib 745: classes of the file and of a module that are patched": """
    from unittest.mock import patch
    from module import Y
    class X:
        def method(self):
            pass
    patch.object(X, "method", lambda self: "x patched").start()
    patch.object(Y, "method", lambda self: "y patched").start()
    @op
    def look():
        return X().method(), Y().method()
    # file: module.py
    class Y:
        def method(self):
            pass
""",
    "joblib/joblib 836: a global that a loop changes between calls": """
    def process(i):
        return f"{chunk} - {i}"
    for chunk in ["chunk1", "chunk2"]:
        pass
    @op
    def look():
        return process(1)
    first = look
    chunk = "chunk3"
""",
    "joblib/joblib 1705: a module that was put into sys.modules": """
    import sys, types
    made = types.ModuleType("custom_module")
    made.LIMIT = 4
    sys.modules["custom_module"] = made
    @op
    def look():
        return made.LIMIT  # says cannot-ship
""",
    "joblib/joblib 723: a class that inherits from one of a module which uses a pool": """
    import in_class
    class Child(in_class.Parallel2):
        def one(self, x):
            return x * FACTOR
    FACTOR = 3
    @op
    def look():
        return Child().all([1, 2])
    # file: in_class.py
    from concurrent.futures import ProcessPoolExecutor
    import multiprocessing
    class Parallel2:
        def all(self, values):
            with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
                return list(pool.map(self.one, values))
""",
    "joblib/loky 206 and 359: an initializer that sets a global": """
    from concurrent.futures import ProcessPoolExecutor
    import multiprocessing
    testvar = 1
    def func(i):
        return testvar
    def init(i):
        global testvar
        testvar = i * 10
    @op
    def look():
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork"), initializer=init, initargs=(2,)) as pool:
            return list(pool.map(func, range(2))), testvar
""",
    "lithops-cloud/lithops 244: a global that a method sets": """
    global_var = None
    def my_function(x):
        return global_var, x
    class GlobalScopeTest:
        def set_global_var(self):
            global global_var
            global_var = "SUCCESS!"
            return self
    GlobalScopeTest().set_global_var()
    @op
    def look():
        return my_function(1)
""",
    "google/flax 3825: a sentinel that is cloned": """
    from sentinels import _unspecified, Module
    class MyModule(Module):
        pass
    made = MyModule()
    @op
    def look():
        return made.parent is _unspecified, MyModule().parent is made.parent, made.check()
    # file: sentinels.py
    class _Sentinel:
        pass
    _unspecified = _Sentinel()
    class Module:
        def __init__(self, parent=_unspecified):
            self.parent = parent
        def check(self):
            return self.parent is _unspecified
""",
    "mrocklin/multipledispatch 19: a dispatcher whose functions have its name": """
    class Dispatcher:
        def __init__(self, name):
            self.name, self.funcs = name, {}
        def register(self, *types):
            def inner(f):
                self.funcs[types] = f
                return self
            return inner
        def __call__(self, *args):
            return self.funcs[tuple(map(type, args))](*args)
    f = Dispatcher("f")
    @f.register(int)
    def inc(x):
        return x + 1
    @f.register(float)
    def dec(x):
        return x - STEP
    STEP = 0.5
    @op
    def look():
        return f(1), f(1.0), inc is f, dec(2)
""",
    "pytorch/vision 7099: members of an enumeration that hold partial functions": """
    import dataclasses, enum, functools
    @dataclasses.dataclass
    class Weights:
        url: str
        transforms: object
    def crop(x, size):
        return x[:size]
    class Net(enum.Enum):
        V1 = Weights("u1", functools.partial(crop, size=1))
        V2 = Weights("u2", functools.partial(crop, size=2))
        DEFAULT = V2
    w = Net.DEFAULT
    @op
    def look():
        return w is Net.V2, w.value.transforms("abc"), [each.name for each in Net]
""",
    "uqfoundation/dill 396: a data class with a lambda as the factory of a field": """
    from dataclasses import dataclass, field
    from typing import List
    @dataclass
    class A:
        a: List[str] = field(default_factory=lambda: ["test"])
    one = A()
    @op
    def look():
        return A(), one, A() == one
""",
    "dagster-io/dagster 5767: an object that holds weak references": """
    import weakref
    class Layer:
        pass
    class Model:
        def __init__(self):
            self.layer = Layer()
            self.back = weakref.ref(self.layer)
    model = Model()
    @op
    def look():
        return model.back() is model.layer  # says cannot-ship
""",
    "python/cpython 102103: classes that make_dataclass made": """
    import dataclasses
    A = dataclasses.make_dataclass("A", [("n", int)])
    one = A(3)
    @op
    def look():
        return one.n, A(1), type(one) is A
""",
    "python/cpython 140820: an abstract class with annotations, made in a function": """
    from abc import ABC, abstractmethod
    def factory():
        class Model(ABC):
            field: int
            @abstractmethod
            def run(self): ...
        class Real(Model):
            def run(self):
                return self.field * SCALE
        return Model, Real
    SCALE = 2
    Model, Real = factory()
    real = Real()
    real.field = 4
    @op
    def look():
        return real.run(), isinstance(real, Model), Model.__annotations__, Model.__abstractmethods__
""",
    "numpy/numpy 9650 and joblib/joblib 36: generators that workers share": """
    import numpy as np
    rng = np.random.default_rng(7)
    children = rng.spawn(2)
    rng.random()
    @op
    def look():
        return [each.random() for each in children], rng.random(), rng.spawn(1)[0].random()
""",
    "pandas-dev/pandas 41543 and 11002: the frequency of an index": """
    import pandas as pd
    df = pd.DataFrame([1, 2, 3], columns=["a"], index=pd.date_range("2021-01-01", periods=3, freq="1min"))
    far = pd.DataFrame(index=pd.date_range("1750-1-1", periods=3, freq="7D"))
    @op
    def look():
        return df.index.freq, df.index.freqstr, far.index.freq, df
""",
    "pandas-dev/pandas 61165 and apache/arrow 34877: the unit of times": """
    import pandas as pd
    c = pd.Series(["2024-01-01", "2025-01-01"], dtype="datetime64[s]")
    spans = pd.Series([1, 2], dtype="timedelta64[ms]")
    @op
    def look():
        return c.to_frame().dtypes.tolist(), spans.dtype, c
""",
    "pandas-dev/pandas 49641: periods in a MultiIndex": """
    import pandas as pd
    data = pd.DataFrame({"ID": ["A", "B"], "DATE": pd.PeriodIndex(["2020-01-01", "2020-01-02"], freq="D"), "VALUE": [11, 22]}).set_index(["ID", "DATE"])
    @op
    def look():
        return data, data.index.levels[1].dtype, data.reset_index().dtypes.tolist()
""",
    "pandas-dev/pandas 54000 and 42664: types of pyarrow in index and columns": """
    import pandas as pd
    df = pd.DataFrame({"a": [1, 2], "b": [3, 4], "s": ["x", "y"]}, dtype="object").astype({"a": "int32[pyarrow]", "b": "int32[pyarrow]", "s": pd.StringDtype("pyarrow")}).set_index("a")
    @op
    def look():
        return df.index.dtype, df.dtypes.tolist(), df["s"].dtype.storage, df
""",
    "apache/arrow 49875: categories with a time zone": """
    import pandas as pd
    cats = pd.DatetimeIndex(["2024-01-01", "2024-01-02"]).tz_localize("US/Eastern")
    cat = pd.Categorical(values=[cats[0], cats[1], cats[0]], categories=cats)
    frame = pd.DataFrame({"c": cat})
    @op
    def look():
        return cat.categories.dtype, frame["c"].cat.categories.tz, frame["c"].tolist()
""",
    "PrefectHQ/prefect 12966: a variable of the environment set at the top": """
    import os
    os.environ["MY_VAR_OF_TEST"] = "Hello World!"
    @op
    def look():
        return os.environ.get("MY_VAR_OF_TEST")
""",
    "joblib/joblib 1158 and 498: the seed of the process": """
    import random
    random.seed(3)
    @op
    def look():
        return random.random()
""",
}

KNOWN_WRONG = {
    "cloudpipe/cloudpickle 584: an attribute with the value of the parent's is dropped": "Of a class that travels by value: cloudpickle leaves out what it inherits with the same value.",
    "PrefectHQ/prefect 12966: a variable of the environment set at the top": "State of the process: no hint says so yet.",
    "joblib/joblib 1158 and 498: the seed of the process": "State of the process: no hint says so yet.",
}
