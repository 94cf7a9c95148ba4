"""Members of enumerations on their way through operators."""
import enum

from aqueduct import Client, op


class State(enum.Enum):
    NEW = 'n'
    DONE = 'd'


class May(enum.IntFlag):
    LOOK = 1
    CHANGE = 2


LAST = State.DONE
WEIGHTS = {State.NEW: 0, State.DONE: 5}


@op
def write():
    return {'first': State.NEW, 'last': LAST, 'may': May.LOOK | May.CHANGE, 'by state': {State.DONE: May.CHANGE}}


@op
def read(given):
    assert given['first'] is State.NEW and given['last'] is LAST is State.DONE, given
    assert type(given['may']) is May and May.CHANGE in given['may'] and given['may'] == 3
    assert given['by state'][State.DONE] is May.CHANGE
    assert WEIGHTS[given['last']] == 5
    return given['last'].name


Client().publish_flow('enums', artifacts=[read(write())])
