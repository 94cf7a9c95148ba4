import type { DagRequest } from "../compile/dag.js";
import { dagFile, dagFileOwner } from "../compile/dagFile.js";
import type { DagFileFormat } from "../publish/request.js";

/** How publishing renders the DAG file of a build, and tells whose a file is. */
export function dagFileFormat(request: Omit<DagRequest, "dagId" | "startDate">): DagFileFormat {
  return { render: (dag) => dagFile({ ...request, ...dag }), ownerOf: dagFileOwner };
}
