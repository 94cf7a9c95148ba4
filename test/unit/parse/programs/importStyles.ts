/** One way in which a file can spell the names of the authoring API. */
export interface ImportStyle {
  readonly name: string;
  readonly head: string;
  /** How the file then writes a name of the API. */
  readonly of: (name: string) => string;
  /** It writes `@op()` where others write `@op`. */
  readonly calls?: true;
}

const names = "from aqueduct import CheckSeverity, Client, check, daily, metric, op, to_operator";
const renamed: Readonly<Record<string, string>> = {
  op: "step",
  metric: "measure",
  check: "ensure",
  Client: "Connection",
};

export const importStyles: readonly ImportStyle[] = [
  { name: "names", head: names, of: (name) => name },
  { name: "module", head: "import aqueduct", of: (name) => `aqueduct.${name}` },
  { name: "alias", head: "import aqueduct as aq", of: (name) => `aq.${name}` },
  {
    name: "renamed",
    head: "from aqueduct.decorator import check as ensure, metric as measure, op as step, to_operator\nfrom aqueduct import CheckSeverity, Client as Connection, daily",
    of: (name) => renamed[name] ?? name,
  },
  { name: "called", head: names, of: (name) => name, calls: true },
  { name: "star", head: "from aqueduct import *", of: (name) => name },
];

/** A text that is written with `aq.`, in another style. */
export function inStyle(text: string, style: ImportStyle): string {
  const called = style.calls === undefined ? text : text.replace(/^(\s*@aq\.(?:op|metric|check))$/gm, "$1()");
  return called.replace(/\baq\.(\w+)/g, (_, name: string) => style.of(name));
}
