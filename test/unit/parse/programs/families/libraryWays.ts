import { family } from "../construct.js";

export const libraryWays = family("way of the library", {
  partialmethod: `
from functools import partialmethod
class P_N:
    def go(self, n, t): return add(t, n)
    two = partialmethod(go, 2)
result_N = P_N().two(TABLE)
`,
  singledispatchmethod: `
from functools import singledispatchmethod
class A_N:
    @singledispatchmethod
    def go(self, x, t): return inc(t)
    @go.register
    def _(self, x: str, t): return add(t, t)
result_N = A_N().go("s", A_N().go(1, TABLE))
`,
  "suppress, raised": `
from contextlib import suppress
result_N = TABLE
with suppress(ZeroDivisionError):
    result_N = inc(result_N)
    1 / 0
    result_N = inc(result_N)
`,
  "suppress, perhaps": `
from contextlib import suppress
result_N = TABLE
with suppress(Exception):
    import nope_not_there
    result_N = inc(result_N)
result_N = add(result_N, result_N)
`,
  "+= of an object": `
class A_N:
    def __init__(self, t): self.t = t
    def __iadd__(self, o): self.t = add(self.t, o); return self
a_N = A_N(TABLE)
a_N += 3
result_N = a_N.t
`,
  "an order by chance": `
import random
fs_N = [inc, lambda t: add(t, t)]
random.shuffle(fs_N)
result_N = TABLE
for f_N in fs_N: result_N = f_N(result_N)
`,
  "functions in a pool": `
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(2) as ex_N:
    futures_N = [ex_N.submit(lambda n_N: load(n_N), n_N) for n_N in range(2)]
    parts_N = [f_N.result() for f_N in futures_N]
result_N = add(*parts_N)
`,
  "a thread": `
import threading
out_N = []
th_N = threading.Thread(target=lambda: out_N.append(inc(TABLE)))
th_N.start(); th_N.join()
result_N = out_N[0]
`,
});
