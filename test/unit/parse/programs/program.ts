import type { Construct } from "./construct.js";
import { type ImportStyle, importStyles, inStyle } from "./importStyles.js";

/** A workflow file, with the modules beside it. */
export interface Program {
  readonly name: string;
  readonly style: string;
  /** The names of what it is made of. */
  readonly constructs: readonly string[];
  /** By path; `workflow.py` is the workflow. */
  readonly files: Readonly<Record<string, string>>;
}

/** What every construct finds. */
const ground = `
@aq.op
def load(n=0):
    return n


@aq.op
def inc(a):
    return a


@aq.op
def add(a, b):
    return a


@aq.op(num_outputs=2)
def two(a):
    return a, a


@aq.metric
def size(a):
    return len(a)


@aq.check
def good(a):
    return len(a) > 0

`;

export function groundIn(style: ImportStyle): string {
  return inStyle(ground, style);
}

interface Placed {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  /** The name of the artifact that it leaves. */
  readonly result: string;
}

/** A construct with names of its own, over two artifacts that are there. */
export function placed(
  construct: Construct,
  at: { readonly number: number; readonly table: string; readonly other: string; readonly style: ImportStyle },
): Placed {
  const numbered = (text: string): string => text.replace(/_N\b/g, `_${at.number}`);
  const written = (text: string): string => inStyle(numbered(text), at.style);
  return {
    text: written(construct.text)
      .replace(/\bTABLE\b/g, at.table)
      .replace(/\bOTHER\b/g, at.other)
      .trim(),
    files: Object.fromEntries(
      Object.entries(construct.files).map(([path, text]) => [
        numbered(path),
        /\baq\./.test(text) ? `${at.style.head}\n${written(text)}` : written(text),
      ]),
    ),
    result: `result_${at.number}`,
  };
}

/** A program that shows one construct and nothing else. */
function alone(construct: Construct, style: ImportStyle, name: string): Program {
  const { text, files, result } = placed(construct, { number: 1, table: "base", other: "second", style });
  const workflow = [
    style.head,
    "",
    `client = ${style.of("Client")}()`,
    'db = client.resource("warehouse")',
    groundIn(style),
    'base = db.sql("SELECT 1", name="base")',
    "second = inc(base)",
    text,
    `client.publish_flow("alone", artifacts=[${result}])`,
    "",
  ].join("\n");
  return { name, style: style.name, constructs: [construct.name], files: { ...files, "workflow.py": workflow } };
}

/** Every construct alone, in as many import styles as are asked for; which ones come first depends on the seed. */
export function everyAlone(constructs: readonly Construct[], seed: number, styles: number): Program[] {
  return constructs.flatMap((construct, index) =>
    Array.from({ length: Math.min(styles, importStyles.length) }, (_, more) => {
      const style = importStyles[(seed + index + more) % importStyles.length];
      if (style === undefined) throw new Error("there is no import style");
      return alone(construct, style, `alone_${String(index).padStart(3, "0")}_${style.name}`);
    }),
  );
}

/** Whether a Python of this version can read it. */
export function isReadBy(construct: Construct, [major, minor]: readonly [number, number]): boolean {
  const [wantedMajor, wantedMinor] = construct.python ?? [3, 0];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
