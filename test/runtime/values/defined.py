"""Classes and functions of a user's own, as the definitions of a workflow have them."""

from __future__ import annotations

import dataclasses
import enum
import typing
from collections import namedtuple


class Colour(enum.Enum):
    RED = 1
    BLUE = (1, 2)


class Flag(enum.Flag):
    A = 1
    B = 2


class Ordered(enum.IntEnum):
    A = 1
    B = 2


class Text2(str, enum.Enum):
    X = "x"


Point = namedtuple("Point", "x y")
T = typing.TypeVar("T")


class Size(typing.NamedTuple):
    width: int


@dataclasses.dataclass
class Config:
    number: object


@dataclasses.dataclass(frozen=True)
class Frozen:
    number: int


@dataclasses.dataclass
class Default:
    number: int
    more: list = dataclasses.field(default_factory=list)


class Slots:
    __slots__ = ("number",)

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return type(other) is type(self) and other.number == self.number


class Plain:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return type(other) is type(self) and vars(other) == vars(self)

    def method(self):
        return self.number


class Generic_(typing.Generic[T]):
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return type(other) is type(self) and vars(other) == vars(self)


class Text(str):
    pass


class Number(int):
    pass


class Listing(list):
    pass


class Mapping_(dict):
    pass


class Failed(Exception):
    pass


class Callable_:
    def __init__(self, number):
        self.number = number

    def __call__(self, value):
        return self.number * value

    def __eq__(self, other):
        return type(other) is type(self) and vars(other) == vars(self)


class Reduced:
    def __init__(self, number):
        self.number = number

    def __reduce__(self):
        return Reduced, (self.number,)

    def __eq__(self, other):
        return type(other) is type(self) and vars(other) == vars(self)


class State(Plain):
    def __getstate__(self):
        return (self.number,)

    def __setstate__(self, state):
        (self.number,) = state


def function(value):
    return value * 2


def closure(factor):
    return lambda value: value * factor


def shared():
    row = [1, 2]
    return [row, row]


def cycle():
    row = [1]
    row.append(row)
    return row
