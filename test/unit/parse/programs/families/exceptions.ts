import { family } from "../construct.js";

export const exceptions = family("try", {
  "nothing is raised": `
try:
    result_N = inc(TABLE)
except ValueError:
    result_N = load()
`,
  "else and finally, nothing is raised": `
try:
    result_N = inc(TABLE)
except ValueError:
    result_N = load()
else:
    result_N = inc(result_N)
finally:
    result_N = inc(result_N)
`,
  raise: `
result_N = TABLE
try:
    raise ValueError("no")
except ValueError:
    result_N = inc(result_N)
`,
  "raise, else and finally": `
result_N = TABLE
try:
    result_N = inc(result_N)
    raise ValueError("no")
except ValueError:
    result_N = add(result_N, OTHER)
else:
    result_N = load()
finally:
    result_N = inc(result_N)
`,
  "the second handler": `
try:
    raise KeyError("no")
except ValueError:
    result_N = load()
except (KeyError, IndexError) as error_N:
    result_N = inc(TABLE)
`,
  "a class above the one that is raised": `
class Mine_N(ValueError):
    pass

try:
    raise Mine_N()
except TypeError:
    result_N = load()
except Exception:
    result_N = inc(TABLE)
`,
  "a conversion that fails": `
try:
    number_N = int("x")
    result_N = load()
except ValueError:
    result_N = inc(TABLE)
`,
  "a key that is missing": `
try:
    result_N = {"a": TABLE}["b"]
    result_N = inc(result_N)
except KeyError:
    result_N = add(TABLE, OTHER)
`,
  "an index that is missing": `
made_N = [TABLE]
try:
    result_N = inc(made_N[1])
except IndexError:
    result_N = inc(made_N[0])
`,
  "an attribute that is missing": `
class Empty_N:
    pass

try:
    result_N = inc(Empty_N().held)
except AttributeError:
    result_N = inc(TABLE)
`,
  "a name that is missing": `
try:
    result_N = inc(never_bound_N)
except NameError:
    result_N = inc(TABLE)
`,
  "a division by zero": `
try:
    1 / 0
    result_N = load()
except ZeroDivisionError:
    result_N = inc(TABLE)
`,
  "a module that is missing": `
try:
    import module_that_nobody_has_N
    result_N = load()
except ImportError:
    result_N = inc(TABLE)
`,
  "a module that is there": `
try:
    import json as parser_N
except ImportError:
    parser_N = None
result_N = inc(TABLE) if parser_N else TABLE
`,
  "a wrong call of a helper": `
def helper_N(one):
    return inc(one)

try:
    result_N = helper_N(TABLE, OTHER)
except TypeError:
    result_N = helper_N(OTHER)
`,
  "a wrong call of an operator": `
try:
    result_N = add(TABLE)
except Exception:
    result_N = inc(TABLE)
`,
  "raised in a helper": `
def refuse_N(t):
    if t is not None:
        raise ValueError("no")
    return inc(t)

try:
    result_N = refuse_N(TABLE)
except ValueError:
    result_N = inc(OTHER)
`,
  "raised in a helper, after an operator": `
def broken_N(t):
    made = inc(t)
    raise RuntimeError(made)

try:
    result_N = broken_N(TABLE)
except RuntimeError:
    result_N = add(TABLE, OTHER)
`,
  "raised once more": `
try:
    try:
        raise ValueError("no")
    except ValueError as error_N:
        raise RuntimeError("still no") from error_N
except RuntimeError:
    result_N = inc(TABLE)
`,
  "not caught by the inner one": `
try:
    try:
        raise ValueError("no")
    except KeyError:
        result_N = load()
except ValueError:
    result_N = inc(TABLE)
`,
  "raised in a handler's else": `
try:
    try:
        result_N = inc(TABLE)
    except ValueError:
        result_N = load()
    else:
        raise KeyError("no")
except KeyError:
    result_N = add(result_N, OTHER)
`,
  "finally without a handler": `
try:
    result_N = inc(TABLE)
finally:
    result_N = inc(result_N)
`,
  "return in try, finally": `
def both_N(t):
    made = [t]
    try:
        return inc(made[0])
    finally:
        inc(t)

result_N = both_N(TABLE)
`,
  "a bare except": `
try:
    raise KeyboardInterrupt
except:
    result_N = inc(TABLE)
`,
  "the error's own value": `
class Holding_N(Exception):
    def __init__(self, held):
        self.held = held

try:
    raise Holding_N(inc(TABLE))
except Holding_N as error_N:
    result_N = inc(error_N.held)
`,
  "tried again in a loop": `
for attempt_N in range(3):
    try:
        if attempt_N < 1:
            raise OSError("not yet")
        result_N = inc(TABLE)
        break
    except OSError:
        continue
else:
    result_N = load()
`,
  "an assertion that fails": `
try:
    assert 1 > 2, "no"
    result_N = load()
except AssertionError:
    result_N = inc(TABLE)
`,
  "an iterator at its end": `
end_N = iter([])
try:
    result_N = next(end_N)
except StopIteration:
    result_N = inc(TABLE)
`,
  "not known whether it is raised": `
import os
try:
    where_N = os.environ["AQUEDUCT_NEVER_SET"]
    result_N = add(TABLE, where_N)
except KeyError:
    result_N = inc(TABLE)
`,
  "a group of exceptions": {
    text: `
try:
    raise ExceptionGroup("several", [ValueError("no")])
except* ValueError:
    result_N = inc(TABLE)
`,
    python: [3, 11],
  },
});

export const contexts = family("with", {
  "a file": `
import os
with open(os.devnull) as nothing_N:
    result_N = inc(TABLE)
`,
  "a class of one's own that gives an artifact": `
class Held_N:
    def __init__(self, held):
        self.held = held
    def __enter__(self):
        return inc(self.held)
    def __exit__(self, *error):
        return False

with Held_N(TABLE) as held_N:
    result_N = inc(held_N)
`,
  "a class of one's own that gives itself": `
class Steps_N:
    def __enter__(self):
        self.made = []
        return self
    def __exit__(self, *error):
        self.made.append(inc(self.made[-1]))

with Steps_N() as steps_N:
    steps_N.made.append(inc(TABLE))
result_N = steps_N.made[-1]
`,
  "contextlib.contextmanager": `
import contextlib

@contextlib.contextmanager
def held_N(t):
    yield inc(t)
    inc(t)

with held_N(TABLE) as one_N:
    result_N = inc(one_N)
`,
  "contextlib.nullcontext": `
import contextlib
with contextlib.nullcontext(inc(TABLE)) as one_N:
    result_N = inc(one_N)
`,
  "contextlib.suppress": `
import contextlib
result_N = TABLE
with contextlib.suppress(ValueError):
    result_N = inc(result_N)
    raise ValueError("no")
result_N = inc(result_N)
`,
  "two at once": `
import contextlib
import os
with open(os.devnull) as a_N, contextlib.nullcontext() as b_N:
    result_N = inc(TABLE)
`,
  "contextlib.ExitStack": `
import contextlib
with contextlib.ExitStack() as stack_N:
    one_N = stack_N.enter_context(contextlib.nullcontext(TABLE))
    result_N = inc(one_N)
`,
  "an exception that it swallows": `
class Quiet_N:
    def __enter__(self):
        return self
    def __exit__(self, *error):
        return True

result_N = TABLE
with Quiet_N():
    result_N = inc(result_N)
    raise RuntimeError("no")
result_N = inc(result_N)
`,
  "warnings that are caught": `
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    result_N = inc(TABLE)
`,
});
