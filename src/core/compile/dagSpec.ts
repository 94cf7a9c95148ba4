export type { DagParam, DagSpec, DagStore, DagTask } from "../../formats/dag.js";
