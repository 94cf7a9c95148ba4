"""Rules 5 to 7, 9, 11, 12: values as they are at the call, what they name, and what cannot travel."""

from __future__ import annotations

import pytest
from traced import HEAD, Workspace


def test_values_are_those_at_the_call(workspace: Workspace) -> None:
    """Loops and rebinding change globals between two calls; tuples and keys that are no text stay what they are."""
    trace = workspace.write(
        flow=HEAD
        + """
pair = (1, {2: "two"})


@op
def work():
    return pair, factor


results = []
for factor in [10, 20]:
    results.append(work())
factor = 30
pair[1][2] = "changed"

client.publish_flow("w", artifacts=results)
"""
    ).trace()

    assert trace.run("work").result == "((1, {2: 'two'}), 10)"
    assert trace.run("work_2").result == "((1, {2: 'two'}), 20)"
    assert trace.run("work", without=["factor"]).error == "NameError: name 'factor' is not defined"


def test_instances_refer_to_the_definitions_that_travel(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import enum
import logging
from dataclasses import dataclass


class Colour(enum.Enum):
    RED = 1


@dataclass
class Model:
    colour: Colour
    log: logging.Logger

    def predict(self):
        self.log.warning("predicting")
        return self.colour is Colour.RED


def score(model):
    return model.predict()


models = {"best": Model(Colour.RED, logging.getLogger("of the model"))}
scorers = [score]


@op
def work():
    return scorers[0](models["best"])


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert {"Colour", "Model", "score"} <= trace.shipped_names("work")
    assert trace.shipment("work")["python"] is not None
    ran = trace.run("work")
    assert ran.result == "True"
    assert "predicting" in ran.stderr
    assert "Can't get attribute 'Model'" in trace.run("work", without=["Model"]).stderr


def test_an_instance_that_an_earlier_operator_made_is_read_downstream(workspace: Workspace) -> None:
    """The class is bound when the pickle names it, though the reading operator never does."""
    trace = workspace.write(
        flow=HEAD
        + """
UNIT = "m"


class Length:
    def __init__(self, value):
        self.value = value

    def text(self):
        return f"{self.value} {UNIT}"


@op
def make():
    return Length(3)


@op
def show(length):
    return length.text()


client.publish_flow("w", artifacts=[show(make())])
"""
    ).trace()

    made = "__import__('pickle').dumps(__import__('aqueduct_workflow').Length(3))"
    through = f"function(__import__('pickle').loads({made}))"
    assert trace.run("show", through).result == "'3 m'"
    assert "has no attribute 'Length'" in trace.run("show", through, without=["Length"]).stderr


def test_what_a_shipped_definition_registers_comes_along(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import functools


@functools.singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "a number"


@describe.register(str)
def _(value):
    return "a text"


@op
def work(value):
    return describe(value)


client.publish_flow("w", artifacts=[work(1)])
"""
    ).trace()

    assert (
        trace.run("work", "function(1), function('a'), function(None)").result == "('a number', 'a text', 'something')"
    )
    assert trace.run("work", "function(1)", without=["describe"]).error == "NameError: name 'describe' is not defined"


def test_subclasses_that_a_shipped_class_notes_come_along(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
class Base:
    known = []

    def __init_subclass__(cls):
        Base.known.append(cls.__name__)


class One(Base):
    pass


@op
def work():
    return Base.known


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert trace.run("work").result == "['One']"
    assert trace.run("work", without=["Base"]).error == "NameError: name 'Base' is not defined"


def test_functions_that_no_statement_defines_travel_inside_of_values(workspace: Workspace) -> None:
    """Made in a loop, or by a decorator that was applied by hand: their names lead to no definition."""
    trace = workspace.write(
        flow=HEAD
        + """
def timed(function):
    def inner(value):
        return ("timed", function(value))

    return inner


def plain(value):
    return value


plain = timed(plain)

for factor in [2, 3]:

    def scaled(value):
        return value * factor


@op
def work(value):
    return plain(value), scaled(value)


client.publish_flow("w", artifacts=[work(1)])
"""
    ).trace()

    assert trace.value_names("work") == {"factor", "plain", "scaled"}
    assert trace.run("work", "function(5)").result == "(('timed', 5), 15)"


def test_a_definition_is_bound_after_the_values_that_it_reads(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
class Unit:
    def __init__(self, name):
        self.name = name


zz_default = Unit("metre")


def scale_of(unit):
    return SCALES[unit.name]


SCALES = {"metre": 1, "kilometre": 1000}


class Ruler:
    unit = zz_default
    scale = scale_of(zz_default)


@op
def work(ruler_unit=None):
    return Ruler.unit.name, Ruler.scale


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert trace.run("work", "function(None)").result == "('metre', 1)"
    assert trace.run("work", "function(None)", without=["SCALES"]).error == "NameError: name 'SCALES' is not defined"


def test_a_rebinding_between_a_definition_and_the_call_is_refused_on_its_line(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
LIMIT = 3


def first(values, limit=LIMIT):
    return values[:limit]


LIMIT = 5


@op
def work(values):
    return first(values), LIMIT


client.publish_flow("w", artifacts=[work([1])])
"""
    ).trace()

    assert "`LIMIT` is given another value on line 12, after `first` read it" in trace.failure["message"]
    assert trace.failure["trace"][0]["line"] == 8


def test_definitions_and_values_that_need_one_another_are_refused_where_the_first_value_is_not_known(
    workspace: Workspace,
) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
for registry in [{}]:
    pass


def register(function):
    registry[function.__name__] = function
    return function


@register
def double(value):
    return 2 * value


@op
def work(value):
    return registry["double"](value)


client.publish_flow("w", artifacts=[work(1)])
"""
    ).trace()

    assert "`registry`" in trace.failure["message"]
    assert "`double`" in trace.failure["message"]


@pytest.mark.parametrize(
    ("making", "type_name"),
    [
        ("memoryview(b'')", "memoryview"),
        ("threading.Thread()", "threading.Thread"),
        ("open(__file__)", "io.TextIOWrapper"),
        ("(each for each in [1])", "generator"),
        ("sqlite3.connect(':memory:')", "sqlite3.Connection"),
        ("socket.socket()", "socket.socket"),
        ("{'inside': [(each for each in [1])]}", "a generator"),
        ("{'inside': [sqlite3.connect(':memory:')]}", "a sqlite3.Connection"),
    ],
)
def test_what_cannot_travel_is_refused_on_the_line_of_use(workspace: Workspace, making: str, type_name: str) -> None:
    trace = workspace.write(
        flow=HEAD
        + f"""
import socket
import sqlite3
import threading

thing = {making}


@op
def work():
    return (
        thing
    )


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    failure = trace.failure
    assert "`thing`" in failure["message"]
    assert type_name in failure["message"]
    assert "make it inside the operator" in failure["message"]
    assert failure["trace"] == [{"file": "flow.py", "line": 15, "function": "work", "text": "thing"}]
    assert [(each["code"], each["line"], each["column"]) for each in trace.problems] == [("cannot-ship", 15, 9)]


def test_loggers_and_handles_are_made_anew(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import logging

log = logging.getLogger(__name__)
warehouse = client.resource("warehouse")


@op
def work():
    log.error("from the operator")
    return warehouse.name(), type(client).__name__


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert trace.value_names("work") == set()
    assert trace.shipment("work")["python"] is None
    ran = trace.run("work")
    assert ran.result == "('warehouse', 'Client')"
    assert "from the operator" in ran.stderr
    assert trace.run("work", without=["log"]).error == "NameError: name 'log' is not defined"


def test_an_artifact_as_a_global_is_refused(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
table = client.resource("warehouse").sql("SELECT 1")
tables = [table]


@op
def work():
    return table


@op
def hidden():
    return tables


client.publish_flow("w", artifacts=[work(), hidden()])
"""
    ).trace()

    assert "`table` is an artifact" in trace.failure["message"]
    assert "pass it to `work` as an argument" in trace.failure["message"]
    assert trace.failure["trace"][0]["line"] == 11
    assert [each["line"] for each in trace.problems] == [11, 16]
    assert "is an artifact" in trace.problems[1]["message"]


def test_an_artifact_that_is_bound_after_the_call_is_refused_too(workspace: Workspace) -> None:
    """As the guide has it: the body returns the name that the call's result is given."""
    trace = workspace.write(
        flow=HEAD
        + """
@op
def clean_data():
    return cleaned_data


cleaned_data = clean_data()
client.publish_flow("w", artifacts=[cleaned_data])
"""
    ).trace()

    assert "`cleaned_data` is an artifact" in trace.failure["message"]
    assert trace.failure["trace"][0]["line"] == 7


def test_a_value_beyond_the_limit_is_refused(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
data = bytes(101 * 1024 * 1024)


@op
def work():
    return len(data)


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert "`data` takes 101 MB" in trace.failure["message"]
    assert trace.failure["trace"][0]["line"] == 10


def test_a_path_of_the_workspace_follows_the_code(workspace: Workspace) -> None:
    trace = (
        workspace.write(
            flow=HEAD
            + """
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE / "data" / "one.txt"
TEXT = str(DATA)


@op(file_dependencies=["data/one.txt"])
def work():
    return DATA.read_text() + open(TEXT).read() + Path(__file__).name


@op
def other():
    return DATA.read_text()


client.publish_flow("w", artifacts=[work(), other()])
"""
        )
        .put("data/one.txt", b"one ")
        .trace()
    )

    assert trace.paths("work") == {"data/one.txt"}
    assert trace.run("work").result == "'one one flow.py'"
    assert "FileNotFoundError" in trace.run("other").error
    [note] = trace.problems
    assert (note["code"], note["severity"], note["line"]) == ("path-of-workspace", "warning", 19)
    assert "file_dependencies=['data/one.txt']" in note["message"]


def test_cached_and_wrapped_functions_inside_of_values_travel(workspace: Workspace) -> None:
    """What stands in a function's place is no function itself: `lru_cache`, an object that calls it."""
    trace = workspace.write(
        flow=HEAD
        + """
import functools
import math


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)


@Counted
def doubled(n):
    return 2 * n


def plain(n):
    return -n


cached = functools.lru_cache(maxsize=8)(plain)
root = functools.lru_cache(maxsize=8)(math.sqrt)
table = {"fib": fib, "doubled": doubled}


@op
def work():
    return table["fib"](20), table["doubled"](3), cached(1), root(4), cached.cache_parameters()["maxsize"]


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert trace.run("work").result == "(6765, 6, -1, 2.0, 8)"


def test_a_counter_that_an_operator_declares_global_may_change_between_calls(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
count = 0


@op
def work():
    global count
    count += 1
    return count


first = work()
count = 10
client.publish_flow("w", artifacts=[first, work()])
"""
    ).trace()

    assert [trace.run("work").result, trace.run("work_2").result] == ["1", "11"]
