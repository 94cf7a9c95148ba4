"""Names that mean a function first and an artifact later."""
from aqueduct import Client, op


def doubled(values):
    return [2 * value for value in values]


@op
def numbers():
    return [6, 2, 4]


@op
def features(numbers):
    return doubled(numbers)


@op
def summed(features):
    return sum(features)


@op(name='sorted')
def in_order(features):
    return sorted(features)


numbers = numbers()
features = features(numbers)
sum_ = summed(features)
sorted_ = in_order(features)
summed = in_order = doubled = None
Client().publish_flow('renamed', artifacts=[sum_, sorted_])
