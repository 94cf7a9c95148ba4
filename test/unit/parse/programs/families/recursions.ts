import { family } from "../construct.js";

export const recursions = family("recursion", {
  "60 deep": `
def down_N(t, n):
    if n == 0:
        return t
    return down_N(inc(t), n - 1)
result_N = down_N(TABLE, 60)
`,
  "that gives nothing": `
made_N = []
def walk_N(t, n):
    if n:
        walk_N(t, n - 1)
    made_N.append(inc(t))
walk_N(TABLE, 45)
result_N = made_N[-1]
`,
  "with a condition that is not known": `
import random
def down_N(t):
    t = inc(t)
    if random.random() < 0.0:
        return down_N(t)
    return t
result_N = down_N(TABLE)
`,
  "with a way out that is not known": `
import random
def down_N(t, n):
    if random.random() < 2:
        return inc(t)
    return down_N(inc(t), n)
result_N = down_N(TABLE, 3)
`,
  "of two functions, with a condition that is not known": `
import os
def a_N(t):
    return b_N(inc(t)) if os.getenv("NOPE") else inc(t)
def b_N(t):
    return a_N(t)
result_N = b_N(TABLE)
`,
  "deeper than is followed": `
def f_N(n):
    if n == 0:
        return inc(TABLE)
    return f_N(n - 1)
result_N = f_N(300)
`,
  "of a number that is not known": `
import os
def down_N(t, n):
    if n <= 0:
        return t
    return down_N(inc(t), n - 1)
result_N = down_N(inc(TABLE), int(os.getenv("N", "2")))
`,
  "that goes on behind its own call": `
import os
made_N = []
def go_N(t, n):
    made_N.append(inc(t))
    if int(os.getenv("N", "2")) > n:
        go_N(made_N[-1], n + 1)
    made_N.append(add(t, t))
go_N(TABLE, 0)
result_N = made_N[-1]
`,
  "in a generator": `
import os
def walk_N(t, n):
    yield inc(t)
    if os.getenv("DEEP"):
        yield from walk_N(t, n + 1)
result_N = list(walk_N(TABLE, 0))[0]
`,
  "of a tree": `
def tree_N(n):
    return load(n) if n < 2 else add(tree_N(n - 1), tree_N(n - 2))
result_N = tree_N(4)
`,
  "in a try": `
def down_N(t, n):
    try:
        if n == 0:
            raise ValueError
        return down_N(inc(t), n - 1)
    except ValueError:
        return add(t, t)
result_N = down_N(TABLE, 3)
`,
});
