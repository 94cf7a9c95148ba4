"""What people really write: one workflow file with many kinds of globals, run from blobs."""

from __future__ import annotations

from pathlib import Path

from traced import HEAD, Workspace, copy_of

PORTING = Path(__file__).parents[3] / "examples" / "porting"
WINE = (
    "__import__('pandas').DataFrame({'free_sulfur_dioxide': [30.0], 'total_sulfur_dioxide': [60.0], 'alcohol': [10.0], "
    "'density': [0.5], 'quality': [6], 'volatile_acidity': [0.5], 'sulphates': [0.5], 'free_share': [0.5], 'body': [20.0]})"
)

FLOW = (
    HEAD
    + """
import abc
import contextlib
import datetime
import decimal
import enum
import functools
import re
import typing as t
from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

WORDS = re.compile(r"\\w+")
SINCE = datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc)
RATE = decimal.Decimal("1.10")
FRAME = pd.DataFrame({"a": [1, 2]}, index=["x", "y"])
SERIES = FRAME["a"]
ARRAY = np.arange(3)
COUNTS = defaultdict(list, {"a": [1]})
ORDER = OrderedDict(b=1, a=2)
AGG = {"total": np.sum, "mean": "mean"}
counter = 0
items = [len, str.upper]


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    def double(self):
        return 2 * self.area()


@dataclass(order=True)
class Square(Shape):
    side: float
    tags: t.List[str] = field(default_factory=list)

    class Meta:
        kind = "square"

    def area(self):
        return self.side**2

    @staticmethod
    def unit():
        return Square(1)


class Level(enum.IntEnum):
    LOW = 1


class Row(t.TypedDict):
    a: int


class Point(t.NamedTuple):
    x: int


shape = Square(3, ["one"])
level = Level.LOW
power = functools.partial(pow, 2)
by_name = {"inc": lambda value: value + 1}


@contextlib.contextmanager
def opened(name):
    yield name.upper()


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def count():
    global counter
    counter += 1
    return counter


def numbers():
    yield from range(3)


def annotated(rows: "list[Row]", *, limit: t.Optional[int] = None) -> "Point":
    return Point(len(rows))


@op
def work(value):
    with opened("name") as name:
        pass
    row: Row = {"a": 1}
    return [
        WORDS.findall("a b"), SINCE.year, str(RATE), FRAME.loc["y", "a"].item(), SERIES.sum().item(), ARRAY.tolist(),
        COUNTS["new"], list(ORDER), int(AGG["total"]([1, 2])), count(), count(), [f("a") for f in items],
        shape.double, shape < Square(4), Square.unit().side, Square.Meta.kind, level is Level.LOW, power(3),
        by_name["inc"](1), name, fib(10), list(numbers()), annotated([row]).x, value,
    ]


client.publish_flow("w", artifacts=[work(1)])
"""
)


def test_many_kinds_of_globals_travel(workspace: Workspace) -> None:
    trace = workspace.write(flow=FLOW).trace()

    expected = [
        ["a", "b"], 2026, "1.10", 2, 3, [0, 1, 2],
        [], ["b", "a"], 3, 1, 2, [1, "A"],
        18, True, 1, "square", True, 8,
        2, "NAME", 55, [0, 1, 2], 1, 1,
    ]  # fmt: skip
    assert trace.run("work", "function(1)").result == repr(expected)
    encodings = {value["name"]: value["encoding"] for value in trace.shipment("work")["values"]}
    assert (encodings["FRAME"], encodings["counter"], encodings["shape"]) == ("parquet", "json", "pickle")
    assert trace.shipment("work")["stable"] is True


def test_the_example_runs_from_blobs(tmp_path: Path) -> None:
    """The helper beside it and the model of its top level travel with the operators that use them, and with no other."""
    trace = copy_of(PORTING, tmp_path).trace("level3.py")

    assert {each: trace.paths(each) for each in ("clean_data", "featurize_data", "predict")} == {
        "clean_data": set(),
        "featurize_data": {"wine_features.py"},
        "predict": set(),
    }
    assert trace.value_names("clean_data") == set()
    assert trace.value_names("predict") == {"model"}
    assert (
        trace.run("featurize_data", f"function({WINE})[['free_share', 'body']].values.tolist()").result
        == "[[0.5, 20.0]]"
    )
    predicted = f"function({WINE}, 6)[['predicted_quality', 'recommended']].values.tolist()"
    assert trace.run("predict", predicted).result == "[[6.65, True]]"
    assert trace.run("predict", predicted, without=["model"]).error == "NameError: name 'model' is not defined"
    assert "wine_features" in trace.run("featurize_data", f"function({WINE})", without=["wine_features.py"]).error


def test_requirements_are_those_that_are_stated_or_else_imported(workspace: Workspace) -> None:
    body = '@op{0}\ndef work():\n    import numpy.linalg\n    return numpy.pi\n\n\nclient.publish_flow("w", artifacts=[work()])\n'
    inferred = HEAD + "\nimport json\n\n\n" + body.format("")

    assert workspace.write(flow=inferred).trace().shipment("work")["requirements"] == ["numpy"]
    workspace.put("requirements.txt", b"# all\npandas>=2 # tables\n-r other.txt\n\nscikit-learn\n")
    assert workspace.trace().shipment("work")["requirements"] == ["pandas>=2", "scikit-learn"]
    block = '# /// script\n# dependencies = [\n#   "httpx[http2]>=1",\n#   "rich",\n# ]\n# ///\n'
    assert workspace.write(flow=block + inferred).trace().shipment("work")["requirements"] == [
        "httpx[http2]>=1",
        "rich",
    ]
    stated = HEAD + "\n\n" + body.format("(requirements=['a', 'b'])")
    assert workspace.write(flow=stated).trace().shipment("work")["requirements"] == ["a", "b"]
    named = HEAD + "\n\n" + body.format("(requirements='requirements.txt')")
    assert workspace.write(flow=named).trace().shipment("work")["requirements"] == ["pandas>=2", "scikit-learn"]
    missing = HEAD + "\n\n" + body.format("(requirements='nowhere.txt')")
    assert "There is no requirements file 'nowhere.txt'" in workspace.write(flow=missing).trace().failure["message"]
