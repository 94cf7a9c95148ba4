"""Results of many types, together and each alone."""
import array
import collections
import datetime
import decimal
import fractions
import functools
import ipaddress
import math
import operator
import pathlib
import types
import uuid
import zoneinfo

import numpy as np
from aqueduct import Client, op


class Label(str):
    unit = 'kg'


class Cents(int):
    pass


def nested(levels):
    return [nested(levels - 1)] if levels else []


def depth(value):
    return 1 + depth(value[0]) if value else 0


def results():
    return [
        collections.Counter('abb'), collections.defaultdict(list, {1: [2]}), collections.OrderedDict([('z', 1), ('a', 2)]),
        collections.deque([1, 2], maxlen=2), collections.ChainMap({'a': 1}, {'b': 2}), frozenset({3}), Label('x'), Cents(5),
        range(1, 9, 2), bytearray(b'xy'), pathlib.PurePosixPath('/x/y'), uuid.UUID(int=7), fractions.Fraction(2, 3),
        decimal.Decimal('2E+5'), datetime.datetime(2028, 10, 29, 2, 30, fold=1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin')),
        datetime.timedelta(microseconds=3), ipaddress.ip_network('192.0.2.0/24'), array.array('d', [0.5]),
        types.SimpleNamespace(n=1), ..., math.sqrt, functools.partial(int, base=16), operator.itemgetter(2),
        collections.OrderedDict, slice(None, 5, 2), -0.0, {(1, 'k'): True, None: 2, 0.5: 3}, {1: 'one', True: 'true'},
        (1, [2.0, {'n': None}], {'$aqueduct': 'tuple', 'items': []}), [{}, [], (), '', b'', None],
        np.array([1, 'a', None], dtype=object), np.dtype('int16'), np.array(['a', 'bcd']), np.longdouble(1) / 7,
        ValueError('e', 2),
    ]


@op(num_outputs=5)
def alone():
    row = [1]
    return Label('y'), Cents(6), nested(150), {float('nan'): 1}, [row, row]


@op
def together():
    return results()


@op
def look(found, label, cents, deep, nan, rows):
    for wanted, got in zip(results(), found):
        assert type(wanted) is type(got), (wanted, got)
        if isinstance(wanted, np.ndarray):
            assert wanted.dtype == got.dtype and wanted.tolist() == got.tolist(), (wanted, got)
        else:
            assert repr(wanted) == repr(got), (wanted, got)
    assert found[3].maxlen == 2 and found[14].fold == 1 and found[1]['new'] == [] and found[21]('ff') == 255
    assert type(label) is Label and type(cents) is Cents and depth(deep) == 150
    assert [key != key for key in nan] == [True] and rows == [[1], [1]]
    return len(found)


Client().publish_flow('types', artifacts=[look(together(), *alone())])
