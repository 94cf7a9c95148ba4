"""One construct a workflow: what the text shows of it, and what running it records."""
import functools
import itertools
import os

from aqueduct import Client, op

client = Client()
RATES = {'low': 1, 'high': 2}


@op
def source(n=0):
    return n


@op
def total(a, b):
    return a + b


@op
def more(a):
    return a + 1


@op(num_outputs=2)
def split(a):
    return a, -a


def send(name, *artifacts):
    client.publish_flow(name, artifacts=[*artifacts])


root = source(1)
send('01 dict comprehension', *{key: more(root) for key in RATES}.values())
send('02 reduce', functools.reduce(total, [root, more(root), more(root)]))


def through(value, *steps):
    for step in steps:
        value = step(value)
    return value


send('03 functions as arguments', through(root, more, more))


class Chain:
    def __init__(self, value):
        self.value = value

    def then(self, step, *others):
        self.value = step(self.value, *others)
        return self


send('04 fluent', Chain(root).then(total, root).then(more).value)
if (caught := more(root)) is not None:
    caught = more(caught)
send('05 walrus', caught)
try:
    tried = more(root)
except ValueError:
    tried = source(8)
else:
    tried = more(tried)
send('06 try else', tried)
with open(os.devnull):
    within = total(root, root)
send('07 with', within)
value = root
for place, _ in enumerate(sorted(RATES)):
    if place == 1:
        break
    value = more(value)
send('08 enumerate and break', value)
value = root
for _, rate in RATES.items():
    value = total(value, rate)
send('09 items', value)
value, turns = root, 0
while turns < 2:
    value, turns = more(value), turns + 1
send('10 while', value)
send('11 combinations', *[total(a, b) for a, b in itertools.combinations([root, more(root)], 2)])
send('12 environment', more(root) if not os.environ.get('WILD_TRIAL') else root)
match len(RATES):
    case 2:
        matched = more(root)
    case _:
        matched = root
send('13 match', matched)
head, *tail = [more(root), more(root), more(root)]
send('14 starred', head, *tail)
left, right = more(root), source(2)
left, right = right, left
send('15 swap', total(left, right))
send('16 lambda', (lambda x: more(more(x)))(root))
send('17 partial', functools.partial(total, root)(more(root)))
send('18 map', *map(more, [root, root]))
send('19 generator expression', *(more(x) for x in [root, root]))
send('20 zip', *[total(a, b) for a, b in zip([root, root], [more(root), more(root)])])


def both(value):
    yield more(value)
    yield more(value)


send('21 generator function', *both(root))


def deep(value, levels):
    return value if levels == 0 else deep(more(value), levels - 1)


send('22 recursion', deep(root, 3))
found = {}
found['a'] = more(root)
found.update(b=more(root))
found.setdefault('c', more(root))
send('23 dict methods', found['a'], found.get('b'), found.pop('c'))
steps = [root]
steps.append(more(steps[-1]))
steps.extend([more(steps[-1])])
steps += [more(steps[-1])]
steps.insert(0, source(3))
send('24 list methods', steps[-1], steps[0])
plus, minus = split(root)
send('25 outputs swapped', total(minus, plus))
send('26 outputs by index', *(lambda pair: [pair[1], pair[0]])(split(root)))


def twice(function):
    def inner(x):
        return more(function(x))

    return inner


@twice
def decorated(x):
    return more(x)


send('27 decorated helper', decorated(root))


class Steps:
    begin = source(6)

    @staticmethod
    def body(x):
        return more(x)

    @classmethod
    def build(cls):
        return cls.body(cls.begin)

    @property
    def result(self):
        return more(self.begin)


send('28 class attributes', Steps.build(), Steps().result)
send('29 repeated list', *[x for x in [more(root)] * 2])
for n in range(2):
    for m in range(2):
        value = total(source(n), source(m))
send('30 nested loops', value)
on = {'it': True}
send('31 flag in a dict', more(root) if on['it'] else root)
send('32 operator by key', {'more': more, 'total': total}['more'](root))


class Holder:
    step = staticmethod(more)


send('33 getattr', getattr(Holder, 'step')(root))
value = None
for x in [root, more(root)]:
    value = x if value is None else total(value, x)
send('34 none or', value)
a = b = more(root)
send('35 chained assignment', total(a, b))
typed: object = more(root)
send('36 annotated', typed)
send('37 globals', more(globals()['root']))
exec('written = more(root)')
send('38 exec', written)  # noqa: F821
send('39 f-string ' + f'{1 + 1}', more(root))
try:
    import tomllib as reader
except ImportError:
    reader = None
send('40 optional import', more(root) if reader else root)
for _ in range(3):
    try:
        value = more(root)
        break
    except ValueError:
        continue
else:
    value = root
send('41 for else', value)
assert root is not None
del head
send('42 del', more(root))
send('43 dict unpacked', *{**{'p': more(root)}, 'q': root}.values())
send('44 slice', *[more(root), more(root), more(root)][1:])
send('45 sorted by name', *sorted([more(root), source(9)], key=lambda artifact: artifact.name()))
send('46 subset of a set', *{more(root)})
