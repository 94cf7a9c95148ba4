import fc from "fast-check";
import { catalogue } from "./programs/catalogue.js";
import type { Construct } from "./programs/construct.js";
import { type ImportStyle, importStyles } from "./programs/importStyles.js";
import { groundIn, placed, type Program } from "./programs/program.js";

/**
 * Workflow files made of everything that the fixtures show and of some constructs of the catalogue, the same for the same seed.
 *
 * They run: every name is bound before it is read, metrics feed metrics and checks only, a query's parameters exist. What reading a file must give for
 * them is what tracing it gives.
 */
export function randomWorkflows(
  seed: number,
  count: number,
  constructs: readonly Construct[] = catalogue,
): readonly Program[] {
  return fc
    .sample(workflow(constructs), { seed, numRuns: count })
    .map((program, index) => ({ ...program, name: `mixture_${seed}_${String(index).padStart(3, "0")}` }));
}

/** The text of one such file. */
export function workflowText(): fc.Arbitrary<string> {
  return workflow(catalogue).map(({ files }) => files["workflow.py"] ?? "");
}

/** Draws numbers from 0 up to, but not including, a limit. */
type Draw = (limit: number) => number;

function workflow(constructs: readonly Construct[]): fc.Arbitrary<Omit<Program, "name">> {
  return fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 120 }).map((numbers) => {
    let at = 0;
    return new Writer((limit) => (numbers[at++ % numbers.length] ?? 0) % limit, constructs).write();
  });
}

/** Writes one file. Names of variables by what they hold: tables (any value of an operator), metrics, lists of tables. */
class Writer {
  readonly #draw: Draw;
  readonly #constructs: readonly Construct[];
  readonly #placed: string[] = [];
  readonly #files: Record<string, string> = {};
  readonly #lines: string[] = [];
  readonly #tables: string[] = [];
  readonly #metrics: string[] = [];
  readonly #lists: string[] = [];
  readonly #operators: { readonly call: string; readonly parameters: number; readonly defaults: number }[] = [];
  #next = 0;

  constructor(draw: Draw, constructs: readonly Construct[]) {
    this.#draw = draw;
    this.#constructs = constructs;
  }

  write(): Omit<Program, "name"> {
    const style = this.#pick(importStyles);
    const api = style.of;
    this.#add(
      style.head,
      "",
      `client = ${api("Client")}()`,
      `db = client.${this.#pick(["resource", "integration"])}("warehouse")`,
      "",
    );
    for (let made = 0; made < 2 + this.#draw(3); made += 1) this.#define(api);
    this.#defineMetricAndCheck(api);
    this.#defineHelper();
    this.#add(groundIn(style));
    this.#tables.push(this.#assign(this.#query()));
    const steps = [
      () => this.#tables.push(this.#assign(this.#query())),
      () => this.#tables.push(this.#assign(this.#call())),
      () => this.#tables.push(this.#assign(this.#call())),
      () => this.#add(`${this.#pick(this.#tables)} = ${this.#call()}`),
      () =>
        this.#tables.push(
          this.#assign(`client.create_param("p${this.#next}", default=${this.#literal().replace("None", "0")})`),
        ),
      () => this.#metrics.push(this.#assign(`rows(${this.#pick(this.#tables)})`)),
      () =>
        this.#metrics.length > 0 &&
        this.#metrics.push(this.#assign(`ratio(${this.#pick(this.#metrics)}, ${this.#pick(this.#metrics)})`)),
      () => this.#metrics.length > 0 && this.#add(`${this.#pick(this.#metrics)}.bound(${this.#bound()})`),
      () => this.#add(`filled(${this.#pick(this.#tables)})`),
      () =>
        this.#add(
          `db.save(${this.#pick(this.#tables)}, "t${this.#draw(3)}", "${this.#pick(["replace", "append", "fail"])}")`,
        ),
      () =>
        this.#add(
          `${this.#pick(this.#tables)}.save(db.config(table="t${this.#draw(3)}", ${this.#pick(["mode", "update_mode", "save_mode"])}="replace"))`,
        ),
      () => this.#unpack(),
      () => this.#loop(),
      () =>
        this.#lists.push(
          this.#assign(
            `[${this.#operation("one")} for one in (${this.#pick(this.#tables)}, ${this.#pick(this.#tables)})]`,
          ),
        ),
      () => this.#tables.push(this.#assign(`helper(${this.#pick(this.#tables)})`)),
      () => this.#tables.push(this.#assign(`helper(${this.#pick(this.#tables)}, times=${this.#draw(3)})`)),
      () => this.#lists.length > 0 && this.#tables.push(this.#assign(`gather(*${this.#pick(this.#lists)})`)),
      () => this.#lists.length > 0 && this.#tables.push(this.#assign(`${this.#pick(this.#lists)}[${this.#draw(2)}]`)),
      () => this.#condition(),
      () => this.#add(`${this.#pick(this.#tables)}.set_name(f"name {${(this.#next += 1)} + 1}")`),
      () => this.#publish(api),
    ];
    const [constructs, others] = [1 + this.#draw(4), 2 + this.#draw(10)];
    for (let left = constructs + others, open = constructs; left > 0; left -= 1) {
      if (this.#draw(left) >= open) this.#pick(steps)();
      else {
        this.#construct(style);
        open -= 1;
      }
    }
    this.#publish(api);
    if (this.#draw(3) === 0) this.#add(`left_over = ${this.#call()}`);
    return {
      style: style.name,
      constructs: this.#placed,
      files: { ...this.#files, "workflow.py": `${this.#lines.join("\n")}\n` },
    };
  }

  #construct(style: ImportStyle): void {
    const construct = this.#pick(this.#constructs);
    this.#next += 1;
    const { text, files, result } = placed(construct, {
      number: this.#next,
      table: this.#pick(this.#tables),
      other: this.#pick(this.#tables),
      style,
    });
    this.#placed.push(construct.name);
    Object.assign(this.#files, files);
    this.#add(text, "");
    this.#tables.push(result);
  }

  #define(api: (name: string) => string): void {
    const index = this.#operators.length;
    const parameters = 1 + this.#draw(3);
    const defaults = this.#draw(parameters);
    const names = Array.from({ length: parameters }, (_, place) =>
      place < parameters - defaults ? `a${place}` : `a${place}=${this.#literal()}`,
    );
    const decorator = this.#pick([
      api("op"),
      `${api("op")}()`,
      `${api("op")}(name="step ${this.#draw(3)}")`,
      `${api("op")}(requirements=[])`,
    ]);
    const call = this.#draw(8) === 0 ? "work" : `work_${index}`;
    this.#add(`@${decorator}`, `def ${call}(${names.join(", ")}):`, "    return a0", "");
    this.#operators.push({ call, parameters, defaults });
  }

  #defineMetricAndCheck(api: (name: string) => string): void {
    this.#add(`@${api("metric")}`, "def rows(table):", "    return len(table)", "");
    this.#add(`@${api("metric")}(name="a ratio")`, "def ratio(one, other):", "    return one / other", "");
    this.#add(
      `@${api("check")}(severity=${this.#pick([`${api("CheckSeverity")}.ERROR`, '"error"', '"warning"'])})`,
      "def filled(table):",
      "    return len(table) > 0",
      "",
    );
    this.#add(`@${api("op")}(num_outputs=2)`, "def split(table):", "    return table, table", "");
    this.#add(
      `@${api("op")}`,
      "def gather(*tables):",
      "    return tables",
      "",
      `anonymous = ${api("to_operator")}(lambda value: value, name="anonymous")`,
      "",
    );
  }

  #defineHelper(): void {
    const body = this.#pick([
      ["    for _ in range(times):", `        table = ${this.#operation("table")}`, "    return table"],
      ["    if times > 1:", `        return ${this.#operation("table")}`, "    return anonymous(table)"],
      [
        "    made = []",
        "    for name in ['a', 'b'][:times]:",
        "        made.append(db.sql(f'SELECT * FROM {name}'))",
        "    return made[-1] if made else table",
      ],
    ]);
    this.#add("def helper(table, times=1):", ...body, "");
  }

  #query(): string {
    return this.#pick([
      'db.sql("SELECT 1")',
      'db.sql("SELECT 2", name="numbers")',
      `db.sql(query=["SELECT 3", "SELECT * FROM $"], output=" chained ${(this.#next += 1)} ")`,
    ]);
  }

  #call(): string {
    return this.#draw(6) === 0
      ? `anonymous(${this.#pick(this.#tables)})`
      : this.#operation(this.#draw(5) === 0 ? this.#operation(this.#pick(this.#tables)) : this.#pick(this.#tables));
  }

  /** A call of an operator on a value, its other arguments tables and literals; defaults are used as often as not. */
  #operation(first: string): string {
    const { call, parameters, defaults } = this.#pick(
      this.#operators.filter(
        (operator) => this.#operators.findLast((other) => other.call === operator.call) === operator,
      ),
    );
    if (this.#draw(6) === 0) {
      const named = Array.from({ length: parameters }, (_, place) => `a${place}=${place === 0 ? first : this.#part()}`);
      return `${call}(${(this.#draw(2) === 0 ? named : named.reverse()).join(", ")})`;
    }
    const given = parameters - this.#draw(defaults + 1);
    const rest = Array.from({ length: given - 1 }, () =>
      this.#draw(2) === 0 && this.#tables.length > 0 ? this.#part() : this.#literal(),
    );
    return `${call}(${[first, ...rest].join(", ")})`;
  }

  /** A table, or a container of some. */
  #part(): string {
    const table = (): string => this.#pick(this.#tables);
    switch (this.#tables.length === 0 ? 0 : this.#draw(6)) {
      case 1:
        return `[${table()}, ${this.#literal()}, ${table()}]`;
      case 2:
        return `{"one": ${table()}, 2: (${table()}, [${table()}])}`;
      case 3:
        return `(${table()},)`;
      default:
        return this.#tables.length === 0 ? "1" : table();
    }
  }

  #unpack(): void {
    const [left, right] = [this.#fresh(), this.#fresh()];
    const source = `split(${this.#pick(this.#tables)})`;
    this.#add(
      this.#pick([`${left}, ${right} = ${source}`, `(${left}, *_), ${right} = ${source}, ${this.#pick(this.#tables)}`]),
    );
    this.#tables.push(left, right);
  }

  #loop(): void {
    const list = this.#fresh();
    const over = this.#pick([
      "range(2)",
      "range(1, 6, 2)",
      '["x", "y"]',
      'enumerate(["x", "y"])',
      '{"k": 1, "l": 2}.items()',
      "reversed([1.5, 2])",
      "zip([1, 2], 'ab')",
    ]);
    const item = /enumerate|items|zip/.test(over) ? "i, item" : "item";
    const body = this.#pick([
      [],
      ["    if item == 1:", "        continue"],
      [`    if len(${list}) > 1:`, "        break"],
    ]);
    this.#add(
      `${list} = []`,
      `for ${item} in ${over}:`,
      ...body,
      `    ${list}.append(${this.#operation(this.#pick(this.#tables))})`,
      `    ${list} += [${this.#pick(this.#tables)}]`,
      "",
    );
    this.#lists.push(list);
  }

  #condition(): void {
    const table = this.#pick(this.#tables);
    const condition = this.#pick([
      "1 < 2",
      "'a' in 'abc'",
      "not []",
      "None is None",
      "len('ab') == 3",
      "__name__ == '__main__'",
    ]);
    this.#add(`if ${condition}:`, `    ${table} = ${this.#call()}`, "else:", `    ${table} = ${this.#call()}`, "");
  }

  #publish(api: (name: string) => string): void {
    const artifacts =
      this.#draw(3) === 0 ? this.#pick(this.#tables) : `[${this.#pick(this.#tables)}, ${this.#pick(this.#tables)}]`;
    const schedule = this.#pick(["", `, schedule=${api("daily")}(hour=${this.#draw(24)})`, ', schedule="0 3 * * 1"']);
    const listed =
      this.#metrics.length === 0 ? "" : this.#pick(["", `, metrics=[${this.#pick(this.#metrics)}]`, ", checks=[]"]);
    this.#add(`client.publish_flow("flow ${this.#next}", artifacts=${artifacts}${schedule}${listed})`);
    this.#next += 1;
  }

  #bound(): string {
    return `${this.#pick(["upper", "lower", "equal", "notequal"])}=${this.#pick(["1", "0.5", "-3", "1e20", "1e-7", "100.0"])}`;
  }

  #literal(): string {
    return this.#pick([
      "1",
      "0.5",
      '"text"',
      "True",
      "None",
      "[1, 2]",
      '{"a": [1.5]}',
      "(1, 2)",
      "b'raw'",
      "-7",
      "2 ** 3",
      '"é" + "ü"',
    ]);
  }

  #assign(expression: string): string {
    const name = this.#fresh();
    this.#add(`${name} = ${expression}`);
    return name;
  }

  #fresh(): string {
    this.#next += 1;
    return `v${this.#next}`;
  }

  #add(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[this.#draw(from.length)];
    if (picked === undefined) throw new Error("there is nothing to pick from");
    return picked;
  }
}
