"""Classes of all kinds, and values that are made of them."""
from __future__ import annotations

import abc
import collections
import dataclasses
import enum
import functools
import re
import typing

import attrs
from aqueduct import Client, op

K = typing.TypeVar('K')
DIGITS = re.compile(r'(?P<digits>\d+)$')
Place = collections.namedtuple('Place', ['row', 'column'], defaults=[7])
Count = typing.Union[int, 'Chain[int]']


class Stamped(type):
    def __new__(meta, name, bases, body):
        return super().__new__(meta, name, bases, {**body, 'stamp': name.lower()})


class Solid(abc.ABC):
    @property
    @abc.abstractmethod
    def volume(self): ...

    @classmethod
    def make(cls, *arguments):
        return cls(*arguments)


@functools.total_ordering
class Cube(Solid):
    __slots__ = ('edge',)
    made: typing.ClassVar[int] = 0

    class Corner:
        angle = 90

    def __init__(self, edge):
        self.edge = edge
        type(self).made += 1

    @property
    def volume(self):
        return self.edge**3

    def __eq__(self, other):
        return self.edge == other.edge

    def __lt__(self, other):
        return self.edge < other.edge

    def __hash__(self):
        return hash(self.edge)


class Letter(metaclass=Stamped):
    pass


class Sized(typing.Protocol):
    def __len__(self) -> int: ...


class Film(typing.TypedDict, total=False):
    title: str


class Branch(typing.NamedTuple):
    leaf: int
    rest: Branch | None = None

    def total(self):
        return self.leaf + (self.rest.total() if self.rest is not None else 0)


class Chain(typing.Generic[K]):
    def __init__(self, value: K, rest: Chain[K] | None = None):
        self.value, self.rest = value, rest

    def __iter__(self):
        yield self.value
        yield from self.rest or ()


@dataclasses.dataclass(slots=True, order=True)
class Thin:
    n: int
    names: list[str] = dataclasses.field(default_factory=list)
    _: dataclasses.KW_ONLY
    more: int = 0


@attrs.define
class Checked:
    low: int = attrs.field(validator=attrs.validators.ge(0))
    high: list = attrs.field(factory=list)


class Side(enum.Enum):
    LEFT = enum.auto()
    RIGHT = enum.auto()

    @property
    def other(self):
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Refused(Exception):
    def __init__(self, code, advice='ask again'):
        super().__init__(code)
        self.code, self.advice = code, advice


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n > 0 and even(n - 1)


def adding(n):
    def add(x):
        return x + n

    return add


add_two = adding(2)
one_after_another = lambda *steps: functools.reduce(lambda f, g: lambda x: g(f(x)), steps)  # noqa: E731
add_three = one_after_another(add_two, adding(1))


def echo():
    heard = yield 'ready'
    yield heard


@op
def gather():
    return {
        'place': Place(1), 'cube': Cube.make(2), 'letter': Letter(), 'film': Film(title='t'), 'branch': Branch(1, Branch(4)),
        'chain': Chain(1, Chain(2)), 'thin': Thin(1, ['x'], more=2), 'checked': Checked(3), 'side': Side.LEFT, 'refused': Refused(9),
        'digits': DIGITS, 'corner': Cube.Corner(), 'step': add_three,
    }


@op
def visit(found):
    assert type(found['place']) is Place and found['place'].column == 7
    assert isinstance(found['cube'], Solid) and Cube(1) < found['cube'] == Cube(2) and found['cube'].volume == 8
    assert type(type(found['letter'])) is Stamped and found['letter'].stamp == 'letter'
    assert found['film'] == {'title': 't'} and found['branch'].total() == 5 and list(found['chain']) == [1, 2]
    assert found['thin'] == Thin(1, ['x'], more=2) and found['checked'] == Checked(3)
    assert found['side'].other is Side.RIGHT
    assert (found['refused'].code, found['refused'].advice) == (9, 'ask again')
    assert found['digits'].search('ab12')['digits'] == '12'
    assert type(found['corner']) is Cube.Corner and found['corner'].angle == 90
    assert even(6) and found['step'](1) == add_three(1) == 4
    voice = echo()
    assert next(voice) == 'ready' and voice.send('hello') == 'hello'
    assert Chain[int].__origin__ is Chain
    return True


Client().publish_flow('zoo', artifacts=[visit(gather())])
