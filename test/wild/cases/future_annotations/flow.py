"""Postponed annotations that name types of this file."""
from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable

from aqueduct import Client, op

if typing.TYPE_CHECKING:
    from fractions import Fraction


@dataclasses.dataclass
class Record:
    name: str
    parts: list[float]
    level: typing.Literal['low', 'high'] = 'low'


class Two(typing.NamedTuple):
    first: Record
    second: Record


@op
def records(count: int = 2) -> Iterable[Record]:
    return [Record(f'r{n}', [n * 0.5]) for n in range(count)]


@op
def pair(found: Iterable[Record], step: Fraction | None = None) -> Two:
    assert typing.get_type_hints(Record)['parts'] == list[float]
    assert typing.get_type_hints(Two)['second'] is Record
    assert dataclasses.fields(Record)[0].type == 'str'
    assert {type(each) for each in found} == {Record}
    return Two(*found)


@op
def second(two: Two) -> str:
    assert type(two) is Two
    return two.second.name


Client().publish_flow('hints', artifacts=[second(pair(records()))])
