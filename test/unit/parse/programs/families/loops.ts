import { family } from "../construct.js";

export const forLoops = family("for", {
  "a list": `
result_N = TABLE
for name_N in ["a", "b"]:
    result_N = add(result_N, name_N)
`,
  artifacts: `
result_N = load(1)
for one_N in (TABLE, OTHER):
    result_N = add(result_N, one_N)
`,
  operators: `
result_N = TABLE
for step_N in [inc, inc, load]:
    result_N = step_N(result_N)
`,
  range: `
result_N = TABLE
for i_N in range(1, 7, 3):
    result_N = add(result_N, i_N)
`,
  "enumerate, sorted, zip, reversed": `
result_N = TABLE
for i_N, (a_N, b_N) in enumerate(zip(sorted(["y", "x"]), reversed([1, 2])), start=1):
    result_N = add(add(result_N, i_N), a_N if b_N == 2 else b_N)
`,
  "items of a dictionary": `
result_N = TABLE
for key_N, value_N in {"a": 1, "b": 2}.items():
    result_N = add(add(result_N, value_N), key_N)
`,
  letters: `
result_N = TABLE
for letter_N in "ab":
    result_N = add(result_N, letter_N)
`,
  nested: `
result_N = TABLE
for i_N in range(2):
    for j_N in range(i_N + 1):
        result_N = add(result_N, j_N)
`,
  break: `
result_N = TABLE
for i_N in range(5):
    if i_N == 2:
        break
    result_N = inc(result_N)
`,
  continue: `
result_N = TABLE
for i_N in range(3):
    if i_N == 1:
        continue
    result_N = add(result_N, i_N)
`,
  "else, not left": `
result_N = TABLE
for i_N in range(2):
    result_N = inc(result_N)
else:
    result_N = add(result_N, OTHER)
`,
  "else, left by break": `
result_N = TABLE
for i_N in range(3):
    result_N = inc(result_N)
    if i_N == 1:
        break
else:
    result_N = load()
`,
  "else, left by return": `
def first_N(t):
    for i in range(3):
        if i == 1:
            return inc(t)
    else:
        return t

result_N = first_N(TABLE)
`,
  "else, of an empty loop": `
for i_N in []:
    result_N = inc(TABLE)
else:
    result_N = add(TABLE, OTHER)
`,
  "else, not known whether it is left": `
import os
result_N = TABLE
for name_N in ("AQUEDUCT_NEVER_SET", "AQUEDUCT_NEVER_SET_EITHER"):
    if name_N in os.environ:
        break
    result_N = inc(result_N)
else:
    result_N = add(result_N, OTHER)
`,
  "not known whether it is left": `
import os
result_N = TABLE
for name_N in ("a", "b"):
    if os.environ.get("AQUEDUCT_NEVER_SET") == name_N:
        break
    result_N = inc(result_N)
result_N = add(result_N, OTHER)
`,
  "not known whether it goes on": `
import os
result_N = TABLE
for name_N in ("a", "b"):
    if os.environ.get("AQUEDUCT_NEVER_SET") == name_N:
        continue
    result_N = inc(result_N)
`,
  "the last item afterwards": `
for one_N in (TABLE, OTHER):
    pass
result_N = inc(one_N)
`,
  "into an attribute and an item": `
class Place_N:
    held = None

places_N = {}
for Place_N.held in (TABLE, OTHER):
    places_N["last"] = Place_N.held
result_N = add(Place_N.held, places_N["last"])
`,
  "starred target": `
result_N = TABLE
for first_N, *rest_N in [(inc, 1, 2), (load,)]:
    result_N = first_N(result_N)
    for each_N in rest_N:
        result_N = add(result_N, each_N)
`,
  "a list that grows": `
made_N = [TABLE]
for one_N in made_N:
    if len(made_N) > 2:
        break
    made_N.append(inc(one_N))
result_N = made_N[-1]
`,
  split: `
result_N = TABLE
for word_N in "one two".split():
    result_N = add(result_N, word_N)
`,
  "lines of a text": `
result_N = TABLE
for line_N in """a
b""".splitlines():
    result_N = add(result_N, line_N)
`,
  "itertools.product": `
import itertools
result_N = TABLE
for a_N, b_N in itertools.product([1, 2], "x"):
    result_N = add(add(result_N, a_N), b_N)
`,
  "itertools.combinations": `
import itertools
made_N = [add(x, y) for x, y in itertools.combinations([TABLE, OTHER, inc(TABLE)], 2)]
result_N = made_N[-1]
`,
  "itertools.count, left by break": `
import itertools
result_N = TABLE
for i_N in itertools.count():
    if i_N >= 2:
        break
    result_N = inc(result_N)
`,
  "sorted by a key": `
result_N = TABLE
for name_N in sorted(["bb", "a"], key=len):
    result_N = add(result_N, name_N)
`,
  "an enumeration": `
import enum

class Colour_N(enum.Enum):
    RED = "red"
    BLUE = "blue"

result_N = TABLE
for colour_N in Colour_N:
    result_N = add(result_N, colour_N.value)
`,
  "a file": `
result_N = TABLE
with open(__file__) as lines_N:
    for line_N in lines_N:
        result_N = inc(result_N)
        break
`,
  JSON: `
import json
result_N = TABLE
for name_N in json.loads('["a", "b"]'):
    result_N = add(result_N, name_N)
`,
  "a folder": `
import os
result_N = TABLE
for name_N in os.listdir(os.path.dirname(os.path.abspath(__file__))):
    result_N = inc(result_N)
`,
});

export const whileLoops = family("while", {
  "a counter": `
result_N = TABLE
count_N = 0
while count_N < 2:
    result_N = inc(result_N)
    count_N += 1
`,
  "a list that gets longer": `
made_N = [TABLE]
while len(made_N) < 3:
    made_N.append(inc(made_N[-1]))
result_N = made_N[-1]
`,
  "a list that is taken apart": `
waiting_N = [inc, load]
result_N = TABLE
while waiting_N:
    result_N = waiting_N.pop(0)(result_N)
`,
  "left by break": `
result_N = TABLE
while True:
    result_N = inc(result_N)
    break
`,
  "left by return": `
def first_N(t):
    while True:
        t = inc(t)
        return t

result_N = first_N(TABLE)
`,
  else: `
result_N = TABLE
left_N = 1
while left_N:
    left_N -= 1
else:
    result_N = inc(result_N)
`,
  continue: `
result_N = TABLE
i_N = 0
while i_N < 3:
    i_N += 1
    if i_N == 2:
        continue
    result_N = add(result_N, OTHER)
`,
  "never true": `
result_N = TABLE
while 0:
    result_N = inc(result_N)
else:
    result_N = add(result_N, OTHER)
`,
  walrus: `
waiting_N = [inc]
result_N = TABLE
while (step_N := waiting_N.pop() if waiting_N else None) is not None:
    result_N = step_N(result_N)
`,
  "a condition that is not known": `
import os
result_N = TABLE
tries_N = []
while not os.environ.get("AQUEDUCT_NEVER_SET") and len(tries_N) < 2:
    tries_N.append(1)
    result_N = inc(result_N)
`,
});
