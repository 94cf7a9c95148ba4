"""Keywords, containers of artifacts, coroutines, generators, partials and objects that can be called."""
import asyncio
import functools

from aqueduct import Client, check, metric, op


@op
def part(n):
    return 2 * n


@op
def join(parts, by=1, *, more=()):
    return [parts, by, more]


@op
def gather(first, by=1, *rest, **named):
    return [first, by, list(rest), named]


@op
async def awaited(number):
    await asyncio.sleep(0)
    return number + 1


@op
def numbers(upto):
    yield from range(upto)


@op
async def streamed(upto):
    for number in range(upto):
        yield number


@metric
def count(parts, least=0):
    return len(parts)


@check(severity='error')
def both(pair):
    return pair['a'] != pair['b'] and pair['n'] == [7]


def scaled(value, by):
    return value * by


class Shift:
    def __init__(self, by):
        self.by = by

    def __call__(self, value):
        return value + self.by


one, two = part(1), part(n=2)
listed = join([one, two])
nested = join({'a': one, 2: (two, 'x', [one])}, more=(two,))
named = gather(one, 5, two, [one], how='left', to=two)
by_name = gather(first=two, to=one)
later = awaited(number=one)
rows = numbers(two)
stream = streamed(one)
thirds = op(functools.partial(scaled, by=3))(one)
shifted = op(name='shifted')(Shift(10))(two)
count([one, two], least=1)
both({'a': one, 'b': two, 'n': [7]})
Client().publish_flow(
    'calls', artifacts=[listed, nested, named, by_name, later, rows, stream, thirds, shifted]
)
