/** The worst files that we could think of: each costs its reader much more than its length. By names; the operators of the head are there. */
const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");

export const hostileTexts: Readonly<Record<string, string>> = {
  "a dictionary doubled": `t1 = {'a': 1}\n${rows(60, () => "t1 = {'a': t1, 'b': t1}")}\none(t1)`,
  "a list of itself twice": `s = [1]\n${rows(60, () => "s = [s, s]")}\none(s)\nprint(s == s)`,
  "a list added to itself": `s = [1]\n${rows(60, () => "s = s + s")}\none(s)`,
  "a list extended by itself": `s = [1]\n${rows(60, () => "s += s")}\none(s)`,
  "a list extended by its method": `s = [1]\n${rows(60, () => "s.extend(s)")}\none(s)`,
  "a list in a literal, starred": `s = [1]\n${rows(60, () => "s = [*s, *s]")}\none(s)`,
  "a tuple added to itself": `s = (1,)\n${rows(60, () => "s = s + s")}\none(s)`,
  "a list multiplied": `s = [1]\n${rows(60, () => "s = s * 1000")}\none(s)`,
  "a text added to itself": `s = 'ab'\n${rows(60, () => "s = s + s")}\none(s)`,
  "a text in a formatted one": `s = 'ab'\n${rows(60, () => "s = f'{s}{s}'")}\none(s)`,
  "a text joined": `s = 'ab'\n${rows(60, () => "s = s.join([s, s, s])")}\none(s)`,
  "a text replaced": `s = 'ab'\n${rows(60, () => "s = s.replace('a', s)")}\none(s)`,
  "a text formatted": `s = 'ab'\n${rows(60, () => "s = '{0}{0}'.format(s)")}\none(s)`,
  "a text by per cent": `s = 'ab'\n${rows(60, () => "s = '%s%s' % (s, s)")}\none(s)`,
  "a text padded":
    "s = f\"{'x':>999999999}\"\nt2 = 'x'.ljust(999999999)\nu = 'x'.zfill(10**9)\nv = 'a' * 10**9\none(s)",
  "a text split": `s = 'a ' * 5000\n${rows(60, () => "p = s.split()\ns = ' '.join(p + p)")}\none(s)`,
  "a representation doubled": `s = [1]\n${rows(40, () => "s = [repr(s), repr(s)]")}\none(s)`,
  "JSON in JSON": `import json\ns = 'a'\n${rows(40, () => "s = json.dumps([s, s])")}\none(s)`,
  "a set of pairs": `d = {}\n${rows(40, (i) => `d.update({(i, k): d for i in range(${i}) for k in range(100)})`)}\none(d)`,
  "three ranges": "for i in range(1000):\n  for j in range(1000):\n    for k in range(1000):\n      x = i + j + k",
  "a comprehension of three ranges": "x = [i * j * k for i in range(1000) for j in range(1000) for k in range(1000)]",
  "a product":
    "import itertools\nx = list(itertools.product(range(1000), range(1000), range(1000)))\ny = list(itertools.permutations(range(20)))\nz = list(itertools.combinations(range(60), 30))",
  "a zip of chains": `from itertools import chain\ns = [1, 2]\n${rows(40, () => "s = list(chain(s, s, map(str, s)))")}\none(s)`,
  "sorted over and over": `s = list(range(1000))\n${rows(200, () => "s = sorted(s, key=lambda v: -v) + [1]")}\none(s)`,
  "recursion that branches": "def f(n):\n  return f(n - 1) + f(n - 2) + f(n - 3)\nx = f(100)",
  "helpers that call the one before twice": `def f0(v):\n  return v\n${rows(30, (i) => `def f${i + 1}(v):\n  return f${i}(f${i}(v))`)}\nx = f30(1)`,
  "operators by helpers that call twice": `def f0(v):\n  return one(v)\n${rows(30, (i) => `def f${i + 1}(v):\n  return f${i}(f${i}(v))`)}\nx = f30(t)`,
  "an endless generator": "def g():\n  while True:\n    yield 1\nx = list(g())\nfor i in g():\n  one(t)",
  "while True": "i = 0\nwhile True:\n  i += 1\n  s = [i] * 100",
  counting: "import itertools\nx = [i for i in itertools.count()]\nfor i in itertools.cycle([1]):\n  y = i",
  powers: "x = 10 ** 10 ** 10\ny = 1 << 10 ** 9\nz = int('9' * 9999) ** 99\nw = 2 ** 10 ** 9",
  "5,000 elif": `x = 3\nif x == 0:\n  pass\n${rows(5000, (i) => `elif x == ${i + 10}:\n  y = ${i}`)}`,
  "5,000 elif that can't be told": `if unsure == 0:\n  pass\n${rows(5000, (i) => `elif unsure == ${i + 10}:\n  y = ${i}`)}`,
  "deep brackets": `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}`,
  "deep lists": `x = ${"[".repeat(20_000)}1${"]".repeat(20_000)}`,
  "deep calls": `x = ${"str(".repeat(20_000)}1${")".repeat(20_000)}`,
  "deep attributes": `x = a${".b".repeat(20_000)}`,
  "deep subscripts": `x = a${"[0]".repeat(20_000)}`,
  "deep sums": `x = ${"1 + ".repeat(20_000)}1`,
  "deep nots": `x = ${"not ".repeat(20_000)}1`,
  "deep lambdas": `x = ${"lambda: ".repeat(10_000)}1`,
  "deep conditions": `x = ${"1 if unsure else ".repeat(10_000)}1`,
  "deep blocks": rows(90, (i) => `${" ".repeat(i)}if unsure:`) + `\n${" ".repeat(90)}x = 1`,
  "deeper blocks": rows(2000, (i) => `${" ".repeat(i)}if unsure:`) + `\n${" ".repeat(2000)}x = 1`,
  "deep functions": rows(90, (i) => `${" ".repeat(i)}def f${i}():`) + `\n${" ".repeat(90)}return t`,
  "deep classes": rows(90, (i) => `${" ".repeat(i)}class C${i}:`) + `\n${" ".repeat(90)}x = 1`,
  "deep try":
    rows(90, (i) => `${" ".repeat(i)}try:`) +
    `\n${" ".repeat(90)}x = 1\n` +
    rows(90, (i) => `${" ".repeat(89 - i)}finally:\n${" ".repeat(90 - i)}y = x`),
  "a class hierarchy of diamonds": `class A0: pass\n${rows(60, (i) => `class B${i}(A${i}): pass\nclass C${i}(A${i}): pass\nclass A${i + 1}(B${i}, C${i}): pass`)}\nx = A60().y`,
  "choices of choices": `x = 1\n${rows(400, (i) => `if unsure:\n  x = [x, ${i}]\nelse:\n  x = (x, ${i})`)}\none(x)`,
  "conditions that all may be": rows(2000, (i) => `if unsure:\n  v${i} = one(t)`),
  "many names": rows(20_000, (i) => `name_${i} = ${i}`),
  "many operators": rows(3000, (i) => `v${i} = one(t)`),
  "one list of many": `x = [${Array.from({ length: 100_000 }, (_, i) => i).join(", ")}]\none(x)`,
  "one dictionary of many": `x = {${Array.from({ length: 50_000 }, (_, i) => `'k${i}': ${i}`).join(", ")}}\none(x)\ny = dict(x)\nz = {**x, **y}`,
  "keys that can't be told": `d = {}\n${rows(3000, (i) => `d[f'{unsure}${i}'] = ${i}`)}\none(d)`,
  "a giant text": `x = '${"x".repeat(900_000)}'\none(x)`,
  "many arguments": `one(${Array.from({ length: 20_000 }, (_, i) => `a${i}=t`).join(", ")})`,
  "many decorators": `${rows(5000, () => "@op")}\ndef many(v):\n  return v\nmany(t)`,
  "many parameters": `def f(${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(", ")}):\n  return 1\nf()`,
  "many imports": rows(5000, (i) => `from m${i} import a, b, c`),
  "many cases": `match unsure:\n${rows(3000, (i) => `  case [${i}, *_]:\n    x = ${i}`)}`,
  "comments after a block": `def f():\n  return 1\n${rows(2500, () => `#${" commented out code".repeat(5)}`)}\nx = 1`,
  "comments after a block that is typed": `def f():\n  return 1\n${rows(10_000, () => "# x = 1")}\nx = (`,
  "5 MB of comments": rows(60_000, () => `#${"x".repeat(80)}`),
  "a long text that is not closed": `x = '''\n${rows(20_000, () => `y = "it's" + (1, [2])${" z".repeat(10)}`)}`,
  "many texts that are not closed": rows(10_000, (i) => `x${i} = 'abc`),
  "brackets that are not closed": rows(3000, (i) => `x${i} = (1, [2, {3: `),
  "nothing but errors": rows(10_000, () => ") ] } def class = = 1 2 3"),
  "a line of errors": `x = ${"1 2 ) ( ".repeat(20_000)}`,
  "a call of itself by a property": "class A:\n  @property\n  def p(self):\n    return [self.p, self.p]\nx = A().p",
  closures: `def f(v):\n  return lambda: v() + v()\ng = lambda: [1]\n${rows(40, () => "g = f(g)")}\nx = g()`,
  partials: `from functools import partial\ndef f(*a, **k):\n  return a\n${rows(200, (i) => `f = partial(f, *[${i}] * 100)`)}\nx = f()`,
  reduced:
    "from functools import reduce\nx = reduce(lambda a, b: a + a, range(1000), [1])\ny = reduce(lambda a, b: {1: a, 2: a}, range(1000), {})",
  "attributes set in loops":
    "class A: pass\na = A()\nfor i in range(2000):\n  setattr(a, f'x{i}', a)\n  a.me = [a, a.me]\none(a)",
  "a query of many": `q = ['select ' + 'x, ' * 3000] * 300\ndb.sql(q)\ndb.sql('select ' + '{{a}} ' * 20000)`,
};

export const hostileHead = `from aqueduct import *
import os
client = Client()
db = client.resource("db")
t = db.sql("")
unsure = os.getenv("A")
@op
def one(table):
    return table
`;
