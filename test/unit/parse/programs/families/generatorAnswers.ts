import { family } from "../construct.js";

export const generatorAnswers = family("answer of a generator", {
  "StopIteration.value": `
def g_N(t):
    yield inc(t)
    return add(t, t)
it_N = g_N(TABLE)
next(it_N)
try:
    next(it_N)
except StopIteration as stop_N:
    result_N = stop_N.value
`,
  "StopIteration.value of a loop": `
def g_N(t):
    yield inc(t)
    yield inc(t)
    return add(t, t)
it_N = g_N(TABLE)
while True:
    try:
        next(it_N)
    except StopIteration as e_N:
        result_N = e_N.value
        break
`,
  "StopIteration.args": `
def g_N(t):
    yield t
    return inc(t)
def run_N(gen):
    try:
        while True:
            next(gen)
    except StopIteration as e:
        return e.args[0]
result_N = run_N(g_N(TABLE))
`,
  "a coroutine that is sent nothing": `
class Aw_N:
    def __await__(self):
        return (yield)
async def main_N(t):
    return inc(t)
co_N = main_N(TABLE)
try:
    co_N.send(None)
except StopIteration as e_N:
    result_N = e_N.value
`,
  "a yield in a call": `
def g_N(t):
    x = inc((yield t))
    yield x
it_N = g_N(TABLE)
next(it_N)
result_N = it_N.send(TABLE)
`,
  "two yields in a call": `
def g_N(t):
    add((yield t), (yield t))
    yield inc(t)
it_N = g_N(TABLE)
a_N = next(it_N)
b_N = it_N.send(a_N)
result_N = it_N.send(b_N)
`,
  "what it returns through two": `
def g_N(t):
    for _ in range(2):
        yield inc(t)
    return inc(t)
def outer_N(t):
    x = yield from g_N(t)
    return add(x, x)
def drive_N(gen):
    while True:
        try:
            next(gen)
        except StopIteration as s:
            return s.value
result_N = drive_N(outer_N(TABLE))
`,
  "a yield in a condition": `
def g_N(t):
    if (yield inc(t)):
        yield add(t, t)
it_N = g_N(TABLE)
next(it_N)
result_N = it_N.send(True)
`,
  "a yield that is added": `
def g_N(t):
    made = []
    made += [inc((yield t))]
    yield made[0]
it_N = g_N(TABLE); next(it_N)
result_N = it_N.send(TABLE)
`,
  "a yield that is returned": `
def g_N(t):
    return inc((yield t))
it_N = g_N(TABLE); next(it_N)
try:
    it_N.send(TABLE)
except StopIteration as e_N:
    result_N = e_N.value
`,
  throw: `
def g_N(t):
    try:
        yield t
    except ValueError:
        yield inc(t)
it_N = g_N(TABLE); next(it_N)
result_N = it_N.throw(ValueError())
`,
  close: `
made_N = []
def g_N(t):
    try:
        yield t
    finally:
        made_N.append(inc(t))
it_N = g_N(TABLE); next(it_N); it_N.close()
result_N = made_N[0]
`,
  "a context that swallows": `
from contextlib import contextmanager
@contextmanager
def ctx_N(t):
    try:
        yield inc(t)
    except ValueError:
        pass
result_N = TABLE
with ctx_N(TABLE) as x_N:
    result_N = add(x_N, x_N)
    raise ValueError
`,
  "a context that ends in any case": `
from contextlib import contextmanager
made_N = []
@contextmanager
def ctx_N(t):
    try:
        yield t
    finally:
        made_N.append(inc(t))
try:
    with ctx_N(TABLE) as x_N:
        raise ValueError
except ValueError:
    pass
result_N = made_N[0]
`,
  "async with": `
import asyncio
class C_N:
    async def __aenter__(self): return inc(TABLE)
    async def __aexit__(self, *a): return False
async def main_N():
    async with C_N() as t:
        return inc(t)
result_N = asyncio.run(main_N())
`,
});
