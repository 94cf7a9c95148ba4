import { family } from "../construct.js";

export const inspection = family("inspection", {
  "parameters by inspect.signature": `
import inspect
def loaded_N():
    return TABLE
def cleaned_N(loaded_N):
    return inc(loaded_N)
def joined_N(cleaned_N, loaded_N):
    return add(cleaned_N, loaded_N)
funcs_N = {f_N.__name__: f_N for f_N in (loaded_N, cleaned_N, joined_N)}
def get_N(name):
    f_N = funcs_N[name]
    return f_N(*[get_N(p) for p in inspect.signature(f_N).parameters])
result_N = get_N("joined_N")
`,
  "by getfullargspec": `
import inspect
def loaded_N():
    return TABLE
def joined_N(loaded_N):
    return add(loaded_N, loaded_N)
funcs_N = {f_N.__name__: f_N for f_N in (loaded_N, joined_N)}
def get_N(name):
    f_N = funcs_N[name]
    return f_N(*[get_N(p) for p in inspect.getfullargspec(f_N).args])
result_N = get_N("joined_N")
`,
  "by __code__": `
def loaded_N():
    return TABLE
def joined_N(loaded_N):
    x = add(loaded_N, loaded_N)
    return x
funcs_N = {f_N.__name__: f_N for f_N in (loaded_N, joined_N)}
def get_N(name):
    f_N = funcs_N[name]
    return f_N(**{p: get_N(p) for p in f_N.__code__.co_varnames[:f_N.__code__.co_argcount]})
result_N = get_N("joined_N")
`,
  "by __annotations__": `
def joined_N(a: "table", b: "table"):
    return add(a, b)
given_N = {"table": TABLE}
result_N = joined_N(**{k_N: given_N[v_N] for k_N, v_N in joined_N.__annotations__.items()})
`,
  "by get_type_hints": `
import typing
class T_N: pass
def joined_N(a: T_N, b: T_N):
    return add(a, b)
given_N = {T_N: TABLE}
result_N = joined_N(**{k_N: given_N[v_N] for k_N, v_N in typing.get_type_hints(joined_N).items()})
`,
  "of what wraps keeps": `
import inspect, functools
def deco_N(f):
    @functools.wraps(f)
    def inner(*a, **k):
        return f(*a, **k)
    return inner
@deco_N
def joined_N(a, b):
    return add(a, b)
given_N = {"a": TABLE, "b": inc(TABLE)}
result_N = joined_N(**{p_N: given_N[p_N] for p_N in inspect.signature(joined_N).parameters})
`,
  "of an operator": `
import inspect
given_N = {"a": TABLE, "b": inc(TABLE)}
result_N = add(*[given_N[p_N] for p_N in inspect.signature(add).parameters])
`,
  "the kinds of parameters": `
import inspect
def f_N(a, *rest):
    return inc(a)
result_N = TABLE
for p_N in inspect.signature(f_N).parameters.values():
    if p_N.kind == inspect.Parameter.VAR_POSITIONAL:
        result_N = inc(result_N)
`,
  bind: `
import inspect
def f_N(a, b):
    return add(a, b)
bound_N = inspect.signature(f_N).bind(TABLE, b=TABLE)
result_N = f_N(*bound_N.args, **bound_N.kwargs)
`,
  "dir of an object": `
class P_N:
    def step_a(self, t):
        return inc(t)
    def step_b(self, t):
        return add(t, t)
p_N = P_N()
result_N = TABLE
for name_N in dir(p_N):
    if name_N.startswith("step_"):
        result_N = getattr(p_N, name_N)(result_N)
`,
  "vars of a class": `
class P_N:
    def step_a(self, t):
        return inc(t)
    def step_b(self, t):
        return add(t, t)
p_N = P_N()
result_N = TABLE
for name_N, f_N in vars(P_N).items():
    if name_N.startswith("step_"):
        result_N = f_N(p_N, result_N)
`,
  "__dict__ of a class": `
class A_N:
    def step_1(self, t): return inc(t)
    def step_2(self, t): return add(t, t)
result_N = TABLE
for name_N, f_N in A_N.__dict__.items():
    if name_N.startswith("step"):
        result_N = f_N(None, result_N)
`,
  "one of several classes": `
import os
class A_N:
    def go(self, t): return inc(t)
class B_N:
    def go(self, t): return add(t, t)
kinds_N = {"a": A_N, "b": B_N}
result_N = kinds_N[os.getenv("K", "a")]().go(TABLE)
`,
  "one of several functions of a registry": `
import os
class Reg_N(dict):
    def register(self, name):
        def deco(f):
            self[name] = f
            return f
        return deco
reg_N = Reg_N()
@reg_N.register("one_N")
def one_N(t): return inc(t)
result_N = reg_N[os.getenv("X", "one_N")](TABLE)
`,
  "an order that a library gives": `
from graphlib import TopologicalSorter
deps_N = {"b": {"a"}, "c": {"b"}, "a": set()}
fs_N = {"a": lambda d_N: inc(TABLE), "b": lambda d_N: inc(d_N["a"]), "c": lambda d_N: inc(d_N["b"])}
d_N = {}
for n_N in TopologicalSorter(deps_N).static_order():
    d_N[n_N] = fs_N[n_N](d_N)
result_N = d_N["c"]
`,
});
