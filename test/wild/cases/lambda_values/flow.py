"""Values that Python's own pickle refuses."""
from aqueduct import Client, op


class Limit:
    def __init__(self, most):
        self.allows = lambda value: value <= most
        self.steps = [lambda x, by=by: x * by for by in (1, 2, 3)]


@op
def limit():
    return Limit(4)


@op
def thrice(given):
    def step(value):
        return given.steps[2](value)

    return step


@op
def apply(given, step):
    assert type(given) is Limit and given.allows(4) and not given.allows(5)
    return step(3)


most = limit()
Client().publish_flow('closures', artifacts=[apply(most, thrice(most))])
