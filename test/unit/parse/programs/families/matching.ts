import { type Construct, family } from "../construct.js";

/** Python reads `match` from 3.10 on. */
export const matching: readonly Construct[] = family("match", {
  "a constant": `
match len("ab"):
    case 2:
        result_N = inc(TABLE)
    case _:
        result_N = load()
`,
  "a text": `
mode_N = "daily"
match mode_N:
    case "hourly" | "weekly":
        result_N = load()
    case "daily":
        result_N = inc(TABLE)
`,
  "nothing fits": `
result_N = TABLE
match 3:
    case 1:
        result_N = load()
    case 2:
        result_N = inc(result_N)
result_N = inc(result_N)
`,
  "a sequence": `
match [inc, TABLE]:
    case [step_N, what_N]:
        result_N = step_N(what_N)
    case _:
        result_N = load()
`,
  "a sequence with the rest": `
match ("add", TABLE, OTHER):
    case ["inc", one_N]:
        result_N = inc(one_N)
    case ["add", *rest_N]:
        result_N = add(*rest_N)
`,
  "a mapping": `
match {"do": "inc", "with": TABLE}:
    case {"do": "load"}:
        result_N = load()
    case {"do": "inc", "with": one_N}:
        result_N = inc(one_N)
`,
  "a class": `
import dataclasses

@dataclasses.dataclass
class Task_N:
    name: str
    held: object

match Task_N("inc", TABLE):
    case Task_N(name="load"):
        result_N = load()
    case Task_N("inc", held=one_N):
        result_N = inc(one_N)
`,
  "a guard": `
match 5:
    case n_N if n_N < 3:
        result_N = load()
    case n_N if n_N > 3:
        result_N = add(TABLE, n_N)
`,
  "a value with a dot": `
class Mode_N:
    DAILY = "daily"
    HOURLY = "hourly"

match "hourly":
    case Mode_N.DAILY:
        result_N = load()
    case Mode_N.HOURLY:
        result_N = inc(TABLE)
`,
  "a capture": `
match inc(TABLE):
    case made_N:
        result_N = inc(made_N)
`,
  as: `
match (1, 2):
    case (1, _) as pair_N:
        result_N = add(TABLE, len(pair_N))
`,
  "in a function that returns": `
def chosen_N(name, t):
    match name:
        case "inc":
            return inc(t)
        case "load":
            return load()
    return t

result_N = chosen_N("inc", chosen_N("neither", TABLE))
`,
  "a type": `
match "text":
    case int():
        result_N = load()
    case str():
        result_N = inc(TABLE)
`,
  "in a loop": `
result_N = TABLE
for name_N in ("inc", "add", "stop"):
    match name_N:
        case "inc":
            result_N = inc(result_N)
        case "add":
            result_N = add(result_N, OTHER)
        case "stop":
            break
`,
  "not known": `
import os
match os.environ.get("AQUEDUCT_NEVER_SET"):
    case None:
        result_N = inc(TABLE)
    case _:
        result_N = load()
`,
}).map((construct) => ({ ...construct, python: [3, 10] as const }));
