import { family } from "../construct.js";

export const conditions = family("if", {
  "known, rebinds": `
result_N = TABLE
if 1 < 2:
    result_N = inc(result_N)
else:
    result_N = add(result_N, OTHER)
`,
  "known to be false": `
result_N = TABLE
if not 1 < 2:
    result_N = inc(result_N)
`,
  "known, else is taken": `
if "b" in "aaa":
    result_N = inc(TABLE)
else:
    result_N = add(TABLE, OTHER)
`,
  "known elif": `
mode_N = "daily"
if mode_N == "hourly":
    result_N = inc(TABLE)
elif mode_N == "daily":
    result_N = add(TABLE, OTHER)
else:
    result_N = load()
`,
  nested: `
if True:
    if len([1, 2]) > 2:
        result_N = inc(TABLE)
    else:
        result_N = inc(inc(TABLE))
`,
  "a flag in a dictionary": `
flags_N = {"on": True, "off": False}
result_N = inc(TABLE) if flags_N["on"] else TABLE
if flags_N.get("off"):
    result_N = inc(result_N)
`,
  "a flag of a class": `
class Settings_N:
    debug = False

result_N = TABLE
if not Settings_N.debug:
    result_N = inc(result_N)
`,
  "a flag that a function gives": `
def enabled_N(name):
    return name in ("a", "b")

result_N = inc(TABLE) if enabled_N("a") else TABLE
`,
  "or, and": `
result_N = None or inc(TABLE)
result_N = result_N and inc(result_N)
`,
  "is not None": `
found_N = inc(TABLE)
if found_N is not None:
    result_N = inc(found_N)
else:
    result_N = TABLE
`,
  "chained comparison": `
result_N = TABLE
if 1 < len("abc") <= 3:
    result_N = inc(result_N)
`,
  "isinstance of an artifact": `
result_N = TABLE
if isinstance(result_N, (list, tuple)):
    result_N = load()
else:
    result_N = inc(result_N)
`,
  "isinstance of a constant": `
value_N = "text"
result_N = inc(TABLE) if isinstance(value_N, str) else TABLE
`,
  "the version of Python": `
import sys
result_N = TABLE
if sys.version_info >= (3, 8):
    result_N = inc(result_N)
`,
  TYPE_CHECKING: `
from typing import TYPE_CHECKING
result_N = TABLE
if TYPE_CHECKING:
    result_N = load()
`,
  __name__: `
if __name__ == "__main__":
    result_N = inc(TABLE)
else:
    result_N = TABLE
`,
  __debug__: `
result_N = TABLE
if __debug__:
    result_N = inc(result_N)
`,
  "any and all": `
result_N = TABLE
if any([False, True]) and all([True]):
    result_N = inc(result_N)
`,
  "a function defined in a branch": `
if 1 < 2:
    def chosen_N(t):
        return inc(t)
else:
    def chosen_N(t):
        return add(t, t)

result_N = chosen_N(TABLE)
`,
  "an operator defined in a branch": `
if 1 > 2:
    @aq.op
    def made_N(t):
        return t
else:
    @aq.op(name="the other_N")
    def made_N(t):
        return t

result_N = made_N(TABLE)
`,
  assert: `
assert TABLE is not None
assert 1 < 2, "never"
result_N = inc(TABLE)
`,
  "not known, rebinds": `
import os
result_N = TABLE
if os.environ.get("AQUEDUCT_NEVER_SET"):
    result_N = inc(result_N)
else:
    result_N = add(result_N, OTHER)
`,
  "not known, without else": `
import os
result_N = inc(TABLE)
if os.environ.get("AQUEDUCT_NEVER_SET") is None:
    result_N = inc(result_N)
result_N = inc(result_N)
`,
  "not known, elif": `
import os
where_N = os.environ.get("AQUEDUCT_NEVER_SET", "here")
if where_N == "there":
    result_N = inc(TABLE)
elif where_N == "here":
    result_N = add(TABLE, OTHER)
else:
    result_N = load()
`,
  "not known, an expression": `
import os
result_N = inc(TABLE) if os.environ.get("AQUEDUCT_NEVER_SET") else add(TABLE, OTHER)
`,
  "not known, or": `
import os
result_N = os.environ.get("AQUEDUCT_NEVER_SET") or inc(TABLE)
`,
  "not known, returns": `
import os

def chosen_N(t):
    if os.environ.get("AQUEDUCT_NEVER_SET"):
        return t
    return inc(t)

result_N = chosen_N(TABLE)
`,
  "not known, binds a name on one way only": `
import os
if not os.environ.get("AQUEDUCT_NEVER_SET"):
    result_N = inc(TABLE)
`,
  "not known, appends": `
import os
made_N = [inc(TABLE)]
if not os.environ.get("AQUEDUCT_NEVER_SET"):
    made_N.append(inc(OTHER))
result_N = inc(made_N[-1])
`,
  "not known, chooses a function": `
import os
chosen_N = inc if os.environ.get("AQUEDUCT_NEVER_SET") is None else load
result_N = chosen_N(TABLE)
`,
  "not known, chooses a constant": `
import os
times_N = 1 if os.environ.get("AQUEDUCT_NEVER_SET") else 2
result_N = add(TABLE, times_N)
`,
  "not known, publishes": `
import os
result_N = inc(TABLE)
if not os.environ.get("AQUEDUCT_NEVER_SET"):
    client.publish_flow("maybe_N", artifacts=[result_N])
`,
  "not known, raises": `
import os
if os.environ.get("AQUEDUCT_NEVER_SET"):
    raise SystemExit(1)
result_N = inc(TABLE)
`,
  "not known, within a known one": `
import os
result_N = TABLE
if 1 < 2:
    if os.path.exists("workflow.py"):
        result_N = inc(result_N)
    result_N = inc(result_N)
`,
});
