"""Functions of the file: what they close over, what decorates them, how they are made and called."""

CASES: dict[str, str] = {
    "closures over values, functions and themselves": """
    def adder(n, step=None):
        step = step or helper
        def add(x):
            return step(x) + n if x > 0 else add(-x)
        return add
    def helper(x):
        return x * FACTOR
    FACTOR = 10
    add_two = adder(2)
    add_own = adder(3, lambda x: x)
    @op
    def look():
        return add_two(1), add_two(-1), add_own(1)
""",
    "a closure that counts, called before": """
    def counter():
        n = 0
        def count():
            nonlocal n
            n += 1
            return n
        return count
    count = counter()
    count(), count()
    @op
    def look():
        return count(), count()
""",
    "two closures that share a cell": """
    def account():
        balance = 0
        def put(n):
            nonlocal balance
            balance += n
        def get():
            return balance
        return put, get
    put, get = account()
    put(5)
    @op
    def look():
        put(2)
        return get()
""",
    "closures of a loop that see its last value, and defaults that keep each": """
    late = [lambda: i for i in range(3)]
    early = [lambda i=i: i for i in range(3)]
    made = {}
    for name in ("a", "b"):
        def show(name=name):
            return name * SIZE
        made[name] = show
    SIZE = 2
    @op
    def look():
        return [f() for f in late], [f() for f in early], [f() for f in made.values()]
""",
    "lambdas of a loop that read a global which the loop moves": """
    fs = []
    for k in range(3):
        fs.append(lambda: k)
    @op
    def look():
        return [f() for f in fs]
""",
    "decorators with and without wraps below and above the operator": """
    import functools
    def loud(f):
        @functools.wraps(f)
        def inner(*args):
            return "loud", f(*args)
        return inner
    def plain(f):
        def inner(*args):
            return "plain", f(*args)
        return inner
    def times(n):
        def outer(f):
            @functools.wraps(f)
            def inner(*args):
                return [f(*args)] * n
            return inner
        return outer
    @op
    @loud
    @times(2)
    def look():
        return helper(1)
    @times(COUNT := 3)
    @plain
    @loud
    def helper(x):
        return x
""",
    "a decorator with wraps above the operator": """
    import functools
    def told(f):
        @functools.wraps(f)
        def inner(*args):
            return f(*args)
        return inner
    @told
    @op
    def look():
        return helper(1), helper.__wrapped__(1)
    @told
    def helper(x):
        return x + len(ROWS)
    ROWS = [1]
""",
    "a decorator that is an instance of a class, and one that returns an instance": """
    import functools
    class Timed:
        def __init__(self, unit):
            self.unit, self.calls = unit, 0
        def __call__(self, f):
            @functools.wraps(f)
            def inner(*args):
                self.calls += 1
                return f(*args), self.unit, self.calls
            return inner
    class Cached:
        def __init__(self, f):
            functools.update_wrapper(self, f)
            self.f, self.known = f, {}
        def __call__(self, x):
            return self.known.setdefault(x, self.f(x))
    timed = Timed("s")
    @timed
    def one(x):
        return x
    @Cached
    def two(x):
        return x * 2
    @op
    def look():
        return one(1), one(2), timed.calls, two(3), two.known, two.__wrapped__(4), two.__name__
""",
    "a decorator that gives something that is no function": """
    def only_name(f):
        return f.__name__.upper()
    @only_name
    def greeting():
        pass
    @lambda f: f()
    def table():
        return {"a": [1]}
    @op
    def look():
        return greeting, table
""",
    "a decorator that was counted before the operator was": """
    calls = []
    def noted(f):
        calls.append(f.__name__)
        return f
    @noted
    def one(): return 1
    @noted
    def two(): return 2
    @op
    def look():
        return one() + two(), calls
""",
    "partials of functions of the file and of others": """
    import functools, operator
    def price(base, rate=1, *, extra=0):
        return base * rate + extra
    double = functools.partial(price, rate=2)
    more = functools.partial(double, extra=5)
    add = functools.partial(operator.add, 1)
    parse = functools.partial(int, base=2)
    @op
    def look():
        return double(3), more(3), add(2), parse("101"), more.func is price, more.keywords
""",
    "lru_cache with what it holds already": """
    import functools
    calls = []
    @functools.lru_cache(maxsize=4)
    def slow(x):
        calls.append(x)
        return x + 1
    @functools.cache
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    fib(50)
    @op
    def look():
        return slow(1), slow(1), calls, fib(80), slow.cache_parameters()
""",
    "singledispatch with types of the file, and a method of it": """
    import functools
    class Shape: pass
    class Round(Shape): pass
    @functools.singledispatch
    def name(x):
        return "any"
    @name.register
    def _(x: Shape):
        return "shape"
    @name.register(list)
    @name.register(tuple)
    def _many(x):
        return [name(each) for each in x]
    class Writer:
        @functools.singledispatchmethod
        def write(self, x):
            return "object"
        @write.register
        def _(self, x: int):
            return "int"
        @write.register(Shape)
        def _shape(self, x):
            return "shape"
    @op
    def look():
        return name(Round()), name([1, Shape()]), name((2,)), Writer().write(1), Writer().write(Round()), Writer().write("")
""",
    "a context manager of contextlib, an exit stack and a decorator of one": """
    import contextlib
    LOG = []
    @contextlib.contextmanager
    def opened(name):
        LOG.append("+" + name)
        try:
            yield name.upper()
        finally:
            LOG.append("-" + name)
    @opened("deco")
    def inside():
        return len(LOG)
    @op
    def look():
        with contextlib.ExitStack() as stack:
            names = [stack.enter_context(opened(each)) for each in "ab"]
            with contextlib.suppress(KeyError):
                {}["x"]
        return names, inside(), LOG
""",
    "generators, generator expressions and yield from": """
    def numbers(n):
        for i in range(n):
            got = yield i
            if got:
                yield from letters(got)
    def letters(n):
        yield from ALPHABET[:n]
    ALPHABET = "abc"
    @op
    def look():
        running = numbers(2)
        return next(running), running.send(2), next(running), list(x * 2 for x in numbers(3)), sum(numbers(4))
""",
    "recursion, mutual recursion and a recursive lambda": """
    def even(n):
        return True if n == 0 else odd(n - 1)
    def odd(n):
        return False if n == 0 else even(n - 1)
    fact = lambda n: 1 if n < 2 else n * fact(n - 1)
    def walk(tree):
        return [walk(x) if isinstance(x, list) else visit(x) for x in tree]
    visit = lambda x: x + 1
    @op
    def look():
        return even(10), odd(7), fact(5), walk([1, [2, [3]]])
""",
    "keyword-only, positional-only and variable arguments": """
    BASE = 7
    def f(a, /, b=BASE, *rest, c, d=[BASE], **more):
        return a, b, rest, c, d, sorted(more)
    def g(*args, **keywords):
        return f(*args, **{"c": 1, **keywords})
    @op
    def look():
        return f(1, c=2), g(1, 2, 3, x=4), BASE, f.__defaults__
""",
    "a mutable default that calls share": """
    def remember(x, seen=[]):
        seen.append(x)
        return seen
    remember("before")
    alias = remember
    @op
    def look():
        remember("a")
        return alias("b"), remember is alias
""",
    "helpers that are async, run inside": """
    import asyncio
    LIMIT = 3
    async def fetch(n):
        await asyncio.sleep(0)
        return n * LIMIT
    async def stream(n):
        for i in range(n):
            yield await fetch(i)
    class Session:
        async def __aenter__(self):
            return self
        async def __aexit__(self, *about):
            return None
    async def main():
        async with Session():
            parts = await asyncio.gather(*(fetch(i) for i in range(3)))
            return parts + [x async for x in stream(2)]
    @op
    def look():
        return asyncio.run(main())
""",
    "lambdas in containers, by name and in line": """
    steps = {"double": lambda x: x * RATE, "text": str, "chain": [lambda x: helper(x), abs]}
    RATE = 2
    def helper(x):
        return steps["double"](x) + 1
    first, second = (lambda: "first"), lambda: "second"
    @op
    def look():
        return steps["double"](4), steps["chain"][0](4), steps["chain"][1](-1), first(), second()
""",
    "functions made by factories of a module": """
    from factory import make, Maker
    triple = make(3)
    maker = Maker(2)
    half = maker.build()
    @op
    def look():
        return triple(2), half(8), maker.built
    # file: factory.py
    SCALE = 1
    def make(n):
        return lambda x: helper(x) * n * SCALE
    def helper(x):
        return x
    class Maker:
        def __init__(self, n):
            self.n, self.built = n, 0
        def build(self):
            self.built += 1
            return lambda x: x / self.n
""",
    "reduce, compose and map over functions of the file": """
    import functools
    import itertools
    def compose(*fs):
        return functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
    def inc(x):
        return x + STEP
    STEP = 1
    twice = compose(inc, inc, str)
    thrice = functools.reduce(compose, itertools.repeat(inc, 3))
    @op
    def look():
        return twice(1), thrice(1), list(map(inc, [1, 2])), sorted([3, 1], key=inc)
""",
    "nonlocal within the operator, and functions defined in it": """
    import functools
    def outside(f):
        return lambda: f() + OFFSET
    OFFSET = 100
    @op
    def look():
        total = 0
        class Local:
            def add(self, n):
                nonlocal total
                total += n
                return self
        @outside
        def final():
            return total
        Local().add(1).add(2)
        return final()
""",
    "a function with attributes that it reads itself": """
    def call(x):
        call.count = getattr(call, "count", 0) + 1
        return x, call.count
    call("before")
    other = call
    other.label = "l"
    @op
    def look():
        return call("in"), call.label, other.count
""",
    "a method taken from an instance and patched into another": """
    import types
    class Dog:
        def __init__(self, name):
            self.name = name
        def speak(self):
            return self.name + SOUND
    SOUND = " wuff"
    def meow(self):
        return self.name + " meow"
    rex, tom = Dog("rex"), Dog("tom")
    tom.speak = types.MethodType(meow, tom)
    speak = rex.speak
    @op
    def look():
        return speak(), tom.speak(), rex.speak(), speak.__self__.name
""",
    "a function that was replaced by its decorated self later": """
    import functools
    def work(x):
        return x + 1
    def traced(f):
        @functools.wraps(f)
        def inner(*args):
            return "traced", f(*args)
        return inner
    work = traced(work)
    def other(x):
        return x
    other = functools.lru_cache(other)
    @op
    def look():
        return work(1), other(2), other.cache_info().hits
""",
    "names that come from match, walrus, with, for and except": """
    import io
    match {"kind": "a", "size": 3}:
        case {"kind": kind, **others}:
            pass
    if (found := [1, 2]):
        pass
    with io.StringIO("text") as stream:
        words = stream.read()
    for i, letter in enumerate("xy"):
        pass
    try:
        int("x")
    except ValueError as error:
        reason = type(error)
    a, (b, *c), d = 1, (2, 3, 4), {5}
    x = y = []
    @op
    def look():
        y.append(1)
        return kind, others, found, words, i, letter, reason, a, b, c, d, x
""",
    "an operator that is a callable object or a method": """
    class Model:
        def __init__(self, w):
            self.w = w
        def predict(self, x=2):
            return self.w * x * BIAS
        def __call__(self):
            return self.w
    BIAS = 10
    model = Model(4)
    @op
    def look():
        return model.predict(), model(), [each() for each in (model, model)]
""",
    "type hints and defaults that name classes below": """
    from __future__ import annotations
    from typing import get_type_hints
    def f(x: Later = None) -> list[Later]:
        return [x or Later()]
    class Later:
        size: Other
    class Other: pass
    @op
    def look():
        return type(f()[0]).__name__, get_type_hints(f)["x"] is Later, get_type_hints(Later)["size"] is Other
""",
    "inspecting functions: source, signature, module": """
    import inspect
    def helper(a, b=2):
        # a comment stays
        return a + b
    @op
    def look():
        return inspect.getsource(helper), str(inspect.signature(helper)), inspect.getdoc(look), helper.__qualname__
""",
    "a pool of processes over a function of the file": """
    import concurrent.futures
    import multiprocessing
    FACTOR = 3
    STATE = {"n": 0}
    STATE["n"] = 5
    def work(x):
        return x * FACTOR + STATE["n"]
    @op
    def look():
        fork = multiprocessing.get_context("fork")
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=fork) as pool:
            return list(pool.map(work, [1, 2]))
""",
    "threads over closures, and a queue inside": """
    from concurrent.futures import ThreadPoolExecutor
    import queue
    def producer(q):
        def put(x):
            q.put(x * SCALE)
        return put
    SCALE = 2
    @op
    def look():
        q = queue.Queue()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(producer(q), range(3)))
        return sorted(q.get() for _ in range(3))
""",
}
