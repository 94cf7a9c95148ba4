"""Rules 1 to 4: what an operator reaches, and how it is found in the file."""

from __future__ import annotations

from traced import HEAD, Workspace


def test_names_of_nested_code_annotations_bases_and_defaults_are_reached(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import decimal
from fractions import Fraction

LIMIT = 3
UNUSED = 4


class Base:
    scale = 2


class Scaled(Base):
    def apply(self, value: "Fraction") -> int:
        return value * self.scale


def unused():
    return UNUSED


@op
def work(value=1, limit=LIMIT):
    def inner():
        return [Scaled().apply(each) for each in range(limit)]

    return inner()


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert {"Base", "Scaled", "Fraction", "work"} <= trace.shipped_names("work")
    assert trace.shipped_names("work").isdisjoint({"unused", "decimal", "client"})
    assert trace.value_names("work") == {"LIMIT"}
    assert trace.run("work", "function(1, 3)").result == "[0, 2, 4]"
    assert trace.run("work", "function(1, 3)", without=["Base"]).error == "NameError: name 'Base' is not defined"


def test_an_attribute_of_the_same_name_as_a_global_is_not_reached(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import threading

lock = threading.Lock()


@op
def work(text):
    return text.lock if hasattr(text, "lock") else text


client.publish_flow("w", artifacts=[work("a")])
"""
    ).trace()

    assert trace.value_names("work") == set()


def test_the_definition_is_the_one_that_op_was_applied_to(workspace: Workspace) -> None:
    """Other decorators stand above and below; neither hides the definition."""
    trace = workspace.write(
        flow=HEAD
        + """
import functools


def doubled(function):
    @functools.wraps(function)
    def inner(*args):
        return 2 * function(*args)

    return inner


def loud(function):
    def inner(*args):
        print("called")
        return function(*args)

    return inner


@op
@doubled
def below(value):
    return value


@loud
@op
def above(value):
    return value


client.publish_flow("w", artifacts=[below(1), above(1)])
"""
    ).trace()

    assert trace.run("below", "function(4)").result == "8"
    assert trace.run("below", "function(4)", without=["doubled"]).error == "NameError: name 'doubled' is not defined"
    ran = trace.run("above", "function(4)")
    assert (ran.result, "called" in ran.stdout) == ("4", False)
    assert [each["definition"]["line"] for each in trace.operators if each["kind"] == "function"] == [24, 30]


def test_redefinitions_of_a_name_are_told_apart_by_line(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
def helper():
    return "first"


@op
def work():
    return helper()


one = work()


def helper():
    return "second"


@op
def work():
    return helper() + "!"


client.publish_flow("w", artifacts=[one, work()])
"""
    ).trace()

    assert trace.run("work").result == "'first'"
    assert trace.run("work_2").result == "'second!'"
    assert trace.shipment("work")["code"]["definitions"] != trace.shipment("work_2")["code"]["definitions"]


def test_definitions_inside_compound_statements_ship_with_them(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import sys

try:
    import a_module_that_nobody_has as fast
except ImportError:
    import json as fast

if sys.version_info >= (3,):
    def helper():
        return fast.dumps([1])
else:
    def helper():
        return "old"


if __name__ == "__main__":
    print("top level")

    @op
    def work():
        return helper()

    client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    ran = trace.run("work")
    assert ran.result == "'[1]'"
    assert "top level" not in ran.stdout
    assert trace.run("work", without=["fast"]).error == "NameError: name 'fast' is not defined"


def test_lambdas_and_calls_that_make_a_class_ship_as_source(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
from collections import namedtuple
from typing import NewType, TypeVar, Union

Point = namedtuple("Point", "x y")
Id = NewType("Id", int)
T = TypeVar("T")
Number = Union[int, float]
double = lambda value: value * 2


@op
def work(value: Number):
    return Point(double(value), Id(3)), T.__name__


@op
def later(point):
    return type(point).__name__


client.publish_flow("w", artifacts=[later(work(1))])
"""
    ).trace()

    assert trace.shipment("work")["python"] is None
    assert trace.value_names("work") == set()
    assert trace.run("work", "function(2)").result == "(Point(x=4, y=3), 'T')"
    assert trace.run("work", "function(2)", without=["Point"]).error == "NameError: name 'Point' is not defined"


def test_future_flags_go_with_every_piece(workspace: Workspace) -> None:
    trace = workspace.write(
        flow="from __future__ import annotations\n\n"
        + HEAD
        + """
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nowhere import Table


@op
def work(value: int | Table = 1) -> undefined_name:
    return value


client.publish_flow("w", artifacts=[work()])
"""
    ).trace()

    assert trace.run("work", "function(2)").result == "2"
    assert "NameError" in trace.run("work", "function(2)", without=["annotations"]).error


def test_a_star_import_becomes_the_names_used(workspace: Workspace) -> None:
    trace = workspace.write(
        shapes="""
WIDTH = 2


def area(side):
    return side * WIDTH


def unused():
    return 0
""",
        flow=HEAD
        + """
from math import *
from shapes import *


@op
def work(side):
    return floor(area(side))


client.publish_flow("w", artifacts=[work(1)])
""",
    ).trace()

    texts = {piece["text"] for piece in trace.definitions("work")["pieces"] if piece["kind"] == "import"}
    assert {"from math import floor as floor\n", "from shapes import area as area\n"} <= texts
    assert not any("*" in text for text in texts)
    assert trace.run("work", "function(2.2)").result == "4"
    assert trace.run("work", "function(2.2)", without=["area"]).error == "NameError: name 'area' is not defined"
