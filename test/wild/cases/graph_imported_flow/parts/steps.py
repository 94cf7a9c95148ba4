from aqueduct import Client, op

client = Client()
WEIGHT = 5


@op
def begin():
    return 2


@op
def grow(value, weight):
    return value * weight


@op
def rate(grown, value):
    return grown + value
