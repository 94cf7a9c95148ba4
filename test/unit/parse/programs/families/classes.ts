import { family } from "../construct.js";

export const classes = family("class", {
  "an artifact as attribute of the class": `
class Flow_N:
    start = load(7)
    doubled = add(start, start)

result_N = add(Flow_N.doubled, TABLE)
`,
  "an artifact as attribute of an instance": `
class Flow_N:
    def __init__(self, start):
        self.start = inc(start)

flow_N = Flow_N(TABLE)
flow_N.more = inc(flow_N.start)
result_N = flow_N.more
`,
  "methods that change themselves": `
class Flow_N:
    def __init__(self, start):
        self.value = start
    def then(self, function, *more):
        self.value = function(self.value, *more)
        return self

result_N = Flow_N(TABLE).then(add, OTHER).then(inc).value
`,
  classmethod: `
class Flow_N:
    start = TABLE
    @classmethod
    def build(cls):
        return inc(cls.start)

result_N = Flow_N.build()
`,
  staticmethod: `
class Flow_N:
    @staticmethod
    def body(t):
        return inc(t)

result_N = Flow_N.body(Flow_N().body(TABLE))
`,
  property: `
class Flow_N:
    def __init__(self, start):
        self.start = start
    @property
    def result(self):
        return inc(self.start)

result_N = inc(Flow_N(TABLE).result)
`,
  "property that is set": `
class Flow_N:
    @property
    def value(self):
        return self._value
    @value.setter
    def value(self, t):
        self._value = inc(t)

flow_N = Flow_N()
flow_N.value = TABLE
result_N = inc(flow_N.value)
`,
  "property made by a call": `
class Flow_N:
    value = property(lambda self: inc(TABLE))

result_N = inc(Flow_N().value)
`,
  __call__: `
class Step_N:
    def __init__(self, by):
        self.by = by
    def __call__(self, t):
        return add(t, self.by)

result_N = Step_N(3)(TABLE)
`,
  "__call__ of an instance in a list": `
class Step_N:
    def __call__(self, t):
        return inc(t)

result_N = TABLE
for step_N in [Step_N(), Step_N()]:
    result_N = step_N(result_N)
`,
  __getitem__: `
class Steps_N:
    def __getitem__(self, key):
        return add(TABLE, key)

result_N = Steps_N()["a"]
`,
  __getattr__: `
class Steps_N:
    def __getattr__(self, name):
        return load(name)

result_N = add(Steps_N().sales, TABLE)
`,
  __iter__: `
class Steps_N:
    def __iter__(self):
        return iter([TABLE, inc(TABLE)])

for one_N in Steps_N():
    result_N = inc(one_N)
`,
  __len__: `
class Steps_N:
    def __len__(self):
        return 2

result_N = add(TABLE, len(Steps_N()))
`,
  "operators of Python": `
class Value_N:
    def __init__(self, held):
        self.held = held
    def __add__(self, other):
        return Value_N(add(self.held, other.held))
    def __or__(self, step):
        return Value_N(step(self.held))

result_N = ((Value_N(TABLE) + Value_N(OTHER)) | inc).held
`,
  __bool__: `
class Never_N:
    def __bool__(self):
        return False

result_N = load() if Never_N() else inc(TABLE)
`,
  __new__: `
class One_N:
    held = None
    def __new__(cls, t):
        self = super().__new__(cls)
        self.held = inc(t)
        return self

result_N = One_N(TABLE).held
`,
  __init_subclass__: `
class Base_N:
    known = []
    def __init_subclass__(cls, **more):
        Base_N.known.append(cls)

class First_N(Base_N):
    def run(self, t):
        return inc(t)

result_N = TABLE
for each_N in Base_N.known:
    result_N = each_N().run(result_N)
`,
  __set_name__: `
class Named_N:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner=None):
        return load(self.name)

class Flow_N:
    sales = Named_N()

result_N = add(Flow_N().sales, TABLE)
`,
  "a metaclass": `
class Meta_N(type):
    def made(cls):
        return inc(TABLE)

class Flow_N(metaclass=Meta_N):
    pass

result_N = Flow_N.made()
`,
  inheritance: `
class Base_N:
    def first(self, t):
        return inc(t)
    def both(self, t):
        return self.second(self.first(t))
    def second(self, t):
        return t

class Derived_N(Base_N):
    def second(self, t):
        return add(t, 1)

result_N = Derived_N().both(TABLE)
`,
  "super().method": `
class Base_N:
    def step(self, t):
        return inc(t)

class Derived_N(Base_N):
    def step(self, t):
        return add(super().step(t), 1)

result_N = Derived_N().step(TABLE)
`,
  "super().__init__": `
class Base_N:
    def __init__(self, start):
        self.start = inc(start)

class Derived_N(Base_N):
    def __init__(self, start):
        super().__init__(start)
        self.more = inc(self.start)

result_N = Derived_N(TABLE).more
`,
  "super with its arguments": `
class Base_N:
    def step(self, t):
        return inc(t)

class Derived_N(Base_N):
    def step(self, t):
        return inc(super(Derived_N, self).step(t))

result_N = Derived_N().step(TABLE)
`,
  "the base by its name": `
class Base_N:
    def step(self, t):
        return inc(t)

class Derived_N(Base_N):
    def step(self, t):
        return add(Base_N.step(self, t), 1)

result_N = Derived_N().step(TABLE)
`,
  "several bases": `
class One_N:
    def step(self, t):
        return inc(t)

class Two_N:
    def step(self, t):
        return add(t, t)
    def other(self, t):
        return inc(inc(t))

class Both_N(One_N, Two_N):
    pass

result_N = Both_N().other(Both_N().step(TABLE))
`,
  "an abstract base": `
import abc
class Base_N(abc.ABC):
    @abc.abstractmethod
    def step(self, t): ...
    def run(self, t):
        return self.step(inc(t))

class Real_N(Base_N):
    def step(self, t):
        return inc(t)

result_N = Real_N().run(TABLE)
`,
  "an operator in a class": `
class Flow_N:
    @staticmethod
    @aq.op
    def clean_N(t):
        return t

result_N = Flow_N.clean_N(TABLE)
`,
  "an operator as attribute": `
class Steps_N:
    step = inc

result_N = Steps_N.step(TABLE)
`,
  "a bound method kept": `
class Flow_N:
    def step(self, t):
        return inc(t)

step_N = Flow_N().step
result_N = step_N(step_N(TABLE))
`,
  "a dataclass": `
from dataclasses import dataclass, field

@dataclass
class Flow_N:
    start: object
    by: int = 2
    made: list = field(default_factory=list)

    def run(self):
        self.made.append(add(self.start, self.by))
        return self.made[-1]

result_N = Flow_N(TABLE).run()
`,
  "a dataclass that makes more of itself": `
import dataclasses

@dataclasses.dataclass
class Flow_N:
    start: object
    def __post_init__(self):
        self.start = inc(self.start)

result_N = inc(Flow_N(start=TABLE).start)
`,
  "dataclasses.replace": `
import dataclasses

@dataclasses.dataclass(frozen=True)
class Flow_N:
    start: object
    by: int = 1

flow_N = dataclasses.replace(Flow_N(TABLE), by=4)
result_N = add(flow_N.start, flow_N.by)
`,
  "a named tuple": `
from collections import namedtuple
Pair_N = namedtuple("Pair_N", "left right")
pair_N = Pair_N(TABLE, right=inc(OTHER))
result_N = add(pair_N.left, pair_N[1])
`,
  "typing.NamedTuple": `
from typing import NamedTuple
class Pair_N(NamedTuple):
    left: object
    right: object = None

left_N, _ = Pair_N(TABLE)
result_N = inc(left_N)
`,
  SimpleNamespace: `
from types import SimpleNamespace
made_N = SimpleNamespace(left=TABLE)
made_N.right = inc(made_N.left)
result_N = add(made_N.left, made_N.right)
`,
  "a typed dictionary": `
from typing import TypedDict
class Made_N(TypedDict):
    left: object

made_N: Made_N = {"left": TABLE}
result_N = inc(made_N["left"])
`,
  "an enumeration of operators": `
import enum
class Name_N(str, enum.Enum):
    FIRST = "first"

result_N = add(TABLE, load(Name_N.FIRST.value))
`,
  "a class made by type": `
Flow_N = type("Flow_N", (), {"held": TABLE, "step": lambda self, t: inc(t)})
result_N = Flow_N().step(Flow_N.held)
`,
  "a decorated class": `
def registered_N(cls):
    cls.by = 3
    return cls

@registered_N
class Flow_N:
    def run(self, t):
        return add(t, self.by)

result_N = Flow_N().run(TABLE)
`,
  "a class in a class": `
class Outer_N:
    class Inner:
        held = TABLE
    def run(self):
        return inc(self.Inner.held)

result_N = Outer_N().run()
`,
  "setattr, getattr, hasattr": `
class Flow_N:
    pass

flow_N = Flow_N()
setattr(flow_N, "held", inc(TABLE))
result_N = inc(getattr(flow_N, "held")) if hasattr(flow_N, "held") else load()
`,
  "getattr of a method": `
class Flow_N:
    def step(self, t):
        return inc(t)

result_N = getattr(Flow_N(), "step")(TABLE)
`,
  "attributes by vars": `
class Flow_N:
    def __init__(self):
        self.left = inc(TABLE)

result_N = inc(vars(Flow_N())["left"])
`,
  "a dictionary of one's own": `
class Steps_N(dict):
    def run(self, name, t):
        return self[name](t)

result_N = Steps_N(inc=inc).run("inc", TABLE)
`,
  "one list for all instances": `
class Flow_N:
    made = []
    def add(self, t):
        self.made.append(inc(t))

Flow_N().add(TABLE)
Flow_N().add(OTHER)
result_N = add(Flow_N.made[0], Flow_N.made[1])
`,
  slots: `
class Flow_N:
    __slots__ = ("held",)
    def __init__(self, t):
        self.held = inc(t)

result_N = Flow_N(TABLE).held
`,
});
