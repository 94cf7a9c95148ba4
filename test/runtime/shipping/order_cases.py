"""Names that are bound more than once, late, or by other means than statements."""

CASES: dict[str, str] = {
    "a global that is bound again after the operator is defined": """
    rate = 1
    @op
    def look():
        return rate, helper()
    rate = 2
    def helper():
        return rate * 10
    rate = 3
""",
    "a value that definitions on both sides of a rebinding read": """
    size = 3
    def sized(f):
        f.size = size
        return f
    @sized
    def g(): pass
    size = 4
    @sized  # says rebound-in-between
    def h(): pass
    size = 5
    @op
    def look():
        return g.size, h.size, size
""",
    "definitions that are numbered, in a table of another order": """
    import itertools
    ids = itertools.count()
    def numbered(f):
        f.n = next(ids)
        return f
    @numbered
    def a(): pass
    @numbered
    def b(): pass
    @numbered
    def c(): pass
    TABLE = [c, a, b]
    @op
    def look():
        return [(f.__name__, f.n) for f in TABLE], next(ids)
""",
    "defaults on both sides of a rebinding": """
    size = 3
    def g(n=size):  # says rebound-in-between
        return n
    size = 4
    def h(n=size):
        return n
    @op
    def look():
        return g(), h(), size
""",
    "a class body that reads a value which changes later": """
    SIZES = [1]
    class Box:
        first = SIZES[0]
        kept = SIZES
        count = len(SIZES)
    SIZES.append(2)
    @op
    def look():
        return Box.first, Box.kept, Box.count, SIZES, Box.kept is SIZES
""",
    "values that a loop fills": """
    squares, names = {}, []
    for n in range(3):
        squares[n] = n * n
        names.append(f"n{n}")
    else:
        names.append("end")
    total = 0
    while total < 5:
        total += 2
    @op
    def look():
        return squares, names, n, total
""",
    "a function that is defined twice": """
    def f():
        return "first"
    g = f
    def f():
        return "second"
    @op
    def look():
        return f(), g()
""",
    "a class that is defined twice, with an instance of the first": """
    class A:
        def who(self):
            return "first"
    old = A()
    class A(A):  # says cannot-order
        def who(self):
            return "second after " + super().who()
    new = A()
    @op
    def look():
        return new.who(), old.who(), isinstance(new, type(old)), isinstance(old, A)
""",
    "a function that one above calls is given another body below": """
    def inner():
        return 1
    def outer():
        return inner()
    def inner():
        return 2
    @op
    def look():
        return outer()
""",
    "a name that is a function, then a value": """
    def name():
        return "made"
    name = name()
    class size:
        n = 3
    size = size.n
    @op
    def look():
        return name, size
""",
    "a name that is a value, then a function": """
    helper = 3
    kept = helper
    def helper():
        return kept
    @op
    def look():
        return helper(), kept
""",
    "definitions by condition": """
    import sys
    FAST = len(sys.argv) > 100
    if FAST:
        def work():
            return "fast"
        LIMIT = 1
    elif sys.maxsize:
        def work():
            return "plain"
        LIMIT = 2
    else:
        work = None
    if LIMIT > 1:
        class Mode:
            name = "many"
    else:
        class Mode:
            name = "one"
    @op
    def look():
        return work(), LIMIT, Mode.name
""",
    "definitions in try, with and for": """
    import contextlib
    try:
        import missing_module
        def load():
            return "missing"
    except ImportError:
        def load():
            return "made"
    finally:
        DONE = True
    with contextlib.suppress(ValueError):
        def inside():
            return "inside"
        int("x")
    for name in ["a", "b"]:
        def last():
            return name
    @op
    def look():
        return load(), DONE, inside(), last()
""",
    "globals() in an operator and at the top": """
    globals()["made"] = 5
    for letter in "ab":
        globals()["part_" + letter] = letter
    def read(name):
        return globals()[name]
    SIZE = 3
    @op
    def look():
        return made, part_a, part_b, globals()["SIZE"], globals().get("SIZE"), SIZE
""",
    "names that only a text gives": """
    HIDDEN, other = 3, 4
    @op
    def look():
        name = "HID" + "DEN"
        return name in globals(), "other" in globals() and other
""",
    "an operator that changes globals": """
    total = 10
    seen = []
    def add(n):
        global total, fresh
        total += n
        fresh = n
        seen.append(n)
    @op
    def look():
        global total
        add(1)
        total = total * 2
        del seen[0]
        return total, fresh, seen
""",
    "a function that removes a global": """
    once = 1
    def use():
        global once
        value = once
        del once
        return value
    @op
    def look():
        first = use()
        try:
            return use()
        except NameError as error:
            return first, str(error)
""",
    "exec and eval at the top and in the operator": """
    exec("made = 3\\nclass Made:\\n    n = made")
    computed = eval("made + 1")
    FACTOR = 2
    @op
    def look():
        scope = {}
        exec("def f(x):\\n    return x * 2", scope)
        return made, computed, scope["f"](4), eval("FACTOR + 1", {"FACTOR": FACTOR})
""",
    "eval of a name that nothing else names": """
    LIMIT = 7
    @op
    def look():
        try:
            return eval("LIMIT")
        except NameError:
            return "lost"
""",
    "a function that exec made": """
    exec("def made(x):\\n    return x + OFFSET")
    OFFSET = 1
    @op
    def look():
        return made(1)
""",
    "unpacking, augmented assignment and annotations": """
    from typing import Final
    a, *b = range(4)
    a += 10
    (c, d), [e] = (1, 2), [3]
    limit: Final[int] = 5
    later: int
    b[1:2] = ["x", "y"]
    table = {}
    table["k"], a2 = 1, 2
    del c
    @op
    def look():
        return a, b, d, e, limit, table, a2, "c" in globals(), "later" in globals()
""",
    "values that depend on values": """
    base = [1, 2]
    doubled = [x * 2 for x in base]
    table = dict(zip("ab", doubled))
    base.append(3)
    summed = sum(doubled) + len(base)
    @op
    def look():
        return base, doubled, table, summed
""",
    "state that is built by calls in the file's own functions": """
    CONFIG = None
    CACHE = {}
    def init(name):
        global CONFIG
        CONFIG = {"name": name, "cache": CACHE}
        CACHE["ready"] = True
    init("prod")
    @op
    def look():
        CACHE["more"] = 1
        return CONFIG["name"], CONFIG["cache"], CONFIG["cache"] is CACHE
""",
    "a main function and a guard": """
    settings = {}
    def main():
        settings["from"] = "main"
        global mode
        mode = "run"
    if __name__ == "__main__":
        main()
    @op
    def look():
        return settings, mode
""",
    "a builtin that the file shadows": """
    from math import floor as round
    def len(x):
        return -1
    list = [3]
    id = "text"
    @op
    def look():
        return round(2.7), len("abc"), list, id, max(list)
""",
    "names that clash with ours and with the module's own": """
    name, file, folder, pieces = "n", "f", "d", "p"
    aqueduct_workflow = 1
    __version__ = "1.2"
    _private, __double = 1, 2
    __all__ = ["look"]
    @op
    def look():
        return name, file, folder, pieces, aqueduct_workflow, __version__, _private, __double, __all__
""",
    "an operator of the file that another one calls as a function": """
    @op
    def base(x=2):
        return x * SCALE
    SCALE = 5
    @op
    def look():
        return base(3), base()
""",
    "two operators that change one global": """
    seen = []
    @op
    def first():
        seen.append("first")
        return seen
    @op
    def look():
        seen.append("look")
        return seen
""",
    "a chain of three values of which the first changes": """
    a = [1]
    b = {"a": a}
    c = (b, a)
    a.append(2)
    @op
    def look():
        c[1].append(3)
        return a, b, c
""",
    "type aliases and constants that are assigned twice": """
    from typing import Dict, List, NewType
    Rows = List[int]
    Rows = Dict[str, int]
    UserId = NewType("UserId", int)
    T = Rows
    first = UserId(5)
    @op
    def look():
        return str(Rows), T is Rows, first, UserId(3)
""",
    "functions stored before and after they are decorated": """
    table = {}
    def keep(f):
        table[f.__name__] = f
        return lambda: "wrapped " + f()
    @keep
    def one():
        return "one"
    two = keep(lambda: "two")
    @op
    def look():
        return table["one"](), one(), two(), table["<lambda>"]()
""",
}

KNOWN_WRONG = {
    "names that only a text gives": "Nothing says that `globals()` of an operator has only what it names.",
    "eval of a name that nothing else names": "Nothing says that `eval` in an operator finds only what it names.",
}
