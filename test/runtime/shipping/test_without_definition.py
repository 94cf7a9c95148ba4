"""Functions that no statement of the file defines travel by value, bound to the Python minor."""

from __future__ import annotations

import sys
from typing import Optional

import pytest
from traced import HEAD, Workspace

MINOR = f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_closures_and_functions_made_in_main_fall_back_to_a_pickle(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
class Scale:
    def __init__(self, factor):
        self.factor = factor


def scaled(value, scale):
    return value * scale.factor


def main():
    for factor in [2, 3]:
        scale = Scale(factor)

        @op(name=f"times {factor}")
        def times(value):
            return scaled(value, scale)

        client.publish_flow(f"by {factor}", artifacts=[times(1)])


if __name__ == "__main__":
    main()
"""
    ).trace()

    assert trace.shipment("times_2")["python"] == MINOR
    assert trace.run("times_2", "function(5)").result == "10"
    assert trace.run("times_3", "function(5)").result == "15"
    assert {"Scale", "scaled"} <= trace.shipped_names("times_3")
    assert "Can't get attribute 'Scale'" in trace.run("times_3", "function(5)", without=["Scale"]).stderr


def test_an_operator_made_of_a_call_is_no_definition(workspace: Workspace) -> None:
    """`result = op(f)(x)` may not be run again elsewhere, for it would call the function there."""
    trace = workspace.write(
        flow=HEAD
        + """
def double(value):
    print("ran")
    return value * 2


result = op(double)(4)
functions = [op(name=f"plus {number}")(lambda value, number=number: value + number) for number in [1, 2]]
client.publish_flow("w", artifacts=[result, *(function(1) for function in functions)])
"""
    ).trace()

    ran = trace.run("double", "function(4)")
    assert (ran.result, ran.stdout.count("ran")) == ("8", 1)
    assert trace.run("plus_2", "function(10, 2)").result == "12"


def test_a_trace_of_a_pickled_function_falls_on_the_users_lines(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
def main():
    @op
    def work():
        raise ValueError("bad")

    client.publish_flow("w", artifacts=[work()])


main()
"""
    ).trace()

    assert 'code/flow.py", line 8, in work' in trace.run("work").stderr


def test_an_operator_in_the_body_of_a_class_is_found_by_its_line(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
class Steps:
    @op
    def first(value):
        return value + 1

    @op
    def second(value):
        return value + 2


client.publish_flow("w", artifacts=[Steps.second(Steps.first(1))])
"""
    ).trace()

    assert trace.shipment("second")["python"] is None
    assert trace.run("first", "function(1)").result == "2"
    assert trace.run("second", "function(1)").result == "3"


def test_an_operator_named_by_an_assignment_is_a_definition(workspace: Workspace) -> None:
    trace = workspace.write(
        flow="from aqueduct import Client, to_operator\n\nclient = Client()\n"
        + """
OFFSET = 7


def plain(value):
    return value + OFFSET


added = to_operator(plain, name="added")
client.publish_flow("w", artifacts=[added(1)])
"""
    ).trace()

    assert trace.shipment("added")["python"] is None
    assert trace.run("added", "function(1)").result == "8"


CALLABLES = """
import functools

K = 10


def add(a, b):
    return a + b


class Scale:
    def __init__(self, by):
        self.by = by

    def __call__(self, x):
        return x * self.by + K

    def less(self, x):
        return x - self.by


"""


@pytest.mark.parametrize(
    ("making", "name", "result"),
    [
        ("op(name='plus')(functools.partial(add, 1))", "plus", "6"),
        ("op(functools.partial(add, b=2))", "add", "7"),
        ("op(name='scale')(Scale(3))", "scale", "25"),
        ("op(Scale(3))", "scale", "25"),
        ("to_operator(Scale(3))", "scale", "25"),
        ("op(name='less')(Scale(3).less)", "less", "2"),
        ("metric(name='m')(functools.partial(add, 1))", "m", "6"),
        ("check(name='c')(functools.partial(add, 1))", "c", "6"),
        ("op(name='text')(str)", None, None),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_whatever_can_be_called_is_an_operator_or_refused_in_words(
    workspace: Workspace, making: str, name: Optional[str], result: Optional[str], named: bool
) -> None:
    call = f"made = {making}\nmade(five())\n" if named else f"({making})(five())\n"
    flow = HEAD + "from aqueduct import to_operator\n" + CALLABLES + "@op\ndef five():\n    return 5\n\n\n" + call
    trace = workspace.write(flow=flow).trace()

    if name is None:
        assert trace.failure["message"] == "An operator is made of a function, not of <class 'str'>"
    else:
        assert trace.problems == []
        assert trace.run(name, "function(5)").result == result


def test_an_operator_may_take_the_name_of_what_it_is_made_of(workspace: Workspace) -> None:
    workspace.write(steps="def load():\n    return [1]\n")
    trace = workspace.write(
        flow=HEAD
        + """
from functools import partial
from steps import load


def own(x):
    return [*x, 2]


def times(x, k):
    return x * k


load = op(load)
own = op(name="mine")(own)
times = partial(times, k=3)
times = op(name="times")(times)


@op
def calls(x):
    return own(x)


client.publish_flow("w", artifacts=[calls(times(own(load())))])
"""
    ).trace()

    assert trace.run("load").result == "[1]"
    assert trace.run("mine", "function([1])").result == "[1, 2]"
    assert trace.run("times", "function([1])").result == "[1, 1, 1]"
    assert trace.run("calls", "function([1])").result == "[1, 2]"
