import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

/** The parts of `package.json` that the editor reads and sources repeat. */
export interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

export function manifest(): Manifest {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Manifest;
}

/** Our own context keys in every `when` and `enablement` clause and every completion event below a value, each once, sorted. */
export function contextKeysIn(value: unknown): readonly string[] {
  const clauses = [...clausesIn(value)];
  // What stands behind `view ==` names a view, which is no key.
  const names = clauses
    .map((clause) => clause.replace(/\b(?:view|focusedView)\s*==\s*[\w.]+/g, ""))
    .flatMap((clause) => clause.match(/(?<![\w.'])aqueduct\.[\w.]+/g) ?? []);
  return [...new Set(names)].sort();
}

function* clausesIn(value: unknown): Iterable<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if ((key === "when" || key === "enablement") && typeof inner === "string") yield inner;
    else if (key === "completionEvents" && Array.isArray(inner))
      yield* inner.filter((event): event is string => typeof event === "string" && event.startsWith("onContext:"));
    else yield* clausesIn(inner);
  }
}
