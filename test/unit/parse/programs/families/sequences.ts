import { family } from "../construct.js";

export const sequences = family("list", {
  "slice from": `
made_N = [load(1), inc(TABLE), inc(OTHER)]
result_N = add(*made_N[1:])
`,
  "slice to": `
result_N = [inc(TABLE), OTHER, load(1)][:1][0]
`,
  "slice by steps": `
made_N = [TABLE, load(1), inc(OTHER)]
result_N = inc(made_N[::2][1])
`,
  "slice backwards": `
result_N = inc((TABLE, OTHER)[::-1][0])
`,
  "slice of a tuple, unpacked": `
first_N, second_N = (TABLE, OTHER, load(1))[:2]
result_N = add(first_N, second_N)
`,
  "slice in a loop": `
result_N = TABLE
for one_N in [TABLE, OTHER, inc(OTHER)][1:]:
    result_N = add(result_N, one_N)
`,
  "slice of constants": `
result_N = TABLE
for name_N in ["a", "b", "c"][-2:]:
    result_N = add(result_N, name_N)
`,
  "slice that is assigned": `
made_N = [load(1), load(2), OTHER]
made_N[0:2] = [inc(TABLE)]
result_N = add(made_N[0], made_N[1])
`,
  "a slice object": `
last_N = slice(-1, None)
result_N = inc([OTHER, TABLE][last_N][0])
`,
  "index from the end": `
made_N = [OTHER, inc(TABLE)]
result_N = inc(made_N[-1])
`,
  "an item that is assigned": `
made_N = [TABLE, OTHER]
made_N[0] = inc(made_N[1])
result_N = inc(made_N[0])
`,
  methods: `
made_N = [TABLE]
made_N.append(inc(made_N[-1]))
made_N.extend([inc(made_N[-1])])
made_N += [inc(made_N[-1])]
made_N.insert(0, load(4))
result_N = add(made_N.pop(), made_N.pop(0))
`,
  "remove, clear, copy": `
made_N = [TABLE, OTHER]
kept_N = made_N.copy()
made_N.remove(TABLE)
result_N = inc(made_N[0])
made_N.clear()
result_N = add(result_N, kept_N[0])
`,
  "reverse, index": `
names_N = ["a", "b"]
names_N.reverse()
result_N = add(TABLE, names_N.index("a"))
`,
  "del of an item": `
made_N = [load(1), TABLE]
del made_N[0]
result_N = inc(made_N[0])
`,
  "joined and repeated": `
made_N = [TABLE] + [OTHER] * 2
result_N = add(made_N[1], made_N[2])
`,
  comprehension: `
made_N = [add(one, i) for i, one in enumerate([TABLE, OTHER])]
result_N = add(*made_N)
`,
  "comprehension with a condition": `
made_N = [inc(one) for i, one in enumerate([TABLE, OTHER, load(1)]) if i != 1]
result_N = add(*made_N)
`,
  "comprehension with a condition that is not known": `
import os
made_N = [inc(one) for one in [TABLE, OTHER] if not os.environ.get("AQUEDUCT_NEVER_SET")]
result_N = made_N[-1]
`,
  "comprehension of two loops": `
made_N = [add(one, n) for one in (TABLE, OTHER) for n in range(2)]
result_N = made_N[3]
`,
  "comprehension with a walrus": `
made_N = [inc(last_N := one) for one in (TABLE, OTHER)]
result_N = add(made_N[0], last_N)
`,
  "comprehension of a dictionary": `
made_N = {key: add(TABLE, key) for key in ("a", "b")}
result_N = add(made_N["a"], made_N["b"])
`,
  "starred target": `
first_N, *rest_N = [inc(TABLE), OTHER, load(1)]
result_N = add(first_N, rest_N[-1])
`,
  "nested targets": `
(one_N, [two_N, *_]), three_N = (TABLE, (OTHER, 1, 2)), load(1)
result_N = add(add(one_N, two_N), three_N)
`,
  swap: `
left_N, right_N = inc(TABLE), OTHER
left_N, right_N = right_N, left_N
result_N = add(left_N, right_N)
`,
  "outputs of an operator": `
one_N, other_N = two(TABLE)
result_N = add(other_N, one_N)
`,
  "outputs of an operator, kept together": `
both_N = two(TABLE)
result_N = add(both_N[1], two(both_N[0])[-1])
`,
  map: `
one_N, other_N = map(inc, [TABLE, OTHER])
result_N = add(one_N, other_N)
`,
  "map over two lists": `
made_N = list(map(add, [TABLE, OTHER], [1, 2]))
result_N = add(*made_N)
`,
  filter: `
made_N = [inc(TABLE), None, inc(OTHER)]
result_N = add(*filter(lambda one: one is not None, made_N))
`,
  "zip apart": `
lefts_N, rights_N = zip(*[(TABLE, 1), (OTHER, 2)])
result_N = add(lefts_N[1], rights_N[0])
`,
  "min, max, sum of constants": `
result_N = add(add(TABLE, max(1, 2)), sum([1, 2, 3]))
`,
  "sum over a loop": `
result_N = TABLE
for i_N in range(min(2, 5)):
    result_N = inc(result_N)
`,
  "a list of one star": `
made_N = [*map(inc, [TABLE, OTHER])]
result_N = add(made_N[0], [*reversed(made_N)][0])
`,
  "sorted pairs": `
pairs_N = sorted({"y": [OTHER], "x": [TABLE]}.items())
result_N = add(pairs_N[0][1][0], pairs_N[1][1][0])
`,
  "zip_longest, groupby, starmap": `
from itertools import groupby, starmap, zip_longest
pairs_N = list(zip_longest([TABLE, OTHER], [OTHER], fillvalue=TABLE))
groups_N = {key: [each[1] for each in rows] for key, rows in groupby([("a", TABLE), ("a", OTHER)], key=lambda pair: pair[0])}
result_N = add(list(starmap(add, pairs_N))[1], *groups_N["a"][1:])
`,
  "a key that is given twice": `
base_N = {"left": inc(TABLE), "right": OTHER}
made_N = {**base_N, "left": TABLE, **{"right": inc(OTHER)}}
result_N = add(add(*made_N.values()), dict(made_N, left=OTHER)["left"])
`,
  "letters of the alphabet": `
import string
made_N = {letter: inc(TABLE) for letter in string.ascii_lowercase[:2]}
result_N = made_N["b"]
`,
  "sorted by a key": `
made_N = sorted([(2, OTHER), (1, TABLE)], key=lambda pair: pair[0])
result_N = inc(made_N[0][1])
`,
  "itertools.chain": `
import itertools
result_N = TABLE
for one_N in itertools.chain([OTHER], [load(1)]):
    result_N = add(result_N, one_N)
`,
  "itertools.islice": `
import itertools
result_N = TABLE
for one_N in itertools.islice([OTHER, load(1), load(2)], 2):
    result_N = add(result_N, one_N)
`,
  "itertools.accumulate": `
import itertools
result_N = list(itertools.accumulate([TABLE, OTHER], add))[-1]
`,
  "itertools.starmap": `
import itertools
result_N = list(itertools.starmap(add, [(TABLE, 1), (OTHER, 2)]))[0]
`,
  "itertools.pairwise": {
    text: `
import itertools
result_N = TABLE
for left_N, right_N in itertools.pairwise([TABLE, OTHER, load(1)]):
    result_N = add(left_N, right_N)
`,
    python: [3, 10],
  },
  "a deque": `
from collections import deque
waiting_N = deque([TABLE, OTHER])
waiting_N.append(inc(waiting_N.popleft()))
result_N = add(waiting_N[0], waiting_N[1])
`,
  "a copy": `
import copy
made_N = copy.copy([TABLE, OTHER])
result_N = add(*made_N)
`,
  "a tuple of tuples": `
steps_N = ((inc, 1), (load, 2))
result_N = steps_N[0][0](TABLE)
`,
  in: `
made_N = [TABLE, OTHER]
result_N = inc(TABLE) if "a" in ["a", "b"] else load()
`,
});

export const dictionaries = family("dictionary", {
  methods: `
made_N = {}
made_N["x"] = inc(TABLE)
made_N.update(y=inc(OTHER))
made_N.setdefault("z", load(3))
result_N = add(add(made_N["x"], made_N.get("y")), made_N.pop("z"))
`,
  "get with a default": `
made_N = {"a": TABLE}
result_N = add(made_N.get("a"), made_N.get("b", OTHER))
`,
  spread: `
made_N = {**{"p": inc(TABLE)}, "q": OTHER}
result_N = add(*made_N.values())
`,
  union: `
made_N = {"p": load(1)} | {"p": inc(TABLE)}
result_N = inc(made_N["p"])
`,
  "keys of a loop": `
made_N = dict.fromkeys(["a", "b"])
for key_N in made_N:
    made_N[key_N] = add(TABLE, key_N)
result_N = made_N["b"]
`,
  "dict of zip": `
made_N = dict(zip(["a", "b"], [TABLE, OTHER]))
result_N = add(made_N["a"], made_N["b"])
`,
  "list of values": `
made_N = {"a": inc(TABLE), "b": OTHER}
result_N = add(*list(made_N.values()))
`,
  nested: `
made_N = {"raw": {"a": TABLE}}
made_N["clean"] = {key: inc(one) for key, one in made_N["raw"].items()}
result_N = made_N["clean"]["a"]
`,
  defaultdict: `
from collections import defaultdict
made_N = defaultdict(list)
made_N["a"].append(inc(TABLE))
result_N = inc(made_N["a"][0])
`,
  OrderedDict: `
from collections import OrderedDict
made_N = OrderedDict([("a", TABLE), ("b", OTHER)])
result_N = add(*made_N.values())
`,
  ChainMap: `
from collections import ChainMap
made_N = ChainMap({"a": TABLE}, {"a": OTHER, "b": OTHER})
result_N = add(made_N["a"], made_N["b"])
`,
  "a configuration": `
config_N = {"steps": [{"name": "inc"}, {"name": "add", "by": 2}]}
result_N = TABLE
for step_N in config_N["steps"]:
    if step_N["name"] == "inc":
        result_N = inc(result_N)
    else:
        result_N = add(result_N, step_N["by"])
`,
  "del of a key": `
made_N = {"a": TABLE, "b": OTHER}
del made_N["a"]
result_N = inc(*made_N.values())
`,
  "a key that is a tuple": `
made_N = {(1, "a"): TABLE}
result_N = inc(made_N[1, "a"])
`,
});
