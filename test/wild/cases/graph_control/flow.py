"""Control flow that decides which operators there are."""
import itertools
import os
import sys

from aqueduct import Client, metric, op

client = Client()
TRIAL = bool(os.environ.get('WILD_TRIAL'))
RATES = {'low': 1, 'high': 2}
STEPS = []


@op
def source(n=0):
    return n


@op
def total(a, b):
    return a + b


@op
def more(a):
    return a + 1


@metric
def level(a):
    return a


@op
def double(a):
    return a * 2


def through(value, *steps):
    for each in steps:
        value = each(value)
    return value


STEPS.append(double)
root = source(2)
by_rate = {key: more(root) for key in RATES}
joined = total(*by_rate.values())
steered = through(joined, more, *STEPS)
if (taken := more(steered)) is not None:
    taken = more(taken)
try:
    tried = more(taken)
except ValueError:
    tried = source(9)
else:
    tried = more(tried)
for place, (_, rate) in enumerate(sorted(RATES.items())):
    if place == 1:
        break
    tried = total(tried, rate)
while len(STEPS) < 3:
    STEPS.append(more)
    tried = more(tried)
pairs = [total(a, b) for a, b in itertools.combinations([root, joined, tried], 2)]
last = pairs[-1] if not TRIAL else root
match sys.platform:
    case 'win32':
        last = source(1)
    case _:
        last = more(last)
first, *rest = pairs
first, last = last, first
level(total(first, last))
client.publish_flow('steered', artifacts=[(lambda x: more(more(x)))(total(*[first, last])), *rest])
