"""State that the top level sets after things were made."""

CASES: dict[str, str] = {}


def case(name: str, text: str) -> None:
    """Adds a case."""
    assert name not in CASES, name
    CASES[name] = text


case(
    "an attribute of a class",
    """
    class Settings:
        rate = 0.0
    Settings.rate = 0.19
    @op
    def look():
        return Settings.rate
""",
)
case(
    "a new attribute of a class",
    """
    class A:
        pass
    A.k = 4
    @op
    def look():
        return A.k
""",
)
case(
    "a method that is replaced by a function of the file",
    """
    class A:
        def go(self):
            return 1
    def new(self):
        return FACTOR * 3
    FACTOR = 3
    A.go = new
    @op
    def look():
        return A().go()
""",
)
case(
    "a method that is replaced by a lambda",
    """
    class A:
        def go(self):
            return 1
    A.go = lambda self: 9
    @op
    def look():
        return A().go()
""",
)
case(
    "an attribute that is deleted",
    """
    class A:
        k = 1
    del A.k
    @op
    def look():
        return hasattr(A, "k")
""",
)
case(
    "an attribute of a function",
    """
    def price(x):
        return x * price.factor
    price.factor = 3
    @op
    def look():
        return price(2)
""",
)
case(
    "attributes that a decorator sets stay its own",
    """
    def counted(f):
        calls = []
        def inner(*args):
            inner.calls.append(1)
            return f(*args), len(calls)
        inner.calls = calls
        return inner
    @counted
    def g(x):
        return x
    @op
    def look():
        return g(1), g(2)
""",
)
case(
    "an item of a dictionary of a class",
    """
    class Reg:
        items = {}
    Reg.items["a"] = 1
    @op
    def look():
        return sorted(Reg.items)
""",
)
case(
    "an attribute of a module",
    """
    import steps
    steps.LIMIT = 7
    @op
    def look():
        return steps.LIMIT, steps.limit()
    # file: steps.py
    LIMIT = 1
    def limit():
        return LIMIT
""",
)
case(
    "a function of a module replaced by a lambda",
    """
    import steps
    steps.double = lambda x: 3 * x
    @op
    def look():
        return steps.double(2), steps.use(2)
    # file: steps.py
    def double(x):
        return 2 * x
    def use(x):
        return double(x)
""",
)
case(
    "an item of a dictionary of a module",
    """
    from steps import TABLE
    TABLE["k"] = 1
    @op
    def look():
        import steps
        return TABLE, TABLE is steps.TABLE
    # file: steps.py
    TABLE = {}
""",
)
case(
    "a global that a function of a module sets",
    """
    import steps
    steps.configure(7)
    @op
    def look():
        return steps.STATE
    # file: steps.py
    STATE = 0
    def configure(n):
        global STATE
        STATE = n
""",
)
case(
    "a new attribute of a module by setattr",
    """
    import steps
    setattr(steps, "ADDED", 5)
    @op
    def look():
        return steps.ADDED
    # file: steps.py
    LIMIT = 1
""",
)
case(
    "a name that another module had imported before it was changed",
    """
    import steps, other
    steps.LIMIT = 99
    @op
    def look():
        return steps.LIMIT, other.LIMIT
    # file: steps.py
    LIMIT = 1
    # file: other.py
    from steps import LIMIT
""",
)
case(
    "a name of the file that was imported before it was changed",
    """
    import steps
    from steps import LIMIT, double
    steps.LIMIT = 99
    steps.double = None
    @op
    def look():
        return steps.LIMIT, LIMIT, double(2)
    # file: steps.py
    LIMIT = 1
    def double(x):
        return 2 * x
""",
)
case(
    "an attribute of a class of a module",
    """
    from steps import Settings
    Settings.rate = 5
    @op
    def look():
        return Settings.rate
    # file: steps.py
    class Settings:
        rate = 1
""",
)
case(
    "an attribute of a function of a module",
    """
    import steps
    steps.price.factor = 5
    @op
    def look():
        return steps.price(2)
    # file: steps.py
    def price(x):
        return x * price.factor
    price.factor = 1
""",
)
case(
    "an instance in a module that is changed",
    """
    import steps
    steps.CONFIG.rate = 2
    @op
    def look():
        return steps.CONFIG.rate, steps.CONFIG is steps.alias(), isinstance(steps.CONFIG, steps.Config)
    # file: steps.py
    class Config:
        rate = 1
    CONFIG = Config()
    def alias(kept=CONFIG):
        return kept
""",
)
case(
    "a list in a module, appended to by another module",
    """
    import steps, other
    @op
    def look():
        return steps.SEEN, other.SEEN is steps.SEEN
    # file: steps.py
    SEEN = []
    # file: other.py
    from steps import SEEN
    SEEN.append(__name__)
""",
)
case(
    "an inner class",
    """
    class A:
        class Inner:
            x = 1
    A.Inner.x = 2
    @op
    def look():
        return A.Inner.x
""",
)
case(
    "a mutable default that was used before",
    """
    def add(x, seen=[]):
        seen.append(x)
        return len(seen)
    add(1)
    @op
    def look():
        return add(2)
""",
)
case(
    "defaults that are replaced",
    """
    def f(a, b=1, *, c=2):
        return a, b, c
    f.__defaults__ = (10,)
    f.__kwdefaults__ = {"c": 20}
    @op
    def look():
        return f(0)
""",
)
case(
    "a class registered with an abstract one",
    """
    import abc
    class Shape(abc.ABC):
        pass
    class Square:
        pass
    Shape.register(Square)
    @op
    def look():
        return isinstance(Square(), Shape)
""",
)
case(
    "a function registered with a singledispatch by a call",
    """
    import functools
    @functools.singledispatch
    def show(x):
        return "any"
    def show_int(x):
        return "int"
    show.register(int, show_int)
    @op
    def look():
        return show(1), show("a")
""",
)
case(
    "a registry that a decorator fills",
    """
    REGISTRY = {}
    def register(name):
        def inner(f):
            if name in REGISTRY:
                raise ValueError("twice")
            REGISTRY[name] = f
            return f
        return inner
    @register("one")
    def one():
        return 1
    @register("two")
    def two():
        return 2
    @op
    def look():
        return {name: f() for name, f in REGISTRY.items()}, REGISTRY["one"] is one
""",
)
case(
    "a registry that a decorator fills, a list",
    """
    HANDLERS = []
    def handler(f):
        HANDLERS.append(f)
        return f
    @handler
    def one():
        return 1
    @handler
    def two():
        return 2
    @op
    def look():
        return [f() for f in HANDLERS]
""",
)
case(
    "a registry that is an instance of a class",
    """
    class Registry:
        def __init__(self):
            self.items = {}
        def register(self, f):
            self.items[f.__name__] = f
            return f
    registry = Registry()
    @registry.register
    def one():
        return 1
    @op
    def look():
        return [(name, f()) for name, f in registry.items.items()], registry.items["one"] is one
""",
)
case(
    "a registry that __init_subclass__ fills",
    """
    KNOWN = {}
    class Colour:
        def __init_subclass__(cls, **keywords):
            super().__init_subclass__(**keywords)
            KNOWN[cls.__name__] = cls
    class Red(Colour):
        def number(self):
            return 1
    class Blue(Colour):
        def number(self):
            return 2
    @op
    def look():
        return [*sorted(KNOWN), KNOWN["Red"]().number(), KNOWN["Red"] is Red]
""",
)
case(
    "a registry of a metaclass",
    """
    class Meta(type):
        registry = []
        def __init__(cls, name, bases, body):
            super().__init__(name, bases, body)
            Meta.registry.append(cls)
    class A(metaclass=Meta): pass
    class B(A): pass
    class C(A): pass
    @op
    def look():
        return [kind.__name__ for kind in Meta.registry], Meta.registry[0] is A
""",
)
case(
    "a registry of its own class",
    """
    class Base:
        known = {}
        def __init_subclass__(cls):
            Base.known[cls.__name__] = cls
    class A(Base): pass
    class B(Base): pass
    @op
    def look():
        return {name: kind.__mro__[1].__name__ for name, kind in Base.known.items()}
""",
)
case(
    "a registry filled by descriptors",
    """
    FIELDS = []
    class Field:
        def __set_name__(self, owner, name):
            FIELDS.append((owner.__name__, name))
    class Row:
        a = Field()
        b = Field()
    @op
    def look():
        return Row.__name__, FIELDS
""",
)
case(
    "a registry of class decorators",
    """
    TYPES = {}
    def known(cls):
        TYPES[cls.__name__] = cls
        return cls
    @known
    class A:
        x = 1
    @known
    class B(A):
        y = 2
    @op
    def look():
        return sorted(TYPES), TYPES["B"].x, TYPES["A"] is A
""",
)
case(
    "a registry of names alone",
    """
    NAMES = []
    def noted(f):
        assert f.__name__ not in NAMES
        NAMES.append(f.__name__)
        return f
    @noted
    def one():
        return 1
    @noted
    def two():
        return 2
    @op
    def look():
        return NAMES, one()
""",
)
case(
    "a registry in a module, filled by the file",
    """
    from registry import HANDLERS, register
    @register("a")
    def first():
        return 1
    @register("b")
    def second():
        return 2
    @op
    def look():
        return {name: f() for name, f in HANDLERS.items()}, HANDLERS["a"] is first
    # file: registry.py
    HANDLERS = {}
    def register(name):
        def inner(f):
            assert name not in HANDLERS
            HANDLERS[name] = f
            return f
        return inner
""",
)
case(
    "a registry in a module, filled by other modules",
    """
    import registry, plugin_a, plugin_b
    @op
    def look():
        return sorted(registry.HANDLERS), registry.call("a")
    # file: registry.py
    HANDLERS = {}
    def register(f):
        HANDLERS[f.__name__] = f
        return f
    def call(name):
        return HANDLERS[name]()
    # file: plugin_a.py
    from registry import register
    @register
    def a():
        return "a"
    # file: plugin_b.py
    from registry import register
    @register
    def b():
        return "b"
""",
)
case(
    "a counter that definitions move",
    """
    class Counter:
        made = 0
        def __init_subclass__(cls):
            Counter.made += 1
    class A(Counter): pass
    class B(Counter): pass
    @op
    def look():
        return Counter.made, A.__name__, B.__name__
""",
)
case(
    "a table of classes after the classes",
    """
    class Base:
        def other(self):
            return TABLE["sub"]
    class Sub(Base):
        pass
    TABLE = {"sub": Sub}
    @op
    def look():
        return Sub().other() is Sub
""",
)
case(
    "a function that a base class calls is defined below",
    """
    class Base:
        def run(self):
            return later(self)
    class Sub(Base):
        pass
    def later(x):
        return type(x).__name__, isinstance(x, Sub)
    @op
    def look():
        return Sub().run()
""",
)
case(
    "classes that name each other",
    """
    class A:
        def b(self):
            return B()
    class B(A):
        def a(self):
            return A()
    @op
    def look():
        return type(B().a()).__name__, type(A().b()).__name__
""",
)
case(
    "a class patched with a class that derives from it",
    """
    class A:
        pass
    class B(A):
        pass
    A.default = B
    @op
    def look():
        return A.default is B, A().default().__class__.__name__
""",
)
case(
    "a class that reads what was set on another one",
    """
    class A:
        pass
    A.k = 4
    class B:
        x = A.k
    @op
    def look():
        return B.x, A.k
""",
)
case(
    "an enum that is given an attribute",
    """
    import enum
    class Colour(enum.Enum):
        RED = 1
    Colour.RED.shade = "dark"
    Colour.best = staticmethod(lambda: Colour.RED)
    @op
    def look():
        return Colour.best() is Colour.RED, Colour.RED.shade
""",
)
case(
    "a dataclass that is made by a call",
    """
    import dataclasses
    class Point:
        x: int = 1
    Point = dataclasses.dataclass(Point)
    @op
    def look():
        return Point(2), Point(2) == Point(2)
""",
)
case(
    "values that are set once an operator was called",
    """
    class A:
        k = 1
    @op
    def look():
        return A.k
    look2 = look()
    A.k = 1
""",
)
case(
    "state through a method of the class",
    """
    class Config:
        values = {}
        @classmethod
        def set(cls, **more):
            cls.values.update(more)
            cls.count = len(cls.values)
    Config.set(a=1, b=2)
    @op
    def look():
        return Config.values, Config.count
""",
)
case(
    "a class of the file that the top level gave a path of the folder",
    """
    import os
    class Settings:
        root = None
    Settings.root = os.path.dirname(os.path.abspath(__file__))
    @op
    def look():
        import os
        return os.path.isabs(Settings.root), os.path.realpath(Settings.root) == os.path.realpath(os.getcwd())
""",
)
case(
    "an open connection set on a class",
    """
    import sqlite3
    class Settings:
        db = None
    Settings.db = sqlite3.connect(":memory:")  # says state-not-shipped
    @op
    def look():
        return Settings.db is None
""",
)
case(
    "levels of loggers",
    """
    import logging
    logging.basicConfig(level=logging.DEBUG)
    logging.getLogger("a.b").setLevel(logging.ERROR)
    @op
    def look():
        return logging.getLogger().level, logging.getLogger("a.b").level
""",
)
case(
    "levels that a module sets",
    """
    import setup_logging
    @op
    def look():
        import logging
        return logging.getLogger("noisy").level
    # file: setup_logging.py
    import logging.config
    logging.config.dictConfig({"version": 1, "loggers": {"noisy": {"level": "ERROR"}}})
""",
)
case(
    "a memo of a function that calls made",
    """
    def slow(x):
        if x not in slow.memo:
            slow.memo[x] = x * 2
        return slow.memo[x]
    slow.memo = {}
    slow(3)
    @op
    def look():
        return slow.memo, slow(4)
""",
)
case(
    "a class attribute that shares its list with a global",
    """
    SHARED = []
    class A:
        items = SHARED
    A.items.append(1)
    @op
    def look():
        return A.items, SHARED
""",
)
case(
    "the operator itself has an attribute",
    """
    @op
    def look():
        return look.version
    look.version = 3
""",
)
case(
    "properties and static methods set later",
    """
    class A:
        def __init__(self):
            self.x = 2
    A.double = property(lambda self: self.x * 2)
    A.make = classmethod(lambda cls: cls())
    A.name = staticmethod(lambda: "A")
    A.__repr__ = lambda self: "<A>"
    @op
    def look():
        return A().double, A.make().x, A.name(), repr(A())
""",
)
case(
    "a package's submodule that is changed",
    """
    import pkg.settings as settings
    settings.LIMIT = 3
    @op
    def look():
        from pkg import settings
        return settings.LIMIT
    # file: pkg/__init__.py
    # file: pkg/settings.py
    LIMIT = 1
""",
)
case(
    "a module's dictionary of classes that holds the file's class",
    """
    import plugins
    class Mine(plugins.Base):
        def run(self):
            return "mine"
    @op
    def look():
        return sorted(plugins.Base.known), plugins.Base.known["Mine"]().run(), plugins.Base.known["Mine"] is Mine
    # file: plugins.py
    class Base:
        known = {}
        def __init_subclass__(cls):
            Base.known[cls.__name__] = cls
    class Own(Base):
        pass
""",
)
case(
    "a function that is wrapped in its own place",
    """
    import functools
    import steps
    def twice(f):
        @functools.wraps(f)
        def inner(*args):
            return 2 * f(*args)
        return inner
    class A:
        def go(self):
            return 5
    def plain(x):
        return x
    steps.double = twice(steps.double)
    steps.Settings.rate = twice(steps.Settings.rate)
    A.go = twice(A.go)
    A.name = staticmethod(twice(plain))
    @op
    def look():
        return steps.double(1), steps.Settings().rate(), A().go(), A.name(4), steps.use(1)
    # file: steps.py
    def double(x):
        return 2 * x
    def use(x):
        return double(x) + double(x)
    class Settings:
        def rate(self):
            return 7
""",
)
case(
    "a cache that is put on a function of a module",
    """
    import functools
    import steps
    steps.slow = functools.lru_cache(maxsize=None)(steps.slow)
    @op
    def look():
        return steps.slow(1), steps.slow(1), steps.slow.cache_info().hits
    # file: steps.py
    def slow(x):
        return x
""",
)
case(
    "a value that a decorator reads and that is changed later",
    """
    size = 3
    def sized(f):
        f.size = size
        return f
    @sized
    def g():
        return size
    size = 4
    @op
    def look():
        return g.size, g()
""",
)
case(
    "a class of a module that is replaced",
    """
    import steps
    class Fake(steps.Client):
        def get(self):
            return "fake"
    steps.Client = Fake
    @op
    def look():
        return steps.fetch(), steps.Client is Fake
    # file: steps.py
    class Client:
        def get(self):
            return "real"
    def fetch():
        return Client().get()
""",
)
case(
    "state that an operator downstream needs",
    """
    class Row:
        unit = "kg"
    Row.unit = "g"
    @op
    def make():
        return Row()
    @op
    def shown(row):
        return row.unit
    @op
    def look():
        return Row().unit
    shown(make())
""",
)
case(
    "a module that is changed by a module",
    """
    import patches
    import steps
    @op
    def look():
        return steps.run(), patches.__name__
    # file: steps.py
    def run():
        return "plain"
    # file: patches.py
    import steps
    def run():
        return "patched"
    steps.run = run
""",
)
case(
    "a module that only an operator imports, changed before",
    """
    import steps
    steps.LIMIT = 5
    @op
    def look():
        import inner
        return inner.limit()
    # file: steps.py
    LIMIT = 1
    # file: inner.py
    import steps
    def limit():
        return steps.LIMIT
""",
)
case(
    "a nested dictionary",
    """
    class Config:
        tree = {"a": {"b": [1]}}
    Config.tree["a"]["b"].append(2)
    @op
    def look():
        return Config.tree
""",
)
case(
    "a set, a deque, a counter and a default dictionary of a module",
    """
    import collections
    import steps
    steps.SEEN.add(1)
    steps.LAST.append(2)
    steps.COUNT["x"] += 1
    steps.GROUPS["g"].append(1)
    @op
    def look():
        return steps.SEEN, steps.LAST, steps.COUNT, dict(steps.GROUPS), type(steps.GROUPS).__name__, steps.sizes()
    # file: steps.py
    import collections
    SEEN = set()
    LAST = collections.deque(maxlen=3)
    COUNT = collections.Counter()
    GROUPS = collections.defaultdict(list)
    def sizes(all=(SEEN, LAST, COUNT, GROUPS)):
        return [len(each) for each in all]
""",
)
case(
    "a numpy array of a module that is changed in place",
    """
    import steps
    steps.WEIGHTS[0] = 5
    @op
    def look():
        return steps.WEIGHTS.tolist()
    # file: steps.py
    import numpy as np
    WEIGHTS = np.zeros(3)
""",
)
case(
    "a table of a module that is changed in place",
    """
    import steps
    steps.FRAME["b"] = 5
    @op
    def look():
        return list(steps.FRAME.columns)
    # file: steps.py
    import pandas as pd
    FRAME = pd.DataFrame({"a": [1]})
""",
)
case(
    "an attribute that is an artifact is no state",
    """
    @op
    def first():
        return 1
    class Flow:
        pass
    Flow.first = first()
    Flow.k = 2
    @op
    def look():
        return Flow.k
""",
)
case(
    "an inherited attribute that a subclass was given",
    """
    class A:
        k = 1
    class B(A):
        pass
    B.k = 2
    @op
    def look():
        return A.k, B.k
""",
)
case(
    "type hints and a docstring that are changed",
    """
    def f():
        "old"
    f.__doc__ = "new"
    f.__name__ = "g"
    @op
    def look():
        return f.__doc__, f.__name__
""",
)
case(
    "a function whose code is replaced",
    """
    def f():
        return 1
    def g():
        return 2
    f.__code__ = g.__code__
    @op
    def look():
        return f()
""",
)
case(
    "tables that SQLAlchemy's declarations add to their schema",
    """
    from sqlalchemy import Column, Integer, String, create_engine
    from sqlalchemy.orm import DeclarativeBase, Session, relationship
    from sqlalchemy import ForeignKey, select
    class Base(DeclarativeBase):
        pass
    class User(Base):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)
        name = Column(String)
        pets = relationship("Pet", back_populates="owner")
    class Pet(Base):
        __tablename__ = "pet"
        id = Column(Integer, primary_key=True)
        owner_id = Column(ForeignKey("user.id"))
        owner = relationship("User", back_populates="pets")
    u = User(name="x")
    @op
    def look():
        e = create_engine("sqlite://")
        Base.metadata.create_all(e)
        with Session(e) as s:
            s.add(User(name="a", pets=[Pet()]))
            s.commit()
            return len(s.scalars(select(User)).one().pets), sorted(Base.metadata.tables)
""",
)
case(
    "commands that a group object notes",
    """
    COMMANDS = {}
    class Group:
        def __init__(self):
            self.commands = {}
        def command(self, name=None):
            def deco(f):
                self.commands[name or f.__name__] = f
                return f
            return deco
    cli = Group()
    @cli.command()
    def a():
        return 1
    @cli.command("bb")
    def b():
        return cli.commands["a"]() + 1
    @op
    def look():
        return sorted(cli.commands), b(), cli.commands["a"] is a
""",
)
case(
    "a module that is reloaded",
    """
    import importlib
    import steps
    steps.LIMIT = 9
    importlib.reload(steps)
    @op
    def look():
        return steps.LIMIT
    # file: steps.py
    LIMIT = 1
""",
)
case(
    "a patch that is started",
    """
    from unittest import mock
    import steps
    patcher = mock.patch.object(steps, "fetch", return_value=7)
    patcher.start()
    @op
    def look():
        return steps.use()
    # file: steps.py
    def fetch():
        return 1
    def use():
        return fetch()
""",
)
case(
    "an instance in a module that the file's decorators fill, by functions of one name",
    """
    from helper import reg
    import helper
    @reg.register("a")
    def _(x):
        return x + 1
    @reg.register("b")
    def _(x):
        return later(x) * 10
    def later(x):
        return x
    @op
    def look():
        return [helper.call("a", 1), helper.call("b", 1), sorted(reg.functions)]
    # file: helper.py
    class Registry:
        def __init__(self):
            self.functions = {}
        def register(self, name):
            def decorate(function):
                self.functions[name] = function
                return function
            return decorate
    reg = Registry()
    def call(name, x):
        return reg.functions[name](x)
""",
)
case(
    "functions of the file, registered with a singledispatch of a module",
    """
    import helper
    from helper import show
    @show.register(int)
    def _(x):
        return "int"
    @helper.show.register(str)
    def of_text(x):
        return "text" + mark()
    def mark():
        return "!"
    @op
    def look():
        return [helper.show(3), show("x"), helper.show(None)]
    # file: helper.py
    import functools
    @functools.singledispatch
    def show(x):
        return "any"
""",
)
case(
    "methods registered with a singledispatchmethod, of a module and of the file",
    """
    import functools
    from helper import Theirs
    class Ours:
        @functools.singledispatchmethod
        def go(self, x):
            return "any"
    @Theirs.go.register(int)
    def _(self, x):
        return "int"
    @Ours.go.register(int)
    def _(self, x):
        return "number"
    @op
    def look():
        return [Theirs().go(3), Theirs().go("x"), Ours().go(3), Ours().go("x")]
    # file: helper.py
    import functools
    class Theirs:
        @functools.singledispatchmethod
        def go(self, x):
            return "any"
""",
)
case(
    "objects of a module that are more than their attributes are changed in their place",
    """
    import helper
    from helper import array, attributes, keeps, mine, row, slots, table
    slots.a = 5
    keeps.x = 6
    array[1] = 7
    table.loc[0, "a"] = 8
    table["b"] = 9
    row.iloc[1] = 10
    mine["b"] = 11
    mine.extra = 12
    attributes.new = 13
    @op
    def look():
        same = [slots is helper.slots, array is helper.array, table is helper.table, keeps is helper.keeps]
        return [slots.a, keeps.x, array.tolist(), table.to_dict("list"), row.tolist(), mine, mine.extra, attributes, *same, helper.read()]
    # file: helper.py
    import numpy
    import pandas
    class Slots:
        __slots__ = ("a",)
    class Keeps:
        def __getstate__(self):
            return {"x": self.x}
        def __setstate__(self, state):
            self.__dict__.update(state)
    class Mine(dict):
        pass
    class Attributes(dict):
        def __init__(self):
            self.__dict__ = self
    slots, keeps, mine, attributes = Slots(), Keeps(), Mine(a=1), Attributes()
    slots.a = keeps.x = 1
    array = numpy.zeros(3)
    table = pandas.DataFrame({"a": [1, 2]})
    row = pandas.Series([1, 2])
    def read():
        return [slots.a, keeps.x, array.tolist(), table.to_dict("list"), row.tolist(), mine, attributes]
""",
)
