# ruff: noqa: E501 - a table, whose entries are read better on one line
"""Registries, plug-ins and patches as frameworks have them."""

CASES: dict[str, str] = {
    "a command line with groups of commands": """
    class Command:
        def __init__(self, f, name):
            self.f, self.name, self.options = f, name, list(getattr(f, "_options", []))
        def invoke(self, *args):
            return self.f(*args)
    class Group(Command):
        def __init__(self, f, name):
            super().__init__(f, name)
            self.commands = {}
        def command(self, name=None):
            def inner(f):
                made = Command(f, name or f.__name__)
                self.commands[made.name] = made
                return made
            return inner
    def group(f):
        return Group(f, f.__name__)
    def option(name):
        def inner(f):
            f._options = [*getattr(f, "_options", []), name]
            return f
        return inner
    @group
    def cli():
        return "cli"
    @cli.command()
    @option("--a")
    @option("--b")
    def add(x):
        return x + 1
    @cli.command("times")
    def _times(x):
        return x * RATE
    RATE = 4
    @op
    def look():
        return sorted(cli.commands), cli.commands["add"].invoke(1), cli.commands["times"].invoke(2), cli.commands["add"].options, cli.commands["add"] is add
""",
    "routes of a web application": """
    class App:
        def __init__(self):
            self.routes, self.before = [], []
        def route(self, path, **options):
            def inner(f):
                self.routes.append((path, f, options))
                return f
            return inner
        def before_request(self, f):
            self.before.append(f)
            return f
        def handle(self, path):
            return [f() for f in self.before], [f() for p, f, _ in self.routes if p == path]
    app = App()
    @app.route("/")
    def index():
        return "index"
    @app.before_request
    def check():
        return USER
    @app.route("/a", methods=["GET"])
    @app.route("/b")
    def both():
        return "both"
    USER = "u"
    @op
    def look():
        return app.handle("/"), app.handle("/b"), len(app.routes)
""",
    "declarative models with fields and a registry of tables": """
    import itertools
    class Column:
        made = itertools.count()
        def __init__(self, kind, default=None):
            self.kind, self.default, self.order = kind, default, next(Column.made)
        def __set_name__(self, owner, name):
            self.name = name
    class Meta(type):
        def __new__(mcls, name, bases, body, **options):
            made = super().__new__(mcls, name, bases, body)
            inherited = {k: v for base in bases for k, v in getattr(base, "columns", {}).items()}
            made.columns = {**inherited, **{k: v for k, v in body.items() if isinstance(v, Column)}}
            if bases:
                made.registry[options.get("table", name.lower())] = made
            return made
        def __init__(cls, name, bases, body, **options):
            super().__init__(name, bases, body)
    class Model(metaclass=Meta):
        registry = {}
        id = Column(int)
        def __init__(self, **values):
            for name, column in self.columns.items():
                setattr(self, name, values.get(name, column.default))
    class User(Model, table="users"):
        name = Column(str, "nobody")
        friends = Column(list)
    class Post(Model):
        title = Column(str, "t")
        owner = Column(User)
    @op
    def look():
        return sorted(Model.registry), list(Post.columns), User(name="x").name, Post.columns["owner"].kind is User, Model.registry["users"] is User, [c.order for c in Post.columns.values()]
""",
    "schemas with fields by order, and hooks by name": """
    class Field:
        def __init__(self, load):
            self.load = load
    def hook(kind):
        def inner(f):
            f.__hook__ = kind
            return f
        return inner
    class Schema:
        def __init_subclass__(cls, **options):
            super().__init_subclass__(**options)
            cls._fields = {**getattr(cls, "_fields", {}), **{k: v for k, v in vars(cls).items() if isinstance(v, Field)}}
            cls._hooks = [f for f in vars(cls).values() if getattr(f, "__hook__", None) == "after"]
            ALL[cls.__name__] = cls
        def load(self, data):
            got = {name: field.load(data[name]) for name, field in self._fields.items()}
            for each in self._hooks:
                got = each(self, got)
            return got
    ALL = {}
    class Base(Schema):
        id = Field(int)
    class Wine(Base):
        name = Field(str.title)
        @hook("after")
        def shout(self, got):
            return {**got, "name": got["name"] + MARK}
    MARK = "!"
    @op
    def look():
        return Wine().load({"id": "3", "name": "red"}), list(ALL), ALL["Wine"] is Wine
""",
    "class decorators that put another class in the place": """
    def with_slots(cls):
        body = {k: v for k, v in vars(cls).items() if k not in ("__dict__", "__weakref__")}
        body["__slots__"] = tuple(cls.__annotations__)
        return type(cls)(cls.__name__, cls.__bases__, body)
    def extended(**more):
        def inner(cls):
            return type(cls.__name__, (cls,), {**more, "__module__": cls.__module__, "__qualname__": cls.__qualname__})
        return inner
    @with_slots
    class Point:
        x: int
        def __init__(self, x):
            self.x = x
    @extended(kind="k")
    class Thing:
        def go(self):
            return self.kind + SUFFIX
    SUFFIX = "s"
    point, thing = Point(1), Thing()
    @op
    def look():
        return point.x, type(point) is Point, hasattr(point, "__dict__"), thing.go(), type(thing) is Thing, Thing.__mro__[1].__name__
""",
    "plug-ins in a package, registered by entry name and by base class": """
    import plugins
    from plugins import get, Plugin
    @plugins.register("mine", priority=3)
    class Mine(Plugin):
        def run(self):
            return "mine", self.settings
    plugins.configure("mine", level=2)
    @op
    def look():
        return get("mine").run(), get("csv").run(), [name for name, _ in plugins.ordered()], plugins.Plugin.kinds["Mine"] is Mine
    # file: plugins/__init__.py
    _found = {}
    class Plugin:
        kinds = {}
        settings = {}
        def __init_subclass__(cls):
            Plugin.kinds[cls.__name__] = cls
            cls.settings = {}
    def register(name, priority=0):
        def inner(cls):
            _found[name] = (priority, cls)
            return cls
        return inner
    def configure(name, **settings):
        _found[name][1].settings.update(settings)
    def get(name):
        return _found[name][1]()
    def ordered():
        return sorted(((n, p) for n, (p, _) in _found.items()), key=lambda each: -each[1])
    from . import builtin
    # file: plugins/builtin.py
    from . import Plugin, register
    @register("csv")
    class Csv(Plugin):
        def run(self):
            return "csv", self.settings
""",
    "mock.patch.object that was started at the top": """
    from unittest import mock
    import client
    class Local:
        def url(self):
            return "real"
    patcher = mock.patch.object(client, "fetch", lambda url: "patched " + url)
    patcher.start()
    mock.patch.object(Local, "url", lambda self: "mocked").start()
    mock.patch.dict(client.SETTINGS, {"a": 2}).start()
    @op
    def look():
        return client.fetch("x"), client.get(), Local().url(), client.SETTINGS
    # file: client.py
    SETTINGS = {"a": 1, "b": 1}
    def fetch(url):
        return "real " + url
    def get():
        return fetch("inner")
""",
    "a patch that a context manager takes back": """
    import contextlib
    import steps
    @contextlib.contextmanager
    def limit(n):
        old, steps.LIMIT = steps.LIMIT, n
        try:
            yield
        finally:
            steps.LIMIT = old
    class A:
        k = 1
    @contextlib.contextmanager
    def patched(owner, **values):
        kept = {name: getattr(owner, name) for name in values}
        for name, value in values.items():
            setattr(owner, name, value)
        yield
        for name, value in kept.items():
            setattr(owner, name, value)
    with limit(5), patched(A, k=9):
        inside = steps.get(), A.k
    @op
    def look():
        with limit(7):
            return inside, steps.get(), A.k
    # file: steps.py
    LIMIT = 1
    def get():
        return LIMIT
""",
    "signals and receivers": """
    class Signal:
        def __init__(self):
            self.receivers = []
        def connect(self, f=None, sender=None):
            if f is None:
                return lambda f: self.connect(f, sender)
            self.receivers.append((sender, f))
            return f
        def send(self, sender, **about):
            return [f(sender, **about) for wanted, f in self.receivers if wanted in (None, sender)]
    saved = Signal()
    @saved.connect
    def every(sender, **about):
        return "every", sender
    @saved.connect(sender="wine")
    def only(sender, n=0):
        return "only", n * FACTOR
    FACTOR = 2
    saved.connect(lambda sender, **about: "lambda")
    @op
    def look():
        return saved.send("wine", n=2), saved.send("beer")
""",
    "fixtures and cases with parameters": """
    FIXTURES = {}
    def fixture(f=None, *, scope="function"):
        def inner(f):
            FIXTURES[f.__name__] = (scope, f)
            return f
        return inner(f) if f else inner
    def parametrize(*values):
        def inner(f):
            f.cases = values
            return f
        return inner
    @fixture
    def size():
        return 3
    @fixture(scope="session")
    def table():
        return [0] * FIXTURES["size"][1]()
    @parametrize(1, [2], (table, "t"))
    def case(x):
        return x
    @op
    def look():
        return {name: (scope, f()) for name, (scope, f) in FIXTURES.items()}, case.cases[:2], case.cases[2][0] is table
""",
    "a container that injects by annotation": """
    class Container:
        def __init__(self):
            self.makers = {}
        def provides(self, kind):
            def inner(f):
                self.makers[kind] = f
                return f
            return inner
        def get(self, kind):
            return self.makers[kind]()
    container = Container()
    class Db:
        url = "db"
    class Repo:
        def __init__(self, db: Db):
            self.db = db
    @container.provides(Db)
    def make_db():
        made = Db()
        made.url = URL
        return made
    @container.provides(Repo)
    def make_repo() -> Repo:
        return Repo(container.get(Db))
    URL = "sqlite"
    @op
    def look():
        return container.get(Repo).db.url, type(container.get(Repo)) is Repo, list(container.makers) == [Db, Repo]
""",
    "states and transitions that decorators declare": """
    import enum
    class State(enum.Enum):
        NEW = "new"
        DONE = "done"
    MOVES = {}
    def move(source, target):
        def inner(f):
            MOVES[source] = (target, f.__name__)
            return f
        return inner
    class Order:
        state = State.NEW
        @move(State.NEW, State.DONE)
        def finish(self):
            self.state = MOVES[self.state][0]
            return self
    @op
    def look():
        return Order().finish().state is State.DONE, MOVES, MOVES[State.NEW][0] is State.DONE
""",
    "visitors by the name of a class": """
    import ast
    class Names(ast.NodeVisitor):
        def __init__(self):
            self.found = []
        def visit_Name(self, node):
            self.found.append(node.id + MARK)
            self.generic_visit(node)
    MARK = "'"
    tree = ast.parse("a + b(c)")
    names = Names()
    @op
    def look():
        names.visit(tree)
        return names.found
""",
    "encoders and object hooks for JSON": """
    import json, datetime
    class Encoder(json.JSONEncoder):
        def default(self, value):
            for kind, encode in ENCODERS.items():
                if isinstance(value, kind):
                    return encode(value)
            return super().default(value)
    ENCODERS = {datetime.date: lambda day: day.isoformat(), set: sorted}
    ENCODERS[complex] = str
    @op
    def look():
        return json.dumps({"a": datetime.date(2024, 1, 2), "s": {2, 1}, "c": 1j}, cls=Encoder), json.loads("1.5", parse_float=str)
""",
    "reducers of copyreg for a type of another library": """
    import copyreg, re
    class Wrapped:
        def __init__(self, inner):
            self.inner = inner
    def reduce_wrapped(value):
        return rebuild, (value.inner,)
    def rebuild(inner):
        return Wrapped(inner + [MARK])
    MARK = "rebuilt"
    copyreg.pickle(Wrapped, reduce_wrapped)
    import copy
    wrapped = Wrapped([])
    @op
    def look():
        return copy.copy(Wrapped(["x"])).inner
""",
    "warning filters, converters and codecs that are set for the process": """
    import sqlite3, warnings
    warnings.simplefilter("error", UserWarning)
    @op
    def look():
        try:
            warnings.warn("x")
        except UserWarning:
            return "error"
        return "shown"
""",
    "a cache that was warmed by a call": """
    import functools
    CALLS = []
    @functools.lru_cache(None)
    def slow(x):
        CALLS.append(x)
        return x * 2
    class Loader:
        cache = {}
        def get(self, key):
            if key not in self.cache:
                self.cache[key] = slow(key)
            return self.cache[key]
    loader = Loader()
    warm = [loader.get(n) for n in (1, 2)]
    @op
    def look():
        return loader.get(1), loader.get(3), sorted(Loader.cache), CALLS
""",
    "a borg, whose instances share one dictionary": """
    class Borg:
        _shared = {}
        def __init__(self):
            self.__dict__ = self._shared
    one, two = Borg(), Borg()
    one.x = 5
    @op
    def look():
        two.y = 6
        return two.x, one.y, Borg().x, Borg._shared
""",
    "objects that count and number themselves": """
    import itertools
    class Task:
        ids = itertools.count(1)
        live = []
        def __init__(self):
            self.id = next(Task.ids)
            Task.live.append(self)
    first, second = Task(), Task()
    @op
    def look():
        third = Task()
        return first.id, third.id, len(Task.live), Task.live[0] is first, [each.id for each in Task.live]
""",
    "observers held by an instance that a global and a class both hold": """
    class Bus:
        default = None
        def __init__(self):
            self.seen = []
        def emit(self, what):
            self.seen.append(what)
    bus = Bus()
    Bus.default = bus
    def emit(what):
        Bus.default.emit(what)
    emit("before")
    @op
    def look():
        emit("inside")
        bus.emit("direct")
        return bus.seen, Bus.default is bus
""",
    "a module's registry that a global of the file is a part of": """
    import registry
    table = registry.TABLE
    mine = registry.add("mine", [1])
    table["direct"] = mine
    @op
    def look():
        mine.append(2)
        return registry.TABLE, table is registry.TABLE, registry.TABLE["mine"] is mine
    # file: registry.py
    TABLE = {}
    def add(name, value):
        TABLE[name] = value
        return value
""",
    "an instance of a module that the file also names": """
    from settings import config
    import settings
    config.debug = True
    config.paths.append("a")
    @op
    def look():
        return config.debug, config.paths, settings.config is config, settings.is_debug()
    # file: settings.py
    class Config:
        def __init__(self):
            self.debug, self.paths = False, []
    config = Config()
    def is_debug():
        return config.debug
""",
    "a value of a module that the file holds in its own list": """
    import steps
    chosen = [steps.DEFAULT, steps.OTHER]
    @op
    def look():
        return chosen[0] is steps.DEFAULT, chosen[1] is steps.OTHER, steps.is_default(chosen[0])
    # file: steps.py
    class Mode: pass
    DEFAULT, OTHER = Mode(), object()
    def is_default(mode):
        return mode is DEFAULT
""",
    "type converters kept by type, and a fallback": """
    from collections import defaultdict
    CONVERT = defaultdict(lambda: repr)
    def converts(*kinds):
        def inner(f):
            for kind in kinds:
                CONVERT[kind] = f
            return f
        return inner
    class Money(int): pass
    @converts(Money)
    def money(x):
        return f"{int(x)} {UNIT}"
    @converts(list, tuple)
    def many(x):
        return [CONVERT[type(each)](each) for each in x]
    UNIT = "EUR"
    @op
    def look():
        return CONVERT[list]([Money(3), "a"]), CONVERT[Money] is money, sorted(k.__name__ for k in CONVERT)
""",
    "sub-classes found through __subclasses__": """
    class Step:
        order = 0
    class Load(Step):
        order = 2
    class Clean(Step):
        order = 1
    class Deep(Clean):
        order = 3
    def every(kind):
        for sub in kind.__subclasses__():
            yield sub
            yield from every(sub)
    @op
    def look():
        return [kind.__name__ for kind in sorted(every(Step), key=lambda kind: kind.order)]
""",
    "steps numbered in the order of the file": """
    STEPS = []
    def step(f):
        f.number = len(STEPS)
        STEPS.append(f)
        return f
    @step
    def a(): return "a"
    @step
    def b(): return "b"
    @step
    def c(): return "c"
    def run():
        return [(f.number, f()) for f in STEPS]
    @op
    def look():
        return run(), c.number
""",
}

KNOWN_WRONG = {
    "reducers of copyreg for a type of another library": "State of the process: no hint says so yet.",
    "warning filters, converters and codecs that are set for the process": "State of the process: no hint says so yet.",
}
