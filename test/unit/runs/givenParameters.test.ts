import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { dagParam } from "../../../src/core/compile/dagParam.js";
import type { DagParam } from "../../../src/core/compile/dagSpec.js";
import { encodedJson } from "../../../src/core/jobs/parameters.js";
import type { BuildOperator } from "../../../src/core/model/build.js";
import type { Json } from "../../../src/core/model/workflow.js";
import { confOf } from "../../../src/core/runs/conf.js";
import { checkParameters } from "../../../src/core/runs/parameters.js";
import { isTypable, typedText } from "../../../src/core/runs/parameterText.js";
import { canonicalJson } from "../../../src/core/store/json.js";

/** What is typed for a parameter, by its default, and what arrives in Python or is said instead; `test/runtime/test_parameter_values.py` reads it too. */
interface Given {
  /** As Python writes it. */
  readonly default: string;
  /** The default as the tracer records it. */
  readonly graph: NonNullable<BuildOperator["default"]>;
  readonly text: string;
  /** Its `repr`, and its bytes in the store. */
  readonly arrives?: string;
  readonly bytes?: string;
  /** What our `trigger` sends. */
  readonly conf?: Json;
  /** The sentence, behind the parameter's name. */
  readonly refused?: string;
}

const table = JSON.parse(readFileSync("test/fixtures/parameters/given.json", "utf8")) as readonly Given[];
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function parameter({ graph }: Given): BuildOperator {
  return { id: "p", name: "p", kind: "parameter", default: graph } as BuildOperator;
}

function valueOf(row: Given): Json {
  const checked = checkParameters([parameter(row)], { p: row.text });
  if (!checked.ok) throw new Error(checked.errors.join(" "));
  return checked.values["p"] ?? null;
}

/** Through every process between a person and Python: JSON is parsed and written again, also with its keys sorted. */
function travelled(value: Json): Json {
  return JSON.parse(canonicalJson(JSON.parse(JSON.stringify(value)))) as Json;
}

const arriving = table.filter(({ refused }) => refused === undefined);

describe("a value that is given for a parameter", () => {
  it.each(arriving)("with the default $default arrives as Python writes it: $text", (row) => {
    expect(text(encodedJson(travelled(valueOf(row))).bytes)).toBe(row.bytes);
  });

  it.each(table.filter(({ refused }) => refused !== undefined))(
    "with the default $default is refused with what it takes: $text",
    (row) => {
      expect(checkParameters([parameter(row)], { p: row.text })).toEqual({ ok: false, errors: [`p ${row.refused}`] });
    },
  );

  it.each(arriving)("is shown as it can be typed again: $default, $text", (row) => {
    const value = valueOf(row);
    const shown = typedText(travelled(value), parameter(row));
    expect(valueOf({ ...row, text: shown })).toEqual(value);
  });

  it.each(arriving)("stands in Airflow's conf as the launcher reads it: $default, $text", (row) => {
    expect(confOf([parameter(row)], { p: valueOf(row) })).toEqual({ p: row.conf });
  });
});

describe("Airflow's schema of a parameter", () => {
  const written = arriving.filter(({ graph }) => graph.json !== undefined);
  const words = table.filter(
    ({ refused, text: typed }) => refused?.includes("number, such as") === true && /^[a-m[]/.test(typed),
  );

  function schemaOf(row: Given): DagParam {
    const [found] = dagParam(parameter(row));
    if (found === undefined) throw new Error(`${row.default} is not in Airflow's form.`);
    return found[1];
  }

  function accepts({ schema }: DagParam, value: unknown): boolean {
    return new Ajv({ validateFormats: false }).validate(schema, value);
  }

  it.each(written)(
    "takes the default $default, what our trigger sends, and what is typed in its form: $text",
    (row) => {
      const param = schemaOf(row);
      const given = [param.default, row.conf, ...("anyOf" in param.schema ? [row.text] : [])];
      expect(given.filter((value) => !accepts(param, value))).toEqual([]);
    },
  );

  it.each(words)("refuses $text for a parameter that is $default", (row) => {
    expect(accepts(schemaOf(row), row.text)).toBe(false);
  });

  it("has text as default, and names no type, where a number may stand: Airflow's form would make a double of that", () => {
    for (const { default: byDefault, schema } of written.map(schemaOf).filter((one) => "anyOf" in one.schema))
      expect([typeof byDefault, "type" in schema]).toEqual(["string", false]);
  });
});

it("can be typed where its default can be written, and for None", () => {
  for (const row of table)
    expect(isTypable(parameter(row)), row.default).toBe(row.refused?.includes("only Python") !== true);
});
