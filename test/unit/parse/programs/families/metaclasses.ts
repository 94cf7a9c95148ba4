import { family } from "../construct.js";

export const metaclasses = family("metaclass", {
  "a registry by __new__": `
REG_N = {}
class Meta_N(type):
    def __new__(mcs, name, bases, body):
        cls_N = super().__new__(mcs, name, bases, body)
        if bases:
            REG_N[name] = cls_N
        return cls_N
class Base_N(metaclass=Meta_N):
    pass
class One_N(Base_N):
    def run(self, t):
        return inc(t)
class Two_N(Base_N):
    def run(self, t):
        return inc(inc(t))
result_N = TABLE
for cls_N in REG_N.values():
    result_N = cls_N().run(result_N)
`,
  "a registry by __init__": `
REG_N = []
class Meta_N(type):
    def __init__(cls_N, name, bases, body):
        super().__init__(name, bases, body)
        if bases:
            REG_N.append(cls_N)
class Base_N(metaclass=Meta_N):
    pass
class One_N(Base_N):
    def run(self, t):
        return inc(t)
result_N = TABLE
for cls_N in REG_N:
    result_N = cls_N().run(result_N)
`,
  "keywords of a class": `
REG_N = {}
class Meta_N(type):
    def __new__(mcs, name, bases, body, key=None, **kw):
        cls = super().__new__(mcs, name, bases, body)
        if key:
            REG_N[key] = cls
        return cls
    def __init__(cls, name, bases, body, **kw):
        super().__init__(name, bases, body)
class Base_N(metaclass=Meta_N):
    pass
class One_N(Base_N, key="one"):
    def run(self, t):
        return inc(t)
result_N = REG_N["one"]().run(TABLE)
`,
  "type.__new__": `
REG_N = []
class Meta_N(type):
    def __new__(mcs, name, bases, body):
        cls = type.__new__(mcs, name, bases, body)
        REG_N.append(cls)
        return cls
class One_N(metaclass=Meta_N):
    def run(self, t):
        return inc(t)
result_N = REG_N[0]().run(TABLE)
`,
  "steps of the body": `
class Meta_N(type):
    def __new__(mcs, name, bases, body):
        steps = [v for k, v in body.items() if k.startswith("step_")]
        cls = super().__new__(mcs, name, bases, body)
        cls.steps = steps
        return cls
class Pipe_N(metaclass=Meta_N):
    def step_a(t):
        return inc(t)
    def step_b(t):
        return add(t, t)
result_N = TABLE
for s_N in Pipe_N.steps:
    result_N = s_N(result_N)
`,
  "functions made operators": `
class Meta_N(type):
    def __new__(mcs, name, bases, ns):
        for k, v in list(ns.items()):
            if k.startswith("step_"):
                ns[k] = aq.op(v)
        return super().__new__(mcs, name, bases, ns)
class P_N(metaclass=Meta_N):
    @staticmethod
    def other(t): return inc(t)
    def step_a(t): return t
result_N = P_N.step_a(P_N.other(TABLE))
`,
  "another body": `
class Meta_N(type):
    def __new__(mcs, name, bases, ns):
        ns = dict(ns)
        ns["go"] = lambda self, t: inc(t)
        return super().__new__(mcs, name, bases, ns)
class P_N(metaclass=Meta_N):
    pass
result_N = P_N().go(TABLE)
`,
  called: `
class Meta_N(type):
    def __new__(mcs, name, bases, ns):
        ns["go"] = lambda self, t: inc(t)
        return type.__new__(mcs, name, bases, ns)
P_N = Meta_N("P_N", (), {})
result_N = P_N().go(TABLE)
`,
  "a property of its classes": `
class Meta_N(type):
    @property
    def made(cls): return inc(TABLE)
    def step(cls, t): return add(t, t)
class P_N(metaclass=Meta_N): pass
result_N = P_N.step(P_N.made)
`,
  "names before the body": `
class Meta_N(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return {"inc2": lambda t: inc(inc(t))}
class P_N(metaclass=Meta_N):
    go = staticmethod(inc2)
result_N = P_N.go(TABLE)
`,
  "one of two ways": `
import os
class Meta_N(type):
    def __new__(mcs, name, bases, ns):
        if os.getenv("X"):
            return super().__new__(mcs, name, bases, ns)
        return super().__new__(mcs, name, bases, {"go": lambda self, t: inc(t), **ns})
class P_N(metaclass=Meta_N): pass
result_N = P_N().go(TABLE)
`,
  "of abc": `
from abc import ABCMeta, abstractmethod
R_N = {}
class Meta_N(ABCMeta):
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns, **kw)
        R_N[name] = cls
class A_N(metaclass=Meta_N):
    @abstractmethod
    def go(self, t): ...
class B_N(A_N):
    def go(self, t): return inc(t)
result_N = R_N["B_N"]().go(TABLE)
`,
  "__init_subclass__ with a keyword": `
REG_N = {}
class Base_N:
    def __init_subclass__(cls, key=None, **kw):
        super().__init_subclass__(**kw)
        REG_N[key] = cls
class One_N(Base_N, key="one"):
    def run(self, t):
        return inc(t)
result_N = REG_N["one"]().run(TABLE)
`,
  "__init_subclass__ of two bases": `
R_N = []
class A_N:
    def __init_subclass__(cls, **k):
        super().__init_subclass__(**k)
        R_N.append(("A_N", cls))
class B_N:
    def __init_subclass__(cls, **k):
        super().__init_subclass__(**k)
        R_N.append(("B_N", cls))
class C_N(A_N, B_N):
    def go(self, t): return inc(t)
result_N = TABLE
for n_N, c_N in R_N:
    result_N = c_N().go(result_N)
`,
  __subclasses__: `
class Base_N:
    pass
class One_N(Base_N):
    def run(self, t):
        return inc(t)
class Two_N(Base_N):
    def run(self, t):
        return add(t, t)
result_N = TABLE
for c_N in Base_N.__subclasses__():
    result_N = c_N().run(result_N)
`,
  __set_name__: `
class Step_N:
    def __set_name__(self, owner, name):
        self.name = name
        owner.names = getattr(owner, "names", []) + [name]
    def __get__(self, obj, owner):
        return inc
class P_N:
    a = Step_N()
    b = Step_N()
result_N = TABLE
for n_N in P_N.names:
    result_N = getattr(P_N(), n_N)(result_N)
`,
  __class_getitem__: `
class P_N:
    def __class_getitem__(cls, n):
        return lambda t: add(t, n)
result_N = P_N[3](TABLE)
`,
});
