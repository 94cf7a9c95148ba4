"""Caches, dispatch, partials and context managers at the top level."""
import contextlib
import functools
import logging

from aqueduct import Client, op

log = logging.getLogger(__name__)
open_labels = []


@functools.lru_cache(maxsize=16)
def double(n):
    return 2 * n


@functools.cache
def quadruple(n):
    return double(double(n))


quadruple(1)


@functools.singledispatch
def kind_of(value):
    return 'something'


@kind_of.register
def _(value: float):
    return 'number'


@kind_of.register(tuple)
def _(value):
    return f'pair of {kind_of(value[0])}'


class Table:
    def __init__(self, size):
        self.size = size
        self.cell = functools.lru_cache(maxsize=None)(self.cell)

    @staticmethod
    @functools.lru_cache
    def scale(n):
        return 10 * n

    def cell(self, n):
        return Table.scale(n) + self.size

    @functools.cached_property
    def sum(self):
        return sum(map(self.cell, range(self.size)))


@contextlib.contextmanager
def label(text):
    open_labels.append(text)
    try:
        yield len(open_labels)
    finally:
        open_labels.pop()


plus_five = functools.partial(lambda a, b: a + b, 5)
STEPS = {'double': double, 'quadruple': quadruple, 'plus five': plus_five}
in_order = sorted(STEPS, key=len, reverse=True)


@op
def collect():
    table = Table(3)
    with label('outer') as depth:
        assert (depth, open_labels) == (1, ['outer'])
    log.warning('collected')
    return [STEPS[step](3) for step in in_order] + [kind_of((1.5, 2)), table.sum, table.sum, double.cache_info().maxsize]


@op
def use(found):
    assert found == [12, 8, 6, 'pair of number', 39, 39, 16], found
    return True


Client().publish_flow('caches', artifacts=[use(collect())])
