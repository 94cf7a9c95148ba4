import { analyse, type Analysis, namesIn, type PythonParser } from "../../../src/core/index.js";
import type { FileNames } from "../../../src/core/model/names.js";
import type { Operator, Workflow } from "../../../src/core/model/workflow.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

/** What the lines of a test stand on: `t` is an artifact, `unsure` a condition that the text does not settle. */
const head = `from aqueduct import *
import os
client = Client()
db = client.resource("db")
t = db.sql("")
unsure = os.getenv("A")
@op
def one(table):
    return table
@op
def two(left, right):
    return left
`;

/** Texts of modules beside the workflow file, by their paths. */
export type Modules = Readonly<Record<string, string>>;

/** Reads Python text and shows what was found, in a form that fits into a table. */
export class Reading {
  private constructor(readonly parser: PythonParser) {}

  static async start(): Promise<Reading> {
    return new Reading(await loadPythonParser());
  }

  /** A whole file. */
  file(text: string, modules: Modules = {}, previous?: Analysis): Analysis {
    return analyse({ ...this.#request(text, modules), ...(previous && { previous }) });
  }

  /** Lines behind the head. */
  lines(lines: string, modules: Modules = {}): Analysis {
    return this.file(`${head}${lines}\n`, modules);
  }

  names(text: string, modules: Modules = {}): FileNames {
    const request = this.#request(text, modules);
    return namesIn(analyse(request), request);
  }

  workflows(lines: string, modules: Modules = {}): readonly Workflow[] {
    return this.lines(lines, modules).graph.workflows;
  }

  operators(lines: string, modules: Modules = {}): readonly Operator[] {
    return this.workflows(lines, modules).flatMap(({ operators }) => operators);
  }

  /** What the lines record beyond the head's query: `id(inputs) flags`. */
  recorded(lines: string, modules: Modules = {}): string {
    return this.operators(lines, modules).slice(1).map(shown).join("; ");
  }

  /**
   * What is known of Python expressions that follow some lines: their JSON; else the type in ‹›, `unknown` where the value may be an
   * artifact, `object` for anything else.
   */
  values(expressions: readonly string[], lines = "", modules: Modules = {}): Readonly<Partial<Record<string, string>>> {
    const asked = expressions.map((expression, index) => `client.create_param("asked${index}", ${expression})`);
    const operators = new Map(
      this.operators([lines, ...asked].join("\n"), modules).map((operator) => [operator.name, operator]),
    );
    return Object.fromEntries(
      expressions.map((expression, index) => [expression, valueText(operators.get(`asked${index}`))]),
    );
  }

  #request(text: string, modules: Modules): Parameters<typeof analyse>[0] {
    const { parser } = this;
    return {
      file: "workflow.py",
      text,
      tree: parser.parse(text),
      parser,
      modules: (dotted) => {
        const stem = dotted.replaceAll(".", "/");
        const file = [`${stem}.py`, `${stem}/__init__.py`].find((path) => path in modules);
        const found = file === undefined ? undefined : modules[file];
        return file === undefined || found === undefined
          ? undefined
          : { file, text: found, tree: parser.parse(found), isPackage: file.endsWith("__init__.py") };
      },
    };
  }
}

function valueText(parameter: Operator | undefined): string {
  if (parameter?.default === undefined) return "not reached";
  const { type, json } = parameter.default;
  if (json !== undefined) return JSON.stringify(json);
  return type !== "unknown" ? `‹${type}›` : parameter.unknown === true ? "‹unknown›" : "‹object›";
}

/** `id(inputs) flags` */
export function shown({ id, inputs, repeated, unknown, stale }: Operator): string {
  const flags = [
    ...(repeated === true ? ["repeated"] : []),
    ...(unknown === true ? ["unknown"] : []),
    ...(stale === true ? ["stale"] : []),
  ];
  return [`${id}(${inputs.map((input) => input.replace("db_query", "t")).join(" ")})`, ...flags].join(" ");
}
