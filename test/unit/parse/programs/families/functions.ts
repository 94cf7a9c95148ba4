import { family } from "../construct.js";

export const functions = family("function", {
  nested: `
def outer_N(t):
    def inner(value):
        return inc(value)
    return inner(inner(t))

result_N = outer_N(TABLE)
`,
  closure: `
def making_N(by):
    def made(t):
        return add(t, by)
    return made

by_two_N, by_other_N = making_N(2), making_N(OTHER)
result_N = by_other_N(by_two_N(TABLE))
`,
  "closures of a loop": `
steps_N = []
for i_N in range(2):
    steps_N.append(lambda t, i=i_N: add(t, i))
result_N = TABLE
for step_N in steps_N:
    result_N = step_N(result_N)
`,
  "closures of a loop that see its end": `
steps_N = []
for i_N in range(2):
    steps_N.append(lambda t: add(t, i_N))
result_N = steps_N[0](TABLE)
`,
  "a counter": `
def counter_N():
    count = 0
    def more():
        nonlocal count
        count += 1
        return count
    return more

more_N = counter_N()
more_N()
result_N = add(TABLE, more_N())
`,
  recursion: `
def recurse_N(t, depth):
    return t if depth == 0 else recurse_N(inc(t), depth - 1)

result_N = recurse_N(TABLE, 3)
`,
  "recursion over a list": `
def folded_N(tables):
    if len(tables) == 1:
        return tables[0]
    return add(tables[0], folded_N(tables[1:]))

result_N = folded_N([TABLE, OTHER, load(1)])
`,
  "recursion of two": `
def even_N(t, n):
    return t if n == 0 else odd_N(inc(t), n - 1)

def odd_N(t, n):
    return t if n == 0 else even_N(add(t, 1), n - 1)

result_N = even_N(TABLE, 3)
`,
  "an early return": `
def helper_N(t, by=None):
    if by is None:
        return inc(t)
    made = add(t, by)
    return made

result_N = helper_N(helper_N(TABLE), 5)
`,
  "returns a tuple": `
def both_N(t):
    return inc(t), add(t, 1)

one_N, other_N = both_N(TABLE)
result_N = add(one_N, other_N)
`,
  "returns a dictionary": `
def both_N(t):
    return {"one": inc(t), "other": t}

result_N = add(**{"a": both_N(TABLE)["one"], "b": both_N(TABLE)["other"]}) if False else inc(both_N(TABLE)["one"])
`,
  "returns nothing": `
def save_N(t):
    db.save(t, "saved_N", "append")

result_N = inc(TABLE)
save_N(result_N)
`,
  "an attribute": `
def helper_N(t):
    return add(t, helper_N.by)

helper_N.by = 4
result_N = helper_N(TABLE)
`,
  "a memory of one's own": `
known_N = {}
def once_N(name):
    if name not in known_N:
        known_N[name] = load(name)
    return known_N[name]

result_N = add(once_N("a"), once_N("a"))
`,
  "an operator defined in it": `
def made_N(t):
    @aq.op
    def inner(value):
        return value
    return inner(t)

result_N = made_N(TABLE)
`,
  "an operator defined in it, called twice": `
def made_N(t, by):
    @aq.op(name="inner_N")
    def inner(value, number):
        return value
    return inner(t, by)

result_N = made_N(made_N(TABLE, 1), 2)
`,
  main: `
def main_N():
    made = inc(TABLE)
    return inc(made)

if __name__ == "__main__":
    result_N = main_N()
`,
  "defined anew": `
def helper_N(t):
    return inc(t)

first_N = helper_N(TABLE)

def helper_N(t):
    return add(t, 1)

result_N = helper_N(first_N)
`,
  "an operator defined anew": `
@aq.op
def step_N(t):
    return t

first_N = step_N(TABLE)

@aq.op
def step_N(t, by=2):
    return t

result_N = step_N(first_N)
`,
  "functions in a list of names": `
def first_N(t):
    return inc(t)

def second_N(t):
    return add(t, 1)

result_N = TABLE
for function_N in (first_N, second_N):
    result_N = function_N(result_N)
`,
  composed: `
def composed_N(*functions):
    def run(t):
        for function in functions:
            t = function(t)
        return t
    return run

result_N = composed_N(inc, lambda t: add(t, 1), inc)(TABLE)
`,
  annotated: `
from __future__ import annotations
def helper_N(t: Table, by: int = 2) -> Table:
    made: Table = add(t, by)
    return made

result_N = helper_N(TABLE)
`.replace("from __future__ import annotations\n", "Table = object\n"),
});

export const assignments = family("assignment", {
  chained: `
a_N = b_N = inc(TABLE)
result_N = add(a_N, b_N)
`,
  annotated: `
made_N: object = inc(TABLE)
later_N: object
later_N = inc(made_N)
result_N = later_N
`,
  "walrus in a condition": `
if (made_N := inc(TABLE)) is not None:
    result_N = inc(made_N)
else:
    result_N = TABLE
`,
  "walrus in a call": `
result_N = add(kept_N := inc(TABLE), kept_N)
`,
  augmented: `
count_N = 1
count_N += 2
count_N *= 3
result_N = add(TABLE, count_N)
`,
  "augmented by an item": `
counts_N = {"a": 1}
counts_N["a"] += 4
result_N = add(TABLE, counts_N["a"])
`,
  "rebinding in between": `
result_N = TABLE
kept_N = result_N
result_N = inc(result_N)
result_N = add(result_N, kept_N)
`,
  "two names of one list": `
made_N = [TABLE]
same_N = made_N
same_N.append(inc(OTHER))
result_N = inc(made_N[1])
`,
  "a list passed to a function": `
def fill_N(made):
    made.append(inc(TABLE))

made_N = []
fill_N(made_N)
result_N = inc(made_N[0])
`,
  arithmetic: `
result_N = add(TABLE, (7 // 2) ** 2 % 5 - 1)
`,
  "None, then something": `
result_N = None
for one_N in [TABLE, OTHER]:
    result_N = one_N if result_N is None else add(result_N, one_N)
`,
  "conditional on a loop's number": `
result_N = TABLE
for i_N in range(4):
    result_N = inc(result_N) if i_N % 2 else result_N
`,
});
