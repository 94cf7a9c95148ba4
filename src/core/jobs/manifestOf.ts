import type { JobRun } from "../model/job.js";
import type { Manifest } from "../model/manifest.js";

/** What a manifest says of an attempt, beside which one it is; what is left out is null, none or empty. */
type Ended = Pick<Manifest, "status" | "startedAt" | "endedAt" | "python"> & Partial<Manifest>;

/**
 * The one maker of manifests here; on a worker it is `launcher/outcome.py`.
 *
 * @param attempt from 1
 */
export function manifestOf(
  { build, life }: JobRun,
  { id, kind }: { readonly id: string; readonly kind: Manifest["kind"] },
  attempt: number,
  ended: Ended,
): Manifest {
  return {
    failure: null,
    check: null,
    metric: null,
    wallSeconds: 0,
    peakBytes: null,
    saved: null,
    artifacts: [],
    logs: { stdout: null, stderr: null },
    reuse: null,
    ...ended,
    format: 1,
    operator: id,
    kind,
    build,
    life,
    try: attempt,
    engine: "local",
  };
}
