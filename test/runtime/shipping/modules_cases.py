"""Modules of the workspace: how they are imported, found and changed."""

CASES: dict[str, str] = {
    "a package with relative imports up three levels": """
    from pkg.deep.deeper.leaf import value
    @op
    def look():
        return value()
    # file: pkg/__init__.py
    ROOT = 1
    # file: pkg/base.py
    BASE = 10
    # file: pkg/deep/__init__.py
    # file: pkg/deep/side.py
    SIDE = 100
    # file: pkg/deep/deeper/__init__.py
    # file: pkg/deep/deeper/leaf.py
    from ... import ROOT
    from ...base import BASE as base
    from ..side import SIDE
    from . import twin
    def value():
        return ROOT + base + SIDE + twin.TWIN
    # file: pkg/deep/deeper/twin.py
    TWIN = 1000
""",
    "a namespace package": """
    import space.one
    from space.sub import two
    @op
    def look():
        from space.sub.three import C
        return space.one.A, two.B, C, hasattr(space, "__file__") and space.__file__
    # file: space/one.py
    A = 1
    # file: space/sub/two.py
    B = 2
    # file: space/sub/three.py
    from .two import B
    C = B + 1
""",
    "star imports, with and without __all__": """
    from plain import *
    from listed import *
    _hidden = "file"
    @op
    def look():
        return visible, _hidden, chosen(2), _chosen, "other" in globals()
    # file: plain.py
    visible, _hidden = 1, 2
    # file: listed.py
    from helpers import *
    __all__ = ["chosen", "_chosen"]
    _chosen = 5
    other = 6
    def chosen(x):
        return triple(x)
    # file: helpers.py
    def triple(x):
        return x * 3
""",
    "a package whose attributes are loaded when they are asked for": """
    import lazy
    from lazy import heavy
    @op
    def look():
        return lazy.light, heavy(), sorted(dir(lazy))[-1], lazy.other.X
    # file: lazy/__init__.py
    import importlib
    _WHERE = {"heavy": "_impl", "light": "_impl"}
    def __getattr__(name):
        if name in _WHERE:
            return getattr(importlib.import_module("." + _WHERE[name], __name__), name)
        if name == "other":
            return importlib.import_module("lazy.other")
        raise AttributeError(name)
    def __dir__():
        return ["zz"]
    # file: lazy/_impl.py
    light = "light"
    def heavy():
        return "heavy"
    # file: lazy/other.py
    X = 9
""",
    "imports inside functions and of functions": """
    def helper():
        import inner.maths as maths
        return maths.square(3)
    @op
    def look():
        def nested():
            from inner import late
            return late.value()
        return helper(), nested()
    # file: inner/__init__.py
    # file: inner/maths.py
    def square(x):
        from .late import FACTOR
        return x * x * FACTOR
    # file: inner/late.py
    FACTOR = 2
    def value():
        import json
        return json.dumps({"a": FACTOR})
""",
    "modules that import each other": """
    import left
    @op
    def look():
        return left.a(), left.right.b()
    # file: left.py
    import right
    X = 1
    def a():
        return right.Y + 1
    # file: right.py
    import left
    Y = 2
    def b():
        return left.X + Y
""",
    "a sub-module and a module named as ones of the standard library": """
    import mine.json
    from mine import types as own_types
    import statistics
    @op
    def look():
        import json
        return mine.json.dumps(1), own_types.Kind, json.dumps([1]), statistics.mean([1])
    # file: mine/__init__.py
    # file: mine/json.py
    import json as real
    def dumps(x):
        return "own" + real.dumps(x)
    # file: mine/types.py
    Kind = "kind"
    # file: statistics.py
    def mean(values):
        return "own mean"
""",
    "a package that gives its parts new names": """
    from shop import Order, price as cost, VERSION
    import shop
    @op
    def look():
        order = Order(2)
        return cost(order), VERSION, shop.models.Order is Order, Order.__module__, shop.__all__
    # file: shop/__init__.py
    from .models import Order
    from .pricing import total as price
    from . import models
    VERSION = ".".join(["1", "2"])
    __all__ = ["Order", "price"]
    # file: shop/models.py
    from dataclasses import dataclass
    @dataclass
    class Order:
        n: int
    # file: shop/pricing.py
    from .models import Order
    RATE = 5
    def total(order: Order):
        return order.n * RATE
""",
    "a folder beside the flow that sys.path leads to": """
    import os, sys
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "library"))
    import toolbox
    from toolbox.parts import screw
    @op
    def look():
        return toolbox.NAME, screw()
    # file: library/toolbox/__init__.py
    NAME = "box"
    # file: library/toolbox/parts.py
    from toolbox import NAME
    import other_lib
    def screw():
        return NAME + other_lib.X
    # file: library/other_lib.py
    X = "!"
""",
    "imports for type checkers alone": """
    from __future__ import annotations
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        from nowhere import Missing
        import pandas as pd
    def f(x: Missing, y: pd.DataFrame | None = None) -> Missing:
        return x
    @op
    def look():
        return f(1), TYPE_CHECKING
""",
    "imports by condition and by what is there": """
    import sys
    try:
        import ujson_that_is_missing as json
    except ImportError:
        json = None
        import json
    if sys.version_info >= (3, 8):
        from modern import name
    else:
        from ancient import name
    try:
        from modern import missing
    except ImportError:
        def missing():
            return "made here"
    try:
        from nothing import gone
        HAS = True
    except ImportError:
        HAS = False
    @op
    def look():
        return json.dumps(1), name, missing(), HAS
    # file: modern.py
    name = "modern"
    # file: ancient.py
    name = "ancient"
""",
    "a module that is imported under another name and reassigned": """
    import first as module
    alias = module
    import second as module
    kept = {"first": alias, "second": module}
    @op
    def look():
        return alias.X, module.X, kept["first"].X, kept["second"] is module
    # file: first.py
    X = 1
    # file: second.py
    X = 2
""",
    "a module loaded by importlib under a name that the text shows": """
    import importlib
    plugin = importlib.import_module("plugins.one")
    two = importlib.import_module(".two", package="plugins")
    @op
    def look():
        return plugin.run(), two.run()
    # file: plugins/__init__.py
    # file: plugins/one.py
    def run():
        return 1
    # file: plugins/two.py
    def run():
        return 2
""",
    "a module that was reloaded after it had been changed": """
    import importlib
    import settings
    settings.LIMIT = 5
    settings.EXTRA = 1
    importlib.reload(settings)
    @op
    def look():
        return settings.LIMIT, settings.EXTRA, settings.loads
    # file: settings.py
    LIMIT = 1
    loads = globals().get("loads", 0) + 1
""",
    "a module that replaces itself in sys.modules": """
    import config
    import config as again
    @op
    def look():
        import config as third
        return config.size, again is config, third.size, config.double()
    # file: config.py
    import sys
    class Config:
        size = 3
        def double(self):
            return self.size * 2
    sys.modules[__name__] = Config()
""",
    "a module whose class has properties": """
    import magic
    magic.level = 4
    @op
    def look():
        return magic.twice, magic.level
    # file: magic.py
    import sys
    import types
    level = 1
    class Magic(types.ModuleType):
        @property
        def twice(self):
            return self.level * 2
    sys.modules[__name__].__class__ = Magic
""",
    "names that a module makes by globals() and by a loop": """
    import made
    from made import field_b
    @op
    def look():
        return made.field_a, field_b, made.total()
    # file: made.py
    for _name in "ab":
        globals()["field_" + _name] = _name.upper()
    def total():
        return sum(name.startswith("field_") for name in globals())
""",
    "classes of modules as data: instances, members and types": """
    from shapes import Circle, Colour, Size
    circles = [Circle(2), Circle(3)]
    kinds = {"c": Circle, "colour": Colour.RED}
    size = Size(1, 2)
    @op
    def look():
        import shapes
        return circles[0].area(), kinds["c"] is shapes.Circle, kinds["colour"] is shapes.Colour.RED, size, type(size) is Size
    # file: shapes.py
    import enum
    from typing import NamedTuple
    PI = 3
    class Colour(enum.Enum):
        RED = 1
    class Size(NamedTuple):
        a: int
        b: int
    class Circle:
        def __init__(self, r):
            self.r = r
        def area(self):
            return PI * self.r ** 2
""",
    "a module that reads a file of its package": """
    from pkg import data
    @op(file_dependencies=["pkg/words.txt"])
    def look():
        return data.words(), data.WORDS
    # file: pkg/__init__.py
    # file: pkg/data.py
    from pathlib import Path
    HERE = Path(__file__).parent
    def words():
        return (HERE / "words.txt").read_text().split()
    WORDS = words()
    # file: pkg/words.txt
    a b
""",
    "a package run through its __main__ and its version file": """
    from app import __version__, main
    import app.__main__ as entry
    @op
    def look():
        return __version__, main(), entry.run()
    # file: app/__init__.py
    from app._version import version as __version__
    def main():
        from app.__main__ import run
        return run()
    # file: app/_version.py
    version = "1.0"
    # file: app/__main__.py
    def run():
        return "ran"
    if __name__ == "__main__":
        run()
""",
    "a module that patches a class of another one when it is imported": """
    import patch
    from model import Model
    @op
    def look():
        return Model().run(), Model.extra
    # file: model.py
    class Model:
        def run(self):
            return "plain"
    # file: patch.py
    import model
    _old = model.Model.run
    def _new(self):
        return "patched " + _old(self)
    model.Model.run = _new
    model.Model.extra = 1
""",
    "a module that only its effect is imported for": """
    from registry import HANDLERS
    import handlers
    import handlers.more
    @op
    def look():
        return sorted(HANDLERS)
    # file: registry.py
    HANDLERS = {}
    def handler(f):
        HANDLERS[f.__name__] = f
        return f
    # file: handlers/__init__.py
    from registry import handler
    @handler
    def one(): pass
    # file: handlers/more.py
    from registry import handler
    @handler
    def two(): pass
""",
    "plugins found by walking through a package": """
    import importlib, pkgutil
    import plugins
    for found in pkgutil.iter_modules(plugins.__path__):
        importlib.import_module(f"plugins.{found.name}")
    @op
    def look():
        return {name: f() for name, f in sorted(plugins.FOUND.items())}
    # file: plugins/__init__.py
    FOUND = {}
    def plugin(f):
        FOUND[f.__name__] = f
        return f
    # file: plugins/a.py
    from plugins import plugin
    @plugin
    def a():
        return 1
    # file: plugins/b.py
    from plugins import plugin
    from . import extra
    @plugin
    def b():
        return extra.X
    # file: plugins/extra.py
    X = 2
""",
    "a function of a module given new globals by its module's set-up": """
    import client
    client.setup(url="http://example", retries=3)
    get = client.get
    @op
    def look():
        return get(), client.settings.retries, client.get()
    # file: client.py
    class Settings:
        url = None
        retries = 0
    settings = Settings()
    _ready = False
    def setup(**values):
        global _ready
        for name, value in values.items():
            setattr(settings, name, value)
        _ready = True
    def get():
        return settings.url if _ready else "not ready"
""",
    "encodings, tabs and form feeds in a module": """
    from odd import grüße, total
    @op
    def look():
        return grüße(), total(2)
    # file: odd.py
    # -*- coding: utf-8 -*-
    def grüße():
    \treturn "é\\u00fc" + 'ü'
    \x0c
    def total(x):
    \tif x:
    \t\treturn x + ord("ß")
""",
    "a module with the name of a variable of the file": """
    import config
    config = config.load()
    @op
    def look():
        import config as module
        return config, module.load() == config
    # file: config.py
    def load():
        return {"a": 1}
""",
}
