import type { BuildOperator } from "../model/build.js";
import type { Digest } from "../model/trace.js";
import type { ArtifactId, OperatorId } from "../model/workflow.js";
import type { Hash } from "../ports.js";
import type { MayChangeType } from "../resources/resource.js";
import { canonicalJson } from "../store/json.js";

/**
 * For each operator whose results keep their types from run to run: the digest of its code and of all code before it.
 *
 * Only functions may give what they like: of other kinds the type is known before.
 *
 * @param operators each behind what it reads
 */
export function originsOf(
  operators: readonly BuildOperator[],
  mayChangeType: MayChangeType,
  hash: Hash,
): ReadonlyMap<OperatorId, { readonly origin: Digest }> {
  const artifacts = new Map<ArtifactId, readonly [Digest, number]>();
  const origins = new Map<OperatorId, { readonly origin: Digest }>();
  for (const { id, name, kind, inputs, outputs, call, reuse, parameter } of operators) {
    const given = inputs.map((input) => artifacts.get(input) ?? null);
    const code = kind === "parameter" ? { parameter: parameter?.type ?? null } : { code: reuse };
    const origin = hash.sha256(canonicalJson({ ...code, inputs: given, call: call ?? null }));
    outputs.forEach((output, index) => artifacts.set(output, [origin, index]));
    if (kind === "function" && mayChangeType !== "all" && !mayChangeType.includes(name)) origins.set(id, { origin });
  }
  return origins;
}
