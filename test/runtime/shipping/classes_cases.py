# ruff: noqa: E501 - a table, whose entries are read better on one line
"""Classes of the file and of its modules: what they are made of, and instances of them as globals."""

CASES: dict[str, str] = {
    "a dataclass with a factory, a field without init and one that is hidden": """
    import dataclasses
    @dataclasses.dataclass
    class Row:
        name: str
        tags: list = dataclasses.field(default_factory=list)
        size: int = dataclasses.field(init=False)
        secret: str = dataclasses.field(default="x", repr=False, compare=False)
        def __post_init__(self):
            self.size = len(self.name)
    row = Row("abc", ["t"], secret="y")
    @op
    def look():
        return row, row == Row("abc", ["t"]), row.secret, dataclasses.asdict(row), dataclasses.replace(row, name="z"), type(row) is Row
""",
    "a class whose annotations name itself": """
    from __future__ import annotations
    import dataclasses
    @dataclasses.dataclass
    class Branch:
        size: int
        branches: list[Branch] = dataclasses.field(default_factory=list)
        def total(self, more: Branch | None = None) -> int:
            return self.size + sum(each.total() for each in self.branches)
    branch = Branch(1, [Branch(2)])
    @op
    def look():
        return branch.total(), branch == Branch(1, [Branch(2)])
""",
    "a frozen dataclass as the key of a dictionary": """
    import dataclasses
    @dataclasses.dataclass(frozen=True, order=True)
    class Key:
        a: int
        b: str = "b"
    table = {Key(1): "one", Key(2): "two"}
    @op
    def look():
        return table[Key(1)], sorted(table), hash(Key(1)) == hash(next(iter(table)))
""",
    "a dataclass with slots": """
    import dataclasses
    @dataclasses.dataclass(slots=True, kw_only=True)
    class Point:
        x: int
        y: int = 0
    point = Point(x=1)
    @op
    def look():
        return point, point == Point(x=1), hasattr(point, "__dict__")
""",
    "dataclasses that inherit, with a class variable and an InitVar": """
    from dataclasses import dataclass, field, InitVar, fields
    from typing import ClassVar
    UNITS = {"kg": 1000}
    @dataclass
    class Base:
        unit: ClassVar[str] = "kg"
        scale: InitVar[int] = 2
        mass: float = 1.0
        def __post_init__(self, scale):
            self.mass *= scale * UNITS[self.unit]
    @dataclass
    class Special(Base):
        extra: list = field(default_factory=lambda: [UNITS])
    thing = Special(3)
    @op
    def look():
        return thing, [each.name for each in fields(thing)], Special(1).mass
""",
    "a dataclass made by make_dataclass": """
    import dataclasses
    Row = dataclasses.make_dataclass("Row", [("x", int), ("y", int, 5)])
    row = Row(1)
    @op
    def look():
        return row, row == Row(1), Row(2).y, isinstance(row, Row)
""",
    "members of enumerations in containers": """
    import enum
    class Colour(enum.Enum):
        RED = 1
        BLUE = 2
        CRIMSON = 1
        @property
        def nice(self):
            return NAMES[self]
    NAMES = {Colour.RED: "rot", Colour.BLUE: "blau"}
    favourites = [Colour.BLUE, (Colour.CRIMSON,)]
    @op
    def look():
        return favourites[0] is Colour.BLUE, favourites[1][0] is Colour.RED, Colour.RED.nice, list(Colour), Colour["CRIMSON"], NAMES
""",
    "flags, and combinations of them that have no name": """
    import enum
    class Right(enum.Flag):
        READ = enum.auto()
        WRITE = enum.auto()
        RUN = enum.auto()
    class Bits(enum.IntFlag):
        A = 1
        B = 4
    mine = Right.READ | Right.RUN
    bits = Bits.A | Bits.B
    none = Right(0)
    @op
    def look():
        return mine, Right.WRITE in mine, mine == (Right.RUN | Right.READ), mine is (Right.RUN | Right.READ), bits, bits == 5, none, bool(none)
""",
    "enumerations of text, by functions, with a hook for missing values": """
    import enum
    class Level(str, enum.Enum):
        LOW = "low"
        HIGH = "high"
        def _generate_next_value_(name, start, count, last):
            return name.lower()
        @classmethod
        def _missing_(cls, value):
            return cls.LOW
    Made = enum.Enum("Made", "ONE TWO")
    Auto = enum.IntEnum("Auto", {"X": 1, "Y": 2})
    kept = {"level": Level.HIGH, "made": Made.TWO, "auto": Auto.Y}
    @op
    def look():
        return kept["level"] is Level("high"), Level("unknown"), kept["made"] is Made.TWO, kept["auto"] is Auto.Y, Auto.Y + 1, f"{Level.HIGH.value}"
""",
    "named tuples of both kinds": """
    import collections
    import typing
    Point = collections.namedtuple("Point", "x y", defaults=[5])
    class Line(typing.NamedTuple):
        a: Point
        b: Point = Point(0, 0)
        def length(self):
            return abs(self.b.x - self.a.x) * FACTOR
    FACTOR = 3
    line = Line(Point(2))
    @op
    def look():
        return line, line.length(), type(line) is Line, isinstance(line.a, Point), line._replace(b=Point(1)), Point._field_defaults
""",
    "a named tuple whose name is not that of its variable": """
    from collections import namedtuple
    Pair = namedtuple("Couple", ["left", "right"])
    pair = Pair(1, 2)
    @op
    def look():
        return pair, type(pair) is Pair, isinstance(pair, Pair), Pair(3, 4)
""",
    "typed dictionaries and protocols": """
    from typing import Protocol, TypedDict, runtime_checkable, get_type_hints
    class Row(TypedDict, total=False):
        name: str
        size: int
    @runtime_checkable
    class Sized2(Protocol):
        def size(self) -> int: ...
    class Box:
        def size(self) -> int:
            return 4
    row: Row = {"name": "a"}
    @op
    def look():
        return row, isinstance(Box(), Sized2), isinstance(3, Sized2), sorted(get_type_hints(Row)), Row.__total__
""",
    "abstract classes with properties, and an implementation": """
    import abc
    class Shape(abc.ABC):
        @property
        @abc.abstractmethod
        def area(self): ...
        @classmethod
        def unit(cls):
            return cls(1)
    class Square(Shape):
        def __init__(self, side):
            self.side = side
        @property
        def area(self):
            return self.side ** 2
    shapes = [Square(2), Square(3)]
    @op
    def look():
        try:
            Shape()
        except TypeError:
            refused = True
        return [each.area for each in shapes], Square.unit().area, refused, isinstance(shapes[0], Shape)
""",
    "slots over two classes, and one with __getstate__": """
    class Base:
        __slots__ = ("a", "__weakref__")
        def __init__(self, a):
            self.a = a
    class Sub(Base):
        __slots__ = ("b",)
        def __init__(self, a, b):
            super().__init__(a)
            self.b = b
    class Careful:
        def __init__(self, x):
            self.x, self.cache = x, object()
        def __getstate__(self):
            return {"x": self.x}
        def __setstate__(self, state):
            self.__dict__.update(state, cache=None)
    subs, careful = [Sub(1, 2)], Careful([1])
    @op
    def look():
        return subs[0].a, subs[0].b, type(subs[0]) is Sub, careful.x, careful.cache is None or type(careful.cache) is object
""",
    "a class with __reduce__ that names a function of the file": """
    def build(values):
        thing = Thing()
        thing.values = list(values) + [LAST]
        return thing
    LAST = 9
    class Thing:
        def __init__(self):
            self.values = []
        def __reduce__(self):
            return build, (self.values[:-1],)
    thing = build([1, 2])
    @op
    def look():
        return thing.values, type(thing) is Thing
""",
    "descriptors with a name, and data of each instance": """
    class Positive:
        def __set_name__(self, owner, name):
            self.name = "_" + name
            self.owner = owner
        def __get__(self, instance, owner=None):
            return self if instance is None else getattr(instance, self.name, 0)
        def __set__(self, instance, value):
            if value < LIMIT:
                raise ValueError(self.name)
            setattr(instance, self.name, value)
    LIMIT = 0
    class Account:
        balance = Positive()
    account = Account()
    account.balance = 5
    @op
    def look():
        try:
            account.balance = -1
        except ValueError as error:
            return account.balance, str(error), Account.balance.owner is Account
""",
    "a metaclass that adds methods and checks names": """
    class Meta(type):
        def __new__(mcls, name, bases, body, prefix="x"):
            body["label"] = prefix + name
            return super().__new__(mcls, name, bases, body)
        def __init__(cls, name, bases, body, prefix="x"):
            super().__init__(name, bases, body)
        def __call__(cls, *args):
            made = super().__call__(*args)
            made.stamp = STAMP
            return made
        def __len__(cls):
            return 7
        @classmethod
        def __prepare__(mcls, name, bases, **keywords):
            return {"prepared": True}
    STAMP = "s"
    class Thing(metaclass=Meta, prefix="y"):
        pass
    thing = Thing()
    @op
    def look():
        return Thing.label, len(Thing), thing.stamp, Thing().stamp, Thing.prepared, type(Thing) is Meta, isinstance(thing, Thing)
""",
    "a metaclass that makes one instance": """
    class Singleton(type):
        instances = {}
        def __call__(cls, *args):
            if cls not in cls.instances:
                cls.instances[cls] = super().__call__(*args)
            return cls.instances[cls]
    class Config(metaclass=Singleton):
        def __init__(self, n=1):
            self.n = n
    config = Config(5)
    @op
    def look():
        return Config().n, Config() is config, config.n
""",
    "a singleton by __new__": """
    class Only:
        _instance = None
        def __new__(cls):
            if cls._instance is None:
                cls._instance = super().__new__(cls)
                cls._instance.n = 0
            return cls._instance
    only = Only()
    only.n = 8
    @op
    def look():
        return Only().n, Only() is only
""",
    "generic classes and type variables": """
    from typing import Generic, TypeVar, Union, Optional
    T = TypeVar("T", bound="Base")
    class Base:
        pass
    class Box(Generic[T]):
        def __init__(self, item: T):
            self.item = item
        def __class_getitem__(cls, item):
            return super().__class_getitem__(item)
    IntBox = Box[int]
    class Special(Box[Base]):
        pass
    special = Special(Base())
    Alias = Union[Base, Optional[int]]
    @op
    def look():
        return isinstance(special.item, Base), IntBox(3).item, Special.__orig_bases__[0].__args__[0] is Base, str(Alias).count("Base")
""",
    "a class getitem that keeps what it makes": """
    class Array:
        made = {}
        def __class_getitem__(cls, size):
            if size not in cls.made:
                cls.made[size] = type(f"Array{size}", (cls,), {"size": size})
            return cls.made[size]
    Three = Array[3]
    @op
    def look():
        return Three.size, Array[3] is Three, sorted(Array.made), issubclass(Three, Array)
""",
    "operators that are overloaded, with total_ordering": """
    import functools
    @functools.total_ordering
    class Version:
        def __init__(self, text):
            self.parts = tuple(map(int, text.split(".")))
        def __eq__(self, other):
            return self.parts == other.parts
        def __lt__(self, other):
            return self.parts < other.parts
        def __hash__(self):
            return hash(self.parts)
        def __repr__(self):
            return "v" + ".".join(map(str, self.parts))
    versions = {Version("1.2"): "a", Version("1.10"): "b"}
    @op
    def look():
        return max(versions), versions[Version("1.2")], Version("1.2") <= Version("1.3")
""",
    "nested classes and instances of them": """
    class Outer:
        class Inner:
            class Deep:
                n = 1
                def up(self):
                    return Outer.factor * self.n
        factor = 5
    deep = Outer.Inner.Deep()
    kinds = [Outer.Inner, Outer.Inner.Deep]
    @op
    def look():
        return deep.up(), type(deep) is Outer.Inner.Deep, kinds[1] is Outer.Inner.Deep, deep.__class__.__qualname__
""",
    "a class made in a function, and its instances": """
    def make(n):
        class Local:
            size = n
            def __eq__(self, other):
                return type(self) is type(other)
            def show(self):
                return super().__init__() or self.size * SCALE
        return Local
    SCALE = 2
    Three = make(3)
    items = [Three(), Three()]
    @op
    def look():
        return [each.show() for each in items], items[0] == Three(), type(items[0]) is Three, isinstance(items[1], Three)
""",
    "classes made by type() and in a loop": """
    class Base:
        def name(self):
            return type(self).__name__
    KINDS = {}
    for letter in "ab":
        KINDS[letter] = type("Kind" + letter.upper(), (Base,), {"letter": letter})
    Direct = type("Direct", (Base,), {"f": lambda self: self.name() * 2})
    @op
    def look():
        return [KINDS[key]().name() for key in KINDS], KINDS["a"].letter, Direct().f(), issubclass(KINDS["b"], Base)
""",
    "multiple inheritance with cooperating methods": """
    class Root:
        def steps(self):
            return ["root"]
    class Left(Root):
        def steps(self):
            return ["left", *super().steps()]
    class Right(Root):
        def steps(self):
            return ["right", *super().steps()]
    class Both(Left, Right):
        def steps(self):
            return ["both", *super().steps()]
    both = Both()
    @op
    def look():
        return both.steps(), [each.__name__ for each in Both.__mro__]
""",
    "exceptions of the file, with values": """
    class Bad(Exception):
        def __init__(self, code, *, where="?"):
            super().__init__(f"{code} at {where}")
            self.code, self.where = code, where
        def __reduce__(self):
            return _bad, (self.code, self.where)
    def _bad(code, where):
        return Bad(code, where=where)
    known = {"first": Bad(3, where="here")}
    RETRY = (Bad, KeyError)
    @op
    def look():
        try:
            raise known["first"]
        except RETRY as error:
            return str(error), error.code, type(error) is Bad, Bad in RETRY
""",
    "classes that act as dictionaries, lists and numbers": """
    class Attr(dict):
        __getattr__ = dict.__getitem__
        __setattr__ = dict.__setitem__
    class Names(list):
        def first(self):
            return self[0]
    class Money(int):
        def __new__(cls, value, currency="EUR"):
            made = super().__new__(cls, value)
            made.currency = currency
            return made
        def __getnewargs__(self):
            return int(self), self.currency
    config = Attr(a=1, b=Attr(c=2))
    names = Names(["x", "y"])
    names.note = "n"
    money = Money(5, "CHF")
    @op
    def look():
        return config.b.c, type(config) is Attr, names.first(), names.note, money + 1, money.currency, type(money) is Money
""",
    "a class with __getattr__ that answers everything": """
    class Anything:
        def __init__(self):
            self.known = {"a": 1}
        def __getattr__(self, name):
            if name == "known":
                raise AttributeError(name)
            return self.known.get(name, name + "!")
    anything = Anything()
    @op
    def look():
        return anything.a, anything.other
""",
    "private names and class methods that make instances": """
    class Account:
        __count = 0
        def __init__(self, n):
            self.__n = n
            Account.__count += 1
        @classmethod
        def of(cls, n):
            return cls(n)
        @staticmethod
        def count():
            return Account.__count
        def n(self):
            return self.__n
    one = Account.of(4)
    two = Account(5)
    @op
    def look():
        return one.n(), two.n(), Account.count()
""",
    "a cached property that was read, and one that was not": """
    import functools
    class Model:
        def __init__(self, n):
            self.n = n
            self.reads = 0
        @functools.cached_property
        def total(self):
            self.reads += 1
            return self.n * 2
    warm, cold = Model(3), Model(4)
    warm.total
    @op
    def look():
        return warm.total, warm.reads, cold.total, cold.reads
""",
    "bound methods and classes in containers": """
    class Steps:
        def __init__(self, n):
            self.n = n
        def add(self, x):
            return x + self.n
        @classmethod
        def twice(cls, x):
            return 2 * x
        @staticmethod
        def square(x):
            return x * x
    steps = Steps(3)
    chain = [steps.add, Steps.twice, Steps.square, str.upper, [1, 2].count]
    @op
    def look():
        return chain[0](1), chain[1](2), chain[2](3), chain[3]("a"), chain[4](2), chain[0].__self__ is steps
""",
    "objects that hold each other": """
    class Node:
        def __init__(self, name):
            self.name, self.parent, self.children = name, None, []
        def add(self, child):
            child.parent = self
            self.children.append(child)
            return child
    root = Node("root")
    leaf = root.add(Node("leaf"))
    loop = [1]
    loop.append(loop)
    @op
    def look():
        return leaf.parent is root, root.children[0] is leaf, leaf.parent.children[0].name, loop[1] is loop
""",
    "a class with a hash by identity in a set": """
    class Tag:
        def __init__(self, name):
            self.name = name
    tags = {Tag("a"), Tag("b")}
    by_tag = {each: each.name for each in tags}
    @op
    def look():
        return sorted(each.name for each in tags), all(by_tag[each] == each.name for each in tags), len(tags & set(by_tag))
""",
    "an attribute of a class that is a function or a partial": """
    import functools
    import operator
    def plain(x, y=1):
        return x, y
    class Table:
        one = staticmethod(plain)
        half = functools.partial(plain, y=5)
        method = functools.partialmethod(lambda self, a, b: (a, b), b=9)
        get = operator.itemgetter(1)
        upper = str.upper
    @op
    def look():
        return Table.one(1), Table.half(2), Table().method(3), Table.get([1, 2]), Table.upper("a")
""",
    "context managers and iterators as classes": """
    class Opened:
        log = []
        def __enter__(self):
            self.log.append("in")
            return self
        def __exit__(self, *about):
            self.log.append("out")
            return True
    class Count:
        def __init__(self, n):
            self.n = n
        def __iter__(self):
            yield from range(self.n)
    count = Count(3)
    @op
    def look():
        with Opened() as opened:
            raise ValueError
        return list(count), Opened.log, [*count]
""",
}
