import { family } from "../construct.js";

const steps = `
@aq.op
def step(t):
    return t

def helper(t, by=2):
    return step(step(t))

BY = 3
`;

export const imports = family("import", {
  "from a module": {
    text: `
from steps_N import BY, helper as helped_N, step as stepped_N
result_N = add(helped_N(stepped_N(TABLE)), BY)
`,
    files: { "steps_N.py": steps },
  },
  "a module": {
    text: `
import steps_N
result_N = steps_N.helper(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "a module under another name": {
    text: `
import steps_N as other_N
result_N = other_N.step(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "everything of a module": {
    text: `
from steps_N import *
result_N = only_N(TABLE)
`,
    files: {
      "steps_N.py": `
__all__ = ["only_N"]

@aq.op
def only_N(t):
    return t
`,
    },
  },
  "a module of a package": {
    text: `
import package_N.steps
result_N = package_N.steps.step(TABLE)
`,
    files: { "package_N/__init__.py": "", "package_N/steps.py": steps },
  },
  "a package that gives names on": {
    text: `
from package_N import helper as helped_N
result_N = helped_N(TABLE)
`,
    files: { "package_N/__init__.py": "from .steps import helper\n", "package_N/steps.py": steps },
  },
  "a package without __init__": {
    text: `
from package_N.steps import step as stepped_N
result_N = stepped_N(TABLE)
`,
    files: { "package_N/steps.py": steps },
  },
  "from the package above": {
    text: `
from package_N.inner.more import more as more_N
result_N = more_N(TABLE)
`,
    files: {
      "package_N/__init__.py": "",
      "package_N/steps.py": steps,
      "package_N/inner/__init__.py": "",
      "package_N/inner/more.py": `
from ..steps import step

def more(t):
    return step(step(t))
`,
    },
  },
  "in a function": {
    text: `
def late_N(t):
    from steps_N import step
    return step(t)

result_N = late_N(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "in a branch": {
    text: `
if 1 < 2:
    from steps_N import step as stepped_N
else:
    from other_steps_N import step as stepped_N
result_N = stepped_N(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "with another one to fall back on": {
    text: `
try:
    from steps_that_nobody_has_N import step as stepped_N
except ImportError:
    from steps_N import step as stepped_N
result_N = stepped_N(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "importlib.import_module": {
    text: `
import importlib
steps_N = importlib.import_module("steps_N")
result_N = steps_N.step(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "importlib.import_module by an f-string": {
    text: `
from importlib import import_module
result_N = TABLE
for name_N in ("a", "b"):
    result_N = import_module(f"steps_{name_N}_N").step(result_N)
`,
    files: { "steps_a_N.py": steps, "steps_b_N.py": steps },
  },
  "importlib.import_module in a package": {
    text: `
import importlib
result_N = importlib.import_module(".steps", "package_N").helper(TABLE)
`,
    files: { "package_N/__init__.py": "", "package_N/steps.py": steps },
  },
  __import__: {
    text: `
result_N = __import__("steps_N").step(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "sys.modules": {
    text: `
import sys
import steps_N
result_N = sys.modules["steps_N"].step(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "getattr of a module": {
    text: `
import steps_N
result_N = getattr(steps_N, "step")(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "getattr of a module, in a loop": {
    text: `
import steps_N
result_N = TABLE
for name_N in ("step", "helper"):
    result_N = getattr(steps_N, name_N)(result_N)
`,
    files: { "steps_N.py": steps },
  },
  "importlib and getattr": {
    text: `
import importlib
result_N = getattr(importlib.import_module("steps_N"), "step")(TABLE)
`,
    files: { "steps_N.py": steps },
  },
  "__getattr__ of a module": {
    text: `
from lazy_N import sales as sales_N
result_N = add(sales_N, TABLE)
`,
    files: {
      "lazy_N.py": `
@aq.op
def load(name):
    return name

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return load(name)
`,
    },
  },
  "constants of a module": {
    text: `
import settings_N
result_N = TABLE
for name_N in settings_N.NAMES:
    result_N = add(result_N, name_N)
`,
    files: { "settings_N.py": "NAMES = ('a', 'b')\nBY = len(NAMES)\n" },
  },
  "a module's client": {
    text: `
from shared_N import database as database_N
result_N = add(TABLE, database_N.sql("SELECT 7", name="seven_N"))
`,
    files: { "shared_N.py": `\nclient = aq.Client()\ndatabase = client.resource("warehouse")\n` },
  },
  "an artifact of a module": {
    text: `
from made_N import made as made_by_N
result_N = inc(made_by_N)
`,
    files: { "made_N.py": `\n@aq.op\ndef start(n):\n    return n\n\nmade = start(5)\n` },
  },
  "a decorator of a module": {
    text: `
from factory_N import task as task_N

@task_N("from a module_N")
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
    files: { "factory_N.py": `\ndef task(name):\n    return aq.op(name=name)\n` },
  },
  "a class of a module": {
    text: `
from flows_N import Flow as Flow_N
result_N = Flow_N(TABLE).run()
`,
    files: {
      "flows_N.py": `
@aq.op
def clean(t):
    return t

class Flow:
    def __init__(self, start):
        self.start = start
    def run(self):
        return clean(self.start)
`,
    },
  },
  "aqueduct by importlib": `
import importlib
api_N = importlib.import_module("aqueduct")

@api_N.op
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "getattr of aqueduct": `
import aqueduct as api_N
decorate_N = getattr(api_N, "op")

@decorate_N
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "aqueduct in a function": `
def made_N(t):
    from aqueduct import op
    @op
    def inner(value):
        return value
    return inner(t)

result_N = made_N(TABLE)
`,
});

export const namespaces = family("namespace", {
  "globals()": `
start_N = inc(TABLE)
result_N = inc(globals()["start_N"])
`,
  "globals() of a helper": `
def helper_N(t):
    return inc(t)

result_N = globals()["helper_N"](TABLE)
`,
  "globals() that is set": `
globals()["made_N"] = inc(TABLE)
result_N = inc(made_N)
`,
  "locals()": `
def both_N(t):
    made = inc(t)
    return inc(locals()["made"])

result_N = both_N(TABLE)
`,
  eval: `
result_N = eval("inc(TABLE)")
`,
  exec: `
exec("hidden_N = inc(TABLE)")
result_N = inc(hidden_N)
`,
  del: `
made_N = inc(TABLE)
result_N = inc(made_N)
del made_N
`,
  global: `
made_N = TABLE
def change_N():
    global made_N
    made_N = inc(made_N)

change_N()
change_N()
result_N = made_N
`,
  nonlocal: `
def counting_N(t):
    made = t
    def more():
        nonlocal made
        made = inc(made)
    more()
    more()
    return made

result_N = counting_N(TABLE)
`,
  "a name of Python's taken": `
def len_N(t):
    list = inc(t)
    return list

result_N = len_N(TABLE)
`,
  "a name that is bound below": `
def early_N(t):
    return late_N(t)

def late_N(t):
    return inc(t)

result_N = early_N(TABLE)
`,
});
