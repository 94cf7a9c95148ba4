"""Arguments, defaults and parameters: the file's own classes and functions are inside an operator what they are in its file."""

from __future__ import annotations

import pytest
from traced import HEAD, Workspace

KINDS = (
    HEAD
    + """
import enum
import functools
from collections import namedtuple
from dataclasses import dataclass
from typing import NamedTuple

SCALE = 3
SEEN = []


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Flag(enum.IntFlag):
    A = 1
    B = 2


Point = namedtuple("Point", "x y")


class Size(NamedTuple):
    width: int


@dataclass(frozen=True)
class Config:
    number: int

    def scaled(self):
        return self.number * SCALE

    @staticmethod
    def twice(value):
        return 2 * value


class Node:
    def __init__(self):
        self.itself = self


def note(value):
    SEEN.append(value)
    return value


def scaled(value):
    return value * SCALE


double = lambda value: 2 * value
"""
)


def test_they_are_the_same_objects(workspace: Workspace) -> None:
    flow = (
        KINDS
        + """
@op
def work(colour=Colour.RED, config=None, function=None, many=None, point=None, kind=None, flag=None, size=None):
    function(1)
    return [
        colour is Colour.RED,
        isinstance(config, Config) and config == Config(5),
        config.scaled(),
        SEEN,
        many[0]["a"] is Colour.BLUE and many[1] == (Config(1),) and list(many[2])[0] is Colour.RED,
        isinstance(point, Point),
        kind is Config,
        flag is Flag.A,
        type(size) is Size,
        function is note,
    ]


many = [{"a": Colour.BLUE}, (Config(1),), {Colour.RED: 1}]
client.publish_flow("w", artifacts=[work(Colour.RED, Config(5), note, many, Point(1, 2), Config, Flag.A, Size(3))])
"""
    )
    ran = workspace.write(flow=flow).trace().run("work", "function(*given)")
    assert ran.result == "[True, True, 15, [1], True, True, True, True, True, True]", ran.stderr


@pytest.mark.parametrize(
    ("argument", "call", "result"),
    [
        ("scaled", "value(2)", "6"),
        ("double", "value(2)", "4"),
        ("Config.twice", "value(2)", "4"),
        ("Config(2).scaled", "value()", "6"),
        ("functools.partial(scaled, 2)", "value()", "6"),
        ("lambda x: scaled(x) + 1", "value(2)", "7"),
        ("[scaled, double]", "[each(2) for each in value]", "[6, 4]"),
        ("Node()", "isinstance(value, Node) and value.itself is value", "True"),
        ("Colour", "value is Colour", "True"),
        ("Colour.RED.name", "value", "'RED'"),
        ("{Colour.RED}", "value == {Colour.RED}", "True"),
        ("None", "value is None", "True"),
        ("...", "value is ...", "True"),
        ("NotImplemented", "value is NotImplemented", "True"),
        ("int", "value is int", "True"),
        ("len", "value is len", "True"),
        ("dict[str, Config]", "value.__args__[1] is Config", "True"),
    ],
)
def test_each_kind_is_what_it_was(workspace: Workspace, argument: str, call: str, result: str) -> None:
    """Whatever the operator's own text names besides: `Node` is reached by the value alone where `call` does not say it."""
    publish = (
        f"client.publish_flow('w', artifacts=[work({argument}), made(client.create_param('p', default=[{argument}]))])"
    )
    flow = f"{KINDS}\n@op\ndef work(value):\n    return {call}\n\n\n@op\ndef made(value):\n    return work.local(value[0])\n\n\n{publish}\n"
    trace = workspace.write(flow=flow).trace()
    for operator in ("work", "made"):
        ran = trace.run(operator, "function(*given)")
        assert ran.result == result, ran.stderr


def test_what_a_value_alone_reaches_comes_with_it(workspace: Workspace) -> None:
    workspace.write(rates="RATE = 7\n")
    flow = (
        KINDS
        + """
def priced(value):
    import rates
    return value * rates.RATE * SCALE


@op
def work(function, config):
    return function(1), config.scaled()


@op
def later(config):
    return config


client.publish_flow("w", artifacts=[later(work(priced, Config(2)))])
"""
    )
    trace = workspace.write(flow=flow).trace()
    assert trace.run("work", "function(*given)").result == "(21, 6)"
    assert trace.paths("work") == {"rates.py"}
    assert "SCALE" in trace.value_names("later"), "an instance may be what `work` gives on"


def test_code_that_travels_in_a_value_binds_who_takes_it_to_this_python(workspace: Workspace) -> None:
    flow = (
        HEAD
        + """
@op
def named(function):
    return function(1)


@op
def coded(function):
    return function(1)


def one(value):
    return value


client.publish_flow("w", artifacts=[named(one), coded(lambda value: value)])
"""
    )
    trace = workspace.write(flow=flow).trace()
    assert trace.shipment("named")["python"] is None
    assert trace.shipment("coded")["python"] is not None


@pytest.mark.parametrize(
    "made",
    [
        "exec('def h(x=1): return SEEN + [x]')",
        "exec('def h(x=1): return SEEN + [x]', globals())",
        "exec('def h(x=1): return FOUR[1:] + [x]', {'FOUR': [4]}, globals())",
        "h = eval('lambda x=1: SEEN + [x]')",
    ],
)
def test_what_exec_made_is_what_it_was(workspace: Workspace, made: str) -> None:
    """It has no text, so its code travels; pickle takes what does not say its module for a definition of the file."""
    operators = "@op\ndef work(value):\n    return value()\n\n\n@op\ndef user():\n    return h()\n"
    flow = f"{KINDS}\n{made}\n\n\n{operators}\n\nclient.publish_flow('w', artifacts=[work(h), user()])\n"
    trace = workspace.write(flow=flow).trace()
    assert trace.run("work", "function(*given)").result == "[1]"
    assert trace.run("user").result == "[1]"


MADE_BY_A_CALL = (
    KINDS
    + """
import helper


def counting():
    steps = []

    def count(value):
        steps.append(value)
        SEEN.append(len(steps))
        return Colour.RED if helper.LOG == [] else None

    return count


@op
def work(given, more):
    found = [given(1), more[0](2), COUNT(3), helper_says(4)]
    return found[0] is Colour.RED, SEEN, helper.LOG, SCALE


COUNT = counting()
helper_says = helper.saying()
client.publish_flow("w", artifacts=[work(COUNT, [lambda value: SEEN.append(value)])])
"""
)


def test_functions_made_by_a_call_see_the_globals_of_their_module(workspace: Workspace) -> None:
    """A copy of what they load would be changed in place of the list that everything else reads. `given` is `COUNT`."""
    helper = "LOG = []\n\n\ndef saying():\n    return lambda value: LOG.append(value)\n"
    trace = workspace.write(flow=MADE_BY_A_CALL, helper=helper).trace()
    ran = trace.run("work", "function(*given)")
    assert ran.result == "(True, [1, 2, 2], [4], 3)", ran.stderr


def test_a_value_may_hold_a_function_that_loads_it(workspace: Workspace) -> None:
    flow = (
        KINDS
        + """
TABLE = {"depth": lambda n: 0 if n == 0 else 1 + TABLE["depth"](n - 1)}


class Uses:
    table = TABLE


@op
def work(value):
    return value["depth"](3), Uses.table is TABLE, TABLE["depth"](2)


client.publish_flow("w", artifacts=[work(TABLE)])
"""
    )
    ran = workspace.write(flow=flow).trace().run("work", "function(*given)")
    assert ran.result == "(3, True, 2)", ran.stderr


@pytest.mark.parametrize("given", ["scaled", "Config(2).scaled", "lambda: scaled(1)", "Config"])
def test_reuse_depends_on_what_a_value_may_call(workspace: Workspace, given: str) -> None:
    """The bytes of a value that is named stay the same when its definition changes."""
    operators = "@op\ndef work(value):\n    return value\n\n\n@op\ndef later(value):\n    return value\n"
    flow = f"{KINDS}\n\n{operators}\n\nclient.publish_flow('w', artifacts=[later(work({given}))])\n"
    first = workspace.write(flow=flow).trace()
    changed = flow.replace("value * SCALE", "value * SCALE + 1").replace(
        "self.number * SCALE", "self.number * SCALE + 1"
    )
    again = workspace.write(flow=changed).trace()
    moved = workspace.write(flow=flow.replace("def scaled(value)", "# a comment\ndef scaled(value)")).trace()
    for operator in ("work", "later"):
        assert again.shipment(operator)["reuse"] != first.shipment(operator)["reuse"], operator
        assert moved.shipment(operator)["reuse"] == first.shipment(operator)["reuse"], operator


def test_what_is_nothing_but_itself_is_the_global_that_an_operator_compares_it_with(workspace: Workspace) -> None:
    flow = (
        HEAD
        + """
import steps


class Unset:
    pass


UNSET, MISSING = Unset(), object()


@op
def look(one, many, mode):
    return one is UNSET, many[0] is MISSING, many[1] is UNSET, mode is steps.DEFAULT


client.publish_flow("w", artifacts=[look(UNSET, [MISSING, UNSET], steps.DEFAULT)])
"""
    )
    trace = workspace.write(flow=flow, steps="class Mode:\n    name = 'm'\n\n\nDEFAULT = Mode()\n").trace()
    assert trace.run("look", "function(*given)").result == "(True, True, True, True)"
