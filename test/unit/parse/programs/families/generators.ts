import { family } from "../construct.js";

export const generators = family("generator", {
  spread: `
def branches_N(start):
    yield inc(start)
    yield add(start, start)

result_N = add(*branches_N(TABLE))
`,
  "in a loop": `
def branches_N(start):
    for i in range(2):
        yield add(start, i)

result_N = TABLE
for one_N in branches_N(TABLE):
    result_N = add(result_N, one_N)
`,
  "as a list": `
def branches_N(start):
    yield inc(start)
    yield inc(inc(start))

result_N = list(branches_N(TABLE))[1]
`,
  unpacked: `
def branches_N(start):
    yield inc(start)
    yield start

one_N, other_N = branches_N(TABLE)
result_N = add(one_N, other_N)
`,
  next: `
def branches_N(start):
    yield inc(start)
    yield load(9)

result_N = inc(next(branches_N(TABLE)))
`,
  "yield from": `
def inner_N(t):
    yield inc(t)

def outer_N(t):
    yield from inner_N(t)
    yield from [t]

result_N = add(*outer_N(TABLE))
`,
  "that is never asked": `
def never_N(t):
    yield load(9)

never_N(TABLE)
result_N = inc(TABLE)
`,
  "left early": `
def many_N(t):
    while True:
        t = inc(t)
        yield t

for result_N in many_N(TABLE):
    break
`,
  send: `
def talking_N(t):
    while True:
        step = yield t
        t = step(t)

talk_N = talking_N(TABLE)
next(talk_N)
result_N = talk_N.send(inc)
`,
  "what it returns": `
def working_N(t):
    made = yield from steps_N(t)
    yield inc(made)

def steps_N(t):
    yield t
    return inc(t)

result_N = list(working_N(TABLE))[-1]
`,
  "a method": `
class Steps_N:
    def __init__(self, t):
        self.t = t
    def all(self):
        yield inc(self.t)

result_N = inc(list(Steps_N(TABLE).all())[0])
`,
  __iter__: `
class Steps_N:
    def __iter__(self):
        yield inc(TABLE)
        yield OTHER

result_N = add(*Steps_N())
`,
  "an expression": `
made_N = (inc(one) for one in (TABLE, OTHER))
result_N = add(next(made_N), next(made_N))
`,
  "an expression in a call": `
result_N = add(*tuple(inc(one) for one in (TABLE, OTHER)))
`,
  "iter and next": `
steps_N = iter([TABLE, OTHER])
result_N = add(next(steps_N), next(steps_N))
`,
  "next with a default": `
result_N = inc(next((one for one in [TABLE, OTHER] if one is not None), None))
`,
  "that yields names": `
def names_N():
    yield "a"
    yield "b"

result_N = TABLE
for name_N in names_N():
    result_N = add(result_N, name_N)
`,
});
