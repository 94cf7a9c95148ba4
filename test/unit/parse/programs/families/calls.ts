import { family } from "../construct.js";

export const calls = family("call", {
  "a helper by keywords": `
def helper_N(one, two, times=1):
    for _ in range(times):
        one = add(one, two)
    return one

result_N = helper_N(two=OTHER, one=TABLE, times=2)
`,
  "keyword-only arguments": `
def helper_N(one, *, by, times=2):
    for _ in range(times):
        one = add(one, by)
    return one

result_N = helper_N(helper_N(TABLE, by=OTHER), by=3, times=1)
`,
  "positional-only arguments": `
def helper_N(one, /, two):
    return add(one, two)

result_N = helper_N(TABLE, two=OTHER)
`,
  "star arguments": `
def helper_N(first, *rest):
    for one in rest:
        first = add(first, one)
    return first

result_N = helper_N(TABLE, OTHER, 1)
`,
  "double star arguments": `
def helper_N(**named):
    return add(named["one"], named.get("two", 2))

result_N = helper_N(one=helper_N(one=TABLE), two=OTHER)
`,
  "arguments passed on": `
def helper_N(*args, **kwargs):
    return target_N(*args, **kwargs)

def target_N(one, two=1, *more, by=None):
    made = add(one, two)
    return made if by is None else add(made, by)

result_N = helper_N(helper_N(TABLE), OTHER, by=5)
`,
  "a list spread": `
both_N = [TABLE, OTHER]
result_N = add(*both_N)
`,
  "a tuple spread between others": `
def helper_N(a, b, c):
    return add(add(a, b), c)

result_N = helper_N(TABLE, *(OTHER,), 3)
`,
  "a dictionary spread": `
def helper_N(one, two):
    return add(one, two)

given_N = {"one": TABLE}
result_N = helper_N(**given_N, **{"two": OTHER})
`,
  "a generator spread": `
result_N = add(*(inc(one) for one in (TABLE, OTHER)))
`,
  "something spread that is not known": `
import os
def helper_N(one, *rest):
    return inc(one)

result_N = helper_N(TABLE, *os.environ.get("AQUEDUCT_NEVER_SET", "").split())
`,
  "an operator with star arguments": `
@aq.op
def gather_N(*tables):
    return tables

result_N = gather_N(TABLE, *[inc(TABLE), OTHER])
`,
  "an operator with defaults": `
@aq.op
def step_N(table, by=2, how="left", *, quiet=True):
    return table

result_N = step_N(step_N(TABLE, 5))
`,
  "an operator by keywords": `
result_N = add(b=inc(a=TABLE), a=OTHER)
result_N = add(result_N, b=3)
`,
  "an operator with keyword-only arguments, by keywords": `
@aq.op
def step_N(table, *, by=2, other):
    return table

result_N = step_N(other=OTHER, table=TABLE)
result_N = step_N(result_N, by=TABLE, other=5)
`,
  "an operator with positional-only arguments": `
@aq.op
def step_N(one, /, two=1):
    return one

result_N = step_N(TABLE, two=OTHER)
`,
  "an operator with keywords of any name": `
@aq.op
def gather_N(first, by=1, *rest, **named):
    return first

result_N = gather_N(TABLE, OTHER, inc(TABLE), 7, last=OTHER, how="left")
result_N = gather_N(first=result_N, two=TABLE)
result_N = gather_N(result_N, other=TABLE, **{"more": OTHER})
`,
  "a method by keywords": `
class Steps_N:
    @aq.op
    def by(value, number=1):
        return value

result_N = Steps_N.by(number=OTHER, value=TABLE)
`,
  "a list of artifacts": `
@aq.op
def join_N(parts):
    return parts

result_N = join_N([load(n) for n in range(3)])
result_N = join_N([result_N, TABLE])
`,
  "a tuple, a dictionary, nested, with literals": `
@aq.op
def join_N(parts, by=None, *, more=()):
    return parts

result_N = join_N({"one": TABLE, "two": [OTHER, (inc(TABLE), 5)], 3: {"deep": OTHER}, None: "x"}, more=(TABLE,))
result_N = join_N((result_N, {"n": 1, "list": [1, 2, 3]}), by=[1, 2])
`,
  "a list that a loop fills": `
@aq.op
def join_N(parts):
    return parts

parts_N = []
for number_N in (1, 2):
    parts_N.append(add(TABLE, number_N))
    parts_N += [OTHER]
result_N = join_N(parts=parts_N)
`,
  "a list whose length is not known": `
import os
@aq.op
def join_N(parts):
    return parts

result_N = join_N([load(one) for one in os.environ.get("AQUEDUCT_NEVER_SET", "a b").split()] + [TABLE])
`,
  "artifacts of a container in a metric and a check": `
@aq.metric
def count_N(parts, least=1):
    return len(parts)

@aq.check
def both_N(pair):
    return True

result_N = inc(TABLE)
count_N([result_N, TABLE]).bound(lower=1)
count_N([result_N, TABLE])
count_N((result_N, TABLE), least=2)
both_N({"a": result_N, "b": count_N([result_N])})
`,
  "literals among star arguments": `
@aq.op
def gather_N(*parts):
    return parts

result_N = gather_N(TABLE, 1, [OTHER, "x"], None)
`,
  "a coroutine function": `
@aq.op
async def fetched_N(table, by=1):
    return table

result_N = fetched_N(TABLE, by=OTHER)
`,
  "a generator function": `
@aq.op
def rows_N(table):
    yield from table

@aq.op
async def streamed_N(table):
    yield table

result_N = add(rows_N(TABLE), streamed_N(table=OTHER))
`,
  "a partial that is made an operator": `
import functools
def scaled_N(table, by):
    return table

step_N = aq.op(name="scaled_N")(functools.partial(scaled_N, by=2))
result_N = step_N(TABLE)
result_N = aq.to_operator(functools.partial(scaled_N, by=3))(result_N)
`,
  "a callable object that is made an operator": `
class Step_N:
    def __call__(self, table):
        return table

result_N = aq.op(name="step_N")(Step_N())(TABLE)
result_N = aq.op(Step_N())(result_N)
`,
  "an operator without arguments": `
@aq.op
def made_N():
    return 1

result_N = add(made_N(), TABLE)
`,
  "an operator as argument": `
def apply_N(function, *values):
    return function(*values)

result_N = apply_N(add, apply_N(inc, TABLE), OTHER)
`,
  "operators in a dictionary": `
steps_N = {"inc": inc, "add": add}
result_N = steps_N["add"](steps_N["inc"](TABLE), 2)
`,
  "a lambda": `
twice_N = lambda t, by=3: add(inc(t), by)
result_N = twice_N(TABLE)
`,
  "a lambda called where it stands": `
result_N = (lambda x: inc(inc(x)))(TABLE)
`,
  "a call of what a call gives": `
def making_N(by):
    def made(t):
        return add(t, by)
    return made

result_N = making_N(4)(TABLE)
`,
  "a default that is an artifact": `
def helper_N(one, by=OTHER):
    return add(one, by)

result_N = helper_N(TABLE)
`,
  "a default that is shared": `
def helper_N(one, seen=[]):
    seen.append(inc(one))
    return seen[0]

helper_N(TABLE)
result_N = add(helper_N(OTHER), OTHER)
`,
  lazy: `
result_N = inc.lazy(TABLE)
`,
  local: `
print(inc.local(3))
result_N = inc(TABLE)
`,
  "an operator under another name": `
other_name_N = inc
result_N = other_name_N(TABLE)
`,
  "the same artifact twice": `
result_N = add(TABLE, TABLE)
`,
  "over several lines": `
result_N = add(
    inc(
        TABLE,
    ),
    OTHER,
)
`,
});

export const partials = family("functools", {
  "partial of a helper": `
import functools
def helper_N(one, two):
    return add(one, two)

result_N = functools.partial(helper_N, TABLE)(OTHER)
`,
  "partial of a helper by keyword": `
from functools import partial
def helper_N(one, by=1):
    return add(one, by)

by_three_N = partial(helper_N, by=3)
result_N = by_three_N(by_three_N(TABLE))
`,
  "partial of an operator": `
from functools import partial
result_N = partial(add, TABLE)(inc(OTHER))
`,
  "partial of op": `
import functools
step_N = functools.partial(aq.op, requirements=[])

@step_N(name="partial step_N")
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "partial of a partial": `
from functools import partial
def helper_N(one, two, three):
    return add(add(one, two), three)

result_N = partial(partial(helper_N, TABLE), OTHER)(3)
`,
  "partial in map": `
from functools import partial
def helper_N(by, one):
    return add(one, by)

made_N = list(map(partial(helper_N, 2), [TABLE, OTHER]))
result_N = made_N[0]
`,
  partialmethod: `
import functools
class Steps_N:
    def by(self, t, number):
        return add(t, number)
    by_two = functools.partialmethod(by, number=2)

result_N = Steps_N().by_two(TABLE)
`,
  reduce: `
import functools
result_N = functools.reduce(add, [TABLE, OTHER, inc(TABLE)])
`,
  "reduce from a first value": `
from functools import reduce
result_N = reduce(lambda t, step: step(t), [inc, load], TABLE)
`,
  "lru_cache on a helper": `
import functools
@functools.lru_cache(maxsize=None)
def cached_N(number):
    return load(number)

result_N = add(cached_N(1), cached_N(2))
`,
  "cache that is hit": `
import functools
@functools.lru_cache
def cached_N(number):
    return load(number)

result_N = add(cached_N(1), cached_N(1))
`,
  singledispatch: `
import functools
@functools.singledispatch
def step_N(value):
    return inc(TABLE)

@step_N.register
def _(value: int):
    return add(TABLE, value)

result_N = step_N(3)
`,
  cached_property: `
import functools
class Holder_N:
    @functools.cached_property
    def made(self):
        return inc(TABLE)

holder_N = Holder_N()
result_N = add(holder_N.made, holder_N.made)
`,
  "operator.itemgetter": `
import operator
result_N = inc(operator.itemgetter("a")({"a": TABLE}))
`,
  "operator.attrgetter": `
import operator
class Holder_N:
    held = TABLE

result_N = inc(operator.attrgetter("held")(Holder_N))
`,
  "operator.methodcaller": `
import operator
class Holder_N:
    def made(self):
        return inc(TABLE)

result_N = operator.methodcaller("made")(Holder_N())
`,
});
