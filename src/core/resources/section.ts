import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Severity } from "../model/problem.js";
import type { Rule } from "./rules.js";

/** Says that something is wrong at a node. */
export type Report = (code: string, message: string, node: Node, severity?: Severity) => void;

/** An object of the file, read member by member; what is wrong is reported where it stands and counts as absent. */
export class Section {
  constructor(
    private readonly object: Node | undefined,
    private readonly name: string,
    private readonly report: Report,
  ) {}

  node(member: string): Node | undefined {
    return this.object === undefined ? undefined : findNodeAtLocation(this.object, [member]);
  }

  child(member: string): Section | undefined {
    const node = this.node(member);
    return node === undefined ? undefined : new Section(node, member, this.report);
  }

  text(member: string, { pattern, expected }: Rule): string | undefined {
    const node = this.node(member);
    if (node === undefined) return undefined;
    const value: unknown = node.value;
    if (typeof value === "string" && pattern.test(value)) return value;
    this.report("resources-value", `"${member}" is ${expected}.`, node);
    return undefined;
  }

  /** Like `text`, but its absence is a problem too, unless a wrong value has been reported. */
  required(member: string, rule: Rule): string | undefined {
    const value = this.text(member, rule);
    if (value === undefined && this.node(member) === undefined && this.object !== undefined) {
      this.report("resources-missing", `${this.name} needs "${member}": ${rule.expected}.`, this.object);
    }
    return value;
  }

  refuseOthers(known: readonly string[]): void {
    for (const property of this.object?.children ?? []) {
      const key = property.children?.[0];
      const name = String(key?.value);
      if (key === undefined || known.includes(name)) continue;
      const secret = /passw|secret|token|access_?key/i.test(name);
      const way = secret
        ? "Passwords never stand in this file: set AQUEDUCT_<RESOURCE>_PASSWORD, or use an AWS profile."
        : `It knows ${known.map((one) => `"${one}"`).join(", ")}.`;
      this.report("resources-unknown", `${this.name} has no "${name}". ${way}`, key, secret ? "error" : "warning");
    }
  }
}
