"""Globals that change between calls."""
from aqueduct import Client, op

limit = 1
names = ['a']


@op
def look(wanted):
    assert [limit, names] == list(wanted), (limit, names, wanted)
    return limit


first = look((1, ['a']))
limit = 2
names.append('b')
second = look((2, ['a', 'b']))
for limit in (10, 20):
    third = look((limit, ['a', 'b']))


def beyond():
    return limit + 1


@op
def by_helper():
    return beyond()


before = by_helper()
limit = 50
after = by_helper()


@op
def compare(*found):
    assert found == (1, 2, 20, 21, 51), found
    return True


Client().publish_flow('at that time', artifacts=[compare(first, second, third, before, after)])
