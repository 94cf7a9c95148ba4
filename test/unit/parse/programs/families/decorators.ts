import { family } from "../construct.js";

export const decorators = family("decorator", {
  "above @op": `
def logged_N(function):
    def inner(*args):
        return function(*args)
    return inner

@logged_N
@aq.op
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "above @op, with wraps": `
import functools
def logged_N(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner

@logged_N
@aq.op
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "above @op, calls it twice": `
def twice_N(function):
    def inner(t):
        return function(function(t))
    return inner

@twice_N
@aq.op
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "above @op, calls another one too": `
def checked_N(function):
    def inner(t):
        made = function(t)
        good(made)
        return made
    return inner

@checked_N
@aq.op
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "above @op, notes its name": `
known_N = []
def known_as_step_N(function):
    known_N.append("a step")
    return function

@known_as_step_N
@aq.op
def step_N(t):
    return t

result_N = add(step_N(TABLE), len(known_N))
`,
  "above @op, an instance": `
class Counting_N:
    def __init__(self, function):
        self.function = function
    def __call__(self, t):
        return self.function(t)

@Counting_N
@aq.op
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "below @op": `
def quiet_N(function):
    def inner(t):
        return function(t)
    return inner

@aq.op
@quiet_N
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "below @op, with wraps": `
import functools
def quiet_N(function):
    @functools.wraps(function)
    def inner(*args):
        return function(*args)
    return inner

@aq.op
@quiet_N
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "below @op, with wraps and other arguments": `
import functools
def by_two_N(function):
    @functools.wraps(function)
    def inner(t):
        return function(t, 2)
    return inner

@aq.op
@by_two_N
def step_N(t, by):
    return t

result_N = inc(TABLE)
`,
  "below @op, gives the function": `
def noted_N(function):
    function.noted = True
    return function

@aq.op
@noted_N
def step_N(t, by=2):
    return t

result_N = step_N(TABLE)
`,
  "below @op(name=…)": `
def quiet_N(function):
    def inner(t):
        return function(t)
    return inner

@aq.op(name="a step_N")
@quiet_N
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "above and below": `
import functools
def around_N(function):
    @functools.wraps(function)
    def inner(t):
        return function(t)
    return inner

@around_N
@aq.op
@around_N
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "functools.lru_cache below": `
import functools
@aq.op
@functools.lru_cache(maxsize=None)
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "on a helper": `
def then_inc_N(function):
    def inner(t):
        return inc(function(t))
    return inner

@then_inc_N
def helper_N(t):
    return add(t, 1)

result_N = helper_N(TABLE)
`,
  "on a helper, with wraps": `
import functools
def then_inc_N(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return inc(function(*args, **kwargs))
    return inner

@then_inc_N
def helper_N(t, by=1):
    return add(t, by)

result_N = helper_N(TABLE, by=3)
`,
  "on a helper, with arguments": `
def repeated_N(times):
    def decorate(function):
        def inner(t):
            for _ in range(times):
                t = function(t)
            return t
        return inner
    return decorate

@repeated_N(2)
def helper_N(t):
    return inc(t)

result_N = helper_N(TABLE)
`,
  "two on a helper": `
def first_N(function):
    return lambda t: inc(function(t))

def second_N(function):
    return lambda t: add(function(t), 1)

@first_N
@second_N
def helper_N(t):
    return t

result_N = helper_N(TABLE)
`,
  "on a method": `
def then_inc_N(method):
    def inner(self, t):
        return inc(method(self, t))
    return inner

class Flow_N:
    @then_inc_N
    def step(self, t):
        return add(t, 1)

result_N = Flow_N().step(TABLE)
`,
  "that calls at once": `
def made_now_N(function):
    return function(TABLE)

@made_now_N
def result_N(t):
    return inc(t)

result_N = inc(result_N)
`,
  "from a dictionary": `
decorators_N = {"plain": aq.op, "named": aq.op(name="named_N")}

@decorators_N["named"]
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "an attribute": `
class Kinds_N:
    step = staticmethod(aq.op)

@Kinds_N.step
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "op under another name": `
task_N = aq.op

@task_N
def step_N(t):
    return t

@task_N(name="other_N")
def other_N(t):
    return t

result_N = other_N(step_N(TABLE))
`,
  "op with settings, kept": `
task_N = aq.op(requirements=[])

@task_N
def step_N(t):
    return t

result_N = step_N(TABLE)
`,
  "op called on a function": `
def plain_N(t):
    return t

step_N = aq.op(plain_N)
named_N = aq.op(name="named step_N")(plain_N)
result_N = named_N(step_N(TABLE))
`,
  "op on a lambda": `
step_N = aq.op(name="short_N")(lambda t: t)
result_N = step_N(TABLE)
`,
  "to_operator of a function": `
def plain_N(t, by=2):
    return t

result_N = aq.to_operator(plain_N, name="plain step_N")(TABLE)
`,
  "op in a loop over functions": `
def one_N(t):
    return t

def other_N(t):
    return t

result_N = TABLE
for step_N in [aq.op(each) for each in (one_N, other_N)]:
    result_N = step_N(result_N)
`,
});

export const factories = family("factory", {
  "a function that gives op of it": `
def step_of_N(function):
    return aq.op(function)

@step_of_N
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "with settings": `
def step_of_N(function):
    return aq.op(name="made by a factory_N", requirements=[])(function)

@step_of_N
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "with an argument": `
def named_N(name):
    return aq.op(name=name)

@named_N("first_N")
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "with an inner function": `
def named_N(name):
    def decorate(function):
        return aq.op(name=name + " step_N")(function)
    return decorate

@named_N("clean")
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "with or without brackets": `
def step_of_N(function=None, *, name=None):
    def decorate(given):
        return aq.op(name=name)(given)
    return decorate if function is None else decorate(function)

@step_of_N
def plain_N(t):
    return t

@step_of_N(name="named_N")
def made_N(t):
    return t

result_N = made_N(plain_N(TABLE))
`,
  "a lambda": `
step_of_N = lambda function: aq.op(function)

@step_of_N
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "a method": `
class Project_N:
    def __init__(self, prefix):
        self.prefix = prefix
    def step(self, function):
        return aq.op(name=f"{self.prefix} {function.__name__}")(function)

project_N = Project_N("sales")

@project_N.step
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "in a dictionary comprehension": `
def one_N(t):
    return t

def other_N(t):
    return t

steps_N = {function.__name__: aq.op(function) for function in (one_N, other_N)}
result_N = steps_N["other_N"](TABLE)
`,
  "that wraps what it makes": `
import functools
def step_of_N(function):
    @aq.op
    @functools.wraps(function)
    def inner(*args):
        return function(*args)
    return inner

@step_of_N
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
  "of metrics": `
def measured_N(name):
    return aq.metric(name=name)

@measured_N("rows_N")
def rows_N(t):
    return 1

rows_N(TABLE)
result_N = inc(TABLE)
`,
  "of checks": `
def strict_N(function):
    return aq.check(severity=aq.CheckSeverity.ERROR)(function)

@strict_N
def filled_N(t):
    return True

filled_N(TABLE)
result_N = inc(TABLE)
`,
  "of operators": `
def make_step_N(by):
    @aq.op
    def made(t):
        return t + by
    return made

result_N = make_step_N(2)(make_step_N(3)(TABLE))
`,
  "of operators, named": `
def make_step_N(name):
    def made(t):
        return t
    return aq.op(name=name)(made)

steps_N = [make_step_N(f"step {i}_N") for i in range(2)]
result_N = TABLE
for step_N in steps_N:
    result_N = step_N(result_N)
`,
  "two decorators as one": `
def both_N(function):
    return logged_N(aq.op(function))

def logged_N(function):
    def inner(t):
        return function(t)
    return inner

@both_N
def made_N(t):
    return t

result_N = made_N(TABLE)
`,
});
