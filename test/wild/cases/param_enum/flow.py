"""Instances of this file's classes as arguments of operators."""
import dataclasses
import enum
import typing

from aqueduct import Client, op


class Grade(enum.Enum):
    FINE = 'f'
    POOR = 'p'


@dataclasses.dataclass(frozen=True)
class Bounds:
    low: int = 0


class Span(typing.NamedTuple):
    begin: int


client = Client()
grade = client.create_param('grade', default=Grade.FINE)


@op
def looked(as_parameter, literal, bounds, in_list, span, by_default=Grade.FINE):
    return [
        as_parameter is Grade.FINE,
        literal == Grade.POOR,
        isinstance(bounds, Bounds) and bounds == Bounds(4),
        in_list[0]['key'] is Grade.POOR,
        type(span) is Span,
        by_default is Grade.FINE,
    ]


client.publish_flow('instances', artifacts=[looked(grade, Grade.POOR, Bounds(4), [{'key': Grade.POOR}], Span(1))])
