"""The functions of `calls.py`, and the same calls in plain Python."""

import asyncio


def load():
    return [3, 1, 2]


def total(values, factor):
    return sum(values) * factor


def spread(ends):
    low, high = ends
    return high - low


def report(parts):
    return [parts['title'], parts['sums']['total'], [value + 1 for value in parts['values'][0]]]


async def waited(value):
    await asyncio.sleep(0)
    return value * 10


def doubled(values):
    for value in values:
        yield value * 2


def frame(values):
    import pandas

    return pandas.DataFrame({'value': values})


def positive(table):
    return table['value'] > 0


def written(*values):
    return repr(values)


def in_plain_python():
    values = load()
    whole = total(values=values, factor=2)
    twice = list(doubled(values))
    told = report({'title': 'sums', 'sums': {'total': whole}, 'values': [twice]})
    assert positive(frame(twice)).all()
    return written(whole, spread((whole, 100)), told, asyncio.run(waited(value=whole)), twice)


if __name__ == '__main__':
    print(in_plain_python())
