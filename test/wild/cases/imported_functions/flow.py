"""Operators made of functions that stand elsewhere."""
import functools

from aqueduct import Client, op, to_operator
from work import Cut, make, weigh

make_op = op(make)
train = to_operator(weigh, name='train it')
half = op(lambda value: value / 2)


@op
def cut(values):
    return Cut(at=3).apply(values)


@op
def weighed(values):
    return functools.partial(weigh, factor=3)(values)


values = make_op()
trained = train(cut(values))
Client().publish_flow('imported', artifacts=[half(trained), weighed(values)])
